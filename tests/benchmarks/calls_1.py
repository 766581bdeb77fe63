"""First generation of calls into the program, with the names of the baseline commit.

With calls_2.py and the list in worker.py, it is the only code of the benchmark that uses the program's names. Modules
that are gone today are imported by name. Every import stands inside a function, so that a process holds in memory only
what it asked for.
"""

from collections.abc import Iterable
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

# The view that later versions open with shows no chart.
WINDOW = ["-m", "explorer", "minor-metals:tungsten?tab=prices"]
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
    status_of = import_module("explorer.data.status").status_of
    measures = list(store.measures.values())
    return [status_of(measures, metal, on=day, to=DESTINATION) for metal in store.metals]


def search(store: Any, text: str) -> list[Any]:
    """Return the results of a query."""
    return list(import_module("explorer.data.search").search(store, text))


def published_codes(store: Any) -> list[str]:
    """Return the customs codes that the control lists publish."""
    return [code.hs_code for item in store.items.values() for code in item.codes]


def check(store: Any, day: date, codes: Iterable[str]) -> int:
    """Check codes on a day; return how many of them have matches."""
    code_checker = import_module("explorer.data.codes").CodeChecker
    checker = code_checker(store.measures.values(), store.items.values(), on=day, to=DESTINATION)
    return sum(1 for code in codes if checker.check(code).matches)
