"""Concentration of output by country over the years: the HHI of full tables of one publisher each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from explorer.charts.builders.choices import check_keys, keys_of, options, since_option
from explorer.charts.builders.content import Content, finish
from explorer.charts.builders.notes import flag_notes
from explorer.charts.builders.production_tables import by_series, find_tables, longest_series, table_choices
from explorer.charts.builders.subject import Subject, metal_names, plain_name, short_name
from explorer.charts.builders.time_axis import year_axis
from explorer.charts.spec import Axis, Chart, Missing, Point, ReferenceLine, Series, Since
from explorer.charts.text import capital
from explorer.data.context import Context
from explorer.data.numbers import percent
from explorer.data.store import Store
from explorer.data.supply import figures
from explorer.data.supply.figures import OTHER, ProductionTable
from explorer.data.words import publisher_short
from explorer.language import list_of

KIND = "concentration"
UNIT = "HHI"
THRESHOLDS = (ReferenceLine(1500.0, "1 500: moderate"), ReferenceLine(2500.0, "2 500: high"))
GUIDELINES = (
    "1 500 and 2 500: moderate and high concentration by the US Horizontal Merger Guidelines of 2010, "
    "made for firms in a market, here a yardstick for countries."
)


@dataclass(frozen=True, slots=True)
class _Line:
    subject: Subject
    tables: tuple[ProductionTable, ...]

    @property
    def name(self) -> str:
        """The owner of the figures, their stage, form and publisher."""
        last = self.tables[-1]
        return f"{self.subject.owner_name}: {last.stage}, {last.form} ({publisher_short(last.publisher)})"


def concentration(
    store: Store,
    metal_ids: Sequence[str],
    context: Context,
    series: str | Sequence[str] | None = None,
    since: Since = "default",
) -> Chart:
    """Describe the HHI of output by country, one line for each metal, each of one publisher, stage and form."""
    keys = keys_of(series)
    check_keys(keys, _all_keys(store, metal_ids), "production table")
    lines, missing, doubled = _lines(store, metal_ids, keys, since)
    metals = [store.metal(m) for m in metal_ids]
    shown = [m for m in metals if plain_name(m) not in missing] if lines else metals
    left_out = _left_out(missing, since)
    title = f"{capital(metal_names(shown))}: concentration of supply"
    if not lines:
        return Missing(KIND, " ".join(left_out), metal_ids[0], title)
    drawn = _series(lines)
    points = [p for s in drawn for p in s.points]
    years = [p.x for p in points]
    content = Content(
        kind=KIND,
        title=lines[0].subject.title("concentration of supply") if len(metal_ids) == 1 else title,
        subtitle=_subtitle(lines),
        x=year_axis(min(years), max(years)),
        y=Axis("value", "Concentration", UNIT, "linear", 0.0, 10_000.0, THRESHOLDS),
        series=drawn,
        notes=(
            *(n for x in lines for n in x.subject.note("output by country")),
            *_notes(lines, points),
        ),
        left_out=(*doubled, *left_out),
        options=options(series=keys, since=since_option(since)),
    )
    return finish(store, metal_ids, context, content)


def _all_keys(store: Store, metal_ids: Sequence[str]) -> list[str]:
    """Return the keys of all production tables of some metals."""
    return [c.key for m in metal_ids for c in table_choices(find_tables(store, m)[1])]


def _lines(
    store: Store, metal_ids: Sequence[str], keys: Sequence[str], since: Since
) -> tuple[list[_Line], list[str], list[str]]:
    """Return a line for each metal, the names of those without one, and notes on members of a group with a line."""
    lines: list[_Line] = []
    missing: list[str] = []
    doubled: list[str] = []
    first = since.year if isinstance(since, date) else 0
    for metal_id in metal_ids:
        subject, tables = find_tables(store, metal_id)
        name = short_name(subject.metal)
        if any(x.subject.owner is subject.owner for x in lines):
            doubled.append(f"{name}: no line of its own, see the group, {subject.owner_name.lower()}.")
            continue
        full = [t for t in tables if t.full and t.year >= first]
        if not full:
            missing.append(plain_name(subject.metal))
            continue
        groups = by_series(full)
        key = next((k for k in keys if k in groups), None) or longest_series(full)
        lines.append(_Line(subject, tuple(groups[key])))
    return lines, missing, doubled


def _left_out(missing: list[str], since: Since) -> tuple[str, ...]:
    """Return the sentence on metals without a full table, since the first year that was asked for."""
    years = f" since {since.year}" if isinstance(since, date) else ""
    if not missing:
        return ()
    return (f"No publisher on file splits the output of {list_of(missing)} by country in full{years}.",)


def _series(lines: Sequence[_Line]) -> tuple[Series, ...]:
    """Return lines as series, named at their ends where there are several."""
    return tuple(
        Series(
            x.name,
            "line",
            _points(x.tables),
            short=x.subject.owner_name if len(lines) > 1 else "",
            joined_bounds=True,
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
    return Point(
        x=year,
        y=None if index is None else float(round(index.hhi)),
        label=str(year),
        flag=index.flag if index is not None else None,
        qualifier=">" if index is not None and index.at_least else None,
        note=f"computed from {counted} countries, which are {covered} of the world total",
        source_ids=tuple(dict.fromkeys(i for r in table.figures for i in r.source_ids)),
        confidence=index.confidence if index is not None else None,
    )


def named_share(table: ProductionTable) -> float:
    """Return the share of the countries named in the world total, in per cent."""
    return sum(s.share_pct or 0.0 for s in table.shares if s.row.country_id != OTHER)


def _subtitle(lines: Sequence[_Line]) -> str:
    head = "Herfindahl-Hirschman index of output by country, 10 000 = one country"
    return f"{head}; {lines[0].name.partition(': ')[2]}" if len(lines) == 1 else head


def _notes(lines: Sequence[_Line], points: Sequence[Point]) -> tuple[str, ...]:
    notes = [GUIDELINES]
    shares = [named_share(t) for x in lines for t in x.tables]
    low, high = percent(min(shares)), percent(max(shares))
    covered = low if low == high else f"{low.removesuffix('%').rstrip()} to {high}"
    notes.append(f"The countries named are {covered} of the world total.")
    if any(p.qualifier for p in points):
        notes.append(">: at least, since a withheld or unnamed part is not counted.")
    gaps = sorted({int(p.x) for p in points if p.y is None})
    if gaps:
        years = list_of([str(y) for y in gaps]) if len(gaps) <= 6 else f"{len(gaps)} years"
        notes.append(f"No full table on file for {years}: gaps, not zero.")
    return (*notes, *flag_notes(points, bars=False))
