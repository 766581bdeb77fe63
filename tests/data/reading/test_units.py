"""Units and currencies that headers suggest."""

import pytest

from explorer.data.reading.units import find_currency, find_unit, find_weight


@pytest.mark.parametrize(
    ("text", "unit", "currency", "rest"),
    [
        ("Price (USD/kg)", "USD/kg", "USD", "Price"),
        ("RMB/t", "CNY/t", "CNY", ""),
        ("€/lb", "EUR/lb", "EUR", ""),
        ("APT, $/mtu WO3", "USD/mtu WO3", "USD", "APT"),
        ("US$ per tonne", "USD/t", "USD", ""),
        ("Price, dollars per metric ton", "USD/t", "USD", "Price"),
        ("US cents/lb", "US cents/lb", "USD", ""),
        ("锑锭（元/吨）", "CNY/t", "CNY", "锑锭"),
        ("钨精矿（万元/吨）", "10,000 CNY/t", "CNY", "钨精矿"),
        ("USD/kg CIF Rotterdam", "USD/kg", "USD", "CIF Rotterdam"),
        ("$/lb V2O5", "USD/lb V2O5", "USD", ""),
        ("USD/ton", "USD/ton", "USD", ""),
        ("Gallium in EUR", "", "EUR", "Gallium in EUR"),
        ("¥/kg", "", "", "¥/kg"),
        ("Gallium", "", "", "Gallium"),
    ],
)
def test_a_header_suggests_a_unit(text: str, unit: str, currency: str, rest: str) -> None:
    assert find_unit(text) == (unit, currency, rest)


def test_currency_and_weight_in_cells_of_their_own() -> None:
    assert find_currency("Currency: RMB") == "CNY" and find_currency("eurozone") == ""
    assert find_weight(" MT ") == "t" and find_weight("tonnes of it") == ""
