"""What an evidence file answers: a metal, or customs and control codes, for a day, an origin and a destination."""

from collections.abc import Sequence

from msgspec import Struct

from explorer.data.context import Context
from explorer.data.controls.code_text import normalise
from explorer.data.controls.status import MILITARY_USERS
from explorer.data.finding.code_check import CheckedLine, check_line
from explorer.data.finding.code_verdicts import CodeVerdicts
from explorer.data.finding.lookup import find_metal
from explorer.data.places import ALL, not_an_export
from explorer.data.reading.code_list import ONLY_COLUMN, CodeList
from explorer.data.reading.line_list import ListLine
from explorer.data.store import Store
from explorer.errors import KnownError, quoted
from explorer.language import gettext

MOST_CODES, LONGEST_CODE = 500, 100


class Question(Struct, frozen=True):
    """A metal, or codes as they are written, with the context; the other one is empty."""

    context: Context
    metal_id: str = ""
    codes: tuple[str, ...] = ()


def read_question(store: Store, words: Sequence[str], context: Context) -> Question:
    """Return the question that words on the command line ask: one metal, or codes, which all have a digit."""
    with_digits = [any(character.isdigit() for character in word) for word in words]
    if all(with_digits):
        for code in words:
            normalise(code)
        return Question(context, codes=tuple(words))
    if len(words) > 1:
        raise KnownError(
            gettext("An evidence file is about one metal or about codes. Give one or the other.")
        )
    return Question(context, find_metal(store, words[0]).metal_id)


def check_question(store: Store, question: Question) -> None:
    """Raise KnownError for what no evidence file can answer."""
    for place in (question.context.origin, question.context.destination.removesuffix(MILITARY_USERS)):
        if place not in (*store.countries, ALL):
            raise KnownError(gettext("No country or bloc has the ID {id}.").format(id=quoted(place)))
    refusal = not_an_export(store, question.context.origin, question.context.destination)
    if refusal:
        raise KnownError(refusal)
    if question.metal_id:
        store.metal(question.metal_id)
        return
    if not question.codes:
        raise KnownError(gettext("Give a metal, or one or more codes."))
    if len(question.codes) > MOST_CODES:
        text = gettext(
            "An evidence file can have at most {most} codes; the list has {count}. Split the list."
        )
        raise KnownError(text.format(most=MOST_CODES, count=len(question.codes)))
    if any(len(code) > LONGEST_CODE for code in question.codes):
        text = gettext("A line is longer than a code can be ({count} characters).")
        raise KnownError(text.format(count=LONGEST_CODE))
    if all(_fault(code) for code in question.codes):
        raise KnownError(_fault(question.codes[0]))


def question_of_lines(lines: Sequence[CheckedLine], context: Context) -> Question:
    """Return the question on the lines of a list.

    Raise KnownError for a line that can't be read in its file, but would be a code as text, such as a cell with a date.
    """
    for line in lines:
        if line.verdict is None and not _fault(line.code):
            text = gettext("Line {number} cannot be checked. {reason}")
            raise KnownError(text.format(number=line.line.number, reason=line.fault))
    return Question(context, codes=tuple(line.code for line in lines))


def checked_lines(store: Store, question: Question) -> list[CheckedLine]:
    """Return the codes with their verdicts, numbered from 1."""
    lines = tuple(ListLine(number, (code,)) for number, code in enumerate(question.codes, start=1))
    codes = CodeList("", (ONLY_COLUMN,), False, lines, 0)
    checker = CodeVerdicts.of(store).checker(question.context)
    return [check_line(codes, line, checker) for line in lines]


def _fault(code: str) -> str:
    try:
        normalise(code)
    except KnownError as error:
        return str(error)
    return ""
