"""The history of the measures on a metal, one strip for each measure, to one destination or all."""

from dataclasses import replace
from datetime import date

from explorer.charts.builders.choices import options, since_option
from explorer.charts.builders.content import Content, finish
from explorer.charts.builders.strips import direction, shown_days, span_label, too_early
from explorer.charts.spec import Axis, Chart, Missing, Row, Since, SpanBar, day_number
from explorer.charts.text import capital
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
from explorer.data.places import not_an_export, place_name
from explorer.data.records import KIND_RANK, Measure
from explorer.data.store import Store
from explorer.data.words import measure_kind, measure_name, state_name, state_words

KIND = "controls"
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
    title = f"{metal.name_en}: control history"
    refusal = "" if all_destinations else not_an_export(store, context.origin, context.destination)
    if refusal:
        return Missing(KIND, refusal, metal_id, title)
    measures = _measures(store, metal_id, context, all_destinations)
    where = direction(store, context, all_destinations)
    if not measures:
        reason = f"No export control on {metal.name_en.lower()} {where} is on file."
        return Missing(KIND, reason, metal_id, title)
    start, end = _range(measures, metal_id, context, since, store)
    reason = too_early(context, start)
    if reason:
        return Missing(KIND, reason, metal_id, title)
    shown = [m for m in measures if _has_span(m, start, end)]
    if not shown:
        reason = f"No measure on {metal.name_en.lower()} {where} lived between {show(start)} and {show(end)}."
        return Missing(KIND, reason, metal_id, title)
    rows = tuple(_row(store, m, metal_id, context) for m in sorted(shown, key=lambda m: _order(m, metal_id)))
    left_out = len(measures) - len(rows)
    content = Content(
        kind=KIND,
        title=title,
        subtitle=capital(where),
        x=Axis("date", "Day", "", "linear", day_number(start), day_number(end)),
        y=Axis("category", "Measure", "", "linear", -0.5, max(len(rows), 1) - 0.5),
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
    target = place_name(store, measure.destination)
    aim = measure.target(metal_id)
    state = _state(measure, context.as_of)
    if measure.is_purchasing_rule:
        detail = f"purchasing rule, does not affect the status · {state}"
    elif aim is not None:
        detail = f"{measure_kind(measure)}, {target} · {state}"
    else:
        detail = f"{measure_kind(measure)} for special forms, {target} · {state}"
    return Row(
        measure_id=measure.measure_id,
        label=measure_name(measure),
        detail=detail,
        kind=measure.kind,
        spans=bars,
        background=_is_background(measure, metal_id),
        scope=aim.scope if aim is not None else _forms_scope(store, measure, metal_id),
        source_ids=measure.source_ids,
    )


def _forms_scope(store: Store, measure: Measure, metal_id: str) -> str:
    """Return the wordings of the special forms of a metal that a measure names without naming the metal."""
    items = (i for i in store.items_of.get(metal_id, ()) if i.measure_id == measure.measure_id)
    return "; ".join(i.description for i in items)


def _forms_note(metal_id: str, shown: list[Measure]) -> tuple[str, ...]:
    if all(m.target(metal_id) for m in shown):
        return ()
    return ("“For special forms”: binds some forms or compounds, not the metal as such.",)


def _state(measure: Measure, day: date) -> str:
    state = state_on(measure, day)
    if state is None:
        return "not yet announced"
    return state_words(state.name, state.until, presumed=state.presumed)


def _bar(measure: Measure, span: Span) -> SpanBar:
    """Return a span of one state with its text."""
    state = span.state
    word = state_name(state.name) + (" (presumed)" if state.presumed else "")
    label = span_label(word, span.start, span.end, state.until)
    return SpanBar(span.start, span.end, state.name, state.presumed, label, strictness=measure.strictness)


def _notes(rows: tuple[Row, ...], left_out: int, start: date, end: date) -> tuple[str, ...]:
    bars = [s for r in rows for s in r.spans if s.meets(day_number(start), day_number(end))]
    notes = []
    legend = []
    if any(s.state == ANNOUNCED for s in bars):
        legend.append("outline: announced")
    if any(s.state == IN_FORCE and not s.presumed for s in bars):
        legend.append("solid: in force")
    if any(s.state == SUSPENDED for s in bars):
        legend.append("hatched: paused")
    if any(s.presumed for s in bars):
        legend.append("lighter with a broken edge: presumed, since no text on file says so")
    if legend:
        notes.append(f"{capital('; '.join(legend))}.")
    if left_out:
        verb = "measure that ended" if left_out == 1 else "measures that ended"
        notes.append(f"{left_out} {verb} before {show(start)} not shown.")
    return tuple(notes)
