"""The widgets of a test live until they are closed: one that is deleted while it is painted ends the process."""

import gc
import weakref

from PySide6.QtWidgets import QApplication, QWidget


class Painted(QWidget):
    """Has the garbage collected while it is painted, and can only be reached from its own parts."""

    def __init__(self, painted: list[bool]) -> None:
        super().__init__()
        self.parts = [self]
        self._painted = painted

    def paintEvent(self, event: object) -> None:
        gc.collect()
        self._painted.append(True)


def test_a_widget_that_is_forgotten_while_it_is_shown_can_be_painted(qtbot):
    painted: list[bool] = []
    widget = Painted(painted)
    qtbot.addWidget(widget)
    widget.show()
    known = weakref.ref(widget)
    del widget
    QApplication.processEvents()
    gc.collect()
    assert painted and known() is not None
