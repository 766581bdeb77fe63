"""A sheet laid out before it is drawn: how wide it is in logical pixels, what stands above and below the plot.

Text never falls below the size at which it can be read. Where a picture is too small for all rows of a chart,
some are left out and the sheet says so; where it is too small for the chart as such, it is refused.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from explorer.charts import style
from explorer.charts.fewer_rows import fewer_rows, lasting_rows
from explorer.charts.output.options import ExportOptions, shown
from explorer.charts.output.size_advice import enough
from explorer.charts.output.sizes import fair_height, good_height, least_height
from explorer.charts.plot import typeset
from explorer.charts.plot.typeset import Run
from explorer.charts.spec import ChartSpec
from explorer.charts.text import unbroken
from explorer.data.dates import show
from explorer.errors import KnownError
from explorer.palette import Theme

PAGE_WIDTH, MIN_PAGE_WIDTH, LEAST_PAGE = 800.0, 480.0, 300.0
MARGIN, BLOCK, RULE = 24.0, 10.0, 5.0
LARGEST, WIDER = 1.9, 1.06
LEAST_ROWS = 3
# How many lines of control dates and of notes a cramped sheet tells, None for all.
_ROOM = (
    *((dates, None) for dates in range(40, 2, -1)),
    *((2, notes) for notes in range(12, 1, -1)),
    *((1, notes) for notes in (2, 1)),
)
# How much of notes and sources stands below measures, the fullest first.
_FEET: tuple[dict[str, Any], ...] = (
    {},
    {"brief_sources": True},
    {"brief_sources": True, "note_lines": 2},
    {"brief_sources": True, "note_lines": 1},
)
Lines = list[list[tuple[float, Run]]]


@dataclass(frozen=True, slots=True)
class Layout:
    """Sizes in logical pixels; `foot` are blocks of set lines, the last one below a rule."""

    spec: ChartSpec
    width: float
    height: float
    title: list[str]
    subtitle: list[str]
    foot: list[Lines]
    ruled: bool

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.width - 2 * MARGIN

    @property
    def head_height(self) -> float:
        """From the top of the sheet to the plot."""
        titles = len(self.title) * style.TITLE + len(self.subtitle) * style.SUBTITLE
        return MARGIN - 4 + titles * style.LINE + (BLOCK if titles else 4)

    @property
    def foot_height(self) -> float:
        """From the foot of the plot to the foot of the sheet."""
        line = typeset.small().line
        blocks = sum(len(lines) * line + 7 for lines in self.foot)
        return blocks + (BLOCK if self.foot else 0) + MARGIN + (RULE if self.ruled else 0)

    @property
    def plot_height(self) -> float:
        """What is left for the plot."""
        return self.height - self.head_height - self.foot_height

    @property
    def fits(self) -> bool:
        """Whether the plot has the room to look well."""
        return good_height(self.spec, self.inner) <= self.plot_height

    @property
    def holds(self) -> bool:
        """Whether the plot can be read, if closely set."""
        return least_height(self.spec, self.inner) <= self.plot_height


def lay_out(spec: ChartSpec, picture: ExportOptions) -> Layout:
    """Return the layout of a picture; raise KnownError, with what would be enough, where the chart can't be read."""
    spec = shown(spec, picture)
    if picture.width / picture.least_scale < LEAST_PAGE:
        raise KnownError(enough(picture, lambda other: _holds(spec, other)))
    width, largest = _widths(picture)
    made = _at(spec, picture, width)
    while not made.fits and width < largest:
        width = min(width * WIDER, largest)
        made = _at(spec, picture, width)
    if made.fits or fair_height(made.spec, made.inner) <= made.plot_height:
        return made
    if not _holds(spec, picture):
        raise KnownError(enough(picture, lambda other: _holds(spec, other)))
    return _shortened(spec, picture, width)


def _widths(picture: ExportOptions) -> tuple[float, float]:
    """Return the width of a page to begin with, and the largest at which its text can be read."""
    widest = picture.width / picture.least_scale
    width = min(max(picture.width, MIN_PAGE_WIDTH), PAGE_WIDTH, widest)
    return width, min(width * LARGEST, widest)


def _holds(spec: ChartSpec, picture: ExportOptions) -> bool:
    """Tell whether a picture has room for a chart of which all is left out that may be."""
    if picture.width / picture.least_scale < LEAST_PAGE:
        return False
    width = _widths(picture)[1]
    if spec.horizontal:
        count, foot = list(_fewer(spec))[-1]
        return _at(fewer_rows(spec, count), picture, width, **foot).holds
    _, thinnest = list(_thinner(spec))[-1]
    return _at(thinnest, picture, width, *_ROOM[-1]).holds


def _shortened(spec: ChartSpec, picture: ExportOptions, width: float) -> Layout:
    """Return the layout with as many rows, or control dates and notes told at the foot, as there is room for."""
    if spec.horizontal:
        tries = (_at(fewer_rows(spec, count), picture, width, **foot) for count, foot in _fewer(spec))
        return next(made for made in tries if made.holds)
    rooms = ((need, _at(thin, picture, width, *room)) for need, thin in _thinner(spec) for room in _ROOM)
    return next(made for need, made in rooms if need(made.spec, made.inner) <= made.plot_height)


def _fewer(spec: ChartSpec) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield how many rows to draw above which foot: a measure that has not ended stays longer than the foot."""
    least = min(LEAST_ROWS, spec.row_count)
    lasting = max(lasting_rows(spec), least)
    yield from ((count, _FEET[0]) for count in range(spec.row_count - 1, lasting - 1, -1))
    feet = _FEET if spec.rows else _FEET[:1]
    yield from ((count, foot) for count in range(lasting, least - 1, -1) for foot in feet)


def _thinner(spec: ChartSpec) -> Iterator[tuple[Callable[[ChartSpec, float], float], ChartSpec]]:
    """Yield what a plot needs and what it may leave away, from the fullest on; rows have their own way."""
    if spec.horizontal:
        return
    yield fair_height, spec
    if any(s.short for s in spec.series):
        note = "Series names omitted for space; see the CSV export."
        series = tuple(replace(s, name=s.short or s.name, short="") for s in spec.series)
        spec = replace(spec, series=series, notes=(note, *spec.notes))
        yield fair_height, spec
    yield least_height, spec


def _at(
    spec: ChartSpec,
    picture: ExportOptions,
    width: float,
    event_lines: int | None = None,
    note_lines: int | None = None,
    brief_sources: bool = False,
) -> Layout:
    inner = width - 2 * MARGIN
    title = typeset.wrap(spec.title, typeset.face(style.TITLE, bold=True), inner, 2) if picture.title else []
    subtitle = typeset.wrap(spec.subtitle, typeset.face(style.SUBTITLE), inner, 3)
    return Layout(
        spec=spec,
        width=width,
        height=width * picture.height / picture.width,
        title=title,
        subtitle=subtitle,
        foot=_foot(spec, picture, inner, event_lines, note_lines, brief_sources),
        ruled=picture.sources,
    )


def _foot(
    spec: ChartSpec,
    picture: ExportOptions,
    width: float,
    event_lines: int | None,
    note_lines: int | None,
    brief_sources: bool,
) -> list[Lines]:
    """Return the blocks below the plot: control dates, notes, sources with the footer."""
    small, theme = typeset.small(), picture.theme
    blocks = []
    if spec.events:
        blocks.append(legend_lines(spec, theme, width, event_lines))
    if spec.notes:
        blocks.append(_note_lines(spec, theme, width, note_lines))
    if picture.sources:
        sources = (
            f"{len(spec.sources)} sources, named in the CSV file." if brief_sources else spec.sources_text
        )
        tail = unbroken(f"{sources} {spec.footer}".strip())
        blocks.append(typeset.flow(typeset.words(tail, small, theme.muted), width))
    return blocks


def legend_lines(
    spec: ChartSpec,
    theme: Theme,
    width: float,
    most: int | None,
    size: float = style.SMALL,
    rest: str = "told in the table",
) -> Lines:
    """Return the legend of the control dates; where it is cut, its end says how many are not told."""
    small = typeset.face(size)
    lines = typeset.flow(event_runs(spec, theme, size=size), width)
    if most is None or len(lines) <= most:
        return lines
    for told in range(len(spec.events) - 1, -1, -1):
        more = len(spec.events) - told
        said = f"and {more} more control date{'s' if more > 1 else ''}, {rest}"
        runs = [*event_runs(spec, theme, told, size), *typeset.words(said, small, theme.muted, 14)]
        lines = typeset.flow(runs, width)
        if len(lines) <= most:
            break
    return lines


def _note_lines(spec: ChartSpec, theme: Theme, width: float, most: int | None) -> Lines:
    """Return the notes; where they are cut, their end says how many stand with the figures.

    What is not drawn is said in any case.
    """
    small = typeset.small()
    lines: Lines = []
    for told in range(len(spec.notes), len(spec.left_out) - 1, -1):
        rest = len(spec.notes) - told
        said = f"{rest} more note{'s' if rest > 1 else ''} in the CSV file." if rest else ""
        text = " ".join((*spec.notes[:told], said)).strip()
        lines = typeset.flow(typeset.words(text, small, theme.muted), width)
        if most is None or len(lines) <= most:
            break
    return lines


def event_runs(
    spec: ChartSpec, theme: Theme, count: int | None = None, size: float = style.SMALL
) -> list[Run]:
    """Return the legend of the control dates: number in its colour, day and what changed, one run each."""
    body, bold = typeset.face(size), typeset.face(size, bold=True)
    runs: list[Run] = []
    for i, event in enumerate(spec.events[:count]):
        ink = theme.kind(event.kind, event.state).ink
        runs.append(Run(str(i + 1), bold, ink, 14, tied=True))
        runs += [
            Run(r.text, r.face, r.colour, r.gap or 4)
            for r in typeset.words(unbroken(f"{show(event.day)} {event.label}"), body, theme.text)
        ]
    return runs
