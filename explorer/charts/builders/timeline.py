"""The measures of an origin as a timeline, by document or by metal; documents without a measure are points."""

from collections.abc import Sequence
from datetime import date

from explorer.charts.builders.choices import options, since_option
from explorer.charts.builders.content import Content, finish, join_subtitle
from explorer.charts.builders.controls_all import KIND, controls_all
from explorer.charts.builders.strips import (
    entry_note,
    forms_note,
    places,
    presumed_note,
    shown_days,
    too_early,
)
from explorer.charts.builders.timeline_rows import rows_of
from explorer.charts.spec import (
    Axis,
    Chart,
    Missing,
    ReferenceLine,
    Row,
    Since,
    day_number,
    different_spans,
)
from explorer.data.context import Context
from explorer.data.controls.history import CONTROLS
from explorer.data.controls.timeline import (
    ALL_KINDS,
    BY_METAL,
    WITHOUT_MEASURE,
    Timeline,
    TimelineRow,
    kind_name,
    timeline,
)
from explorer.data.dates import first_day, show
from explorer.data.store import Store
from explorer.errors import KnownError
from explorer.language import gettext, ngettext


def all_controls(
    store: Store,
    context: Context,
    since: Since = "default",
    by: str | None = None,
    kind: str = ALL_KINDS,
    all_destinations: bool = False,
    full_history: bool = False,
) -> Chart:
    """Describe the controls of an origin: every measure by document or by metal, else the strictest per metal."""
    if by is not None:
        return controls_timeline(store, context, since, by, kind, all_destinations, full_history)
    if kind != ALL_KINDS or all_destinations or full_history:
        raise KnownError(
            gettext(
                "--kind, --all-destinations and --full-history need --by document or --by metal for this chart."
            )
        )
    return controls_all(store, context, since)


def shown_timeline(
    store: Store,
    context: Context,
    since: Since,
    by: str,
    kind: str = ALL_KINDS,
    all_destinations: bool = False,
) -> tuple[Timeline, Timeline, tuple[date, date]]:
    """Return all of a timeline, its rows in the days shown, and the first and the last of these days."""
    found = timeline(store, context, by, kind, all_destinations=all_destinations)
    if not found.rows:
        return found, found, (context.as_of, context.as_of)
    controls = [r.first for r in found.rows if r.kind in CONTROLS]
    days = shown_days(
        store,
        context,
        since,
        [s.start for r in found.rows for s in r.spans],
        (controls, [r.first for r in found.rows]),
    )
    return found, found.between(*days), days


def controls_timeline(
    store: Store,
    context: Context,
    since: Since = "default",
    by: str = BY_METAL,
    kind: str = ALL_KINDS,
    all_destinations: bool = False,
    full_history: bool = False,
) -> Chart:
    """Describe every measure of an origin over time, or give the reason why none is shown.

    A range can be chosen in the full history, too, which is why it is an option of its own beside `since`.
    """
    by_metal = by == BY_METAL
    title = gettext("Export controls by metal") if by_metal else gettext("Export controls by document")
    found, shown, (start, end) = shown_timeline(
        store, context, None if full_history else since, by, kind, all_destinations
    )
    reason = found.refusal or _none(store, found, shown, start) or too_early(context, start)
    if reason:
        return Missing(KIND, reason, "", title)
    rows = tuple(rows_of(store, shown))
    checked_to = first_day(store.edition.verified_to)
    line = ReferenceLine(
        day_number(checked_to), gettext("checked to {day}").format(day=show(store.edition.verified_to))
    )
    content = Content(
        kind=KIND,
        shape="timeline",
        title=title,
        subtitle=_subtitle(store, shown),
        x=Axis("date", gettext("Date"), "", "linear", day_number(start), day_number(end), (line,)),
        y=Axis("category", gettext("Measure"), "", "linear", -0.5, len(rows) - 0.5),
        rows=rows,
        notes=_notes(rows, shown, start, end),
        left_out=_left_out(found, shown, start),
        options=options(
            since=since_option(since),
            by=by,
            kind="" if kind == ALL_KINDS else kind,
            **{"all-destinations": all_destinations, "full-history": full_history},
        ),
    )
    return finish(store, (), context, content)


def _none(store: Store, found: Timeline, shown: Timeline, start: date) -> str:
    """Return the sentence on a timeline without rows, empty where there are some."""
    if shown.rows:
        return ""
    where = places(store, found.context, found.everywhere)
    if found.rows:
        text = gettext(
            "No measures or documents by {origin} are on file since {day}. Choose the full history to see "
            "earlier ones."
        )
        return text.format(day=show(start), **where)
    if found.kind != ALL_KINDS:
        text = gettext(
            "Nothing of the kind “{kind}” is on file for exports from {origin} to {destination}. Choose another kind "
            "or destination."
        )
        return text.format(kind=kind_name(found.kind), **where)
    text = gettext("No measures by {origin} on exports to {destination} are on file; some may exist.")
    return text.format(**where)


def _subtitle(store: Store, shown: Timeline) -> str:
    """Return the places, the kind that is chosen, and the numbers of measures and of other documents."""
    where = places(store, shown.context, shown.everywhere)
    measures, others = _counts(shown.rows)
    measure_text = ngettext("{count} measure", "{count} measures", measures)
    other_text = ngettext("{count} document without a measure", "{count} documents without a measure", others)
    return join_subtitle(
        gettext("Exports from {origin} to {destination}").format(**where),
        kind_name(shown.kind) if shown.kind not in (ALL_KINDS, WITHOUT_MEASURE) else "",
        measure_text.format(count=measures) if measures else "",
        other_text.format(count=others) if others else "",
    )


def _counts(rows: Sequence[TimelineRow]) -> tuple[int, int]:
    """Return the number of measures, each once, and of documents without one."""
    measures = {row.measure.measure_id for row in rows if row.measure is not None}
    return len(measures), sum(row.measure is None for row in rows)


def _notes(rows: Sequence[Row], shown: Timeline, start: date, end: date) -> tuple[str, ...]:
    low, high = day_number(start), day_number(end)
    bars = [s for found in different_spans(rows) for s in found if s.meets(low, high)]
    notes = [gettext("On the right: status on the as-of date.")]
    if any(s.presumed for s in bars):
        notes.append(presumed_note())
    if any(s.your_entry for s in bars):
        notes.append(entry_note())
    notes.append(gettext("Dashed line: last day covered by the checks of the controls."))
    if any(not r.targeted for r in shown.rows):
        notes.append(forms_note())
    return tuple(notes)


def _left_out(found: Timeline, shown: Timeline, start: date) -> tuple[str, ...]:
    """Return how many measures and documents are not shown: earlier ones, and those without a date."""
    measures, others = (a - b for a, b in zip(_counts(found.rows), _counts(shown.rows), strict=True))
    notes = []
    if measures:
        text = ngettext(
            "Not shown: {count} measure that ended before {day}.",
            "Not shown: {count} measures that ended before {day}.",
            measures,
        )
        notes.append(text.format(count=measures, day=show(start)))
    if others:
        text = ngettext(
            "Not shown: {count} document without a measure from before {day}.",
            "Not shown: {count} documents without a measure from before {day}.",
            others,
        )
        notes.append(text.format(count=others, day=show(start)))
    if found.undated:
        text = ngettext(
            "Not shown: {count} row without a date on file.",
            "Not shown: {count} rows without a date on file.",
            found.undated,
        )
        notes.append(text.format(count=found.undated))
    return tuple(notes)
