"""The dates 90 days before and after the as-of date: on a line, and as tables whose rows open the document."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QWidget

from explorer.data.controls.change_texts import shown_state
from explorer.data.dates import distance, show
from explorer.data.metal_names import plain_name
from explorer.data.overview.calendar_entries import dates_as_calendar
from explorer.data.overview.date_record import of_overview
from explorer.data.overview.dates import NEAR, DatedChange, without_consequences
from explorer.data.overview.overview import Overview
from explorer.data.words import instrument_name, measure_name
from explorer.language import gettext, list_of, ngettext
from explorer.models.last_visit import default_since
from explorer.models.table import Cell
from explorer.models.views import ALL_ORIGINS, CHANGES_VIEW, THIS_ORIGIN, TODAY_VIEW
from explorer.ui.view_context import ViewContext
from explorer.ui.views.today.date_strip import DateStrip
from explorer.ui.widgets.buttons import link_button, toggle
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.file_saving import save_file
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.table_view import TableView

MOST_NAMES = 4


class DatesCard(Card):
    """Shows the dates of all origins, or of the one of the state."""

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(gettext("What changed, what falls due"), " ", parent, stacked=True)
        self._shared = shared
        self._found: Overview | None = None
        self.own_origin = toggle("")
        self.own_origin.clicked.connect(self._choose_origins)
        self.calendar = link_button(gettext("Add to calendar…"))
        self.calendar.setToolTip(gettext("Save the dates ahead as a calendar file (.ics)"))
        self.calendar.clicked.connect(self._save_calendar)
        self.changes = link_button(gettext("What changed…"))
        self.changes.setToolTip(
            gettext("Compare two days: which metals and measures have a different status, and why")
        )
        self.changes.clicked.connect(self._open_changes)
        self.export = link_button(gettext("Export chart…"))
        self.export.setToolTip(gettext("Save or copy these dates as an image or a table (Ctrl+S)"))
        self.add_action(self.own_origin)
        self.add_action(self.changes)
        self.add_action(self.calendar)
        self.add_action(self.export)
        self.strip = DateStrip()
        self.add(self.strip)
        self.ahead_heading, self.ahead = label("", "heading"), self._table(gettext("Dates ahead"))
        self.before_heading, self.before = label("", "heading"), self._table(gettext("Earlier dates"))
        for part in (self.ahead_heading, self.ahead, self.before_heading, self.before):
            self.add(part)
        self.add(label(gettext("Press Enter or double-click a row to open its document."), "small"))

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What the Tab key reaches in the card, in reading order."""
        return self.own_origin, self.changes, self.calendar, self.export, self.ahead, self.before

    def _table(self, name: str) -> TableView:
        header = (
            gettext("Date"),
            gettext("What happens"),
            gettext("Exports"),
            gettext("Status from then on"),
        )
        table = TableView(header, name)
        table.set_weights(3, 8, 7, 4)
        table.record_name = gettext("Open document")
        table.opened.connect(self._open)
        return table

    def show_overview(self, found: Overview) -> None:
        """Show the dates of an overview."""
        self._found = found
        store, context = self._shared.store, found.context
        subtitle = gettext("{count} days before and after {day}")
        self.set_heading(self.heading.text(), subtitle.format(count=NEAR, day=show(context.as_of)))
        own = self._shared.state.options(TODAY_VIEW)["origins"] == THIS_ORIGIN
        self.own_origin.setText(gettext("{country} only").format(country=store.country_name(context.origin)))
        self.own_origin.setChecked(own)
        ahead, before = without_consequences(found.ahead), without_consequences(found.before)
        self.strip.show_dates(of_overview(store, found), self._shared.theme)
        self.strip.setAccessibleName(_strip_text(len(before), len(ahead)))
        self.calendar.setEnabled(bool(ahead))
        days = {"first": show(found.since), "last": show(found.until)}
        self._fill(self.ahead_heading, gettext("Falls due until {last}").format(**days), self.ahead, ahead)
        changed = gettext("Changed since {first}").format(**days)
        if found.checked.days:
            changed = gettext("Changed since {first}; nothing after {checked} was checked").format(
                checked=show(found.checked.day), **days
            )
        self._fill(self.before_heading, changed, self.before, tuple(reversed(before)))

    def _fill(self, heading: QLabel, text: str, table: TableView, entries: tuple[DatedChange, ...]) -> None:
        heading.setText(text if entries else gettext("{heading}: no dates on file").format(heading=text))
        table.set_theme(self._shared.theme)
        table.setVisible(bool(entries))
        table.set_rows([self._row(entry) for entry in entries])

    def _row(self, entry: DatedChange) -> list[Cell]:
        store, found = self._shared.store, self._found
        assert found is not None
        # A rule on named companies has no metal; its own name distinguishes two documents of the same day.
        names = [plain_name(store.metal(metal_id)) for metal_id in entry.metal_ids]
        names = names or [measure_name(measure) for measure in entry.measures]
        sources = tuple(dict.fromkeys(i for measure in entry.measures for i in measure.source_ids))
        day = _two_lines(show(entry.published), distance(entry.day, found.context.as_of))
        return [
            Cell(day, entry.day.isoformat(), key=entry.document.instrument_id, source_ids=sources),
            Cell(
                _two_lines(entry.words_with_note, instrument_name(entry.document)),
                tip=entry.document.title_en,
            ),
            Cell(_two_lines(list_of(entry.places), _shortened(names)), tip=list_of(names)),
            Cell(shown_state(entry.measures[0], entry.after), pill=entry.tone),
        ]

    @Slot(str)
    def _open(self, instrument_id: str) -> None:
        self._shared.state.open_record("document", instrument_id)

    @Slot()
    def _open_changes(self) -> None:
        """Compare the as-of date with the last visit, otherwise with the first day of the earlier dates."""
        state = self._shared.state
        since = default_since(state.last_visit, state.context.as_of)
        state.set_option(CHANGES_VIEW, "since", since.isoformat())
        state.set_view(CHANGES_VIEW)

    @Slot(bool)
    def _choose_origins(self, own: bool) -> None:
        self._shared.state.set_option(TODAY_VIEW, "origins", THIS_ORIGIN if own else ALL_ORIGINS)

    @Slot()
    def _save_calendar(self) -> None:
        if self._found is None:
            return
        store, found = self._shared.store, self._found
        name = gettext("control-dates-{day}.ics").format(day=found.context.as_of.isoformat())
        title, filters = gettext("Add dates to calendar"), gettext("Calendar files (*.ics)")
        save_file(self, title, name, ".ics", filters, lambda: dates_as_calendar(store, found.ahead))


def _two_lines(first: str, second: str) -> str:
    return gettext("{first}\n{second}").format(first=first, second=second)


def _strip_text(before: int, ahead: int) -> str:
    earlier = ngettext("{count} earlier date", "{count} earlier dates", before).format(count=before)
    later = ngettext("{count} date ahead", "{count} dates ahead", ahead).format(count=ahead)
    return list_of([earlier, later])


def _shortened(names: list[str]) -> str:
    """Return names, of many the first ones with their number."""
    if len(names) <= MOST_NAMES:
        return list_of(names)
    text = ngettext("{count}: {names} …", "{count}: {names} …", len(names))
    return text.format(count=len(names), names=", ".join(names[:MOST_NAMES]))
