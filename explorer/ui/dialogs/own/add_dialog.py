"""The dialog that adds a price series of the user from a file or from pasted text."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from explorer.data.reading.records import COMMA, DAY_FIRST, MONTH_FIRST, POINT, Choices, Undecided
from explorer.data.store import Store
from explorer.errors import KnownError
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.own_series import OwnSeriesModel
from explorer.ui.dialogs.own.facts_form import FactsForm
from explorer.ui.dialogs.own.preview import SeriesPreview
from explorer.ui.dialogs.own.reading import read_series
from explorer.ui.dialogs.own.source_field import SourceField
from explorer.ui.widgets.dialog_size import size_within
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.reading_thread import STEPS, ReadingThread
from explorer.ui.widgets.source import Source


@guarded
class AddSeriesDialog(QDialog):
    """Reads a source, shows what was found, and adds one series at a time; `added` reports its metal and name."""

    added = Signal(str, str)

    def __init__(
        self, model: OwnSeriesModel, store: Store, metal_id: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._thread: ReadingThread | None = None
        self._source: Source | None = None
        self.setWindowTitle(gettext("Add a series"))
        self.setAcceptDrops(True)
        self.resize(size_within(self, QSize(640, 720)))
        self.source = SourceField()
        self.source.chosen.connect(self.read)
        self.message = label("", "body")
        self.message.hide()
        self.preview = SeriesPreview()
        self.form = FactsForm(store, metal_id)
        self._build()
        self.preview.chosen.connect(self._series_chosen)
        self.preview.skipChanged.connect(self._update_add)
        self.form.changed.connect(self._update_add)
        QShortcut(QKeySequence.StandardKey.Paste, self, self.source.paste)
        self._update_add()

    def _build(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 18, 20, 8)
        column.setSpacing(12)
        for part in (
            self.source,
            self._make_progress(),
            self.message,
            self._make_choices(),
            self.preview,
            self.form,
        ):
            column.addWidget(part)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 16)
        whole.addWidget(area, 1)
        whole.addLayout(self._make_buttons())

    def _make_progress(self) -> QWidget:
        self._progress = QWidget()
        row = QHBoxLayout(self._progress)
        row.setContentsMargins(0, 0, 0, 0)
        self.bar = QProgressBar()
        self.bar.setRange(0, STEPS)
        self.bar.setAccessibleName(gettext("Reading progress"))
        self.cancel_button = QPushButton(gettext("Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self.cancel)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel_button)
        self._progress.hide()
        return self._progress

    def _make_choices(self) -> QWidget:
        """Return the lists for what a table leaves open; each is visible only where it is needed."""
        choices = QWidget()
        row = QHBoxLayout(choices)
        row.setContentsMargins(0, 0, 0, 0)
        self.dates = self._add_choice(
            row,
            gettext("Date order"),
            ((gettext("Day first"), DAY_FIRST), (gettext("Month first"), MONTH_FIRST)),
        )
        self.decimal = self._add_choice(
            row,
            gettext("Decimal sign"),
            ((gettext("Decimal point"), POINT), (gettext("Decimal comma"), COMMA)),
        )
        self.sheet = self._add_choice(row, gettext("Sheet"), ())
        row.addStretch(1)
        return choices

    def _add_choice(self, row: QHBoxLayout, name: str, entries: tuple[tuple[str, str], ...]) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(name)
        combo.setToolTip(name)
        if entries:
            combo.addItem(gettext("{name}: choose").format(name=name), None)
        for text, key in entries:
            combo.addItem(text, key)
        combo.activated.connect(self._read_again)
        combo.hide()
        row.addWidget(combo)
        return combo

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(20, 8, 20, 0)
        close = QPushButton(gettext("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        self.add_button = QPushButton(gettext("Add series"))
        self.add_button.setProperty("role", "primary")
        self.add_button.setDefault(True)
        self.add_button.clicked.connect(self.add)
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(self.add_button)
        return row

    # reading

    @Slot(object)
    def read(self, source: Source) -> None:
        """Read a file or text, discarding the choices made for an earlier source."""
        self._source = source
        for combo in (self.dates, self.decimal, self.sheet):
            combo.setCurrentIndex(0)
            combo.hide()
        self.sheet.clear()
        self._read_again()

    @Slot()
    def _read_again(self) -> None:
        if self._source is None:
            return
        self._stop()
        choices = Choices(
            self.dates.currentData(), self.decimal.currentData(), self.sheet.currentData() or None
        )
        self._say("")
        self.preview.show_found(())
        self.bar.setValue(0)
        self._progress.show()
        self._thread = ReadingThread(partial(read_series, self._source, choices), self)
        self._thread.progressed.connect(self.bar.setValue)
        self._thread.finished.connect(self._finished)
        self._thread.start()

    @Slot()
    def cancel(self) -> None:
        """Stop reading."""
        self._stop()
        self._say(gettext("Reading cancelled."))

    def _stop(self) -> None:
        thread, self._thread = self._thread, None
        self._progress.hide()
        if thread is not None:
            thread.finished.disconnect(self._finished)
            thread.stop()
            thread.deleteLater()

    @Slot()
    def _finished(self) -> None:
        thread = self._thread
        if thread is None or not thread.isFinished():  # the end of a thread that another one has replaced
            return
        self._thread = None
        self._progress.hide()
        error, found = thread.error, thread.result
        thread.deleteLater()
        if isinstance(error, Undecided):
            {"dates": self.dates, "decimal": self.decimal}[error.what].show()
            self._say(str(error))
        elif isinstance(error, KnownError):
            self._say(str(error))
        elif isinstance(error, MemoryError):
            self._say(gettext("There is not enough memory to read this file."))
        elif error is not None:
            raise error
        else:
            self._show_sheets(found[0].sheets)
            self.preview.show_found(found)

    def _show_sheets(self, sheets: tuple[str, ...]) -> None:
        if len(sheets) > 1 and not self.sheet.count():
            self.sheet.addItem(gettext("First sheet"), "")
            for name in sheets:
                self.sheet.addItem(name, name)
        self.sheet.setVisible(len(sheets) > 1)

    def _say(self, sentence: str) -> None:
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))
        self._update_add()

    # adding

    @Slot()
    def _series_chosen(self) -> None:
        found = self.preview.candidate
        self.form.setVisible(found is not None)
        if found is not None:
            self.form.suggest(found)
        self._update_add()

    @Slot()
    def _update_add(self) -> None:
        self.add_button.setEnabled(self.preview.is_accepted and self.form.is_complete)

    @Slot()
    def add(self) -> None:
        """Save the chosen series; a file with several stays open for the next one."""
        found = self.preview.candidate
        if found is None or self._source is None:
            return
        facts = self.form.facts(found, self._source.file_name)
        try:
            added = self._model.add(facts, found.points)
        except KnownError as error:
            self._say(str(error))
            return
        self.added.emit(added.metal_id, added.name)
        if self.preview.series.count() > 1:
            text = gettext("Added “{name}”. Choose another column, or close.")
            self._say(text.format(name=added.name))
        else:
            self.accept()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._stop()
        super().closeEvent(event)

    def reject(self) -> None:
        """Stop reading and close."""
        self._stop()
        super().reject()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.source.dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.source.dropEvent(event)
