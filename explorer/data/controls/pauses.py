"""What the pause of a measure rests on, and for how long: the text of a notice, or a statement only."""

from dataclasses import dataclass
from datetime import date, timedelta

from explorer.data.controls.status import SUSPENDED, MeasureStatus
from explorer.data.dates import first_day, show
from explorer.data.records import Measure, MeasureEvent

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Basis:
    """What the state of a paused measure rests on, or of one whose pause ran out without a record.

    `text_until` is the last day that the text of a notice pauses, `statement` the day of the statement that alone
    pauses the measure later, and `in_force_by_text` the day from which the texts alone put it in force.
    """

    until: str | None
    text_until: str | None
    statement: str | None
    in_force_by_text: date | None


def basis(measure: Measure, on: date) -> Basis | None:
    """Return what the latest pause that has begun by a day rests on, None without any."""
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


def returns_on(found: MeasureStatus) -> date | None:
    """Return the day after the last one of a pause, None without an end or where the measure ends before."""
    if found.state != SUSPENDED or found.until is None:
        return None
    day = first_day(found.until) + _DAY
    if found.measure.effective:
        day = max(day, first_day(found.measure.effective))
    expires = found.measure.expires
    return None if expires and first_day(expires) < day else day


def basis_words(found: MeasureStatus, on: date) -> str:
    """Return what a pause rests on as a sentence, empty where the text of a notice covers all of it."""
    rests_on = basis(found.measure, on)
    if rests_on is None or rests_on.statement is None:
        return ""
    until, day = show(rests_on.until), show(rests_on.statement)
    if not found.presumed:
        return (
            f"The notice pauses it until {show(rests_on.text_until)}; after that, only a statement of {day} says that "
            f"the pause continues to {until}."
        )
    if rests_on.in_force_by_text is None or rests_on.in_force_by_text > on:
        return f"Unclear: only a statement of {day} says that it is paused, and no notice confirms this."
    return (
        f"Unclear: by the notices on file it has been in force since {show(rests_on.in_force_by_text)}; a statement of "
        f"{day} says that the pause continues to {until}. No notice confirms this."
    )


def lapse_words(found: MeasureStatus, on: date, checked: str) -> str:
    """Return why a measure is in force only by presumption, as sentences; empty where no pause ran out."""
    rests_on = basis(found.measure, on)
    if rests_on is None or rests_on.until is None:
        return ""
    text = f"Presumed: the pause ended on {show(rests_on.until)} and no later notice is on file ({checked})."
    since = rests_on.in_force_by_text
    if rests_on.statement is None or since is None or since > on:
        return text
    return (
        f"{text} It rested only on a statement; by the notices on file the measure has been in force since "
        f"{show(since)}."
    )


def start_words(measure: Measure, on: date, *, short: bool = False) -> str:
    """Return the first day of a measure: `1 Aug 2023`, or `due 1 Dec 2025, paused before` (in short `due …`)."""
    if measure.effective is None:
        return "no day on file"
    day = first_day(measure.effective)
    begun = any(e.event == "effective" for e in measure.events)
    paused = any(
        e.event == "suspended"
        and first_day(e.date) <= min(on, day)
        and (e.until is None or first_day(e.until) >= day)
        for e in measure.events
    )
    if begun or not paused:
        return show(measure.effective)
    return f"due {show(measure.effective)}" + ("" if short else ", paused before")
