"""A chart on a sheet: title, plot, legend of the control dates, notes with sources; or the reason without one."""

from itertools import chain

from explorer.charts import style
from explorer.charts.output import layout
from explorer.charts.output.options import LEAST_POINTS
from explorer.charts.plot import typeset
from explorer.charts.shapes import shape_of
from explorer.charts.source_line import ACKNOWLEDGEMENT
from explorer.charts.spec import Chart, ChartSpec, Missing
from explorer.data.supply.buyers import CREDIT
from explorer.factsheet.drawing.primitives import Block, Fill, Plot, padded, stacked
from explorer.factsheet.drawing.style import GRID, HEADING, POINT, SMALL, TINY
from explorer.factsheet.drawing.text import Numbers, paragraph, reference_numbers, single_line
from explorer.factsheet.facts.records import chart_source_ids
from explorer.language import gettext, ngettext
from explorer.language import paragraph as sentences
from explorer.palette import LIGHT

# Half points per pixel of a chart, by which its smallest text stays slightly above the smallest readable size.
SCALE = 1.04 * POINT * LEAST_POINTS / style.SMALLEST
NOTE_LINES, EVENT_LINES = 4, 3


def chart_block(chart: Chart, numbers: Numbers, width: float, plot_height: float) -> Block:
    """Return a chart with a plot of that height in the chart's pixels, or the reason why it is missing."""
    if isinstance(chart, Missing):
        return _missing(chart, width)
    plot_width = width / SCALE
    spec = _with_readable_rows(chart, plot_width, plot_height)
    tallest = shape_of(spec).tallest(plot_width)
    if tallest is not None:
        plot_height = min(plot_height, tallest)
    plot = Block(plot_height * SCALE, (Plot(0, 0, plot_width, plot_height, SCALE, spec),))
    return stacked(
        [
            _title(spec.title, width),
            paragraph(spec.subtitle, typeset.face(TINY), width, LIGHT.muted, most=2),
            padded(plot, GRID / 2, GRID / 2),
            _control_dates(spec, width),
            _notes(spec, numbers, width),
        ]
    )


def _title(text: str, width: float) -> Block:
    return paragraph(text, typeset.face(HEADING - 1, bold=True), width, LIGHT.text, most=2)


def _missing(chart: Missing, width: float) -> Block:
    reason = paragraph(chart.reason, typeset.face(SMALL), width - 4 * GRID, LIGHT.muted)
    box = Fill(0, 0, width, reason.height + 4 * GRID, LIGHT.raised, GRID / 2)
    framed = Block(box.height, (box, *reason.at(2 * GRID, 2 * GRID)))
    return stacked([_title(chart.title or gettext("No chart"), width), framed], GRID / 2)


def _with_readable_rows(spec: ChartSpec, width: float, height: float) -> ChartSpec:
    """Return a chart with as many of its rows as can be read at a height."""
    shape, shown = shape_of(spec), spec
    for count in range(shape.row_count, 0, -1):
        shown = shape.fewer_rows(count)
        if shape_of(shown).least_height(width) <= height:
            break
    return shown


def _control_dates(spec: ChartSpec, width: float) -> Block:
    """Return the legend of the control dates."""
    if not spec.events:
        return Block(0)
    line_height = typeset.face(TINY).line
    lines = layout.legend_lines(spec, LIGHT, width, EVENT_LINES, TINY, in_program=True)
    placed = [
        single_line(run.text, run.face, width - x, run.colour).at(x, i * line_height)
        for i, line in enumerate(lines)
        for x, run in line
    ]
    return Block(len(lines) * line_height, tuple(chain(*placed)))


def _notes(spec: ChartSpec, numbers: Numbers, width: float) -> Block:
    """Return the notes, as many as have room, and the numbers of the sources."""
    named = chart_source_ids(spec)
    more = len(spec.sources) - len(named)
    tail = [credit for credit in (ACKNOWLEDGEMENT, CREDIT) if credit in spec.source_line]
    if more > 0:
        text = ngettext("{count} more source in the program.", "{count} more sources in the program.", more)
        tail.append(text.format(count=more))
    references = reference_numbers(named, numbers)
    for count in range(len(spec.notes), -1, -1):
        text = sentences((*spec.notes[:count], _more_notes(len(spec.notes) - count), *tail))
        block = paragraph(text, typeset.face(TINY), width, LIGHT.muted, references)
        if block.height <= NOTE_LINES * typeset.face(TINY).line or count == 0:
            return block
    return Block(0)


def _more_notes(count: int) -> str:
    """Return the sentence on the notes that are not shown, empty where all are."""
    text = ngettext("{count} more note in the program.", "{count} more notes in the program.", count)
    return text.format(count=count) if count else ""
