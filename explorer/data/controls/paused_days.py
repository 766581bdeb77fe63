"""Days on which something would happen to a measure that is paused on them, by the status rule."""

from datetime import date, timedelta

from explorer.data.controls.status import SUSPENDED, State, state_on
from explorer.data.dates import first_day, show
from explorer.data.records import Measure, MeasureEvent
from explorer.language import gettext

# The day on which a measure should have taken effect but was paused; no record of the data has this event.
DUE = "due"
_DAY = timedelta(days=1)


def paused_on(measure: Measure, day: date) -> State | None:
    """Return the state of a measure that is paused on a day, None on other days."""
    state = state_on(measure, day)
    return state if state is not None and state.name == SUSPENDED else None


def listed_events(measure: Measure) -> tuple[MeasureEvent, ...]:
    """Return the events of a measure in order of date, with the day on which it was due while paused."""
    events = list(measure.events)
    if measure.effective and paused_on(measure, first_day(measure.effective)):
        events = [e for e in events if e.event != "effective" or e.date != measure.effective]
        events.append(
            MeasureEvent(
                measure_id=measure.measure_id,
                date=measure.effective,
                event=DUE,
                until=None,
                basis="",
                by_instrument_id=None,
                note=None,
                confidence=measure.confidence,
                source_ids=measure.source_ids,
            )
        )
    return tuple(sorted(events, key=lambda e: first_day(e.date)))


def pause_at(measure: Measure, event: MeasureEvent) -> State | None:
    """Return the pause during which an event falls, None on other days and for a pause itself."""
    return None if event.event == "suspended" else paused_on(measure, first_day(event.date))


def goes_on(measure: Measure, until: str) -> State | None:
    """Return the pause of a measure on the day after the last one of an earlier pause, None where it is over."""
    return paused_on(measure, first_day(until) + _DAY)


def pause_words(pause: State) -> str:
    """Return that a measure is paused on a day, with the last day of the pause and whether it is presumed."""
    if pause.until is None:
        return gettext("paused on that day (presumed)") if pause.presumed else gettext("paused on that day")
    text = (
        gettext("paused on that day, until {day} (presumed)")
        if pause.presumed
        else gettext("paused on that day, until {day}")
    )
    return text.format(day=show(pause.until))
