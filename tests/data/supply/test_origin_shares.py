"""The share of an origin under one heading, against rows of the frozen edition read by hand."""

import pytest
from msgspec.structs import replace

from explorer.data.store import Store
from explorer.data.supply.buyers import SupplierTable, supplier_tables
from explorer.data.supply.origin_shares import (
    is_thin,
    is_usable,
    not_named_text,
    origin_share,
    row_of,
    shares_text,
    table_share,
    upper_text,
)


def table(store: Store, metal: str, buyer: str, code: str, year: int) -> SupplierTable:
    _, tables = supplier_tables(store, metal, buyer)
    return next(t for t in tables[code] if t.year == year)


def test_china_has_a_lower_and_an_upper_reading_of_tonnage_and_value(store: Store) -> None:
    """Of 1613.672 t and 15,316.793 thousand USD in 2023, 89.24 % of the tonnes are China's, 0.62 % Hong Kong's."""
    found = table_share(table(store, "bismuth", "EUU", "810600", 2023), "CHN")
    assert (found.of_tonnage, found.upper_of_tonnage, found.upper_of_value) == (89.24, 89.86, 82.54)
    assert found.of_value == pytest.approx(100 * 12544.506 / 15316.793, abs=0.01)
    assert found.differs_with_hong_kong
    assert shares_text(found) == "89\u202f% of tonnage, 82\u202f% of value"
    assert upper_text(found) == "90\u202f% of tonnage, 83\u202f% of value"


def test_another_origin_has_its_own_row_and_no_upper_reading(store: Store) -> None:
    """Mozambique: 8564 of 46,814.744 t and 5882.47 of 54,386.229 thousand USD."""
    found = table_share(table(store, "graphite", "DEU", "250410", 2024), "MOZ")
    assert (found.of_tonnage, found.upper_of_tonnage, found.upper_of_value) == (18.29, None, None)
    assert found.of_value == pytest.approx(10.816, abs=0.001)
    assert upper_text(found) == "" and not found.differs_with_hong_kong


def test_an_origin_that_is_not_named_has_no_share_and_never_zero(store: Store) -> None:
    found = table_share(table(store, "graphite", "DEU", "250410", 2024), "AUS")
    assert (found.of_tonnage, found.of_value) == (None, None) and shares_text(found) == ""
    assert (
        not_named_text(store, "AUS")
        == "The named suppliers do not include Australia; its share is not on file."
    )
    assert not_named_text(store, "EUU") == (
        "Suppliers are named by country, so there is no share of the European Union."
    )


def test_china_below_the_named_suppliers_has_tonnage_but_no_value_of_its_own(store: Store) -> None:
    """261100 to the Union in 2022: 0.35 % of the tonnes; the value on file is that with Hong Kong, 1.66 %."""
    found = table_share(table(store, "tungsten", "EUU", "261100", 2022), "CHN")
    assert (found.of_tonnage, found.of_value, found.upper_of_value) == (0.35, None, 1.66)
    assert shares_text(found) == "0.3\u202f% of tonnage, share of value not on file"


def test_hong_kong_as_a_buyer_has_one_reading(store: Store) -> None:
    """It cannot supply itself, so what the source adds up as China and Hong Kong is China's."""
    total = replace(table(store, "tungsten", "EUU", "261100", 2022).total, buyer="HKG")
    found = origin_share(total, None, "CHN")
    assert (found.of_tonnage, found.of_value) == (0.35, 1.66)
    assert (found.upper_of_tonnage, found.upper_of_value) == (None, None)


def test_outliers_thin_records_and_missing_tonnes_are_not_usable(store: Store) -> None:
    def usable(metal: str, buyer: str, code: str, year: int, origin: str = "CHN") -> bool:
        found = table(store, metal, buyer, code, year)
        return is_usable(found.total, row_of(found.suppliers, origin))

    assert usable("rare-earths", "DEU", "284690", 2024)
    assert not usable("rare-earths", "DEU", "284690", 2023)  # flag o
    assert not usable("bismuth", "EUU", "810600", 2024)  # thin record of NLD
    assert is_thin(table(store, "bismuth", "EUU", "810600", 2020).total)
    # The total of 2022 is no outlier, but the row of Malaysia is.
    assert usable("rare-earths", "USA", "284690", 2022) and not usable(
        "rare-earths", "USA", "284690", 2022, "MYS"
    )
