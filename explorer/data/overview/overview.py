"""Everything that matters on a day for exports from an origin to a destination, across all metals."""

from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from explorer.data.context import Context
from explorer.data.controls.changes import Changes, changes
from explorer.data.dates import first_day, show
from explorer.data.overview.counts import StatusCount, status_counts
from explorer.data.overview.dates import NEAR, DatedChange, dated_changes
from explorer.data.overview.examples import Example, examples
from explorer.data.overview.notices import Notice, notices
from explorer.data.overview.prices import WatchedPrice, metals_on_file, watched_metals, watched_prices
from explorer.data.places import not_an_export
from explorer.data.store import Store
from explorer.language import gettext, ngettext


class CheckedTo(Struct, frozen=True):
    """The last day for which controls were checked, how many days the as-of date is later, and what that means."""

    day: date
    days: int
    text: str
    meaning: str


class Overview(Struct, frozen=True):
    """What matters on the as-of date of a context.

    `dates` are those of all origins from `since` to `until`. `next_day` is what changes on the day after. Where nothing
    is exported between the places, `refusal` is the sentence on that, and only dates of other origins and prices are
    given. The prices are those of the metals that the user watches, or of examples where `is_watching` is false.
    """

    context: Context
    today: date
    refusal: str
    checked: CheckedTo
    notices: tuple[Notice, ...]
    since: date
    until: date
    dates: tuple[DatedChange, ...]
    counts: tuple[StatusCount, ...]
    next_day: Changes
    prices: tuple[WatchedPrice, ...]
    is_watching: bool
    examples: tuple[Example, ...]

    def of_one_origin(self) -> "Overview":
        """Return the same with only the dates of its origin, and of the bloc that this belongs to."""
        return replace(self, dates=tuple(e for e in self.dates if e.is_of(self.context.origin)))

    @property
    def before(self) -> tuple[DatedChange, ...]:
        """The dates before the as-of date."""
        return tuple(entry for entry in self.dates if entry.day < self.context.as_of)

    @property
    def ahead(self) -> tuple[DatedChange, ...]:
        """The dates from the as-of date on."""
        return tuple(entry for entry in self.dates if entry.day >= self.context.as_of)


def overview(store: Store, context: Context, today: date, watched: Iterable[str] = ()) -> Overview:
    """Return what matters on the as-of date; `today` is the day that texts call “today”.

    `watched` are the metals on the user's watchlist.
    """
    refusal = not_an_export(store, context.origin, context.destination)
    since, until = context.as_of - timedelta(days=NEAR), context.as_of + timedelta(days=NEAR)
    dates = dated_changes(store, since, until, context.destination)
    own = tuple(entry for entry in dates if entry.is_of(context.origin))
    next_day = changes(store, context.as_of, replace(context, as_of=context.as_of + timedelta(days=1)))
    own_ids = metals_on_file(store, watched)
    metal_ids = watched_metals(store, own_ids)
    changing = {change.metal_id for change in next_day.metals}
    first = sorted(metal_ids, key=lambda metal_id: metal_id not in changing)
    return Overview(
        context=context,
        today=today,
        refusal=refusal,
        checked=checked_to(store, context.as_of),
        notices=() if refusal else notices(store, context, today, own),
        since=since,
        until=until,
        dates=dates,
        counts=() if refusal else status_counts(store, context),
        next_day=next_day,
        prices=watched_prices(store, metal_ids, context.as_of),
        is_watching=bool(own_ids),
        examples=() if refusal else examples(store, context, first),
    )


def checked_to(store: Store, on: date) -> CheckedTo:
    """Return how far the controls were checked, compared with a day."""
    verified_to = store.edition.verified_to
    checked = show(verified_to)
    days = (on - first_day(verified_to)).days
    if days <= 0:
        text = gettext("Controls checked to {day}.").format(day=checked)
        return CheckedTo(first_day(verified_to), 0, text, gettext("This date is covered by the checks."))
    text = ngettext(
        "Controls checked to {day}, {count} day before {as_of}.",
        "Controls checked to {day}, {count} days before {as_of}.",
        days,
    ).format(day=checked, count=days, as_of=show(on))
    meaning = gettext(
        "Anything announced since then is not in this edition. Check the official sites before you rely on a status."
    )
    return CheckedTo(first_day(verified_to), days, text, meaning)
