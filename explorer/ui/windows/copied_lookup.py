"""Looks up what is copied in any program, where the user has switched that on, and on request."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.stored_values import stored_text
from explorer.ui.view_context import ViewContext

if TYPE_CHECKING:
    from explorer.data.finding.copied import Copied
    from explorer.ui.windows.copied_card import CopiedCard

KEY = "look_up_copied"
SETTLED_MS = 150  # some programs set the clipboard several times for one copy


@guarded
class CopiedLookup(QObject):
    """Watches the clipboard while it is on; off at first. Nothing of what is copied is kept.

    `openRequested` asks for the row of the search that was chosen, `reported` has a sentence for the status bar,
    `changed` reports whether the watch is on.
    """

    openRequested = Signal(object)
    changed = Signal(bool)
    reported = Signal(str)

    def __init__(self, shared: ViewContext, settings: QSettings | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._shared, self._settings, self._window = shared, settings, parent
        self.card: CopiedCard | None = None
        self.is_on = settings is not None and stored_text(settings, KEY) == "1"
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLED_MS)
        self._soon.timeout.connect(self._look_up_new)
        QGuiApplication.clipboard().dataChanged.connect(self._copied)

    @Slot()
    def switch(self) -> None:
        """Switch the watch on or off, for the next sessions too."""
        self.is_on = not self.is_on
        if self._settings is not None:
            self._settings.setValue(KEY, "1" if self.is_on else "")
        self.changed.emit(self.is_on)
        self.reported.emit(
            gettext("Codes and document numbers that you copy in any program are now looked up.")
            if self.is_on
            else gettext("Copied text is no longer looked up.")
        )

    @Slot()
    def look_up_now(self) -> None:
        """Show what is on file about the text on the clipboard, with the focus on the card."""
        found = self._found()
        if found is None:
            self.reported.emit(gettext("The clipboard contains no code or document number."))
        else:
            self._show(found, take_focus=True)

    @Slot()
    def _copied(self) -> None:
        if self.is_on:
            self._soon.start()

    @Slot()
    def _look_up_new(self) -> None:
        """Look up what another program has copied."""
        found = None if QGuiApplication.clipboard().ownsClipboard() else self._found()
        if found is not None:
            self._show(found, take_focus=False)

    def _found(self) -> "Copied | None":
        from explorer.data.finding.copied import look_up  # the search, which a start does not need

        text = QGuiApplication.clipboard().text()
        return look_up(self._shared.store, text, self._shared.context)

    def _show(self, found: "Copied", *, take_focus: bool) -> None:
        if self.card is None:
            from explorer.ui.windows.copied_card import CopiedCard

            self.card = CopiedCard(self._window)
            self.card.openRequested.connect(self.openRequested)
        self.card.show_found(found, self._shared.theme, take_focus=take_focus)
