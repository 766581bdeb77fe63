"""What changed after a day until the as-of date: metals and measures with a different status, and why."""

from msgspec.structs import replace
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from explorer.data.contents.cells import values_workbook
from explorer.data.controls import change_record
from explorer.data.controls.change_texts import count_text
from explorer.data.controls.changes import Changes, check_days, stepwise_changes
from explorer.data.controls.headline import beyond
from explorer.data.places import ALL, place_name
from explorer.data.steps import Steps
from explorer.data.writing.csv_file import csv_text
from explorer.errors import KnownError
from explorer.guard import guarded
from explorer.language import gettext, ngettext
from explorer.models.views import ALL_DESTINATIONS, CHANGES_VIEW, TODAY_VIEW
from explorer.ui.cards.documents_table import BETWEEN, DocumentsTable
from explorer.ui.views.changes.days_bar import DaysBar, first_day_of
from explorer.ui.views.changes.tables import MeasuresTable, MetalsTable
from explorer.ui.views.stepped_page import SteppedPage
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.clipboard import copy_text
from explorer.ui.widgets.file_saving import save_rows
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.style import STEP


@guarded
class ChangesView(SteppedPage):
    """Shows the changes between the two days of the state, for its destination or all of them."""

    view = CHANGES_VIEW

    def build(self) -> None:
        """Build the heading, the days, the summary and a card for each table."""
        shared = self.shared
        self.setAccessibleName(gettext("What changed"))
        self._found: Changes | None = None
        self._build_head()
        self.days = DaysBar(shared.state)
        self.column.addWidget(self.days)
        self.column.addWidget(self.waiting)
        self.summary = Card(" ", stacked=True)
        self.copy, self.save = link_button(gettext("Copy as CSV")), link_button(gettext("Save table…"))
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self.export_content)
        for button in (self.copy, self.save):
            self.summary.add_action(button)
        self.unchecked = QFrame()
        self.unchecked.setProperty("role", "banner")
        self.warning = label("")
        inner = QVBoxLayout(self.unchecked)
        inner.setContentsMargins(16, 2 * STEP, 16, 2 * STEP)
        inner.addWidget(self.warning)
        for part in (self.summary, self.unchecked):
            self.column.addWidget(part)
        self.metals = MetalsTable(shared.store)
        self.measures = MeasuresTable(shared.store, gettext("Measures with a different status"))
        self.returned = MeasuresTable(shared.store, gettext("Measures that changed and changed back"))
        self._cards = {
            table: self._table_card(table) for table in (self.metals, self.measures, self.returned)
        }
        self.hint = label(gettext("Press Enter or double-click a row to open its document."), "small")
        self.column.addWidget(self.hint)

    def _build_head(self) -> None:
        head = QHBoxLayout()
        self.title = label(gettext("What changed"), "title", wrap=False)
        self.subtitle = label("", "muted")
        self.back = link_button(gettext("Back to Today"))
        self.back.clicked.connect(self._go_back)
        head.setSpacing(2 * STEP)
        head.addWidget(self.title, 0, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.subtitle, 1, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.back)
        self.column.addLayout(head)

    def _table_card(self, table: DocumentsTable) -> Card:
        card = Card(table.accessibleName(), " ")
        card.add(table)
        table.opened.connect(self._open)
        self.column.addWidget(card)
        return card

    def focus_content(self) -> None:
        """Move the focus to the first day."""
        self.days.since.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_title(self) -> None:
        """Show the days and the places."""
        shared = self.shared
        self.days.show_state()
        text = gettext("Exports from {origin} to {destination}")
        context = shared.context
        destination = ALL if self._is_everywhere() else context.destination
        self.subtitle.setText(
            text.format(
                origin=place_name(shared.store, context.origin),
                destination=place_name(shared.store, destination),
            )
        )

    @property
    def results(self) -> tuple[QWidget, ...]:
        """The summary, what limits it, and the tables."""
        return self.summary, self.unchecked, *self._cards.values(), self.hint

    def fill_in_steps(self) -> Steps[None]:
        """Find the changes and show them, or the sentence why there are none."""
        shared = self.shared
        since, until = first_day_of(shared.state), shared.context
        if self._is_everywhere():
            until = replace(until, destination=ALL)
        self._found = None
        try:
            check_days(since, until.as_of)
        except KnownError as error:
            self._show_summary(str(error))
            return
        found = yield from stepwise_changes(shared.store, since, until)
        if not found.refusal:
            yield from self.metals.show_in_steps(found, shared.theme)
            yield from self.measures.show_in_steps(found.measures)
            yield from self.returned.show_in_steps(found.returned)
            self._found = found
        self._show_summary(found.refusal)

    def _show_summary(self, reason: str) -> None:
        """Show how many changes there are with their tables, or the reason why none are listed."""
        found = self._found
        warning = beyond(self.shared.store, found.until.as_of) if found is not None else ""
        self.summary.set_heading(count_text(found) if found is not None else reason)
        self.summary.show()
        self.warning.setText(warning)
        self.unchecked.setVisible(bool(warning))
        for button in (self.copy, self.save):
            button.setVisible(found is not None)
        for table, card in self._cards.items():
            rows = table.records.rowCount() if found is not None else 0
            card.setVisible(bool(rows))
            card.set_heading(
                card.heading.text(), ngettext("{count} row", "{count} rows", rows).format(count=rows)
            )
        self.hint.setVisible(any(card.isVisibleTo(self) for card in self._cards.values()))

    def _is_everywhere(self) -> bool:
        chosen = self.shared.state.options(CHANGES_VIEW)["destinations"]
        return chosen == ALL_DESTINATIONS or self.shared.context.destination == ALL

    def csv(self) -> str:
        """Return the changes shown as `minor-metals changes --csv` prints them."""
        self.finish()
        if self._found is None:
            return ""
        return csv_text(change_record.HEADER, change_record.rows(self.shared.store, self._found))

    @Slot()
    def _copy(self) -> None:
        copy_text(self, self.csv(), gettext("Data copied to the clipboard."))

    def workbook(self) -> bytes:
        """Return the changes shown as a workbook with the columns of the CSV."""
        if self._found is None:
            return b""
        return values_workbook(
            gettext("Changes"), change_record.HEADER, change_record.rows(self.shared.store, self._found)
        )

    @Slot()
    def export_content(self) -> bool:
        """Save the changes as a workbook or as CSV; return whether there are any."""
        self.finish()
        if self._found is None:
            return False
        days = self._found.since.isoformat(), self._found.until.as_of.isoformat()
        save_rows(self, "changes-{}-{}".format(*days), self.csv, self.workbook)
        return True

    @Slot(str)
    def _open(self, documents: str) -> None:
        self.shared.state.open_record("document", documents.partition(BETWEEN)[0])

    @Slot()
    def _go_back(self) -> None:
        self.shared.state.set_view(TODAY_VIEW)
