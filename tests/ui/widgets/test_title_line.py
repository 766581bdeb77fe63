"""The line at the top of a view: its buttons are below the title where there is little room."""

import pytest
from PySide6.QtWidgets import QPushButton

from explorer.ui.widgets.title_line import TitleLine


@pytest.mark.parametrize(("width", "is_below"), [(900, False), (450, True)])
def test_the_buttons_are_beside_the_title_or_below_it(qtbot, width, is_below):
    buttons = [QPushButton(f"Save as {kind}…") for kind in ("XLSX", "CSV", "PDF")]
    line = TitleLine("Fact check", buttons)
    qtbot.addWidget(line)
    line.subtitle.setText("30 claims of the press article")
    line.resize(width, 100)
    line.show()
    qtbot.waitExposed(line)

    def are_placed() -> bool:
        top = min(button.mapTo(line, button.rect().topLeft()).y() for button in buttons)
        return (top >= line.title.geometry().bottom()) is is_below

    qtbot.waitUntil(are_placed)
    assert all(button.width() >= button.sizeHint().width() for button in buttons)
