"""The dialog that exports several charts into a folder, one at a time, while the window stays responsive."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QSettings, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.charts.batch import Job, Outcome, export, jobs
from explorer.charts.builders.registry import KINDS
from explorer.charts.output.options import FORMATS, ExportOptions
from explorer.data.context import Context
from explorer.data.numbers import exact
from explorer.data.store import Store
from explorer.errors import KnownError
from explorer.files import ensure_folder
from explorer.guard import guarded
from explorer.language import gettext, list_of, ngettext, paragraph
from explorer.ui.dialogs.export.checklist import CheckList
from explorer.ui.dialogs.export.files import FOLDER, last_folder
from explorer.ui.dialogs.export.form_values import load_values
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.clearable_field import ClearableField
from explorer.ui.widgets.dialog_size import size_within
from explorer.ui.widgets.labels import label


@guarded
class SeveralChartsDialog(QDialog):
    """Exports the charts of the checked metals and kinds, and logs those that are not written or incomplete.

    `saved` reports how many were written, and the folder.
    """

    saved = Signal(str, str)

    def __init__(
        self,
        store: Store,
        context: Context,
        metal_ids: Sequence[str],
        settings: QSettings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._context, self._settings = store, context, settings
        self._run: Iterator[Outcome] | None = None
        self._done = self._written = self._failed = 0
        self._folder = Path()
        self.setWindowTitle(gettext("Export several charts"))
        self.resize(size_within(self, QSize(820, 620)))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(12)
        lists = QHBoxLayout()
        lists.setSpacing(16)
        lists.addLayout(self._make_metals(metal_ids), 1)
        lists.addLayout(self._make_kinds(), 1)
        column.addLayout(lists, 1)
        column.addLayout(self._make_output())
        self._bar = QProgressBar()
        self._bar.setAccessibleName(gettext("Progress"))
        self._bar.hide()
        column.addWidget(self._bar)
        self.log = QPlainTextEdit()
        self.log.setReadOnly(True)
        self.log.setAccessibleName(gettext("Export log"))
        self.log.setMaximumHeight(120)
        self.log.hide()
        column.addWidget(self.log)
        column.addLayout(self._make_buttons())
        self._update_start()
        self.metals.setFocus()

    def _make_metals(self, metal_ids: Sequence[str]) -> QVBoxLayout:
        column = QVBoxLayout()
        self.metals = CheckList(gettext("Metals"))
        for metal in self._store.metals.values():
            self.metals.add(metal.metal_id, f"{metal.name_en} {metal.name_zh}", metal.metal_id in metal_ids)
        self.metals.itemChanged.connect(self._update_start)
        find = ClearableField()
        find.setPlaceholderText(gettext("Filter metals"))
        find.setAccessibleName(gettext("Filter metals"))
        find.textChanged.connect(self.metals.filter)
        column.addLayout(self._make_head(gettext("Metals"), self.metals))
        column.addWidget(find)
        column.addWidget(self.metals)
        return column

    def _make_kinds(self) -> QVBoxLayout:
        column = QVBoxLayout()
        self.kinds = CheckList(gettext("Charts"))
        for kind in KINDS.values():
            text = kind.label
            if kind.metals == "several":
                text = gettext("{chart} (one chart)").format(chart=text)
            self.kinds.add(kind.name, text, kind.metals == "one")
        self.kinds.itemChanged.connect(self._update_start)
        column.addLayout(self._make_head(gettext("Charts"), self.kinds))
        column.addWidget(self.kinds)
        return column

    def _make_head(self, name: str, checks: CheckList) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(label(name, "heading", wrap=False, selectable=False))
        row.addStretch(1)
        for text, slot in (
            (gettext("Select all"), checks.mark_shown),
            (gettext("Clear all"), checks.clear_shown),
        ):
            button = link_button(text)
            button.setAccessibleName(gettext("{group}: {choice}").format(group=name, choice=text))
            button.clicked.connect(slot)
            row.addWidget(button)
        return row

    def _make_output(self) -> QVBoxLayout:
        rows = QVBoxLayout()
        rows.setSpacing(8)
        rows.addLayout(self._make_format())
        rows.addLayout(self._make_folder())
        return rows

    def _make_format(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        values = load_values(self._settings)
        self._format = QComboBox()
        self._format.setAccessibleName(gettext("Format"))
        for form in FORMATS:
            self._format.addItem(form.upper(), form)
        self._format.setCurrentIndex(FORMATS.index(values.form))
        row.addWidget(self._format)
        size = label(_size_text(values.options()), "muted", wrap=False)
        size.setToolTip(gettext("Uses the settings of your last export."))
        row.addWidget(size)
        row.addStretch(1)
        self.replace_box = QCheckBox(gettext("Replace existing files"))
        row.addWidget(self.replace_box)
        return row

    def _make_folder(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.folder = QLineEdit(str(last_folder(self._settings)))
        self.folder.setAccessibleName(gettext("Folder"))
        row.addWidget(self.folder, 1)
        choose = QPushButton(gettext("Choose folder…"))
        choose.clicked.connect(self._choose_folder)
        row.addWidget(choose)
        return row

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.message = label("", "muted")
        row.addWidget(self.message, 1)
        self._close = QPushButton(gettext("Close"))
        self._close.clicked.connect(self.close)
        self.start_button = QPushButton()
        self.start_button.setProperty("role", "primary")
        self.start_button.setDefault(True)
        self.start_button.clicked.connect(self.start)
        row.addWidget(self._close)
        row.addWidget(self.start_button)
        return row

    def chosen(self) -> tuple[list[str], list[str]]:
        """Return the ids of the checked metals and the names of the checked kinds."""
        return self.metals.marked(), self.kinds.marked()

    @Slot()
    def _update_start(self) -> None:
        if self._run is None:
            metals, kinds = self.chosen()
            total = len(self._jobs(metals, kinds))
            text = ngettext("Export {count} chart", "Export {count} charts", total)
            self.start_button.setText(text.format(count=exact(total)))
            self.start_button.setEnabled(total > 0)

    @staticmethod
    def _jobs(metals: Sequence[str], kinds: Sequence[str]) -> list[Job]:
        wanted = [KINDS[name] for name in kinds if metals or KINDS[name].metals == "all"]
        return jobs(metals, wanted) if wanted else []

    @Slot()
    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, gettext("Choose folder"), self.folder.text())
        if chosen:
            self.folder.setText(chosen)

    @Slot()
    def start(self) -> None:
        """Start the export, or stop it."""
        if self._run is not None:
            self._finish(gettext("Stopped: {written} of {total} charts written."))
            return
        todo = self._jobs(*self.chosen())
        values = replace(load_values(self._settings), form=self._format.currentData())
        try:
            options = values.options()
            folder = ensure_folder(self.folder.text().strip() or None)
        except KnownError as error:
            self.message.setText(str(error))
            return
        self._folder = folder
        self._settings.setValue(FOLDER, str(folder))
        self._done = self._written = self._failed = 0
        self.log.clear()
        self.log.hide()
        self.message.clear()
        self._bar.setRange(0, len(todo))
        self._bar.setValue(0)
        self._bar.show()
        self.start_button.setText(gettext("Stop"))
        self._run = export(
            self._store, todo, self._context, options, values.form, folder, force=self.replace_box.isChecked()
        )
        QTimer.singleShot(0, self, self._step)

    @Slot()
    def _step(self) -> None:
        """Export one chart, then return to the event loop."""
        if self._run is None:
            return
        outcome = next(self._run, None)
        if outcome is None:
            self._finish(gettext("Done: {written} of {total} charts written."))
            return
        self._done += 1
        self._written += outcome.path is not None
        self._failed += outcome.failed
        for sentence in outcome.left_out if outcome.path is not None else (outcome.reason,):
            self._add_to_log(outcome.job, sentence)
        self._bar.setValue(self._done)
        QTimer.singleShot(0, self, self._step)

    def _add_to_log(self, job: Job, sentence: str) -> None:
        """Log why a chart was not written, or what it omits."""
        metals = list_of([self._store.metal(m).name_en for m in job.metal_ids]) or gettext("All metals")
        line = gettext("{metals}, {chart}: {sentence}").format(
            metals=metals,
            chart=job.kind.label,
            sentence=sentence,
        )
        self.log.show()
        self.log.appendPlainText(line)

    def _finish(self, sentence: str) -> None:
        """End the export, and show how many charts were written, had no data, or failed."""
        self._run = None
        sentences = [sentence.format(written=exact(self._written), total=exact(self._bar.maximum()))]
        empty = self._done - self._written - self._failed
        if empty:
            text = ngettext("{count} chart has no data.", "{count} charts have no data.", empty)
            sentences.append(text.format(count=exact(empty)))
        if self._failed:
            text = ngettext("{count} chart failed.", "{count} charts failed.", self._failed)
            sentences.append(text.format(count=exact(self._failed)))
        message = paragraph(sentences)
        self.message.setText(message)
        self._bar.hide()
        self._update_start()
        if self._written:
            self.saved.emit(message, str(self._folder))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop the export before the dialog closes."""
        if self._run is not None:
            self._finish(gettext("Stopped: {written} of {total} charts written."))
        super().closeEvent(event)

    def reject(self) -> None:
        """Stop the export on Escape; close the dialog if nothing is running."""
        if self._run is not None:
            self.start()
        else:
            super().reject()


def _size_text(options: ExportOptions) -> str:
    """Return the size, resolution and theme of the charts."""
    text = (
        gettext("{width} × {height} px, {dpi} dpi, dark theme")
        if options.dark
        else gettext("{width} × {height} px, {dpi} dpi, light theme")
    )
    return text.format(width=exact(options.width), height=exact(options.height), dpi=exact(options.dpi))
