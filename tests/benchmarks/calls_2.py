"""Second generation of calls into the program: day and places are one context; the search returns rows in groups."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from calls_1 import (
    COMMAND,
    COMMAND_MODULE,
    DESTINATION,
    WINDOW,
    data_file,
    load,
    open_store,
    package,
    published_codes,
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


def statuses(store: Any, day: date) -> list[Any]:
    """Return the status of every metal on a day."""
    from explorer.data.context import Context
    from explorer.data.controls.status import status_of

    measures = list(store.measures.values())
    return [status_of(measures, metal, Context(day, destination=DESTINATION)) for metal in store.metals]


def search(store: Any, text: str) -> list[Any]:
    """Return the results of a query."""
    from explorer.data.context import Context
    from explorer.data.finding.search import search as find

    return list(find(store, text, Context(DAY, destination=DESTINATION), DAY).rows)


def check(store: Any, day: date, codes: Iterable[str]) -> int:
    """Check codes on a day; return how many of them have matches."""
    from explorer.data.context import Context
    from explorer.data.controls.codes import CodeChecker

    checker = CodeChecker(
        store.measures.values(), store.items.values(), Context(day, destination=DESTINATION)
    )
    return sum(1 for code in codes if checker.check(code).matches)
