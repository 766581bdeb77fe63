"""The verdicts on codes over time, for one origin and one destination.

Between two turning days no verdict changes, so one table of codes serves all days of such a span.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from explorer.data.context import Context
from explorer.data.controls.codes import CodeChecker
from explorer.data.controls.history import turning_days
from explorer.data.controls.status import matches
from explorer.data.dates import first_day
from explorer.data.parts.verdicts import line_verdict
from explorer.data.records import ItemCode
from explorer.data.store import Store
from explorer.data.user.parts_records import LineVerdict

DAY = timedelta(days=1)
BLOCK = 50  # codes between two looks at the clock


class Courses:
    """The verdicts of the facts of a store; those that were asked for are kept."""

    def __init__(self, store: Store, origin: str, destination: str) -> None:
        self._store, self._origin, self._destination = store, origin, destination
        self.turns = _turns(store, origin, destination)
        self._found: dict[date, dict[str, LineVerdict]] = {}

    def prepare(self, codes: Sequence[str], days: Iterable[date]) -> Iterator[None]:
        """Find the verdicts on codes in standard form on some days, in steps of a few milliseconds."""
        for start in dict.fromkeys(map(self._start, days)):
            checker = self.checker(start)
            found = self._found.setdefault(start, {})
            texts: dict[tuple[object, ...], LineVerdict] = {}
            yield
            for number, code in enumerate(codes, start=1):
                if code not in found:
                    verdict = checker.check(code)
                    key = verdict.shared_key
                    if key not in texts:
                        texts[key] = line_verdict(verdict)
                    found[code] = texts[key]
                if number % BLOCK == 0:
                    yield

    def on(self, code: str, day: date) -> LineVerdict:
        """Return the verdict on a code in standard form on a day."""
        found = self._found.setdefault(self._start(day), {})
        if code not in found:
            found[code] = line_verdict(self.checker(day).check(code))
        return found[code]

    def checker(self, day: date) -> CodeChecker:
        """Return a new checker for a day."""
        context = Context(self._start(day), self._origin, self._destination)
        return CodeChecker(self._store.measures.values(), self._store.items.values(), context)

    def turns_after(self, day: date) -> list[date]:
        """Return the turning days after a day."""
        return self.turns[bisect_right(self.turns, day) :]

    def _start(self, day: date) -> date:
        """Return the first day of the span of a day; before the first turning day, the day itself."""
        place = bisect_right(self.turns, day)
        return self.turns[place - 1] if place else day


def _turns(store: Store, origin: str, destination: str) -> list[date]:
    """Return the days, in order, on which a verdict can change: those of the measures and of the codes."""
    context = Context(date.max, origin, destination)
    measures = {m.measure_id: m for m in store.measures.values() if matches(m, context)}
    days = {day for measure in measures.values() for day in turning_days(measure)}
    published = (m.published for m in measures.values() if m.published is not None)
    days |= {day for measure in published for day in turning_days(measure)}
    codes = (code for item in store.items.values() if item.measure_id in measures for code in item.codes)
    return sorted(days.union(*map(code_days, codes)))


def code_days(code: ItemCode) -> set[date]:
    """Return the days on which the tariff years of a code begin, and the one after their end."""
    begins = {first_day(code.valid_from)} if code.valid_from is not None else set()
    ends = {first_day(code.valid_to) + DAY} if code.valid_to is not None else set()
    return begins | ends
