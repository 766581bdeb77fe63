"""Those who issued lists of critical materials: places, and others such as NATO."""

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from explorer.data.finding.questions.list_titles import has_word, without_title_words
from explorer.data.finding.questions.meanings import Meaning
from explorer.data.finding.questions.places_by_role import asks_for_lists
from explorer.data.finding.questions.question_parts import Place, Token
from explorer.data.finding.questions.rule import named
from explorer.data.finding.questions.tokens import tokenise
from explorer.data.store import Store
from explorer.data.store_service import StoreService
from explorer.data.supply.records import CriticalList

CURRENT = "current"
_CRITICAL = named("CRITICAL")
_OPEN = named("OTHER APPLICATION")
_OF_LISTS = named("CRITICAL LIST LISTED")
_CHINESE = {"北约": "NATO", "北大西洋公约组织": "NATO"}


class Issuers(StoreService):
    """The places whose authorities issued the lists of a store, or the name of an issuer that has none: NATO."""

    def __init__(self, store: Store) -> None:
        self._places = {x.list_id: _place_in(store, x.issuer) or x.issuer for x in store.lists.values()}
        others = (place for place in self._places.values() if place not in store.countries)
        self.others = {name.casefold(): name for name in others}
        self.others |= {typed: name for typed, name in _CHINESE.items() if name.casefold() in self.others}

    def place(self, found: CriticalList) -> str:
        """Return the place that issued a list."""
        return self._places[found.list_id]


def _place_in(store: Store, issuer: str) -> str:
    """Return the first place that the name of an authority contains."""
    tokens = tokenise(store, issuer, date.max, date.max)
    return next((t.place.ids[0] for t in tokens if t.place is not None), "")


def with_issuers(store: Store, tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the parts of a question on lists with their issuers and the words of the titles of these lists.

    An issuer can be no place of goods (`NATO`), or the only one of several places with a list (`Korea`).
    """
    if not any(t.meanings & _OF_LISTS or Meaning.METALS in t.meanings for t in tokens):
        return tuple(tokens)
    found = [_as_issuer(store, token) for token in tokens]
    owned = [x for t in found if t.place is not None for place in t.place.ids for x in lists_of(store, place)]
    for at, token in enumerate(found):
        is_open = not token.is_known or token.count or token.meanings & _OPEN
        if is_open and any(x.status == CURRENT and has_word(x, token) for x in owned):
            found[at] = replace(token, meanings=_CRITICAL, count=0)
    return tuple(found if asks_for_lists(found) else tokens)


def _as_issuer(store: Store, token: Token) -> Token:
    """Return a part as an issuer of lists where it can only be one."""
    issuers = Issuers.of(store)
    if token.place is not None and len(token.place.ids) > 1:
        kept = tuple(place for place in token.place.ids if lists_of(store, place))
        return replace(token, place=Place(kept, token.place.adjective, True)) if len(kept) == 1 else token
    text = without_title_words(token.text.casefold())
    name = issuers.others.get(text.removesuffix("'s").removesuffix("’s"))
    if name is None or token.is_known:
        return token
    return replace(token, place=Place((name,)), meanings=_CRITICAL)


def lists_of(store: Store, place: str) -> list[CriticalList]:
    """Return the lists of an issuer, the current and newest ones first."""
    found = [x for x in store.lists.values() if Issuers.of(store).place(x) == place]
    found.sort(key=lambda x: x.date or "", reverse=True)
    return sorted(found, key=lambda x: x.status != CURRENT)


def members_of(store: Store, found: CriticalList) -> tuple[str, ...]:
    """Return the metals on a list."""
    return tuple(m for m in store.metals if any(x.list_id == found.list_id for x in store.list_members(m)))
