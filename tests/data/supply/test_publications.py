"""The names of the publications that figures are from."""

import pytest

from explorer.data.store import Store
from explorer.data.supply.publications import publication, publications


@pytest.mark.parametrize(
    ("edition", "name"),
    [
        ("MCS 2026", "USGS Mineral Commodity Summaries 2026"),
        ("DS140", "USGS Data Series 140"),
        ("OFR 2024-1057", "USGS Open-File Report 2024-1057"),
        ("BGS WMS to 2018", "BGS World Mineral Statistics to 2018"),
        ("WMD 2026", "World Mining Data 2026"),
        ("a new yearbook", "a new yearbook"),
    ],
)
def test_an_edition_has_the_name_of_its_publication(edition: str, name: str) -> None:
    assert publication(edition, "usgs") == name


def test_without_an_edition_it_is_the_publisher() -> None:
    assert publication(None, "usgs") == "U.S. Geological Survey" and publication("") == ""


def test_several_are_in_order_and_each_once() -> None:
    assert publications(["WMD 2026", "MCS 2026", None, "MCS 2026"]) == (
        "USGS Mineral Commodity Summaries 2026, World Mining Data 2026"
    )
    assert publications(["MCS 2026 v1.3", "WMD 2026", "MCS 2026"]) == (
        "USGS Mineral Commodity Summaries 2026 and 2026 v1.3, World Mining Data 2026"
    )


@pytest.mark.parametrize("table", ["production", "reserves", "dependence", "import_sources"])
def test_every_edition_on_file_has_a_name(live_store: Store, table: str) -> None:
    rows = live_store.query(f"SELECT DISTINCT edition FROM {table} WHERE edition IS NOT NULL")
    editions = [edition for (edition,) in rows]
    assert editions and all(publication(edition) != edition for edition in editions)
