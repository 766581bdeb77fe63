"""Second generation of calls into the program: the search takes a day and places, and returns rows in groups."""

from datetime import date
from typing import Any

from calls_1 import (
    COMMAND,
    COMMAND_MODULE,
    DESTINATION,
    WINDOW,
    check,
    data_file,
    load,
    open_store,
    package,
    published_codes,
    statuses,
)

__all__ = [
    "COMMAND",
    "COMMAND_MODULE",
    "WINDOW",
    "check",
    "data_file",
    "load",
    "open_store",
    "package",
    "published_codes",
    "search",
    "statuses",
]
DAY = date(2026, 10, 1)


def search(store: Any, text: str) -> list[Any]:
    """Return the results of a query."""
    from explorer.data.context import Context
    from explorer.data.finding.search import search as find

    return list(find(store, text, Context(DAY, destination=DESTINATION), DAY).rows)
