"""Exports all of the user's own data to one file, and imports such a file."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from explorer.errors import KnownError
from explorer.language import gettext
from explorer.ui.view_context import ViewContext

if TYPE_CHECKING:
    from explorer.data.user.merge_record import Merge


class OwnData(QObject):
    """Asks for files over a window; `written` reports a file, `imported` what was added, `refused` why nothing was."""

    written = Signal(str, Path)
    imported = Signal(str)
    refused = Signal(str)

    def __init__(self, shared: ViewContext, settings: QSettings | None, window: QWidget) -> None:
        super().__init__(window)
        self._shared, self._window = shared, window
        self._given_settings = settings

    @Slot()
    def export_data(self) -> None:
        """Ask for a file and write everything to it."""
        from explorer.ui.dialogs.export.own_data import save_own_data

        settings = self._given_settings if self._given_settings is not None else QSettings()
        try:
            path = save_own_data(self._shared.own.file, settings, self._window)
        except KnownError as error:
            self.refused.emit(str(error))
            return
        if path is not None:
            self.written.emit(gettext("Saved {file}").format(file=path), path)

    @Slot()
    def import_data(self) -> None:
        """Ask for a file and add what it has; nothing is removed, and the user chooses what to do with differences."""
        title, filters = gettext("Import your data"), gettext("Data files (*.db);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self._window, title, "", filters)
        if name:
            self.import_file(Path(name))

    def import_file(self, path: Path) -> None:
        """Add what a file has, after a choice where something in it differs from the user's own."""
        from explorer.data.user.exchange import compare

        merge = self._attempt(partial(compare, self._shared.own.file, path))
        if merge is None:
            return
        if not merge.differences:
            self._import(path, False)
            return
        from explorer.ui.dialogs.own.import_dialog import ImportDialog

        dialog = ImportDialog(self._shared.store, path, merge, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(partial(self._import, path))
        dialog.open()

    def _import(self, path: Path, replaces: bool) -> None:
        """Import a file, show everywhere what it brought, and report it."""
        from explorer.data.user.exchange import import_from
        from explorer.data.user.merge_words import merge_words

        merge = self._attempt(partial(import_from, self._shared.own.file, path, replace=replaces))
        if merge is None:
            return
        self._shared.reload_own()
        self.imported.emit(merge_words(merge))

    def _attempt(self, run: "Callable[[], Merge]") -> "Merge | None":
        """Run a function that reads the file to import; report why it is refused, and return None then."""
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            return run()
        except KnownError as error:
            self.refused.emit(str(error))
            return None
        finally:
            QApplication.restoreOverrideCursor()
