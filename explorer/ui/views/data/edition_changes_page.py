"""What changed between two editions: statuses on the as-of date, and facts."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from explorer.data.contents.cells import values_workbook
from explorer.data.editions import difference_record
from explorer.data.editions.comparison import Compared, compare_names
from explorer.data.editions.difference_lines import FactLine, StatusLine
from explorer.data.editions.difference_texts import count_text
from explorer.data.editions.folder import BUNDLED, Edition, came_with_program
from explorer.data.numbers import exact
from explorer.data.writing.csv_file import csv_text
from explorer.errors import KnownError
from explorer.guard import guarded
from explorer.language import gettext, paragraph
from explorer.models.metal_list import folded
from explorer.models.table import Cell, RecordTable
from explorer.models.views import ALL_PLACES, THIS_PLACES
from explorer.ui.cards import provenance
from explorer.ui.views.data.grid_panel import GridPanel, rows_text
from explorer.ui.views.data.page import DataPage
from explorer.ui.widgets.buttons import toggle
from explorer.ui.widgets.choice_box import ChoiceBox
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.layouts import FlowLayout
from explorer.ui.widgets.reading_thread import STEPS, ReadingThread
from explorer.ui.widgets.style import STEP
from explorer.ui.widgets.table_view import TableView

MOST_FACTS = 5_000
STATUS_HEIGHT = 220
CHOICE_WIDTH = 220


@guarded
class EditionChangesPage(DataPage):
    """Compares two editions in a thread; the filter applies to the facts."""

    def build(self) -> None:
        """Build the choice of the editions, the summary and the two tables."""
        self._thread: ReadingThread | None = None
        self._compared: Compared | None = None
        self._asked: tuple[object, ...] = ()
        self._choices: dict[str, str] = {}
        self.column.addWidget(self._make_choices())
        self.column.addWidget(self._make_progress())
        self.summary = label("")
        self.column.addWidget(self.summary)
        statuses = (
            *(gettext("Metal"), gettext("Exports from"), gettext("Exports to")),
            *(gettext("Old edition"), gettext("New edition")),
        )
        self.statuses = TableView(
            statuses, gettext("Metals and materials with a different status"), max_height=STATUS_HEIGHT
        )
        self.statuses.set_weights(3, 3, 4, 6, 6)
        self.column.addWidget(self.statuses)
        header = (
            *(gettext("Table"), gettext("Change"), gettext("Fact"), gettext("Field")),
            *(gettext("Old value"), gettext("New value"), gettext("Sources")),
        )
        self.records = RecordTable(header, self)
        self.panel = GridPanel(gettext("Facts that differ"), self.records)
        self.panel.file_name = "edition-changes"
        self.panel.csv, self.panel.workbook = self.csv, self.workbook
        self.panel.filterChanged.connect(self._filter)
        self.column.addWidget(self.panel, 1)
        self.column.addStretch(0)  # below the progress bar, while there is no panel
        self.shared.state.contextChanged.connect(self._context_changed)

    def _make_choices(self) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder, 2 * STEP)
        self.old, self.new = ChoiceBox(), ChoiceBox()
        for box, name in ((self.old, gettext("Old edition")), (self.new, gettext("New edition"))):
            box.setAccessibleName(name)
            box.setMinimumWidth(CHOICE_WIDTH)
            box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
            box.activated.connect(self._edition_chosen)
            row.addWidget(label(name, "muted", wrap=False, selectable=False))
            row.addWidget(box)
        self.all_places = toggle(gettext("All origins and destinations"))
        self.all_places.clicked.connect(self._places_chosen)
        row.addWidget(self.all_places)
        return holder

    def _make_progress(self) -> QWidget:
        self._progress = QWidget()
        row = QHBoxLayout(self._progress)
        row.setContentsMargins(0, 0, 0, 0)
        self.bar = QProgressBar()
        self.bar.setRange(0, STEPS)
        self.bar.setAccessibleName(gettext("Progress of the comparison"))
        self.cancel_button = QPushButton(gettext("Cancel"))
        self.cancel_button.clicked.connect(self._cancel)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel_button)
        self._progress.hide()
        return self._progress

    def fill(self) -> None:
        """Compare the editions of the options, unless that was done already; show the facts that match the filter."""
        choices = {name: value for name, value in self.options.items() if name != "filter"}
        if (
            choices != self._choices
        ):  # the editions are read again for that, but not for each letter of a filter
            self._choices = choices
            self._show_choices()
        self.panel.set_filter(self.options["filter"])
        old, new = self.old.currentData(), self.new.currentData()
        all_places = self.options["places"] == ALL_PLACES
        asked = (old, new, all_places, self.shared.context)
        if asked == self._asked:
            self._show_facts()
            return
        self._asked, self._compared = asked, None
        self._stop()
        self._show_result("")
        if old == new:
            self._show_result(gettext("Choose two different editions."))
            return
        self.bar.setValue(0)
        self._progress.show()
        work = partial(compare_names, old, new, self.shared.context, all_places, MOST_FACTS)
        self._thread = ReadingThread(work, self)
        self._thread.progressed.connect(self.bar.setValue)
        self._thread.finished.connect(self._finished)
        self._thread.start()

    def focus_content(self) -> None:
        """Move the focus to the choice of the old edition."""
        self.old.setFocus()

    def csv(self) -> str:
        """Return all differences as `minor-metals data diff --csv` prints them."""
        return csv_text(difference_record.HEADER, self._rows())

    def workbook(self) -> bytes:
        """Return all differences as a workbook."""
        return values_workbook(gettext("What changed"), difference_record.HEADER, self._rows())

    def _rows(self) -> list[tuple[object, ...]]:
        return list(difference_record.rows(self._compared.changes)) if self._compared is not None else []

    def _show_choices(self) -> None:
        """Show the editions; without a choice, those before and after the last installation or choice."""
        editions, options = self.shared.editions, self.options
        found = [edition for edition in editions.all() if not edition.fault]
        in_use = editions.in_use(self.shared.store) or BUNDLED
        previous = editions.previous()
        for box, chosen, default in (
            (self.old, options["old"], previous.name if previous is not None else BUNDLED),
            (self.new, options["new"], in_use),
        ):
            box.clear()
            for edition in found:
                box.addItem(_edition_text(edition), edition.name)
            box.setCurrentIndex(max(0, box.findData(chosen or default)))
        self.all_places.setChecked(options["places"] == ALL_PLACES)

    @Slot()
    def _finished(self) -> None:
        thread = self._thread
        if thread is None or not thread.isFinished():  # the end of a thread that another one has replaced
            return
        self._thread = None
        self._progress.hide()
        error, found = thread.error, thread.result
        thread.deleteLater()
        if isinstance(error, KnownError):
            self._show_result(str(error))
        elif error is not None:
            raise error
        elif found is not None:
            self._compared = found
            self._show_result(paragraph((count_text(found.changes), found.beyond)))

    @Slot()
    def _cancel(self) -> None:
        self._stop()
        self._show_result(gettext("Comparison cancelled."))

    def _stop(self) -> None:
        thread, self._thread = self._thread, None
        self._progress.hide()
        if thread is not None:
            thread.finished.disconnect(self._finished)
            thread.stop()
            thread.deleteLater()

    def _show_result(self, sentence: str) -> None:
        self.summary.setText(sentence)
        self.summary.setVisible(bool(sentence))
        statuses = self._compared.statuses if self._compared is not None else ()
        self.statuses.set_theme(self.shared.theme)
        self.statuses.set_rows([_status_cells(line) for line in statuses])
        self.statuses.setVisible(bool(statuses))
        self.panel.setVisible(self._compared is not None)
        self._show_facts()
        self.panel.grid.fit_columns()

    def _show_facts(self) -> None:
        """Show the facts that contain each word of the filter."""
        facts = self._compared.facts if self._compared is not None else ()
        words = folded(self.options["filter"]).split()
        cells = [self._fact_cells(line) for line in facts]
        shown = [row for row in cells if all(word in _searched(row) for word in words)]
        self.records.set_rows(shown)
        header = self.panel.grid.horizontalHeader()
        self.records.sort(header.sortIndicatorSection(), header.sortIndicatorOrder())
        self.panel.show_count(self._count_text(len(shown), len(facts)))

    def _count_text(self, shown: int, total: int) -> str:
        if not total:
            return ""
        if total < MOST_FACTS:
            return rows_text(shown, total)
        text = gettext("The first {count} rows; a saved file has all of them")
        return text.format(count=exact(total))

    def _fact_cells(self, line: FactLine) -> tuple[Cell, ...]:
        known = tuple(i for i in line.source_ids if i in self.shared.store.sources)
        return (
            *(Cell(line.table), Cell(line.kind), Cell(line.fact), Cell(line.field)),
            *(Cell(line.old), Cell(line.new)),
            provenance.cell(self.shared.store, "; ".join(line.source_ids), known),
        )

    def restyle(self, theme: object) -> None:
        """Draw the pills again in a theme."""
        self.statuses.set_theme(self.shared.theme)
        self.update()

    @Slot()
    def _edition_chosen(self) -> None:
        self.choose(old=self.old.currentData(), new=self.new.currentData())

    @Slot(bool)
    def _places_chosen(self, everywhere: bool) -> None:
        self.choose(places=ALL_PLACES if everywhere else THIS_PLACES)

    @Slot(str)
    def _filter(self, text: str) -> None:
        self.choose(filter=text)

    @Slot()
    def _context_changed(self) -> None:
        """Compare again for another day or other places, once the page is shown."""
        self.is_stale = True
        if self.isVisible():
            self._fill_if_stale()


def _edition_text(edition: Edition) -> str:
    return came_with_program(edition.version) if edition.is_bundled else edition.name


def _status_cells(line: StatusLine) -> tuple[Cell, ...]:
    return (
        *(Cell(line.metal), Cell(line.origin), Cell(line.destination)),
        *(Cell(line.old, pill=line.old_state), Cell(line.new, pill=line.new_state)),
    )


def _searched(cells: tuple[Cell, ...]) -> str:
    return folded(" ".join(cell.text for cell in cells))
