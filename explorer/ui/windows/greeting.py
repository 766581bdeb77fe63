"""The greeting of the first start: where to type, what the fields at the top mean, and questions to try."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, QSettings, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from explorer.guard import guarded
from explorer.language import gettext, gettext_noop
from explorer.ui.widgets.buttons import toggle
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.layouts import FlowLayout
from explorer.ui.widgets.style import STEP

WIDTH, MARGIN = 440, 5 * STEP
EXAMPLES = (gettext_noop("gallium"), "8112.92.8900", gettext_noop("what is banned"))
_KEY, _DISMISSED = "greeting", "dismissed"


def is_due(settings: QSettings | None) -> bool:
    """Return whether a reader has not dismissed the greeting yet; without settings nobody is greeted."""
    return settings is not None and settings.value(_KEY, "") != _DISMISSED


@guarded
class Greeting(QFrame):
    """A panel over the lower right of a page, which stays until it is dismissed; all else can be used meanwhile."""

    exampleChosen = Signal(str)

    def __init__(self, page: QWidget, settings: QSettings | None) -> None:
        super().__init__(page)
        self._page, self._settings = page, settings
        self.setProperty("role", "greeting")
        self.setAccessibleName(gettext("Getting started"))
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(2 * STEP)
        column.addWidget(label(gettext("Getting started"), "heading"))
        for text in _texts():
            column.addWidget(label(text))
        column.addLayout(self._make_examples())
        column.addLayout(self._make_end())
        page.installEventFilter(self)
        self.hide()

    def _make_examples(self) -> FlowLayout:
        row = FlowLayout(spacing=STEP)
        row.addWidget(label(gettext("Try:"), "muted", wrap=False))
        self.examples = []
        for example in map(gettext, EXAMPLES):
            button = toggle(example)
            button.setCheckable(False)
            button.setAccessibleName(gettext("Search for {text}").format(text=example))
            button.clicked.connect(partial(self.exampleChosen.emit, example))
            self.examples.append(button)
            row.addWidget(button)
        return row

    def _make_end(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(label(gettext("Help (?) shows this again."), "small"), 1)
        self.done = QPushButton(gettext("Got it"))
        self.done.setProperty("role", "primary")
        self.done.clicked.connect(self.dismiss)
        row.addWidget(self.done)
        return row

    def greet(self) -> None:
        """Show the panel."""
        self.show()
        self.raise_()
        self._place()

    @Slot()
    def dismiss(self) -> None:
        """Hide the panel for good."""
        self.hide()
        if self._settings is not None:
            self._settings.setValue(_KEY, _DISMISSED)
            self._settings.sync()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Dismiss the panel on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Follow the length of the texts."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner of the page."""
        if watched is self._page and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        room = self._page.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        width = min(WIDTH, room.width())
        frame = self.width() - self.contentsRect().width()
        place = QRect(0, 0, width, self._column.heightForWidth(width - frame) + frame)
        place.moveBottomRight(room.bottomRight())
        self.setGeometry(place)


def _texts() -> tuple[str, ...]:
    """Return what a newcomer needs to know, in the order of the window."""
    return (
        gettext("Type a metal, a code, a document or a question into the search field (Ctrl+K)."),
        gettext(
            "Every answer is for one date and one route, which you set at the top: “as of” is the date of the "
            "question, “from” (the origin) the country that the goods leave, and “to” (the destination) the country "
            "that they go to."
        ),
        gettext(
            "The label of a metal in the list and the lines below its name say what applies on that date."
        ),
    )
