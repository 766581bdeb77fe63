"""Misspelt words of questions: corrected where exactly one known word is spelt nearly alike."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from explorer.data.finding.metal_mentions import MetalNames
from explorer.data.finding.place_lookup import PlaceLookup
from explorer.data.finding.questions import english
from explorer.data.finding.questions.english_corrections import CORRECTED, ORDINARY_WORDS
from explorer.data.finding.questions.homophones import may_be_metal, metal_like
from explorer.data.finding.questions.question_parts import Token
from explorer.data.places import destinations
from explorer.data.spelling import fold, typing_errors
from explorer.data.store import Store
from explorer.data.store_service import StoreService

_SHORTEST, _SHORTEST_WORD, _LONG = 5, 6, 10
_MOST_WORDS = 3
_SHORTEST_NAME_OF_TWO = 7  # letters of a name that may have two errors
_WORD, _NAME = "word", "name"
# Elements and compounds that are not on file, or not as such, are no misspelt metals.
_OTHER_ELEMENTS = (
    "actinium americium argon astatine bromine carbon chlorine curium fluorine francium hydrogen iodine krypton "
    "neptunium nitrogen oxygen plutonium polonium potassium promethium protactinium radium radon sodium sulfur "
    "sulphur technetium thorium xenon"
)
_OF_COMPOUNDS = ("ide", "ides", "ate", "ates", "ite", "ites")


class Correction(Struct, frozen=True):
    """A part of a text that is read as another word or name."""

    start: int
    end: int
    typed: str
    meant: str


class KnownWords(StoreService):
    """The words and names with which a misspelt one is compared, each with what it stands for."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._by_length: dict[int, list[tuple[str, str, object]]] = defaultdict(list)
        self._found: dict[tuple[str, bool], str] = {}
        for word, meanings in english.listed().items():
            self._add(word, _WORD, meanings)
        for word in CORRECTED:
            self._add(word, _WORD, english.meanings_of(word))
        for name, metal_id in MetalNames.of(store).spelt().items():
            self._add(name, _NAME, metal_id)
        for element in _OTHER_ELEMENTS.split():
            self._add(element, "", element)
        lookup = PlaceLookup.of(store)
        for place in destinations(store):
            if place.name.isascii() and lookup.destinations(place.name):
                self._add(place.name.casefold(), _NAME, place.place_id)

    def _add(self, text: str, kind: str, means: object) -> None:
        self._by_length[len(fold(text))].append((text, kind, means))

    def meant(self, typed: str, *, names_only: bool) -> str:
        """Return the one word or name that a typed text stands for, empty where it is none or not certain."""
        key = (typed, names_only)
        if key not in self._found:
            self._found[key] = self._meant(typed.casefold(), names_only)
        return self._found[key]

    def _meant(self, typed: str, names_only: bool) -> str:
        plain = fold(typed)
        if len(plain) < _SHORTEST or typed in ORDINARY_WORDS:
            return ""
        near = self._near(plain)
        least = min((errors for errors, _ in near), default=0)
        best = [entry for errors, entry in near if errors == least]
        if not best or any(entry[1:] != best[0][1:] for entry in best[1:]):
            return ""
        text, kind, means = best[0]
        is_metal = kind == _NAME and means in self._store.metals
        if not kind or (
            kind == _WORD and (names_only or text not in CORRECTED or not _is_long_enough(plain, text))
        ):
            return ""
        if is_metal and plain.endswith(_OF_COMPOUNDS):
            return ""
        return "" if self._is_on_file(typed) else text

    def _near(self, plain: str) -> list[tuple[int, tuple[str, str, object]]]:
        most = 1 if len(plain) < _LONG else 2
        lengths = range(len(plain) - most, len(plain) + most + 1)
        found, letters = [], set(plain)
        for entry in (e for length in lengths for e in self._by_length[length] if length >= _SHORTEST - 1):
            name, is_word = fold(entry[0]), entry[1] == _WORD
            if name[0] not in plain[:2] and plain[0] not in name[:2]:
                continue
            if len(letters.symmetric_difference(name)) > 2 * most:  # one error changes two letters at most
                continue
            errors = typing_errors(plain, name)
            if errors <= (1 if is_word else most):
                found.append((errors, entry))
        return found

    def _is_on_file(self, word: str) -> bool:
        """Return whether a word occurs in the records: then it is spelt right."""
        whole = re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE)
        rows = self._store.query(
            "SELECT title, body FROM search WHERE kind <> 'source' AND title || ' ' || body LIKE ?",
            f"%{word}%",
        )
        return any(whole.search(f"{title} {body}") for title, body in rows)


def _is_long_enough(typed: str, word: str) -> bool:
    """Return whether a text is long enough to be a misspelt word; a short one only has its letters in another order."""
    return len(typed) >= _SHORTEST_WORD or sorted(typed) == sorted(word)


def is_place(store: Store, name: str) -> bool:
    """Return whether a name is that of a place."""
    return bool(PlaceLookup.of(store).destinations(name)) and not MetalNames.of(store).whole(name)


def is_near_name(store: Store, typed: str) -> bool:
    """Return whether a word that is not known can be a misspelt name of a metal or a place."""
    if is_near_metal(store, typed):
        return True
    return typed.isascii() and bool(KnownWords.of(store).meant(typed, names_only=True))


def is_near_metal(store: Store, typed: str) -> bool:
    """Return whether a word that is not known can be a misspelt name of a metal, even if it is not certain which."""
    if not typed.isascii():
        return may_be_metal(typed)
    plain = fold(typed)
    most = 2 if len(plain) >= _SHORTEST_NAME_OF_TWO else 1
    if len(plain) < _SHORTEST or typed.casefold() in ORDINARY_WORDS:
        return False
    names = (fold(name) for name in MetalNames.of(store).spelt())
    return any(abs(len(n) - len(plain)) <= most and typing_errors(plain, n) <= most for n in names)


def corrections(store: Store, text: str, tokens: Sequence[Token]) -> tuple[Correction, ...]:
    """Return the misspelt parts of a text that can be corrected, in order; none where nothing is unknown."""
    found: list[Correction] = []
    for at, token in enumerate(tokens):
        if token.is_known or (found and found[-1].end > token.start):
            continue
        if not token.text.isascii():
            metal = metal_like(store, tokens, token)
            if metal:
                found.append(Correction(token.start, token.end, token.text, metal))
        else:
            correction = next(_of_token(store, text, tokens, at), None)
            if correction is not None:
                found.append(correction)
    return tuple(found)


def _of_token(store: Store, text: str, tokens: Sequence[Token], at: int) -> Iterator[Correction]:
    """Yield what an unknown word can stand for, alone or as part of a name of several words."""
    known = KnownWords.of(store)
    is_name = tokens[at].text[0].isupper() and not text.isupper() and at > 0
    for count in range(1, _MOST_WORDS + 1):
        for first in range(max(0, at - count + 1), min(at, len(tokens) - count) + 1):
            part = tokens[first : first + count]
            typed = text[part[0].start : part[-1].end]
            if all(t.text.isascii() and not t.metal and not t.days for t in part):
                meant = known.meant(typed, names_only=is_name or count > 1)
                if meant and (count == 1 or " " in meant):
                    yield Correction(part[0].start, part[-1].end, typed, meant)


def corrected(text: str, found: Sequence[Correction]) -> str:
    """Return a text with its misspelt parts replaced."""
    for correction in reversed(found):
        text = f"{text[: correction.start]}{correction.meant}{text[correction.end :]}"
    return text


def moved(found: Sequence[Correction]) -> tuple[Correction, ...]:
    """Return corrections with the places of what is meant in the corrected text."""
    result, shift = [], 0
    for correction in found:
        start = correction.start + shift
        result.append(replace(correction, start=start, end=start + len(correction.meant)))
        shift += len(correction.meant) - len(correction.typed)
    return tuple(result)


def as_typed(text: str, start: int, end: int, found: Sequence[Correction]) -> str:
    """Return a part of a corrected text as it was typed; the corrections have their places in that text."""
    part = text[start:end]
    for c in reversed(found):
        if start <= c.start and c.end <= end:
            part = f"{part[: c.start - start]}{c.typed}{part[c.end - start :]}"
    return part
