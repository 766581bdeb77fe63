"""The suppliers of a buyer, against rows of the frozen edition read by hand."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from explorer.data.store import Store
from explorer.data.supply.buyers import (
    SupplierTable,
    buyer_name,
    buyer_notes,
    buyer_of,
    headings,
    no_suppliers_text,
    supplier_name,
    supplier_tables,
    total_note,
)


def table(store: Store, metal: str, buyer: str, code: str, year: int) -> SupplierTable:
    _, tables = supplier_tables(store, metal, buyer)
    return next(t for t in tables[code] if t.year == year)


def test_suppliers_belong_to_one_heading_and_year_largest_first(store: Store) -> None:
    found = table(store, "graphite", "DEU", "250490", 2022)
    assert [(s.partner, s.quantity_t, s.share_pct, s.flag) for s in found.suppliers] == [
        ("MOZ", 500.0, 52.01, None),
        ("CHN", 304.044, 31.62, None),
        ("GBR", 30.966, 3.22, None),
        ("RUS", 24.629, 2.56, None),
        ("NOR", 24.15, 2.51, None),
        ("USA", 16.096, 1.67, None),
        ("ARE", 13.2, 1.37, None),
        ("FRA", 12.788, 1.33, "o"),
        ("OTH", 35.56, 3.71, None),
    ]
    assert (found.total.total_t, found.total.share_chn_pct, found.total.top_supplier) == (
        961.433,
        31.62,
        "MOZ",
    )


def test_shares_of_the_value_are_computed_from_the_total(store: Store) -> None:
    found = table(store, "graphite", "DEU", "250490", 2022)
    # 702.754 of 1,416.662 thousand USD
    assert found.value_share_pct(found.suppliers[1]) == pytest.approx(49.6063, abs=1e-4)


def test_the_last_year_is_preliminary_whatever_its_flag(store: Store) -> None:
    last = table(store, "graphite", "DEU", "250410", 2024)
    assert last.is_preliminary
    assert {last.flag(s.flag) for s in last.suppliers} == {"p"}
    earlier = table(store, "graphite", "DEU", "250490", 2022)
    assert not earlier.is_preliminary
    assert [earlier.flag(s.flag) for s in earlier.suppliers].count("o") == 1


def test_a_supplier_without_tonnes_is_after_those_with_tonnes(store: Store) -> None:
    found = table(store, "antimony", "DEU", "261710", 2020)
    quantities = [s.quantity_t for s in found.suppliers if s.partner != "OTH"]
    assert None in quantities
    assert quantities.index(None) == len([q for q in quantities if q is not None])


def test_the_heading_of_the_greatest_value_is_first(store: Store) -> None:
    owner, tables = supplier_tables(store, "graphite", "DEU")
    # 2024: 54,386 thousand USD of powder or flakes
    assert (owner, next(iter(tables))) == ("graphite", "250410")
    assert [t.year for t in tables["250410"]] == list(range(2019, 2025))


def test_labelled_headings_are_last(store: Store) -> None:
    codes = headings(store, "cobalt")[1]
    assert {c.hs_code for c in codes} == {"282200", "810510"}
    assert {c.use for c in codes} == {"labelled"}
    assert [c.use for c in headings(store, "rare-earths")[1]] == ["yes", "yes"]


def test_a_member_shows_the_headings_of_its_group(store: Store) -> None:
    owner, tables = supplier_tables(store, "neodymium", "JPN")
    assert owner == "rare-earths"
    assert set(tables) == {"280530", "284690"}


def test_refused_and_wanted_headings_are_never_shown(store: Store) -> None:
    for metal in store.metals:
        assert {c.use for c in headings(store, metal)[1]} <= {"yes", "labelled"}


def test_a_material_that_is_not_covered_is_not_called_independent(store: Store) -> None:
    assert supplier_tables(store, "gallium", "DEU") == ("gallium", {})
    assert no_suppliers_text(store, "gallium", "DEU") == (
        "No supplier figures are on file for gallium; some countries may still depend on imports of it."
    )
    assert supplier_tables(store, "graphite", "AND")[1] == {}
    assert "does not mean that there are none" in no_suppliers_text(store, "graphite", "AND")
    assert "Choose a destination" in no_suppliers_text(store, "graphite", None)


@pytest.mark.parametrize(
    ("destination", "buyer"), [("ALL", None), ("USA-MIL", "USA"), ("DEU", "DEU"), ("EUU", "EUU")]
)
def test_the_destination_is_the_buyer(destination: str, buyer: str | None) -> None:
    assert buyer_of(destination) == buyer


def test_the_remark_on_a_total_names_countries(store: Store) -> None:
    found = table(store, "mercury", "DEU", "280540", 2022)
    assert total_note(store, found.total) == (
        "93 % of the quantity at an implausible unit value; re-export hubs: Netherlands 93 %"
    )
    small = table(store, "antimony", "DEU", "261710", 2021)
    assert total_note(store, small.total).endswith("small: under 100,000 USD")


def test_taiwan_is_named_as_the_source_defines_it(store: Store) -> None:
    assert supplier_name(store, "TWN") == "Taiwan (Other Asia, not elsewhere specified)"
    assert supplier_name(store, "CHN") == "China"
    assert supplier_name(store, "OTH") == "Other suppliers"
    assert buyer_name(store, "TWN") == "Taiwan (Other Asia, not elsewhere specified)"
    assert buyer_name(store, "USA") == "the United States"


@pytest.mark.parametrize(
    ("buyer", "notes"),
    [
        ("EUU", ("Trade between members is not counted.",)),
        ("DEU", ("Imports from other members of the European Union are included.",)),
        ("USA", ("The figures for the United States include Puerto Rico.",)),
        ("JPN", ()),
    ],
)
def test_notes_state_what_a_buyers_figures_include(store: Store, buyer: str, notes: tuple[str, ...]) -> None:
    assert buyer_notes(store, buyer) == notes


def test_figures_of_a_heading_that_is_not_shown_are_left_out(edition_file: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(edition_file, tmp_path / "other.db"))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE buyer_codes SET use = 'no' WHERE hs_code = '250490'")
        connection.commit()
    with Store.open(path) as other:
        _, tables = supplier_tables(other, "graphite", "DEU")
    assert tables and "250490" not in tables
