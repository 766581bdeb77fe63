"""The parts of a question: metals, places, days, documents, codes, and words with what they say."""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from explorer.data.finding.code_verdicts import CodeText, read_code
from explorer.data.finding.document_numbers import DocumentNumber, find_number
from explorer.data.finding.metal_mentions import MetalNames
from explorer.data.finding.questions import chinese, english, forms
from explorer.data.finding.questions.compounds import Compound, Compounds
from explorer.data.finding.questions.counts import find_counts
from explorer.data.finding.questions.dates import Days, find_days
from explorer.data.finding.questions.meanings import Meaning
from explorer.data.finding.questions.place_mentions import find_bracketed, find_place, find_short_place
from explorer.data.finding.words import Word, split_words
from explorer.data.store import Store

_CODE = re.compile(
    r"(?<![0-9A-Za-z.])(?:\d[\d .]{2,14}\d|\d[A-Za-z]\d{3}(?:\.[0-9A-Za-z]{1,4}){0,6}|\d{6}[A-Za-z])(?![0-9A-Za-z])"
)
_CLAIM = re.compile(
    r"(?<![\d.,])(?P<share>\d{1,3}(?:\.\d+)?\s*(?:%|per\s?cent))(?=\s+of\b(?!\s+purity))", re.IGNORECASE
)
_SHARE = frozenset((Meaning.SHARE,))
_LETTING = frozenset(("let", "lets", "letting"))
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,4}")
_IDEOGRAPHS = re.compile(r"[\u3005-\u9fff]+")
# Particles that, right before an unknown word, are more likely a part of it: `上海`.
_LONGEST_CHINESE, _WIDEST_GAP = 12, 2
_PARTS_OF_WORDS = frozenset("上下中里多地得来去过")
# Symbols that are words too, or whose metal has another name in speech.
_WORD_SYMBOLS = frozenset(("In", "As", "He", "Be", "I", "At", "No", "Am", "Co", "C", "B", "P", "S", "K", "F"))


@dataclass(frozen=True, slots=True)
class Place:
    """The places that a part of a question can mean; `adjective` marks forms such as `Chinese` and `China's`.

    `is_chosen` is whether the name can also mean others, of which the data know less.
    """

    ids: tuple[str, ...]
    adjective: bool = False
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """A part of a question in its place: a metal, a place, days, a document, a code, or a word with its meanings.

    A compound has the meaning of a form and its metal, and `other_metals` where it consists of several;
    `named_metals` are those in its name where it stands for their group. `count` is how many entries are asked for,
    `is_claim` whether it is a share that the question states: `63 %`.
    """

    text: str
    start: int
    end: int
    meanings: frozenset[Meaning] = field(default_factory=frozenset)
    metal: str = ""
    other_metals: tuple[str, ...] = ()
    named_metals: tuple[str, ...] = ()
    count: int = 0
    place: Place | None = None
    days: Days | None = None
    document: DocumentNumber | None = None
    code: CodeText | None = None
    is_claim: bool = False

    @property
    def metals(self) -> tuple[str, ...]:
        """The metals that the part names."""
        return (self.metal, *self.other_metals) if self.metal else ()

    @property
    def is_known(self) -> bool:
        """Whether the part has a meaning in a question."""
        return bool(self.meanings or self.metal or self.place or self.days or self.document or self.code)


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
    found += _words(store, rest)
    found.sort(key=lambda t: t.start)
    found = [_without_form(store, text, found, at) for at in range(len(found))]
    found = _with_letting_out(_with_final_use(found))
    verb = english.expecting_yes(found[0].text) if found else ""
    if verb:
        found[0] = replace(found[0], meanings=english.meanings_of(verb))
    return tuple(found)


def _without_form(store: Store, text: str, tokens: list[Token], at: int) -> Token:
    """Return a part, without the meaning of a form where it is the formula of the mineral before: `baryte (BaSO4)`."""
    token, before = tokens[at], tokens[at - 1] if at else None
    if (
        before is None
        or not token.metal
        or Meaning.FORM not in token.meanings
        or Meaning.FORM in before.meanings
    ):
        return token
    is_mineral = token.metals == before.metals and store.metal(token.metal).kind == "mineral"
    is_bracketed = text[before.end : token.start].strip() in ("(", "（")
    return replace(token, meanings=frozenset()) if is_mineral and is_bracketed else token


def _with_final_use(tokens: list[Token]) -> list[Token]:
    """Return the parts of a question, with `for` right after a metal at its end asking for uses: `need niobium for`."""
    if len(tokens) < 3 or not tokens[-2].metal or tokens[-1].text.casefold() != "for":
        return tokens
    return [*tokens[:-1], replace(tokens[-1], meanings=frozenset((Meaning.USE,)))]


def _with_letting_out(tokens: list[Token]) -> list[Token]:
    """Return the parts of a question, with `let … out` asking whether exports are allowed."""
    at = next((i for i, t in enumerate(tokens) if t.text.casefold() in _LETTING), len(tokens))
    may = frozenset((Meaning.MAY, Meaning.EXPORT))
    return [
        replace(t, meanings=may) if i > at and t.text.casefold() == "out" else t for i, t in enumerate(tokens)
    ]


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
    at = 0
    while at < len(words):
        if _IDEOGRAPHS.match(words[at].text):
            found += _chinese_words(store, words[at])
            at += 1
            continue
        count, token = _latin_word(store, words, at)
        found.append(token)
        at += count
    return found


def _of_compound(compound: Compound) -> Token:
    first, *others = compound.metal_ids
    return Token("", 0, 0, frozenset((Meaning.FORM,)), first, tuple(others), named_metals=compound.named_ids)


def _latin_word(store: Store, words: list[Word], at: int) -> tuple[int, Token]:
    """Return the token at a word, and how many words it has."""
    compound = Compounds.of(store).get(words[at].text)
    if compound is not None:
        return 1, _joined(words[at : at + 1], _of_compound(compound))
    beside = _beside(words[at:])
    plain = [w.plain if w.is_possessive else w.text.casefold() for w in beside]
    if english.is_going_to_act(plain) and find_place(store, words, at + 2) is None:
        return 2, _joined(words[at : at + 2], Token("", 0, 0, frozenset((Meaning.FUTURE,))))
    expression = english.expression_at(plain, is_end=len(beside) == len(words) - at)
    if expression is not None:
        count, meaning = expression
        return count, _joined(words[at : at + count], Token("", 0, 0, frozenset((meaning,))))
    place = find_place(store, words, at)
    if place is not None:
        count, ids, adjective = place
        return count, _joined(words[at : at + count], Token("", 0, 0, place=Place(ids, adjective)))
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
