"""Collects the points of one series from the rows of a table."""

import datetime
from collections.abc import Iterator, Sequence

from explorer.data.dates import show
from explorer.data.numbers import exact
from explorer.data.reading.layout import cell
from explorer.data.reading.number_cells import Amount, NumberReader
from explorer.data.reading.records import BadLine, Row
from explorer.data.user.records import FLAGS, LEAST_PRICE, MOST_PRICE, UserPoint
from explorer.errors import quoted
from explorer.language import gettext, ngettext


class PointCollector:
    """Collects the points of one series; what can't be one is a bad line or a gap."""

    def __init__(self, numbers: NumberReader, mid: int | None, low: int | None, high: int | None) -> None:
        self._numbers = numbers
        self._mid, self._low, self._high = mid, low, high
        self._lines: dict[str, int] = {}
        self.points: dict[str, UserPoint] = {}
        self.bad_lines: list[BadLine] = []
        self.gaps = self._repeated = self._halved = 0

    def add(self, row: Row, day: str) -> None:
        """Add the price of a row; the first one of a date counts."""
        try:
            point = self._point(row, day)
            if point is None:
                self.gaps += 1
                return
            before = self.points.setdefault(day, point)
            if before is not point:
                self._add_again(point, before)
            else:
                self._lines[day] = row.line
        except ValueError as error:
            self.bad_lines.append(BadLine(row.line, str(error)))

    def _add_again(self, point: UserPoint, before: UserPoint) -> None:
        if point == before:
            self._repeated += 1
            return
        text = gettext("Line {line} has a different price for {day}; that price is kept.")
        raise ValueError(text.format(day=show(point.date), line=self._lines[point.date]))

    def _point(self, row: Row, day: str) -> UserPoint | None:
        if self._low is None and self._mid is not None:
            amount = self._numbers.read(cell(row, self._mid))
            if amount is None:
                return None
            _check(amount.value, amount.low, amount.high)
            self._halved += amount.low is not None
            return UserPoint(day, amount.value, amount.low, amount.high, amount.flag)
        mid, low, high = (
            self._numbers.read(cell(row, c)) if c is not None else None
            for c in (self._mid, self._low, self._high)
        )
        if mid is None and (low is None or high is None):
            if low is not None or high is not None:
                raise ValueError(gettext("One end of the range is missing."))
            return None
        ends = (low.value, high.value) if low and high else (mid.low, mid.high) if mid else (None, None)
        value = mid.value if mid else (low.value + high.value) / 2 if low and high else 0.0
        _check(value, *ends)
        self._halved += bool(ends[0] is not None and (self._mid is None or (mid and mid.low is not None)))
        return UserPoint(day, value, *ends, flag=_flag(mid, low, high))

    def notes(self) -> Iterator[str]:
        """Yield sentences on how the points were read."""
        if self._halved:
            yield gettext("Prices given as a range were read as the midpoint.")
        if self._repeated:
            text = ngettext(
                "{count} line repeats a date with the same price.",
                "{count} lines repeat a date with the same price.",
                self._repeated,
            )
            yield text.format(count=exact(self._repeated))


def _check(value: float, low: float | None, high: float | None) -> None:
    """Raise ValueError with a sentence where a price can't be one."""
    if low is None and high is None and LEAST_PRICE <= value <= MOST_PRICE:
        return
    for number in (value, low, high):
        if number is None:
            continue
        if number <= 0:
            raise ValueError(
                gettext("{number} is not valid: prices must be above zero.").format(number=exact(number))
            )
        if not LEAST_PRICE <= number <= MOST_PRICE:
            raise ValueError(gettext("{number} is out of range.").format(number=quoted(f"{number:g}")))
    if low is not None and high is not None and not low <= value <= high:
        text = gettext("The price {value} is not between {low} and {high}.")
        raise ValueError(text.format(value=exact(value), low=exact(low), high=exact(high)))


def _flag(*amounts: Amount | None) -> str | None:
    """Return the first flag of the numbers of a point."""
    flags = {amount.flag for amount in amounts if amount is not None}
    return next((flag for flag in FLAGS if flag in flags), None)


def future_dates(points: Sequence[UserPoint], today: datetime.date) -> Iterator[str]:
    """Yield a sentence where points are after today, which can be a wrong order of days and months."""
    later = [p for p in points if p.first_day > today]
    if later:
        text = ngettext(
            "{count} date is in the future: {last}. Check the order of day and month.",
            "{count} dates are in the future; the last is {last}. Check the order of day and month.",
            len(later),
        )
        yield text.format(count=exact(len(later)), last=show(later[-1].date))
