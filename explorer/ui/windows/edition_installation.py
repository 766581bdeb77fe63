"""Asks for a data file and opens the dialog that checks and installs it."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from explorer.language import gettext


class EditionInstallation(QObject):
    """Belongs to the window, not to its content, which an installed edition replaces while the dialog is open.

    `installed` reports that an edition was installed and chosen, `changesRequested` asks to show what differs between
    two editions, given by their names.
    """

    installed = Signal()
    changesRequested = Signal(str, str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    @Slot()
    def ask(self) -> None:
        """Ask for a data file and check it."""
        title, filters = gettext("Install data edition"), gettext("Data files (*.db);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self._window, title, "", filters)
        if name:
            self.check(Path(name))

    def check(self, path: Path) -> None:
        """Open the dialog on a data file."""
        from explorer.ui.dialogs.install_edition import InstallEditionDialog

        dialog = InstallEditionDialog(path, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.installed.connect(self.installed)
        dialog.changesRequested.connect(self.changesRequested)
        dialog.open()
        dialog.start()
