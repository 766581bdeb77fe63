"""The result of a stress test in short: how many metals lose how much, and who imports them."""

from explorer.data.metal_names import plain_name
from explorer.data.numbers import percent
from explorer.data.store import Store
from explorer.data.supply.buyers import buyer_name
from explorer.data.supply.stress.imports import IMPORTED
from explorer.data.supply.stress.stress_test import StressTest
from explorer.data.supply.stress.texts import places_text
from explorer.language import gettext, list_of, ngettext


def reached_text(test: StressTest) -> str:
    """Return how many metals reach the threshold, or how many have a table where there is none."""
    count = len(test.shown)
    if test.threshold is None:
        text = ngettext(
            "{count} metal has output by country on file.",
            "{count} metals have output by country on file.",
            count,
        )
        return text.format(count=count)
    text = ngettext(
        "{count} metal loses at least {share} of world output.",
        "{count} metals lose at least {share} of world output.",
        count,
    )
    return text.format(count=count, share=percent(test.threshold))


def may_reach_text(store: Store, test: StressTest) -> str:
    """Return which other metals may reach the threshold, empty without any."""
    if test.threshold is None or not test.uncertain:
        return ""
    names = list_of([plain_name(store.metal(row.metal_id)) for row in test.uncertain])
    text = gettext("May also reach this share (loss unknown or only a minimum): {metals}.")
    return text.format(metals=names)


def below_text(test: StressTest) -> str:
    """Return how many metals certainly lose less than the threshold, empty without any."""
    if test.threshold is None or not test.below:
        return ""
    text = ngettext(
        "{count} other metal loses less.",
        "{count} other metals lose less.",
        len(test.below),
    )
    return text.format(count=len(test.below))


def imported_text(store: Store, test: StressTest) -> str:
    """Return how many of the metals shown the buyer is known to import from what is removed, empty without a buyer."""
    if test.buyer is None or not test.removal.countries:
        return ""
    count = sum(row.imports is not None and row.imports.state == IMPORTED for row in test.shown)
    text = ngettext(
        "For {count} of them, imports from {removed} by {buyer} are on file under codes that match the metal well.",
        "For {count} of them, imports from {removed} by {buyer} are on file under codes that match the metal well.",
        count,
    )
    return text.format(
        buyer=buyer_name(store, test.buyer), count=count, removed=places_text(store, test.removal)
    )
