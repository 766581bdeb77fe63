"""The life of the measures on a metal, one strip a measure, towards one destination or all."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from explorer.charts.builders.common import Content, finish, options, since_option
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
from explorer.data.dates import first_day, show
from explorer.data.places import not_an_export, place_name
from explorer.data.records import KIND_RANK, Measure
from explorer.data.store import Store
from explorer.data.words import measure_kind, measure_name, state_name, state_words

KIND = "controls"
QUIET = frozenset({"quota", "state_trading", "trade_licence", "reporting"})
DEFAULT_LEAD = timedelta(days=200)
DEFAULT_YEARS = 10
LOOK_AHEAD, TAIL = timedelta(days=400), timedelta(days=60)


def controls(
    store: Store,
    metal_id: str,
    context: Context,
    since: Since = "default",
    all_destinations: bool = False,
) -> Chart:
    """Describe the measures of the controlling country on a metal, the day asked as a line through them."""
    metal = store.metal(metal_id)
    refusal = "" if all_destinations else not_an_export(store, context.origin, context.destination)
    if refusal:
        return Missing(KIND, refusal, metal_id, f"{metal.name_en}: control history")
    of_forms = frozenset(i.measure_id for i in store.items_of.get(metal_id, ()) if i.relation == "other form")
    found = [
        m
        for m in store.measures.values()
        if (m.target(metal_id) or m.measure_id in of_forms) and _bound(m, context, all_destinations)
    ]
    where = place(store, context, all_destinations)
    if not found:
        reason = f"No export control on {metal.name_en.lower()} {where} is on file."
        return Missing(KIND, reason, metal_id, f"{metal.name_en}: control history")
    start, end = _range(found, metal_id, context, since, store)
    reason = too_early(context, start)
    if reason:
        return Missing(KIND, reason, metal_id, f"{metal.name_en}: control history")
    shown = [m for m in found if _lives_in(m, start, end)]
    if not shown:
        reason = f"No measure on {metal.name_en.lower()} {where} lived between {show(start)} and {show(end)}."
        return Missing(KIND, reason, metal_id, f"{metal.name_en}: control history")
    rows = tuple(_row(store, m, metal_id, context) for m in sorted(shown, key=lambda m: _order(m, metal_id)))
    left_out = len(found) - len(rows)
    content = Content(
        kind=KIND,
        title=f"{metal.name_en}: control history",
        subtitle=capital(where),
        x=Axis("date", "Day", "", "linear", day_number(start), day_number(end)),
        y=Axis("category", "Measure", "", "linear", -0.5, max(len(rows), 1) - 0.5),
        rows=rows,
        notes=(*_notes(rows, left_out, start, end), *_forms_note(metal_id, shown)),
        options=options(
            since=since_option(since),
            **{"all-destinations": all_destinations},
        ),
    )
    return finish(store, (metal_id,), context, content)


def _bound(measure: Measure, context: Context, all_destinations: bool) -> bool:
    """Tell whether a measure is of the origin and for the destination, its military users included.

    Purchasing rules apply to the origin's own buyers, so they are shown for every destination.
    """
    if all_destinations or measure.is_purchasing_rule:
        return comes_from(measure, context.origin)
    military = f"{context.destination}{MILITARY_USERS}"
    return any(matches(measure, replace(context, destination=to)) for to in (context.destination, military))


def place(store: Store, context: Context, all_destinations: bool = False) -> str:
    """Return `from China to the United States`."""
    origin = place_name(store, context.origin)
    target = "ALL" if all_destinations else context.destination
    return f"from {origin} to {place_name(store, target)}"


def _order(measure: Measure, metal_id: str) -> tuple[bool, str, int, str]:
    """Order dual-use controls by their first day, older tools of trade policy after them."""
    return (
        _is_quiet(measure, metal_id),
        min(d for d in (measure.announced, measure.effective, "9") if d),
        -KIND_RANK[measure.kind],
        measure.measure_id,
    )


def _is_quiet(measure: Measure, metal_id: str) -> bool:
    return measure.kind in QUIET or measure.is_purchasing_rule or measure.target(metal_id) is None


def _range(
    found: list[Measure], metal_id: str, context: Context, since: Since, store: Store
) -> tuple[date, date]:
    lives = [(m, spans(m)) for m in found if spans(m)]
    controls = [life[0].start for m, life in lives if m.kind in CONTROLS and m.target(metal_id)]
    firsts = [life[0].start for _, life in lives]
    return shown_days(store, context, since, [s.start for _, life in lives for s in life], (controls, firsts))


def shown_days(
    store: Store,
    context: Context,
    since: Since,
    changes: Sequence[date],
    openings: Sequence[Sequence[date]],
) -> tuple[date, date]:
    """Return the days of a strip chart: from shortly before the first of the openings to the last change to come.

    A chart opens with the last ten years: with the first list of openings that has a day in them.
    """
    latest = max(context.as_of, first_day(store.edition.verified_to))
    if isinstance(since, date):
        start = since
    elif since is None:
        start = min(changes) - DEFAULT_LEAD
    else:
        oldest = date(context.as_of.year - DEFAULT_YEARS, 1, 1)
        recent = [[d for d in days if d >= oldest] for days in openings]
        start = min([*next(filter(None, recent), [oldest]), context.as_of]) - DEFAULT_LEAD
    coming = [d for d in changes if latest < d <= latest + LOOK_AHEAD]
    return start, max([latest, *coming]) + max(TAIL, (latest - start) * 0.03)


def too_early(context: Context, start: date) -> str:
    """Return why a chart can't run from a day, empty where it can: the day asked lies before it."""
    if start <= context.as_of:
        return ""
    return f"The day asked, {show(context.as_of)}, lies before {show(start)}, from when the chart would run."


def _lives_in(measure: Measure, start: date, end: date) -> bool:
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
        background=_is_quiet(measure, metal_id),
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
    """Return a stretch of one state with the words a reader sees at it."""
    state = span.state
    days = f"{show(span.start)} to {show(span.end)}" if span.end else f"since {show(span.start)}"
    word = state_name(state.name) + (" (presumed)" if state.presumed else "")
    until = f", announced until {show(state.until)}" if state.until and str(span.end) != state.until else ""
    label = f"{word}, {days}{until}"
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
