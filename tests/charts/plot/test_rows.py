"""Bars in rows: a long chart draws only the rows in sight, a file all of them."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QStyleOptionGraphicsItem

from explorer.charts.plot.hatching import Hatching
from explorer.charts.plot.painting import painting
from explorer.charts.plot.strip_rows import StripRows
from tests.charts import made, pictures

COUNT, HEIGHT, EXPOSED = 200, 5_200, QRectF(0, 1_000, 900, 300)


@pytest.mark.parametrize("exposed", [QRectF(), EXPOSED])
def test_only_the_texts_in_sight_are_drawn(qapp, exposed):
    _scene, plot = pictures.plot_of(made.bars([50.0] * COUNT), 900, HEIGHT)
    (rows,) = (item for item in plot.childItems() if isinstance(item, StripRows))
    option = QStyleOptionGraphicsItem()
    option.exposedRect = exposed
    with painting(pictures.TextRecorder(pictures.blank(900, HEIGHT, "#ffffff"))) as painter:
        rows.paint(painter, option)
        names = [line for line in painter.said if line.text.startswith("Country")]
    if exposed.isEmpty():
        assert len(names) == COUNT
    else:
        assert 10 <= len(names) <= 20
        assert all(exposed.top() - 60 < line.at.y() < exposed.bottom() + 60 for line in names)


def test_only_the_hatched_bars_in_sight_are_drawn(qapp, monkeypatch):
    _scene, plot = pictures.plot_of(made.bars([50.0] * COUNT, flag="e"), 900, HEIGHT)
    (hatching,) = (item for item in plot.box.allChildren() if isinstance(item, Hatching))
    drawn = []
    monkeypatch.setattr(
        "explorer.charts.plot.hatching.hatch", lambda _painter, box, *_look: drawn.append(box)
    )
    option = QStyleOptionGraphicsItem()
    counts = []
    for exposed in (QRectF(), hatching.mapRectFromScene(EXPOSED)):
        drawn.clear()
        option.exposedRect = exposed
        with painting(pictures.TextRecorder(pictures.blank(900, HEIGHT, "#ffffff"))) as painter:
            painter.setTransform(hatching.sceneTransform())
            hatching.paint(painter, option)
        counts.append(len(drawn))
    assert counts[0] == COUNT and 10 <= counts[1] <= 14
