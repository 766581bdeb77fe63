"""How often the points of a series follow each other."""

from collections.abc import Sequence
from itertools import pairwise

from explorer.data.dates import first_day, is_quarter

_STEPS = (
    (1, 4, "daily"),
    (5, 10, "weekly"),
    (26, 35, "monthly"),
    (80, 100, "quarterly"),
    (350, 380, "annual"),
)


def frequency_of(dates: Sequence[str]) -> str:
    """Return the frequency of ISO dates in order: the usual step between them, or `irregular`."""
    if dates and all(map(is_quarter, dates)):
        return "quarterly"
    if dates and all(len(d) == 4 for d in dates):
        return "annual"
    days = [first_day(d) for d in dates]
    steps = [(b - a).days for a, b in pairwise(days)]
    if not steps:
        return "irregular"
    usual = sorted(steps)[len(steps) // 2]
    return next((name for low, high, name in _STEPS if low <= usual <= high), "irregular")
