"""When measures took effect: the quarter of their first day in force; announced and presumed ones are kept apart."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from explorer.data.controls.history import spans
from explorer.data.controls.status import ANNOUNCED, IN_FORCE, comes_from
from explorer.data.dates import first_day
from explorer.data.records import Measure

PRESUMED, YOUR_ENTRY = "presumed", "your_entry"
CERTAINTIES = (IN_FORCE, PRESUMED, ANNOUNCED, YOUR_ENTRY)


class Effect(Struct, frozen=True):
    """A measure and its first day in force; `certainty` is one of CERTAINTIES.

    It is announced where the day is after the as-of date, presumed where no record confirms that it is in force, and
    an entry where it rests on one of the user.
    """

    measure: Measure
    day: date
    certainty: str

    @property
    def quarter(self) -> str:
        """The quarter of the day, `2026-Q3`."""
        return f"{self.day.year}-Q{(self.day.month + 2) // 3}"


class Effects(Struct, frozen=True):
    """The effects of the measures of an origin by their day, and how many of its measures have none.

    `never` never had a day in force, `without_metals` bind parties or whole lists and name no metal.
    """

    found: tuple[Effect, ...]
    never: int
    without_metals: int


def effects(measures: Iterable[Measure], origin: str, as_of: date) -> Effects:
    """Return the effects of the measures of an origin that were announced or in force by a day.

    Rules of public procurement are left out: they control no exports.
    """
    found: list[Effect] = []
    never = without_metals = 0
    for measure in measures:
        if measure.is_purchasing_rule or not comes_from(measure, origin) or not _is_known(measure, as_of):
            continue
        effect = _effect(measure, as_of)
        if not measure.targets:
            without_metals += 1
        elif effect is None:
            never += 1
        else:
            found.append(effect)
    return Effects(tuple(sorted(found, key=lambda e: (e.day, e.measure.measure_id))), never, without_metals)


def _is_known(measure: Measure, as_of: date) -> bool:
    """Return whether a measure was announced, or in force without an announcement on file, by a day."""
    first = measure.announced or measure.effective
    days = [first_day(d) for d in (measure.announced, measure.effective) if d]
    return first is None or min(days) <= as_of


def _effect(measure: Measure, as_of: date) -> Effect | None:
    """Return the first day in force, None where there is none."""
    span = next((s for s in spans(measure) if s.state.name == IN_FORCE), None)
    if span is None:
        return None
    if span.state.your_entry:
        return Effect(measure, span.start, YOUR_ENTRY)
    certainty = PRESUMED if span.state.presumed else ANNOUNCED if span.start > as_of else IN_FORCE
    return Effect(measure, span.start, certainty)
