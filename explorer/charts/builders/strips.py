"""What the strips of one metal and of all metals have in common: places, days shown and texts."""

from collections.abc import Sequence
from datetime import date, timedelta

from explorer.charts.spec import Since, SpanBar
from explorer.data.context import Context
from explorer.data.controls.history import ends_term
from explorer.data.controls.status import ANNOUNCED, IN_FORCE, SUSPENDED
from explorer.data.controls.term_ends import with_note
from explorer.data.dates import first_day, show
from explorer.data.places import place_name
from explorer.data.records import Measure
from explorer.data.store import Store
from explorer.language import gettext, paragraph

DEFAULT_LEAD = timedelta(days=200)
DEFAULT_YEARS = 10
LOOK_AHEAD, TAIL = timedelta(days=400), timedelta(days=60)


def places(store: Store, context: Context, all_destinations: bool = False) -> dict[str, str]:
    """Return the names of origin and destination as the fields of a sentence."""
    destination = "ALL" if all_destinations else context.destination
    return {
        "origin": place_name(store, context.origin),
        "destination": place_name(store, destination),
    }


def shown_days(
    store: Store,
    context: Context,
    since: Since,
    changes: Sequence[date],
    starts: Sequence[Sequence[date]],
) -> tuple[date, date]:
    """Return the first and the last day of a strip chart: from shortly before a first day to the last change ahead.

    By default the first day is that of the first list of `starts` with a day in the last ten years.
    """
    latest = max(context.as_of, first_day(store.edition.verified_to))
    if isinstance(since, date):
        start = since
    elif since is None:
        start = min(changes) - DEFAULT_LEAD
    else:
        oldest = date(context.as_of.year - DEFAULT_YEARS, 1, 1)
        recent = [[d for d in days if d >= oldest] for days in starts]
        start = min([*next(filter(None, recent), [oldest]), context.as_of]) - DEFAULT_LEAD
    coming = [d for d in changes if latest < d <= latest + LOOK_AHEAD]
    return start, max([latest, *coming]) + max(TAIL, (latest - start) * 0.03)


def too_early(context: Context, start: date) -> str:
    """Return the sentence for a chart that would start after the as-of date, empty otherwise."""
    if start <= context.as_of:
        return ""
    text = gettext("The chart would start on {start}, after the as-of date ({day}).")
    return text.format(start=show(start), day=show(context.as_of))


def span_label(state: str, start: date, end: date | None, until: str | None) -> str:
    """Return the text of a span: its state, its days, and the last day of a pause as announced."""
    announced = bool(until) and str(end) != until
    if end is None:
        text = gettext("{state}, since {start}")
        if announced:
            text = gettext("{state}, since {start}, announced until {until}")
    else:
        text = gettext("{state}, {start} to {end}")
        if announced:
            text = gettext("{state}, {start} to {end}, announced until {until}")
    return text.format(state=state, start=show(start), end=show(end), until=show(until))


def term_label(text: str, measure: Measure | None, end: date | None) -> str:
    """Return the text of a span, with what the data say about its end where the term of a measure ends with it."""
    if measure is None or not ends_term(measure, end):
        return text
    return with_note(gettext("{span}; then the term ends").format(span=text), (measure,))


def legend_note(bars: Sequence[SpanBar]) -> str:
    """Return what the looks of the bars shown mean, empty without bars."""
    entries = []
    if any(s.state == ANNOUNCED for s in bars):
        entries.append(gettext("Outline: announced."))
    if any(s.state == IN_FORCE and not s.presumed for s in bars):
        entries.append(gettext("Solid: in force."))
    if any(s.state == SUSPENDED for s in bars):
        entries.append(gettext("Hatched: paused."))
    if any(s.presumed for s in bars):
        entries.append(presumed_note())
    if any(s.your_entry for s in bars):
        entries.append(entry_note())
    return paragraph(entries)


def forms_note() -> str:
    """Return the sentence that explains measures “for special forms”."""
    return gettext(
        "“For special forms” means that the measure covers some forms or compounds, not the metal itself."
    )


def entry_note() -> str:
    """Return the sentence that explains how states that rest on an entry of the user are drawn."""
    return gettext("Dotted outline: based on your entry, not on the data edition.")


def presumed_note() -> str:
    """Return the sentence that explains how presumed states are drawn."""
    return gettext("Lighter with a dashed outline: presumed; no notice on file confirms it.")
