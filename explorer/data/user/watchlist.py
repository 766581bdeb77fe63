"""The metals on the user's watch-list, in the user's file."""

import re
import sqlite3

from explorer.data.user import schema
from explorer.data.user.records import Star
from explorer.data.user.user_file import UserFile


def stars(file: UserFile) -> tuple[Star, ...]:
    """Return the metals on the watch-list by their ids."""
    with file.reading() as connection:
        return read_stars(connection)


def read_stars(connection: sqlite3.Connection) -> tuple[Star, ...]:
    """Return the watch-list of an open file."""
    rows = connection.execute("SELECT metal_id, added FROM stars ORDER BY metal_id")
    return tuple(Star(*row) for row in rows)


def add_star(file: UserFile, metal_id: str) -> bool:
    """Put a metal on the watch-list; return whether it was not there before."""
    if not re.fullmatch(schema.ID_PATTERN, metal_id, re.ASCII):
        raise ValueError(metal_id)
    if metal_id in _starred(file):
        return False
    with file.writing() as connection:
        return insert_star(connection, Star(metal_id, file.today().isoformat()))


def remove_star(file: UserFile, metal_id: str) -> bool:
    """Take a metal off the watch-list; return whether it was there."""
    if metal_id not in _starred(file):
        return False
    with file.writing() as connection:
        return connection.execute("DELETE FROM stars WHERE metal_id = ?", (metal_id,)).rowcount > 0


def insert_star(connection: sqlite3.Connection, star: Star) -> bool:
    """Insert a star into a file that is open for a write; return whether it was not there before."""
    insert = "INSERT OR IGNORE INTO stars (metal_id, added) VALUES (?, ?)"
    return connection.execute(insert, (star.metal_id, star.added)).rowcount > 0


def _starred(file: UserFile) -> frozenset[str]:
    return frozenset(star.metal_id for star in stars(file))
