"""What to ask for instead of a picture that is too small for its chart; each advice was tried before it is given."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice

from explorer.charts.output.options import MAX_PIXELS, ExportOptions

RESOLUTIONS = (1200, 900, 600, 500, 450, 400, 350, 300, 250, 220, 200, 180, 150, 144, 120, 100, 96, 72)
STEP, ROUND = 1.06, 10


def enough(picture: ExportOptions, fits: Callable[[ExportOptions], bool]) -> str:
    """Return the sentence that refuses a picture and names a size and a resolution that are enough."""
    refused = f"{picture.width} x {picture.height} pixels at {picture.dpi} dpi is too small for this chart"
    larger = min(_larger(picture, fits), key=lambda p: p.width * p.height, default=None)
    coarser = next(filter(fits, _coarser(picture)), None)
    ways = []
    if larger is not None:
        ways.append(f"{larger.width} x {larger.height} pixels at {larger.dpi} dpi")
    if coarser is not None:
        ways.append(f"{coarser.dpi} dpi at {coarser.width} x {coarser.height} pixels")
    if not ways:
        return f"{refused}, and no larger size would be enough: choose another chart."
    return f"{refused}: choose {', or '.join(ways)}."


def _larger(picture: ExportOptions, fits: Callable[[ExportOptions], bool]) -> Iterator[ExportOptions]:
    """Yield the first picture that fits in each way to grow, at the same resolution: both ways, down, across."""
    for across, down in ((True, True), (False, True), (True, False)):
        yield from islice(filter(fits, _grown(picture, across, down)), 1)


def _grown(picture: ExportOptions, across: bool, down: bool) -> Iterator[ExportOptions]:
    """Yield pictures that are larger by ever more steps, up to the largest that can be asked for."""
    size = STEP
    while True:
        width = _up(picture.width * size) if across else picture.width
        height = _up(picture.height * size) if down else picture.height
        if max(width, height) > MAX_PIXELS:
            return
        yield replace(picture, width=width, height=height)
        size *= STEP


def _coarser(picture: ExportOptions) -> Iterator[ExportOptions]:
    """Yield the same size at lower resolutions, the highest first."""
    for dpi in RESOLUTIONS:
        if dpi < picture.dpi:
            yield replace(picture, dpi=dpi)


def _up(pixels: float) -> int:
    """Return a number of pixels rounded up to tens."""
    return -(-int(pixels) // ROUND) * ROUND
