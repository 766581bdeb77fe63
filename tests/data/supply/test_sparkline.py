"""The price as a small line: which prices, where it is broken, and its words."""

from datetime import date

import pytest

from explorer.data.supply.price_points import SeriesPrices
from explorer.data.supply.sparkline import Sparkline, sparkline
from tests.charts.facts import Facts

AS_OF = date(2026, 11, 28)


def line(values: dict[str, float], as_of: date = AS_OF, unit_value: bool = False) -> Sparkline | None:
    facts = Facts()
    facts.add_prices("unit value" if unit_value else "s", "tin", values)
    return sparkline(SeriesPrices(facts.series[0], facts.prices(facts.series[0].series_id)), as_of)


def test_it_goes_from_the_lowest_to_the_highest_price_of_five_years() -> None:
    found = line({"2021-11-01": 900.0, "2022-01-15": 10.0, "2022-12-15": 30.0, "2023-06-15": 20.0})
    assert found is not None and len(found.strokes) == 1
    assert [up for _, up in found.strokes[0]] == [0, 1, 0.5]  # 900 is five years and four weeks old
    assert all(0 <= along <= 1 for along, _ in found.strokes[0])
    assert found.end == found.strokes[0][-1]


def test_no_line_goes_across_a_gap_of_more_than_400_days() -> None:
    near = line({"2022-01-01": 1.0, "2023-02-05": 2.0})  # 400 days
    far = line({"2022-01-01": 1.0, "2023-02-06": 2.0})
    assert near is not None and [len(s) for s in near.strokes] == [2]
    assert far is not None and [len(s) for s in far.strokes] == [1, 1]


def test_prices_of_years_are_joined() -> None:
    found = line({"2022": 1.0, "2023": 2.0, "2024": 3.0, "2025": 4.0})
    assert found is not None and [len(s) for s in found.strokes] == [4]


def test_only_prices_known_by_the_day_are_drawn() -> None:
    months = {"2026-09": 1.0, "2026-10": 2.0, "2026-11": 3.0}
    found = line(months)
    assert found is not None and len(found.strokes[0]) == 2
    assert line(months, date(2026, 9, 29)) is None
    assert line({"2015-01": 1.0}) is None


def test_a_line_that_a_day_does_not_change_is_kept() -> None:
    facts = Facts()
    facts.add_prices("s", "tin", {"2026-10-01": 1.0, "2026-11-20": 2.0})
    held = SeriesPrices(facts.series[0], facts.prices("s"))
    first = sparkline(held, date(2026, 11, 18))
    assert sparkline(held, date(2026, 11, 19), first) is first
    assert sparkline(held, date(2026, 11, 20), first) is not first
    assert sparkline(held, date(2026, 12, 1), first) is not first


def test_equal_prices_are_a_level_line_in_the_middle() -> None:
    found = line({"2025-01": 5.0, "2025-02": 5.0})
    assert found is not None and [up for _, up in found.strokes[0]] == [0.5, 0.5]


@pytest.mark.parametrize(("unit_value", "start"), [(False, "Price"), (True, "Unit value")])
def test_its_words_name_kind_span_extremes_last_price_and_series(unit_value: bool, start: str) -> None:
    found = line({"2025-01": 5.0, "2025-02": 9.0, "2025-03": 7.0}, unit_value=unit_value)
    assert found is not None and found.is_unit_value is unit_value
    assert found.text.startswith(
        f"{start}, last 5 years: 3 figures from Jan 2025 to Mar 2025; lowest 5 USD/kg, highest 9 USD/kg, "
        "last 7 USD/kg. Series: Tin: "
    )


def test_a_flag_of_the_last_price_is_said() -> None:
    facts = Facts()
    facts.add_prices("s", "tin", {"2025": 5.0}, flags={"2025": "e"})
    found = sparkline(SeriesPrices(facts.series[0], facts.prices("s")), AS_OF)
    assert (
        found is not None
        and found.text == "Price, last 5 years: 1 figure; 5 USD/kg, estimated (2025). Series: Tin: s."
    )


def test_flags_of_the_lowest_and_highest_price_are_said() -> None:
    facts = Facts()
    facts.add_prices("s", "tin", {"2023": 5.0, "2024": 9.0, "2025": 7.0}, flags={"2023": "e", "2024": "e"})
    found = sparkline(SeriesPrices(facts.series[0], facts.prices("s")), AS_OF)
    assert found is not None
    assert "; lowest 5 USD/kg, estimated, highest 9 USD/kg, estimated, last 7 USD/kg." in found.text
