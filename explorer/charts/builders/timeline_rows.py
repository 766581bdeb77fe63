"""The rows of a timeline: a measure or a document with its names, facts and spans in words."""

from collections.abc import Iterator

from explorer.charts.builders.content import join_subtitle
from explorer.charts.builders.strips import span_label, term_label
from explorer.charts.spec import MeasureFacts, Row, SpanBar
from explorer.data.controls.measure_list import rule_words
from explorer.data.controls.timeline import BY_METAL, ISSUED, Timeline, TimelineRow, TimelineSpan, span_words
from explorer.data.dates import show
from explorer.data.metal_names import short_name
from explorer.data.store import Store
from explorer.data.store_service import StoreService
from explorer.data.words import instrument_name, measure_name, measure_state
from explorer.language import gettext


class _RowParts(StoreService):
    """The facts and bars of the rows of a store, made once: they are the same on every as-of date."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._facts: dict[tuple[str, bool], MeasureFacts] = {}
        self._bars: dict[tuple[str, tuple[TimelineSpan, ...]], tuple[SpanBar, ...]] = {}

    def facts(self, row: TimelineRow) -> MeasureFacts:
        """Return what a row says of its measure or document."""
        key = _subject(row), row.targeted
        if key not in self._facts:
            self._facts[key] = _facts(self._store, row)
        return self._facts[key]

    def bars(self, row: TimelineRow) -> tuple[SpanBar, ...]:
        """Return the spans of a row with their texts."""
        key = _subject(row), row.spans
        if key not in self._bars:
            self._bars[key] = tuple(_bar(row, span) for span in row.spans)
        return self._bars[key]


def _subject(row: TimelineRow) -> str:
    return row.measure.measure_id if row.measure is not None else row.instrument.instrument_id


def rows_of(store: Store, shown: Timeline) -> Iterator[Row]:
    """Yield the rows."""
    parts = _RowParts.of(store)
    # Many metals have the same measure, whose name and state are the same for all of them.
    words: dict[tuple[bool, str], tuple[str, str, str]] = {}
    for row in shown.rows:
        subject = row.measure is None, _subject(row)
        if subject not in words:
            words[subject] = _name(row), _state(row), _state(row, with_end=False)
        yield _row(row, _group(store, row, shown.by), parts.facts(row), parts.bars(row), *words[subject])


def _name(row: TimelineRow) -> str:
    return measure_name(row.measure) if row.measure is not None else instrument_name(row.instrument)


def _row(
    row: TimelineRow,
    group: str,
    facts: MeasureFacts,
    bars: tuple[SpanBar, ...],
    name: str,
    state: str,
    short_state: str,
) -> Row:
    return Row(
        measure_id=row.measure.measure_id if row.measure is not None else "",
        label=name,
        detail=state,
        kind=row.kind,
        spans=bars,
        scope=_scope(row, facts),
        source_ids=row.source_ids,
        metal_id=row.metal_id,
        group=group,
        short_detail=short_state,
        facts=facts,
    )


def _group(store: Store, row: TimelineRow, by: str) -> str:
    """Return the heading above a row, empty where rows are not grouped by metal."""
    if by != BY_METAL:
        return ""
    if row.metal_id:
        return short_name(store.metal(row.metal_id))
    return gettext("Other documents") if row.measure is None else gettext("Measures that name no metal")


def _facts(store: Store, row: TimelineRow) -> MeasureFacts:
    measure, document_id = row.measure, row.instrument.instrument_id
    if measure is None:
        return MeasureFacts(document_id, gettext("document without a measure"))
    metal_ids = tuple(t.metal_id for t in measure.targets)
    return MeasureFacts(
        document_id,
        rule_words(store, measure, targeted=row.targeted),
        measure.destination,
        measure.strictness or "",
        row.targeted,
        measure.is_purchasing_rule,
        metal_ids,
        ", ".join(short_name(store.metal(i)) for i in metal_ids),
    )


def _scope(row: TimelineRow, facts: MeasureFacts) -> str:
    """Return kind and destination of a measure with the metals that it names, or the title of a document."""
    if row.measure is None:
        return row.instrument.title_en if row.instrument.number else ""
    return facts.rule if row.metal_id else join_subtitle(facts.rule, facts.metal_names)


def _state(row: TimelineRow, *, with_end: bool = True) -> str:
    """Return the state on the as-of date in words, empty for a document without a measure."""
    if row.measure is None:
        return ""
    if row.state is None:
        return gettext("not yet announced")
    return measure_state(row.measure, row.state, with_end=with_end)


def _bar(row: TimelineRow, span: TimelineSpan) -> SpanBar:
    """Return a span with its text."""
    if span.state == ISSUED:
        label = gettext("document without a measure, {day}").format(day=show(row.instrument.announced))
    else:
        label = span_label(span_words(span), span.start, span.end, span.until)
        label = term_label(label, row.measure, span.end)
    return SpanBar(
        span.start,
        span.end,
        span.state,
        span.presumed,
        label,
        row.kind,
        strictness=row.measure.strictness if row.measure is not None else None,
        beyond_verified=span.beyond_verified,
        note=span.note,
        your_entry=span.your_entry,
    )
