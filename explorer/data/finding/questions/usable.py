"""Whether a rule of the grammar has a place for a word of a question."""

from collections.abc import Sequence

from explorer.data.finding.questions.forms import is_product
from explorer.data.finding.questions.meanings import Meaning
from explorer.data.finding.questions.place_neighbours import is_buying_industry, is_left_out
from explorer.data.finding.questions.question_parts import Token
from explorer.data.finding.questions.reading import (
    CHANGES,
    CODE,
    PRICE,
    PRODUCERS,
    RELIANCE,
    SINCE,
    STATUS,
    SUPPLIERS,
    UNTIL,
    USES,
)
from explorer.data.finding.questions.rule import Rule, named
from explorer.data.finding.questions.special_rules import (
    MEMBERSHIP,
    METAL_CODES,
    METAL_DOCUMENTS_OF_DAY,
    SHARE_OF_USE,
    SUBSTITUTES,
)

_OF_CHANGES = named("BEGIN ISSUE CHANGE")
_DATES = ("date", "dates")
_NEGATIONS = ("not", "no", "不", "不是", "非", "并非")
_BETWEEN = ("to", "from", "the", "for", "in", "是", "到", "给", "对")
_BEFORE_METAL = ("made of", "made from", "made with")
_CONTAINING = ("containing", "contain", "contains", "含", "含有")
_TONNES = ("tonnes", "tons", "吨")
# Words for the codes on file, which are not those of every country (`ECCN`, `HTS`), and what may be beside them.
_CODES = frozenset(
    (
        "code",
        "codes",
        "海关编码",
        "商品编码",
        "商品编号",
        "编码",
        "税号",
        "管制编码",
        "管制编号",
        "代码",
        "number",
        "numbers",
        "控制编码",
        "物项编码",
    )
)
_KINDS_OF_CODES = frozenset(("hs", "customs", "tariff", "commodity", "海关"))
_COMPARING = ("compare", "compared", "comparison", "相比", "比较", "对比", "比")
_COUNTED = (PRODUCERS, SUPPLIERS, RELIANCE, USES)


def is_usable(
    rule: Rule,
    token: Token,
    usable: frozenset[Meaning],
    tokens: Sequence[Token],
    places: dict[str, tuple[str, ...]],
) -> bool:
    """Return whether a rule has a place for a word."""
    needs_product = (rule.intent == USES and rule is not SUBSTITUTES) or rule is MEMBERSHIP
    is_application = Meaning.APPLICATION in token.meanings and Meaning.APPLICATION in usable
    if is_application:
        return not any(Meaning.HOW in t.meanings for t in tokens)
    if Meaning.FORM in token.meanings and needs_product and not is_product(token.text):
        return False
    if token.metal:
        return rule.metals is not False and (Meaning.FORM not in token.meanings or Meaning.FORM in usable)
    if token.is_document:
        return rule.subject == "document"
    if token.code:
        return rule.subject == "code"
    if token.days:
        is_open = (token.days.is_limit and rule.spans) or token.days.is_start
        is_open = is_open and rule.intent != STATUS
        if token.days.are_compared and rule.intent != PRICE:
            return False
        if token.days.are_around and rule.intent != CHANGES:
            return False
        if rule is METAL_DOCUMENTS_OF_DAY and _is_day_of_document(token, tokens):
            return False
        return rule.days and (rule.spans or token.days.is_day) and not is_open
    if token.place:
        return any(token.place.ids[0] in places.get(role, ()) for role in rule.roles)
    if rule is METAL_DOCUMENTS_OF_DAY and token.meanings & _OF_CHANGES:
        return False
    if rule is METAL_CODES and Meaning.CODE in token.meanings:
        return _is_code_on_file(token, tokens)
    if token.text.casefold() in _COMPARING and any(
        t.days is not None and t.days.are_compared for t in tokens
    ):
        return rule.intent == PRICE
    if token.text.casefold() in _BEFORE_METAL:
        return _is_metal_next(token, tokens)
    if token.text.casefold() in _CONTAINING and _is_metal_next(token, tokens):
        return True
    if rule is SHARE_OF_USE and Meaning.SHARE in token.meanings:
        return _is_of_metal_for_application(tokens)
    if Meaning.OUTSIDE in token.meanings:
        return Meaning.OUTSIDE in usable and _is_beside_place(token, tokens)
    if Meaning.SUBSTITUTE in token.meanings:
        return Meaning.SUBSTITUTE in usable and _is_replacing_metal(token, tokens)
    if Meaning.UNIT in token.meanings and rule.intent == PRODUCERS:
        return token.text.casefold() in _TONNES and any(Meaning.HOW_MUCH in t.meanings for t in tokens)
    if token.count:
        has_company = any(Meaning.COMPANY in t.meanings for t in tokens)
        return rule.intent in _COUNTED and Meaning.MAIN in usable and not has_company
    if Meaning.WISH in token.meanings and _is_wish_of_place(token, tokens):
        return False
    if Meaning.NOT in token.meanings and (Meaning.NOT not in usable or _is_contrast(token, tokens)):
        return False
    if Meaning.WITHOUT in token.meanings and Meaning.WITHOUT not in usable:
        return False
    if Meaning.COMPANY in token.meanings and rule.intent in (STATUS, CODE):
        return _is_of_place(token, tokens)
    if Meaning.HISTORY in token.meanings and rule.intent == PRICE:
        return any(t.days is not None for t in tokens)
    if Meaning.COMPARED in token.meanings:
        is_since_rule = any(t.meanings & {Meaning.SINCE, Meaning.AFTER} for t in tokens)
        return is_since_rule or any(t.days is not None and not t.days.is_day for t in tokens)
    if rule.intent == CHANGES and token.text.casefold() in _DATES:
        return False
    if Meaning.PRODUCE in token.meanings and rule.intent in (STATUS, CODE, SINCE, UNTIL):
        return bool(token.meanings & usable) or _is_of_place(token, tokens)
    if rule.intent in (RELIANCE, SUPPLIERS) and is_buying_industry(tokens, tokens.index(token)):
        return True
    return bool(token.meanings & usable)


def _is_day_of_document(token: Token, tokens: Sequence[Token]) -> bool:
    """Return whether a day is that of a document: `which announcement of 3 Dec 2024 controls gallium`."""
    before = tokens[: tokens.index(token)][-2:]
    return [t.text.casefold() for t in before[1:]] == ["of"] and Meaning.DOCUMENT in before[0].meanings


def _is_code_on_file(token: Token, tokens: Sequence[Token]) -> bool:
    """Return whether a word is for customs or control codes: `HS codes`, but not `customs` or `ECCN` alone."""
    has_code = any(t.text.casefold() in _CODES for t in tokens)
    return has_code and token.text.casefold() in _CODES | _KINDS_OF_CODES


def _is_of_metal_for_application(tokens: Sequence[Token]) -> bool:
    """Return whether a metal is used for an application in this order, unlike `what share of batteries use cobalt`."""
    uses = [at for at, t in enumerate(tokens) if Meaning.USE in t.meanings]
    metals = [at for at, t in enumerate(tokens) if t.metal]
    applications = [at for at, t in enumerate(tokens) if Meaning.APPLICATION in t.meanings]
    return max(metals) < min(uses) < min(applications)


def _is_beside_place(token: Token, tokens: Sequence[Token]) -> bool:
    """Return whether a word for what is left out belongs to a place: `outside China`, `中国以外`, `除中国以外`."""
    at = tokens.index(token)
    return any(
        t.place is not None and is_left_out(tokens, i) for i, t in enumerate(tokens) if abs(i - at) <= 2
    )


def _is_replacing_metal(token: Token, tokens: Sequence[Token]) -> bool:
    """Return whether a word asks what replaces the metal, unlike `what can gallium replace` and `镓能替代什么`."""
    at = tokens.index(token)
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if not token.text.isascii():
        return following is None or Meaning.WHAT not in following.meanings
    if token.text.casefold() in ("replace", "replaces"):
        return following is not None and bool(following.metal)
    return True


def _is_contrast(token: Token, tokens: Sequence[Token]) -> bool:
    """Return whether a negation is about a name and not about a verb: `gallium, not germanium`, `not to Japan`."""
    if token.text.casefold() not in _NEGATIONS:
        return False
    following = [t for t in tokens if t.start >= token.end and t.text.casefold() not in _BETWEEN]
    return bool(following) and bool(following[0].metal or following[0].place or following[0].code)


def _is_of_place(token: Token, tokens: Sequence[Token]) -> bool:
    """Return whether a word follows the adjective of a place, or its Chinese name: `a Dutch company`, `德国企业`.

    Which of its companies may do something is another question.
    """
    before = [t for t in tokens if t.end <= token.start]
    asks_which = any(t.meanings & {Meaning.WHICH, Meaning.WHO} for t in tokens)
    if not before or before[-1].place is None or asks_which:
        return False
    return before[-1].place.adjective or (not token.text.isascii() and before[-1].end == token.start)


def _is_wish_of_place(token: Token, tokens: Sequence[Token]) -> bool:
    """Return whether a word for a wish is about a country, whose plans the data do not know: `is China planning to`."""
    if token.meanings & {Meaning.NEED}:
        return False
    before = [t for t in tokens if t.end <= token.start]
    return bool(before) and before[-1].place is not None and not before[-1].place.adjective


def _is_metal_next(token: Token, tokens: Sequence[Token]) -> bool:
    """Return whether a metal follows a word: `made of tungsten`, but not `what is tungsten made of`."""
    following = next((t for t in tokens if t.start >= token.end), None)
    return following is not None and bool(following.metal)
