"""Figures computed from the facts."""

from dataclasses import fields

import pytest

from explorer.data.figure_records import Dependence
from explorer.data.figures import computed_flag, latest_reliance, least_confidence


def reliance(form: str, year: int, percent: float | None, qualifier: str | None = None) -> Dependence:
    values = dict.fromkeys(f.name for f in fields(Dependence)) | {
        "metal_id": "silicon",
        "form": form,
        "importer": "USA",
        "year": year,
        "net_import_reliance_pct": percent,
        "qualifier": qualifier,
    }
    return Dependence(**values)


def test_the_metal_as_a_whole_comes_before_one_of_its_forms() -> None:
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
def test_what_is_computed_is_as_sure_as_the_least_sure_figure(
    flags: tuple[str | None, ...], flag: str | None
) -> None:
    assert computed_flag(flags) == flag


def test_confidence_is_the_lowest_of_all() -> None:
    assert least_confidence(("high", "low", "medium")) == "low"
    assert least_confidence(("high", "medium")) == "medium"
