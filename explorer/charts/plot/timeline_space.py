"""The space of a timeline: the line of each row, the columns for names and states, the boxes of spans."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF

from explorer.charts import style
from explorer.charts.plot import space, strip_space, typeset
from explorer.charts.plot.frame import Frame, Margins
from explorer.charts.plot.strip_space import BELOW, GAP, HEAD, STATE_PART
from explorer.charts.plot.typeset import Face
from explorer.charts.spec import ChartSpec, Row, SpanBar, day_number, different_spans
from explorer.data.controls.status import ANNOUNCED, IN_FORCE, SUSPENDED
from explorer.data.controls.timeline import ISSUED
from explorer.data.records import KIND_RANK
from explorer.data.words import kind_word
from explorer.language import gettext, list_of
from explorer.palette import LIGHT

NAMES_PART, LEAST_NAMES_PART = 0.42, 0.34
WIDE, WIDER = 900.0, 1000.0
NAME_GAP, MARKER = 8.0, 8.0
OTHER = "other"


def slots(rows: Sequence[Row]) -> tuple[float, ...]:
    """Return the line of each row from the top; the first row of a group is below the line of its heading."""
    found: list[float] = []
    line, group = 0, ""
    for row in rows:
        if row.group != group:
            line, group = line + 1, row.group
        found.append(float(line))
        line += 1
    return tuple(found)


def name_face(row: Row) -> Face:
    """Return the face of the name of a row, bold where no heading groups the rows."""
    return typeset.face(style.SMALL, bold=not row.group)


def margins(spec: ChartSpec, legend: Sequence[str], width: float) -> Margins:
    """Return the space for the legend above, names on the left and the states on the as-of date on the right."""
    part = NAMES_PART if width >= WIDE else LEAST_NAMES_PART
    small, names = typeset.small(), 0.0
    for row in spec.rows:
        whole = name_face(row).width(row.label) + NAME_GAP + small.width(row.scope or "")
        names = max(names, whole)
        if names > part * width:
            break
    states = max((small.width(state_text(row, width)) for row in spec.rows), default=0.0)
    top = HEAD + space.legend_height(tuple(legend), width)
    return Margins(min(names, part * width) + GAP, top, min(states, STATE_PART * width) + GAP, BELOW)


def state_text(row: Row, width: float) -> str:
    """Return the state of a row on the as-of date, in a narrow chart without the end of a pause."""
    return row.detail if width >= WIDER else row.short_detail


def legend_entries(spec: ChartSpec) -> list[tuple[SpanBar, str]]:
    """Return a span of each colour with the kinds that have it, and one of each other look with its meaning."""
    low, high = spec.x.low, spec.x.high
    spans = [s for found in different_spans(spec.rows) for s in found if s.meets(low, high)]
    kinds = {(s.kind, s.strictness or "") for s in spans if s.state != ISSUED}
    colours: dict[str, list[str]] = {}
    for kind, strictness in sorted(kinds, key=lambda k: (-KIND_RANK[k[0]], k)):
        words = colours.setdefault(kind if kind in LIGHT.kinds else OTHER, [])
        words.append(kind_word(kind, strictness))
    entries = [(_look(kind), list_of(words)) for kind, words in colours.items()]
    states = {s.state for s in spans}
    looks = (
        (ANNOUNCED, False, ANNOUNCED in states, gettext("announced")),
        (SUSPENDED, False, SUSPENDED in states, gettext("paused")),
        (IN_FORCE, True, any(s.presumed for s in spans), gettext("presumed")),
        (ISSUED, False, ISSUED in states, gettext("document without a measure")),
    )
    entries += [
        (_look(OTHER, state, presumed=presumed), text) for state, presumed, shown, text in looks if shown
    ]
    if any(s.your_entry for s in spans):
        entries.append((_look(OTHER, your_entry=True), gettext("your entry")))
    return entries


def _look(kind: str, state: str = IN_FORCE, *, presumed: bool = False, your_entry: bool = False) -> SpanBar:
    """Return a span for the legend."""
    return SpanBar(date.min, None, state, presumed, "", kind, your_entry=your_entry)


def span_box(frame: Frame, span: SpanBar, slot: float) -> QRectF | None:
    """Return the box of a span or of the mark of a document, None outside the days shown."""
    if span.state != ISSUED:
        return strip_space.thin_span_box(frame, span, slot)
    day = day_number(span.start)
    if not frame.ranges.x_low <= day <= frame.ranges.x_high:
        return None
    return QRectF(frame.px(day) - MARKER / 2, frame.py(slot) - MARKER / 2, MARKER, MARKER)
