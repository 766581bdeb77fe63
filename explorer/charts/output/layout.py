"""The layout of an exported page: its width in logical pixels and the texts above and below the plot.

Text is never smaller than it can be read. If a page is too small for all rows of a chart, some are left out with a
note that counts them; if it is too small for any, it is refused with a size that is large enough.
"""

from msgspec import Struct

from explorer.charts import source_line, style
from explorer.charts.output.options import ExportOptions, selected_parts
from explorer.charts.output.size_advice import too_small_message
from explorer.charts.plot import typeset
from explorer.charts.plot.shape import Reduction
from explorer.charts.plot.typeset import Run
from explorer.charts.shapes import shape_of
from explorer.charts.spec import ChartSpec
from explorer.charts.text import control_date_text, unbroken
from explorer.errors import KnownError
from explorer.language import gettext, ngettext, paragraph
from explorer.palette import Theme

PAGE_WIDTH, MIN_PAGE_WIDTH, LEAST_PAGE = 800.0, 480.0, 300.0
MARGIN, BLOCK, RULE = 24.0, 10.0, 5.0
LARGEST, WIDER = 1.9, 1.06
Lines = list[list[tuple[float, Run]]]


class Layout(Struct, frozen=True):
    """Sizes in logical pixels; `foot` are blocks of lines, the last one below a rule if `ruled`."""

    spec: ChartSpec
    width: float
    height: float
    title: list[str]
    subtitle: list[str]
    foot: list[Lines]
    ruled: bool

    @property
    def inner(self) -> float:
        """Return the width between the margins."""
        return self.width - 2 * MARGIN

    @property
    def head_height(self) -> float:
        """Return the height from the top of the page to the plot."""
        titles = len(self.title) * style.TITLE + len(self.subtitle) * style.SUBTITLE
        return MARGIN - 4 + titles * style.LINE + (BLOCK if titles else 4)

    @property
    def foot_height(self) -> float:
        """Return the height from the bottom of the plot to the bottom of the page."""
        line = typeset.small().line
        blocks = sum(len(lines) * line + 7 for lines in self.foot)
        return blocks + (BLOCK if self.foot else 0) + MARGIN + (RULE if self.ruled else 0)

    @property
    def plot_height(self) -> float:
        """Return the height of the plot."""
        return self.height - self.head_height - self.foot_height

    @property
    def fits(self) -> bool:
        """Whether the plot has enough space."""
        return shape_of(self.spec).good_height(self.inner) <= self.plot_height


def lay_out(spec: ChartSpec, options: ExportOptions) -> Layout:
    """Return the layout of a page; raise KnownError with a size that is large enough if a chart is not legible."""
    spec = selected_parts(spec, options)
    if options.width / options.least_scale < LEAST_PAGE:
        raise KnownError(too_small_message(options, lambda other: _can_hold(spec, other)))
    width, largest = _widths(options)
    result = _layout(spec, options, width)
    while not result.fits and width < largest:
        width = min(width * WIDER, largest)
        result = _layout(spec, options, width)
    if result.fits or shape_of(spec).fair_height(result.inner) <= result.plot_height:
        return result
    if not _can_hold(spec, options):
        raise KnownError(too_small_message(options, lambda other: _can_hold(spec, other)))
    return _condensed(spec, options, width)


def _widths(options: ExportOptions) -> tuple[float, float]:
    """Return the width of a page to start with, and the largest at which its text is legible."""
    widest = options.width / options.least_scale
    width = min(max(options.width, MIN_PAGE_WIDTH), PAGE_WIDTH, widest)
    return width, min(width * LARGEST, widest)


def _can_hold(spec: ChartSpec, options: ExportOptions) -> bool:
    """Return whether a page has room for a chart without all that may be left out."""
    if options.width / options.least_scale < LEAST_PAGE:
        return False
    least = shape_of(spec).smallest()
    return _is_legible(least, _reduced(least, options, _widths(options)[1]))


def _condensed(spec: ChartSpec, options: ExportOptions, width: float) -> Layout:
    """Return the layout with as many rows, or lines of control dates and notes, as there is room for."""
    tries = ((r, _reduced(r, options, width)) for r in shape_of(spec).reductions())
    return next(result for reduction, result in tries if _is_legible(reduction, result))


def _reduced(reduction: Reduction, options: ExportOptions, width: float) -> Layout:
    return _layout(
        reduction.spec,
        options,
        width,
        reduction.date_lines,
        reduction.note_lines,
        reduction.brief_sources,
    )


def _is_legible(reduction: Reduction, layout: Layout) -> bool:
    return reduction.needs(layout.inner) <= layout.plot_height


def _layout(
    spec: ChartSpec,
    options: ExportOptions,
    width: float,
    event_lines: int | None = None,
    note_lines: int | None = None,
    brief_sources: bool = False,
) -> Layout:
    inner = width - 2 * MARGIN
    title = _title(spec, options, inner)
    subtitle = typeset.wrap(spec.subtitle, typeset.face(style.SUBTITLE), inner, 3)
    return Layout(
        spec=spec,
        width=width,
        height=width * options.height / options.width,
        title=title,
        subtitle=subtitle,
        foot=_foot(spec, options, inner, event_lines, note_lines, brief_sources),
        ruled=options.sources,
    )


def _title(spec: ChartSpec, options: ExportOptions, width: float) -> list[str]:
    """Return the lines of the title; that of the user is never cut."""
    if not options.title:
        return []
    face = typeset.face(style.TITLE, bold=True)
    if options.own_title:
        text = typeset.with_breaks(options.own_title, face, width)
        return typeset.wrap(text, face, width, len(text))
    return typeset.wrap(spec.title, face, width, 2)


def _foot(
    spec: ChartSpec,
    options: ExportOptions,
    width: float,
    event_lines: int | None,
    note_lines: int | None,
    brief_sources: bool,
) -> list[Lines]:
    """Return the blocks below the plot: control dates, notes, the note of the user, sources with the footer."""
    small, theme = typeset.small(), options.theme
    blocks = []
    if spec.events:
        blocks.append(legend_lines(spec, theme, width, event_lines))
    if spec.notes:
        blocks.append(_note_lines(spec, theme, width, note_lines))
    if options.own_note:
        note = gettext("Note: {note}").format(note=options.own_note)
        note = typeset.with_breaks(note, small, width)
        blocks.append(typeset.flow(typeset.words(note, small, theme.text), width))
    if options.sources:
        sources = source_line.brief_sources(spec) if brief_sources else source_line.sources_in_file(spec)
        tail = unbroken(paragraph((sources, spec.footer)))
        blocks.append(typeset.flow(typeset.words(tail, small, theme.muted), width))
    return blocks


def legend_lines(
    spec: ChartSpec,
    theme: Theme,
    width: float,
    most: int | None,
    size: float = style.SMALL,
    in_program: bool = False,
) -> Lines:
    """Return the legend of the control dates; if it is cut, it ends with the number of those left out.

    `in_program` refers readers to the program for these, else to the CSV file.
    """
    small = typeset.face(size)
    lines = typeset.flow(event_runs(spec, theme, size=size), width)
    if most is None or len(lines) <= most:
        return lines
    for count in range(len(spec.events) - 1, -1, -1):
        more = len(spec.events) - count
        ending = typeset.words(_more_dates(more, in_program), small, theme.muted, 14)
        runs = [*event_runs(spec, theme, count, size), *ending]
        lines = typeset.flow(runs, width)
        if len(lines) <= most:
            break
    return lines


def _more_dates(count: int, in_program: bool) -> str:
    """Return the end of a legend that leaves out control dates."""
    if in_program:
        text = ngettext(
            "and {count} more control date (see the program)",
            "and {count} more control dates (see the program)",
            count,
        )
    else:
        text = ngettext(
            "and {count} more control date (see the CSV file)",
            "and {count} more control dates (see the CSV file)",
            count,
        )
    return text.format(count=count)


def _note_lines(spec: ChartSpec, theme: Theme, width: float, most: int | None) -> Lines:
    """Return the notes; if they are cut, they end with the number of those in the CSV file.

    Notes on what is not drawn, and on series of the user, are never cut.
    """
    small = typeset.small()
    lines: Lines = []
    least = len(spec.left_out) + spec.has_own
    for count in range(len(spec.notes), least - 1, -1):
        more = len(spec.notes) - count
        ending = ngettext(
            "{count} more note in the CSV file.", "{count} more notes in the CSV file.", more
        ).format(count=more)
        text = paragraph((*spec.notes[:count], ending if more else ""))
        lines = typeset.flow(typeset.words(text, small, theme.muted), width)
        if most is None or len(lines) <= most:
            break
    return lines


def event_runs(
    spec: ChartSpec, theme: Theme, count: int | None = None, size: float = style.SMALL
) -> list[Run]:
    """Return the legend of the control dates: the number in its colour, the date and what changed, by word."""
    body, bold = typeset.face(size), typeset.face(size, bold=True)
    runs: list[Run] = []
    for i, event in enumerate(spec.events[:count]):
        ink = theme.kind(event.kind).ink
        runs.append(Run(str(i + 1), bold, ink, 14, keep_with_next=True))
        runs += [
            Run(r.text, r.face, r.colour, r.gap or 4)
            for r in typeset.words(unbroken(control_date_text(event)), body, theme.text)
        ]
    return runs
