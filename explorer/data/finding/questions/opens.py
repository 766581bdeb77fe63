"""What Enter opens on an answer: the view that shows it, or its own page where no view shows all of it."""

from dataclasses import replace
from datetime import date

from explorer.data.context import Context
from explorer.data.finding.questions.reading import CHANGES, CODE, DOCUMENT, LIST, RELIANCE, Reading
from explorer.data.finding.rows import FILTER, OPEN_ANSWER, SET_DAY, SET_DESTINATION, Action


def opened(question: str, today: date, reading: Reading, action: Action) -> Action:
    """Return the action of an answer; one with a page of its own also sets what it would set without."""
    if not _has_page(reading, action):
        return action
    kind = FILTER if action.kind == FILTER else OPEN_ANSWER
    return replace(action, kind=kind, metal="", tab="", question=" ".join(question.split()), asked=today)


def opened_parts(text: str, today: date, context: Context) -> Action:
    """Return the action that opens the page with the answers to several questions."""
    return Action(
        OPEN_ANSWER,
        day=context.as_of,
        origin=context.origin,
        destination=context.destination,
        question=" ".join(text.split()),
        asked=today,
    )


def _has_page(reading: Reading, action: Action) -> bool:
    """Return whether no view shows an answer: it is about several metals or all, or nothing would be opened."""
    if action.kind in (SET_DAY, SET_DESTINATION):
        return True
    if reading.intent in (CODE, DOCUMENT):
        return False
    return len(reading.metals) > 1 or (not reading.metals and reading.intent in (CHANGES, LIST, RELIANCE))
