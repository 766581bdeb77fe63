"""Why a table of output is older: later ones of its stage are incomplete, or only another stage has them."""

from explorer.charts.builders.older_tables import older_notes
from explorer.data.supply.default_tables import default_production
from tests.charts.facts import Facts

FULL = {"CHN": 80.0, "RUS": 10.0, "VNM": 10.0, "WLD": 100.0}


def notes(facts: Facts, stage: str, year: int | None = None) -> list[str]:
    owner, table = default_production(facts, "tin", stage, year=year)
    assert table is not None
    return list(older_notes(facts, owner, table))


def test_later_tables_that_are_incomplete_are_named() -> None:
    facts = Facts()
    facts.add_output("tin", 2022, FULL, publisher="usgs")
    facts.add_output("tin", 2024, {"USA": 1.0}, publisher="usgs")
    assert notes(facts, "mine") == [
        "Tables of mine output after 2022 are incomplete: they name fewer than three countries or have no world total."
    ]
    assert notes(facts, "mine", 2024) == []


def test_a_stage_that_several_publishers_give_has_no_only_one() -> None:
    facts = Facts()
    facts.add_output("tin", 2025, FULL, publisher="usgs")
    for publisher in ("bgs", "wmd"):
        facts.add_output("tin", 2020, FULL, publisher=publisher, stage="refinery")
    assert notes(facts, "refinery") == [
        "No refinery output by country after 2020 is on file.",
        "Mine output is on file up to 2025: U.S. Geological Survey.",
    ]
    assert notes(facts, "mine") == []
