"""Codes as a reader types them, and what is on file about them for an as-of date, origin and destination."""

import re
import unicodedata
from typing import Protocol

from msgspec import Struct

from explorer.data.context import Context
from explorer.data.controls.code_text import LENGTHS, normalise
from explorer.data.controls.codes import NO_CODE, POSSIBLE, CodeChecker, Verdict
from explorer.data.controls.pill import kind_pill
from explorer.data.controls.status import IN_FORCE, SUSPENDED, state_on
from explorer.data.records import Item
from explorer.data.store import Store
from explorer.data.store_service import StoreService
from explorer.data.words import kind_word, measure_state, with_marks
from explorer.errors import KnownError
from explorer.language import gettext, list_of, ngettext

SHORTEST, LONGEST = 4, 10
_KEPT = 4
_DIGITS = re.compile(r"[\d\s.\-\u2010-\u2015]+")
_LABEL = re.compile(r"^(?:HS|HTS|CN|ECCN|code)\s*:?\s+(?=\d)", re.IGNORECASE)
_CONTROL = re.compile(r"\d[A-Za-z]\d{3}[0-9A-Za-z.()\s-]*|\d{6}[A-Za-z]")
_YEARS = range(1900, 2100)


class CodeText(Struct, frozen=True):
    """A typed text that is a code: its digits, or a control code as lists print it."""

    text: str
    plain: str

    @property
    def is_complete(self) -> bool:
        """Whether there is a verdict on it: a control code, or a customs code of 6, 8 or 10 digits."""
        return not self.plain.isdigit() or len(self.plain) in LENGTHS


def read_code(text: str) -> CodeText | None:
    """Return the code that a whole text is, None where it is not one; four digits may also be a year."""
    typed = _LABEL.sub("", unicodedata.normalize("NFKC", text).strip())
    digits = re.sub(r"\D", "", typed)
    if _DIGITS.fullmatch(typed) and digits.isascii() and SHORTEST <= len(digits) <= LONGEST:
        return CodeText(text.strip(), digits)
    if _CONTROL.fullmatch(typed):
        try:
            return CodeText(text.strip(), normalise(typed))
        except KnownError:
            return None
    return None


def may_be_year(code: CodeText) -> bool:
    """Return whether a code of four digits can be a year."""
    return len(code.plain) == SHORTEST and code.plain.isdigit() and int(code.plain) in _YEARS


class InForce(Protocol):
    """What a verdict, whole or as far as it is kept, says of what is in force for the goods."""

    @property
    def verdict(self) -> str: ...
    @property
    def headline(self) -> str | None: ...
    @property
    def strictness(self) -> str | None: ...
    @property
    def presumed(self) -> bool: ...
    @property
    def your_entry(self) -> bool: ...


class CodeVerdicts(StoreService):
    """The verdicts of a store; the tables for the latest contexts are kept."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._checkers: dict[Context, CodeChecker] = {}

    def check(self, code: CodeText, context: Context) -> Verdict:
        """Return the verdict on a complete code."""
        return self.checker(context).check(code.plain)

    def checker(self, context: Context) -> CodeChecker:
        """Return the checker of a context, whose tables are built once."""
        checker = self._checkers.pop(context, None)
        if checker is None:
            checker = CodeChecker(self._store.measures.values(), self._store.items.values(), context)
        self._checkers[context] = checker
        if len(self._checkers) > _KEPT:
            del self._checkers[next(iter(self._checkers))]
        return checker


def items_beginning(store: Store, digits: str, origin: str) -> list[tuple[Item, str]]:
    """Return the items with a customs code that begins with some digits, each with that code; the origin's first."""
    found = []
    for item in store.items.values():
        code = next((c.hs_code for c in item.codes if c.hs_code.startswith(digits)), None)
        if code is not None:
            found.append((item, code))
    found.sort(key=lambda x: (store.measures[x[0].measure_id].jurisdiction != origin, x[1], x[0].item_id))
    return found


def verdict_on(store: Store, code: str, context: Context) -> tuple[CodeText, Verdict] | None:
    """Return a code as typed and the verdict on it; None for a text that is not a complete code."""
    read = read_code(code)
    if read is None or not read.is_complete:
        return None
    return read, CodeVerdicts.of(store).check(read, context)


def matching_item(store: Store, code: str, metal_id: str, context: Context) -> Item | None:
    """Return the item of a metal that matches a code best, None without one."""
    found = verdict_on(store, code, context)
    matches = found[1].naming_matches if found is not None else ()
    return next((m.item for m in matches if m.item.metal_id == metal_id), None)


def verdict_sentence(code: CodeText, verdict: Verdict) -> str:
    """Return a verdict in a sentence: the word, what applies to the goods, and how sure that is."""
    name, shown = code.text, with_marks(verdict.verdict, presumed=False, your_entry=verdict.your_entry)
    if verdict.described:
        text = gettext(
            "{code}: {verdict}. The description of {items} names this code, so the goods may be controlled: the "
            "wording of the items decides."
        )
        return text.format(code=name, verdict=shown, items=described_items(verdict))
    if verdict.verdict == NO_CODE:
        text = gettext(
            "{code}: {verdict}. The goods may still be controlled: the wording of the items decides."
        )
        return text.format(code=name, verdict=shown)
    count = len({m.item.item_id for m in verdict.matches})
    if verdict.verdict == POSSIBLE:
        text = ngettext(
            "{code}: {verdict}. It shares its first digits with a code of {count} item on file; the wording of "
            "the item decides.",
            "{code}: {verdict}. It shares its first digits with codes of {count} items on file; the wording of "
            "the items decides.",
            count,
        )
        return text.format(code=name, verdict=shown, count=count)
    if verdict.headline == "none":
        text = gettext(
            "{code}: {verdict}. Nothing in force. A code is only a reference: the wording of the item decides."
        )
        return text.format(code=name, verdict=shown)
    text = gettext(
        "{code}: {verdict}. Strictest measure in force: {rule}. A code is only a reference: the wording of the item "
        "decides."
    )
    return text.format(code=name, verdict=verdict.verdict, rule=applies(verdict))


def described_items(verdict: Verdict) -> str:
    """Return the numbers of the items that name a code only in their description."""
    return list_of([match.item.printed_number or gettext("an item") for match in verdict.described])


def verdict_words(verdict: InForce) -> str:
    """Return the verdict, marked where it rests on an entry of the user and no rule beside it says so."""
    is_alone = verdict.headline is None
    return with_marks(verdict.verdict, presumed=False, your_entry=is_alone and verdict.your_entry)


def applies(verdict: InForce) -> str:
    """Return the strictest measure in force for the goods of a code, in words; empty where no code matches."""
    if verdict.headline is None:
        return ""
    if verdict.headline == "none":
        return with_marks(gettext("none in force"), presumed=False, your_entry=verdict.your_entry)
    word = kind_word(verdict.headline, verdict.strictness)
    return with_marks(word, presumed=verdict.presumed, your_entry=verdict.your_entry)


def verdict_pill(verdict: InForce) -> tuple[str, str]:
    """Return the words and the state of the pill for what applies to the goods of a code."""
    if verdict.headline is None or verdict.headline == "none":
        return applies(verdict), "none"
    return kind_pill(
        verdict.headline,
        verdict.strictness,
        IN_FORCE,
        presumed=verdict.presumed,
        your_entry=verdict.your_entry,
    )


def item_state(store: Store, item: Item, context: Context) -> str:
    """Return the state of the measure of an item on the as-of date, empty before it was announced."""
    state = state_on(store.measures[item.measure_id], context.as_of)
    if state is None:
        return ""
    return measure_state(store.measures[item.measure_id], state, with_end=state.name == SUSPENDED)
