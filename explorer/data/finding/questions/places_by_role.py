"""The places of a question by their roles: origins, destinations, and those whose lists are asked about."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from explorer.data.finding.questions.intents import MEMBERSHIP, meanings
from explorer.data.finding.questions.meanings import Meaning
from explorer.data.finding.questions.roles import (
    DESTINATION,
    ISSUER,
    ORIGIN,
    OWNER,
    RULED,
    RULING,
    SUPPLIED,
    TARGET,
    role_of,
)
from explorer.data.finding.questions.tokens import Place, Token
from explorer.data.store import Store
from explorer.data.supply.buyers import buyer_of

PlacesByRole = dict[str, tuple[str, ...]]
_JOINING = frozenset((Meaning.AND, Meaning.OR))
_OF_BUYERS = (DESTINATION, RULED, RULING, TARGET, SUPPLIED)
_COMMAS = frozenset(",，、/")
_ELSEWHERE = frozenset((Meaning.FROM, Meaning.TO))


def resolved(store: Store, tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the parts with an ambiguous place read as the only one that the data know in its role.

    An origin is the one that has measures on the metals (`Congo`), a destination the one whose imports are on file
    (`Korea`).
    """
    metals = {metal for t in tokens for metal in t.metals}
    found = list(tokens)
    for at, token in enumerate(tokens):
        if token.place is None or len(token.place.ids) == 1:
            continue
        is_joined = at > 1 and bool(tokens[at - 1].meanings & _JOINING) and tokens[at - 2].place is not None
        role = role_of(tokens, at - 2 if is_joined else at)
        if role in (ORIGIN, OWNER):
            kept = tuple(i for i in token.place.ids if _has_measure(store, i, metals))
        else:
            kept = _known_buyers(store, token.place.ids) if role in _OF_BUYERS else ()
        if len(kept) == 1:
            is_chosen = role in _OF_BUYERS
            found[at] = replace(token, place=Place(kept, token.place.adjective, is_chosen))
    return tuple(found)


def _known_buyers(store: Store, ids: Sequence[str]) -> tuple[str, ...]:
    """Return those of some places that the data know as destinations: by their imports, or by a measure on them."""
    aimed_at = {measure.destination for measure in store.measures.values()}
    return tuple(place for place in ids if place in aimed_at or buyer_of(place) in store.buyers)


def with_members(store: Store, tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the parts with a compound as its named metals where another member of its group is named beside it.

    `NdFeB magnets with dysprosium` are about neodymium and dysprosium, not about all rare earths.
    """
    found = list(tokens)
    for at, token in enumerate(tokens):
        others = [m for t in tokens if t is not token for m in t.metals]
        members = [m for m in others if store.metal(m).member_of in token.metals]
        groups = {store.metal(m).member_of for m in members}
        if Meaning.FORM in token.meanings and members:
            own = [m for m in token.metals if m not in groups]
            first, *rest = dict.fromkeys((*own, *token.named_metals, *members))
            found[at] = replace(token, metal=first, other_metals=tuple(rest))
    return tuple(found)


def places_by_role(store: Store, text: str, tokens: Sequence[Token], origin: str) -> PlacesByRole:
    """Return the places of a question by their roles; those whose role is open under an empty name.

    `origin` is the one in view.
    """
    found: dict[str, list[str]] = {}
    roles: dict[int, str] = {}
    metals = {metal for t in tokens for metal in t.metals}
    of_lists = _asks_for_lists(tokens)
    for at, token in enumerate(tokens):
        if token.place is None or len(token.place.ids) != 1:
            continue
        place, joined = token.place.ids[0], _joined_to(text, tokens, at)
        role = roles[joined] if joined in roles else role_of(tokens, at)
        if of_lists:
            role = ISSUER if _has_list(tokens, at) else ""
        if role == OWNER:
            role = ORIGIN if _has_measure(store, place, metals) else ""
        elif role == SUPPLIED:
            role = "" if _has_measure(store, place, metals) else DESTINATION
        elif role in (RULED, RULING, TARGET):
            role = _role_of_ruled(store, origin, place, metals, role)
        if role == DESTINATION and joined not in roles and found.get(role) and _is_on_shares(tokens):
            role = ""  # two buyers that are not joined: one of them may be the supplier
        roles[at] = role
        found.setdefault(role, []).append(place)
    return {role: tuple(dict.fromkeys(ids)) for role, ids in found.items()}


def _is_on_shares(tokens: Iterable[Token]) -> bool:
    """Return whether a question is on shares of imports or dependence, which joins the buyers that it names."""
    return any(t.meanings & {Meaning.SHARE, Meaning.DEPEND} for t in tokens)


def _asks_for_lists(tokens: Sequence[Token]) -> bool:
    """Return whether a question is about lists of critical materials, whose places have issued them."""
    usable = MEMBERSHIP.usable(meanings(tokens))
    return bool(usable) and all(not t.meanings or t.metals or t.meanings & usable for t in tokens)


def _has_list(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a place can have a list: not one that goods come from, and not one that is on a list itself."""
    before = [t for t in tokens[:at] if t.text.casefold() != "the"]
    after = tokens[at + 1].meanings if at + 1 < len(tokens) else frozenset()
    if before and before[-1].meanings & _ELSEWHERE:
        return False
    is_subject = bool(before) and bool(before[-1].meanings & {Meaning.AUXILIARY, Meaning.PAST})
    return not (is_subject and after & {Meaning.ON, Meaning.CRITICAL})


def _joined_to(text: str, tokens: Sequence[Token], at: int) -> int:
    """Return the position of the place to which a place is joined: `Germany and France`, `the US, Japan`; else -1."""
    before = at - 1
    while before >= 0 and (tokens[before].text.casefold() == "the" or tokens[before].meanings & _JOINING):
        before -= 1
    if before < 0 or tokens[before].place is None:
        return -1
    between = text[tokens[before].end : tokens[at].start]
    is_joined = any(t.meanings & _JOINING for t in tokens[before + 1 : at])
    return before if is_joined or any(c in _COMMAS for c in between) else -1


def _role_of_ruled(store: Store, origin: str, place: str, metals: set[str], role: str) -> str:
    """Return the role of the place in `the US ban`: the destination where the origin in view has a measure on it.

    It is open then where the place has a measure on the metal itself, and for an adjective.
    """
    users = (place, f"{place}-MIL")
    is_aimed_at = any(
        m.jurisdiction == origin and m.destination in users and any(m.target(metal) for metal in metals)
        if metals
        else m.jurisdiction == origin and m.destination in users and m.targets
        for m in store.measures.values()
    )
    if not is_aimed_at or origin == place:
        return "" if role == TARGET else ORIGIN
    return "" if role == RULING or _has_measure(store, place, metals) else DESTINATION


def _has_measure(store: Store, origin: str, metals: Iterable[str]) -> bool:
    """Return whether a measure of a place targets one of some metals: then `DR Congo cobalt` is about its exports."""
    wanted = set(metals)
    return any(
        origin == m.jurisdiction and not m.is_purchasing_rule and any(m.target(metal) for metal in wanted)
        for m in store.measures.values()
    )
