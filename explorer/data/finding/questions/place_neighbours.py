"""What is next to a place in a question: a metal, a word for a rule, an industry, another place."""

from collections.abc import Iterable, Sequence

from explorer.data.finding.questions.meanings import Meaning
from explorer.data.finding.questions.question_parts import Token

ARTICLE = "the"
RULE_NOUNS = (
    *("ban", "bans", "embargo", "prohibition", "refusal", "suspension", "pause", "moratorium", "truce"),
    *("禁令", "禁运", "出口禁令", "暂停"),
)
# Those in a country that need what it imports.
_INDUSTRIES = frozenset((Meaning.INDUSTRY, Meaning.COMPANY, Meaning.PRODUCE, Meaning.RECEIVER))
_RULES = frozenset((Meaning.BAN, Meaning.CONTROL, Meaning.LICENCE, Meaning.PAUSE, Meaning.QUOTA))
_BOUGHT = frozenset((Meaning.SHARE, Meaning.IMPORT, Meaning.DEPEND))
_BUYER_FOLLOWS = frozenset((Meaning.IN, Meaning.BY, Meaning.OF, Meaning.TO))  # `imported by Korea`
_SUPPLIED = frozenset((Meaning.DEPEND, Meaning.SUPPLY, Meaning.IMPORT))


def has(tokens: Iterable[Token], meaning: Meaning) -> bool:
    """Return whether a word of a question has a meaning."""
    return any(meaning in t.meanings for t in tokens)


def next_of(after: Sequence[Token], wanted: frozenset[Meaning]) -> Meaning | None:
    """Return the first of some meanings in the words after a place."""
    for token in after:
        for meaning in token.meanings & wanted:
            return meaning
    return None


def is_left_out(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a place is left out by the word before or after it: `outside China`, `中国以外`."""
    before = [t for t in tokens[:at] if t.text.casefold() != ARTICLE]
    if before and Meaning.OUTSIDE in before[-1].meanings:
        return True
    following = tokens[at + 1 : at + 2]
    return has(following, Meaning.OUTSIDE) and not following[0].text.isascii()


def is_metal_next(after: Sequence[Token]) -> bool:
    """Return whether a metal, or a word for a form of it, follows a place."""
    return bool(after) and (bool(after[0].metal) or Meaning.FORM in after[0].meanings)


def is_place_next(after: Sequence[Token]) -> bool:
    """Return whether a place follows a place, directly or after an article."""
    return next((t.place is not None for t in after if t.text.casefold() != ARTICLE), False)


def is_rule_next(after: Sequence[Token]) -> bool:
    """Return whether the noun for a rule follows a place: `the US ban`, `美国禁令`, but not `does China ban`."""
    following = [t for t in after if t.text != "的" and not t.metal]
    return bool(following) and following[0].text.casefold() in RULE_NOUNS


def is_rule_on_metals_next(after: Sequence[Token]) -> bool:
    """Return whether metals and then a word for a rule follow a place: `China's holmium and erbium controls`."""
    rest = [t for t in after if not t.metal and not t.meanings & {Meaning.AND, Meaning.OR}]
    return is_metal_next(after) and bool(rest) and bool(rest[0].meanings & _RULES)


def is_owner(place_end: int, after: Sequence[Token]) -> bool:
    """Return whether a place owns the metal right after it: `中国的镓`."""
    if len(after) < 2 or after[0].text != "的" or not after[1].metal:
        return False
    return place_end == after[0].start and after[0].end == after[1].start


def is_bought_from(previous: Token | None, after: Sequence[Token]) -> bool:
    """Return whether a place sells what is bought, or has a share: `买到中国的铪`, `买中国铪`, `进口中中国的份额`."""
    is_buying = previous is not None and Meaning.IMPORT in previous.meanings and not previous.text.isascii()
    if is_buying and after and after[0].metal:
        return True
    if len(after) < 2 or after[0].text != "的":
        return False
    is_bought = previous is not None and Meaning.IMPORT in previous.meanings and bool(after[1].metal)
    return is_bought or Meaning.SHARE in after[1].meanings


def is_sold_to_another(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a place sells what another imports: `Chinese graphite in Korean imports`, `进口的中国石墨份额`."""
    before, after = tokens[:at], tokens[at + 1 :]
    if not is_metal_next(after) or not any(t.meanings & _BOUGHT for t in tokens):
        return False
    if len(before) > 1 and before[-1].text == "的" and Meaning.IMPORT in before[-2].meanings:
        return any(t.place is not None for t in before)
    other = next((i for i, t in enumerate(after) if t.place is not None), 0)
    between = [t for t in after[:other] if t.text.casefold() != ARTICLE]
    if not between or between[-1].text == "对" or has(between, Meaning.SUPPLY) or has(between, Meaning.FROM):
        return False
    return bool(between[-1].meanings & _BUYER_FOLLOWS) or between[-1].text == "在"


def is_sharing_imports(after: Sequence[Token]) -> bool:
    """Return whether a place has a share of what another imports: `China's share of Korean imports`."""
    if len(after) < 2 or Meaning.SHARE not in after[0].meanings or Meaning.OF not in after[1].meanings:
        return False
    other = next((i for i, t in enumerate(after) if t.place is not None), 0)
    return other > 1 and has(after, Meaning.IMPORT) and not has(after[:other], Meaning.FROM)


def is_exporting(tokens: Iterable[Token]) -> bool:
    """Return whether a question is about exporting."""
    return has(tokens, Meaning.EXPORT) or has(tokens, Meaning.EXPORTS)


def is_ruling(tokens: Iterable[Token]) -> bool:
    """Return whether a question names a rule other than a licence, which may also be needed where goods go to."""
    return any(has(tokens, rule) for rule in (Meaning.CONTROL, Meaning.BAN))


def is_exposed(tokens: Iterable[Token]) -> bool:
    """Return whether a question says how exposed a place is, which takes `to` where others take `on`."""
    return any(t.text.casefold().startswith(("expos", "vulnerab")) for t in tokens)


def is_buying_industry(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a word is for the industry of the place before it, in a question on what that place needs."""
    if not tokens[at].meanings & _INDUSTRIES or not any(t.meanings & _SUPPLIED for t in tokens):
        return False
    before = at - 2 if at > 1 and tokens[at - 1].text == "的" else at - 1
    place = tokens[before].place if before >= 0 else None
    return place is not None and (place.adjective or not tokens[at].text.isascii())


def is_industry_next(tokens: Sequence[Token], at: int, previous: Token | None) -> bool:
    """Return whether a place is that of an industry that needs imports: `Polish industry`, not `on Chinese firms`."""
    of_origin = previous is not None and bool(previous.meanings & {Meaning.ON, Meaning.FROM, Meaning.BY})
    following = at + 2 if at + 2 < len(tokens) and tokens[at + 1].text == "的" else at + 1
    return not of_origin and following < len(tokens) and is_buying_industry(tokens, following)
