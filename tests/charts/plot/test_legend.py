"""The marks of a legend: they look like what they name."""

import pytest
from msgspec.structs import replace

from explorer.charts.plot.hatching import HatchedBox, Hatching
from explorer.charts.plot.names import Names
from explorer.data.controls.quarters import PRESUMED, YOUR_ENTRY
from explorer.data.controls.status import ANNOUNCED
from tests.charts import made, pictures


def _looks(boxes) -> set[tuple]:
    return {(b.lines, b.ground, b.edge, b.edge_width, b.dash) for b in boxes if isinstance(b, HatchedBox)}


def _drawn(spec) -> tuple[set[tuple], set[tuple]]:
    """Return the looks of the hatched and outlined boxes among the bars of a plot and in its legend."""
    _scene, plot = pictures.plot_of(spec)
    bars = [box for item in plot.box.allChildren() if isinstance(item, Hatching) for box in item.boxes]
    names = [part for item in plot.childItems() if isinstance(item, Names) for part in item.parts]
    return _looks(bars), _looks(names)


def test_an_unfinished_year_has_the_mark_of_its_bar(qapp):
    part = replace(made.series([None, 10.0], "bars"), name="part of a year", is_partial=True)
    bars, marks = _drawn(made.chart(made.series([40.0, None], "bars"), part))
    assert bars == marks and len(marks) == 1


@pytest.mark.parametrize("certainty", [PRESUMED, ANNOUNCED, YOUR_ENTRY])
def test_an_uncertain_measure_has_the_mark_of_its_bar(qapp, certainty):
    sure = replace(made.series([1.0, None], "bars"), status="licence")
    unsure = replace(made.series([None, 2.0], "bars"), status="licence", certainty=certainty)
    bars, marks = _drawn(made.chart(sure, unsure, shape="stacked bars"))
    assert marks < bars and len(marks) == 1
