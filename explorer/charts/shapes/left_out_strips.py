"""Fewer strips for a chart in a small image: which are left out, and the note on them."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from explorer.charts.spec import Row, SpanBar
from explorer.data.controls.status import IN_FORCE, IN_PRINCIPLE
from explorer.data.controls.timeline import WITHOUT_MEASURE
from explorer.data.records import KIND_RANK
from explorer.data.words import kind_word, state_name
from explorer.language import gettext, list_of, ngettext


def split(rows: Sequence[Row], count: int, day: date) -> tuple[tuple[Row, ...], list[Row]]:
    """Return the rows to keep, in their order, and those left out.

    Ended measures are left out first, then those of the lowest rank; measures of the highest rank in force are kept
    longest.
    """
    dropped = sorted(range(len(rows)), key=lambda n: (_weight(rows[n], day), -n))
    gone = dropped[: len(rows) - count]
    kept = tuple(row for n, row in enumerate(rows) if n not in gone)
    return kept, [rows[n] for n in gone]


def lasting(rows: Sequence[Row], day: date) -> int:
    """Return the number of rows of measures that have not ended."""
    return sum(_current_span(row, day) is not None for row in rows)


def _current_span(row: Row, day: date) -> SpanBar | None:
    """Return the span of a day or the next one after it; None where the measure has ended."""
    return next((s for s in row.spans if s.end is None or s.end >= day), None)


def _weight(row: Row, day: date) -> tuple[bool, int, bool, bool]:
    """Return the weight of a row; rows with the lowest weight are left out first."""
    span = _current_span(row, day)
    kind = (span.kind if span is not None else "") or row.kind
    rank = KIND_RANK.get(kind, 0)  # a document without a measure has none
    in_force = span is not None and span.state == IN_FORCE
    return span is not None, rank, in_force, not row.background


def groups(left_out: Sequence[Row], day: date) -> str:
    """Return what is left out: `3 ended and 1 technology control`."""
    counted = Counter(_group(row, day) for row in left_out)
    return list_of([group.text(count) for group, count in counted.items()])


class _Group(Struct, frozen=True):
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
    if row.kind == WITHOUT_MEASURE:
        return _Group(row.kind, state=IN_FORCE)
    span = _current_span(row, day)
    if span is None:
        return _Group()
    return _Group(
        span.kind or row.kind, span.strictness, span.state, bool(row.metal_id) and not row.facts.document_id
    )


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
    elif kind == WITHOUT_MEASURE:
        text = ngettext("{count} document without a measure", "{count} documents without a measure", count)
    else:
        text = ngettext("{count} measure", "{count} measures", count)
    return text.format(count=count)
