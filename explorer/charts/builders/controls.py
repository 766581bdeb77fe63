"""The history of the measures on a metal, one strip for each measure, to one destination or all."""

from datetime import date

from explorer.charts.builders.choices import options, since_option
from explorer.charts.builders.content import Content, finish
from explorer.charts.builders.notes import unchecked_notes
from explorer.charts.builders.strips import (
    forms_note,
    legend_note,
    places,
    shown_days,
    span_label,
    term_label,
    too_early,
)
from explorer.charts.builders.subject import titles
from explorer.charts.spec import Axis, Chart, Missing, Row, Since, SpanBar, day_number
from explorer.data.context import Context
from explorer.data.controls.change_texts import shown_state
from explorer.data.controls.history import CONTROLS, Span, spans
from explorer.data.controls.measure_list import forms_scope, list_order, measures_on, rule_words
from explorer.data.controls.status import ENDED, state_on
from explorer.data.dates import show
from explorer.data.metal_names import plain_name
from explorer.data.places import not_an_export
from explorer.data.records import KIND_RANK, Measure
from explorer.data.store import Store
from explorer.data.words import measure_name, state_words
from explorer.language import gettext, gettext_noop, ngettext, paragraph

KIND = "controls"
_NONE_BETWEEN = gettext_noop(
    "No measure on exports of {metal} from {origin} to {destination} was announced, in force or "
    "paused between {start} and {end}."
)
_NONE_NOW = gettext_noop(
    "No measure on exports of {metal} from {origin} to {destination} was in force, paused or announced on {day}."
)
BACKGROUND = frozenset({"quota", "state_trading", "trade_licence", "reporting"})


def controls(
    store: Store,
    metal_id: str,
    context: Context,
    since: Since = "default",
    all_destinations: bool = False,
    show_ended: bool | None = None,
) -> Chart:
    """Describe the measures of the origin on a metal, with a line at the as-of date.

    With `show_ended` given, the rows are those of the list of measures in its order: in force, paused, announced and,
    where it is true, ended on the as-of date. Without it, all measures are shown by their first day.
    """
    metal = store.metal(metal_id)
    title, heading = titles(metal.name_en, gettext("control history"))
    refusal = "" if all_destinations else not_an_export(store, context.origin, context.destination)
    if refusal:
        return Missing(KIND, refusal, metal_id, title, heading)
    on_file = measures_on(store, metal_id, context, all_destinations=all_destinations)
    where = {"metal": plain_name(metal), **places(store, context, all_destinations)}
    if not on_file:
        text = gettext("No export controls on {metal} from {origin} to {destination} are on file.")
        return Missing(KIND, text.format(**where), metal_id, title, heading)
    measures = _in_order(store, on_file, metal_id, context, show_ended)
    if not measures:
        reason = gettext(_NONE_NOW).format(day=show(context.as_of), **where)
        return Missing(KIND, paragraph((reason, *_hidden_notes(on_file, context))), metal_id, title, heading)
    start, end = _range(measures, metal_id, context, since, store)
    reason = too_early(context, start)
    if reason:
        return Missing(KIND, reason, metal_id, title, heading)
    shown = [m for m in measures if _has_span(m, start, end)]
    if not shown:
        reason = gettext(_NONE_BETWEEN).format(start=show(start), end=show(end), **where)
        return Missing(KIND, reason, metal_id, title, heading)
    rows = tuple(_row(store, m, metal_id, context) for m in shown)
    hidden = [m for m in on_file if m not in measures]
    content = Content(
        kind=KIND,
        shape="strips",
        title=title,
        heading=heading,
        subtitle=gettext("Exports from {origin} to {destination}").format(**where),
        x=Axis("date", gettext("Date"), "", "linear", day_number(start), day_number(end)),
        y=Axis("category", gettext("Measure"), "", "linear", -0.5, max(len(rows), 1) - 0.5),
        rows=rows,
        notes=(
            *_notes(rows, len(measures) - len(rows), start, end),
            *_hidden_notes(hidden, context),
            *_forms_note(metal_id, shown),
            *unchecked_notes(store, context),
        ),
        options=options(
            since=since_option(since),
            **{
                "all-destinations": all_destinations,
                "show-ended": show_ended is True,
                "no-show-ended": show_ended is False,
            },
        ),
    )
    return finish(store, (metal_id,), context, content)


def _in_order(
    store: Store, measures: list[Measure], metal_id: str, context: Context, show_ended: bool | None
) -> list[Measure]:
    """Return the measures to show: by their first day, or those of the list in its order."""
    if show_ended is None:
        return sorted(measures, key=lambda m: _order(m, metal_id))
    return [m.measure for m in list_order(store, measures, metal_id, context, ended=show_ended)]


def _hidden_notes(hidden: list[Measure], context: Context) -> tuple[str, ...]:
    """Return how many measures are not shown because they have ended, or are announced later than the as-of date."""
    later = sum(state_on(m, context.as_of) is None for m in hidden)
    ended = len(hidden) - later
    notes = []
    if ended:
        text = ngettext(
            "Not shown: {count} measure that has ended.",
            "Not shown: {count} measures that have ended.",
            ended,
        )
        notes.append(text.format(count=ended))
    if later:
        text = ngettext(
            "Not shown: {count} measure announced after {day}.",
            "Not shown: {count} measures announced after {day}.",
            later,
        )
        notes.append(text.format(count=later, day=show(context.as_of)))
    return tuple(notes)


def _order(measure: Measure, metal_id: str) -> tuple[bool, str, int, str]:
    """Order by first day, quotas and ordinary licences after the other measures."""
    return (
        _is_background(measure, metal_id),
        min(d for d in (measure.announced, measure.effective, "9") if d),
        -KIND_RANK[measure.kind],
        measure.measure_id,
    )


def _is_background(measure: Measure, metal_id: str) -> bool:
    return measure.kind in BACKGROUND or measure.is_purchasing_rule or measure.target(metal_id) is None


def _range(
    measures: list[Measure], metal_id: str, context: Context, since: Since, store: Store
) -> tuple[date, date]:
    spans_of = [(m, spans(m)) for m in measures if spans(m)]
    controls = [own[0].start for m, own in spans_of if m.kind in CONTROLS and m.target(metal_id)]
    firsts = [own[0].start for _, own in spans_of]
    return shown_days(
        store, context, since, [s.start for _, own in spans_of for s in own], (controls, firsts)
    )


def _has_span(measure: Measure, start: date, end: date) -> bool:
    """Return whether a measure was announced, in force or paused between two days."""
    return any(
        s.state.name != ENDED and s.start <= end and (s.end is None or s.end >= start) for s in spans(measure)
    )


def _row(store: Store, measure: Measure, metal_id: str, context: Context) -> Row:
    bars = tuple(_bar(measure, s) for s in spans(measure) if s.state.name != ENDED)
    target = measure.target(metal_id)
    rule = rule_words(store, measure, targeted=target is not None)
    return Row(
        measure_id=measure.measure_id,
        label=measure_name(measure),
        detail=f"{rule} · {_state(measure, context.as_of)}",
        kind=measure.kind,
        spans=bars,
        background=_is_background(measure, metal_id),
        scope=target.scope if target is not None else forms_scope(store, measure, metal_id),
        source_ids=measure.source_ids,
    )


def _forms_note(metal_id: str, shown: list[Measure]) -> tuple[str, ...]:
    if all(m.target(metal_id) for m in shown):
        return ()
    return (forms_note(),)


def _state(measure: Measure, day: date) -> str:
    return shown_state(measure, state_on(measure, day))


def _bar(measure: Measure, span: Span) -> SpanBar:
    """Return a span of one state with its text."""
    state = span.state
    word = state_words(state.name, None, presumed=state.presumed, your_entry=state.your_entry)
    label = term_label(span_label(word, span.start, span.end, state.until), measure, span.end)
    return SpanBar(
        span.start,
        span.end,
        state.name,
        state.presumed,
        label,
        strictness=measure.strictness,
        your_entry=state.your_entry,
    )


def _notes(rows: tuple[Row, ...], left_out: int, start: date, end: date) -> tuple[str, ...]:
    bars = [s for r in rows for s in r.spans if s.meets(day_number(start), day_number(end))]
    notes = []
    legend = legend_note(bars)
    if legend:
        notes.append(legend)
    if left_out:
        text = ngettext(
            "Not shown: {count} measure that ended before {day}.",
            "Not shown: {count} measures that ended before {day}.",
            left_out,
        )
        notes.append(text.format(count=left_out, day=show(start)))
    return tuple(notes)
