"""Sizes and resolutions to use instead of one that is too small for a chart; each is tried before it is given."""

from collections.abc import Callable, Iterator
from itertools import islice

from msgspec.structs import replace

from explorer.charts.output.options import MAX_PIXELS, ExportOptions
from explorer.language import gettext

RESOLUTIONS = (1200, 900, 600, 500, 450, 400, 350, 300, 250, 220, 200, 180, 150, 144, 120, 100, 96, 72)
STEP, ROUND = 1.06, 10


def too_small_message(options: ExportOptions, fits: Callable[[ExportOptions], bool]) -> str:
    """Return the message that a size is too small, with a size and a resolution that are large enough."""
    larger = min(_larger(options, fits), key=lambda p: p.width * p.height, default=None)
    coarser = next(filter(fits, _coarser(options)), None)
    size = _size_text(options)
    if larger is not None and coarser is not None:
        return gettext("{size} is too small for this chart: choose {larger}, or {resolution}.").format(
            size=size, larger=_size_text(larger), resolution=_resolution_text(coarser)
        )
    if larger is not None:
        return gettext("{size} is too small for this chart: choose {larger}.").format(
            size=size, larger=_size_text(larger)
        )
    if coarser is not None:
        return gettext("{size} is too small for this chart: choose {resolution}.").format(
            size=size, resolution=_resolution_text(coarser)
        )
    return gettext("This chart does not fit at {size} or at any larger size. Choose another chart.").format(
        size=size
    )


def _size_text(options: ExportOptions) -> str:
    return gettext("{width} x {height} pixels at {dpi} dpi").format(
        width=options.width, height=options.height, dpi=options.dpi
    )


def _resolution_text(options: ExportOptions) -> str:
    return gettext("{dpi} dpi at {width} x {height} pixels").format(
        width=options.width, height=options.height, dpi=options.dpi
    )


def _larger(options: ExportOptions, fits: Callable[[ExportOptions], bool]) -> Iterator[ExportOptions]:
    """Yield the smallest sizes that fit at the same resolution: both sides, the height or the width enlarged."""
    for across, down in ((True, True), (False, True), (True, False)):
        yield from islice(filter(fits, _enlarged(options, across, down)), 1)


def _enlarged(options: ExportOptions, across: bool, down: bool) -> Iterator[ExportOptions]:
    """Yield ever larger sizes, up to the largest that is allowed."""
    size = STEP
    while True:
        width = _rounded_up(options.width * size) if across else options.width
        height = _rounded_up(options.height * size) if down else options.height
        if max(width, height) > MAX_PIXELS:
            return
        yield replace(options, width=width, height=height)
        size *= STEP


def _coarser(options: ExportOptions) -> Iterator[ExportOptions]:
    """Yield the same size at lower resolutions, the highest first."""
    for dpi in RESOLUTIONS:
        if dpi < options.dpi:
            yield replace(options, dpi=dpi)


def _rounded_up(pixels: float) -> int:
    """Return a number of pixels rounded up to a multiple of ten."""
    return -(-int(pixels) // ROUND) * ROUND
