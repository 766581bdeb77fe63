"""How much of a content goes on a page: from the least that every sheet shows to all there is room for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from explorer.charts.spec import Missing
from explorer.factsheet.facts.records import MOST_FURTHER, SheetContent

LEAST_MEASURES, LEAST_USES, COMPLETE_PLOT = 3, 2, 170
SCOPE_LINES = (3, 4, 6)
LARGEST_PLOT, LONELY_PLOT, STEP = 270, 200, 10


@dataclass(frozen=True, slots=True)
class Fit:
    """What a page shows; `plot` and `more_plot` are heights in the pixels of a chart, 0 for no further charts.

    `addresses` tells where sources are, `why` why uses matter.
    """

    measures: int
    uses: int
    scope_lines: int = 2
    plot: int = 120
    addresses: int = 0
    why: int = 0
    more_plot: int = 0
    sections: int = 0


def least(content: SheetContent) -> Fit:
    """Return what even the fullest page shows."""
    return Fit(min(len(content.measures), LEAST_MEASURES), min(len(content.uses), LEAST_USES))


def complete(content: SheetContent) -> Fit:
    """Return all that a sheet should say, which a page in larger letters must hold."""
    return Fit(len(content.measures), len(content.uses), SCOPE_LINES[-1], COMPLETE_PLOT)


def fullest(content: SheetContent, fits: Callable[[Fit], bool]) -> Fit:
    """Return the most that fits, part by part; a part that once found no room is not tried larger."""
    fit = least(content)
    given_up: set[str] = set()
    for name, value in _wishes(content):
        wanted = replace(fit, **{name: value})
        if name in given_up or wanted == fit:
            continue
        if fits(wanted):
            fit = wanted
        else:
            given_up.add(name)
    return fit


def _wishes(content: SheetContent) -> Iterator[tuple[str, int]]:
    """Yield parts and sizes in the order of their importance: what binds, then what it rests on, then the rest."""
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
    yield "addresses", 1
    yield "why", 1
    pair = len(content.more_charts) == MOST_FURTHER
    if pair:
        yield from (("more_plot", n) for n in range(140, 171, STEP))
    yield from (("sections", n) for n in range(1, len(content.sections) + 1))
    yield "plot", LONELY_PLOT
    yield from (("more_plot", n) for n in range(180, 201, STEP) if pair)
    alone = any(isinstance(c, Missing) for c in content.charts)
    largest = LONELY_PLOT if alone else LARGEST_PLOT
    yield from (("plot", n) for n in range(210, largest + 1, STEP))
