"""The one look-up of every text that a reader sees: window, charts, fact sheet, command line and messages.

A text is a whole sentence, or the whole label of a control, with named fields that are filled in after the look-up:
`gettext("Checked to {day}.").format(day=...)`. What depends on a number goes through `ngettext`; a word that has two
meanings gets a context through `pgettext`. A constant is marked with `gettext_noop` and looked up where it is shown.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from gettext import NullTranslations
from typing import ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")

MOST_RESULTS = 8_192  # kept of one function

_catalogue = NullTranslations()
_forget: list[Callable[[], None]] = []


def use(catalogue: NullTranslations) -> None:
    """Take all texts from a catalogue; an empty one leaves them in English."""
    global _catalogue
    _catalogue = catalogue
    for forget in _forget:
        forget()


def cached_by_language(function: Callable[P, T]) -> Callable[P, T]:
    """Decorate a function so that its results are kept until the language changes."""
    found = lru_cache(MOST_RESULTS)(function)
    _forget.append(found.cache_clear)
    return cast("Callable[P, T]", found)


def gettext(message: str) -> str:
    """Return a text in the language in use."""
    return _catalogue.gettext(message)


def gettext_noop(message: str) -> str:
    """Mark a text for the catalogue and return it as it is."""
    return message


def ngettext(singular: str, plural: str, count: int) -> str:
    """Return the form of a text that goes with a number."""
    return _catalogue.ngettext(singular, plural, count)


def pgettext(context: str, message: str) -> str:
    """Return a text that has another meaning elsewhere."""
    return _catalogue.pgettext(context, message)


def npgettext(context: str, singular: str, plural: str, count: int) -> str:
    """Return the form that goes with a number of a text that has another meaning elsewhere."""
    return _catalogue.npgettext(context, singular, plural, count)


def list_of(names: Sequence[str]) -> str:
    """Return names as a sentence lists them: `a`, `a and b`, `a, b and c`."""
    if len(names) < 2:
        return "".join(names)
    return pgettext("list", "{start} and {last}").format(start=enumeration(names[:-1]), last=names[-1])


def enumeration(texts: Sequence[str]) -> str:
    """Return texts one after the other, as in the first part of a list: `a, b, c`."""
    start = "".join(texts[:1])
    for text in texts[1:]:
        start = pgettext("list", "{start}, {next}").format(start=start, next=text)
    return start


def paragraph(sentences: Iterable[str]) -> str:
    """Return whole sentences in a row, without the empty ones."""
    # Translators: what separates two sentences; empty for Chinese.
    return pgettext("between sentences", " ").join(s for s in sentences if s)
