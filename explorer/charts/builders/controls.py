"""The history of the measures on a metal, one strip for each measure, to one destination or all."""

from dataclasses import replace
from datetime import date

from explorer.charts.builders.choices import options, since_option
from explorer.charts.builders.content import Content, finish
from explorer.charts.builders.strips import places, presumed_note, shown_days, span_label, too_early
from explorer.charts.spec import Axis, Chart, Missing, Row, Since, SpanBar, day_number
from explorer.data.context import Context
from explorer.data.controls.history import CONTROLS, Span, spans
from explorer.data.controls.status import (
    ANNOUNCED,
    ENDED,
    IN_FORCE,
    MILITARY_USERS,
    SUSPENDED,
    comes_from,
    matches,
    state_on,
)
from explorer.data.dates import show
from explorer.data.metal_names import plain_name
from explorer.data.places import not_an_export, place_name
from explorer.data.records import KIND_RANK, Measure
from explorer.data.store import Store
from explorer.data.words import measure_kind, measure_name, state_words
from explorer.language import gettext, gettext_noop, ngettext, paragraph

KIND = "controls"
_NONE_BETWEEN = gettext_noop(
    "No measure on exports of {metal} from {origin} to {destination} was announced, in force or "
    "paused between {start} and {end}."
)
BACKGROUND = frozenset({"quota", "state_trading", "trade_licence", "reporting"})


def controls(
    store: Store,
    metal_id: str,
    context: Context,
    since: Since = "default",
    all_destinations: bool = False,
) -> Chart:
    """Describe the measures of the origin on a metal, with a line at the as-of date."""
    metal = store.metal(metal_id)
    title = gettext("{metal}: control history").format(metal=metal.name_en)
    refusal = "" if all_destinations else not_an_export(store, context.origin, context.destination)
    if refusal:
        return Missing(KIND, refusal, metal_id, title)
    measures = _measures(store, metal_id, context, all_destinations)
    where = places(store, context, all_destinations)
    if not measures:
        text = gettext("No export controls on {metal} from {origin} to {destination} are on file.")
        return Missing(KIND, text.format(metal=plain_name(metal), **where), metal_id, title)
    start, end = _range(measures, metal_id, context, since, store)
    reason = too_early(context, start)
    if reason:
        return Missing(KIND, reason, metal_id, title)
    shown = [m for m in measures if _has_span(m, start, end)]
    if not shown:
        days = {"start": show(start), "end": show(end)}
        return Missing(
            KIND, gettext(_NONE_BETWEEN).format(metal=plain_name(metal), **days, **where), metal_id, title
        )
    rows = tuple(_row(store, m, metal_id, context) for m in sorted(shown, key=lambda m: _order(m, metal_id)))
    left_out = len(measures) - len(rows)
    content = Content(
        kind=KIND,
        title=title,
        subtitle=gettext("Exports from {origin} to {destination}").format(**where),
        x=Axis("date", gettext("Date"), "", "linear", day_number(start), day_number(end)),
        y=Axis("category", gettext("Measure"), "", "linear", -0.5, max(len(rows), 1) - 0.5),
        rows=rows,
        notes=(*_notes(rows, left_out, start, end), *_forms_note(metal_id, shown)),
        options=options(since=since_option(since), **{"all-destinations": all_destinations}),
    )
    return finish(store, (metal_id,), context, content)


def _measures(store: Store, metal_id: str, context: Context, all_destinations: bool) -> list[Measure]:
    """Return the measures that apply to a metal or to special forms of it."""
    of_forms = frozenset(i.measure_id for i in store.items_of.get(metal_id, ()) if i.relation == "other form")
    return [
        m
        for m in store.measures.values()
        if (m.target(metal_id) or m.measure_id in of_forms) and _applies(m, context, all_destinations)
    ]


def _applies(measure: Measure, context: Context, all_destinations: bool) -> bool:
    """Return whether a measure is one of the origin on exports to the destination or its military users.

    Purchasing rules apply to buyers in the origin, so they are shown for all destinations.
    """
    if all_destinations or measure.is_purchasing_rule:
        return comes_from(measure, context.origin)
    military = f"{context.destination}{MILITARY_USERS}"
    return any(matches(measure, replace(context, destination=to)) for to in (context.destination, military))


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
    if measure.is_purchasing_rule:
        text = gettext("purchasing rule, does not affect the status")
    elif target is not None:
        text = gettext("{measure}, {destination}")
    else:
        text = gettext("{measure} for special forms, {destination}")
    rule = text.format(measure=measure_kind(measure), destination=place_name(store, measure.destination))
    return Row(
        measure_id=measure.measure_id,
        label=measure_name(measure),
        detail=f"{rule} · {_state(measure, context.as_of)}",
        kind=measure.kind,
        spans=bars,
        background=_is_background(measure, metal_id),
        scope=target.scope if target is not None else _forms_scope(store, measure, metal_id),
        source_ids=measure.source_ids,
    )


def _forms_scope(store: Store, measure: Measure, metal_id: str) -> str:
    """Return the wordings of the special forms of a metal that a measure names without naming the metal."""
    items = (i for i in store.items_of.get(metal_id, ()) if i.measure_id == measure.measure_id)
    return "; ".join(i.description for i in items)


def _forms_note(metal_id: str, shown: list[Measure]) -> tuple[str, ...]:
    if all(m.target(metal_id) for m in shown):
        return ()
    return (
        gettext(
            "“For special forms” means that the measure covers some forms or compounds, not the metal itself."
        ),
    )


def _state(measure: Measure, day: date) -> str:
    state = state_on(measure, day)
    if state is None:
        return gettext("not yet announced")
    return state_words(state.name, state.until, presumed=state.presumed)


def _bar(measure: Measure, span: Span) -> SpanBar:
    """Return a span of one state with its text."""
    state = span.state
    word = state_words(state.name, None, presumed=state.presumed)
    label = span_label(word, span.start, span.end, state.until)
    return SpanBar(span.start, span.end, state.name, state.presumed, label, strictness=measure.strictness)


def _notes(rows: tuple[Row, ...], left_out: int, start: date, end: date) -> tuple[str, ...]:
    bars = [s for r in rows for s in r.spans if s.meets(day_number(start), day_number(end))]
    notes = []
    legend = []
    if any(s.state == ANNOUNCED for s in bars):
        legend.append(gettext("Outline: announced."))
    if any(s.state == IN_FORCE and not s.presumed for s in bars):
        legend.append(gettext("Solid: in force."))
    if any(s.state == SUSPENDED for s in bars):
        legend.append(gettext("Hatched: paused."))
    if any(s.presumed for s in bars):
        legend.append(presumed_note())
    if legend:
        notes.append(paragraph(legend))
    if left_out:
        text = ngettext(
            "Not shown: {count} measure that ended before {day}.",
            "Not shown: {count} measures that ended before {day}.",
            left_out,
        )
        notes.append(text.format(count=left_out, day=show(start)))
    return tuple(notes)
