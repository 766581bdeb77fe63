"""The metals of a stress test as a CSV file, the same one from the command and from the window."""

import csv
import io
from typing import Any

from explorer.data.numbers import THIN
from explorer.data.store import Store
from explorer.data.supply.stress import texts
from explorer.data.supply.stress.assumptions import assumptions
from explorer.data.supply.stress.stress_test import StressTest
from explorer.data.supply.stress.values import flat_values
from explorer.language import gettext


def stress_csv(store: Store, test: StressTest) -> str:
    """Return the metals in order, those without a loss last with the reason, below lines on what was done."""
    rows = [
        flat_values(store, row, test.buyer)
        for row in (*test.shown, *(() if test.threshold is not None else test.not_computed))
    ]
    out = io.StringIO()
    for line in _head(store, test):
        out.write(f"# {line.replace(THIN, ' ')}\n")
    if rows:
        writer = csv.DictWriter(out, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return out.getvalue()


def _head(store: Store, test: StressTest) -> list[str]:
    removed = texts.places_text(store, test.removal)
    return [
        gettext("World output without {removed}").format(removed=removed),
        gettext("Edition {version}").format(version=store.edition.data_version),
        *assumptions(store, test),
    ]


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return ";".join(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
