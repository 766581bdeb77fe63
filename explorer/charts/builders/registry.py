"""The list of all kinds of chart, with the builder and the choices of each."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Literal

from msgspec import Struct

from explorer.charts.builders.compare import compare
from explorer.charts.builders.concentration import concentration
from explorer.charts.builders.controls import controls
from explorer.charts.builders.controls_all import controls_all
from explorer.charts.builders.import_sources import import_source_choices, import_sources
from explorer.charts.builders.measures_quarters import measures_quarters
from explorer.charts.builders.near_dates import near_dates
from explorer.charts.builders.periodic_table import periodic_table
from explorer.charts.builders.price import price
from explorer.charts.builders.price_change import price_change
from explorer.charts.builders.price_choices import price_choices
from explorer.charts.builders.production import production
from explorer.charts.builders.production_tables import (
    production_choices,
    production_years_choices,
    years_of_production,
)
from explorer.charts.builders.production_years import production_years
from explorer.charts.builders.reliance import (
    published_choices,
    published_reliance,
    reliance,
    reliance_choices,
)
from explorer.charts.builders.reserves import reserve_choices, reserves
from explorer.charts.builders.risk import risk, risk_compare
from explorer.charts.builders.stress import stress
from explorer.charts.builders.suppliers import (
    destination_choices,
    supplier_choices,
    suppliers,
    year_choices,
)
from explorer.charts.builders.suppliers_years import suppliers_years
from explorer.charts.builders.timeline import all_controls, controls_timeline
from explorer.charts.builders.trade import trade, trade_choices
from explorer.charts.builders.uses import use_choices, uses
from explorer.charts.builders.world_map import world_map
from explorer.charts.spec import Chart, Choice
from explorer.data.comparison.chosen import MOST_METALS
from explorer.data.context import Context
from explorer.data.store import Store
from explorer.errors import KnownError
from explorer.language import gettext, gettext_noop, list_of, ngettext

__all__ = [
    "KINDS",
    "MOST_METALS",
    "Choice",
    "Kind",
    "compare",
    "concentration",
    "controls",
    "controls_all",
    "controls_timeline",
    "destination_choices",
    "import_source_choices",
    "import_sources",
    "make",
    "measures_quarters",
    "near_dates",
    "periodic_table",
    "price",
    "price_change",
    "price_choices",
    "production",
    "production_choices",
    "production_years",
    "production_years_choices",
    "published_choices",
    "published_reliance",
    "reliance",
    "reliance_choices",
    "reserve_choices",
    "reserves",
    "risk",
    "risk_compare",
    "stress",
    "supplier_choices",
    "suppliers",
    "suppliers_years",
    "trade",
    "trade_choices",
    "use_choices",
    "uses",
    "world_map",
    "year_choices",
    "years_of_production",
]


def _none(_store: Store, _metal_id: str) -> tuple[Choice, ...]:
    return ()


Metals = Literal["one", "several", "all"]


class Kind(Struct, frozen=True):
    """A kind of chart: its name on the command line, messages for its label and the data it needs, and its builder.

    `options` are the keywords of `build`, named like those of the command; `metals` is the number of metals of one
    chart, `alone` is set where a chart of several metals is also useful for a single one.
    """

    name: str
    label_message: str
    needs_message: str
    build: Callable[..., Chart]
    options: tuple[str, ...] = ()
    choices: Callable[[Store, str], tuple[Choice, ...]] = _none
    metals: Metals = "one"
    alone: bool = False

    @property
    def label(self) -> str:
        """The label of the kind as a reader sees it."""
        return gettext(self.label_message)

    @property
    def needs(self) -> str:
        """The data that the kind needs, as a reader sees it."""
        return gettext(self.needs_message)

    @property
    def of_each(self) -> bool:
        """Whether the kind is made for single metals."""
        return self.metals == "one" or self.alone

    def own(self, options: Mapping[str, object]) -> dict[str, object]:
        """Return those of the options that the kind takes."""
        return {name: value for name, value in options.items() if name in self.options}


KINDS: MappingProxyType[str, Kind] = MappingProxyType(
    {
        k.name: k
        for k in (
            Kind(
                "price",
                gettext_noop("Price and control dates"),
                gettext_noop("a price series of the metal"),
                price,
                ("series", "index", "log", "since", "own"),
                price_choices,
            ),
            Kind(
                "controls",
                gettext_noop("Control history"),
                gettext_noop("a measure by the origin that covers the metal"),
                controls,
                ("since", "all_destinations", "show_ended"),
            ),
            Kind(
                "production",
                gettext_noop("Production by country"),
                gettext_noop("a production table with figures by country"),
                production,
                ("series", "year"),
                production_choices,
            ),
            Kind(
                "map",
                gettext_noop("World map"),
                gettext_noop("figures by country on a map: output, or what --show names"),
                world_map,
                ("show", "stage", "form", "publisher", "year"),
            ),
            Kind(
                "production-years",
                gettext_noop("Production by year"),
                gettext_noop("a production table"),
                production_years,
                ("series", "since", "shape"),
                production_years_choices,
            ),
            Kind(
                "concentration",
                gettext_noop("Supply concentration by year"),
                gettext_noop("a full production table"),
                concentration,
                ("series", "since"),
                production_choices,
                "several",
                alone=True,
            ),
            Kind(
                "reserves",
                gettext_noop("Reserves by country"),
                gettext_noop("reserves by country"),
                reserves,
                ("series",),
                reserve_choices,
            ),
            Kind(
                "uses", gettext_noop("Uses"), gettext_noop("uses with shares"), uses, ("series",), use_choices
            ),
            Kind(
                "trade",
                gettext_noop("Trade"),
                gettext_noop("trade figures"),
                trade,
                ("series", "since"),
                trade_choices,
            ),
            Kind(
                "import-sources",
                gettext_noop("Import sources"),
                gettext_noop("import sources of an importer with shares"),
                import_sources,
                ("series",),
                import_source_choices,
            ),
            Kind(
                "suppliers",
                gettext_noop("Suppliers to a buyer"),
                gettext_noop(
                    "imports by the destination (or by --buyer) under one of the metal's customs codes"
                ),
                suppliers,
                ("series", "year", "buyer"),
                supplier_choices,
            ),
            Kind(
                "suppliers-years",
                gettext_noop("Share of the origin in a buyer's imports by year"),
                gettext_noop(
                    "imports by the destination (or by --buyer) under one of the metal's customs codes"
                ),
                suppliers_years,
                ("series", "buyer"),
                supplier_choices,
            ),
            Kind(
                "reliance",
                gettext_noop("Net import reliance"),
                gettext_noop(
                    "imports by the destination under one of the metal's customs codes, or a published net import "
                    "reliance"
                ),
                reliance,
                ("series",),
                reliance_choices,
            ),
            Kind(
                "price-change",
                gettext_noop("Price around the control date"),
                gettext_noop("a control date with weekly or monthly prices around it"),
                price_change,
                ("series", "event", "own"),
                price_choices,
                "several",
                alone=True,
            ),
            Kind(
                "compare",
                gettext_noop("Prices compared"),
                gettext_noop("a price series for at least one metal"),
                compare,
                ("series", "base", "log", "since", "own"),
                price_choices,
                "several",
            ),
            Kind(
                "risk-compare",
                gettext_noop("Concentration and import reliance compared"),
                gettext_noop("full production tables and net import reliance"),
                risk_compare,
                metals="several",
            ),
            Kind(
                "controls-all",
                gettext_noop("All metals: timeline of controls"),
                gettext_noop("a measure by the origin"),
                all_controls,
                ("since", "by", "kind", "all_destinations", "full_history"),
                metals="all",
            ),
            Kind(
                "measures-quarters",
                gettext_noop("All metals: measures by quarter"),
                gettext_noop("a measure by the origin on a metal"),
                measures_quarters,
                ("since",),
                metals="all",
            ),
            Kind(
                "risk",
                gettext_noop("All metals: concentration and import reliance"),
                gettext_noop("full production tables and net import reliance"),
                risk,
                metals="all",
            ),
            Kind(
                "dates",
                gettext_noop("All metals: control dates around the as-of date"),
                gettext_noop(
                    "a control date of the origin within 90 days, or of any origin with --all-origins"
                ),
                near_dates,
                ("all_origins",),
                metals="all",
            ),
            Kind(
                "table",
                gettext_noop("All metals: periodic table"),
                gettext_noop("the status of each metal, or the figure that --color names"),
                periodic_table,
                ("color",),
                metals="all",
            ),
            Kind(
                "stress",
                gettext_noop("All metals: output lost without some countries"),
                gettext_noop("production tables with figures by country"),
                stress,
                ("without", "stage", "threshold"),
                metals="all",
            ),
        )
    }
)


def make(kind: Kind, store: Store, metal_ids: Sequence[str], context: Context, /, **options: object) -> Chart:
    """Return a chart of a kind; raise KnownError for metals or options that the kind does not take."""
    unknown = [name for name in options if name not in kind.options]
    if unknown:
        text = ngettext(
            "{options} does not apply to the chart “{chart}”.",
            "{options} do not apply to the chart “{chart}”.",
            len(unknown),
        )
        names = list_of([f"--{name.replace('_', '-')}" for name in unknown])
        raise KnownError(text.format(options=names, chart=kind.name))
    if kind.metals == "all":
        return kind.build(store, context, **options)
    if kind.metals == "several":
        if not 1 <= len(metal_ids) <= MOST_METALS:
            text = gettext("The chart “{chart}” takes one to {most} metals.")
            raise KnownError(text.format(chart=kind.name, most=MOST_METALS))
        return kind.build(store, tuple(metal_ids), context, **options)
    (metal_id,) = metal_ids
    return kind.build(store, metal_id, context, **options)
