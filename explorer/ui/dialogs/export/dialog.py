"""One chart leaves the window: preview, look, name, the same command line, and the ways out."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QSettings, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.charts.output.options import command, has_chinese
from explorer.charts.spec import ChartSpec
from explorer.charts.words.summary import file_stem
from explorer.errors import KnownError
from explorer.files import write_file
from explorer.ui.dialogs.export.choices import ExportChoice, restored
from explorer.ui.dialogs.export.folder import FOLDER, ask_file
from explorer.ui.dialogs.export.form import ExportForm
from explorer.ui.dialogs.export.preview import Preview
from explorer.ui.widgets.basics import label, link_button, rule, set_flag

DRAW_AFTER_MS = 40


class ExportDialog(QDialog):
    """Shows a chart as its file will be; `saved` names the file, `manyRequested` asks for more charts."""

    saved = Signal(str)
    manyRequested = Signal()

    def __init__(self, spec: ChartSpec, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self._settings = settings
        self._drawn = self._named = True
        self.setWindowTitle(self.tr("Export chart"))
        self.resize(1140, 620)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.preview = Preview()
        row.addWidget(self.preview, 1)
        row.addWidget(self._make_side())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAW_AFTER_MS)
        self._timer.timeout.connect(self._draw)
        words = (spec.title, spec.subtitle, *spec.notes, spec.sources_text)
        self.form.offer_text(has_chinese(" ".join(words)))
        self._name_file()
        self._draw()

    @property
    def choice(self) -> ExportChoice:
        """The choice as the fields have it."""
        return self.form.choice

    def _make_side(self) -> QWidget:
        side = QFrame()
        side.setProperty("role", "surface")
        side.setFixedWidth(384)
        column = QVBoxLayout(side)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(12)
        column.addWidget(label(self.tr("Export chart"), "heading", selectable=False))
        self.form = ExportForm(restored(self._settings))
        self.form.changed.connect(self._changed)
        self.file = QLineEdit()
        self.file.textEdited.connect(self._show_command)
        self.form.add_row(self.tr("File"), self.file)
        column.addWidget(self.form)
        column.addWidget(rule())
        column.addLayout(self._make_command_head())
        self.command_label = label("", "code")
        self.command_label.setAccessibleName(self.tr("The same file from the command line"))
        column.addWidget(self.command_label)
        self.message = label("", "muted")
        column.addWidget(self.message)
        column.addStretch(1)
        column.addLayout(self._make_buttons())
        return side

    def _make_command_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.addWidget(label(self.tr("The same file from the command line"), "muted", wrap=False))
        head.addStretch(1)
        copy = link_button(self.tr("Copy"))
        copy.setToolTip(self.tr("Copy the command"))
        copy.clicked.connect(self._copy_command)
        head.addWidget(copy)
        return head

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.copy_button = QPushButton(self.tr("Copy"))
        menu = QMenu(self.copy_button)
        for text, slot in (
            (self.tr("Image"), self.copy_image),
            (self.tr("SVG"), self.copy_svg),
            (self.tr("Data as CSV"), self.copy_data),
        ):
            action = QAction(text, menu)
            action.triggered.connect(slot)
            menu.addAction(action)
        self.copy_button.setMenu(menu)
        self.copy_button.setProperty("role", "menu")
        many = QPushButton(self.tr("More charts…"))
        many.setToolTip(self.tr("All charts of this metal, or of several metals, into a folder"))
        many.clicked.connect(self.manyRequested)
        close = QPushButton(self.tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        self.save_button = QPushButton(self.tr("Save…"))
        self.save_button.setProperty("role", "primary")
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self.save)
        row.addWidget(self.copy_button)
        row.addWidget(many)
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(self.save_button)
        QShortcut(QKeySequence.StandardKey.Save, self, self.save_button.click)
        self._copy_key = QShortcut(QKeySequence.StandardKey.Copy, self, self.copy_image)
        return row

    @Slot()
    def _changed(self) -> None:
        self._name_file()
        self._timer.start()

    def _name_file(self) -> None:
        """Give the file the ending of its format; a name of the user's own stays."""
        name = Path(self.file.text() or file_stem(self.spec))
        known = name.suffix.casefold() in (".png", ".svg", ".pdf", ".csv")
        stem = name.stem if known else name.name
        self.file.setText(f"{stem}.{self.choice.form}")
        self._show_command()

    @Slot()
    def _show_command(self) -> None:
        name = self.file.text().strip()
        named = name not in ("", ".", "..") and not {"/", "\\"} & set(name)
        set_flag(self.file, "invalid", not named)
        try:
            self.command_label.setText(command(self.spec, self.choice.picture(), name) if named else "")
        except KnownError:
            self.command_label.clear()
        if named != self._named:
            self.message.setText("" if named else self.tr("Give the file a name without / and \\."))
        self._named = named
        self._allow()

    @Slot()
    def _draw(self) -> None:
        try:
            picture = self.choice.picture()
            if self.choice.form == "csv":
                self.preview.show_table(self._bytes("csv"))
                fault = ""
            else:
                fault = self.preview.show_picture(self.spec, picture)
        except KnownError as error:
            fault = str(error)
            self.preview.caption.setText(fault)
        self._drawn = not fault
        self._allow()

    def _allow(self) -> None:
        """Offer what can be done: a picture that can be drawn, a file that has a name."""
        self.save_button.setEnabled(self._drawn and self._named)
        self.copy_button.setEnabled(self._drawn)
        self._copy_key.setEnabled(self._drawn)

    def _bytes(self, form: str) -> bytes:
        """Return the chart in a format, the same as a command writes."""
        from explorer.charts.output.render import render

        return render(self.spec, self.choice.picture(), form)

    def _bytes_to_copy(self, form: str) -> bytes:
        """Return the chart in a format, nothing where it can't be made, which the message then says."""
        try:
            return self._bytes(form)
        except KnownError as error:
            self.message.setText(str(error))
            return b""

    @Slot()
    def save(self) -> None:
        """Ask for the place and write the file, whole or not at all."""
        name = self.file.text().strip()
        answer = ask_file(self, self.tr("Save chart"), name, self.choice.form, self._settings)
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
        """Write the chart to a file and remember its folder and look; raise KnownError where it can't be."""
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            data = self._bytes(self.choice.form)
            write_file(path, data, force=force)
        finally:
            QApplication.restoreOverrideCursor()
        self._settings.setValue(FOLDER, str(path.parent))
        self.choice.save(self._settings)
        self.saved.emit(str(path))

    @Slot()
    def copy_image(self) -> None:
        """Put the chart on the clipboard as a picture."""
        png = self._bytes_to_copy("png")
        if png:
            data = QMimeData()
            data.setImageData(QImage.fromData(png))
            self._to_clipboard(data, self.tr("The image is on the clipboard."))

    @Slot()
    def copy_svg(self) -> None:
        """Put the chart on the clipboard as SVG, for programs that take shapes and for those that take text."""
        svg = self._bytes_to_copy("svg")
        if svg:
            data = QMimeData()
            data.setData("image/svg+xml", svg)
            data.setText(svg.decode("utf-8"))
            self._to_clipboard(data, self.tr("The SVG is on the clipboard."))

    @Slot()
    def copy_data(self) -> None:
        """Put the figures on the clipboard."""
        csv = self._bytes_to_copy("csv")
        if csv:
            data = QMimeData()
            data.setText(csv.decode("utf-8"))
            self._to_clipboard(data, self.tr("The data are on the clipboard."))

    @Slot()
    def _copy_command(self) -> None:
        QGuiApplication.clipboard().setText(self.command_label.text())
        self.message.setText(self.tr("The command is on the clipboard."))

    def _to_clipboard(self, data: QMimeData, said: str) -> None:
        QGuiApplication.clipboard().setMimeData(data)
        self.message.setText(said)
