"""Checks the facts against the rules of the data, so that each fault is told with its file and line."""

from collections.abc import Callable, Iterator

from . import rules_controls as controls
from . import rules_figures as figures
from . import rules_tables as tables
from .faults import Fault
from .rows import Sheets

Rule = Callable[[Sheets], Iterator[Fault]]

# Rules that look at each table by itself and pass over those that could not be read.
EVERY_TABLE: tuple[Rule, ...] = (tables.cells, tables.keys, tables.references, tables.translations)
# Rules that need whole tables: with one of them missing they would report faults that there are not.
BETWEEN_TABLES: tuple[tuple[Rule, tuple[str, ...]], ...] = (
    (tables.sources, ("sources",)),
    (tables.metal_lists, ("metals", "claims")),
    (tables.destinations, ("countries", "measures")),
    (controls.events, ("measures", "measure_events")),
    (controls.items, ("items", "item_codes", "measure_metals")),
    (controls.code_years, ("item_codes",)),
    (figures.metals, ("metals", "uses")),
    (figures.shares_of_use, ("uses",)),
    (figures.shares_of_import, ("import_sources",)),
    (figures.production, ("production",)),
    (figures.disagreements, ("disagreements",)),
    (figures.reserves, ("reserves",)),
    (figures.dependence, ("dependence",)),
    (figures.trade, ("trade",)),
    (figures.sites, ("producers", "projects")),
    (figures.prices, ("prices", "price_series")),
)


def check(sheets: Sheets) -> list[Fault]:
    """Return every fault of every file, by file and line."""
    faults = {fault for sheet in sheets.values() for fault in sheet.faults}
    for rule in EVERY_TABLE:
        faults.update(rule(sheets))
    for rule, needed in BETWEEN_TABLES:
        if not any(sheets[name].is_broken for name in needed):
            faults.update(rule(sheets))
    return sorted(faults)
