"""Concentration of output by country over the years: the HHI of full tables of one publisher each."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from explorer.charts.builders.choices import check_keys, keys_of, options, since_option
from explorer.charts.builders.content import Content, finish, join_subtitle
from explorer.charts.builders.notes import flag_notes
from explorer.charts.builders.production_tables import (
    by_series,
    find_tables,
    longest_series,
    table_choices,
    years_text,
)
from explorer.charts.builders.subject import Subject, first_metal_names, metal_names, titles
from explorer.charts.builders.time_axis import year_axis
from explorer.charts.spec import Axis, Chart, Missing, Point, ReferenceLine, Series, Since
from explorer.data.context import Context
from explorer.data.metal_names import plain_name, short_name
from explorer.data.numbers import exact, percent
from explorer.data.records import Metal
from explorer.data.store import Store
from explorer.data.supply import figures
from explorer.data.supply.figures import OTHER, ProductionTable
from explorer.data.terms import output_word
from explorer.data.words import publisher_short
from explorer.language import gettext, ngettext, paragraph

KIND = "concentration"
UNIT = "HHI"
MODERATE, HIGH, HIGHEST = 1500.0, 2500.0, 10_000.0


class _Line(Struct, frozen=True):
    """The full tables of one publisher, stage and form, in the order of years."""

    subject: Subject
    tables: tuple[ProductionTable, ...]

    @property
    def about(self) -> str:
        """The stage, form and publisher of the figures."""
        last = self.tables[-1]
        return gettext("{output}, {form} ({publisher})").format(
            output=output_word(last.stage), form=last.form, publisher=publisher_short(last.publisher)
        )

    @property
    def name(self) -> str:
        """The owner of the figures, their stage, form and publisher."""
        return gettext("{metal}: {figures}").format(metal=self.subject.owner_name, figures=self.about)


def concentration(
    store: Store,
    metal_ids: Sequence[str],
    context: Context,
    series: str | Sequence[str] | None = None,
    since: Since = "default",
) -> Chart:
    """Describe the HHI of output by country, one line for each metal, each of one publisher, stage and form."""
    keys = keys_of(series)
    check_keys(keys, _all_keys(store, metal_ids))
    lines, missing, doubled = _lines(store, metal_ids, keys, since)
    metals = [store.metal(m) for m in metal_ids]
    left_out = _left_out(missing, since)
    what = gettext("supply concentration")
    if lines and len(metal_ids) == 1:
        title, heading = lines[0].subject.titles(what)
    else:
        title, heading = titles(
            first_metal_names([m for m in metals if m not in missing] if lines else metals), what
        )
    if not lines:
        return Missing(KIND, paragraph(left_out), metal_ids[0], title, heading)
    drawn = _series(lines)
    points = [p for s in drawn for p in s.points]
    years = [p.x for p in points]
    content = Content(
        kind=KIND,
        title=title,
        heading=heading,
        subtitle=_subtitle(lines),
        x=year_axis(min(years), max(years)),
        y=concentration_axis(),
        series=drawn,
        notes=(*(n for x in lines for n in x.subject.notes), *_notes(lines, points)),
        left_out=(*doubled, *left_out),
        options=options(series=keys, since=since_option(since)),
    )
    return finish(store, metal_ids, context, content)


def _all_keys(store: Store, metal_ids: Sequence[str]) -> list[str]:
    """Return the keys of all production tables of some metals."""
    return [c.key for m in metal_ids for c in table_choices(find_tables(store, m)[1])]


def _lines(
    store: Store, metal_ids: Sequence[str], keys: Sequence[str], since: Since
) -> tuple[list[_Line], list[Metal], list[str]]:
    """Return a line for each metal, the metals without one, and notes on members of a group with a line."""
    lines: list[_Line] = []
    missing: list[Metal] = []
    doubled: list[str] = []
    first = since.year if isinstance(since, date) else 0
    for metal_id in metal_ids:
        subject, tables = find_tables(store, metal_id)
        if any(x.subject.owner is subject.owner for x in lines):
            text = gettext("{metal}: not shown separately; see the group ({group}).")
            doubled.append(text.format(metal=short_name(subject.metal), group=plain_name(subject.owner)))
            continue
        full = [t for t in tables if t.full and t.year >= first]
        if not full:
            missing.append(subject.metal)
            continue
        groups = by_series(full)
        key = next((k for k in keys if k in groups), None) or longest_series(full)
        lines.append(_Line(subject, tuple(groups[key])))
    return lines, missing, doubled


def _left_out(missing: list[Metal], since: Since) -> tuple[str, ...]:
    """Return the sentence on metals without a full table in the range that was chosen."""
    if not missing:
        return ()
    names = metal_names(missing)
    if isinstance(since, date):
        text = gettext("No full table of output by country since {year} on file for {metals}.")
        return (text.format(year=since.year, metals=names),)
    return (gettext("No full production table on file for {metals}.").format(metals=names),)


def concentration_axis() -> Axis:
    """Return the axis of the HHI with lines at moderate and high concentration."""
    lines = (
        ReferenceLine(MODERATE, gettext("{hhi}: moderate").format(hhi=exact(MODERATE))),
        ReferenceLine(HIGH, gettext("{hhi}: high").format(hhi=exact(HIGH))),
    )
    return Axis("value", gettext("Concentration"), UNIT, "linear", 0.0, HIGHEST, lines)


def guidelines_note() -> str:
    """Return the sentence on the origin of the lines at moderate and high concentration."""
    text = gettext(
        "{moderate} and {high}: thresholds for moderate and high concentration in the US "
        "Horizontal Merger Guidelines of 2010. They were written for firms in a market and are "
        "used here as a guide for countries."
    )
    return text.format(moderate=exact(MODERATE), high=exact(HIGH))


def _series(lines: Sequence[_Line]) -> tuple[Series, ...]:
    """Return lines as series, named at their ends where there are several."""
    return tuple(
        Series(
            x.name,
            _points(x.tables),
            short=x.subject.owner_name if len(lines) > 1 else "",
            joined_bounds=True,
            key=x.subject.metal.metal_id,
        )
        for x in lines
    )


def _points(tables: Sequence[ProductionTable]) -> tuple[Point, ...]:
    """Return a point for each year, one without a figure where no full table is on file."""
    by_year = {t.year: t for t in tables}
    return tuple(
        concentration_point(y, by_year[y]) if y in by_year else Point(y, None, str(y))
        for y in range(tables[0].year, tables[-1].year + 1)
    )


def concentration_point(year: int, table: ProductionTable) -> Point:
    """Return the HHI of a full table, a lower bound where a part is withheld or not named."""
    index = figures.concentration(table)
    covered = percent(named_share(table))
    counted = sum(row.value is not None for row in table.countries)
    note = ngettext(
        "calculated from {count} country, with {share} of the world total",
        "calculated from {count} countries, with {share} of the world total",
        counted,
    )
    return Point(
        x=year,
        y=None if index is None else float(round(index.hhi)),
        label=str(year),
        flag=index.flag if index is not None else None,
        qualifier=">" if index is not None and index.at_least else None,
        note=note.format(count=counted, share=covered),
        source_ids=tuple(dict.fromkeys(i for r in table.figures for i in r.source_ids)),
        confidence=index.confidence if index is not None else None,
    )


def named_share(table: ProductionTable) -> float:
    """Return the share of the countries named in the world total, in per cent."""
    return sum(s.share_pct or 0.0 for s in table.shares if s.row.country_id != OTHER)


def _subtitle(lines: Sequence[_Line]) -> str:
    text = gettext("Herfindahl-Hirschman index (HHI) of output by country, {highest} = one country")
    return join_subtitle(text.format(highest=exact(HIGHEST)), lines[0].about if len(lines) == 1 else None)


def _notes(lines: Sequence[_Line], points: Sequence[Point]) -> tuple[str, ...]:
    notes = [guidelines_note()]
    shares = [named_share(t) for x in lines for t in x.tables]
    low, high = percent(min(shares)), percent(max(shares))
    if low == high:
        notes.append(gettext("The countries named cover {share} of the world total.").format(share=low))
    else:
        text = gettext("The countries named cover {low} to {high} of the world total.")
        notes.append(text.format(low=low, high=high))
    if any(p.qualifier for p in points):
        notes.append(gettext("“>” marks a minimum: withheld or unnamed producers are not counted."))
    gaps = sorted({int(p.x) for p in points if p.y is None})
    if gaps:
        text = gettext(
            "No full production table on file for {years}. These years are left blank; they are not zero."
        )
        notes.append(text.format(years=years_text(gaps)))
    return (*notes, *flag_notes(points, bars=False))
