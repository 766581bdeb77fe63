"""The dialog that exports one chart, with a preview and the command that writes the same file."""

from pathlib import Path

from PySide6.QtCore import QSettings, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from explorer.charts.output.options import TABLE_FORMATS, ExportOptions, has_chinese
from explorer.charts.spec import ChartSpec
from explorer.charts.zoom import check_range
from explorer.errors import KnownError
from explorer.files import write_file
from explorer.language import gettext
from explorer.ui.dialogs.export.copies import CopyButton
from explorer.ui.dialogs.export.file_name import CommandText, FileName, wrapped_to_width
from explorer.ui.dialogs.export.files import FOLDER, choose_file
from explorer.ui.dialogs.export.form import ExportForm
from explorer.ui.dialogs.export.form_values import FormValues, load_values, recent_sizes
from explorer.ui.dialogs.export.own_words import OwnWords
from explorer.ui.dialogs.export.preview import Preview
from explorer.ui.widgets.dialog_size import size_within
from explorer.ui.widgets.labels import label, rule

DRAW_DELAY_MS = 40
SIDE_WIDTH = 424


class ExportDialog(QDialog):
    """Saves or copies a chart; `saved` reports the file, `severalRequested` asks for the export of several charts."""

    saved = Signal(str)
    severalRequested = Signal()

    def __init__(self, spec: ChartSpec, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = spec
        self.spec = spec.without_own or spec
        self._settings = settings
        self._is_drawable = self._has_file_name = True
        self.setWindowTitle(gettext("Export chart"))
        self.resize(size_within(self, QSize(1140, 700)))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.preview = Preview()
        row.addWidget(self.preview, 1)
        row.addWidget(self._make_side())
        self.save_button.setDefault(True)  # a button is the default of the dialog that it is already in
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAW_DELAY_MS)
        self._timer.timeout.connect(self._draw)
        self._find_chinese()
        self._update_file_name()
        self._draw()
        self.form.setFocus()

    @property
    def values(self) -> FormValues:
        """The values of the form."""
        return self.form.values

    def options(self) -> ExportOptions:
        """Return the options of the export; raise KnownError if the size is out of range."""
        return self.own_words.applied(self.values.options())

    def _find_chinese(self) -> None:
        """Let the form draw Chinese text as outlines by default."""
        spec = self.spec
        words = (
            spec.title,
            spec.subtitle,
            *spec.notes,
            spec.sources_text,
            *spec.names_zh,
            *self.own_words.texts,
        )
        self.form.set_has_chinese(has_chinese(" ".join(words)))

    # what the dialog is made of

    def _make_side(self) -> QWidget:
        side = QFrame()
        side.setProperty("role", "surface")
        side.setMinimumWidth(SIDE_WIDTH)
        outer = QVBoxLayout(side)
        outer.setContentsMargins(20, 18, 20, 18)
        outer.setSpacing(12)
        outer.addWidget(label(gettext("Export chart"), "heading", selectable=False))
        content, scroll = QWidget(), QScrollArea()
        content.setProperty("role", "plain")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._make_form()
        self.command = CommandText()
        self.message = wrapped_to_width(label("", "muted"))
        self.command.copied.connect(self.message.setText)
        for part in (self.form, rule(), self.command, self.message):
            column.addWidget(part)
        column.addStretch(1)
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setProperty("role", "plain")
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer.addWidget(scroll, 1)
        outer.addLayout(self._make_buttons())
        return side

    def _make_form(self) -> None:
        self.form = ExportForm(load_values(self._settings), recent_sizes(self._settings))
        self.form.changed.connect(self._changed)
        self.own_words = OwnWords(self.spec, self.form)
        self.own_words.changed.connect(self._changed)
        self.file = FileName()
        self.file.nameChanged.connect(self._show_command)
        self.form.add_row(gettext("File"), self.file)
        self.own = QCheckBox(gettext("Include your series"))
        self.own.setVisible(self._whole.has_own)
        self.own.toggled.connect(self._own_toggled)
        if self._whole.has_own:
            self.form.add_row("", self.own)

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.copy_button = CopyButton(self._bytes, self)
        self.copy_button.reported.connect(self.message.setText)
        several = QPushButton(gettext("Several charts…"))
        several.setToolTip(gettext("Export several charts of this or of several metals to a folder"))
        several.clicked.connect(self.severalRequested)
        close = QPushButton(gettext("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        self.save_button = QPushButton(gettext("Save…"))
        self.save_button.setProperty("role", "primary")
        self.save_button.clicked.connect(self.save)
        row.addWidget(self.copy_button)
        row.addWidget(several)
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(self.save_button)
        QShortcut(QKeySequence.StandardKey.Save, self, self.save_button.click)
        return row

    # what is exported

    @Slot(bool)
    def _own_toggled(self, included: bool) -> None:
        self.spec = self._whole if included else self._whole.without_own or self._whole
        self.own_words.set_chart(self.spec)
        self._find_chinese()
        self._show_command()
        self._timer.start()

    @property
    def _is_withheld(self) -> bool:
        """Whether there is nothing to export but series of the user, which are not to be included."""
        return self.spec.has_own and not self.own.isChecked()

    @Slot()
    def _changed(self) -> None:
        self._find_chinese()
        self._update_file_name()
        self._timer.start()

    def _update_file_name(self) -> None:
        """Change the ending of the file name to that of the format."""
        self.file.set_ending(self.spec, self.values.form)
        self._show_command()

    @Slot()
    def _show_command(self) -> None:
        has_name = self.file.is_valid
        try:
            options = self.options() if has_name else None
        except KnownError:
            options = None
        self.command.show_command(self.spec, options, self.file.name)
        if has_name != self._has_file_name:
            self.message.setText("" if has_name else gettext("Enter a file name without / or \\."))
        self._has_file_name = has_name
        self._update_buttons()

    @Slot()
    def _draw(self) -> None:
        try:
            options = self.options()
            if self._is_withheld:
                raise KnownError(
                    gettext("This chart shows only your series. Tick “Include your series” to export it.")
                )
            check_range(self.spec)
            if self.values.form in TABLE_FORMATS:
                self.preview.show_table(self._bytes("csv"))
                error_text = ""
            else:
                error_text = self.preview.show_image(self.spec, options)
        except KnownError as error:
            error_text = str(error)
            self.preview.caption.setText(error_text)
        self._is_drawable = not error_text
        self._update_buttons()

    def _update_buttons(self) -> None:
        """Enable what is possible: a chart that can be drawn can be copied, and saved if the file has a name."""
        self.save_button.setEnabled(self._is_drawable and self._has_file_name)
        self.copy_button.offer(self._is_drawable)

    def _bytes(self, form: str) -> bytes:
        """Return the exported file, the same as the command writes."""
        from explorer.charts.output.render import render

        return render(self.spec, self.options(), form)

    @Slot()
    def save(self) -> None:
        """Ask for a file and write the chart to it."""
        answer = choose_file(self, gettext("Save chart"), self.file.name, self.values.form, self._settings)
        if answer is None:
            return
        path, force = answer
        try:
            self.write(path, force=force)
        except KnownError as error:
            self.message.setText(str(error))
            return
        self.accept()

    def write(self, path: Path, *, force: bool) -> None:
        """Write the chart to a file and save folder and values; raise KnownError if the file cannot be written."""
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            data = self._bytes(self.values.form)
            write_file(path, data, force=force)
        finally:
            QApplication.restoreOverrideCursor()
        self._settings.setValue(FOLDER, str(path.parent))
        self.values.save(self._settings)
        self.saved.emit(str(path))
