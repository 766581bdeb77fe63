"""Where a list is typed, pasted or opened, and the column and the sheet that hold what is checked."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from explorer.data.numbers import exact
from explorer.data.reading.line_list import LineList
from explorer.guard import guarded
from explorer.language import gettext, ngettext
from explorer.ui.views.lists.words import ListWords
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.choice_box import ChoiceBox
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.layouts import FlowLayout
from explorer.ui.widgets.reading_thread import STEPS
from explorer.ui.widgets.source import Source, source_of
from explorer.ui.widgets.style import STEP

TYPING_MS = 300
MOST_IN_EDITOR = 100_000  # characters; a longer text is read like a file


@guarded
class ListEdit(QPlainTextEdit):
    """A field for a list; `sourceGiven` reports a file, or a text too long for the field, that is pasted or dropped."""

    sourceGiven = Signal(object)

    def __init__(self, words: ListWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(words.heading)
        self.setPlaceholderText(words.placeholder)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source_of(source) is not None

    def insertFromMimeData(self, source: QMimeData) -> None:
        given = source_of(source)
        if given is not None and (given.path is not None or len(given.text) > MOST_IN_EDITOR):
            self.sourceGiven.emit(given)
        else:
            super().insertFromMimeData(source)


@guarded
class InputCard(Card):
    """Takes the list; `sourceGiven` reports a file or text, `cleared` that it was removed. `more` are further buttons.

    `columnChosen` and `sheetChosen` report where to look, `cancelled` that reading or checking is to stop.
    """

    sourceGiven = Signal(object)
    cleared = Signal()
    columnChosen = Signal(int)
    sheetChosen = Signal(str)
    cancelled = Signal()

    def __init__(
        self, words: ListWords, more: Sequence[QPushButton] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(words.heading, " ", parent, fill=True)
        self._words, self._more = words, more
        self.edit = ListEdit(words)
        self.edit.textChanged.connect(self._typed)
        self.edit.sourceGiven.connect(self.sourceGiven)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self._read_typed)
        self.file = label("")
        self.file.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._pages = QStackedWidget()
        self._pages.setProperty("role", "plain")
        self._pages.addWidget(self.edit)
        self._pages.addWidget(self.file)
        self.clear = link_button(gettext("Clear"))
        self.clear.setAccessibleName(words.clear)
        self.clear.clicked.connect(self._clear)
        self.add_action(self.clear)
        self.open, self.paste = QPushButton(gettext("Open file…")), QPushButton(gettext("Paste"))
        self.open.setToolTip(gettext("Text, CSV or XLSX; you can also drop a file anywhere on this page"))
        self.open.clicked.connect(self._choose_file)
        self.paste.clicked.connect(self._paste)
        buttons = QWidget()
        flow = FlowLayout(buttons, STEP)
        for button in (self.open, self.paste, *more):
            flow.addWidget(button)
        self.message = label("", "warning")
        self.header_note = label(gettext("The first line contains the column names."), "small")
        self.column, self.column_name = self._choice(gettext("Column"))
        self.sheet, self.sheet_name = self._choice(gettext("Sheet"))
        self.column.activated.connect(self._column_chosen)
        self.sheet.activated.connect(self._sheet_chosen)
        self.add(self._pages, 1)
        for part in (self._progress(), self.message, self.header_note, self.column_name, self.column):
            self.add(part)
        for part in (self.sheet_name, self.sheet, buttons):
            self.add(part)
        self.hint = label(words.hint, "small")
        self.add(self.hint)
        self.show_list(None, None)
        self.say("")

    def _choice(self, name: str) -> tuple[ChoiceBox, QLabel]:
        box, title = ChoiceBox(), label(name, "small", selectable=False)
        box.setAccessibleName(name)
        title.setBuddy(box)
        return box, title

    def _progress(self) -> QWidget:
        self.progress = QWidget()
        row = QHBoxLayout(self.progress)
        row.setContentsMargins(0, 0, 0, 0)
        self.bar = QProgressBar()
        self.bar.setRange(0, STEPS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(gettext("Progress"))
        self.cancel = link_button(gettext("Cancel"))
        self.cancel.clicked.connect(self.cancelled)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        self.progress.hide()
        return self.progress

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What the Tab key reaches in the card, in reading order."""
        given = self.clear, self.edit, self.cancel, self.column, self.sheet
        return *given, self.open, self.paste, *self._more

    def set_text(self, text: str) -> None:
        """Show codes in the field, without reading them, nor what was typed before."""
        self._typing.stop()
        blocked = self.edit.blockSignals(True)
        self.edit.setPlainText(text)
        self.edit.blockSignals(blocked)
        self._pages.setCurrentWidget(self.edit)

    def show_source(self, source: Source) -> None:
        """Show the name of a file, or that a long text was pasted; a short text is in the field."""
        if source.path is None and len(source.text) <= MOST_IN_EDITOR:
            self._pages.setCurrentWidget(self.edit)
            return
        self.set_text("")
        name = source.file_name or gettext("Pasted text")
        if source.more_files:
            text = ngettext(
                "{name}\n{count} more file was not read. Give one file at a time.",
                "{name}\n{count} more files were not read. Give one file at a time.",
                source.more_files,
            )
            name = text.format(name=name, count=exact(source.more_files))
        self.file.setText(name)
        self._pages.setCurrentWidget(self.file)

    def show_name(self, name: str) -> None:
        """Show the name of a list that is neither typed nor a file."""
        self.set_text("")
        self.file.setText(name)
        self._pages.setCurrentWidget(self.file)

    def show_list(self, lines: LineList | None, sheet: str | None) -> None:
        """Show how many lines a list has, its columns and its sheets."""
        count = len(lines.lines) if lines is not None else 0
        text = ngettext("{count} line", "{count} lines", count).format(count=exact(count))
        self.set_heading(self._words.heading, text if lines is not None else " ")
        self.clear.setVisible(lines is not None or bool(self.edit.toPlainText()))
        self.column.clear()
        for number, name in enumerate(lines.names if lines is not None else (), start=1):
            is_named = lines is not None and lines.has_header and name
            self.column.addItem(name if is_named else gettext("Column {number}").format(number=number))
        self.column.setCurrentIndex(lines.column if lines is not None else -1)
        self.header_note.setVisible(lines is not None and lines.has_header)
        has_choice = lines is not None and len(lines.names) > 1
        self.sheet.clear()
        self.sheet.addItems(lines.sheets if lines is not None else ())
        self.sheet.setCurrentIndex(max(self.sheet.findText(sheet or ""), 0))
        has_sheets = lines is not None and len(lines.sheets) > 1
        for part in (self.column, self.column_name):
            part.setVisible(has_choice)
        for part in (self.sheet, self.sheet_name):
            part.setVisible(has_sheets)

    def show_progress(self, part: int, *, is_busy: bool) -> None:
        """Show how much is done, in thousandths."""
        self.progress.setVisible(is_busy)
        self.bar.setValue(part)

    def say(self, sentence: str) -> None:
        """Show what is wrong with the source."""
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))

    @Slot()
    def _typed(self) -> None:
        self._typing.start()

    @Slot()
    def _read_typed(self) -> None:
        text = self.edit.toPlainText()
        if text.strip():
            self.sourceGiven.emit(Source(text=text))
        else:
            self.cleared.emit()

    @Slot()
    def _clear(self) -> None:
        self.set_text("")
        self.edit.setFocus()
        self.cleared.emit()

    @Slot()
    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self.window(),
            self._words.choose_file,
            "",
            gettext("Tables and text (*.csv *.txt *.tsv *.xlsx);;All files (*)"),
        )
        if name:
            self.sourceGiven.emit(Source(Path(name)))

    @Slot()
    def _paste(self) -> None:
        source = source_of(QGuiApplication.clipboard().mimeData())
        if source is None:
            self.say(self._words.nothing_to_paste)
        else:
            self.take(source)

    def take(self, source: Source) -> None:
        """Take a file or text in place of the list before; a short text goes into the field."""
        if source.path is None and len(source.text) <= MOST_IN_EDITOR:
            self.set_text(source.text)
        self.sourceGiven.emit(source)

    @Slot(int)
    def _column_chosen(self, column: int) -> None:
        self.columnChosen.emit(column)

    @Slot(int)
    def _sheet_chosen(self, index: int) -> None:
        self.sheetChosen.emit(self.sheet.itemText(index))
