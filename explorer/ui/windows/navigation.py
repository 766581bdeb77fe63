"""Back and forward: their buttons, the buttons of the mouse, and the title of the window, which names what is shown."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QPushButton, QWidget

from explorer.data.words import instrument_name
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.views import METALS_VIEW
from explorer.ui.view_context import ViewContext
from explorer.ui.views.registry import VIEW_KINDS, WITHOUT_BUTTON

LONGEST_NAME = 80


class StepButton(QPushButton):
    """A button that triggers an action and is enabled while the action is."""

    def __init__(self, sign: str, name: str, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(sign, parent)
        self.setProperty("role", "sign")
        self.setAccessibleName(name)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(gettext("{action} ({keys})").format(action=name, keys=keys))
        self.setEnabled(action.isEnabled())
        self.clicked.connect(action.trigger)
        action.enabledChanged.connect(self.setEnabled)


@guarded
class MouseNavigation(QObject):
    """Reports the back and forward buttons of the mouse, wherever in a window they are pressed.

    It watches the window of the system: a widget would take the press for a click.
    """

    backRequested = Signal()
    forwardRequested = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.winId()  # creates the window of the system
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            if event.button() == Qt.MouseButton.BackButton:
                self.backRequested.emit()
                return True
            if event.button() == Qt.MouseButton.ForwardButton:
                self.forwardRequested.emit()
                return True
        return super().eventFilter(watched, event)


class WindowTitle(QObject):
    """Keeps the title of a window: the view, metal or record shown, and the program."""

    def __init__(self, shared: ViewContext, window: QWidget) -> None:
        super().__init__(window)
        self._shared, self._window = shared, window
        for changed in (shared.state.viewChanged, shared.state.metalChanged, shared.state.recordChanged):
            changed.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        title = gettext("{name} – Minor Metals Explorer").format(name=_shortened(shown_name(self._shared)))
        self._window.setWindowTitle(title)


def shown_name(shared: ViewContext) -> str:
    """Return the name of what is shown: the view, or in that of the metals the record that covers one, or the metal."""
    store = shared.store
    if shared.state.view != METALS_VIEW:
        shown = next(k for k in (*VIEW_KINDS, *WITHOUT_BUTTON) if k.view == shared.state.view)
        return gettext(shown.name)
    kind, record_id = shared.state.record or ("", "")
    if kind == "document" and record_id in store.instruments:
        return instrument_name(store.instruments[record_id])
    if kind == "answer":
        return gettext("“{question}”").format(question=record_id)
    if kind == "claim":
        return next((c.claim for c in store.claims if c.claim_id == record_id), shared.metal.name_en)
    return shared.metal.name_en


def _shortened(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"
