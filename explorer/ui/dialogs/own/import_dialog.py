"""The dialog that shows what differs between a file to import and the user's own data, and asks which to keep."""

from pathlib import Path

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from explorer.data.store import Store
from explorer.data.user.difference_words import difference_words
from explorer.data.user.merge_record import Merge
from explorer.data.user.merge_words import new_words
from explorer.guard import guarded
from explorer.language import gettext, paragraph
from explorer.models.table import Cell
from explorer.ui.dialogs.own.saved_dialog import TABLE_HEIGHT, SavedDialog
from explorer.ui.widgets.table_view import TableView


@guarded
class ImportDialog(SavedDialog):
    """Lists what differs; `chosen` reports whether the user's own is to be replaced by what the file has."""

    chosen = Signal(bool)

    def __init__(self, store: Store, path: Path, merge: Merge, parent: QWidget | None = None) -> None:
        text = gettext("{counts} Whichever you choose, new items are added and nothing is removed.")
        replacing = gettext(
            "Before anything is replaced, a copy of all your data is saved, which you can import again."
        )
        header = (gettext("What differs"), gettext("Yours"), gettext("In the file"))
        table = TableView(header, gettext("What differs"), max_height=TABLE_HEIGHT)
        table.set_weights(2, 5, 5, long=(2, 1))
        introduction = paragraph((text.format(counts=new_words(merge)), replacing))
        super().__init__(gettext("Import your data"), introduction, table, QSize(860, 420), parent)
        table.set_rows(
            [tuple(map(Cell, difference_words(store, difference))) for difference in merge.differences]
        )
        self.message.setText(gettext("File: {path}").format(path=path))
        self.keep_button = self.button(gettext("Keep mine"), self._keep)
        self.replace_button = self.button(gettext("Replace mine"), self._replace)
        self.cancel_button = self.button(gettext("Cancel"), self.reject)
        self.keep_button.setProperty("role", "primary")
        self.add_buttons((self.keep_button, self.replace_button, self.cancel_button))
        self.keep_button.setDefault(True)
        self.keep_button.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the height of the dialog to its rows, which depends on its width."""
        super().showEvent(event)
        self.fit_height()

    @Slot()
    def _keep(self) -> None:
        self._choose(replaces=False)

    @Slot()
    def _replace(self) -> None:
        self._choose(replaces=True)

    def _choose(self, *, replaces: bool) -> None:
        self.accept()
        self.chosen.emit(replaces)
