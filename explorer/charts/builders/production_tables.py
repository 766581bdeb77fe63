"""The production tables of a metal as a chart offers them: one publisher, stage, form and unit at a time."""

from collections.abc import Sequence

from explorer.charts.builders.choices import pick
from explorer.charts.builders.subject import Subject, find_subject, titles
from explorer.charts.spec import Choice, Missing
from explorer.data.metal_names import plain_name
from explorer.data.numbers import quoted
from explorer.data.store import Store
from explorer.data.supply.figures import (
    PUBLISHER_ORDER,
    STAGE_ORDER,
    ProductionTable,
    default_table,
)
from explorer.data.supply.metal_tables import MetalTables
from explorer.data.supply.records import Production
from explorer.data.terms import output_label
from explorer.data.words import flag_name, publisher_short
from explorer.language import gettext, list_of, ngettext

RECENT_YEARS = 3
MOST_YEARS = 6


def production_choices(store: Store, metal_id: str) -> tuple[Choice, ...]:
    """Return the tables on file for a metal or its group, the default one first."""
    return table_choices(find_tables(store, metal_id)[1])


def table_choices(tables: Sequence[ProductionTable]) -> tuple[Choice, ...]:
    """Return the choices among some tables, the default one first."""
    groups = by_series(tables)
    default = default_table(tables)
    first = table_key(default) if default is not None else ""
    keys = sorted(groups, key=lambda k: (k != first, *_rank(groups[k][-1]), k))
    return tuple(Choice(k, _choice_label(groups[k])) for k in keys)


def production_years_choices(store: Store, metal_id: str) -> tuple[Choice, ...]:
    """Return the tables on file, the default one of a chart over the years first."""
    tables = find_tables(store, metal_id)[1]
    choices = table_choices(tables)
    first = longest_series(tables) if tables else ""
    return tuple(sorted(choices, key=lambda c: c.key != first))


def longest_series(tables: Sequence[ProductionTable]) -> str:
    """Return the key of the series with the most years by country, of those that include a recent year.

    A series of two years does not show a trend, and one that ended years ago does not show the present.
    """
    default = default_table(tables)
    stage = default.stage if default is not None else ""
    groups = by_series(tables)
    newest = max((t.year for t in tables if t.countries), default=0)

    def order(key: str) -> tuple[bool, int, int, bool, int, str]:
        group = groups[key]
        named = [t for t in group if len(t.countries) > 1]
        recent = bool(named) and newest - named[-1].year <= RECENT_YEARS
        full, with_figures = sum(t.full for t in group), sum(_has_figures(t) for t in group)
        return recent, len(named), full, group[-1].stage == stage, with_figures, key

    return max(groups, key=order)


def _has_figures(table: ProductionTable) -> bool:
    """Return whether a table has a figure or a range."""
    return any(row.value is not None or row.high is not None for row in table.figures)


def years_of_production(store: Store, metal_id: str, series: str | None = None) -> tuple[int, ...]:
    """Return the years of a table with figures by country, the newest first."""
    _, tables = find_tables(store, metal_id)
    choices = table_choices(tables)
    if not choices:
        return ()
    key = pick(choices, series).key
    return tuple(sorted((t.year for t in by_series(tables)[key] if has_bars(t)), reverse=True))


def has_bars(table: ProductionTable) -> bool:
    """Return whether a table is drawn as bars: it has rows, or its world total is published as a word."""
    return bool(table.rows) or table.worded_world is not None


def find_tables(store: Store, metal_id: str) -> tuple[Subject, Sequence[ProductionTable]]:
    """Return the subject of a chart of production, and its tables."""
    return find_subject(store, metal_id, MetalTables.of(store).tables)


def by_series(tables: Sequence[ProductionTable]) -> dict[str, list[ProductionTable]]:
    """Return the tables by publisher, stage, form and unit, each in the order of years."""
    groups: dict[str, list[ProductionTable]] = {}
    for table in tables:
        groups.setdefault(table_key(table), []).append(table)
    return groups


def table_key(table: ProductionTable) -> str:
    """Return the key of the publisher, stage, form and unit of a table."""
    return "|".join((table.publisher, table.stage, table.form, table.unit))


def _rank(table: ProductionTable) -> tuple[bool, int, int, int]:
    partial = not table.full
    return partial, STAGE_ORDER.index(table.stage), PUBLISHER_ORDER.index(table.publisher), -table.year


def _choice_label(tables: Sequence[ProductionTable]) -> str:
    last = tables[-1]
    if any(t.rows for t in tables):
        text = gettext("{output}, {form} · {publisher}, {unit}, {years}")
    else:
        text = gettext("{output}, {form} · {publisher}, {unit}, {years}, world total only")
    return text.format(
        output=output_label(last.stage),
        form=last.form,
        publisher=publisher_short(last.publisher),
        unit=last.unit,
        years=str(last.year) if len(tables) == 1 else f"{tables[0].year}–{last.year}",
    )


def years_text(years: Sequence[int]) -> str:
    """Return years inside a sentence, the number of them where they are many."""
    if len(years) <= MOST_YEARS:
        return list_of([str(y) for y in years])
    return ngettext("{count} year", "{count} years", len(years)).format(count=len(years))


def no_production(store: Store, metal_id: str, kind: str) -> Missing:
    """Return the sentence for a metal without production on file."""
    metal = store.metal(metal_id)
    reason = gettext("No production by country on file for {metal}.").format(metal=plain_name(metal))
    return Missing(kind, reason, metal_id, *titles(metal.name_en, gettext("production")))


def word_shown(figure: Production) -> str | None:
    """Return the word shown instead of a figure: the publisher's, or that it is withheld."""
    if figure.value is not None:
        return None
    return quoted(figure.word) or (flag_name("W") if figure.flag == "W" else None)
