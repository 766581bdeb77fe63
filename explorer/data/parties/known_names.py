"""All names of parties on file, in both languages and with aliases, found by a name that is equal or similar."""

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from explorer.data.characters import unified
from explorer.data.controls.legal_records import Party
from explorer.data.finding.place_lookup import PlaceLookup
from explorer.data.finding.questions.nationalities import ADJECTIVES
from explorer.data.parties.legal_forms import are_compatible
from explorer.data.parties.letters import Sounds, Spellings, most_errors_in_name
from explorer.data.parties.names import Name, Weights, read_name
from explorer.data.parties.similarity import Overlap, SharedWord, Unit, overlap, units
from explorer.data.store import Store

_LONGEST_CODE = 3


class KnownName(Struct, frozen=True):
    """A name of a party on file; `is_alias` is False for its English and its Chinese name."""

    party: Party
    name: Name
    is_alias: bool


class Resemblance(Struct, frozen=True):
    """A party with the one of its names that is most like a name; `overlap` is None where all letters are the same.

    `differs_by_letter` is whether the names as a whole differ by one typing error.
    """

    known: KnownName
    overlap: Overlap | None = None
    differs_by_letter: bool = False


class KnownNames:
    """The names of all parties of a store."""

    def __init__(self, parties: Iterable[Party], weights: Weights) -> None:
        self._weights = weights
        self._by_letters: dict[str, list[KnownName]] = defaultdict(list)
        self._by_unit: dict[str, list[tuple[KnownName, Unit]]] = defaultdict(list)
        for known in (known for party in parties for known in _names(party)):
            for letters in _keys(known.name):
                self._by_letters[letters].append(known)
            for unit in units(known.name):
                self._by_unit[unit.letters].append((known, unit))
        self._spellings, self._sounds = Spellings(self._by_unit), Sounds(self._by_unit)
        self._whole_spellings = Spellings(self._by_letters, most_errors_in_name)

    @classmethod
    def of(cls, store: Store) -> "KnownNames":
        """Return the names of a store, read once."""
        if cls not in store.services:
            store.services[cls] = cls(store.rows(Party), Weights(_places_and_metals(store)))
        names: KnownNames = store.services[cls]
        return names

    def same(self, name: Name) -> list[Resemblance]:
        """Return the parties with the same name but for its legal form, where that may be the same too."""
        candidates = [known for letters in _keys(name) for known in self._by_letters.get(letters, ())]
        candidates.sort(key=lambda known: (known.name.text != name.text, known.is_alias))
        found: dict[str, KnownName] = {}
        for known in candidates:
            if are_compatible(name.forms, known.name.forms):
                found.setdefault(known.party.party_id, known)
        return [Resemblance(known) for known in found.values()]

    def similar(self, name: Name) -> list[Resemblance]:
        """Return the parties with a similar name, the closest first; those of `same` are among them."""
        shared = self._shared(name)
        spelt_alike = self._spelt_alike(name)
        best: dict[str, Resemblance] = {}
        rated = (
            Resemblance(
                known, overlap(name, known.name, shared.get(known, ()), self._weights), known in spelt_alike
            )
            for known in {**shared, **spelt_alike}
        )
        for one in sorted(rated, key=_order):
            assert one.overlap is not None
            if one.overlap.is_similar or one.differs_by_letter:
                best.setdefault(one.known.party.party_id, one)
        return list(best.values())

    def _shared(self, name: Name) -> dict[KnownName, list[SharedWord]]:
        """Return the names that have a word or a pair of words like one of a name."""
        shared: dict[KnownName, list[SharedWord]] = defaultdict(list)
        for unit in units(name):
            like = self._sounds.like(unit.letters) | self._spellings.like(unit.letters)
            for letters, similarity in like.items():
                for known, other in self._by_unit[letters]:
                    if unit.count == 1 or other.count == 1:
                        shared[known].append(SharedWord(unit, other, similarity))
        return shared

    def _spelt_alike(self, name: Name) -> dict[KnownName, None]:
        """Return the names whose letters as a whole differ by a typing error; one in the legal form counts too."""
        wanted = {letters for letters in (name.letters, name.full) if letters}
        found: dict[KnownName, None] = {}
        alike = (like for w in sorted(wanted) for like in self._whole_spellings.like(w) if like not in wanted)
        for letters in alike:
            for known in self._by_letters[letters]:
                is_core = letters in (known.name.letters, known.name.full)
                if is_core or (known.name.forms and not name.forms):
                    found[known] = None
        return found


def _keys(name: Name) -> dict[str, None]:
    """Return all letters of a name, with and without words such as “of” and legal forms."""
    return dict.fromkeys((name.letters, name.full, name.whole)) if name.words else {}


def _names(party: Party) -> Iterable[KnownName]:
    """Yield the names of a party that have words, each once."""
    own = [n for n in (party.name_en, party.name_zh) if n]
    for text in dict.fromkeys((*own, *party.aliases)):
        name = read_name(text)
        if name.words:
            yield KnownName(party, name, text not in own)


def _order(found: Resemblance) -> tuple[float, float, str]:
    assert found.overlap is not None
    return (*found.overlap.order, found.known.party.name_en)


def _places_and_metals(store: Store) -> frozenset[str]:
    """Return the words for places and metals in the normal form of names; short ones are codes or symbols."""
    places = (unified(name) for name in (*PlaceLookup.of(store).meanings, *ADJECTIVES))
    metals = (text for metal in store.metals.values() for text in (metal.name_en, metal.name_zh))
    words = (*places, *(word for name in metals for word in read_name(name).words))
    return frozenset(word for word in words if len(word) > _LONGEST_CODE or not word.isascii())
