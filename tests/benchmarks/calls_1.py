"""First generation of calls into the program: with the list in worker.py, the only code that uses its names.

Every import stands inside a function, so that a process holds in memory only what it asked for.
"""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from explorer.data.context import Context

WINDOW = ["-m", "explorer"]
COMMAND = ["-c", "import sys; from explorer.cli import main; sys.exit(main(sys.argv[1:]))"]
COMMAND_MODULE = "explorer.cli"
DESTINATION = "USA"


def package() -> Path:
    """Return the folder of the program that is imported."""
    import explorer

    return Path(str(explorer.__file__)).resolve().parent


def open_store() -> Any:
    """Open the bundled data file; the store closes as a context."""
    from explorer.data.store import Store

    return Store.open()


def data_file(store: Any) -> Path:
    """Return the data file of a store."""
    return Path(store.path)


def load(store: Any) -> int:
    """Load all measures and all items of control lists; return how many they are."""
    return len(store.measures) + len(store.items)


def statuses(store: Any, day: date) -> list[Any]:
    """Return the status of every metal on a day."""
    from explorer.data.controls.status import status_of

    measures = list(store.measures.values())
    return [status_of(measures, metal, Context(day, destination=DESTINATION)) for metal in store.metals]


def search(store: Any, text: str) -> list[Any]:
    """Return the results of a query."""
    from explorer.data.finding.search import search as find

    return find(store, text)


def published_codes(store: Any) -> list[str]:
    """Return the customs codes that the control lists publish."""
    return [code.hs_code for item in store.items.values() for code in item.codes]


def check(store: Any, day: date, codes: Iterable[str]) -> int:
    """Check codes on a day; return how many of them have matches."""
    from explorer.data.controls.codes import CodeChecker

    checker = CodeChecker(
        store.measures.values(), store.items.values(), Context(day, destination=DESTINATION)
    )
    return sum(1 for code in codes if checker.check(code).matches)
