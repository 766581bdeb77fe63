"""Production over the years: the largest countries and the world, one publisher, one stage and one form."""

from msgspec.structs import replace

from explorer.charts.builders.choices import options, pick, since_option
from explorer.charts.builders.content import Content, finish, join_subtitle
from explorer.charts.builders.notes import bound_notes, flag_notes
from explorer.charts.builders.production_areas import stacked
from explorer.charts.builders.production_tables import (
    by_series,
    find_tables,
    longest_series,
    no_production,
    table_choices,
    word_shown,
    years_text,
)
from explorer.charts.builders.subject import Subject
from explorer.charts.builders.time_axis import year_axis
from explorer.charts.spec import Axis, Chart, Missing, Point, Series, Since
from explorer.charts.ticks import linear_range
from explorer.data.context import Context
from explorer.data.numbers import year_ranges
from explorer.data.store import Store
from explorer.data.supply.figures import WORLD, ProductionTable
from explorer.data.supply.records import Production
from explorer.data.terms import output_word
from explorer.data.words import publisher_name
from explorer.language import gettext

KIND = "production-years"
LINES = 5


def production_years(
    store: Store,
    metal_id: str,
    context: Context,
    series: str | None = None,
    since: Since = "default",
    shape: str | None = None,
) -> Chart:
    """Describe output over the years for the largest countries and the world; a missing year is a gap.

    `shape` is `lines`, `stacked` for stacked areas, or `share` for stacked areas in per cent of the world.
    """
    subject, tables = find_tables(store, metal_id)
    choices = table_choices(tables)
    if not choices:
        return no_production(store, metal_id, KIND)
    key = pick(choices, series).key if series else longest_series(tables)
    whole = by_series(tables)[key]
    group = _shown_years(whole, since)
    if not group:
        reason = gettext("This table has no figures in these years.")
        return Missing(KIND, reason, metal_id, *subject.titles(gettext("production")))
    given = options(
        series=series, since=since_option(since), shape=shape if shape in ("stacked", "share") else None
    )
    if shape in ("stacked", "share"):
        content = stacked(store, subject, group, share=shape == "share")
    else:
        content = _over_years(store, subject, group)
    if isinstance(content, Missing):
        return content
    notes = (*content.notes, *_cropped_note(whole, group))
    return finish(store, (metal_id,), context, replace(content, notes=notes, options=given))


def _over_years(store: Store, subject: Subject, group: list[ProductionTable]) -> Content | Missing:
    """Describe a line for each country and one for the world."""
    lines = _lines(store, group)
    points = [p for s in lines for p in s.points]
    values = [v for p in points for v in (p.y, p.high) if v is not None]
    if not values:
        reason = gettext("All figures in this table are withheld or unknown.")
        return Missing(KIND, reason, subject.metal.metal_id, *subject.titles(gettext("production")))
    last, first = group[-1], group[0]
    title, heading = subject.titles(gettext("{output} by year").format(output=output_word(last.stage)))
    return Content(
        kind=KIND,
        title=title,
        heading=heading,
        subtitle=join_subtitle(last.unit, last.form, publisher_name(last.publisher)),
        x=year_axis(first.year, last.year),
        y=Axis(
            "value", gettext("Output"), last.unit, "linear", *linear_range(0.0, max(values), from_zero=True)
        ),
        series=lines,
        notes=(
            *subject.notes,
            *flag_notes(points, bars=False),
            *bound_notes(points),
            *_gap_note(group),
        ),
    )


def _shown_years(group: list[ProductionTable], since: Since) -> list[ProductionTable]:
    """Return the tables in the range that was chosen, by default from the first one with figures by country."""
    if since == "default":
        named = [t.year for t in group if len(t.countries) > 1] or [t.year for t in group if t.countries]
        first = min(named, default=group[0].year)
    else:
        first = since.year if since is not None else group[0].year
    return [t for t in group if t.year >= first]


def _lines(store: Store, group: list[ProductionTable]) -> tuple[Series, ...]:
    newest = next((t for t in reversed(group) if t.countries), group[-1])
    names = [c.country_id for c in newest.countries[:LINES]]
    years = range(group[0].year, group[-1].year + 1)
    by_year = {t.year: t for t in group}
    series = [
        Series(
            store.country_name(name),
            tuple(_year_point(y, _row_of(by_year.get(y), name)) for y in years),
            key=name,
        )
        for name in names
    ]
    world = tuple(_year_point(y, by_year[y].world if y in by_year else None) for y in years)
    if any(p.y is not None or p.is_range for p in world):
        series.insert(0, Series(gettext("World"), world, background=bool(names), key=WORLD))
    return tuple(s for s in series if any(p.y is not None or p.is_range or p.word for p in s.points))


def _row_of(table: ProductionTable | None, country_id: str) -> Production | None:
    return next((r for r in table.rows if r.country_id == country_id), None) if table is not None else None


def _year_point(year: int, row: Production | None) -> Point:
    if row is None:
        return Point(year, None, str(year))
    return Point(
        x=year,
        y=row.value,
        label=str(year),
        low=row.low,
        high=row.high,
        flag=row.flag,
        qualifier=row.qualifier,
        word=word_shown(row),
        note=row.note,
        source_ids=row.source_ids,
        confidence=row.confidence,
    )


def _gap_note(group: list[ProductionTable]) -> tuple[str, ...]:
    years = {t.year for t in group}
    gaps = [y for y in range(min(years), max(years)) if y not in years]
    if not gaps:
        return ()
    text = gettext("No figures on file for {years}. These years are left blank; they are not zero.")
    return (text.format(years=years_text(gaps)),)


def _cropped_note(whole: list[ProductionTable], shown: list[ProductionTable]) -> tuple[str, ...]:
    """Return the years on file before the first one shown."""
    left_out = [t for t in whole if t.year < shown[0].year]
    if not left_out:
        return ()
    text = gettext("Earlier world totals on file, not shown: {years}.")
    if any(t.countries for t in left_out):
        text = gettext("Earlier years on file, not shown: {years}.")
    return (text.format(years=year_ranges([t.year for t in left_out])),)
