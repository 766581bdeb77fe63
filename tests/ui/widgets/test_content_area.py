"""A scroll area whose content is less tall in a wider area."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.ui.widgets.content_area import ContentArea

LOW, TALL, HEIGHT = 300, 460, 430
ENOUGH = 500  # resizes, of which a style needs a few


class Part(QWidget):
    """As a table: it gets another height where it has less than a width."""

    least = resizes = 0

    def resizeEvent(self, event):
        super().resizeEvent(event)
        self.resizes += 1
        if self.resizes < ENOUGH:
            self.setFixedHeight(LOW if self.width() >= self.least else TALL)


@pytest.fixture
def style_sheet(qapp):
    before = qapp.styleSheet()
    yield qapp.setStyleSheet
    qapp.setStyleSheet(before)


def test_content_that_fits_in_one_of_two_widths_is_sized_a_few_times(qtbot, style_sheet):
    style_sheet("")
    area, content, holder, part = ContentArea(), QWidget(), QWidget(), Part()
    QVBoxLayout(holder).addWidget(part)
    QVBoxLayout(content).addWidget(holder)
    area.setWidgetResizable(True)
    area.setWidget(content)
    qtbot.addWidget(area)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    area.resize(800, HEIGHT)
    area.show()
    qtbot.waitExposed(area)
    part.least, part.resizes = part.width(), 0
    style_sheet("QScrollBar:vertical { width: 30px; }")
    assert 0 < part.resizes < 10
    qtbot.waitUntil(lambda: part.height() == TALL and content.width() == area.viewport().width())
