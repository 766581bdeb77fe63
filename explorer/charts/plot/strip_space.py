"""The space for names and the boxes of strips: names beside or above them, spans cut to the days shown."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from explorer.charts.plot import space, typeset
from explorer.charts.plot.frame import Frame, Margins
from explorer.charts.spec import ChartSpec, Row, SpanBar, day_number
from explorer.data.controls.status import ANNOUNCED, IN_FORCE, IN_PRINCIPLE, SUSPENDED
from explorer.data.records import KIND_RANK
from explorer.data.words import kind_word, rule_word, state_words, with_marks
from explorer.language import gettext, gettext_noop, list_of
from explorer.palette import LIGHT

BAR, HEAD, BELOW = 13.0, 40.0, 6.0
ROW, STACKED_ROW, METAL_ROW = 44.0, 58.0, 20.0
NARROW, NARROWEST = 640.0, 520.0
NAMES_PART, SHORT_NAMES_PART, METAL_PART, STATE_PART = 0.6, 0.55, 0.3, 0.32
GAP, SIDE = 14.0, 2.0
THINNEST, THIN_PART = 2.0, 0.68
# The legend of strips by state.
_LEGEND = {
    SUSPENDED: gettext_noop("{kinds} paused"),
    ANNOUNCED: gettext_noop("{kinds} announced"),
}


def row_height(rows: Sequence[Row], width: float) -> float:
    """Return the height of the row of a measure."""
    return STACKED_ROW if is_stacked(rows, width) else ROW


def margins(rows: Sequence[Row], width: float) -> Margins:
    """Return the space for the names on the left, none if they are above their strips."""
    if is_stacked(rows, width):
        return Margins(SIDE, HEAD, SIDE, BELOW)
    names = min(_names_width(rows), NAMES_PART * width)
    return Margins(names + GAP + typeset.body().width(" "), HEAD, SIDE, BELOW)


def _names_width(rows: Sequence[Row]) -> float:
    """Return the width of the longest name or state of the measures."""
    small, bold = typeset.small(), typeset.face(12, bold=True)
    return max((max(bold.width(r.label), small.width(r.detail)) for r in rows), default=0.0)


def is_stacked(rows: Sequence[Row], width: float) -> bool:
    """Return whether names are above their strips: on a narrow chart, unless short names leave enough space."""
    if width >= NARROW:
        return False
    return width < NARROWEST or _names_width(rows) > SHORT_NAMES_PART * width


def metal_margins(spec: ChartSpec, width: float) -> Margins:
    """Return the space for the metals' names, their status on the as-of date, and the legend."""
    small, bold = typeset.small(), typeset.face(12, bold=True)
    names = max((bold.width(r.label) for r in spec.rows), default=0)
    words = max((small.width(status_text(spec, r, width)) for r in spec.rows), default=0)
    below = BELOW + legend_height(spec, width)
    return Margins(min(names, METAL_PART * width) + GAP, HEAD, min(words, STATE_PART * width) + GAP, below)


def legend_height(spec: ChartSpec, width: float) -> float:
    """Return the height of the legend of the strips of metals."""
    return space.legend_height(tuple(name for _, name in looks(spec)), width)


def status_text(spec: ChartSpec, row: Row, width: float) -> str:
    """Return the status of a metal on the as-of date, that of a pause in as many words as fit."""
    day = spec.context.as_of
    span = next((s for s in row.spans if s.start <= day and (s.end is None or s.end >= day)), None)
    if span is None or span.state != SUSPENDED:
        return row.detail
    texts = (row.detail, _look([span])) if width >= NARROW else (_look([span]),)
    fitting = (t for t in texts if typeset.small().width(t) <= STATE_PART * width)
    return next(fitting, state_words(span.state, None, presumed=span.presumed, your_entry=span.your_entry))


def looks(spec: ChartSpec) -> list[tuple[SpanBar, str]]:
    """Return one span of each appearance with its legend entry, the strictest first; kinds of one colour share one."""
    spans = [s for r in spec.rows for s in r.spans if s.meets(spec.x.low, spec.x.high)]
    found: dict[tuple[str, str, bool, bool], list[SpanBar]] = {}
    for span in sorted(spans, key=lambda s: (-KIND_RANK[s.kind], s.state, s.presumed, s.your_entry)):
        colour = span.kind if span.kind in LIGHT.kinds else "other"
        found.setdefault((colour, span.state, span.presumed, span.your_entry), []).append(span)
    return [(alike[0], _look(alike)) for alike in found.values()]


def _look(alike: list[SpanBar]) -> str:
    """Return the legend of spans that look alike."""
    state, presumed = alike[0].state, alike[0].presumed
    kinds = list_of(list(dict.fromkeys(map(_kind, alike))))
    if state != IN_FORCE:
        kinds = gettext(_LEGEND[state]).format(kinds=kinds)
    return with_marks(kinds, presumed=presumed, your_entry=alike[0].your_entry)


def _kind(span: SpanBar) -> str:
    """Return the word for the kind of a span, that of a pause for the rule that is paused."""
    if span.state != SUSPENDED:
        return kind_word(span.kind, span.strictness)
    return gettext("refusal") if span.strictness == IN_PRINCIPLE else rule_word(span.kind)


def span_box(frame: Frame, span: SpanBar, index: int, *, stacked: bool) -> QRectF | None:
    """Return the box of a span inside the shown days, None if it is outside."""
    bottom = frame.py(index + 0.5)
    middle = bottom - BELOW - BAR / 2 if stacked else (frame.py(index - 0.5) + bottom) / 2
    return _box(frame, span, middle, BAR)


def thin_span_box(frame: Frame, span: SpanBar, index: float) -> QRectF | None:
    """Return the box of a span in the row of a metal, None if it is outside the shown days."""
    top, bottom = frame.py(index - 0.5), frame.py(index + 0.5)
    return _box(frame, span, (top + bottom) / 2, min(BAR, THIN_PART * (bottom - top)))


def _box(frame: Frame, span: SpanBar, middle: float, thick: float) -> QRectF | None:
    shown = frame.ranges
    start = max(day_number(span.start), shown.x_low)
    end = shown.x_high if span.end is None else min(day_number(span.end) + 1, shown.x_high)
    if end <= start:
        return None
    left, right = frame.px(start), max(frame.px(end), frame.px(start) + THINNEST)
    return QRectF(left, middle - thick / 2, right - left, thick)
