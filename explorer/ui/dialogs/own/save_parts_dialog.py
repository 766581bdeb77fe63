"""The dialog that saves a list of codes as a parts list, with its origin and destination."""

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from explorer.data.context import Context
from explorer.data.numbers import exact
from explorer.data.parts.from_codes import parts_lines
from explorer.data.parts.texts import places_text
from explorer.data.reading.code_list import CodeList
from explorer.data.store import Store
from explorer.data.user.parts_records import PartsFacts
from explorer.data.user.records import LONGEST_NAME
from explorer.errors import KnownError, quoted
from explorer.guard import guarded
from explorer.language import gettext, ngettext
from explorer.models.own_parts import OwnPartsModel
from explorer.models.table import Cell
from explorer.ui.widgets.dialog_size import size_within
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.table_view import TableView

MOST_SHOWN, TABLE_HEIGHT = 50, 160


@guarded
class SavePartsDialog(QDialog):
    """Shows what is saved and asks for a name; `saved` reports a sentence."""

    saved = Signal(str)

    def __init__(
        self,
        model: OwnPartsModel,
        store: Store,
        codes: CodeList,
        context: Context,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model, self._store, self._codes, self._context = model, store, codes, context
        self.lines, self._bad = parts_lines(codes)
        self.setWindowTitle(gettext("Save this list"))
        self.resize(size_within(self, QSize(480, 240)))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        self.text = label(self._text())
        self.name = QLineEdit(codes.name.rpartition(".")[0] or codes.name)
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText(gettext("such as the name of the product"))
        name = label(gettext("Name"), "small", selectable=False)
        name.setBuddy(self.name)
        self.name.setAccessibleName(gettext("Name of the parts list"))
        for part in (self.text, name, self.name):
            column.addWidget(part)
        if self._bad:
            column.addWidget(label(self._bad_text(), "warning"))
            column.addWidget(self._bad_table())
        kept = gettext("The list is kept on this computer only. “My parts” on Today shows what changes.")
        column.addWidget(label(kept, "small"))
        self.message = label("", "fault")
        self.message.hide()
        column.addWidget(self.message)
        column.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.save_button = QPushButton(gettext("Save list"))
        self.save_button.setProperty("role", "primary")
        buttons.addButton(self.save_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.save)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.name.textChanged.connect(self._update)
        self._update()
        self.name.setFocus()

    def _text(self) -> str:
        text = ngettext(
            "{count} line with a code, for exports from {places}.",
            "{count} lines with a code, for exports from {places}.",
            len(self.lines),
        )
        places = places_text(self._store, self._context.origin, self._context.destination)
        return text.format(count=exact(len(self.lines)), places=places)

    def _bad_text(self) -> str:
        text = ngettext(
            "{count} line has no valid code and is left out:",
            "{count} lines have no valid code and are left out:",
            len(self._bad),
        )
        return text.format(count=exact(len(self._bad)))

    def _bad_table(self) -> TableView:
        table = TableView(
            (gettext("Line"), gettext("Reason")), gettext("Lines left out"), max_height=TABLE_HEIGHT
        )
        table.set_weights(1, 8)
        table.set_rows([(Cell(str(n), n), Cell(reason)) for n, reason in self._bad[:MOST_SHOWN]])
        return table

    @Slot()
    def _update(self) -> None:
        self.save_button.setEnabled(bool(self.lines) and bool(self.name.text().strip()))

    @Slot()
    def save(self) -> None:
        """Save the list, or show why it can't be."""
        context = self._context
        facts = PartsFacts(self.name.text(), context.origin, context.destination, self._codes.name or None)
        try:
            added = self._model.add(facts, self.lines)
        except KnownError as error:
            self.message.setText(str(error))
            self.message.show()
            return
        text = gettext("Saved the parts list {name}. “My parts” on Today shows what changes.")
        self.saved.emit(text.format(name=quoted(added.facts.name)))
        self.accept()
