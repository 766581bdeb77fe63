"""The places of a store by their names in many languages, read once."""

from explorer.data.characters import simplified
from explorer.data.place_names import readings
from explorer.data.places import NO_PLACE, destinations
from explorer.data.spelling import fold, normalised
from explorer.data.store import Store
from explorer.data.store_service import StoreService

_MOST_SUGGESTED = 5


class PlaceLookup(StoreService):
    """The destinations and origins that a name can mean."""

    def __init__(self, store: Store) -> None:
        self._places = destinations(store)
        ids = {p.place_id for p in self._places}
        special = {p.place_id: p.name for p in self._places if p.place_id not in store.countries}
        self._destinations = frozenset(ids)
        self._by_name = [(normalised(p.name), p.place_id) for p in self._places]
        self.meanings = {
            name: kept
            for name, meant in readings(store, special).items()
            if (kept := tuple(i for i in meant if i in ids and i not in NO_PLACE))
        }
        for name, meant in tuple(self.meanings.items()):
            self.meanings.setdefault(simplified(name), meant)

    def meant(self, text: str) -> tuple[str, ...]:
        """Return the places that a whole name means, several where it is ambiguous."""
        return self.meanings.get(fold(text), ())

    def destinations(self, text: str) -> tuple[str, ...]:
        """Return the destinations that a whole name means."""
        return tuple(place for place in self.meant(text) if place in self._destinations)

    def beginning(self, text: str) -> tuple[str, ...]:
        """Return the destinations whose English name begins with a text, the most asked first."""
        wanted = normalised(text)
        found = [place_id for name, place_id in self._by_name if name.startswith(wanted)]
        return tuple(found[:_MOST_SUGGESTED])
