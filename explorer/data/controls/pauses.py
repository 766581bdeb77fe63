"""The basis and the end of the pause of a measure: the text of a notice, or a statement only."""

from datetime import date, timedelta

from msgspec import Struct

from explorer.data.controls.status import SUSPENDED, MeasureStatus
from explorer.data.dates import first_day, show
from explorer.data.records import Measure, MeasureEvent
from explorer.language import gettext, paragraph

_DAY = timedelta(days=1)


class Basis(Struct, frozen=True):
    """The basis of the state of a paused measure, or of one whose pause lapsed without a record.

    `text_until` is the last day of the pause by the text of a notice, `statement` the date of the statement that alone
    pauses the measure later, `in_force_by_text` the day from which the texts alone put it in force.
    """

    until: str | None
    text_until: str | None
    statement: str | None
    in_force_by_text: date | None


def basis(measure: Measure, on: date) -> Basis | None:
    """Return the basis of the latest pause that has begun by a day, None without any."""
    pauses = [e for e in measure.events if e.event == "suspended" and first_day(e.date) <= on]
    if not pauses:
        return None
    latest = max(pauses, key=lambda e: (first_day(e.date), e.until or "9"))
    texts = [e for e in pauses if e.basis == "text"]
    text_until = max((e.until or "9" for e in texts), default=None)
    by_statement = latest.date if latest.basis == "statement" else None
    return Basis(latest.until, text_until, by_statement, _in_force_by_text(measure, texts))


def _in_force_by_text(measure: Measure, texts: list[MeasureEvent]) -> date | None:
    if measure.effective is None or any(e.until is None for e in texts):
        return None
    ends = [first_day(e.until) + _DAY for e in texts if e.until]
    return max([first_day(measure.effective), *ends])


def returns_on(measure: MeasureStatus) -> date | None:
    """Return the day after the last one of a pause, None without an end or where the measure ends before."""
    if measure.state != SUSPENDED or measure.until is None:
        return None
    day = first_day(measure.until) + _DAY
    if measure.measure.effective:
        day = max(day, first_day(measure.measure.effective))
    expires = measure.measure.expires
    return None if expires and first_day(expires) < day else day


def basis_words(measure: MeasureStatus, on: date) -> str:
    """Return the basis of a pause in sentences, empty where the text of a notice covers all of it."""
    found = basis(measure.measure, on)
    if found is None or found.statement is None:
        return ""
    if not measure.presumed:
        sentence = gettext(
            "The notice pauses it until {text_until}; after that, only a statement of {statement} says that the pause "
            "continues until {until}."
        )
    elif found.in_force_by_text is None or found.in_force_by_text > on:
        sentence = gettext(
            "Unclear: only a statement of {statement} says that it is paused, and no notice confirms this."
        )
    else:
        sentence = gettext(
            "Unclear: according to the notices on file, it has been in force since {since}; a "
            "statement of {statement} says that the pause continues until {until}. No notice confirms "
            "this."
        )
    return sentence.format(
        text_until=show(found.text_until),
        statement=show(found.statement),
        until=show(found.until),
        since=show(found.in_force_by_text),
    )


def lapse_words(measure: MeasureStatus, on: date, verified_to: str) -> str:
    """Return why a measure is only presumed to be in force, in sentences; empty where no pause lapsed."""
    found = basis(measure.measure, on)
    if found is None or found.until is None:
        return ""
    sentence = gettext(
        "Presumed: the pause ended on {until} and no later notice is on file (checked to {checked})."
    ).format(until=show(found.until), checked=show(verified_to))
    since = found.in_force_by_text
    if found.statement is None or since is None or since > on:
        return sentence
    by_text = gettext(
        "The pause was based only on a statement; according to the notices on file, the measure "
        "has been in force since {since}."
    )
    return paragraph((sentence, by_text.format(since=show(since))))


def is_due(measure: Measure, on: date) -> bool:
    """Return whether a measure was paused before its first day, without a record that it took effect."""
    if measure.effective is None or any(e.event == "effective" for e in measure.events):
        return False
    day = first_day(measure.effective)
    return any(
        e.event == "suspended"
        and first_day(e.date) <= min(on, day)
        and (e.until is None or first_day(e.until) >= day)
        for e in measure.events
    )


def start_words(measure: Measure, on: date, *, short: bool = False) -> str:
    """Return the first day of a measure: `1 Aug 2023`, or `due 1 Dec 2025, paused before` (in short `due …`)."""
    if measure.effective is None:
        return gettext("no start date on file")
    day = show(measure.effective)
    if not is_due(measure, on):
        return day
    return (gettext("due {day}") if short else gettext("due {day}, paused before")).format(day=day)
