"""What the strips of one metal and of all metals have in common: direction, days shown and the text of a span."""

from collections.abc import Sequence
from datetime import date, timedelta

from explorer.charts.spec import Since
from explorer.data.context import Context
from explorer.data.dates import first_day, show
from explorer.data.places import place_name
from explorer.data.store import Store

DEFAULT_LEAD = timedelta(days=200)
DEFAULT_YEARS = 10
LOOK_AHEAD, TAIL = timedelta(days=400), timedelta(days=60)


def direction(store: Store, context: Context, all_destinations: bool = False) -> str:
    """Return `from China to the United States`."""
    origin = place_name(store, context.origin)
    target = "ALL" if all_destinations else context.destination
    return f"from {origin} to {place_name(store, target)}"


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
    return f"The day asked, {show(context.as_of)}, lies before {show(start)}, from when the chart would run."


def span_label(word: str, start: date, end: date | None, until: str | None) -> str:
    """Return the text of a span: its state, its days, and the last day of a pause as announced."""
    days = f"{show(start)} to {show(end)}" if end else f"since {show(start)}"
    announced = f", announced until {show(until)}" if until and str(end) != until else ""
    return f"{word}, {days}{announced}"
