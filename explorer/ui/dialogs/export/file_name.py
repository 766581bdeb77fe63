"""The name of the exported file, and the command that writes the same file."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from explorer.charts.output.options import ExportOptions, command
from explorer.charts.spec import ChartSpec
from explorer.charts.summary import file_stem
from explorer.files import FILE_ENDINGS
from explorer.language import gettext
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.style import set_style_property


class FileName(QLineEdit):
    """A field for the name of a file without folders; `nameChanged` reports that it was edited."""

    nameChanged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textEdited.connect(self._edited)

    @property
    def name(self) -> str:
        """The name."""
        return self.text().strip()

    @property
    def is_valid(self) -> bool:
        """Whether a file can have the name."""
        return self.name not in ("", ".", "..") and not {"/", "\\"} & set(self.name)

    def set_ending(self, spec: ChartSpec, form: str) -> None:
        """Change the ending to that of a format; an empty name becomes that of the chart."""
        name = Path(self.text() or file_stem(spec))
        known = name.suffix.casefold() in FILE_ENDINGS
        self.setText(f"{name.stem if known else name.name}.{form}")
        self.mark()

    def mark(self) -> None:
        """Mark a name that no file can have."""
        set_style_property(self, "invalid", not self.is_valid)

    @Slot()
    def _edited(self) -> None:
        self.mark()
        self.nameChanged.emit()


class CommandText(QWidget):
    """Shows a command and copies it; `copied` says so."""

    copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column, head = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        head.addWidget(label(gettext("Command for this export"), "muted", wrap=False))
        head.addStretch(1)
        copy = link_button(gettext("Copy command"))
        copy.clicked.connect(self._copy)
        head.addWidget(copy)
        column.addLayout(head)
        self.text = wrapped_to_width(label("", "code"))
        self.text.setAccessibleName(gettext("Command for this export"))
        column.addWidget(self.text)

    def show_command(self, spec: ChartSpec, options: ExportOptions | None, name: str) -> None:
        """Show the command that writes a chart to a file, nothing where the options are not valid."""
        self.text.setText("" if options is None else command(spec, options, name))

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.text())
        self.copied.emit(gettext("Command copied to the clipboard."))


def wrapped_to_width(text: QLabel) -> QLabel:
    """Make a label wrap to the width that the other fields need, and return it."""
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    text.setSizePolicy(policy)
    return text
