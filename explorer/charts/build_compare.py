"""Prices of several metals on one axis, each set to 100 at one day, with the control dates of all."""

from collections.abc import Sequence
from datetime import date, timedelta

from explorer.charts.build_price import sparse_note, time_axis, value_range
from explorer.charts.build_prices import index_unit
from explorer.charts.common import Content, finish, flag_notes, keys_of, options, since_option
from explorer.charts.price_lines import (
    Line,
    base_words,
    drawn,
    joint_events,
    line_notes,
    opening_line,
    refuse_foreign,
)
from explorer.charts.spec import Axis, Chart, ChartContext, Mark, Missing, Point, Since, day_number
from explorer.charts.text import sentence_list
from explorer.data.dates import show
from explorer.data.records import Metal
from explorer.data.store import Store

KIND = "compare"
LEAD = timedelta(days=5 * 365)


def compare(
    store: Store,
    metal_ids: Sequence[str],
    context: ChartContext,
    series: str | Sequence[str] | None = None,
    log: bool = False,
    since: Since = "opening",
    base: date | None = None,
) -> Chart:
    """Describe the prices of metals, 100 at a base day, by default the first by which all series have begun."""
    keys = keys_of(series)
    refuse_foreign(store, metal_ids, keys)
    metals = [store.metal(m) for m in metal_ids]
    title = f"Prices compared: {sentence_list([m.name_en.removesuffix(' (group)').lower() for m in metals])}"
    lines = [line for m in metals if (line := opening_line(store, m, keys)) is not None]
    if not lines:
        return Missing(KIND, f"No price is on file for {_names(metals)}.", metal_ids[0], title)
    day = base if base is not None else max(x.first for x in lines)
    shown = _shown(lines, day, since)
    if not shown:
        reason = f"No price of {_names(metals)} is on file by {show(day)} and after."
        return Missing(KIND, reason, metal_ids[0], title)
    points = sorted((p for _, ps in shown for p in ps), key=lambda p: p.x)
    kept = [x for x, _ in shown]
    events, x = time_axis(points, joint_events(store, [k.metal for k in kept], context), context)
    unit = index_unit(day)
    content = Content(
        kind=KIND,
        title=title,
        subtitle=(
            f"{kept[0].name}, set to 100 at {show(day)}"
            if len(kept) == 1
            else f"One price series a metal, each set to 100 at {show(day)}"
        ),
        x=x,
        y=Axis(
            "value",
            "Price",
            unit,
            "log" if log else "linear",
            *value_range(points, log),
            (Mark(100.0, ""),),
        ),
        series=drawn(shown, named=True, printed=True),
        events=events,
        notes=(
            *_notes(metals, lines, kept, day, points, bool(events)),
            *dict.fromkeys(n for _, ps in shown for n in sparse_note(ps)),
        ),
        options=options(
            series=keys, log=log, since=since_option(since), base=base.isoformat() if base else None
        ),
    )
    return finish(store, metal_ids, context, content)


def _shown(lines: Sequence[Line], day: date, since: Since) -> list[tuple[Line, tuple[Point, ...]]]:
    """Return the indexed lines; they open five years before the base."""
    start = day - LEAD if since == "opening" else since
    found = []
    for line in lines:
        points = line.indexed(day) or ()
        kept = tuple(p for p in points if start is None or p.x >= day_number(start))
        if kept:
            found.append((line, kept))
    return found


def _names(metals: Sequence[Metal]) -> str:
    return sentence_list([m.name_en.removesuffix(" (group)").lower() for m in metals])


def _notes(
    metals: Sequence[Metal],
    lines: Sequence[Line],
    kept: Sequence[Line],
    day: date,
    points: Sequence[Point],
    dated: bool,
) -> tuple[str, ...]:
    notes = [base_words(kept, day, True)]
    unpriced = [m for m in metals if all(x.metal is not m for x in lines)]
    if unpriced:
        notes.append(f"Left out, since no price is on file: {_names(unpriced)}.")
    late = [x.metal for x in lines if all(x is not k for k in kept)]
    if late:
        notes.append(f"Left out, since no price is on file by {show(day)} and after: {_names(late)}.")
    if dated:
        notes.append("Control dates: licences and prohibitions only.")
    return (*notes, *line_notes(kept, True), *flag_notes(points, bars=False))
