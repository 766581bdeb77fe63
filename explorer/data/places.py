"""Origins and destinations of exports: the ids that the status rule accepts, and their names."""

from msgspec import Struct

from explorer.data.context import Context
from explorer.data.controls.status import MILITARY_USERS
from explorer.data.dates import show
from explorer.data.store import Store
from explorer.data.words import MILITARY_DESTINATIONS, destination_name, military_users
from explorer.language import gettext

ALL = "ALL"
FIRST_ORIGINS = ("CHN",)
FIRST_DESTINATIONS = ("USA", "JPN", "EUU", "KOR", "TWN")
FORMER_STATES = frozenset({"CSK", "DDR", "SCG", "SUN", "YUG"})
NO_PLACE = frozenset({"WLD", "OTH"}) | FORMER_STATES


class Place(Struct, frozen=True):
    """A country id, `ALL`, `USA-MIL` or `JPN-MIL`, with its name in English."""

    place_id: str
    name: str


def place_name(store: Store, place_id: str) -> str:
    """Return the name of an origin or destination in a sentence: `the United States`, `all destinations`."""
    return destination_name(place_id, store.country_name(place_id))


def setting(store: Store, context: Context) -> str:
    """Return the exports and the day that an answer is about: `Exports from China to Japan as of 10 Dec 2024`."""
    text = gettext("Exports from {origin} to {destination} as of {day}")
    return text.format(
        origin=place_name(store, context.origin),
        destination=place_name(store, context.destination),
        day=show(context.as_of),
    )


def origins(store: Store) -> list[Place]:
    """Return the jurisdictions with measures on file and the members of such blocs, China first."""
    ids = {m.jurisdiction for m in store.measures.values()}
    members = {member for bloc in ids for member in store.bloc_members.get(bloc, ())}
    return _ordered(store, ids | members, FIRST_ORIGINS)


def destinations(store: Store) -> list[Place]:
    """Return every destination that can be chosen: all, military users and the countries, the most asked first."""
    named = _ordered(store, set(store.countries) - NO_PLACE, FIRST_DESTINATIONS)
    everywhere = [Place(ALL, gettext("All destinations"))]
    return everywhere + named[:2] + [Place(i, military_users(i)) for i in MILITARY_DESTINATIONS] + named[2:]


def _ordered(store: Store, ids: set[str], first: tuple[str, ...]) -> list[Place]:
    places = [Place(i, store.country_name(i)) for i in ids]
    rank = {place_id: position for position, place_id in enumerate(first)}
    return sorted(places, key=lambda p: (rank.get(p.place_id, len(rank)), p.name))


def not_an_export(store: Store, origin: str, to: str) -> str:
    """Return the sentence on goods that are not exported, empty where they are.

    Goods are not exported from a country to itself or to its own military users, from a bloc to one of its members,
    from a member to its bloc, or between members.
    """
    country = to.removesuffix(MILITARY_USERS)
    sender, receiver = place_name(store, origin), place_name(store, to)
    if country == origin:
        return gettext(
            "Goods sent from {sender} to {receiver} are not exports: choose another origin or destination."
        ).format(sender=sender, receiver=receiver)
    blocs = {
        place: store.countries[place].bloc or place for place in (origin, country) if place in store.countries
    }
    bloc = blocs.get(origin)
    if bloc is None or bloc != blocs.get(country) or bloc not in store.bloc_members:
        return ""
    return gettext(
        "Goods sent from {sender} to {receiver} do not leave {bloc}, so they are not exports: "
        "choose another origin or destination."
    ).format(sender=sender, receiver=receiver, bloc=place_name(store, bloc))


def is_on_file(store: Store, origin: str) -> bool:
    """Return whether any measure of an origin, or of its bloc, is on file."""
    return any(place.place_id == origin for place in origins(store))
