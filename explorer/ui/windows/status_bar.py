"""The bar at the bottom of the window: the edition of the data, its age, and what was just done."""

from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QStatusBar, QWidget

from explorer.data.dates import first_day, show
from explorer.data.editions.folder import distinct_version
from explorer.data.glossary import explanation
from explorer.data.numbers import exact
from explorer.data.store import Store
from explorer.guard import guarded
from explorer.language import gettext, ngettext
from explorer.models.own_entries import used_words
from explorer.models.state import AppState
from explorer.models.tooltip import wrapped
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.fitted_label import FittedLabel
from explorer.ui.widgets.labels import label

MESSAGE_MS, SAVED_MS = 15_000, 120_000
ROOM_FOR_OFFLINE = 1_100
GAP = 8


@guarded
class StatusBar(QStatusBar):
    """Shows the edition of the data, and each message for a while; a saved file can be opened meanwhile."""

    openRequested = Signal(Path)
    folderRequested = Signal(Path)
    entriesRequested = Signal()
    partsRequested = Signal()

    def __init__(self, store: Store, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._state = store, state
        self._edition = store.edition
        self._sentence = ""
        self._saved: Path | None = None
        self.setSizeGripEnabled(False)
        self.setContentsMargins(12, 0, 12, 0)
        self.edition_label = label("", "small", wrap=False)
        self.edition_label.setToolTip(wrapped(self._edition.verified_note))
        self.age = label("", "age", wrap=False, selectable=False)
        self.age.setToolTip(wrapped(explanation("checked")))
        self.older = label("", "age", wrap=False, selectable=False)
        self.older.hide()
        self._counts = _counts(store)
        self._message = FittedLabel("small")
        self.addWidget(self.edition_label)
        self.addWidget(self.older)
        self.addWidget(self.age)
        self.addWidget(self._message, 1)
        self.open_button = link_button("")
        self.folder_button = link_button(gettext("Show in folder"))
        self.open_button.clicked.connect(self._open)
        self.folder_button.clicked.connect(self._show_folder)
        for button in (self.open_button, self.folder_button):
            self.addWidget(button)
        self.entries_button = link_button("")
        self.entries_button.clicked.connect(self.entriesRequested)
        self.parts_button = link_button("")
        self.parts_button.clicked.connect(self.partsRequested)
        self.parts_button.hide()
        for button in (self.parts_button, self.entries_button):
            self.addPermanentWidget(button)
        self._clear_timer = QTimer(self)
        self._clear_timer.setSingleShot(True)
        self._clear_timer.timeout.connect(self._clear)
        terms = label(gettext("Reference, not legal advice"), "small", wrap=False)
        terms.setContentsMargins(GAP, 0, GAP, 0)
        terms.setToolTip(wrapped(gettext("Before you ship, read the official text.")))
        self.addPermanentWidget(terms)
        self._offline = label(gettext("Works offline"), "small", wrap=False)
        self._offline.setToolTip(wrapped(gettext("Nothing is sent from this computer.")))
        self.addPermanentWidget(self._offline)
        state.contextChanged.connect(self._context_changed)
        state.factsChanged.connect(self._show_entries)
        self._show_entries()
        self._show_age()
        self._clear()

    def show_older(self, sentence: str) -> None:
        """Say that the edition in use is older than the one that came with the program."""
        self.older.setText(gettext("Older edition"))
        self.older.setToolTip(wrapped(sentence))
        self.older.setAccessibleDescription(sentence)
        self.older.setVisible(bool(sentence))

    @Slot()
    def _context_changed(self) -> None:
        """Show the age for the date, and no longer a message about another one."""
        self._show_age()
        if self._saved is None:
            self._clear()

    @Slot()
    def _show_entries(self) -> None:
        """Show how many entries of the user are used."""
        words = used_words(self._store)
        self.entries_button.setText(words)
        self.entries_button.setVisible(bool(words))

    def show_parts(self, count: int, sentence: str) -> None:
        """Show how many lines of the user's parts lists have a different verdict; `sentence` says it in full."""
        text = ngettext(
            "{count} part has a different verdict", "{count} parts have a different verdict", count
        )
        self.parts_button.setText(text.format(count=exact(count)))
        self.parts_button.setToolTip(wrapped(sentence))
        self.parts_button.setAccessibleDescription(sentence)
        self.parts_button.setVisible(bool(count))
        if count:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    @property
    def sentence(self) -> str:
        """The message shown, in full."""
        return self._sentence

    @Slot(str)
    def show_message(self, sentence: str) -> None:
        """Show a message for a while, in place of the counts."""
        self._show(sentence, None, MESSAGE_MS)

    def show_saved(self, sentence: str, path: Path) -> None:
        """Show a message about a file or a folder that was written, with buttons that open it."""
        self._show(sentence, path, SAVED_MS)

    def _show(self, sentence: str, saved: Path | None, milliseconds: int) -> None:
        self._sentence, self._saved = sentence, saved
        self._message.show_shortened(sentence)
        is_folder = saved is not None and saved.is_dir()
        self.open_button.setText(gettext("Open folder") if is_folder else gettext("Open"))
        self.open_button.setVisible(saved is not None)
        self.folder_button.setVisible(saved is not None and not is_folder)
        self._leave_room()
        self._clear_timer.start(milliseconds)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    @Slot()
    def _clear(self) -> None:
        if self.open_button.hasFocus() or self.folder_button.hasFocus():
            self._clear_timer.start()
            return
        self._sentence, self._saved = "", None
        self._message.show_shortened(self._counts)
        self.open_button.hide()
        self.folder_button.hide()
        self._leave_room()

    @Slot()
    def _open(self) -> None:
        if self._saved is not None:
            self.openRequested.emit(self._saved)

    @Slot()
    def _show_folder(self) -> None:
        if self._saved is not None:
            self.folderRequested.emit(self._saved)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to messages where the window is narrow."""
        super().resizeEvent(event)
        self._leave_room()

    def _leave_room(self) -> None:
        """Hide what a narrow window has no room for: beside the buttons of a saved file, also the edition."""
        is_wide = self.width() >= ROOM_FOR_OFFLINE
        self._offline.setVisible(is_wide)
        self.edition_label.setVisible(is_wide or self._saved is None)

    @Slot()
    def _show_age(self) -> None:
        """Warn of an as-of date after the last day for which control events were checked."""
        day = show(self._edition.verified_to)
        age = (self._state.context.as_of - first_day(self._edition.verified_to)).days
        short = gettext("Edition {edition}")
        edition = short if age > 0 else gettext("Edition {edition} · controls checked to {day}")
        version = distinct_version(self._store.path, self._edition.data_version)
        self.edition_label.setText(edition.format(edition=version, day=day))
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
            len(store.published.instruments),
            ngettext("{count} document", "{count} documents", len(store.published.instruments)),
        ),
        (store.count("sources"), ngettext("{count} source", "{count} sources", store.count("sources"))),
    )
    return " · ".join(text.format(count=exact(count)) for count, text in counts)
