"""Makes each kind of method that Qt calls fail in turn; prints what failed and what was reported."""

import json
import sys
from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QMimeData,
    QObject,
    QPointF,
    QRect,
    QSortFilterProxyModel,
    Qt,
    QThread,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QCloseEvent,
    QContextMenuEvent,
    QDropEvent,
    QEnterEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAccessibleWidget,
    QApplication,
    QCalendarWidget,
    QCompleter,
    QDialog,
    QGraphicsItem,
    QGraphicsScene,
    QGraphicsView,
    QLabel,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from explorer.guard import guarded
from explorer.models.table import Cell, RecordTable
from explorer.ui.views.metals.list_delegate import MetalDelegate
from explorer.ui.widgets.layouts import FlowLayout
from tests.ui.dragging import drag_entering

KEY = Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier
HERE = QPointF(2, 2)


failed: list[str] = []


def failing(base: type, name: str) -> type:
    """Return a guarded class whose named method fails with an exception that Python itself raises."""
    failed.append(f"{base.__name__}.{name}")

    def fail(self: object, *_: object) -> None:
        if name == "paintEvent":
            painter = QPainter(self)  # must be ended before Qt continues
            painter.drawPoint(1, 1)
        int(f"<{base.__name__}.{name}>")

    return guarded(type("Failing", (base,), {name: fail}))


def mouse(kind: QEvent.Type) -> QMouseEvent:
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    return QMouseEvent(kind, HERE, HERE, button, button, none)


def wheel() -> QWheelEvent:
    turn = QPointF(0, 120).toPoint()
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    return QWheelEvent(HERE, HERE, turn, turn, none, Qt.KeyboardModifier.NoModifier, phase, False)


DROPPED = QMimeData()  # an event only refers to it
DROP = Qt.DropAction.CopyAction, DROPPED, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

EVENTS: dict[str, Callable[[], QEvent]] = {
    "keyPressEvent": lambda: QKeyEvent(QEvent.Type.KeyPress, *KEY),
    "focusInEvent": lambda: QFocusEvent(QEvent.Type.FocusIn),
    "focusOutEvent": lambda: QFocusEvent(QEvent.Type.FocusOut),
    "changeEvent": lambda: QEvent(QEvent.Type.FontChange),
    "closeEvent": QCloseEvent,
    "hideEvent": QHideEvent,
    "enterEvent": lambda: QEnterEvent(HERE, HERE, HERE),
    "leaveEvent": lambda: QEvent(QEvent.Type.Leave),
    "wheelEvent": wheel,
    "mouseMoveEvent": lambda: mouse(QEvent.Type.MouseMove),
    "mousePressEvent": lambda: mouse(QEvent.Type.MouseButtonPress),
    "mouseReleaseEvent": lambda: mouse(QEvent.Type.MouseButtonRelease),
    "mouseDoubleClickEvent": lambda: mouse(QEvent.Type.MouseButtonDblClick),
    "focusNextPrevChild": lambda: QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier
    ),
    "contextMenuEvent": lambda: QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, HERE.toPoint(), HERE.toPoint()
    ),
    "event": lambda: QEvent(QEvent.Type.User),
}
SHOWN = ("showEvent", "resizeEvent", "paintEvent", "sizeHint", "minimumSizeHint")
MODEL = ("rowCount", "columnCount", "headerData", "data", "flags", "sort")
LAYOUT = (
    *("addItem", "count", "itemAt", "takeAt", "expandingDirections", "hasHeightForWidth"),
    *("heightForWidth", "setGeometry", "minimumSize"),
)


def shown(widget: QWidget) -> QWidget:
    widget.resize(200, 100)
    widget.show()
    QApplication.processEvents()
    QApplication.processEvents()
    return widget


def widgets() -> None:
    for name, make in EVENTS.items():
        QApplication.sendEvent(failing(QWidget, name)(), make())
    for name in SHOWN:
        box = QWidget()
        QVBoxLayout(box).addWidget(failing(QWidget, name)())
        shown(box)
    failing(QWidget, "dragEnterEvent")().event(drag_entering(HERE, *DROP))
    failing(QWidget, "dropEvent")().event(QDropEvent(HERE, *DROP))
    watched, watcher = QObject(), failing(QObject, "eventFilter")()
    watched.installEventFilter(watcher)
    QApplication.sendEvent(watched, QEvent(QEvent.Type.User))
    QApplication.sendEvent(failing(QDialog, "reject")(), EVENTS["keyPressEvent"]())


def threads() -> None:
    thread = failing(QThread, "run")()
    thread.start()
    assert thread.wait(10_000)


def labels() -> None:
    failing(QLabel, "text")().text()
    failing(QLabel, "setText")().setText("one")
    failing(QLabel, "clear")().clear()


def days() -> None:
    shown(failing(QCalendarWidget, "paintCell")())


def tabs() -> None:
    bar = failing(QTabBar, "tabSizeHint")()
    bar.addTab("one")
    shown(bar)


def models() -> None:
    for name in MODEL:
        view = QTableView()
        model = failing(RecordTable, name)(["one"], view)
        model.set_rows([[Cell("1")], [Cell("2")]])
        view.setModel(model)
        view.setSortingEnabled(True)
        shown(view)
        view.selectAll()


def tables() -> None:
    down, none = QTableView.CursorAction.MoveDown, Qt.KeyboardModifier.NoModifier
    for name in ("currentChanged", "indexAt", "moveCursor", "sizeHintForRow", "visualRect"):
        view = failing(QTableView, name)()
        model = RecordTable(["one"], view)
        model.set_rows([[Cell("1")], [Cell("2")]])
        view.setModel(model)
        shown(view)
        view.selectRow(0)
        view.indexAt(HERE.toPoint())
        view.visualRect(model.index(1, 0))
        view.sizeHintForRow(0)
        view.moveCursor(down, none)


def transfers() -> None:
    """Drag rows, paste text, and let a view see an event first."""
    model = failing(RecordTable, "mimeTypes")(["one"])
    model.mimeTypes()
    rows = failing(RecordTable, "mimeData")(["one"])
    rows.set_rows([[Cell("1")]])
    rows.mimeData([rows.index(0, 0)])
    failing(QPlainTextEdit, "canInsertFromMimeData")().canInsertFromMimeData(DROPPED)
    failing(QPlainTextEdit, "insertFromMimeData")().insertFromMimeData(DROPPED)
    failing(QListView, "viewportEvent")().viewportEvent(QEvent(QEvent.Type.User))


def choices() -> None:
    for name in ("filterAcceptsRow", "lessThan"):
        model = RecordTable(["one"])
        model.set_rows([[Cell("1")], [Cell("2")]])
        proxy = failing(QSortFilterProxyModel, name)()
        proxy.setSourceModel(model)
        proxy.sort(0)
        proxy.rowCount()
    completer = failing(QCompleter, "splitPath")(["one"])
    completer.setCompletionPrefix("o")


def layouts() -> None:
    for name in (*LAYOUT, "invalidate", "sizeHint"):
        box = QWidget()
        layout = failing(FlowLayout, name)(box)
        layout.addWidget(QPushButton("one", box))
        shown(box)
        box.sizeHint()
        layout.expandingDirections()
        layout.count()
        layout.takeAt(0)
        holder = QWidget()
        outer = QVBoxLayout(holder)
        outer.addWidget(box)
        shown(holder)


def drawings() -> None:
    for name in ("paint", "sizeHint"):
        view = QListView()
        model = RecordTable(["one"], view)
        model.set_rows([[Cell("1")]])
        view.setModel(model)
        view.setItemDelegate(failing(MetalDelegate, name)(view))
        shown(view)
    for name in ("boundingRect", "paint"):
        rest = {"boundingRect": lambda _: QRect(0, 0, 9, 9).toRectF(), "paint": lambda *_: None}
        scene = QGraphicsScene()
        item = failing(type("Item", (QGraphicsItem,), rest), name)()
        scene.addItem(item)
        shown(QGraphicsView(scene)).grab()


def readers() -> None:
    """Ask as screen readers do."""
    nothing: dict[str, tuple[object, ...]] = {
        "child": (0,),
        "childAt": (1, 1),
        "childCount": (),
        "focusChild": (),
        "indexOfChild": (None,),
    }
    of_points = nothing | {
        "isValid": (),
        "object": (),
        "parent": (),
        "rect": (),
        "role": (),
        "setText": (QAccessible.Text.Name, "one"),
        "state": (),
        "text": (QAccessible.Text.Name,),
    }
    del of_points["focusChild"]
    box = QWidget()
    for name, words in nothing.items():
        chart = failing(QAccessibleWidget, name)(box)
        getattr(chart, name)(*words)
    for name, words in of_points.items():
        point = failing(QAccessibleInterface, name)()
        getattr(point, name)(*words)


class Sender(QObject):
    sent = Signal()

    @Slot()
    def receive(self) -> None:
        int("<Slot.decorated>")


def slots() -> None:
    """Make slots fail, which have no guard: PySide reports their exceptions."""
    queued, sender = Qt.ConnectionType.QueuedConnection, Sender()
    failed.extend(("Slot.decorated", "Slot.plain", "Slot.queued", "Slot.timer"))
    sender.sent.connect(sender.receive)
    sender.sent.connect(lambda: int("<Slot.plain>"))
    sender.sent.connect(lambda: int("<Slot.queued>"), queued)
    sender.sent.emit()
    QTimer.singleShot(0, sender, lambda: int("<Slot.timer>"))
    for _ in range(3):
        QApplication.processEvents()


def main() -> None:
    errors: list[BaseException] = []  # kept with the objects that their traces refer to
    sys.excepthook = lambda _kind, error, _trace: errors.append(error)
    app = QApplication([])
    for part in (
        widgets,
        threads,
        labels,
        days,
        tabs,
        models,
        tables,
        transfers,
        choices,
        layouts,
        drawings,
        readers,
        slots,
    ):
        part()
    reported = [str(error).split("<")[1].split(">")[0] for error in errors]
    print(json.dumps({"failed": failed, "reported": reported}))
    app.quit()


if __name__ == "__main__":
    main()
