"""The content that a kind of chart fills in, and the full description of the chart."""

import shlex
from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from explorer.charts.axis_note import axis_note
from explorer.charts.builders.control_dates import control_dates, on_years
from explorer.charts.builders.sources import documents, footer, source_refs
from explorer.charts.own_notes import own_remark, own_sources
from explorer.charts.source_line import source_line
from explorer.charts.spec import Axis, ChartSpec, ColouredTiles, ControlDate, Row, Series, ShapeName
from explorer.data.context import Context
from explorer.data.overview.date_entry import NearDates
from explorer.data.store import Store


class Content(Struct, frozen=True):
    """The part of a description that one kind of chart fills in.

    `left_out` are the notes on metals that were chosen and are not shown. `source_ids` are the sources of what is
    neither in points nor in rows. `of_exports` is whether origin and destination matter for what is shown.
    """

    kind: str
    title: str
    subtitle: str
    x: Axis
    y: Axis
    series: tuple[Series, ...] = ()
    events: tuple[ControlDate, ...] = ()
    rows: tuple[Row, ...] = ()
    notes: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    heading: str = ""
    range_notes: tuple[str, ...] = ()
    base: date | None = None
    shape: ShapeName = "time"
    tiles: ColouredTiles | None = None
    dates: NearDates | None = None
    source_ids: tuple[str, ...] = ()
    of_exports: bool = True


def finish(store: Store, metal_ids: Sequence[str], context: Context, content: Content) -> ChartSpec:
    """Return the full description: content, sources, footer and the command that repeats it.

    A chart of one metal over years gets its control dates here, the same for all kinds.
    """
    points = [p for s in content.series for p in s.points]
    ids = [i for p in points for i in p.source_ids] + [i for r in content.rows for i in r.source_ids]
    sources = source_refs(store, (*ids, *content.source_ids))
    own = [s.own for s in content.series if s.own is not None]
    if content.x.kind == "year" and len(metal_ids) == 1:
        events, x = on_years(control_dates(store, metal_ids[0], context), content.x)
        content = replace(content, events=events, x=x)
    return ChartSpec(
        kind=content.kind,
        shape=content.shape,
        metal_ids=tuple(metal_ids),
        title=content.title,
        subtitle=content.subtitle,
        x=content.x,
        y=content.y,
        series=content.series,
        events=content.events,
        rows=content.rows,
        notes=(
            *content.left_out,
            *own_remark(own),
            *content.notes,
            *content.range_notes,
            *axis_note(content.y),
        ),
        left_out=content.left_out,
        source_line=source_line(sources),
        documents=documents(store, content.events),
        sources=sources,
        context=context,
        footer=footer(store, context, with_places=content.of_exports),
        data_version=store.edition.data_version,
        verified_to=store.edition.verified_to,
        query=_command(content.kind, metal_ids, context, content.options),
        heading=content.heading,
        range_notes=content.range_notes,
        base=content.base,
        own_sources=own_sources(own),
        tiles=content.tiles,
        dates=content.dates,
    )


def _command(
    kind: str, metal_ids: Sequence[str], context: Context, options: Iterable[tuple[str, str]]
) -> str:
    """Return the command line that makes the same chart."""
    words = ["minor-metals", "export", *metal_ids, "--chart", kind, "--on", context.as_of.isoformat()]
    words += ["--from", context.origin, "--to", context.destination]
    for name, value in options:
        words += [f"--{name}", value] if value else [f"--{name}"]
    return shlex.join(words)


def join_subtitle(*entries: str | None) -> str:
    """Return the entries of a subtitle that are given, with dots between them."""
    return " · ".join(e for e in entries if e)
