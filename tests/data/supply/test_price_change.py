"""The change of a price since the first control: which two figures are compared, and why there may be none."""

from datetime import date

import pytest

from explorer.data.context import Context
from explorer.data.store import Store
from explorer.data.supply.key_figures import key_figures
from explorer.data.supply.price_change import (
    NO_CONTROL,
    NO_SERIES,
    NONE_AFTER,
    NONE_BEFORE,
    NOT_NOMINAL,
    price_since_control,
    price_since_first_control,
)
from explorer.data.supply.price_change_texts import change_line, change_sentences, flagged_price, gap_text
from explorer.data.supply.price_points import SeriesPrices
from tests.charts.facts import Facts

TODAY = date(2026, 11, 28)
CONTROL = date(2025, 8, 1)
MONTHS = {"2025-06": 90.0, "2025-07": 100.0, "2025-08": 150.0, "2025-09": 250.0}


def held(
    values: dict[str, float], basis: str = "nominal", flags: dict[str, str] | None = None
) -> SeriesPrices:
    facts = Facts()
    facts.add_prices("s", "tin", values, basis=basis, flags=flags)
    return SeriesPrices(facts.series[0], facts.prices("s"))


def compared(
    values: dict[str, float], control: date = CONTROL, as_of: date = TODAY
) -> tuple[str, str] | None:
    change = price_since_control(held(values), control, as_of).change
    return (change.first.date, change.last.date) if change is not None else None


def test_the_month_of_the_control_is_not_before_it() -> None:
    assert compared(MONTHS) == ("2025-07", "2025-09")
    assert price_since_control(held(MONTHS), CONTROL, TODAY).percent == pytest.approx(150)


def test_a_price_of_the_control_date_is_not_before_it() -> None:
    days = {"2025-07-31": 1.0, "2025-08-01": 2.0, "2025-08-04": 3.0}
    assert compared(days) == ("2025-07-31", "2025-08-04")


def test_the_year_of_the_control_is_not_before_it() -> None:
    assert compared({"2024": 1.0, "2025": 2.0, "2026": 3.0}) == ("2024", "2025")  # 2026 has not ended


def test_figures_after_the_as_of_date_are_not_compared() -> None:
    assert compared(MONTHS, as_of=date(2025, 8, 31)) == ("2025-07", "2025-08")
    assert compared(MONTHS, as_of=date(2025, 8, 30)) is None


@pytest.mark.parametrize(
    ("prices", "control", "gap"),
    [
        (held(MONTHS), None, NO_CONTROL),
        (held(MONTHS), date(2027, 1, 1), NO_CONTROL),
        (None, CONTROL, NO_SERIES),
        (held(MONTHS, basis="constant 1998 USD"), CONTROL, NOT_NOMINAL),
        (held(MONTHS), date(2025, 6, 30), NONE_BEFORE),
        (held({"2025-07": 0.0, "2025-08": 1.0}), CONTROL, NONE_BEFORE),
        (held(MONTHS), date(2026, 1, 1), NONE_AFTER),
    ],
)
def test_without_a_figure_there_is_a_reason_and_never_zero(
    store: Store, prices: SeriesPrices | None, control: date | None, gap: str
) -> None:
    found = price_since_control(prices, control, TODAY)
    assert (found.change, found.percent, found.gap) == (None, None, gap)
    assert gap_text(store, found, Context(TODAY))
    assert change_line(found) == "Price since control: no figure"
    assert change_sentences(store, found, Context(TODAY)).startswith("No figure: ")


def test_the_card_and_the_list_compare_the_same_figures(store: Store) -> None:
    context = Context(TODAY)
    for metal_id in store.metals:
        figures, found = (
            key_figures(store, metal_id, context),
            price_since_first_control(store, metal_id, context),
        )
        assert figures.price_change == found.change


def test_gallium_is_compared_with_the_month_before_its_control(store: Store) -> None:
    # tests/edition/prices.csv: 445.63 in Jul 2023, 1499.97 in Jul 2026; the licence is in force since 1 Aug 2023.
    found = price_since_first_control(store, "gallium", Context(TODAY))
    assert found.control == date(2023, 8, 1) and found.change is not None
    assert (found.change.first.date, found.change.last.date) == ("2023-07", "2026-07")
    assert found.percent == pytest.approx(236.6, abs=0.1)
    assert change_line(found).replace("\u202f", " ") == "+237 % since Jul 2023 (unit value)"
    assert change_sentences(store, found, Context(TODAY)) == (
        "445.63 USD/kg (Jul 2023), the last figure before the control took effect on 1 Aug 2023; 1499.97 USD/kg "
        "(Jul 2026), the latest by 28 Nov 2026. Series: Gallium, unwrought and powders, average unit value of US "
        "imports."
    )


def test_a_flag_is_named_with_its_price() -> None:
    price = held(MONTHS, flags={"2025-07": "e"}).prices[1]
    assert flagged_price(price, "USD/kg") == "100 USD/kg, estimated"
