"""How much of a content a page shows: from the minimum of every sheet to all that fits."""

from collections.abc import Callable, Iterator
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from explorer.charts.spec import Missing
from explorer.factsheet.facts.records import MOST_FURTHER, SheetContent

LEAST_MEASURES, LEAST_USES, COMPLETE_PLOT = 3, 2, 170
SCOPE_LINES = (3, 4, 6)
LARGEST_PLOT, SINGLE_PLOT, STEP = 270, 200, 10


class Fit(Struct, frozen=True):
    """How much a page shows; `plot` and `more_plot` are heights in pixels of a chart, 0 for no further charts.

    `addresses` adds the addresses of sources, `explanations` why uses matter.
    """

    measures: int
    uses: int
    scope_lines: int = 2
    plot: int = 100
    addresses: bool = False
    explanations: bool = False
    more_plot: int = 0
    sections: int = 0


def least(content: SheetContent) -> Fit:
    """Return what even the fullest page shows."""
    return Fit(min(len(content.measures), LEAST_MEASURES), min(len(content.uses), LEAST_USES))


def complete(content: SheetContent) -> Fit:
    """Return what a page in larger letters must show."""
    return Fit(len(content.measures), len(content.uses), SCOPE_LINES[-1], COMPLETE_PLOT)


def fullest(content: SheetContent, fits: Callable[[Fit], bool]) -> Fit:
    """Return the most that fits, part by part; a part that did not fit once is not tried larger."""
    fit = least(content)
    full: set[str] = set()
    for name, value in _steps(content):
        change: dict[str, Any] = {name: value}
        larger = replace(fit, **change)
        if name in full or larger == fit:
            continue
        if fits(larger):
            fit = larger
        else:
            full.add(name)
    return fit


def _steps(content: SheetContent) -> Iterator[tuple[str, int]]:
    """Yield parts and their sizes in the order of importance: what applies, its sources, then the rest."""
    yield from (("plot", n) for n in (110, 120))
    living = sum(not m.ended for m in content.measures)
    yield from (("measures", n) for n in range(LEAST_MEASURES, living + 1))
    yield from (("plot", n) for n in (130, 140, 150))
    yield "scope_lines", SCOPE_LINES[0]
    yield "plot", 160
    yield from (("uses", n) for n in range(LEAST_USES, min(5, len(content.uses)) + 1))
    yield from (("scope_lines", n) for n in SCOPE_LINES[1:])
    yield from (("measures", n) for n in range(living + 1, len(content.measures) + 1))
    yield "plot", 180
    yield from (("uses", n) for n in range(6, len(content.uses) + 1))
    yield "addresses", True
    yield "explanations", True
    is_pair = len(content.more_charts) == MOST_FURTHER
    if is_pair:
        yield from (("more_plot", n) for n in range(140, 171, STEP))
    yield from (("sections", n) for n in range(1, len(content.sections) + 1))
    yield "plot", SINGLE_PLOT
    if is_pair:
        yield from (("more_plot", n) for n in range(180, 201, STEP))
    is_single = any(isinstance(c, Missing) for c in content.charts)
    largest = SINGLE_PLOT if is_single else LARGEST_PLOT
    yield from (("plot", n) for n in range(210, largest + 1, STEP))
