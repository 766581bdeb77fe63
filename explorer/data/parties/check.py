"""The check of a name against the lists of named parties, as of a date."""

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from explorer.data.context import Context
from explorer.data.controls.legal_records import Listing, Party
from explorer.data.controls.listings import NOT_LISTED_YET, REMOVED, ListingState, listing_state
from explorer.data.controls.status import ANNOUNCED, ENDED, IN_FORCE, SUSPENDED, comes_from
from explorer.data.dates import first_day
from explorer.data.parties.known_names import KnownNames, Resemblance
from explorer.data.parties.names import LONGEST, Name, read_name
from explorer.data.records import KIND_RANK, Measure
from explorer.data.store import Store
from explorer.errors import KnownError, quoted
from explorer.language import gettext

ON_LIST, OTHER_DAYS, SIMILAR = "ON A LIST", "LISTED ON OTHER DAYS", "SIMILAR"
NOT_FOUND = "NOT IN THIS DATABASE"
VERDICTS = (ON_LIST, OTHER_DAYS, SIMILAR, NOT_FOUND)
_STATE_ORDER = (IN_FORCE, SUSPENDED, ANNOUNCED, ENDED, REMOVED, NOT_LISTED_YET)


class DatedListing(Struct, frozen=True):
    """A listing of a party with the measure that names it and its state on the day."""

    listing: Listing
    measure: Measure
    state: ListingState


class PartyMatch(Struct, frozen=True):
    """A party with the same or a similar name, and its listings on the lists of the origin, the strictest first."""

    found: Resemblance
    listings: tuple[DatedListing, ...]

    @property
    def party(self) -> Party:
        """The party on file."""
        return self.found.known.party

    @property
    def is_same(self) -> bool:
        """Whether the name is the same, but for case, punctuation, spaces or the legal form."""
        return self.found.overlap is None

    @property
    def is_listed(self) -> bool:
        """Whether a listing counts on the day."""
        return any(x.state.is_listed for x in self.listings)


class PartyVerdict(Struct, frozen=True):
    """The verdict on a name: one of VERDICTS, with the parties of the same name, then those of similar names."""

    name: Name
    verdict: str
    matches: tuple[PartyMatch, ...]

    @property
    def decisive(self) -> tuple[PartyMatch, ...]:
        """The matches on which the verdict rests."""
        same = tuple(m for m in self.matches if m.is_same)
        return same or self.matches


class PartyChecker:
    """Checks names against the lists of the origin as of the day; each name is checked once.

    The names on file are read at the first check, since many only ask whether there are lists.
    """

    def __init__(self, store: Store, context: Context) -> None:
        self._store = store
        self._listings = _listings(store, context)
        self._verdicts: dict[str, PartyVerdict] = {}

    @property
    def has_lists(self) -> bool:
        """Whether a list of named parties of the origin is on file, for any day."""
        return bool(self._listings)

    def check(self, text: str) -> PartyVerdict:
        """Return the verdict on a name; raise KnownError where the text is not a name."""
        if text not in self._verdicts:
            self._verdicts[text] = self._check(_name_of(text))
        return self._verdicts[text]

    def _check(self, name: Name) -> PartyVerdict:
        known = KnownNames.of(self._store)
        same = self._matches(known.same(name))
        ids = {match.party.party_id for match in same}
        similar = [m for m in self._matches(known.similar(name)) if m.party.party_id not in ids]
        if same:
            verdict = ON_LIST if any(m.is_listed for m in same) else OTHER_DAYS
        else:
            verdict = SIMILAR if similar else NOT_FOUND
        return PartyVerdict(name, verdict, (*sorted(same, key=_strictest), *similar))

    def _matches(self, found: Iterable[Resemblance]) -> list[PartyMatch]:
        """Return the parties that a list of the origin names."""
        named = ((f, self._listings.get(f.known.party.party_id)) for f in found)
        return [PartyMatch(f, listings) for f, listings in named if listings]


def _name_of(text: str) -> Name:
    if len(text) > LONGEST:
        sentence = gettext("The name is too long ({count} characters; limit: {most}).")
        raise KnownError(sentence.format(count=len(text), most=LONGEST))
    name = read_name(text)
    if not any(c.isalpha() for c in name.letters):
        raise KnownError(gettext("{name} is not a name: it has no letters.").format(name=quoted(text)))
    return name


def _listings(store: Store, context: Context) -> dict[str, tuple[DatedListing, ...]]:
    """Return the listings of each party by measures of the origin."""
    found: dict[str, list[DatedListing]] = defaultdict(list)
    for listing in store.rows(Listing):
        measure = store.measures[listing.measure_id]
        if comes_from(measure, context.origin):
            state = listing_state(listing, measure, context.as_of)
            found[listing.party_id].append(DatedListing(listing, measure, state))
    return {party_id: tuple(sorted(each, key=_order)) for party_id, each in found.items()}


def _order(dated: DatedListing) -> tuple[int, int, int]:
    """Return the key by which the strictest listing comes first: by state, kind and day, the latest first."""
    rank = KIND_RANK[dated.measure.kind]
    return _STATE_ORDER.index(dated.state.name), -rank, -first_day(dated.listing.listed).toordinal()


def _strictest(match: PartyMatch) -> tuple[int, int, int]:
    return _order(match.listings[0])
