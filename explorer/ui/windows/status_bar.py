"""The bar at the bottom of the window: the edition of the data, its age, and what was just done."""

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QSizePolicy, QStatusBar, QWidget

from explorer.data.dates import first_day, show
from explorer.data.store import Store
from explorer.models.state import AppState
from explorer.models.tooltip import wrapped
from explorer.ui.widgets.basics import label, pill

MESSAGE_MS = 15_000


class StatusBar(QStatusBar):
    """Shows the edition of the data, and each message for a while."""

    def __init__(self, store: Store, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        edition = self._edition = store.edition
        self.setSizeGripEnabled(False)
        self.setContentsMargins(12, 0, 12, 0)
        self.addWidget(label(self.tr("Data {}").format(edition.data_version), "small", wrap=False))
        verified = label(self.tr("verified to {}").format(show(edition.verified_to)), "small", wrap=False)
        verified.setToolTip(wrapped(edition.verified_note))
        self.addWidget(verified)
        self.age = pill("", "licence")
        self.addWidget(self.age)
        counts = self.tr("{} metals and materials · {} instruments · {} sources")
        text = counts.format(
            len(store.metals), len(store.instruments), f"{store.count('sources'):,}".replace(",", "\u202f")
        )
        self.addWidget(label(text, "small", wrap=False))
        self._sentence = ""
        self._message = label("", "small", wrap=False)
        self._message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.addWidget(self._message, 1)
        self._clear_timer = QTimer(self)
        self._clear_timer.setSingleShot(True)
        self._clear_timer.setInterval(MESSAGE_MS)
        self._clear_timer.timeout.connect(self._message.clear)
        offline = label(self.tr("Offline"), "small", wrap=False)
        offline.setToolTip(self.tr("Nothing leaves this computer."))
        self.addPermanentWidget(offline)
        state.contextChanged.connect(self._show_age)
        self._show_age()

    @property
    def sentence(self) -> str:
        """The message shown, in full."""
        return self._sentence if self._message.text() else ""

    @Slot(str)
    def show_message(self, sentence: str) -> None:
        """Show a message for a while."""
        self._sentence = sentence
        room = self._message.width() - 8
        self._message.setText(
            self._message.fontMetrics().elidedText(sentence, Qt.TextElideMode.ElideMiddle, room)
        )
        self._message.setToolTip(wrapped(sentence))
        self._clear_timer.start()

    @Slot()
    def _show_age(self) -> None:
        """Warn of an as-of date after the last day for which control events were checked."""
        age = (self._state.context.as_of - first_day(self._edition.verified_to)).days
        self.age.setVisible(age > 0)
        text = self.tr("{} day before the day shown") if age == 1 else self.tr("{} days before the day shown")
        self.age.setText(text.format(age))
        self.age.setToolTip(
            self.tr("The day shown lies after the last day for which control events were checked.")
        )
