"""A metal that is dragged from the list onto the button of the comparison."""

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from explorer.models.compared import compared
from tests.ui.dragging import drag_entering


def events(data: QMimeData):
    keys = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    return (
        drag_entering(QPointF(5, 5), Qt.DropAction.CopyAction, *keys),
        QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, *keys),
    )


def test_a_line_that_is_dropped_on_the_button_is_compared(workspace):
    model, button = workspace.list.model, workspace.rail.buttons["compare"]
    index = model.index(model.row_of("tungsten"), 0)
    assert index.flags() & Qt.ItemFlag.ItemIsDragEnabled
    data = model.mimeData([index])
    for event in events(data):
        QApplication.sendEvent(button, event)
        assert event.isAccepted()
    assert compared(workspace.state) == ("tungsten",) and workspace.state.view == "metals"


def test_other_content_is_not_taken(workspace):
    data = QMimeData()
    data.setText("tungsten")
    enter, _ = events(data)
    enter.ignore()
    QApplication.sendEvent(workspace.rail.buttons["compare"], enter)
    assert not enter.isAccepted() and compared(workspace.state) == ()
