"""What a stress test removes: countries, blocs and companies."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from explorer.data.finding.lookup import find_removed
from explorer.data.place_names import meanings
from explorer.data.spelling import normalised
from explorer.data.store import Store


@dataclass(frozen=True, slots=True)
class Removal:
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


def _is_company(store: Store, text: str) -> bool:
    """Return whether a mine, plant or project of a company of that name is on file."""
    companies = {p.company for p in store.all_producers} | {p.company for p in store.all_projects}
    return any(_has_words(company, text) for company in companies)


def _has_words(company: str, wanted: str) -> bool:
    words = normalised(wanted)
    return bool(words) and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", normalised(company)) is not None
