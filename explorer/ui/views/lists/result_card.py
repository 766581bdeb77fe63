"""The checked list: the groups of answers, the table, and what is saved of it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from explorer.data.controls.headline import beyond
from explorer.data.numbers import exact
from explorer.data.writing.csv_file import csv_text
from explorer.guard import guarded
from explorer.language import gettext, paragraph
from explorer.models.checked_lines import CheckedLines
from explorer.models.views import ALL_VERDICTS, CODES_VIEW
from explorer.ui.view_context import ViewContext
from explorer.ui.views.lists.lines_table import LinesTable
from explorer.ui.views.lists.session import ListSession
from explorer.ui.views.lists.words import ListWords, Record
from explorer.ui.widgets.buttons import link_button, toggle
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.file_saving import XLSX, save_csv, save_file, save_rows
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.layouts import FlowLayout
from explorer.ui.widgets.style import STEP


@guarded
class ResultCard(Card):
    """Shows the lines of the chosen group.

    `statementRequested` asks for a statement of all lines, `evidenceRequested` for an evidence file of codes.
    """

    statementRequested = Signal(object, str)
    evidenceRequested = Signal(object)

    def __init__(
        self, shared: ViewContext, words: ListWords, session: ListSession, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent, fill=True)
        self._shared, self._words, self._session = shared, words, session
        chips = QWidget()
        flow = FlowLayout(chips, STEP)
        self.chips: dict[str, QPushButton] = {}
        for group in (ALL_VERDICTS, *words.kind.groups):
            chip = self.chips[group] = toggle("")
            chip.clicked.connect(partial(self._choose_group, group))
            flow.addWidget(chip)
        self.table = LinesTable(session.lines, words)
        self.table.set_theme(shared.theme)
        self.nothing = label(gettext("No line has this verdict."), "muted")
        self.caution = label("", "small")
        self.copy = link_button(gettext("Copy table"))
        self.save_csv = link_button(gettext("Save as CSV…"))
        self.save_xlsx = link_button(gettext("Save as XLSX…"))
        self.evidence = link_button(gettext("Save evidence file…"))
        self.statement = QPushButton(gettext("Statement (PDF)…"))
        self.statement.setProperty("role", "primary")
        self.copy.clicked.connect(self.table.copy_all)
        self.save_csv.clicked.connect(self._save_csv)
        self.save_xlsx.clicked.connect(self._save_xlsx)
        self.evidence.clicked.connect(self.request_evidence)
        self.statement.clicked.connect(self._request_statement)
        self.add(chips)
        self.add(self.nothing)
        self.add(self.table, 1)
        self.add(self.caution)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The buttons that copy and save the table, which the head of the view shows."""
        evidence = (self.evidence,) if self._words.kind.view == CODES_VIEW else ()
        return self.copy, self.save_csv, self.save_xlsx, *evidence, self.statement

    @property
    def _lines(self) -> CheckedLines:
        return self._session.lines

    def show_list(self) -> None:
        """Show another list."""
        self.show_group()
        self.caution.setText(paragraph(self._words.cautions(self._shared.store, self._shared.context)))

    def show_group(self) -> None:
        """Show the lines of the group that the state has."""
        group = self._shared.state.options(self._words.kind.view)["verdict"]
        self._lines.show_group(group)
        for name, chip in self.chips.items():
            chip.setChecked(name == group)
        self.show_progress()

    @Slot()
    def show_progress(self) -> None:
        """Show how many lines each group has so far; only a complete list can be saved."""
        counts, lines = self._lines.counts, self._session.line_list
        group = self._shared.state.options(self._words.kind.view)["verdict"]
        for name, chip in self.chips.items():
            count = sum(counts.values()) if name == ALL_VERDICTS else counts.get(name, 0)
            title = gettext("All") if name == ALL_VERDICTS else self._words.kind.group_name(name)
            chip.setText(gettext("{name} {count}").format(name=title, count=exact(count)))
            chip.setEnabled(bool(count) or name in (ALL_VERDICTS, group))
        is_complete = lines is not None and sum(counts.values()) == len(lines.lines) > 0
        for button in self.buttons:
            button.setEnabled(is_complete)
        self.nothing.setVisible(is_complete and not self._lines.rowCount())

    def csv(self) -> str:
        """Return the lines shown as CSV, with the cells that the command line adds."""
        return self._csv_maker()()

    def workbook(self) -> bytes:
        """Return the lines shown as a workbook in which every cell is text, under what they were checked for."""
        return self._workbook_maker()()

    def _csv_maker(self) -> Callable[[], str]:
        record = self._record_maker()
        return lambda: csv_text(*record())

    def _workbook_maker(self) -> Callable[[], bytes]:
        from explorer.data.writing.xlsx_file import Column, xlsx_bytes

        record, context = self._record_maker(), self._shared.context
        cautions = paragraph((self.caution.text(), beyond(self._shared.store, context.as_of)))
        head = (self._words.setting(self._shared.store, context), cautions)

        def workbook() -> bytes:
            header, rows = record()
            return xlsx_bytes(self._words.heading, [Column(name) for name in header], rows, head)

        return workbook

    def _record_maker(self) -> Callable[[], Record]:
        """Return what makes the record of the lines shown now: a link can change them while a file is chosen."""
        lines, context, shown = self._session.line_list, self._shared.context, self._lines.shown_lines()
        if lines is None:
            return lambda: ([], [])
        return partial(self._words.record, self._shared.store, lines, shown, context)

    def _name(self, ending: str) -> str:
        """Return the name of a file, which says what the list was checked for."""
        return f"{self._words.stem(self._shared.context)}{ending}"

    def _choose_group(self, group: str) -> None:
        self._shared.state.set_option(self._words.kind.view, "verdict", group)
        self.show_group()  # a chip that is clicked while it is chosen stays chosen

    def save_lines(self) -> bool:
        """Save the lines shown as a workbook or as CSV; return whether the list is complete."""
        if self.save_xlsx.isEnabled():
            save_rows(self, self._name(""), self._csv_maker(), self._workbook_maker())
        return self.save_xlsx.isEnabled()

    @Slot()
    def _save_csv(self) -> None:
        save_csv(self, self._name(".csv"), self._csv_maker())

    @Slot()
    def _save_xlsx(self) -> None:
        filters = gettext("XLSX files (*.xlsx)")
        title = gettext("Save table as XLSX")
        save_file(self, title, self._name(XLSX), XLSX, filters, self._workbook_maker())

    @Slot()
    def request_evidence(self) -> bool:
        """Ask for an evidence file of all lines; return whether the list is complete."""
        is_complete = self.evidence.isEnabled() and self._session.line_list is not None
        if is_complete:
            self.evidenceRequested.emit(tuple(self._lines.checked))
        return is_complete

    @Slot()
    def _request_statement(self) -> None:
        if self._session.line_list is not None:
            self.statementRequested.emit(tuple(self._lines.checked), self._session.line_list.name)
