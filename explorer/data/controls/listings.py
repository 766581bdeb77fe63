"""The state on a day of the listing by which a measure names a party."""

from datetime import date, timedelta

from msgspec import Struct

from explorer.data.controls.legal_records import Listing
from explorer.data.controls.status import ANNOUNCED, ENDED, IN_FORCE, SUSPENDED, state_on
from explorer.data.dates import first_day, show
from explorer.data.records import ENDINGS, Measure
from explorer.data.words import state_words, with_marks
from explorer.language import gettext

NOT_LISTED_YET, REMOVED = "not_listed_yet", "removed"
_DAY = timedelta(days=1)


class ListingState(Struct, frozen=True):
    """The state of a listing: that of its measure, NOT_LISTED_YET or REMOVED.

    `until` is the last day of a pause, `since` the day on which the measures stopped or the party was removed. The
    state ENDED means that the party is still listed: only a removal takes a name off a list. `your_entry` is whether
    the measure would be in another state without the entries of the user.
    """

    name: str
    presumed: bool = False
    until: str | None = None
    since: str | None = None
    your_entry: bool = False

    @property
    def is_listed(self) -> bool:
        """Whether the party is on the list, or named by a notice that takes effect later."""
        return self.name not in (NOT_LISTED_YET, REMOVED)


def listing_state(listing: Listing, measure: Measure, on: date) -> ListingState:
    """Return the state of a listing on a day: that of its measure, unless it has dates of its own."""
    if listing.removed and first_day(listing.removed) <= on:
        return ListingState(REMOVED, since=listing.removed)
    state = state_on(measure, on)
    if state is None or (first_day(listing.listed) > on and state.name != ANNOUNCED):
        return ListingState(NOT_LISTED_YET)
    if state.name == ENDED:
        return ListingState(ENDED, since=_stopped(measure).isoformat(), your_entry=state.your_entry)
    lapsed = False
    if listing.suspended_from is not None and first_day(listing.suspended_from) <= on:
        if listing.suspended_until is None or on <= first_day(listing.suspended_until):
            return ListingState(SUSPENDED, listing.basis != "text", listing.suspended_until)
        lapsed = state.name == IN_FORCE
    presumed = state.presumed or lapsed
    return ListingState(state.name, presumed, state.until, your_entry=state.your_entry)


def listing_words(listing: Listing, measure: Measure, on: date) -> str:
    """Return the state of a listing on a day in words."""
    state = listing_state(listing, measure, on)
    if state.name == REMOVED:
        return gettext("removed on {day}").format(day=show(state.since))
    if state.name == NOT_LISTED_YET:
        return gettext("not listed yet")
    if state.name == ENDED:
        words = gettext("listed, measures stopped since {day}").format(day=show(state.since))
        return with_marks(words, presumed=False, your_entry=state.your_entry)
    return state_words(state.name, state.until, presumed=state.presumed, your_entry=state.your_entry)


def _stopped(measure: Measure) -> date:
    """Return the first day on which an ended measure no longer applies."""
    days = [first_day(e.date) for e in measure.events if e.event in ENDINGS]
    if measure.expires:
        days.append(first_day(measure.expires) + _DAY)
    return min(days)
