"""The button that copies an export: as an image, as SVG or as data; Ctrl+C copies the image."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from explorer.errors import KnownError
from explorer.language import gettext


class CopyButton(QPushButton):
    """`render` returns the file of a format; `reported` says what was copied, or why nothing was."""

    reported = Signal(str)

    def __init__(self, render: Callable[[str], bytes], owner: QWidget) -> None:
        super().__init__(gettext("Copy"), owner)
        self._render = render
        menu = QMenu(self)
        for text, slot in (
            (gettext("Copy image"), self.copy_image),
            (gettext("Copy SVG"), self.copy_svg),
            (gettext("Copy data (CSV)"), self.copy_data),
        ):
            action = QAction(text, menu)
            action.triggered.connect(slot)
            menu.addAction(action)
        self.setMenu(menu)
        self.setProperty("role", "menu")
        self._key = QShortcut(QKeySequence.StandardKey.Copy, owner, self.copy_image)

    def offer(self, possible: bool) -> None:
        """Enable the button and its key for a chart that can be drawn."""
        self.setEnabled(possible)
        self._key.setEnabled(possible)

    @Slot()
    def copy_image(self) -> None:
        """Copy the chart as an image."""
        png = self._file("png")
        if png:
            data = QMimeData()
            data.setImageData(QImage.fromData(png))
            self._copy(data, gettext("Image copied to the clipboard."))

    @Slot()
    def copy_svg(self) -> None:
        """Copy the chart as SVG, both as an image and as text."""
        svg = self._file("svg")
        if svg:
            data = QMimeData()
            data.setData("image/svg+xml", svg)
            data.setText(svg.decode("utf-8"))
            self._copy(data, gettext("SVG copied to the clipboard."))

    @Slot()
    def copy_data(self) -> None:
        """Copy the figures as CSV."""
        csv = self._file("csv")
        if csv:
            data = QMimeData()
            data.setText(csv.decode("utf-8"))
            self._copy(data, gettext("Data copied to the clipboard."))

    def _file(self, form: str) -> bytes:
        """Return the exported file, or report the error and return nothing."""
        try:
            return self._render(form)
        except KnownError as error:
            self.reported.emit(str(error))
            return b""

    def _copy(self, data: QMimeData, message: str) -> None:
        QGuiApplication.clipboard().setMimeData(data)
        self.reported.emit(message)
