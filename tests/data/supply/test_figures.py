"""Figures computed from the facts."""

from datetime import date

import pytest

from explorer.data.supply.figures import (
    Concentration,
    age_note,
    computed_flag,
    latest_reliance,
    least_confidence,
)
from explorer.data.supply.records import Dependence, Price, PriceSeries


def reliance(form: str, year: int, percent: float | None, qualifier: str | None = None) -> Dependence:
    values = dict.fromkeys(Dependence.__struct_fields__) | {
        "metal_id": "silicon",
        "form": form,
        "importer": "USA",
        "year": year,
        "net_import_reliance_pct": percent,
        "qualifier": qualifier,
    }
    return Dependence(**values)


def test_the_metal_as_a_whole_is_preferred_to_one_form() -> None:
    rows = [
        reliance("total", 2024, 40.0),
        reliance("ferrosilicon", 2025, 60.0),
        reliance("total", 2025, 50.0, ">"),
        reliance("total", 2026, None),
    ]
    assert latest_reliance(rows, "USA") is rows[2]
    assert latest_reliance(rows[:2], "USA") is rows[1]
    assert latest_reliance(rows, "EUU") is None


@pytest.mark.parametrize(
    ("flags", "flag"),
    [((None, "p", "e"), "e"), (("p", None, "o"), "p"), ((None, "o", "W"), None), ((), None)],
)
def test_a_computed_figure_has_the_flag_of_the_least_certain_one(
    flags: tuple[str | None, ...], flag: str | None
) -> None:
    assert computed_flag(flags) == flag


def test_confidence_is_the_lowest_of_all() -> None:
    assert least_confidence(("high", "low", "medium")) == "low"
    assert least_confidence(("high", "medium")) == "medium"


@pytest.mark.parametrize(
    ("last", "on", "sentence"),
    [
        ("2024-03", date(2026, 11, 24), "Latest price: Mar 2024, 2 years 8 months old"),
        ("2025-11-26", date(2026, 11, 26), ""),
        ("2025-11-26", date(2026, 11, 27), "Latest price: 26 Nov 2025, 1 year old"),
        ("2025-11", date(2026, 11, 30), ""),
        ("2025-11", date(2026, 12, 1), "Latest price: Nov 2025, 1 year 1 month old"),
        ("2025-08-30", date(2026, 10, 29), "Latest price: 30 Aug 2025, 1 year 1 month old"),
        ("2024-02-29", date(2025, 2, 28), ""),
        ("2024-02-29", date(2025, 3, 1), "Latest price: 29 Feb 2024, 1 year old"),
        ("2025", date(2026, 12, 31), ""),
        ("2023", date(2026, 11, 24), "Latest price: 2023, 2 years 11 months old"),
        ("2026-07", date(2020, 1, 1), ""),
    ],
)
def test_a_price_older_than_twelve_months_has_its_age(last: str, on: date, sentence: str) -> None:
    series = PriceSeries(**dict.fromkeys(PriceSeries.__struct_fields__) | {"name": "x"})
    price = Price(**dict.fromkeys(Price.__struct_fields__) | {"date": last, "value": 1.0})
    assert age_note(series, price, on) == sentence
    unit_value = PriceSeries(**dict.fromkeys(PriceSeries.__struct_fields__) | {"name": "unit value of x"})
    assert age_note(unit_value, price, on) == sentence.replace("price", "unit value")


@pytest.mark.parametrize(
    ("hhi", "at_least", "shown"),
    [(7499.0, True, 7490.0), (7500.0, True, 7500.0), (7499.0, False, 7500.0), (7494.0, False, 7490.0)],
)
def test_a_lower_bound_of_the_hhi_is_never_rounded_up(hhi: float, at_least: bool, shown: float) -> None:
    assert Concentration(hhi, at_least, None, "high").in_tens == shown
