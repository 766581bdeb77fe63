"""A small line as it is drawn: the last price is marked, a gap stays empty, a unit value is dotted."""

from datetime import date

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from explorer.data.supply.price_points import SeriesPrices
from explorer.data.supply.sparkline import Sparkline, sparkline
from explorer.ui.widgets.sparkline import HEIGHT, paint_sparkline
from tests.charts.facts import Facts

WIDTH = 120


def line(values: dict[str, float], series_id: str = "s") -> Sparkline:
    facts = Facts()
    facts.add_prices(series_id, "tin", values)
    found = sparkline(SeriesPrices(facts.series[0], facts.prices(series_id)), date(2026, 11, 28))
    assert found is not None
    return found


def columns(drawn: Sparkline) -> list[int]:
    """Return how many pixels of each column are drawn."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_sparkline(painter, QRectF(0, 0, WIDTH, HEIGHT), drawn, QColor("black"))
    painter.end()
    ink = [[image.pixelColor(x, y).lightness() < 160 for y in range(HEIGHT)] for x in range(WIDTH)]
    return [sum(column) for column in ink]


@pytest.fixture(autouse=True)
def application(qapp):
    """Let the fonts and colours of Qt be there."""


def test_the_last_price_is_marked():
    found = columns(line({f"{year}-06": 5.0 for year in range(2022, 2027)}))
    drawn = [x for x, count in enumerate(found) if count]
    assert found[drawn[-1] - 2] > found[drawn[len(drawn) // 2]]


def test_a_long_gap_stays_empty():
    near = columns(line({"2022-06": 5.0, "2023-06": 5.0, "2024-06": 5.0}))
    far = columns(line({"2022-06": 5.0, "2024-06": 5.0}))
    assert near[50] and not any(far[30:50])


def test_a_unit_value_is_dotted():
    values = {f"{year}-06": 5.0 for year in range(2022, 2027)}
    whole, dotted = columns(line(values)), columns(line(values, "unit value"))
    assert sum(map(bool, dotted)) < sum(map(bool, whole))
