"""The metals of a stress test as a CSV file, the same one from the command and from the window."""

from typing import Any

from explorer.data.store import Store
from explorer.data.supply.stress import texts
from explorer.data.supply.stress.assumptions import assumptions
from explorer.data.supply.stress.result_texts import may_reach_text, reached_text
from explorer.data.supply.stress.stress_test import StressTest
from explorer.data.supply.stress.values import flat_values
from explorer.data.terms import output_label
from explorer.data.writing.csv_file import csv_notes, csv_text
from explorer.language import gettext


def stress_csv(store: Store, test: StressTest) -> str:
    """Return the metals in order, those without a loss last with the reason, below lines on what was done."""
    rows = [
        flat_values(store, row, test.buyer)
        for row in (*test.shown, *(() if test.threshold is not None else test.not_computed))
    ]
    table = (
        csv_text(tuple(rows[0]), ([_cell(value) for value in row.values()] for row in rows)) if rows else ""
    )
    return csv_notes(_head(store, test)) + table


def _head(store: Store, test: StressTest) -> list[str]:
    removed = texts.places_text(store, test.removal)
    filters = (
        gettext("Stage of production: {stage}").format(stage=output_label(test.stage)) if test.stage else "",
        reached_text(test),
        may_reach_text(store, test),
    )
    return [
        gettext("World output without {removed}").format(removed=removed),
        gettext("Edition {version}").format(version=store.edition.data_version),
        *filter(None, filters),
        *assumptions(store, test),
    ]


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return ";".join(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
