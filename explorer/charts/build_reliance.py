"""Net import reliance over the years: one importer and one form at a time, in per cent."""

from collections import defaultdict

from explorer.charts.common import (
    Content,
    Subject,
    bound_notes,
    finish,
    flag_notes,
    join_subtitle,
    options,
    pick,
    subject,
)
from explorer.charts.spec import NET_EXPORTER, Axis, Chart, ChartContext, Choice, Missing, Point, Series
from explorer.charts.text import exact, with_unit
from explorer.data.figure_records import Dependence
from explorer.data.places import place_name
from explorer.data.store import Store

KIND = "reliance"
NOT_AVAILABLE = "not available"
_WORDS = frozenset({NET_EXPORTER, NOT_AVAILABLE})


def reliance_choices(store: Store, metal_id: str, context: ChartContext | None = None) -> tuple[Choice, ...]:
    """Return the importers and forms on file: the destination asked first, then the newest and longest."""
    _, groups = _reliances(store, metal_id)
    asked = context.destination if context is not None else ""
    ordered = sorted(
        groups, key=lambda g: (g[0] != asked, -groups[g][-1].year, g[0] != "USA", -len(groups[g]), g)
    )
    return tuple(
        Choice("|".join(g), f"{store.country_name(g[0])}, {g[1]}, {_years(groups[g])}") for g in ordered
    )


def _years(rows: list[Dependence]) -> str:
    return str(rows[0].year) if len(rows) == 1 else f"{rows[0].year}–{rows[-1].year}"


def _reliances(store: Store, metal_id: str) -> tuple[Subject, dict[tuple[str, str], list[Dependence]]]:
    whose, rows = subject(store, metal_id, store.dependence)
    groups: dict[tuple[str, str], list[Dependence]] = defaultdict(list)
    for row in rows:
        if row.net_import_reliance_pct is not None or row.qualifier:
            groups[(row.importer, row.form)].append(row)
    return whose, dict(groups)


def reliance(store: Store, metal_id: str, context: ChartContext, series: str | None = None) -> Chart:
    """Describe net import reliance over the years in per cent; a printed word stands at zero."""
    whose, groups = _reliances(store, metal_id)
    choices = reliance_choices(store, metal_id, context)
    if not choices:
        name = whose.metal.name_en
        reason = f"No net import reliance for {name.lower()} is on file."
        return Missing(KIND, reason, metal_id, f"{name}: net import reliance")
    importer, form = pick(choices, series, "importer and form").key.split("|")
    rows = groups[(importer, form)]
    years = {r.year: r for r in rows}
    points = tuple(_reliance_point(y, years.get(y)) for y in range(rows[0].year, rows[-1].year + 1))
    buyer = place_name(store, importer)
    content = Content(
        kind=KIND,
        title=whose.title(f"net import reliance of {buyer}"),
        subtitle=join_subtitle(
            "Imports less exports, stocks counted, in per cent of apparent consumption", form
        ),
        x=Axis("year", "Year", "", "linear", rows[0].year - 0.5, rows[-1].year + 0.5),
        y=Axis("value", "Net import reliance", "%", "linear", 0.0, 100.0),
        series=(Series(f"{buyer}, {form}", "line", points),),
        notes=(*whose.note("net import reliance"), *_reliance_notes(points)),
        options=options(series=series),
    )
    return finish(store, (metal_id,), context, content)


def _reliance_point(year: int, row: Dependence | None) -> Point:
    if row is None:
        return Point(year, None, str(year))
    word = row.qualifier if row.net_import_reliance_pct is None and row.qualifier in _WORDS else None
    return Point(
        x=year,
        y=row.net_import_reliance_pct,
        label=str(year),
        flag=row.flag,
        qualifier=None if row.qualifier in _WORDS else row.qualifier,
        word=word,
        note=_consumption(row),
        source_ids=row.source_ids,
        confidence=row.confidence,
    )


def _consumption(row: Dependence) -> str | None:
    parts = []
    if row.apparent_consumption is not None and row.unit:
        parts.append(f"consumption {with_unit(exact(row.apparent_consumption), row.unit)}")
    if row.note:
        parts.append(row.note)
    return "; ".join(parts) or None


def _reliance_notes(points: tuple[Point, ...]) -> tuple[str, ...]:
    notes = list(flag_notes(points, bars=False))
    notes += bound_notes(points)
    if any(p.word == NET_EXPORTER for p in points):
        notes.append("A triangle at the foot: net exporter, for which no figure is published.")
    if any(p.word == NOT_AVAILABLE for p in points):
        notes.append("A ring at the foot: published as not available.")
    return tuple(notes)
