"""Production over the years as stacked areas: the largest countries and the rest of one publisher's table."""

from collections.abc import Sequence

from explorer.charts.builders.content import Content, join_subtitle
from explorer.charts.builders.notes import flag_notes
from explorer.charts.builders.production_tables import word_shown, years_text
from explorer.charts.builders.subject import Subject
from explorer.charts.spec import Axis, Missing, Point, Series
from explorer.charts.ticks import linear_range
from explorer.data.numbers import year_ranges
from explorer.data.store import Store
from explorer.data.supply.figures import OTHER, ProductionTable, computed_flag, least_confidence
from explorer.data.supply.records import Production
from explorer.data.terms import output_word
from explorer.data.words import publisher_name
from explorer.language import gettext, gettext_noop

KIND = "production-years"
AREAS = 6
_COMPUTED = gettext_noop("calculated: world total less the countries shown")
_SUMMED = gettext_noop("calculated: sum of the countries in the table that are not shown separately")


def stacked(
    store: Store, subject: Subject, group: Sequence[ProductionTable], share: bool
) -> Content | Missing:
    """Describe an area for each country, in the unit of the table or in per cent of its total."""
    named = [t for t in group if any(c.value for c in t.countries)]
    tables = [t for t in named if t.share_base] if share else named
    if not tables:
        reason = gettext("This table has no output above zero by country, so no areas can be drawn.")
        if named:
            reason = gettext(
                "This table has no world total for years with figures by country, so no shares can be calculated."
            )
        return Missing(KIND, reason, subject.metal.metal_id, *subject.titles(gettext("production")))
    series = _layers(store, tables, share)
    first, last = tables[0], tables[-1]
    totals = [sum(p.y for s in series for p in s.points if p.x == t.year and p.y is not None) for t in tables]
    unit = "%" if share else last.unit
    high = (0.0, 100.0) if share else linear_range(0.0, max(totals), from_zero=True)
    what = gettext("Share of the world total, %") if share else last.unit
    title, heading = subject.titles(
        gettext("{output} by country and year").format(output=output_word(last.stage))
    )
    return Content(
        kind=KIND,
        shape="areas",
        title=title,
        heading=heading,
        subtitle=join_subtitle(what, last.form, publisher_name(last.publisher)),
        x=Axis("year", gettext("Year"), "", "linear", first.year - 0.5, last.year + 0.5),
        y=Axis("value", gettext("Output"), unit, "linear", *high),
        series=series,
        notes=(*subject.notes, *_notes(group, tables, series, share)),
    )


def _layers(store: Store, tables: Sequence[ProductionTable], share: bool) -> tuple[Series, ...]:
    """Return the areas of the countries that were largest over all years, and that of the rest."""
    names = _largest(tables)
    years = range(tables[0].year, tables[-1].year + 1)
    by_year = {t.year: t for t in tables}
    layers = [
        Series(
            store.country_name(name),
            tuple(_country_point(y, by_year.get(y), name, share) for y in years),
            published_unit=tables[0].unit if share else "",
            key=name,
        )
        for name in names
    ]
    rest = tuple(_rest_point(y, by_year.get(y), names, share) for y in years)
    if any(p.y for p in rest):
        layers.append(Series(gettext("Other countries"), rest, background=True, key=OTHER))
    return tuple(layers)


def _largest(tables: Sequence[ProductionTable]) -> list[str]:
    """Return the countries with the largest parts over all years, in the order of the last year."""
    parts: dict[str, float] = {}
    last = {row.country_id: row.value or 0.0 for row in tables[-1].countries}
    for table in tables:
        for row in table.countries:
            parts[row.country_id] = parts.get(row.country_id, 0.0) + _part(row.value or 0.0, table)
    top = sorted((c for c in parts if parts[c] > 0), key=lambda c: (-parts[c], c))[:AREAS]
    return sorted(top, key=lambda c: (-last.get(c, 0.0), -parts[c], c))


def _total(table: ProductionTable) -> float:
    """Return the base of shares in the unit of the table; without a published total, the sum of the rows."""
    base = table.share_base
    return sum(r.value or 0.0 for r in table.rows) if base is None else base


def _part(value: float, table: ProductionTable) -> float:
    return round(100 * value / _total(table), 2) if _total(table) else 0.0


def _country_point(year: int, table: ProductionTable | None, name: str, share: bool) -> Point:
    row = next((r for r in table.countries if r.country_id == name), None) if table is not None else None
    if table is None or row is None:
        return Point(year, None, str(year))
    share_pct = _part(row.value, table) if row.value is not None and table.share_base else None
    return Point(
        x=year,
        y=share_pct if share else row.value,
        label=str(year),
        flag=row.flag,
        qualifier=row.qualifier,
        share_pct=None if share else share_pct,
        word=word_shown(row),
        note=row.note,
        source_ids=row.source_ids,
        confidence=row.confidence,
        published=row.value if share else None,
    )


def _rest_point(year: int, table: ProductionTable | None, names: Sequence[str], share: bool) -> Point:
    """Return the world less the countries shown; without a published total, the other rows of the table."""
    if table is None:
        return Point(year, None, str(year))
    shown = [r for r in table.countries if r.country_id in names]
    others = [r for r in table.rows if r not in shown]
    whole = table.share_base is not None
    basis: list[Production] = [*others, *((table.world,) if whole and table.world is not None else ())]
    left = _total(table) - sum(r.value or 0.0 for r in shown)
    return Point(
        x=year,
        y=_part(left, table) if share else round(left, 6),
        label=str(year),
        flag=computed_flag(r.flag for r in (*basis, *shown)),
        share_pct=None if share or not whole else _part(left, table),
        note=gettext(_COMPUTED) if whole else gettext(_SUMMED),
        source_ids=tuple(dict.fromkeys(i for r in basis for i in r.source_ids)),
        confidence=least_confidence(r.confidence for r in (*basis, *shown)),
    )


def _notes(
    group: Sequence[ProductionTable],
    tables: Sequence[ProductionTable],
    series: Sequence[Series],
    share: bool,
) -> tuple[str, ...]:
    notes = list(flag_notes([p for s in series for p in s.points], bars=True))
    if any(s.background for s in series):
        text = gettext(
            "Other countries (calculated): the countries not shown or, where a world total is "
            "published, the world total less the countries shown."
        )
        if all(t.share_base is not None for t in tables):
            text = gettext(
                "Other countries (calculated): the world total less the countries shown, including "
                "withheld figures."
            )
        notes.append(text)
    if not share and any(t.share_base is None for t in tables):
        notes.append(gettext("Where no world total is published, the areas add up to the countries named."))
    empty = [y for y in range(tables[0].year, tables[-1].year + 1) if all(t.year != y for t in tables)]
    if empty:
        text = gettext(
            "No figures by country on file for {years}. These years are left blank; they are not zero."
        )
        notes.append(text.format(years=years_text(empty)))
    outside = [t.year for t in group if t.year < tables[0].year or t.year > tables[-1].year]
    if outside:
        text = gettext("Years without figures by country, not shown: {years}.")
        notes.append(text.format(years=year_ranges(outside)))
    return tuple(notes)
