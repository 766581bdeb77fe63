"""What a stress test removes: countries, blocs and companies."""

import re
from collections.abc import Iterable

from msgspec import Struct

from explorer.data.finding.lookup import find_removed
from explorer.data.place_names import meanings
from explorer.data.places import NO_PLACE, Place
from explorer.data.spelling import normalised
from explorer.data.store import Store

SEPARATOR = ","
_AFTER_NAME = re.compile(r"[,;(/]")


class Removal(Struct, frozen=True):
    """The places as they were chosen, the countries that they stand for, and names or parts of names of companies."""

    places: tuple[str, ...] = ()
    countries: frozenset[str] = frozenset()
    companies: tuple[str, ...] = ()

    def __or__(self, other: "Removal") -> "Removal":
        """Return the removal of both."""
        return Removal(
            tuple(dict.fromkeys((*self.places, *other.places))),
            self.countries | other.countries,
            tuple(dict.fromkeys((*self.companies, *other.companies))),
        )

    @property
    def text(self) -> str:
        """The removal as a command and a link write it: `CHN,EUU,Umicore`."""
        return SEPARATOR.join((*self.places, *self.companies))

    def names(self, company: str) -> bool:
        """Return whether the name of a company has the words of one that is removed."""
        return any(_has_words(company, wanted) for wanted in self.companies)


def removal_of(store: Store, places: Iterable[str], companies: Iterable[str] = ()) -> Removal:
    """Return the removal of places by id, in which a bloc is its members, and of companies."""
    chosen = tuple(dict.fromkeys(places))
    countries = frozenset[str]().union(*(store.bloc_members.get(p, {p}) for p in chosen))
    return Removal(chosen, countries, tuple(dict.fromkeys(companies)))


def find_removal(store: Store, texts: Iterable[str]) -> Removal:
    """Return the removal that names mean: a place before a company; raise KnownError for a name on neither list."""
    places, companies = [], []
    for text in texts:
        if not meanings(store, text, {}) and _is_company(store, text):
            companies.append(text.strip())
        else:
            places.append(find_removed(store, text))
    return removal_of(store, places, companies)


def read_removal(store: Store, text: str) -> Removal:
    """Return the removal of a text such as `CHN,EUU,Umicore`, nothing for an empty one; raise KnownError otherwise."""
    return find_removal(store, text.split(SEPARATOR)) if text.strip() else Removal()


def removable(store: Store) -> list[Place]:
    """Return what can be removed: blocs, countries and companies, each by name; the id of a company is its name."""
    places = set(store.countries) - NO_PLACE
    named = sorted(
        (Place(i, store.country_name(i)) for i in places),
        key=lambda p: (p.place_id not in store.bloc_members, p.name),
    )
    return [*named, *(Place(name, name) for name in company_names(store))]


def company_names(store: Store) -> list[str]:
    """Return the names of the companies on file, without what is added to some of them."""
    names = {_AFTER_NAME.split(company)[0].strip() for company in _companies(store)}
    return sorted(names, key=str.casefold)


def _companies(store: Store) -> set[str]:
    return {p.company for p in store.all_producers} | {p.company for p in store.all_projects}


def _is_company(store: Store, text: str) -> bool:
    """Return whether a mine, plant or project of a company of that name is on file."""
    return any(_has_words(company, text) for company in _companies(store))


def _has_words(company: str, wanted: str) -> bool:
    words = normalised(wanted)
    return bool(words) and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", normalised(company)) is not None
