"""The whole stress test: order, threshold, what is not calculated, and the sentences on it."""

import pytest

from explorer.data.store import Store
from explorer.data.supply.stress.assumptions import assumptions
from explorer.data.supply.stress.losses import loss
from explorer.data.supply.stress.removal import removal_of
from explorer.data.supply.stress.stress_test import IN_GROUP, NO_TABLE, stress_test
from explorer.data.supply.stress.texts import (
    lost_share_text,
    lost_text,
    places_text,
    reason_text,
    remaining_text,
)


def test_every_metal_has_a_row_the_most_lost_first(store: Store) -> None:
    test = stress_test(store, removal_of(store, ["CHN"]))
    assert sorted(row.metal_id for row in test.rows) == sorted(store.metals)
    shares = [row.lost_pct for row in test.rows if row.lost_pct is not None]
    assert shares == sorted(shares, reverse=True) and test.rows[0].metal_id == "gallium"
    gaps = {row.metal_id: row.gap for row in test.not_computed}
    assert (gaps["holmium"], gaps["barite"]) == (IN_GROUP, NO_TABLE)
    assert all(row.imports is None for row in test.rows)


def test_a_threshold_splits_the_metals_into_reached_below_and_uncertain(store: Store) -> None:
    test = stress_test(store, removal_of(store, ["EUU"]), threshold=2.0)
    groups = [test.shown, test.below, test.uncertain, test.not_computed]
    assert sum(map(len, groups)) == len(store.metals)
    assert "tungsten" in {row.metal_id for row in test.shown}
    assert all((row.lost_pct or 0) >= 2 for row in test.shown)
    assert all(row.loss is not None and row.loss.at_least for row in test.uncertain)
    metals = {row.metal_id for row in test.shown}
    for planned in test.pipeline.projects:
        metal = store.metal(planned.project.metal_id)
        assert metal.metal_id in metals or metal.member_of in metals


def test_a_stage_gives_the_default_table_of_that_stage(store: Store) -> None:
    test = stress_test(store, removal_of(store, ["CHN"]), stage="primary")
    stages = {row.loss.table.stage for row in test.rows if row.loss is not None}
    assert stages == {"primary"} and "gallium" in {row.metal_id for row in test.shown}


def test_a_company_alone_takes_no_output_away(store: Store) -> None:
    test = stress_test(store, removal_of(store, [], ["Korea Zinc"]), "USA")
    assert test.rows == () and test.sites
    assert any("no loss is calculated" in sentence for sentence in assumptions(store, test))


def test_a_company_beside_a_country_changes_no_loss(store: Store) -> None:
    alone = stress_test(store, removal_of(store, ["CHN"]), "USA")
    assert stress_test(store, removal_of(store, ["CHN"], ["Korea Zinc"]), "USA").rows == alone.rows


def test_bounds_and_gaps_are_in_the_texts(store: Store) -> None:
    rows = {row.metal_id: row for row in stress_test(store, removal_of(store, ["EUU"])).rows}
    tungsten = rows["tungsten"].loss
    assert tungsten is not None
    assert lost_text(tungsten) == "at least 2340 t" and remaining_text(tungsten).startswith("at most 82")
    assert lost_share_text(tungsten).startswith("at least 2.7")
    assert reason_text(store, rows["tungsten"]).startswith("24 of the countries removed are not named")
    cobalt = rows["cobalt"].loss
    assert cobalt is not None and (lost_text(cobalt), remaining_text(cobalt)) == ("", "")
    assert "rare earths" in reason_text(store, rows["holmium"])


@pytest.mark.parametrize("delay", [0, 2])
def test_the_assumptions_name_bloc_buyer_and_delay(store: Store, delay: int) -> None:
    test = stress_test(store, removal_of(store, ["CHN", "EUU"]), "JPN", delay=delay)
    text = " ".join(assumptions(store, test))
    assert "The 27 members of the European Union are removed." in text
    assert "Imports by Japan" in text and "CEPII, BACI" in text
    assert ("2 years after the expected date" in text) == (delay == 2)
    assert places_text(store, test.removal) == "China and the European Union"


def test_losses_are_worked_out_once_for_all_buyers_thresholds_and_delays(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked_out: list[object] = []
    module = "explorer.data.supply.stress.stress_test"
    monkeypatch.setattr(
        f"{module}.loss", lambda table, without: worked_out.append(table) or loss(table, without)
    )
    removal = removal_of(store, ["PER", "CHL"])
    first = stress_test(store, removal)
    count = len(worked_out)
    with_buyer = stress_test(store, removal, "DEU", threshold=5.0, delay=2)
    assert count and len(worked_out) == count
    assert [row.loss for row in with_buyer.rows] == [row.loss for row in first.rows]
    assert all(row.imports is not None for row in with_buyer.rows)
    assert stress_test(store, removal) is first
