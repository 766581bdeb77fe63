"""The dialog that exports one chart, with a preview and the command that writes the same file."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QSettings, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from explorer.charts.output.options import TABLE_FORMATS, ExportOptions, command, has_chinese
from explorer.charts.spec import ChartSpec
from explorer.charts.summary import file_stem
from explorer.charts.zoom import check_range
from explorer.errors import KnownError
from explorer.files import FILE_ENDINGS, write_file
from explorer.language import gettext
from explorer.ui.dialogs.export.files import FOLDER, choose_file
from explorer.ui.dialogs.export.form import ExportForm
from explorer.ui.dialogs.export.form_values import FormValues, load_values, recent_sizes
from explorer.ui.dialogs.export.own_words import OwnWords
from explorer.ui.dialogs.export.preview import Preview
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.labels import label, rule
from explorer.ui.widgets.style import set_style_property

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
        self.resize(1140, 700)
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
        words = (spec.title, spec.subtitle, *spec.notes, spec.sources_text, *self.own_words.texts)
        self.form.set_has_chinese(has_chinese(" ".join(words)))

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
        self.form = ExportForm(load_values(self._settings), recent_sizes(self._settings))
        self.form.changed.connect(self._changed)
        self.own_words = OwnWords(self.spec, self.form)
        self.own_words.changed.connect(self._changed)
        self.file = QLineEdit()
        self.file.textEdited.connect(self._show_command)
        self.form.add_row(gettext("File"), self.file)
        self.own = QCheckBox(gettext("Include your series"))
        self.own.setVisible(self._whole.has_own)
        self.own.toggled.connect(self._own_toggled)
        if self._whole.has_own:
            self.form.add_row("", self.own)
        column.addWidget(self.form)
        column.addWidget(rule())
        column.addLayout(self._make_command_head())
        self.command_label = _wrapped_to_width(label("", "code"))
        self.command_label.setAccessibleName(gettext("Command for this export"))
        column.addWidget(self.command_label)
        self.message = _wrapped_to_width(label("", "muted"))
        column.addWidget(self.message)
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

    def _make_command_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.addWidget(label(gettext("Command for this export"), "muted", wrap=False))
        head.addStretch(1)
        copy = link_button(gettext("Copy command"))
        copy.clicked.connect(self._copy_command)
        head.addWidget(copy)
        return head

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.copy_button = QPushButton(gettext("Copy"))
        menu = QMenu(self.copy_button)
        for text, slot in (
            (gettext("Copy image"), self.copy_image),
            (gettext("Copy SVG"), self.copy_svg),
            (gettext("Copy data (CSV)"), self.copy_data),
        ):
            action = QAction(text, menu)
            action.triggered.connect(slot)
            menu.addAction(action)
        self.copy_button.setMenu(menu)
        self.copy_button.setProperty("role", "menu")
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
        self._copy_key = QShortcut(QKeySequence.StandardKey.Copy, self, self.copy_image)
        return row

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
        name = Path(self.file.text() or file_stem(self.spec))
        known = name.suffix.casefold() in FILE_ENDINGS
        stem = name.stem if known else name.name
        self.file.setText(f"{stem}.{self.values.form}")
        self._show_command()

    @Slot()
    def _show_command(self) -> None:
        name = self.file.text().strip()
        has_name = name not in ("", ".", "..") and not {"/", "\\"} & set(name)
        set_style_property(self.file, "invalid", not has_name)
        try:
            self.command_label.setText(command(self.spec, self.options(), name) if has_name else "")
        except KnownError:
            self.command_label.clear()
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
        self.copy_button.setEnabled(self._is_drawable)
        self._copy_key.setEnabled(self._is_drawable)

    def _bytes(self, form: str) -> bytes:
        """Return the exported file, the same as the command writes."""
        from explorer.charts.output.render import render

        return render(self.spec, self.options(), form)

    def _bytes_to_copy(self, form: str) -> bytes:
        """Return the exported file, or show the error and return nothing."""
        try:
            return self._bytes(form)
        except KnownError as error:
            self.message.setText(str(error))
            return b""

    @Slot()
    def save(self) -> None:
        """Ask for a file and write the chart to it."""
        name = self.file.text().strip()
        answer = choose_file(self, gettext("Save chart"), name, self.values.form, self._settings)
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

    @Slot()
    def copy_image(self) -> None:
        """Copy the chart as an image."""
        png = self._bytes_to_copy("png")
        if png:
            data = QMimeData()
            data.setImageData(QImage.fromData(png))
            self._copy_to_clipboard(data, gettext("Image copied to the clipboard."))

    @Slot()
    def copy_svg(self) -> None:
        """Copy the chart as SVG, both as an image and as text."""
        svg = self._bytes_to_copy("svg")
        if svg:
            data = QMimeData()
            data.setData("image/svg+xml", svg)
            data.setText(svg.decode("utf-8"))
            self._copy_to_clipboard(data, gettext("SVG copied to the clipboard."))

    @Slot()
    def copy_data(self) -> None:
        """Copy the figures as CSV."""
        csv = self._bytes_to_copy("csv")
        if csv:
            data = QMimeData()
            data.setText(csv.decode("utf-8"))
            self._copy_to_clipboard(data, gettext("Data copied to the clipboard."))

    @Slot()
    def _copy_command(self) -> None:
        QGuiApplication.clipboard().setText(self.command_label.text())
        self.message.setText(gettext("Command copied to the clipboard."))

    def _copy_to_clipboard(self, data: QMimeData, message: str) -> None:
        QGuiApplication.clipboard().setMimeData(data)
        self.message.setText(message)


def _wrapped_to_width(text: QLabel) -> QLabel:
    """Make a label wrap to the width that the other fields need, and return it."""
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    text.setSizePolicy(policy)
    return text
