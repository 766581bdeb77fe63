"""The windows about the program: help, and versions with licences; each is opened once."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from explorer.palette import Theme
from explorer.ui.view_context import ViewContext
from explorer.ui.windows.actions import key_sections
from explorer.ui.windows.diagnostic_report import DiagnosticReport

if TYPE_CHECKING:
    from explorer.ui.dialogs.about import AboutDialog
    from explorer.ui.dialogs.help import HelpDialog


class AboutWindows(QObject):
    """Opens the windows, or brings them to the front."""

    def __init__(self, shared: ViewContext, diagnosis: DiagnosticReport, parent: QWidget) -> None:
        super().__init__(parent)
        self._shared, self._diagnosis, self._window = shared, diagnosis, parent
        self._about: AboutDialog | None = None
        self._help: HelpDialog | None = None

    @Slot()
    def show_about(self) -> None:
        """Show versions, licences and the terms of the data."""
        from explorer.ui.dialogs.about import AboutDialog

        if self._about is None:
            self._about = AboutDialog(self._shared.store, self._shared.theme, self._window)
            self._about.reportRequested.connect(self._diagnosis.copy)
            self._diagnosis.copied.connect(self._about.report_copied)
            self._about.destroyed.connect(self._about_closed)
        _bring_forward(self._about)

    def show_help(self, *, glossary: bool = False) -> None:
        """Show what to type, the keys and the terms of the program, from the top or from the terms."""
        from explorer.ui.dialogs.help import HelpDialog

        if self._help is None:
            self._help = HelpDialog(key_sections(), self._shared.theme, self._window)
            self._help.destroyed.connect(self._help_closed)
        _bring_forward(self._help)
        self._help.open_at(glossary=glossary)

    def set_theme(self, theme: Theme) -> None:
        """Use a theme in the windows that are open."""
        for dialog in (self._about, self._help):
            if dialog is not None:
                dialog.set_theme(theme)

    @Slot()
    def _about_closed(self) -> None:
        self._about = None

    @Slot()
    def _help_closed(self) -> None:
        self._help = None


def _bring_forward(window: QWidget) -> None:
    window.show()
    window.raise_()
    window.activateWindow()
