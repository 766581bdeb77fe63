"""From the facts to descriptions: every chart the program knows, and the choices that each offers."""

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType

from explorer.charts.build_controls import control_history
from explorer.charts.build_price import price, price_choices
from explorer.charts.build_reliance import reliance, reliance_choices
from explorer.charts.build_shares import (
    import_source_choices,
    import_sources,
    reserve_choices,
    reserves,
    use_choices,
    uses,
)
from explorer.charts.build_supply import (
    production,
    production_choices,
    production_years,
)
from explorer.charts.build_trade import trade, trade_choices
from explorer.charts.build_years import production_over_time
from explorer.charts.spec import Chart, Choice
from explorer.data.store import Store

__all__ = [
    "KINDS",
    "Choice",
    "Kind",
    "control_history",
    "import_source_choices",
    "import_sources",
    "price",
    "price_choices",
    "production",
    "production_choices",
    "production_over_time",
    "production_years",
    "reliance",
    "reliance_choices",
    "reserve_choices",
    "reserves",
    "trade",
    "trade_choices",
    "use_choices",
    "uses",
]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of chart: the name a command uses, what a reader calls it, how it is made and what it offers."""

    name: str
    label: str
    build: Callable[..., Chart]
    choices: Callable[[Store, str], tuple[Choice, ...]]


def _none(_store: Store, _metal_id: str) -> tuple[Choice, ...]:
    return ()


KINDS: MappingProxyType[str, Kind] = MappingProxyType(
    {
        k.name: k
        for k in (
            Kind("price", "Price and control dates", price, price_choices),
            Kind("controls", "Control history", control_history, _none),
            Kind("production", "Production by country", production, production_choices),
            Kind("production-years", "Production over the years", production_over_time, production_choices),
            Kind("reserves", "Reserves by country", reserves, reserve_choices),
            Kind("uses", "Uses", uses, use_choices),
            Kind("trade", "Trade", trade, trade_choices),
            Kind("import-sources", "Import sources", import_sources, import_source_choices),
            Kind("reliance", "Net import reliance", reliance, reliance_choices),
        )
    }
)
