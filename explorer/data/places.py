"""Where exports can come from and go to: the ids that the status rule accepts, and their names."""

from dataclasses import dataclass

from explorer.data.store import Store
from explorer.data.words import MILITARY, destination_name

ALL = "ALL"
FIRST_ORIGINS = ("CHN",)
FIRST_DESTINATIONS = ("USA", "JPN", "EUU", "KOR", "TWN")
FORMER_STATES = frozenset({"CSK", "DDR", "SCG", "SUN", "YUG"})
NO_PLACE = frozenset({"WLD", "OTH"}) | FORMER_STATES


@dataclass(frozen=True, slots=True)
class Place:
    """A country id, `ALL`, `USA-MIL` or `JPN-MIL`, with its name in English."""

    place_id: str
    name: str


def place_name(store: Store, place_id: str) -> str:
    """Return how a sentence names an origin or a destination: `the United States`, `all destinations`."""
    return destination_name(place_id, store.country_name(place_id))


def origins(store: Store) -> list[Place]:
    """Return the jurisdictions with measures on file and the members of such blocs, China first."""
    ids = {m.jurisdiction for m in store.measures.values()}
    members = {member for bloc in ids for member in store.bloc_members.get(bloc, ())}
    return _ordered(store, ids | members, FIRST_ORIGINS)


def destinations(store: Store) -> list[Place]:
    """Return every destination that can be asked for: all, military users, then the countries."""
    named = _ordered(store, set(store.countries) - NO_PLACE, FIRST_DESTINATIONS)
    special = [Place(ALL, "All destinations")]
    return special + named[:2] + [Place(i, n) for i, n in MILITARY.items()] + named[2:]


def _ordered(store: Store, ids: set[str], first: tuple[str, ...]) -> list[Place]:
    places = [Place(i, store.country_name(i)) for i in ids]
    rank = {place_id: position for position, place_id in enumerate(first)}
    return sorted(places, key=lambda p: (rank.get(p.place_id, len(rank)), p.name))


def is_on_file(store: Store, origin: str) -> bool:
    """Return whether any measure of an origin, or of its bloc, is on file."""
    return any(place.place_id == origin for place in origins(store))
