"""My parts: which lines of the saved parts lists have a different verdict, why, and which will have one."""

from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from explorer.data.contents.cells import values_workbook
from explorer.data.controls.headline import beyond
from explorer.data.dates import show
from explorer.data.numbers import exact
from explorer.data.parts import record
from explorer.data.parts.calendar import parts_as_calendar
from explorer.data.parts.measure_dates import measure_dates
from explorer.data.parts.records import PartsResult
from explorer.data.parts.texts import cautions, count_text, total_text
from explorer.data.user.parts_records import PartsList
from explorer.data.writing.csv_file import csv_text
from explorer.errors import KnownError, quoted
from explorer.guard import guarded
from explorer.language import gettext, ngettext, paragraph
from explorer.models.parts_steps import not_checked, parts_steps
from explorer.models.step_runner import StepRunner
from explorer.models.views import CODES_VIEW, PARTS_VIEW, TODAY_VIEW
from explorer.ui.cards.documents_table import BETWEEN
from explorer.ui.views.parts.choices_bar import ChoicesBar
from explorer.ui.views.parts.empty_card import EmptyCard
from explorer.ui.views.parts.lists_card import ListsCard
from explorer.ui.views.parts.tables import MOST_ROWS, PartsTable, changed_lines, lines_ahead
from explorer.ui.views.view_page import ViewPage
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.clipboard import confirm, copy_text
from explorer.ui.widgets.file_saving import save_file, save_rows
from explorer.ui.widgets.focus import set_tab_order
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.style import STEP


@guarded
class PartsView(ViewPage):
    """Checks the lists of the state for its as-of date; origin and destination are those of each list."""

    view = PARTS_VIEW

    def build(self) -> None:
        """Build the heading, the choices, the summary, and a card for each table."""
        shared = self.shared
        self.setAccessibleName(gettext("My parts"))
        self._lists: tuple[PartsList, ...] = ()
        self._results: tuple[PartsResult, ...] = ()
        self._run = StepRunner(self)
        self._run.finished.connect(self._show_results)
        self._run.failed.connect(self._show_fault)
        self._build_head()
        self.choices = ChoicesBar(shared.state)
        self.empty = EmptyCard()
        self.empty.button.clicked.connect(self._open_code_check)
        self.summary = self._summary()
        self.unchecked = QFrame()
        self.unchecked.setProperty("role", "banner")
        self.warning = label("")
        inner = QVBoxLayout(self.unchecked)
        inner.setContentsMargins(16, 2 * STEP, 16, 2 * STEP)
        inner.addWidget(self.warning)
        self.changed = PartsTable(shared.store, gettext("Lines with a different verdict"), gettext("Since"))
        self.ahead = PartsTable(shared.store, gettext("Lines whose verdict will change"), gettext("From"))
        self.lists = ListsCard(shared)
        self.lists.openRequested.connect(self._open_list)
        self.caution = label("", "small")
        for part in (self.choices, self.empty, self.summary, self.unchecked):
            self.column.addWidget(part)
        self._cards = {table: self._table_card(table) for table in (self.changed, self.ahead)}
        self.hint = label(gettext("Press Enter or double-click a row to open its document."), "small")
        for part in (self.hint, self.lists, self.caution):
            self.column.addWidget(part)
        for part in (self.choices, self.empty, self.summary, self.unchecked, self.hint, self.lists):
            part.hide()  # until it is known whether there are lists
        for card in self._cards.values():
            card.hide()
        shared.parts.changed.connect(self._state_changed)
        tables = self.changed, self.ahead
        set_tab_order(
            (
                self.back,
                *self.choices.controls,
                self.empty.button,
                *self.buttons,
                *tables,
                *self.lists.controls,
            )
        )

    def _build_head(self) -> None:
        head = QHBoxLayout()
        self.title = label(gettext("My parts"), "title", wrap=False)
        self.subtitle = label("", "muted")
        self.back = link_button(gettext("Back to Today"))
        self.back.clicked.connect(self._go_back)
        head.setSpacing(2 * STEP)
        head.addWidget(self.title, 0, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.subtitle, 1, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.back)
        self.column.addLayout(head)

    def _summary(self) -> Card:
        card = Card(" ", stacked=True)
        self.seen = link_button(gettext("Mark as seen"))
        self.seen.setToolTip(
            gettext("Make the verdicts of today the last check, with which later ones are compared")
        )
        self.copy, self.save = link_button(gettext("Copy as CSV")), link_button(gettext("Save table…"))
        self.calendar = link_button(gettext("Add to calendar…"))
        self.calendar.setToolTip(
            gettext(
                "Save a calendar file (.ics) of the days on which verdicts or measures on the lines will change"
            )
        )
        self.seen.clicked.connect(self._mark_seen)
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self.export_content)
        self.calendar.clicked.connect(self._save_calendar)
        self.buttons = self.seen, self.copy, self.save, self.calendar
        for button in self.buttons:
            card.add_action(button)
        return card

    def _table_card(self, table: PartsTable) -> Card:
        card = Card(table.accessibleName(), " ")
        card.add(table)
        table.opened.connect(self._open_document)
        self.column.addWidget(card)
        return card

    def focus_content(self) -> None:
        """Move the focus to the choice of a list, without lists to the button that opens Code check."""
        target = self.choices.list if self.choices.isVisible() else self.empty.button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_title(self) -> None:
        """Show the as-of date."""
        text = gettext("As of {day}; each list for its own origin and destination")
        self.subtitle.setText(text.format(day=show(self.shared.context.as_of)))

    def fill(self) -> None:
        """Show the lists, and begin to check those that are chosen."""
        state = self.shared.state
        lists = self._lists = self.shared.parts.all_parts()
        options = state.options(PARTS_VIEW)
        chosen = _chosen(lists, options["list"])
        self._results = ()
        since = date.fromisoformat(options["since"]) if options["since"] else None
        last = [parts.last.day for parts in chosen if parts.last is not None]
        one = chosen[0].list_id if options["list"] and chosen else ""
        self.choices.show_lists(lists, one, since or min(last, default=state.context.as_of))
        self.lists.show_lists(lists, (), [parts.list_id for parts in chosen])
        has_lists = bool(lists)
        self.empty.setVisible(not has_lists)
        self.choices.setVisible(has_lists)
        self.summary.setVisible(has_lists)
        self.lists.setVisible(has_lists or self.lists.has_removed)
        self._show_tables()
        heading = gettext("Checking…")
        if has_lists and not chosen:
            heading = gettext("You have no parts list with the name {name}.").format(
                name=quoted(options["list"])
            )
        self.summary.set_heading(heading)
        self._run.start(parts_steps(self.shared.store, chosen, state.context.as_of, since))

    @Slot()
    def _show_fault(self) -> None:
        self.summary.set_heading(not_checked())

    @Slot(object)
    def _show_results(self, results: tuple[PartsResult, ...]) -> None:
        """Show what the check found."""
        self._results = results
        if results:
            self.summary.set_heading(total_text(results) if len(results) > 1 else count_text(results[0]))
        self.lists.show_lists(self._lists, results)
        self._show_tables()

    def _show_tables(self) -> None:
        """Show the tables and what goes with them, for results or before there are any."""
        store, results = self.shared.store, self._results
        checked = [result for result in results if result.check is not None]
        for button in self.buttons:
            button.setVisible(bool(checked))
        is_today = self.shared.context.as_of == date.today()
        is_since_last = not self.shared.state.options(PARTS_VIEW)["since"]
        self.seen.setVisible(bool(checked) and is_today and is_since_last)
        warning = beyond(store, self.shared.context.as_of) if checked else ""
        self.warning.setText(warning)
        self.unchecked.setVisible(bool(warning))
        found = {self.changed: [*changed_lines(results)], self.ahead: [*lines_ahead(results)]}
        for table, card in self._cards.items():
            changes = found[table]
            table.show_changes(changes, self.shared.theme)
            card.setVisible(bool(changes))
            card.set_heading(card.heading.text(), _rows_text(len(changes)))
        has_dates = bool(found[self.ahead]) or any(measure_dates(store, result) for result in checked)
        self.calendar.setVisible(has_dates)
        self.hint.setVisible(any(found.values()))
        self.caution.setText(paragraph(cautions(results)))
        self.caution.setVisible(bool(results))

    # what is saved

    def csv(self) -> str:
        """Return the changes shown as `minor-metals parts check --csv` prints them."""
        return csv_text(record.HEADER, [*record.rows(self.shared.store, self._results)])

    def workbook(self) -> bytes:
        """Return the changes shown as a workbook with the columns of the CSV."""
        return values_workbook(
            gettext("My parts"), record.HEADER, record.rows(self.shared.store, self._results)
        )

    def calendar_file(self) -> bytes:
        """Return the days on which verdicts will change as a calendar file."""
        return parts_as_calendar(self.shared.store, self._results)

    @Slot()
    def _copy(self) -> None:
        copy_text(self, self.csv(), gettext("Data copied to the clipboard."))

    @Slot()
    def export_content(self) -> bool:
        """Save the changes as a workbook or as CSV; return whether lists were checked."""
        is_checked = any(result.check is not None for result in self._results)
        if is_checked:
            save_rows(self, f"parts-{self.shared.context.as_of.isoformat()}", self.csv, self.workbook)
        return is_checked

    @Slot()
    def _save_calendar(self) -> None:
        name = gettext("parts-{day}.ics").format(day=self.shared.context.as_of.isoformat())
        title, filters = gettext("Add dates to calendar"), gettext("Calendar files (*.ics)")
        save_file(self, title, name, ".ics", filters, self.calendar_file)

    @Slot()
    def _mark_seen(self) -> None:
        """Save the check as the last one."""
        try:
            self.shared.parts.mark_seen(self._results)
        except KnownError as error:
            confirm(self, str(error))
        else:
            confirm(self, gettext("Later checks are compared with the verdicts of today."))

    # where links lead

    @Slot(str)
    def _open_document(self, documents: str) -> None:
        if documents:
            self.shared.state.open_record("document", documents.partition(BETWEEN)[0])

    @Slot(str)
    def _open_list(self, list_id: str) -> None:
        self.shared.state.set_option(CODES_VIEW, "list", list_id)
        self.shared.state.set_view(CODES_VIEW)

    @Slot()
    def _open_code_check(self) -> None:
        self.shared.state.set_view(CODES_VIEW)

    @Slot()
    def _go_back(self) -> None:
        self.shared.state.set_view(TODAY_VIEW)


def _chosen(lists: tuple[PartsList, ...], text: str) -> tuple[PartsList, ...]:
    """Return the lists with an ID or a name, all of them without one."""
    wanted = text.casefold()
    return tuple(p for p in lists if not text or wanted in (p.list_id, p.facts.name.casefold()))


def _rows_text(count: int) -> str:
    if count > MOST_ROWS:
        text = gettext("{most} of {count} rows; “Save table…” has all of them")
        return text.format(most=MOST_ROWS, count=exact(count))
    return ngettext("{count} row", "{count} rows", count).format(count=exact(count))
