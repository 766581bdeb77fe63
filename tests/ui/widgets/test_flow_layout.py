"""The layout of widgets in lines follows its widgets."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from explorer.ui.widgets.layouts import FlowLayout

WIDTH = 400


@pytest.fixture
def flow(qtbot):
    """Four buttons of 90 pixels in a row of 400."""
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = FlowLayout(holder, 4)
    for number in range(4):
        button = QPushButton(str(number))
        button.setMinimumWidth(90)
        layout.addWidget(button)
    holder.resize(WIDTH, 200)
    holder.show()
    qtbot.waitExposed(holder)
    return layout


def lines(layout) -> int:
    """Return the number of lines of the widgets that are shown, as they are placed."""
    QApplication.processEvents()
    widgets = [layout.itemAt(i).widget() for i in range(layout.count())]
    return len({w.y() for w in widgets if not w.isHidden()})


def test_a_longer_text_takes_another_line(flow):
    assert lines(flow) == 1
    one_line = flow.heightForWidth(WIDTH)
    flow.itemAt(0).widget().setText(60 * "x")
    assert flow.heightForWidth(WIDTH) > one_line and lines(flow) == 2


def test_a_widget_that_is_hidden_or_shown_changes_the_lines(flow):
    flow.itemAt(0).widget().setMinimumWidth(200)
    flow.itemAt(1).widget().hide()
    assert lines(flow) == 1
    flow.itemAt(1).widget().show()
    assert lines(flow) == 2


def test_a_widget_that_is_added_or_removed_changes_the_lines(flow):
    more = QPushButton("4")
    more.setMinimumWidth(90)
    flow.addWidget(more)
    assert lines(flow) == 2
    flow.takeAt(0).widget().hide()
    assert lines(flow) == 1
