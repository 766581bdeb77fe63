"""The font of the window: that of the charts, in the sizes of one scale, with figures of equal width."""

import pytest
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from explorer import palette
from explorer.charts import style as chart_style
from explorer.charts.plot.painting import painting
from explorer.models.state import TABS, AppState
from explorer.ui.widgets.style import NUMBER, SMALL, TEXT, TITLE, resized
from explorer.ui.windows.main_window import MainWindow
from tests.charts.glyphs import drawn


def test_the_window_has_the_font_of_the_charts(window):
    font = QApplication.font()
    assert font.families() == list(chart_style.FONT_FAMILIES) and font.pixelSize() == TEXT
    assert QFontInfo(font).family() == "Inter Cut"
    assert {family for family, _ in drawn("Gallium 镓", font)} == {"Inter Cut", "Noto Sans SC Cut"}


def test_every_text_of_the_window_has_a_size_of_the_scale(window, workspace):
    for tab in TABS:
        workspace.detail.page(tab)
    texts = window.findChildren(QWidget)
    for text in texts:
        text.ensurePolished()
    assert len(texts) > 100 and {t.font().pixelSize() for t in texts} == {SMALL, TEXT, TITLE, NUMBER}


@pytest.mark.parametrize("role", ["body", "small", "number"])
def test_figures_have_equal_widths_and_spaces_and_hyphens_keep_theirs(workspace, role):
    labels = workspace.detail.page("overview").findChildren(QLabel)
    text = next(label for label in labels if label.property("role") == role)
    text.ensurePolished()
    metrics = QFontMetricsF(text.font())
    assert len({metrics.horizontalAdvance(digit * 4) for digit in "0123456789"}) == 1
    plain = QFont(text.font())
    plain.clearFeatures()
    for signs in ("low-purity", "U.S., (all)", "a b"):
        assert metrics.horizontalAdvance(signs) == QFontMetricsF(plain).horizontalAdvance(signs)


def ink(weight: QFont.Weight) -> int:
    """Return how much of an image a word covers."""
    image = QImage(200, 50, QImage.Format.Format_Grayscale8)
    image.fill(0)
    with painting(QPainter(image)) as painter:
        painter.setFont(resized(QApplication.font(), 30, weight))
        painter.setPen(QColor(palette.LIGHT.surface))
        painter.drawText(4, 36, "Holmium")
    return sum(bytes(image.constBits()))


def test_bold_letters_are_not_thickened_again(window):
    assert ink(QFont.Weight.Bold) == ink(QFont.Weight.DemiBold) > ink(QFont.Weight.Normal) > 0


@pytest.fixture
def empty_window(qtbot, settings):
    """A window without content, which lives until the test ends."""
    window = MainWindow(settings, str)
    qtbot.addWidget(window)
    return window


def test_a_window_that_is_shown_before_the_font_is_set_has_it_in_all_its_parts(qtbot, store, empty_window):
    """The empty window is on the screen first, as at the start of the program."""
    app, window = QApplication.instance(), empty_window
    own = app.font()
    app.setFont(QFont("DejaVu Sans"))
    app.processEvents()
    window.show()
    qtbot.waitExposed(window)
    window.populate(store, AppState("gallium"))
    labels = [x for x in window.workspace.top.findChildren(QLabel) if x.text()]
    assert labels and {x.font().families()[0] for x in labels} == {chart_style.FONT_FAMILIES[0]}
    assert app.font() == own
