"""The main window: its geometry, how it comes to the front, and what it saves for the next session.

It is shown before its content is imported, so this module imports nothing beyond Qt that takes time.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from explorer.errors import DataFileError
from explorer.guard import guarded
from explorer.ui.windows.session import carried_state, restore_window, save_window, unsaved_words

if TYPE_CHECKING:
    from explorer.data.store import Store
    from explorer.models.state import AppState
    from explorer.ui.windows.edition_installation import EditionInstallation
    from explorer.ui.windows.workspace import Workspace


@guarded
class MainWindow(QMainWindow):
    """Empty until `populate` adds its content, which `populated` reports; another edition replaces the content."""

    populated = Signal()
    workspace: "Workspace"

    def __init__(self, settings: QSettings | None = None, report: Callable[[], str] = str) -> None:
        super().__init__()
        self._settings, self._report = settings, report
        self._populated = self._reported_unsaved = False
        self.installation: EditionInstallation | None = None
        self.setWindowTitle("Minor Metals Explorer")
        self.setMinimumSize(920, 560)
        restore_window(self, settings)

    def populate(self, store: "Store", state: "AppState") -> None:
        """Fill the window."""
        from explorer.ui.windows.workspace import Workspace

        self.workspace = Workspace(store, state, self._settings, self._report, self)
        self.setCentralWidget(self.workspace)
        self.setStatusBar(self.workspace.status)
        self.workspace.top.search.setFocus()  # an active window does not move the focus by itself
        self._connect_editions()
        self._populated = True
        self.populated.emit()

    def _connect_editions(self) -> None:
        """Let the content ask for the installation and the choice of an edition."""
        from explorer.ui.windows.edition_installation import EditionInstallation

        if self.installation is None:
            self.installation = EditionInstallation(self)
            self.installation.installed.connect(self.open_chosen_edition)
            self.installation.changesRequested.connect(self.show_edition_changes)
        editions = self.workspace.shared.editions
        editions.installRequested.connect(self.installation.ask)
        editions.chosen.connect(self.open_chosen_edition)

    @Slot()
    def open_chosen_edition(self) -> None:
        """Replace the content by that of the edition that is now chosen; what is shown stays the same."""
        from explorer.data.editions.current import open_current
        from explorer.models.own_entries import load_entries

        before = self.workspace
        try:
            opened = open_current()
        except DataFileError as error:
            before.show_message(str(error))
            return
        self.save_session()
        faults = load_entries(opened.store)
        self.populate(opened.store, carried_state(before.state, opened.store, self._settings))
        self.workspace.destroyed.connect(opened.store.close)
        self.workspace.take_lists(before.open_lists())
        self.workspace.show_edition(opened)
        self.workspace.report_entries(faults)
        before.discard()

    @Slot(str, str)
    def show_edition_changes(self, old: str, new: str) -> None:
        """Show what differs between two editions."""
        self.workspace.show_edition_changes(old, new)

    @Slot(str)
    def show_message(self, sentence: str) -> None:
        """Show a sentence over the content."""
        self.workspace.show_message(sentence)

    @Slot(str)
    def show_fault(self, trace: str) -> None:
        """Show that the program failed, with its report to copy."""
        self.workspace.show_fault(trace)

    @Slot(str)
    def open_link(self, link: str) -> None:
        """Show the view of a link, and bring the window to the front."""
        self.workspace.follow(link)
        self.come_forward()

    @Slot()
    def come_forward(self) -> None:
        """Bring the window to the front where the system allows it, otherwise mark it in the task bar."""
        from PySide6.QtCore import Qt

        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        if not self.isActiveWindow():
            QApplication.alert(self)

    @Slot()
    def save_session(self) -> None:
        """Save the state and the geometry for the next session; say once where that is not possible."""
        if self._settings is None or not self._populated:
            return
        save_window(self, self.workspace.splitter, self.workspace.state, self._settings)
        sentence = unsaved_words(self._settings)
        if sentence and not self._reported_unsaved:
            self._reported_unsaved = True
            self.workspace.show_message(sentence)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save the session before the window closes."""
        self.save_session()
        super().closeEvent(event)
