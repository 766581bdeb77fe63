"""The CSV files of the frozen edition, from which tests count what the program must find."""

import csv
from functools import cache

from tests.conftest import EDITION


@cache
def facts(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a file as written, all values as text."""
    with (EDITION / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def citing(name: str, source_id: str) -> int:
    """Return how many rows of a file cite a source."""
    return sum(source_id in row["source_ids"].split(";") for row in facts(name))
