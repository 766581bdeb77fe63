"""The small window with the verdict on a code, or the states of a document, that was copied in any program."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QEnterEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from explorer.data.finding.copied import Copied
from explorer.guard import guarded
from explorer.language import gettext
from explorer.palette import Theme
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.layouts import clear_layout
from explorer.ui.widgets.pill import Pill
from explorer.ui.widgets.style import STEP

WIDTH, EDGE = 420, 16
SHOWN_MS = 15_000


@guarded
class CopiedCard(QFrame):
    """Stays above other windows without taking the focus, and hides by itself unless the pointer is on it.

    `openRequested` asks for what the card is about; the card keeps nothing once it is hidden.
    """

    openRequested = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent,
            Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle(gettext("Copied text"))
        self.setProperty("role", "card")
        self.setFixedWidth(WIDTH)
        self._owner = parent
        self.found: Copied | None = None
        self._body = QVBoxLayout()
        self.open_button = link_button(gettext("Open"))
        self.open_button.clicked.connect(self.open)
        self.close_button = link_button(gettext("Close"))
        self.close_button.clicked.connect(self.hide)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.close_button)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, 2 * STEP, EDGE, 2 * STEP)
        column.setSpacing(STEP)
        column.addLayout(self._body)
        column.addLayout(buttons)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.hide)

    def show_found(self, found: Copied, theme: Theme, *, take_focus: bool = False) -> None:
        """Show what is on file about a copied text, at the lower right of the screen with the pointer."""
        self.found = found
        clear_layout(self._body)
        row = found.row
        self._body.addWidget(label(row.title if row is not None else found.text, "heading"))
        if row is not None and row.pill:
            self._body.addWidget(Pill(row.pill, row.pill_state, theme))
        if row is not None and row.detail:
            self._body.addWidget(label(row.detail, "muted"))
        for sentence in found.sentences:
            self._body.addWidget(label(sentence, "muted"))
        self.open_button.setVisible(row is not None and row.action is not None)
        self.setAccessibleDescription(
            " ".join((row.title if row is not None else found.text, *found.sentences))
        )
        self.show()
        self._place()
        self.raise_()
        self._timer.start()
        if take_focus:
            self.activateWindow()
            (self.open_button if self.open_button.isVisible() else self.close_button).setFocus()

    def _place(self) -> None:
        self._column.activate()
        self.resize(WIDTH, self._column.totalHeightForWidth(WIDTH))
        corner = self._owner.screen().availableGeometry().bottomRight()
        self.move(corner.x() - self.width() - EDGE, corner.y() - self.height() - EDGE)

    def event(self, event: QEvent) -> bool:
        """Fit the height to texts whose fonts the style sheet has set."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return handled

    @Slot()
    def open(self) -> None:
        """Ask to open what the card is about, and close it."""
        found = self.found
        self.hide()
        if found is not None and found.row is not None:
            self.openRequested.emit(found.row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape close the card."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Keep the card while the pointer is on it."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Hide the card some time after the pointer left it."""
        self._timer.start()
        super().leaveEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget what was copied."""
        self._timer.stop()
        self.found = None
        clear_layout(self._body)
        super().hideEvent(event)
