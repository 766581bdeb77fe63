"""Checks the facts against the rules of the data and names each fault with its file and line.

These rules take the place of CHECK constraints, which the schema does not have.
"""

from collections.abc import Callable, Iterator

from .csv_tables import CsvTables
from .faults import Fault
from .rules import buyers, controls, figures, tables

Rule = Callable[[CsvTables], Iterator[Fault]]

# Rules for each table by itself; they skip tables that could not be read.
EVERY_TABLE: tuple[Rule, ...] = (tables.cells, tables.keys, tables.references, tables.translations)
# Rules that compare tables; they are skipped where a table could not be read.
BETWEEN_TABLES: tuple[tuple[Rule, tuple[str, ...]], ...] = (
    (tables.edition, ("meta",)),
    (tables.sources, ("sources",)),
    (tables.metal_lists, ("metals", "claims", "search_terms")),
    (tables.claim_charts, ("claims", "price_series")),
    (tables.search_terms, ("search_terms",)),
    (tables.blocs, ("countries",)),
    (tables.destinations, ("countries", "measures")),
    (controls.events, ("measures", "measure_events")),
    (controls.items, ("items", "item_codes", "measure_metals")),
    (controls.code_years, ("item_codes",)),
    (controls.reach_and_strictness, ("measures", "measure_metals")),
    (controls.parties, ("measures", "measure_parties")),
    (controls.thresholds, ("thresholds",)),
    (controls.legal_texts, ("legal_texts", "items", "measures", "measure_events", "instruments")),
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
    (buyers.headings, ("buyer_codes", "buyer_imports", "buyer_dependence")),
    (buyers.coverage, ("buyer_codes", "buyer_code_measures", "measures", "measure_metals", "items")),
    (buyers.suppliers, ("countries", "buyer_imports", "buyer_dependence")),
    (buyers.dependence, ("buyer_dependence",)),
)


def check(facts: CsvTables) -> list[Fault]:
    """Return every fault of every file, by file and line."""
    faults = {fault for table in facts.values() for fault in table.faults}
    for rule in EVERY_TABLE:
        faults.update(rule(facts))
    for rule, needed in BETWEEN_TABLES:
        if not any(facts[name].is_broken for name in needed):
            faults.update(rule(facts))
    return sorted(faults)
