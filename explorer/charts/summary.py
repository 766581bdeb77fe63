"""A chart as text: its sentences, its table, the text at a point, and the name of its file."""

from explorer.charts.shapes import shape_of
from explorer.charts.spec import Chart, ChartSpec, Missing
from explorer.charts.words.table import Table
from explorer.language import gettext, paragraph

__all__ = ["Table", "describe", "file_stem", "sentence", "table", "value_unit"]

NAMED_METALS = 3


def sentence(chart: Chart) -> str:
    """Return the content of a chart in sentences, figures with unit and flag."""
    if isinstance(chart, Missing):
        return chart.reason
    return paragraph((gettext("{text}.").format(text=chart.title), *shape_of(chart).sentences()))


def table(chart: Chart) -> Table:
    """Return every point, flagged and withheld ones too, with unit and sources; empty for a missing chart."""
    return Table((), (), ()) if isinstance(chart, Missing) else shape_of(chart).table()


def describe(spec: ChartSpec, series: int, index: int) -> tuple[str, ...]:
    """Return the lines shown at a point: its name, its figure with unit, flag and range, note and source."""
    return shape_of(spec).describe(series, index)


def value_unit(spec: ChartSpec) -> str:
    """Return the unit of the figures: that of the axis along which they are measured."""
    return shape_of(spec).unit


def file_stem(spec: ChartSpec) -> str:
    """Return the name of a file without its extension: `gallium-price-2026-11-24`."""
    metals = "-".join(spec.metal_ids[:NAMED_METALS]) or "all-metals"
    more = len(spec.metal_ids) - NAMED_METALS
    return f"{metals}{f'-and-{more}-more' if more > 0 else ''}-{spec.kind}-{spec.context.as_of.isoformat()}"
