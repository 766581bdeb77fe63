"""The parts of a question: metals, places, days, documents, codes, and words with what they say."""

import re
from datetime import date
from itertools import pairwise

from msgspec.structs import replace

from explorer.data.controls.status import MILITARY_USERS
from explorer.data.finding.code_verdicts import read_code
from explorer.data.finding.document_numbers import find_number
from explorer.data.finding.document_short_names import ShortNames
from explorer.data.finding.metal_mentions import MetalNames
from explorer.data.finding.questions import chinese, english, forms
from explorer.data.finding.questions.compounds import Compound, Compounds
from explorer.data.finding.questions.counts import find_counts
from explorer.data.finding.questions.dates import find_days
from explorer.data.finding.questions.meanings import Meaning
from explorer.data.finding.questions.place_mentions import find_bracketed, find_place, find_short_place
from explorer.data.finding.questions.question_parts import Place, Token
from explorer.data.finding.questions.token_context import in_context
from explorer.data.finding.words import Word, split_words
from explorer.data.store import Store

_CODE = re.compile(
    r"(?<![0-9A-Za-z.])(?:\d[\d .]{2,14}\d|\d[A-Za-z]\d{3}(?:\.[0-9A-Za-z]{1,4}){0,6}|\d{6}[A-Za-z])"
    r"(?![0-9A-Za-z]|\s*(?:%|percent|per cent))"
)
_CLAIM = re.compile(
    r"(?<![\d.,])(?P<share>\d{1,3}(?:\.\d+)?\s*(?:%|per\s?cent))(?=\s+of\b(?!\s+purity))", re.IGNORECASE
)
_SHARE = frozenset((Meaning.SHARE,))
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,4}")
_ONE_UNIT = re.compile(r"(?<![\d.,])\b(?:1|one)\s?(?:kg|kilo|kilogram|tonne|ton|t)\b", re.IGNORECASE)
_ARROW = re.compile(r"[-=]+>|→|⇒")
_IDEOGRAPHS = re.compile(r"[\u3005-\u9fff]+")
# Particles that, right before an unknown word, are more likely a part of it: `上海`.
_LONGEST_CHINESE, _WIDEST_GAP = 12, 2
_PARTS_OF_WORDS = frozenset("上下中里多地得来去过")
# Symbols that are words too, or whose metal has another name in speech.
_WORD_SYMBOLS = frozenset(("In", "As", "He", "Be", "I", "At", "No", "Am", "Co", "C", "B", "P", "S", "K", "F"))


def tokenise(store: Store, text: str, today: date, as_of: date) -> tuple[Token, ...]:
    """Return the parts of a question in order."""
    found, rest = [], _INITIALS.sub(_without_stops, text)
    for start, end, count in find_counts(rest):
        if rest[start:end].strip():
            found.append(Token(text[start:end], start, end, frozenset((Meaning.MAIN,)), count=count))
            rest = _blank(rest, start, end)
    for match in _CLAIM.finditer(rest):
        found.append(Token(text[slice(*match.span("share"))], *match.span("share"), _SHARE, is_claim=True))
        rest = _blank(rest, *match.span("share"))
    titled = ShortNames.of(store).find(rest)
    if titled is not None:
        start, end, document = titled
        found.append(Token(text[start:end], start, end, named_document=document))
        rest = _blank(rest, start, end)
    number = find_number(rest)
    if number is not None:
        found.append(Token(text[number.start : number.end], number.start, number.end, document=number))
        rest = _blank(rest, number.start, number.end)
    for days in find_days(rest, today, as_of):
        found.append(Token(text[days.start : days.end], days.start, days.end, days=days))
        rest = _blank(rest, days.start, days.end)
    for match in _CODE.finditer(rest):
        code = read_code(match[0])
        if code is not None:
            found.append(Token(match[0], *match.span(), code=code))
            rest = _blank(rest, *match.span())
    for match in _ONE_UNIT.finditer(rest):
        found.append(Token(match[0], *match.span(), frozenset((Meaning.UNIT,))))
        rest = _blank(rest, *match.span())
    for match in _ARROW.finditer(rest):
        found.append(Token(match[0], *match.span(), frozenset((Meaning.TO,))))
        rest = _blank(rest, *match.span())
    found += _words(store, rest)
    found.sort(key=lambda t: t.start)
    found = in_context(store, text, found)
    verb = english.expecting_yes(found[0].text) if found else ""
    if verb:
        found[0] = replace(found[0], meanings=english.meanings_of(verb))
    return tuple(found)


def _without_stops(match: re.Match[str]) -> str:
    """Return initials without their full stops, as long as they were: `U.S.`."""
    return match[0].replace(".", "").ljust(len(match[0]))


def _blank(text: str, start: int, end: int) -> str:
    return f"{text[:start]}{' ' * (end - start)}{text[end:]}"


def _words(store: Store, text: str) -> list[Token]:
    """Return the metals, places and words of the rest of a question."""
    found = []
    for match in Compounds.of(store).in_phrases.finditer(text):
        compound = Compounds.of(store).get(match[0])
        if compound is not None:
            found.append(replace(_of_compound(compound), text=match[0], start=match.start(), end=match.end()))
            text = _blank(text, *match.span())
    for mention in MetalNames.of(store).mentions(text):
        part = text[mention.start : mention.end]
        if not _IDEOGRAPHS.match(part):
            found.append(Token(part, mention.start, mention.end, metal=mention.metal_id))
            text = _blank(text, mention.start, mention.end)
    for start, end, ids in find_bracketed(store, text):
        found.append(Token(text[start:end], start, end, place=Place(ids)))
        text = _blank(text, start, end)
    words = split_words(text)
    last = max((token.start for token in found), default=-1)
    at = 0
    while at < len(words):
        if _IDEOGRAPHS.match(words[at].text):
            found += _chinese_words(store, words[at])
            at += 1
            continue
        count, token = _latin_word(store, words, at, last)
        found.append(token)
        at += count
    return found


def _of_compound(compound: Compound) -> Token:
    first, *others = compound.metal_ids
    return Token("", 0, 0, frozenset((Meaning.FORM,)), first, tuple(others), named_metals=compound.named_ids)


def _latin_word(store: Store, words: list[Word], at: int, last: int) -> tuple[int, Token]:
    """Return the token at a word, and how many words it has; `last` is where the last name begins."""
    compound = Compounds.of(store).get(words[at].text)
    if compound is not None:
        return 1, _joined(words[at : at + 1], _of_compound(compound))
    beside = _beside(words[at:])
    plain = [w.plain if w.is_possessive else w.text.casefold() for w in beside]
    if any(w.text == "US" for w in beside) and any(c.islower() for w in words for c in w.text):
        plain = [
            "" if w.text == "US" else text for w, text in zip(beside, plain, strict=True)
        ]  # not `for us`
    if english.is_going_to_act(plain) and find_place(store, words, at + 2) is None:
        return 2, _joined(words[at : at + 2], Token("", 0, 0, frozenset((Meaning.FUTURE,))))
    is_end = len(beside) == len(words) - at and last < words[-1].start
    expression = english.expression_at(plain, is_end=is_end)
    if expression is not None:
        count, said = expression
        return count, _joined(words[at : at + count], Token("", 0, 0, said))
    place = find_place(store, words, at)
    if place is not None:
        count, ids, adjective = place
        is_military = all(each.endswith(MILITARY_USERS) for each in ids)
        said = frozenset((Meaning.TO,)) if is_military else frozenset()  # they only receive goods
        return count, _joined(words[at : at + count], Token("", 0, 0, said, place=Place(ids, adjective)))
    symbol = words[at].text
    metal = MetalNames.of(store).with_symbol(symbol)
    if metal and symbol not in _WORD_SYMBOLS:
        return 1, _joined(words[at : at + 1], Token("", 0, 0, metal=metal))
    form = frozenset((Meaning.FORM,)) if plain[0] in forms.patterns() else frozenset()
    return 1, _joined(words[at : at + 1], Token("", 0, 0, english.meanings_of(plain[0]) | form))


def _beside(words: list[Word]) -> list[Word]:
    """Return the words up to the next part that was read already, such as a metal."""
    for count, (word, following) in enumerate(pairwise(words), start=1):
        if following.start - word.end > _WIDEST_GAP:
            return words[:count]
    return words


def _joined(words: list[Word], meaning: Token) -> Token:
    """Return a token with a meaning at the place of some words."""
    text = " ".join(w.text for w in words)
    return replace(meaning, text=text, start=words[0].start, end=words[-1].end)


def _chinese_words(store: Store, run: Word) -> list[Token]:
    """Return the tokens of a run of Chinese characters: names and words, so that as few as possible are unknown."""
    text = run.text
    found: list[Token] = []
    at = unknown = 0
    parts = _best_parts(store, text)

    def close(end: int) -> None:
        if unknown < end:
            is_split = found and found[-1].text in _PARTS_OF_WORDS and found[-1].end == run.start + unknown
            first = found.pop().start if is_split else run.start + unknown
            found.append(Token(text[first - run.start : end], first, run.start + end))

    while at < len(text):
        token = parts[at]
        if token is None:
            at += 1
            continue
        close(at)
        end = at + len(token.text)
        found.append(replace(token, start=run.start + at, end=run.start + end))
        at = unknown = end
    close(len(text))
    return found


def _best_parts(store: Store, text: str) -> list[Token | None]:
    """Return for each position the name or word to read there, None for an unknown character.

    The fewest characters stay unknown, then there are the fewest parts, then the first ones are the longest.
    """
    metals, vocabulary = MetalNames.of(store).chinese(), chinese.words()
    compounds = Compounds.of(store).chinese
    costs, best = [(0, 0)] * (len(text) + 1), list[Token | None]([None] * len(text))
    for at in range(len(text) - 1, -1, -1):
        costs[at] = (costs[at + 1][0] + 1, costs[at + 1][1])
        for length in range(min(_LONGEST_CHINESE, len(text) - at), 0, -1):
            part = text[at : at + length]
            unknown, count = costs[at + length]
            if (unknown, count + 1) < costs[at]:
                compound = compounds.get(part)
                meaning = (
                    _of_compound(compound)
                    if compound is not None
                    else _meaning(store, part, text[at + length :], metals, vocabulary)
                )
                if meaning is not None:
                    costs[at], best[at] = (unknown, count + 1), replace(meaning, text=part)
    return best


def _meaning(
    store: Store, part: str, after: str, metals: dict[str, str], vocabulary: dict[str, frozenset[Meaning]]
) -> Token | None:
    """Return what a part of a Chinese text means, None where it is neither a name nor a word."""
    if metals.get(part):
        return Token("", 0, 0, metal=metals[part])
    ids = find_short_place(store, part, after)
    if ids:
        return Token("", 0, 0, place=Place(ids))
    return Token("", 0, 0, vocabulary[part]) if part in vocabulary else None
