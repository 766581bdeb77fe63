"""The fields of an entry: a line of text with the reason below it where it is not valid."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from explorer.data.dates import read_day
from explorer.errors import KnownError
from explorer.language import gettext
from explorer.ui.widgets.field_error import FieldError
from explorer.ui.widgets.labels import label

NAME_CHARACTERS = 22
T = TypeVar("T")


class CheckedField(QWidget, Generic[T]):
    """A line of text that `read` turns into a value or refuses with a sentence; `changed` reports another text.

    The sentence is shown once there is a text, or once the field was left empty.
    """

    changed = Signal()

    def __init__(self, name: str, read: Callable[[str], T], hint: str = "") -> None:
        super().__init__()
        self._read = read
        self.edit = QLineEdit()
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(hint)
        self.fault = FieldError(self.edit, name)
        self.message = label("", "fault")
        self.message.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.edit)
        column.addWidget(self.message)
        self.setFocusProxy(self.edit)
        self._is_touched = False
        self.edit.textChanged.connect(self._text_changed)
        self.edit.editingFinished.connect(self._left)

    def value(self) -> T:
        """Return the value of the text; raise KnownError where it is not valid."""
        return self._read(self.edit.text())

    @property
    def is_missing(self) -> bool:
        """Whether the field is empty and must not be."""
        try:
            self.value()
        except KnownError:
            return not self.edit.text().strip()
        return False

    def set_text(self, text: str) -> None:
        """Show a text."""
        self.edit.setText(text)

    def clear(self) -> None:
        """Show no text, as before anything was typed."""
        self.edit.clear()
        self._is_touched = False
        self._check()

    def show_fault(self) -> None:
        """Show why the text is not valid, also of an empty field."""
        self._is_touched = True
        self._check()

    @Slot()
    def _text_changed(self) -> None:
        self._is_touched = self._is_touched or bool(self.edit.text())
        self._check()
        self.changed.emit()

    @Slot()
    def _left(self) -> None:
        self.show_fault()

    def _check(self) -> None:
        sentence = ""
        try:
            self.value()
        except KnownError as error:
            sentence = str(error) if self._is_touched else ""
        if sentence and sentence != self.fault.sentence:
            self.fault.show(sentence)
        elif not sentence:
            self.fault.clear()
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))


def day_field(name: str, *, required: bool) -> CheckedField[str | None]:
    """Return a field for a day, which optional unless it is required; its value is an ISO date."""

    def read(text: str) -> str | None:
        if not text.strip() and not required:
            return None
        return read_day(text).isoformat()

    hint = gettext("such as 10 Dec 2024") if required else gettext("optional")
    return CheckedField(name, read, hint)


def add_row(rows: QFormLayout, name: str, field: QWidget) -> QLabel:
    """Add a field with its name to a form, and return the name's label."""
    title = label(name, "muted", wrap=False, selectable=False)
    title.setMinimumWidth(NAME_CHARACTERS * title.fontMetrics().averageCharWidth())  # the same in all forms
    title.setBuddy(field)
    field.setAccessibleName(name)
    rows.addRow(title, field)
    return title


def form_rows(parent: QWidget) -> QFormLayout:
    """Return the layout of a form with wide fields."""
    rows = QFormLayout(parent)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return rows
