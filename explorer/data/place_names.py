"""The names of a place: those of the table, short forms, and names in other languages."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property

from msgspec import Struct

from explorer import paths
from explorer.data.places import Place
from explorer.data.spelling import fold, fold_beginning
from explorer.data.store import Store

# Our own short forms, and names in other languages from the Unicode CLDR (`python -m tests.place_names` writes them
# again). Where a name is in both, the short forms decide: a short form of several places is ambiguous.
SHORT_FORMS, OTHER_LANGUAGES = "short_forms.json", "cldr_names.json"
LEAST_INSIDE = 3

_FIRST_IDEOGRAPH = "\u2e80"  # from here on one character is enough to search by
_LAST_FIRST = re.compile(r"([^,(（]+)(?:,\s*([^,]+)|[(（]([^()（）]+)[)）]\s*)")

Readings = Mapping[str, tuple[str, ...]]


class Suggestions(Struct, frozen=True):
    """The places whose names begin with a text, best first; `certain` where it means the first one only."""

    place_ids: tuple[str, ...]
    certain: bool


def meanings(store: Store, text: str, special: Mapping[str, str]) -> tuple[str, ...]:
    """Return the places that a whole name means: several where it is ambiguous, none where it is unknown.

    Names of the table have priority over short forms, and these over other languages; `special` adds more places.
    """
    known = {*store.countries, *special}
    for wanted in _spellings(text):
        for readings in _sources(store, special):
            ids = tuple(i for i in readings.get(wanted, ()) if i in known)
            if ids:
                return ids
    return ()


def all_names(store: Store, special: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return every name of each place, folded."""
    table = _table(store, special)
    more = [_names(SHORT_FORMS), _names(OTHER_LANGUAGES)]
    return {
        place_id: tuple(
            fold(name) for name in (*own, *(n for names in more for n in names.get(place_id, ())))
        )
        for place_id, own in table.items()
    }


class PlaceNames:
    """The places of a list, searched by the beginning of any of their names."""

    def __init__(self, store: Store, places: Sequence[Place]) -> None:
        self._store, self._places = store, places
        self._special = {p.place_id: p.name for p in places if p.place_id not in store.countries}

    @cached_property
    def _names(self) -> dict[str, tuple[str, ...]]:
        names = all_names(self._store, self._special)
        return {p.place_id: names[p.place_id] for p in self._places}

    @cached_property
    def _english(self) -> dict[str, tuple[str, ...]]:
        return {p.place_id: _from_each_word(p.name) for p in self._places}

    def suggest(self, text: str) -> Suggestions:
        """Return the places whose names begin with a text: exact names, then English ones, then all others."""
        found = self._beginning_with(fold(text), text)
        return found if found.place_ids else self._beginning_with(fold_beginning(text), text)

    def _beginning_with(self, wanted: str, text: str) -> Suggestions:
        """Return the places whose names begin with a folded text, which was typed in another form."""
        if not wanted:
            return Suggestions((), False)
        meant = meanings(self._store, text, self._special)
        exact = [i for i in meant if i in self._names]
        english = [i for i, words in self._english.items() if words[0].startswith(wanted)]
        other = [i for i, names in self._names.items() if any(n.startswith(wanted) for n in names)]
        words = [i for i, words in self._english.items() if any(w.startswith(wanted) for w in words)]
        inside = [i for i in self._names if self._contains(i, wanted)]
        suggested = tuple(dict.fromkeys((*exact, *english, *other, *words, *inside)))
        first = meant or tuple(english) or suggested
        return Suggestions(suggested, len(first) == 1 and suggested[:1] == first)

    def _contains(self, place_id: str, wanted: str) -> bool:
        """Return whether the English name or, in another script, any name contains the text."""
        if len(wanted) < LEAST_INSIDE and wanted[0] < _FIRST_IDEOGRAPH:
            return False
        names = self._english[place_id][:1] if wanted.isascii() else self._names[place_id]
        return any(wanted in name for name in names)


def _sources(store: Store, special: Mapping[str, str]) -> Iterator[Readings]:
    """Yield the meanings of names, source by source: no file is read for a name of the table."""
    yield _inverted(_table(store, special))
    yield _readings(SHORT_FORMS)
    yield _readings(OTHER_LANGUAGES)


def _table(store: Store, special: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return the names that the data file gives each place, and those of `special`."""
    countries = {
        c.country_id: tuple(n for n in (c.country_id, c.name_en, c.name_zh) if n)
        for c in store.countries.values()
    }
    return {i: (i, name) for i, name in special.items()} | countries


def readings(store: Store, special: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return what every folded name can mean, for those who look up many; see `meanings`."""
    result: dict[str, tuple[str, ...]] = {}
    known = {*store.countries, *special}
    for source in _sources(store, special):
        for name, places in source.items():
            ids = tuple(i for i in places if i in known)
            if ids:
                result.setdefault(name, ids)
    return result


def _spellings(text: str) -> list[str]:
    """Return a name folded, also in reading order where it is inverted: `Korea, Republic of`."""
    turned = _LAST_FIRST.fullmatch(text.strip())
    spelt = [text, *([f"{turned[2] or turned[3]} {turned[1]}"] if turned else [])]
    return [name for name in map(fold, spelt) if name]


def _from_each_word(name: str) -> tuple[str, ...]:
    """Return a name folded from its first word on, from its second word on, and so on."""
    words = name.split()
    return tuple(fold(" ".join(words[at:])) for at in range(len(words)))


@cache
def _names(file: str) -> dict[str, tuple[str, ...]]:
    """Return the names that a file gives each place."""
    text = (paths.resources() / "places" / file).read_text(encoding="utf-8")
    return {place_id: tuple(names) for place_id, names in json.loads(text)["names"].items()}


@cache
def _readings(file: str) -> Readings:
    return _inverted(_names(file))


def read_names() -> Iterator[None]:
    """Read the files of names, one after the other, and keep them."""
    for file in (SHORT_FORMS, OTHER_LANGUAGES):
        _names(file)
        yield
        _readings(file)
        yield


def _inverted(names: Mapping[str, Iterable[str]]) -> Readings:
    """Return the places that each folded name can mean."""
    meant: dict[str, dict[str, None]] = defaultdict(dict)
    for place_id, own in names.items():
        for name in own:
            meant[fold(name)][place_id] = None
    return {name: tuple(ids) for name, ids in meant.items()}
