"""What Enter opens on an answer: the view that shows it, or its own page where no view shows all of it."""

from datetime import date

from explorer.data.context import Context
from explorer.data.finding.questions.reading import CHANGES, CODE, DOCUMENT, LIST, RELIANCE, USES, Reading
from explorer.data.finding.rows import FILTER, OPEN_ANSWER, OPEN_DOCUMENT, SET_DAY, SET_DESTINATION, Action


def opened(question: str, today: date, reading: Reading, action: Action) -> Action:
    """Return the action of an answer; one with a page of its own also sets what it would set without.

    Of several destinations none is set: each line of the page sets its own.
    """
    if not _has_page(reading, action):
        return action
    several = bool(reading.more_destinations)
    kind = FILTER if action.kind == FILTER and not several else OPEN_ANSWER
    return Action(
        kind,
        day=action.day,
        origin=action.origin,
        destination="" if several else action.destination,
        status="" if several else action.status,
        question=" ".join(question.split()),
        asked=today,
    )


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
    """Return whether no view shows an answer: it is on changes to come, several metals or all, or opens nothing."""
    if reading.ahead:
        return True
    if action.kind in (SET_DAY, SET_DESTINATION) or reading.more_destinations:
        return True
    if reading.intent in (CODE, DOCUMENT) or action.kind == OPEN_DOCUMENT:
        return False
    return len(reading.metals) > 1 or (
        not reading.metals and reading.intent in (CHANGES, LIST, RELIANCE, USES)
    )
