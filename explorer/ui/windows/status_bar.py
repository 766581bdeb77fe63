"""The bar at the bottom of the window: the edition of the data, its age, and what was just done."""

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QSizePolicy, QStatusBar, QWidget

from explorer.data.dates import first_day, show
from explorer.data.numbers import exact
from explorer.data.store import Store
from explorer.language import gettext, ngettext
from explorer.models.state import AppState
from explorer.models.tooltip import wrapped
from explorer.ui.widgets.basics import label, pill

MESSAGE_MS = 15_000


class StatusBar(QStatusBar):
    """Shows the edition of the data, and each message for a while."""

    def __init__(self, store: Store, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._edition = store.edition
        self._sentence = ""
        self.setSizeGripEnabled(False)
        self.setContentsMargins(12, 0, 12, 0)
        self._edition_label = label("", "small", wrap=False)
        self._edition_label.setToolTip(wrapped(self._edition.verified_note))
        self.age = pill("", "licence")
        self.age.setToolTip(wrapped(gettext("Changes to export controls after that date are not on file.")))
        self._counts = label(_counts(store), "small", wrap=False)
        for widget in (self._edition_label, self.age, self._counts):
            self.addWidget(widget)
        self._message = label("", "small", wrap=False)
        self._message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.addWidget(self._message, 1)
        self._clear_timer = QTimer(self)
        self._clear_timer.setSingleShot(True)
        self._clear_timer.setInterval(MESSAGE_MS)
        self._clear_timer.timeout.connect(self._clear)
        offline = label(gettext("Works offline"), "small", wrap=False)
        offline.setToolTip(wrapped(gettext("Nothing leaves this computer.")))
        self.addPermanentWidget(offline)
        state.contextChanged.connect(self._show_age)
        self._show_age()

    @property
    def sentence(self) -> str:
        """The message shown, in full."""
        return self._sentence

    @Slot(str)
    def show_message(self, sentence: str) -> None:
        """Show a message for a while, in place of the counts."""
        self._sentence = sentence
        self._counts.hide()
        layout = self.layout()
        if layout is not None:
            layout.activate()  # so that the message has its width
        room = self._message.width() - 8
        self._message.setText(
            self._message.fontMetrics().elidedText(sentence, Qt.TextElideMode.ElideMiddle, room)
        )
        self._message.setToolTip(wrapped(sentence))
        self._clear_timer.start()

    @Slot()
    def _clear(self) -> None:
        self._sentence = ""
        self._message.clear()
        self._message.setToolTip("")
        self._counts.show()

    @Slot()
    def _show_age(self) -> None:
        """Warn of an as-of date after the last day for which control events were checked."""
        day = show(self._edition.verified_to)
        age = (self._state.context.as_of - first_day(self._edition.verified_to)).days
        short = gettext("Edition {edition}")
        edition = short if age > 0 else gettext("Edition {edition} · controls checked to {day}")
        self._edition_label.setText(edition.format(edition=self._edition.data_version, day=day))
        self.age.setVisible(age > 0)
        text = ngettext(
            "Checked to {day}: the last day is not covered",
            "Checked to {day}: the last {count} days are not covered",
            age,
        )
        self.age.setText(text.format(day=day, count=exact(age)))


def _counts(store: Store) -> str:
    """Return how many metals, instruments and sources the data have."""
    counts = (
        (
            len(store.metals),
            ngettext("{count} metal or material", "{count} metals and materials", len(store.metals)),
        ),
        (
            len(store.instruments),
            ngettext("{count} instrument", "{count} instruments", len(store.instruments)),
        ),
        (store.count("sources"), ngettext("{count} source", "{count} sources", store.count("sources"))),
    )
    return " · ".join(text.format(count=exact(count)) for count, text in counts)
