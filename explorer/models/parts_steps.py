"""Checks saved parts lists in small steps, so that the window can respond between them."""

from collections.abc import Iterable
from datetime import date

from explorer.data.parts.records import PartsResult
from explorer.data.steps import Steps
from explorer.data.store import Store
from explorer.data.user.parts_records import AHEAD, PartsList
from explorer.language import gettext


def parts_steps(
    store: Store, lists: Iterable[PartsList], as_of: date, since: date | None = None
) -> Steps[tuple[PartsResult, ...]]:
    """Check one list after the other for a day and return the results, for a StepRunner."""
    from explorer.data.parts.check import stepwise_check  # which a start does not need

    results = []
    for parts in lists:
        results.append((yield from stepwise_check(store, parts, as_of, since, AHEAD)))
    return tuple(results)


def not_checked() -> str:
    """Return the sentence for a check that a fault of the program has ended."""
    return gettext("The parts lists could not be checked.")
