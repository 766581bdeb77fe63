"""The search terms of the data: other names, formulas, abbreviations and goods, and what they lead to."""

from typing import ClassVar

from msgspec import Struct

from explorer.data.finding.matching import stem
from explorer.data.spelling import normalised
from explorer.data.store import Store
from explorer.data.store_service import StoreService

NAME, FORM, GOODS, ABSENT = "name", "form", "goods", "absent"


class SearchTerm(Struct, frozen=True):
    """What a reader may type, with the metals and the words that it leads to; see the table `search_terms`."""

    TABLE: ClassVar = "search_terms"
    ORDER: ClassVar = "term"

    term: str
    kind: str
    metal_ids: tuple[str, ...]
    phrases: tuple[str, ...]
    reason: str


class SearchTerms(StoreService):
    """The terms of a store by their text, whatever its capitals and whether it is a plural."""

    def __init__(self, store: Store) -> None:
        self._by_text = {_key(term.term): term for term in store.rows(SearchTerm)}

    def get(self, text: str) -> SearchTerm | None:
        """Return the term of a text, None where it is not one."""
        return self._by_text.get(_key(text))

    def inside(self, text: str) -> tuple[str, SearchTerm] | None:
        """Return the first word of a text that is a term as written, and the term; None without one."""
        for word in text.split():
            term = self.get(word)
            if term is not None and (word == term.term or len(word) > len("APT")):
                return word, term
        return None

    def metal_named(self, text: str) -> str:
        """Return the metal of which a text is another name, empty where it is not one."""
        term = self.get(text)
        return term.metal_ids[0] if term is not None and term.kind == NAME else ""

    def names(self) -> dict[str, str]:
        """Return the other names of metals, normalised, with the metal of each."""
        return {normalised(t.term): t.metal_ids[0] for t in self._by_text.values() if t.kind == NAME}

    def all(self) -> tuple[SearchTerm, ...]:
        """Return every term."""
        return tuple(self._by_text.values())


def _key(text: str) -> str:
    """Return a text in the form in which terms are compared."""
    plain = normalised(text)
    first, _, last = plain.rpartition(" ")
    return f"{first} {stem(last)}".strip()
