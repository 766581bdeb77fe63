"""A card with a chart: heading, choices, the chart or its table, and the export."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QWidget

from explorer.charts.builders.content import join_subtitle
from explorer.charts.measured import with_measured
from explorer.charts.shapes import shape_of
from explorer.charts.spec import Chart, ChartSpec, Missing
from explorer.charts.zoom import Range, days_of, measured_days, rounded
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.chart_request import ChartRequest
from explorer.palette import Theme
from explorer.ui.cards import chart_copies, chart_links
from explorer.ui.cards.chart_options import ChartOptions
from explorer.ui.cards.chart_table import ChartTable, sources_of
from explorer.ui.cards.chart_view import ChartView
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.choice_box import ChoiceBox
from explorer.ui.widgets.context_menu import (
    Entry,
    SourceEntries,
    copy_entry,
    leave_menu_to_parent,
    open_menu,
    selected_text,
)
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.table_view import TableView


@guarded
class ChartCard(Card):
    """Shows a chart, its table, or the reason why none can be shown; `changed` reports another choice.

    A card with a `name` has that as its heading, and the chart's own heading below it. One with `most_rows` shows the
    first rows only; its table and its export have all of them. Its menu copies the chart, its data and its sources.
    """

    changed = Signal()
    exportRequested = Signal(object)
    source_entries: SourceEntries | None = None

    def __init__(self, parent: QWidget | None = None, *, name: str = "", most_rows: int = 0) -> None:
        super().__init__(" ", "", parent, fill=True, stacked=True)
        self._name, self._most_rows = name, most_rows
        self._chart: Chart | None = None
        self.reason = label("", "muted")
        self.reason.hide()
        self._head.addWidget(self.reason)
        self.options = ChartOptions()
        self.options.changed.connect(self.changed)
        self.series = self.options.series
        self.series.changed.connect(self._series_changed)
        self.add(self.options)
        self.view = ChartView()
        self.view.seriesClicked.connect(self.series.hide_one)
        self.view.range.settled.connect(self._range_settled)
        self.add(self.view, 1)
        self._as_table = False
        self.figures = ChartTable()
        self.add(self.figures)
        self.table_button = link_button(gettext("Show table"))
        self.table_button.setToolTip(gettext("Show the figures of this chart as a table"))
        self.table_button.clicked.connect(self._toggle_table)
        self.export_button = link_button(gettext("Export chart…"))
        self.export_button.setToolTip(gettext("Save or copy this chart or its figures (Ctrl+S)"))
        self.export_button.clicked.connect(self.export)
        self.add_action(self.table_button)
        self.add_action(self.export_button)
        leave_menu_to_parent(self)

    def add_choice(self, name: str, key: str = "") -> ChoiceBox:
        """Add a list of choices with an accessible name; `set_choices` fills it, `key` names it in links."""
        return self.options.add_choice(name, key)

    def add_option(self, widget: QWidget, key: str = "") -> None:
        """Add a widget to the choices, before the menu of the series."""
        self.options.add_option(widget, key)

    def show_chart(self, chart: Chart, theme: Theme) -> None:
        """Show a chart, or in one line the reason why none can be shown."""
        self._chart = chart
        is_chart = isinstance(chart, ChartSpec)
        heading = chart.heading or chart.title
        subtitle = chart.subtitle if isinstance(chart, ChartSpec) else ""
        if self._name and is_chart:
            subtitle = join_subtitle(heading, subtitle)
        self.set_heading(self._name or heading, subtitle)
        for button in (self.table_button, self.export_button):
            button.setVisible(is_chart)
        self._show_reason(chart.reason if isinstance(chart, Missing) else "")
        self.series.set_chart(chart)
        self.options.show_if_used()
        self.view.set_theme(theme)
        self.view.set_spec(self._shown(chart))
        self._update_table()
        self.set_one_line(not is_chart)

    def _shown(self, chart: Chart) -> Chart:
        """Return the chart with the series that are shown and as many rows as the card has room for."""
        if not isinstance(chart, ChartSpec):
            return chart
        chart = self.series.shown(chart)
        return shape_of(chart).fewer_rows(self._most_rows) if self._most_rows else chart

    @Slot()
    def _series_changed(self) -> None:
        """Show the chart with other series."""
        if self._chart is not None:
            self.view.set_spec(self._shown(self._chart))
            self._update_table()

    def _show_reason(self, reason: str) -> None:
        """Show a reason in the line of the heading, which has the whole line without one."""
        if reason == self.reason.text():
            return  # Qt lays a card out again even where its heading wraps as before
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        self.heading.setWordWrap(not reason)
        for position, takes_room in enumerate((not reason, bool(reason))):
            self._head.setStretch(position, int(takes_room))

    @property
    def _range(self) -> Range | None:
        """The range that is shown, from a first to a last day or year; None for the whole chart."""
        shown, chart = self.view.range.shown, self.chart
        return None if shown is None or chart is None else rounded(shown, chart.x)

    @property
    def days(self) -> tuple[str, str]:
        """The first and the last day that are shown as YYYY-MM-DD, empty for the whole chart."""
        shown, chart = self._range, self.chart
        if shown is None or chart is None:
            return "", ""
        first, last = days_of(shown, chart.x)
        return first.isoformat(), last.isoformat()

    @property
    def shown_chart(self) -> ChartSpec | None:
        """The chart with the series, the measured span and the range that are shown: what is exported."""
        if self.chart is None:
            return None
        chart = self.series.shown(self.chart)
        span, shown = self.view.range.span, self._range
        days = None if span is None else measured_days(span, chart.x)
        if days is not None and days[0] < days[1]:  # there is no change within a day
            chart = with_measured(chart, days)
        return chart if shown is None else shape_of(chart).between(shown)

    @property
    def has_chart(self) -> bool:
        """Whether a chart is shown, and not the reason for a missing one."""
        return isinstance(self._chart, ChartSpec)

    @property
    def kind(self) -> str:
        """The kind of the chart, empty before there is one."""
        return self._chart.kind if self._chart is not None else ""

    @property
    def table(self) -> TableView | None:
        """The table of the chart, None while the chart is drawn."""
        return self.figures.table

    @property
    def chart(self) -> ChartSpec | None:
        """The whole chart, None where there is none."""
        return self._chart if isinstance(self._chart, ChartSpec) else None

    def as_request(self) -> ChartRequest | None:
        """Return the part of a link for what the reader has chosen, None where nothing was."""
        return chart_links.request_of(self, self.options.controls)

    def apply(self, request: ChartRequest) -> Iterable[str]:
        """Show what a link names, and return a sentence on each part that the chart does not have."""
        return chart_links.apply(request, self, self.options.controls)

    @Slot()
    def export(self) -> None:
        """Request the export of the chart."""
        if self.shown_chart is not None:
            self.exportRequested.emit(self.shown_chart)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the chart."""
        if isinstance(self._chart, ChartSpec):
            open_menu(self, self._entries(self._chart), event, self.mapToGlobal(QPoint(16, 40)))

    def _entries(self, spec: ChartSpec) -> list[Entry]:
        chosen = selected_text(self)
        return [
            *([copy_entry(gettext("Copy selected text"), chosen, self)] if chosen else []),
            Entry(gettext("Copy chart"), self.copy_image),
            Entry(gettext("Copy data (CSV)"), self.copy_data),
            *sources_of(spec, self.source_entries),
            Entry(
                gettext("Show chart") if self._as_table else gettext("Show table"), self._toggle_table, True
            ),
            Entry(gettext("Export chart…"), self.export),
        ]

    def copy_image(self) -> None:
        """Copy the chart as an image; open the export where it does not fit the default size."""
        if self.shown_chart is not None and not chart_copies.copy_image(self, self.shown_chart):
            self.export()

    def copy_data(self) -> None:
        """Copy the figures of the chart as CSV; open the export where it has none in the range."""
        if self.shown_chart is not None and not chart_copies.copy_data(self, self.shown_chart):
            self.export()

    @Slot()
    def _toggle_table(self) -> None:
        """Switch between the chart and its table."""
        self._as_table = not self._as_table
        self.table_button.setText(gettext("Show chart") if self._as_table else gettext("Show table"))
        self._update_table()

    @Slot()
    def _range_settled(self) -> None:
        """List another range, as that of a linked axis, in a table that is shown."""
        if self._as_table:
            self._update_table()

    def _update_table(self) -> None:
        """Show the table of the chart, the chart, or neither."""
        spec = self._chart if isinstance(self._chart, ChartSpec) and self._as_table else None
        self.figures.source_entries = self.source_entries
        self.figures.show_table(self.series.shown(spec) if spec is not None else None, self._range)
        self.view.setVisible(spec is None and self.has_chart)
