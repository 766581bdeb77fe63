"""How concentrated output is by country over the years: the HHI of full tables of one publisher each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from explorer.charts.builders.common import (
    Content,
    Subject,
    finish,
    flag_notes,
    keys_of,
    metal_names,
    options,
    plain_name,
    since_option,
)
from explorer.charts.builders.production import grouped, offered, owned
from explorer.charts.builders.production_years import longest
from explorer.charts.spec import Axis, Chart, Missing, Point, ReferenceLine, Series, Since
from explorer.charts.text import capital
from explorer.data.context import Context
from explorer.data.numbers import percent
from explorer.data.store import Store
from explorer.data.supply import figures
from explorer.data.supply.figures import OTHER, ProductionTable
from explorer.data.words import publisher_short
from explorer.errors import NotFound
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
    whose: Subject
    tables: tuple[ProductionTable, ...]

    @property
    def name(self) -> str:
        """Whose figures, of which stage and form, by which publisher."""
        last = self.tables[-1]
        return f"{self.whose.owner_name}: {last.stage}, {last.form} ({publisher_short(last.publisher)})"


def concentration(
    store: Store,
    metal_ids: Sequence[str],
    context: Context,
    series: str | Sequence[str] | None = None,
    since: Since = "default",
) -> Chart:
    """Describe the HHI of output by country, one line a metal, each of one publisher, stage and form."""
    keys = keys_of(series)
    _refuse_foreign(store, metal_ids, keys)
    lines, missing, doubled = _lines(store, metal_ids, keys, since)
    metals = [store.metal(m) for m in metal_ids]
    shown = [m for m in metals if plain_name(m) not in missing] if lines else metals
    left_out = _left_out(missing, since)
    title = f"{capital(metal_names(shown))}: concentration of supply"
    if not lines:
        return Missing(KIND, " ".join(left_out), metal_ids[0], title)
    drawn = tuple(
        Series(
            x.name,
            "line",
            _points(x.tables),
            short=x.whose.owner_name if len(lines) > 1 else "",
            joined_bounds=True,
        )
        for x in lines
    )
    points = [p for s in drawn for p in s.points]
    years = [p.x for p in points]
    pad = max(0.03 * (max(years) - min(years)), 0.4)
    content = Content(
        kind=KIND,
        title=lines[0].whose.title("concentration of supply") if len(metal_ids) == 1 else title,
        subtitle=_subtitle(lines),
        x=Axis("year", "Year", "", "linear", min(years) - pad, max(years) + pad),
        y=Axis("value", "Concentration", UNIT, "linear", 0.0, 10_000.0, THRESHOLDS),
        series=drawn,
        notes=(
            *(n for x in lines for n in x.whose.note("output by country")),
            *_notes(lines, points),
        ),
        left_out=(*doubled, *left_out),
        options=options(series=keys, since=since_option(since)),
    )
    return finish(store, metal_ids, context, content)


def _refuse_foreign(store: Store, metal_ids: Sequence[str], keys: Sequence[str]) -> None:
    known = [c.key for m in metal_ids for c in offered(owned(store, m)[1])]
    for key in keys:
        if key not in known:
            raise NotFound(
                f"No production table of these metals is called “{key}”. There is: {'; '.join(known)}."
            )


def _lines(
    store: Store, metal_ids: Sequence[str], keys: Sequence[str], since: Since
) -> tuple[list[_Line], list[str], list[str]]:
    """Return a line a metal, the names of those without one, and which members share the line of their group."""
    lines: list[_Line] = []
    missing: list[str] = []
    doubled: list[str] = []
    first = since.year if isinstance(since, date) else 0
    for metal_id in metal_ids:
        whose, tables = owned(store, metal_id)
        name = whose.metal.name_en.removesuffix(" (group)")
        if any(x.whose.owner is whose.owner for x in lines):
            doubled.append(f"{name}: no line of its own, see the group, {whose.owner_name.lower()}.")
            continue
        full = [t for t in tables if t.full and t.year >= first]
        if not full:
            missing.append(plain_name(whose.metal))
            continue
        groups = grouped(full)
        key = next((k for k in keys if k in groups), None) or longest(full)
        lines.append(_Line(whose, tuple(groups[key])))
    return lines, missing, doubled


def _left_out(missing: list[str], since: Since) -> tuple[str, ...]:
    """Return the sentence on metals without a full table, since the first year that was asked for."""
    years = f" since {since.year}" if isinstance(since, date) else ""
    said = f"No publisher on file splits the output of {list_of(missing)} by country in full{years}."
    return (said,) if missing else ()


def _points(tables: Sequence[ProductionTable]) -> tuple[Point, ...]:
    """Return a point a year, one without figure where no full table is on file."""
    by_year = {t.year: t for t in tables}
    return tuple(
        concentration_point(y, by_year[y]) if y in by_year else Point(y, None, str(y))
        for y in range(tables[0].year, tables[-1].year + 1)
    )


def concentration_point(year: int, table: ProductionTable) -> Point:
    """Return the HHI of a full table; where a part is withheld or unnamed it is a lower bound."""
    found = figures.concentration(table)
    covered = percent(named_share(table))
    counted = sum(row.value is not None for row in table.countries)
    return Point(
        x=year,
        y=None if found is None else float(round(found.hhi)),
        label=str(year),
        flag=found.flag if found is not None else None,
        qualifier=">" if found is not None and found.at_least else None,
        note=f"computed from {counted} countries, which are {covered} of the world total",
        source_ids=tuple(dict.fromkeys(i for r in table.figures for i in r.source_ids)),
        confidence=found.confidence if found is not None else None,
    )


def named_share(table: ProductionTable) -> float:
    """Return how many per cent of the world total the countries named make up."""
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
        said = list_of([str(y) for y in gaps]) if len(gaps) <= 6 else f"{len(gaps)} years"
        notes.append(f"No full table on file for {said}: gaps, not zero.")
    return (*notes, *flag_notes(points, bars=False))
