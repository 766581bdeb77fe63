"""The export controls of one country on all metals to one destination: a strip for each metal."""

from datetime import date

from msgspec import Struct

from explorer.charts.builders.choices import options, since_option
from explorer.charts.builders.content import Content, finish, join_subtitle
from explorer.charts.builders.notes import unchecked_notes
from explorer.charts.builders.strips import (
    entry_note,
    places,
    presumed_note,
    shown_days,
    span_label,
    too_early,
)
from explorer.charts.spec import Axis, Chart, Missing, Row, Since, SpanBar, day_number
from explorer.data.context import Context
from explorer.data.controls.headline_history import HeadlineSpan, first_start, headline_spans
from explorer.data.controls.history import CONTROLS
from explorer.data.controls.service import Controls
from explorer.data.controls.status import SUSPENDED
from explorer.data.dates import show
from explorer.data.metal_names import short_name
from explorer.data.places import not_an_export
from explorer.data.records import KIND_RANK, Metal
from explorer.data.store import Store
from explorer.data.words import kind_word, state_words
from explorer.language import gettext, ngettext

KIND = "controls-all"
# Quotas and ordinary licences are shown only where a country has nothing stricter.
SHOWN = CONTROLS | {"end_use", "technology"}
ALL_KINDS = frozenset(KIND_RANK)


class _Strip(Struct, frozen=True):
    """A metal with its headline measures over time, and the first day of a licence or a ban."""

    metal: Metal
    spans: tuple[HeadlineSpan, ...]
    first: date | None

    @property
    def controlled(self) -> bool:
        """Whether the headline was ever more than a quota or an ordinary licence."""
        return self.has(SHOWN)

    def has(self, kinds: frozenset[str]) -> bool:
        """Whether the headline was ever a measure of one of the kinds."""
        return any(s.kind in kinds for s in self.spans)

    def order(self, kinds: frozenset[str]) -> tuple[bool, date, str]:
        """Return the sort key: the first licence or ban, then the first day of any of the kinds."""
        start = self.first or first_start(self.spans, kinds) or date.max
        return self.first is None, start, self.metal.name_en


def controls_all(store: Store, context: Context, since: Since = "default") -> Chart:
    """Describe the export controls on all metals, the metal that was controlled first on top."""
    title = gettext("All metals: timeline of controls")
    refusal = not_an_export(store, context.origin, context.destination)
    if refusal:
        return Missing(KIND, refusal, "", title)
    where = places(store, context)
    strips = [_strip(store, m, context) for m in store.metals.values()]
    kinds = SHOWN if any(x.controlled for x in strips) else ALL_KINDS
    controlled = sorted((x for x in strips if x.has(kinds)), key=lambda x: x.order(kinds))
    if not controlled:
        text = gettext("No export controls from {origin} to {destination} are on file.")
        return Missing(KIND, text.format(**where), "", title)
    start, end = _range(store, controlled, context, since)
    reason = too_early(context, start)
    if reason:
        return Missing(KIND, reason, "", title)
    rows = tuple(_row(store, x, context) for x in controlled if _has_span(x, start, end, kinds))
    if not rows:
        text = gettext("No export controls from {origin} to {destination} since {day} are on file.")
        return Missing(KIND, text.format(day=show(start), **where), "", title)
    lesser = sum(bool(x.spans) and not x.has(kinds) for x in strips)
    content = Content(
        kind=KIND,
        shape="metal strips",
        title=title,
        subtitle=join_subtitle(
            gettext("Exports from {origin} to {destination}").format(**where),
            gettext("strictest measure per metal, oldest licence or ban first"),
        ),
        x=Axis("date", gettext("Date"), "", "linear", day_number(start), day_number(end)),
        y=Axis("category", gettext("Metal"), "", "linear", -0.5, len(rows) - 0.5),
        rows=rows,
        notes=(*_notes(rows, start, end), *unchecked_notes(store, context)),
        left_out=_left_out(len(controlled) - len(rows), lesser, start),
        options=options(since=since_option(since)),
    )
    return finish(store, (), context, content)


def _strip(store: Store, metal: Metal, context: Context) -> _Strip:
    first = Controls.of(store).first_control(metal.metal_id, context)
    spans = headline_spans(store.measures.values(), metal.metal_id, context)
    return _Strip(metal, spans, first[0] if first is not None else None)


def _range(store: Store, strips: list[_Strip], context: Context, since: Since) -> tuple[date, date]:
    starts = [s.start for x in strips for s in x.spans]
    return shown_days(
        store, context, since, starts, ([x.first for x in strips if x.first is not None], starts)
    )


def _has_span(strip: _Strip, start: date, end: date, kinds: frozenset[str]) -> bool:
    return any(s.kind in kinds and s.start <= end and (s.end is None or s.end >= start) for s in strip.spans)


def _row(store: Store, strip: _Strip, context: Context) -> Row:
    controls = Controls.of(store)
    word, _ = controls.pill(strip.metal.metal_id, context, with_end=True)
    ids = dict.fromkeys(
        source for s in strip.spans for m in s.measure_ids for source in store.measures[m].source_ids
    )
    return Row(
        measure_id="",
        label=short_name(strip.metal),
        detail=word,
        kind=controls.status(strip.metal.metal_id, context).status,
        spans=tuple(_bar(s) for s in strip.spans),
        source_ids=tuple(ids),
        metal_id=strip.metal.metal_id,
    )


def _bar(span: HeadlineSpan) -> SpanBar:
    """Return a span of one headline with its text."""
    state = gettext("{measure} {state}").format(
        measure=kind_word(span.kind, span.strictness),
        state=state_words(span.state, None, presumed=span.presumed, your_entry=span.your_entry),
    )
    return SpanBar(
        span.start,
        span.end,
        span.state,
        span.presumed,
        span_label(state, span.start, span.end, span.until),
        span.kind,
        span.measure_ids,
        span.strictness,
        your_entry=span.your_entry,
    )


def _notes(rows: tuple[Row, ...], start: date, end: date) -> tuple[str, ...]:
    notes = [gettext("On the right: status on the as-of date.")]
    bars = [s for r in rows for s in r.spans if s.meets(day_number(start), day_number(end))]
    if any(s.state == SUSPENDED for s in bars):
        notes.append(gettext("Hatched: paused (stricter than what is in force)."))
    if any(s.presumed for s in bars):
        notes.append(presumed_note())
    if any(s.your_entry for s in bars):
        notes.append(entry_note())
    if any(s.start < start for r in rows for s in r.spans):
        text = gettext("Controls before {day} affect the order but are not all shown.")
        notes.append(text.format(day=show(start)))
    return tuple(notes)


def _left_out(earlier: int, lesser: int, start: date) -> tuple[str, ...]:
    """Return how many metals are not shown: controlled only before, or under quotas and ordinary licences only."""
    notes = []
    if earlier:
        text = ngettext(
            "Not shown: {count} metal controlled only before {day}.",
            "Not shown: {count} metals controlled only before {day}.",
            earlier,
        )
        notes.append(text.format(count=earlier, day=show(start)))
    if lesser:
        text = ngettext(
            "Not shown: {count} metal with only quotas or ordinary export licences.",
            "Not shown: {count} metals with only quotas or ordinary export licences.",
            lesser,
        )
        notes.append(text.format(count=lesser))
    return tuple(notes)
