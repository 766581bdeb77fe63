"""The places of a question by their roles: origins, destinations, and those whose lists are asked about."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from explorer.data.finding.questions.intents import meanings
from explorer.data.finding.questions.meanings import Meaning
from explorer.data.finding.questions.question_parts import Place, Token
from explorer.data.finding.questions.role_names import (
    DESTINATION,
    ISSUER,
    ORIGIN,
    OWNER,
    RULED,
    RULING,
    SUPPLIED,
    TARGET,
)
from explorer.data.finding.questions.roles import role_of
from explorer.data.finding.questions.rule import named
from explorer.data.finding.questions.special_rules import ADDED_TO_LIST, LISTED_SINCE, MEMBERSHIP
from explorer.data.places import is_on_file
from explorer.data.store import Store
from explorer.data.supply.buyers import buyer_of

PlacesByRole = dict[str, tuple[str, ...]]
_JOINING = frozenset((Meaning.AND, Meaning.OR))
_OF_BUYERS = (DESTINATION, RULED, RULING, TARGET, SUPPLIED)
_TRADED = frozenset(
    (
        Meaning.EXPORT,
        Meaning.EXPORTS,
        Meaning.IMPORT,
        Meaning.SUPPLY,
        Meaning.SUPPLIER,
        Meaning.DEPEND,
        Meaning.IN,
    )
)
_OF_TRADE_FIGURES = frozenset(
    (Meaning.IMPORT, Meaning.SUPPLY, Meaning.SHARE, Meaning.DEPEND, Meaning.WHO, Meaning.COUNTRY)
)
_IN_NAMES_OF_LISTS = frozenset((Meaning.CRITICAL, Meaning.METALS))  # `the US critical minerals list`
_OF_EXPORTS = frozenset((Meaning.EXPORT, Meaning.EXPORTS, Meaning.LICENCE, Meaning.BAN, Meaning.CONTROL))
_OF_VERBS = named("AUXILIARY PAST FUTURE MAY WHICH WHO IMPORT ISSUE PRODUCE SUPPLY BY ON IN NEED QUESTION")
_ASKING_WHICH = frozenset((Meaning.WHAT, Meaning.WHICH))
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
        if role == ORIGIN and _is_on_output(tokens):
            kept = tuple(i for i in token.place.ids if _has_output(store, i, metals))
        elif role in (ORIGIN, OWNER, ""):
            kept = tuple(i for i in token.place.ids if _has_measure(store, i, metals))
        else:
            kept = _known_buyers(store, token.place.ids) if role in _OF_BUYERS else ()
        if len(kept) == 1:
            is_chosen = role in _OF_BUYERS or _is_on_output(tokens)
            found[at] = replace(token, place=Place(kept, token.place.adjective, is_chosen))
    return tuple(found)


def _is_on_output(tokens: Iterable[Token]) -> bool:
    """Return whether a question is on what a place produces, and not on a rule or on trade."""
    said = meanings(tokens)
    return Meaning.PRODUCE in said and not said & ((_TRADED - {Meaning.IN}) | _OF_EXPORTS)


def _has_output(store: Store, place: str, metals: set[str]) -> bool:
    """Return whether figures on the production of one of some metals in a place are on file."""
    return any(row.country_id == place for metal in metals for row in store.production(metal))


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
    of_lists = asks_for_lists(tokens)
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
        elif role == ORIGIN and _is_barred_from(tokens, at):
            role = _role_of_barred(store, place, metals)
        elif role in (RULED, RULING, TARGET):
            role = _role_of_ruled(store, origin, place, metals, role)
        if role == DESTINATION and joined not in roles and found.get(role) and _is_on_shares(tokens):
            role = ""  # two buyers that are not joined: one of them may be the supplier
        roles[at] = role
        found.setdefault(role, []).append(place)
    if _has_seller(tokens, origin, found):
        found[DESTINATION] = [place for place in found[DESTINATION] if place != origin]
        found[ORIGIN] = [origin]
    if (
        found.get("")
        and ORIGIN not in found
        and not _is_on_shares(tokens)
        and _is_of_origin(store, tokens, origin, metals, found)
    ):
        found[ORIGIN] = found.pop("")
    if set(found) == {""} and _is_only_destination(store, tokens, origin, metals, found[""]):
        found[DESTINATION] = found.pop("")
    return {role: tuple(dict.fromkeys(ids)) for role, ids in found.items()}


def _is_barred_from(tokens: Sequence[Token], at: int) -> bool:
    """Return whether `from` before a place follows a word for a ban, so that goods may not go there: `barred from`."""
    before = [t for t in tokens[:at] if t.text.casefold() != "the"]
    return len(before) > 1 and Meaning.FROM in before[-1].meanings and Meaning.BAN in before[-2].meanings


def _role_of_barred(store: Store, place: str, metals: set[str]) -> str:
    """Return the role of a place that goods are barred from: the origin where it has a measure on the metals."""
    if not metals:
        return "" if is_on_file(store, place) else DESTINATION
    country = store.countries.get(place)
    rulers = (place, country.bloc or "") if country is not None else (place,)
    return ORIGIN if any(_has_measure(store, ruler, metals) for ruler in rulers) else DESTINATION


def _has_seller(tokens: Sequence[Token], origin: str, found: dict[str, list[str]]) -> bool:
    """Return whether the origin in view stands beside a destination: `permits of a Chinese seller for Denmark`."""
    destinations = set(found.get(DESTINATION, ()))
    is_buying = meanings(tokens) & _OF_TRADE_FIGURES
    return origin in destinations and len(destinations) > 1 and ORIGIN not in found and not is_buying


def _is_of_origin(
    store: Store, tokens: Sequence[Token], origin: str, metals: set[str], found: dict[str, list[str]]
) -> bool:
    """Return whether a place whose role the words leave open can only be the origin.

    That in view does not export to itself: `hafnium controls China`. What is produced has no destination: `lithium
    output Chile`. Another place has a measure on the metal where the origin in view has none for it: `raw rare earths
    Malaysia`.
    """
    if len(set(found[""])) != 1:
        return False
    place = found[""][0]
    if place == origin:
        return True
    if set(found) != {""}:
        return False
    said = meanings(tokens)
    if Meaning.PRODUCE in said and not said & _TRADED:
        return True
    users = (place, f"{place}-MIL")
    is_aimed_at = any(m.jurisdiction == origin and m.destination in users for m in store.measures.values())
    return not is_aimed_at and _has_measure(store, place, metals)


def _is_only_destination(
    store: Store, tokens: Sequence[Token], origin: str, metals: set[str], places: list[str]
) -> bool:
    """Return whether a bare place beside words for rules or exports can only be where the goods go.

    `export permit tellurium india`: only the origin in view has measures on the metal, and no verb says what a place
    does.
    """
    has_verb = any(t.meanings & _OF_VERBS and Meaning.LICENCE not in t.meanings for t in tokens)  # `permit`
    if len(set(places)) != 1 or not metals or has_verb or not meanings(tokens) & _OF_EXPORTS:
        return False
    if any(t.place is not None for t in tokens[: next(i for i, t in enumerate(tokens) if t.metal)]):
        return False  # `US gallium ban`, which may be that of the place
    if Meaning.BAN in meanings(tokens) and _has_output(store, places[0], metals):
        return False
    origins = {
        m.jurisdiction
        for m in store.measures.values()
        if not m.is_purchasing_rule and any(m.target(metal) for metal in metals)
    }
    return origins == {origin} and all(_has_measure(store, origin, (metal,)) for metal in metals)


def _is_on_shares(tokens: Iterable[Token]) -> bool:
    """Return whether a question is on shares of imports or dependence, which joins the buyers that it names."""
    return any(t.meanings & {Meaning.SHARE, Meaning.DEPEND} for t in tokens)


def asks_for_lists(tokens: Sequence[Token]) -> bool:
    """Return whether a question is about lists of critical materials, whose places have issued them."""
    found = meanings(tokens)
    usable = [rule.usable(found) for rule in (MEMBERSHIP, LISTED_SINCE, ADDED_TO_LIST)]
    return any(
        each and all(not t.meanings or t.metals or t.meanings & each for t in tokens) for each in usable
    )


def _has_list(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a place can have a list: not one that goods come from, and not one that is on a list itself."""
    before = [t for t in tokens[:at] if t.text.casefold() != "the"]
    after = tokens[at + 1].meanings if at + 1 < len(tokens) else frozenset()
    rest = [t for t in tokens[at + 1 :] if not t.meanings & _IN_NAMES_OF_LISTS]
    owns_list = bool(rest) and Meaning.LIST in rest[0].meanings
    if before and before[-1].meanings & _ELSEWHERE and not owns_list:
        return False
    is_subject = bool(before) and bool(before[-1].meanings & {Meaning.AUXILIARY, Meaning.PAST})
    is_subject = is_subject and not (len(before) == 2 and before[0].meanings & _ASKING_WHICH)
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
