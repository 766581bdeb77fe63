"""The user's own price series in the user's file."""

import os
import re
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date

from msgspec.structs import replace

from explorer.data.dates import first_day
from explorer.data.user import schema
from explorer.data.user.checks import checked_facts, checked_points
from explorer.data.user.records import SeriesFacts, UserPoint, UserPrices, UserSeries
from explorer.data.user.user_file import UserFile
from explorer.errors import NotFound, quoted
from explorer.language import gettext

_PLAIN_DATE = "date NOT GLOB '*Q*'"  # in text order, a quarter would come after all months
_FACTS = ("series_id", "metal_id", "name", "unit", "currency", "frequency", "file_name", "added")
_SELECT = """SELECT {facts},
    min(date) FILTER (WHERE {plain}), min(date) FILTER (WHERE NOT {plain}),
    max(date) FILTER (WHERE {plain}), max(date) FILTER (WHERE NOT {plain}), count(*)
    FROM series JOIN series_points USING (series_id)
    {where} GROUP BY series_id ORDER BY metal_id, name, series_id"""
POINT_COLUMNS = ("date", "value", "low", "high", "flag")
_INSERT_POINT = (
    "INSERT INTO series_points (series_id, date, value, low, high, flag) VALUES (?, ?, ?, ?, ?, ?)"
)


def all_series(file: UserFile, metal_id: str | None = None) -> tuple[UserSeries, ...]:
    """Return the user's series, of one metal where it is given, by metal and name."""
    with file.reading() as connection:
        return read_series(connection, metal_id)


def read_series(connection: sqlite3.Connection, metal_id: str | None = None) -> tuple[UserSeries, ...]:
    """Return the series of an open file."""
    if metal_id is None:
        return _selected(connection)
    return _selected(connection, "WHERE metal_id = ?", metal_id)


def _selected(connection: sqlite3.Connection, where: str = "", *values: str) -> tuple[UserSeries, ...]:
    rows = connection.execute(_SELECT.format(where=where, plain=_PLAIN_DATE, facts=", ".join(_FACTS)), values)
    found = []
    for *facts, first, first_quarter, last, last_quarter, count in rows:
        start = min((d for d in (first, first_quarter) if d is not None), key=first_day)
        end = max((d for d in (last, last_quarter) if d is not None), key=first_day)
        found.append(
            UserSeries(**dict(zip(_FACTS, facts, strict=True)), first_date=start, last_date=end, points=count)
        )
    return tuple(found)


def points_of(file: UserFile, series_id: str) -> tuple[UserPoint, ...]:
    """Return the points of a series by date; raise NotFound where there is no such series."""
    with file.reading() as connection:
        _require(connection, series_id)
        return read_points(connection, series_id)


def read_points(connection: sqlite3.Connection, series_id: str) -> tuple[UserPoint, ...]:
    """Return the points of a series of an open file by date."""
    columns = ", ".join(POINT_COLUMNS)
    rows = connection.execute(f"SELECT {columns} FROM series_points WHERE series_id = ?", (series_id,))
    return tuple(sorted((UserPoint(*row) for row in rows), key=lambda p: (p.first_day, p.date)))


def prices_of(file: UserFile, metal_ids: Sequence[str]) -> tuple[UserPrices, ...]:
    """Return the user's series of some metals with their points."""
    if file.is_empty:
        return ()
    with file.reading() as connection:
        found = [s for s in read_series(connection) if s.metal_id in metal_ids]
        return tuple(UserPrices(s, read_points(connection, s.series_id)) for s in found)


def unsaved(facts: SeriesFacts, points: Sequence[UserPoint], today: date) -> UserPrices:
    """Return a series that is read and not saved; raise KnownError where a fact or point is not allowed."""
    facts, points = checked_facts(facts), checked_points(points)
    ordered = tuple(sorted(points, key=lambda p: (p.first_day, p.date)))
    series = UserSeries(
        series_id="",
        metal_id=facts.metal_id,
        name=facts.name,
        unit=facts.unit,
        currency=facts.currency,
        frequency=facts.frequency,
        file_name=facts.file_name,
        added=today.isoformat(),
        first_date=ordered[0].date,
        last_date=ordered[-1].date,
        points=len(ordered),
    )
    return UserPrices(series, ordered)


def add_series(file: UserFile, facts: SeriesFacts, points: Sequence[UserPoint]) -> UserSeries:
    """Save a new series and return it; raise KnownError where a fact or point is not allowed."""
    facts, points = checked_facts(facts), checked_points(points)
    with file.writing() as connection:
        series_id = _new_id(connection, facts.metal_id)
        insert_series(connection, series_id, facts, file.today().isoformat())
        insert_points(connection, series_id, points)
        return _one(connection, series_id)


def replace_points(
    file: UserFile, series_id: str, points: Sequence[UserPoint], frequency: str, file_name: str | None
) -> UserSeries:
    """Replace all points of a series, as with a later download; raise NotFound where there is no such series."""
    points = checked_points(points)
    with file.writing() as connection:
        _require(connection, series_id)
        connection.execute(
            "UPDATE series SET frequency = ?, file_name = ?, added = ? WHERE series_id = ?",
            (frequency, file_name, file.today().isoformat(), series_id),
        )
        connection.execute("DELETE FROM series_points WHERE series_id = ?", (series_id,))
        insert_points(connection, series_id, points)
        return _one(connection, series_id)


def rename_series(file: UserFile, series_id: str, name: str) -> UserSeries:
    """Rename a series; raise KnownError where there is no such series or the name is not allowed."""
    with file.writing() as connection:
        _require(connection, series_id)
        facts = checked_facts(replace(_facts(_one(connection, series_id)), name=name))
        connection.execute("UPDATE series SET name = ? WHERE series_id = ?", (facts.name, series_id))
        return _one(connection, series_id)


def restore_series(file: UserFile, removed: UserPrices) -> UserSeries:
    """Save a removed series again under its id."""
    series = removed.series
    with file.writing() as connection:
        if not _exists(connection, series.series_id):
            insert_series(connection, series.series_id, _facts(series), series.added)
            insert_points(connection, series.series_id, removed.points)
        return _one(connection, series.series_id)


def _facts(series: UserSeries) -> SeriesFacts:
    return SeriesFacts(
        series.metal_id, series.name, series.unit, series.currency, series.frequency, series.file_name
    )


def remove_series(file: UserFile, series_id: str) -> UserSeries:
    """Remove a series with its points and return what it was; raise NotFound where there is no such series."""
    with file.reading() as connection:  # so that a wrong id creates no file
        _require(connection, series_id)
    with file.writing() as connection:
        _require(connection, series_id)
        removed = _one(connection, series_id)
        connection.execute("DELETE FROM series WHERE series_id = ?", (series_id,))
        return removed


def insert_series(connection: sqlite3.Connection, series_id: str, facts: SeriesFacts, added: str) -> None:
    """Insert the row of a series into a file that is open for a write."""
    connection.execute(
        "INSERT INTO series (series_id, metal_id, name, unit, currency, frequency, file_name, added)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            series_id,
            facts.metal_id,
            facts.name,
            facts.unit,
            facts.currency,
            facts.frequency,
            facts.file_name,
            added,
        ),
    )


def insert_points(connection: sqlite3.Connection, series_id: str, points: Iterable[UserPoint]) -> None:
    """Insert the points of a series into a file that is open for a write."""
    rows = ((series_id, p.date, p.value, p.low, p.high, p.flag) for p in points)
    connection.executemany(_INSERT_POINT, rows)


def _new_id(connection: sqlite3.Connection, metal_id: str) -> str:
    """Return an id that this file does not have, and that the files of others are unlikely to have."""
    while True:
        series_id = f"{metal_id}-{os.urandom(4).hex()}"
        if not _exists(connection, series_id):
            return series_id


def _exists(connection: sqlite3.Connection, series_id: str) -> bool:
    if not re.fullmatch(schema.ID_PATTERN, series_id, re.ASCII):  # such as text that is not UTF-8
        return False
    found = connection.execute("SELECT 1 FROM series WHERE series_id = ?", (series_id,))
    return found.fetchone() is not None


def _require(connection: sqlite3.Connection, series_id: str) -> None:
    if not _exists(connection, series_id):
        sentence = gettext("You have no series with the ID {id}.").format(id=quoted(series_id))
        raise NotFound(
            sentence,
            window_hint=gettext("“Manage your series…” in the menu Export shows your series."),
            command_hint=gettext("`minor-metals own list` shows your series."),
        )


def _one(connection: sqlite3.Connection, series_id: str) -> UserSeries:
    (series,) = _selected(connection, "WHERE series_id = ?", series_id)
    return series
