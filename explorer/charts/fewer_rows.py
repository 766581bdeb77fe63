"""Fewer rows for a chart in a small image: which rows are left out, and the note on them."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from explorer.charts.spec import Axis, ChartSpec, Row, SpanBar
from explorer.data.controls.status import IN_FORCE, IN_PRINCIPLE
from explorer.data.records import KIND_RANK
from explorer.data.words import kind_word, state_name
from explorer.language import gettext, list_of, ngettext


def fewer_rows(spec: ChartSpec, count: int) -> ChartSpec:
    """Return a chart with a number of its rows, and a note on those left out.

    Bars lose their last rows. Of measures, ended ones are left out first, then those of the lowest rank; measures of
    the highest rank in force are kept longest, and all keep their order.
    """
    if count >= spec.row_count:
        return spec
    if not spec.rows:
        return _first_rows(spec, count)
    dropped = sorted(range(len(spec.rows)), key=lambda n: (_weight(spec.rows[n], spec.context.as_of), -n))
    gone = dropped[: len(spec.rows) - count]
    left_out = [spec.rows[n] for n in gone]
    kept = tuple(row for n, row in enumerate(spec.rows) if n not in gone)
    return _with_note(replace(spec, rows=kept, y=_lower(spec, len(left_out))), _note(spec, left_out))


def _with_note(spec: ChartSpec, note: str) -> ChartSpec:
    """Return a chart with a note in the first place, where it is never cut."""
    return replace(spec, left_out=(note, *spec.left_out), notes=(note, *spec.notes))


def lasting_rows(spec: ChartSpec) -> int:
    """Return the number of rows of measures that have not ended, or of all rows of a chart of bars."""
    if not spec.rows:
        return spec.row_count
    return sum(_current_span(row, spec.context.as_of) is not None for row in spec.rows)


def _first_rows(spec: ChartSpec, count: int) -> ChartSpec:
    left_out = spec.row_count - count
    text = ngettext("{count} of {total} rows not shown.", "{count} of {total} rows not shown.", left_out)
    note = text.format(count=left_out, total=spec.row_count)
    series = tuple(replace(s, points=s.points[:count]) for s in spec.series)
    return _with_note(replace(spec, series=series, y=_lower(spec, left_out)), note)


def _lower(spec: ChartSpec, rows: int) -> Axis:
    return replace(spec.y, high=spec.y.high - rows)


def _current_span(row: Row, day: date) -> SpanBar | None:
    """Return the span of a day or the next one after it; None where the measure has ended."""
    return next((s for s in row.spans if s.end is None or s.end >= day), None)


def _weight(row: Row, day: date) -> tuple[bool, int, bool, bool]:
    """Return the weight of a row; rows with the lowest weight are left out first."""
    span = _current_span(row, day)
    kind = (span.kind if span is not None else "") or row.kind
    in_force = span is not None and span.state == IN_FORCE
    return span is not None, KIND_RANK[kind], in_force, not row.background


def _note(spec: ChartSpec, left_out: list[Row]) -> str:
    """Return `4 of 9 measures not shown: 3 ended and 1 technology control.`"""
    groups = Counter(_group(row, spec.context.as_of) for row in left_out)
    texts = [group.text(count) for group, count in groups.items()]
    count = len(left_out)
    if spec.by_metal:
        text = ngettext(
            "{count} of {total} metals not shown: {groups}.",
            "{count} of {total} metals not shown: {groups}.",
            count,
        )
    else:
        text = ngettext(
            "{count} of {total} measures not shown: {groups}.",
            "{count} of {total} measures not shown: {groups}.",
            count,
        )
    return text.format(count=count, total=len(spec.rows), groups=list_of(texts))


@dataclass(frozen=True, slots=True)
class _Group:
    """Rows that are left out with the same kind of measure and state; `ended` has neither."""

    kind: str = ""
    strictness: str | None = None
    state: str = ""
    of_metals: bool = False

    def text(self, count: int) -> str:
        """Return the number of rows with what they are: `3 ended`, `2 quotas (paused)`, `1 with licence`."""
        if not self.kind:
            return ngettext("{count} ended", "{count} ended", count).format(count=count)
        if self.of_metals:
            text = ngettext("{count} with {measure}", "{count} with {measure}", count)
            measures = text.format(count=count, measure=kind_word(self.kind, self.strictness))
        else:
            measures = _count_measures(self.kind, self.strictness, count)
        if self.state == IN_FORCE:
            return measures
        return gettext("{measures} ({state})").format(measures=measures, state=state_name(self.state))


def _group(row: Row, day: date) -> _Group:
    """Return the group of a row that is left out."""
    span = _current_span(row, day)
    if span is None:
        return _Group()
    return _Group(span.kind or row.kind, span.strictness, span.state, bool(row.metal_id))


def _count_measures(kind: str, strictness: str | None, count: int) -> str:
    """Return a number of measures of a kind: `1 quota`, `2 refusals in principle`."""
    if kind == "prohibition" and strictness == IN_PRINCIPLE:
        text = ngettext("{count} refusal in principle", "{count} refusals in principle", count)
    elif kind == "prohibition":
        text = ngettext("{count} ban", "{count} bans", count)
    elif kind == "licence":
        text = ngettext("{count} licence", "{count} licences", count)
    elif kind == "end_use":
        text = ngettext("{count} end-use rule", "{count} end-use rules", count)
    elif kind == "quota":
        text = ngettext("{count} quota", "{count} quotas", count)
    elif kind == "state_trading":
        text = ngettext("{count} state trading rule", "{count} state trading rules", count)
    elif kind == "trade_licence":
        text = ngettext("{count} ordinary export licence", "{count} ordinary export licences", count)
    elif kind == "technology":
        text = ngettext("{count} technology control", "{count} technology controls", count)
    elif kind == "reporting":
        text = ngettext("{count} reporting duty", "{count} reporting duties", count)
    else:
        text = ngettext("{count} measure", "{count} measures", count)
    return text.format(count=count)
