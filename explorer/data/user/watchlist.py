"""The metals on the user's watchlist, in the user's file."""

import re
import sqlite3

from explorer.data.user import schema
from explorer.data.user.records import WatchedMetal
from explorer.data.user.user_file import UserFile


def watchlist(file: UserFile) -> tuple[WatchedMetal, ...]:
    """Return the metals on the watchlist by their ids."""
    with file.reading() as connection:
        return read_watchlist(connection)


def read_watchlist(connection: sqlite3.Connection) -> tuple[WatchedMetal, ...]:
    """Return the watchlist of an open file."""
    rows = connection.execute("SELECT metal_id, added FROM watchlist ORDER BY metal_id")
    return tuple(WatchedMetal(*row) for row in rows)


def add_to_watchlist(file: UserFile, metal_id: str) -> bool:
    """Put a metal on the watchlist; return whether it was not there before."""
    if not re.fullmatch(schema.ID_PATTERN, metal_id, re.ASCII):
        raise ValueError(metal_id)
    if metal_id in _watched_ids(file):
        return False
    with file.writing() as connection:
        return insert_watched(connection, WatchedMetal(metal_id, file.today().isoformat()))


def remove_from_watchlist(file: UserFile, metal_id: str) -> bool:
    """Take a metal off the watchlist; return whether it was there."""
    if metal_id not in _watched_ids(file):
        return False
    with file.writing() as connection:
        return connection.execute("DELETE FROM watchlist WHERE metal_id = ?", (metal_id,)).rowcount > 0


def insert_watched(connection: sqlite3.Connection, watched: WatchedMetal) -> bool:
    """Insert a metal of the watchlist into a file that is open for a write; return whether it was not there before."""
    insert = "INSERT OR IGNORE INTO watchlist (metal_id, added) VALUES (?, ?)"
    return connection.execute(insert, (watched.metal_id, watched.added)).rowcount > 0


def _watched_ids(file: UserFile) -> frozenset[str]:
    return frozenset(watched.metal_id for watched in watchlist(file))
