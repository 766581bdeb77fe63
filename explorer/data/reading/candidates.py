"""Builds the series of a table: one for each column of prices, or for low, mid and high together."""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from msgspec import Struct

from explorer.data.dates import first_day
from explorer.data.progress import Report, no_report
from explorer.data.reading.date_cells import DateReader, find_order
from explorer.data.reading.frequency import frequency_of
from explorer.data.reading.layout import DateColumn, Layout, cell
from explorer.data.reading.number_cells import NumberReader, find_decimal, is_gap, is_number
from explorer.data.reading.point_collector import PointCollector, future_dates
from explorer.data.reading.records import EVERY, BadLine, Candidate, Choices, Row, Table
from explorer.data.reading.units import find_currency, find_unit, find_weight
from explorer.language import gettext

LOW, MID, HIGH = "low", "mid", "high"
_ROLES = {
    LOW: re.compile(r"\b(low|lowest|min|minimum|bid)\b|最低价?|低价", re.IGNORECASE),
    HIGH: re.compile(r"\b(high|highest|max|maximum|ask|offer)\b|最高价?|高价", re.IGNORECASE),
    MID: re.compile(
        r"\b(mid|middle|midpoint|average|avg|mean|close|last|settle|settlement)\b|均价|平均价?|中间价|收盘价?",
        re.IGNORECASE,
    ),
}
_CHANGE = re.compile(r"\b(change|chg)\b|涨跌|环比|同比|^%$", re.IGNORECASE)
_GENERIC = re.compile(
    r"(prices?|value|assessment|close|last|px_last|preise?|prix|precio|价格?)?", re.IGNORECASE
)
_FOOTNOTE = re.compile(r"\s*\*+$")
_MOST_GROUPS = 300


class _Columns(Struct, frozen=True):
    """The columns of one series: the price itself, or the ends of its range, or both."""

    name: str
    unit: str
    currency: str
    mid: int | None = None
    low: int | None = None
    high: int | None = None

    @property
    def all(self) -> tuple[int, ...]:
        return tuple(c for c in (self.mid, self.low, self.high) if c is not None)


class _Group(Struct, frozen=True):
    """The rows of one series, with the date of each, the texts beside its prices, and lines without a date."""

    name: str
    rows: list[tuple[Row, str]]
    faults: list[BadLine]


def find_candidates(
    table: Table, layout: Layout, choices: Choices, today: datetime.date, report: Report = no_report
) -> list[Candidate]:
    """Return the series of a table; raise Undecided where dates or numbers can be read in two ways."""
    return list(_Reader(table, layout, choices, today, report).candidates())


class _Reader:
    """Reads the series of one table with one order of dates and one decimal sign."""

    def __init__(
        self, table: Table, layout: Layout, choices: Choices, today: datetime.date, report: Report
    ) -> None:
        self._report = report
        self._table, self._layout, self._today = table, layout, today
        self._rows = _without_footer(table.rows[layout.start :], layout)
        dates = ((r.line, cell(r, d.column)) for r in self._rows for d in layout.dates)
        self._order = find_order(dates, choices.dates)
        columns = [c for d in layout.dates for c in d.prices]
        numbers = ((r.line, cell(r, c)) for r in self._rows for c in columns)
        self._numbers = NumberReader(find_decimal(numbers, choices.decimal))

    def candidates(self) -> Iterator[Candidate]:
        """Yield the series of each date column."""
        for dates in self._layout.dates:
            rows, faults = self._dated(dates)
            notes = (
                [gettext("Dates were read as spreadsheet date numbers.")] if dates.weak == "serial" else []
            )
            groups = _grouped(rows, self._keys(rows), faults)
            for columns in self._series_columns(dates):
                for group in groups:
                    yield self._candidate(columns, group, notes)

    def _dated(self, dates: DateColumn) -> tuple[list[tuple[Row, str]], list[tuple[Row, str]]]:
        """Return the rows with their dates, and those whose date can't be read with the reason."""
        reader = DateReader(self._order, dates.weak)
        known: dict[str, str] = {}
        rows: list[tuple[Row, str]] = []
        faults: list[tuple[Row, str]] = []
        for place, row in enumerate(self._rows):
            if place % EVERY == 0:
                self._report(0.5 + 0.5 * place / len(self._rows))
            found = cell(row, dates.column)
            text = found if isinstance(found, str) else ""
            if text in known:
                rows.append((row, known[text]))
                continue
            if is_gap(found) and all(is_gap(cell(row, c)) for c in dates.prices):
                continue
            try:
                day = reader.read(found)
            except ValueError as error:
                reason = gettext("The date is missing.") if is_gap(found) else str(error)
                faults.append((row, reason))
                continue
            if text:
                known[text] = day
            rows.append((row, day))
        return rows, faults

    def _keys(self, rows: list[tuple[Row, str]]) -> tuple[int, ...]:
        """Return the columns of text that name the series, none where there are not several below each other."""
        if len({day for _, day in rows}) == len(rows):
            return ()
        columns = [c for c in self._layout.texts if 1 < len({_text(r, c) for r, _ in rows}) <= _MOST_GROUPS]
        columns.sort(
            key=lambda c: -sum(len(_text(r, c)) for r, _ in rows)
        )  # a description says more than a code
        for count in (1, 2):
            for keys in combinations(columns, count):
                if len({(day, *(_text(r, c) for c in keys)) for r, day in rows}) == len(rows):
                    return keys
        return ()

    def _series_columns(self, dates: DateColumn) -> list[_Columns]:
        """Return the columns of each series: low, mid and high of the same thing are one."""
        parts: dict[str, dict[str, int]] = defaultdict(dict)
        columns = [c for c in dates.prices if not _CHANGE.search(self._layout.headers[c])] or dates.prices
        for column in columns:
            name, _, _ = self._named(column)
            role = next((role for role, words in _ROLES.items() if words.search(name)), "")
            base = _ROLES[role].sub("", name) if role else name
            parts[" ".join(base.split()).strip(" ,;:-–/|")].setdefault(role, column)
        found = []
        in_ranges = set()
        for base, roles in parts.items():
            if LOW in roles and HIGH in roles:
                mid = roles.get(MID, roles.get(""))
                unit = self._named(roles[LOW])
                found.append(_Columns(base, unit[1], unit[2], mid, roles[LOW], roles[HIGH]))
                in_ranges |= {roles[LOW], roles[HIGH], *([mid] if mid is not None else [])}
        for column in columns:
            if column not in in_ranges:
                found.append(_Columns(*self._named(column), mid=column))
        return sorted(found, key=lambda c: min(c.all))

    def _named(self, column: int) -> tuple[str, str, str]:
        """Return the name of a column without its unit, its unit and its currency."""
        unit, currency, name = find_unit(self._layout.headers[column])
        return name, unit, currency

    def _candidate(self, columns: _Columns, group: _Group, notes: list[str]) -> Candidate:
        reading = PointCollector(self._numbers, columns.mid, columns.low, columns.high)
        for place, (row, day) in enumerate(group.rows):
            if place % EVERY == 0:
                self._report(0.99)
            reading.add(row, day)
        points = sorted(reading.points.values(), key=lambda p: (first_day(p.date), p.date))
        bad = sorted([*reading.bad_lines, *group.faults, *self._table.bad_lines], key=lambda b: b.line)
        unit, currency = self._unit(columns, group)
        return Candidate(
            name=self._name(columns.name, group.name),
            points=tuple(points),
            frequency=frequency_of([p.date for p in points]),
            unit=unit,
            currency=currency,
            gaps=reading.gaps,
            bad_lines=tuple(bad),
            notes=(*notes, *reading.notes(), *future_dates(points, self._today)),
        )

    def _name(self, header: str, group: str) -> str:
        """Return a name that says more than “price”: the header, the group, or the title above the table."""
        header = _FOOTNOTE.sub("", header)
        if any(words.fullmatch(group) for words in _ROLES.values()):
            group = ", ".join(filter(None, (self._constant(), group)))
        if group:
            return group if _GENERIC.fullmatch(header) else f"{group}, {header}"
        if not _GENERIC.fullmatch(header):
            return header
        titles = [find_unit(title)[2] for title in self._layout.titles]
        return next((title for title in titles if title), self._table.title or header)

    def _constant(self) -> str:
        """Return the longest text that is the same in all rows, such as the product of a file about one."""
        found = [{_text(row, c) for row in self._rows} for c in self._layout.texts]
        return max((texts.pop() for texts in found if len(texts) == 1), key=len, default="")

    def _unit(self, columns: _Columns, group: _Group) -> tuple[str, str]:
        """Return unit and currency from the header, the texts of the first row, or the titles."""
        if columns.unit:
            return columns.unit, columns.currency
        row = group.rows[0][0] if group.rows else self._rows[0]
        beside = [_text(row, c) for c in self._layout.texts]
        for text in (*beside, *(self._layout.headers[c] for c in self._layout.texts), *self._layout.titles):
            unit, currency, _ = find_unit(text)
            if unit:
                return unit, currency
        texts = (*beside, *self._layout.titles)
        currency = columns.currency or next((c for c in map(find_currency, texts) if c), "")
        weight = next((w for w in map(find_weight, beside) if w), "")
        return (f"{currency}/{weight}" if currency and weight else ""), currency


def _text(row: Row, column: int) -> str:
    found = cell(row, column)
    return found if isinstance(found, str) else "" if found is None else str(found)


def _grouped(
    rows: list[tuple[Row, str]], keys: tuple[int, ...], faults: list[tuple[Row, str]]
) -> list[_Group]:
    """Return the rows by the texts that name their series; a line of none of them is reported with the first."""
    if not keys:
        return [_Group("", rows, [BadLine(row.line, reason) for row, reason in faults])]
    groups: dict[tuple[str, ...], _Group] = {}
    for row, day in rows:
        key = tuple(_text(row, c) for c in keys)
        group = groups.setdefault(key, _Group(" ".join(filter(None, key)), [], []))
        group.rows.append((row, day))
    first = next(iter(groups.values()))
    for row, reason in faults:
        group = groups.get(tuple(_text(row, c) for c in keys), first)
        group.faults.append(BadLine(row.line, reason))
    return list(groups.values())


def _without_footer(rows: Sequence[Row], layout: Layout) -> Sequence[Row]:
    """Return the rows without the lines of text below the last price."""
    columns = [c for d in layout.dates for c in (d.column, *d.prices)]
    end = len(rows)
    while end and not any(
        is_number(cell(rows[end - 1], c)) or _may_be_date(rows[end - 1], c) for c in columns
    ):
        end -= 1
    return rows[:end]


def _may_be_date(row: Row, column: int) -> bool:
    found = cell(row, column)
    return isinstance(found, datetime.date) or (isinstance(found, str) and found[:1].isdigit())
