"""The bar at the foot of the window: which data these are, how old they are, and what was just done."""

from datetime import date

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QSizePolicy, QStatusBar, QWidget

from explorer.data.dates import first_day, show
from explorer.data.store import Store
from explorer.models.tooltip import wrapped
from explorer.ui.widgets.basics import label, pill

SAID_MS = 15_000


class StatusBar(QStatusBar):
    """Shows the edition; a sentence said stays for a while."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        self._said = label("", "small", wrap=False)
        self._said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.addWidget(self._said, 1)
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(SAID_MS)
        self._silence.timeout.connect(self._said.clear)
        offline = label(self.tr("Offline"), "small", wrap=False)
        offline.setToolTip(self.tr("Nothing leaves this computer."))
        self.addPermanentWidget(offline)

    @property
    def sentence(self) -> str:
        """What was said last, whole."""
        return self._sentence if self._said.text() else ""

    @Slot(str)
    def say(self, sentence: str) -> None:
        """Show a sentence for a while."""
        self._sentence = sentence
        room = self._said.width() - 8
        self._said.setText(self._said.fontMetrics().elidedText(sentence, Qt.TextElideMode.ElideMiddle, room))
        self._said.setToolTip(wrapped(sentence))
        self._silence.start()

    def show_age(self, day: date) -> None:
        """Mark a day that lies after the last one for which control events were checked."""
        age = (day - first_day(self._edition.verified_to)).days
        self.age.setVisible(age > 0)
        text = self.tr("{} day before the day shown") if age == 1 else self.tr("{} days before the day shown")
        self.age.setText(text.format(age))
        self.age.setToolTip(
            self.tr("The day shown lies after the last day for which control events were checked.")
        )
