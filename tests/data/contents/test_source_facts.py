"""Sources with the facts that depend on each, counted in the CSV files."""

import pytest

from explorer.data.contents.source_facts import all_source_facts, as_dict, known_source
from explorer.data.store import Store
from explorer.errors import NotFound
from tests.data.contents.csv_facts import citing, facts


@pytest.mark.parametrize("source_id", ["usgs-mcs-2026-data", "wmd-2026", "mofcom-2024-46"])
def test_facts_are_counted_by_table(store: Store, source_id: str) -> None:
    (found,) = [f for f in all_source_facts(store) if f.source.source_id == source_id]
    for table in ("production", "prices", "measures", "measure_events", "reserves", "uses"):
        assert found.counts.get(table, 0) == citing(table, source_id)
    assert found.facts == sum(found.counts.values()) > 0


def test_the_buyer_tables_depend_on_the_source_of_their_codes(store: Store) -> None:
    (baci,) = [f for f in all_source_facts(store) if f.source.source_id == "cepii-baci"]
    assert baci.counts["buyer_imports"] == len(facts("buyer_imports"))
    assert baci.counts["buyer_dependence"] == len(facts("buyer_dependence"))


def test_only_sources_of_controls_have_a_day_of_the_last_check(store: Store) -> None:
    by_id = {f.source.source_id: as_dict(f) for f in all_source_facts(store)}
    assert by_id["mofcom-2024-46"]["last_checked"] == store.edition.verified_to
    assert by_id["wmd-2026"]["last_checked"] is None
    assert len(by_id) == len(facts("sources"))


def test_an_address_without_encryption_is_marked(store: Store) -> None:
    by_id = {f.source.source_id: f for f in all_source_facts(store)}
    insecure = {r["source_id"] for r in facts("sources") if r["url"].startswith("http:")}
    assert insecure and {i for i, f in by_id.items() if f.is_insecure} == insecure
    assert as_dict(by_id["alkane-yttrium"])["encrypted"] is False
    assert as_dict(by_id["alkane-yttrium"])["date"] is None


def test_an_unknown_source_is_named(store: Store) -> None:
    assert known_source(store, " WMD-2026 ") == "wmd-2026"
    with pytest.raises(NotFound, match="“nothing”"):
        known_source(store, "nothing")
