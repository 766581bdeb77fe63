"""Asks before it removes an installed edition."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from explorer.data.editions.folder import Edition
from explorer.language import gettext
from explorer.ui.view_context import ViewContext


class EditionRemoval(QObject):
    """Opens the dialog over a window; `reported` gives a sentence on what was removed."""

    reported = Signal(str)

    def __init__(self, shared: ViewContext, window: QWidget) -> None:
        super().__init__(window)
        self._shared, self._window = shared, window
        shared.editions.removeRequested.connect(self.ask)
        shared.editions.removed.connect(self._report)

    @Slot(object)
    def ask(self, edition: Edition) -> None:
        """Ask before an edition is removed."""
        from explorer.ui.dialogs.remove_edition import RemoveEditionDialog

        dialog = RemoveEditionDialog(edition, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(partial(self._shared.editions.remove, edition.name, self._shared.store))
        dialog.open()

    @Slot(str)
    def _report(self, name: str) -> None:
        self.reported.emit(gettext("Removed edition {name}.").format(name=name))
