"""A card with a chart: heading, choices, the chart or its table, and the export."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from explorer.charts import summary
from explorer.charts.builders.content import join_subtitle
from explorer.charts.hidden_series import are_named, hidden_note
from explorer.charts.measured import with_measured
from explorer.charts.shapes import shape_of
from explorer.charts.spec import Chart, ChartSpec, Choice, Missing
from explorer.charts.zoom import check_range, measured_days, rounded
from explorer.errors import KnownError
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.chart_request import ChartRequest
from explorer.models.table import Cell
from explorer.models.tooltip import wrapped
from explorer.palette import Theme
from explorer.ui.cards import chart_links
from explorer.ui.cards.chart_view import ChartView
from explorer.ui.cards.series_menu import SeriesMenu
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.choice_box import ChoiceBox
from explorer.ui.widgets.clipboard import confirm, copy_text
from explorer.ui.widgets.context_menu import (
    Entry,
    SourceEntries,
    copy_entry,
    leave_menu_to_parent,
    open_menu,
    selected_text,
)
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.layouts import FlowLayout
from explorer.ui.widgets.table_view import TableView

if TYPE_CHECKING:
    from explorer.charts.output.options import ExportOptions

MAX_CHOICE_WIDTH = 620
MAX_TABLE_HEIGHT = 420
TEXT_WEIGHT, FIGURE_WEIGHT = 5, 2
LONGEST_FIGURE = 16


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
        self._options = QWidget()
        self._flow = FlowLayout(self._options)
        self._has_options = False
        self._controls: chart_links.Controls = {}
        self._options.hide()
        self.add(self._options)
        self.series = SeriesMenu()
        self.series.changed.connect(self._series_changed)
        self._flow.addWidget(self.series)
        self.view = ChartView()
        self.view.exportRequested.connect(self.export)
        self.view.seriesClicked.connect(self.series.hide_one)
        self.add(self.view, 1)
        self.hidden = label("", "muted")
        self.hidden.hide()
        self.add(self.hidden)
        self._as_table = False
        self.table: TableView | None = None
        self.table_button = link_button(gettext("Show table"))
        self.table_button.setToolTip(gettext("Show the figures of this chart as a table"))
        self.table_button.clicked.connect(self._toggle_table)
        self.export_button = link_button(gettext("Export chart…"))
        self.export_button.setToolTip(gettext("Save or copy this chart or its figures (Ctrl+S on the chart)"))
        self.export_button.clicked.connect(self.export)
        self.add_action(self.table_button)
        self.add_action(self.export_button)
        leave_menu_to_parent(self)

    def add_choice(self, name: str, key: str = "") -> ChoiceBox:
        """Add a list of choices with an accessible name; `set_choices` fills it, `key` names it in links."""
        combo = ChoiceBox()
        combo.setAccessibleName(name)
        combo.setToolTip(wrapped(name))
        combo.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        combo.setMaximumWidth(MAX_CHOICE_WIDTH)
        combo.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        combo.currentIndexChanged.connect(self._choice_changed)
        self.add_option(combo, key)
        return combo

    def add_option(self, widget: QWidget, key: str = "") -> None:
        """Add a widget to the choices, before the menu of the series."""
        if key and isinstance(widget, ChoiceBox | QPushButton):
            self._controls[key] = widget
        self._flow.removeWidget(self.series)
        for entry in (widget, self.series):
            self._flow.addWidget(entry)
        self._has_options = True
        self._options.show()

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
        self._options.setVisible(self._has_options or not self.series.isHidden())
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
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        self.heading.setWordWrap(not reason)
        for position, takes_room in enumerate((not reason, bool(reason))):
            self._head.setStretch(position, int(takes_room))

    def _exported(self, chart: ChartSpec) -> ChartSpec:
        """Return the chart with the series, the measured span and the range that are shown."""
        chart = self.series.shown(chart)
        span, shown = self.view.range.span, self.view.range.shown
        days = None if span is None else measured_days(span, chart.x)
        if days is not None and days[0] < days[1]:  # there is no change within a day
            chart = with_measured(chart, days)
        return chart if shown is None else shape_of(chart).between(rounded(shown, chart.x))

    @property
    def has_chart(self) -> bool:
        """Whether a chart is shown, and not the reason for a missing one."""
        return isinstance(self._chart, ChartSpec)

    @property
    def kind(self) -> str:
        """The kind of the chart, empty before there is one."""
        return self._chart.kind if self._chart is not None else ""

    @property
    def chart(self) -> ChartSpec | None:
        """The whole chart, None where there is none."""
        return self._chart if isinstance(self._chart, ChartSpec) else None

    def as_request(self) -> ChartRequest | None:
        """Return the part of a link for what the reader has chosen, None where nothing was."""
        return chart_links.request_of(self, self._controls)

    def apply(self, request: ChartRequest) -> Iterable[str]:
        """Show what a link names, and return a sentence on each part that the chart does not have."""
        return chart_links.apply(request, self, self._controls)

    @Slot()
    def export(self) -> None:
        """Request the export of the chart."""
        if isinstance(self._chart, ChartSpec):
            self.exportRequested.emit(self._exported(self._chart))

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
            *self._entries_of_sources(spec, ()),
            Entry(
                gettext("Show chart") if self._as_table else gettext("Show table"), self._toggle_table, True
            ),
            Entry(gettext("Export chart…"), self.export),
        ]

    def _entries_of_sources(self, spec: ChartSpec, _of_row: tuple[str, ...]) -> Sequence[Entry]:
        """Return the entries for the sources of a chart, which those of a row are among."""
        if self.source_entries is None:
            return ()
        return self.source_entries(tuple(source.source_id for source in spec.sources))

    def copy_image(self) -> None:
        """Copy the chart as an image of the size that exports have by default."""
        from explorer.charts.output.options import ExportOptions

        image = self._rendered(ExportOptions(), "png")
        if image:
            QGuiApplication.clipboard().setImage(QImage.fromData(image))
            confirm(self, gettext("Image copied to the clipboard."))

    def copy_data(self) -> None:
        """Copy the figures of the chart as CSV."""
        from explorer.charts.output.options import ExportOptions

        data = self._rendered(ExportOptions(), "csv")
        if data:
            copy_text(self, data.decode("utf-8"), gettext("Data copied to the clipboard."))

    def _rendered(self, options: "ExportOptions", form: str) -> bytes:
        """Return the chart as a file has it; open the export where it does not fit the size."""
        from explorer.charts.output.render import render

        if not isinstance(self._chart, ChartSpec):
            return b""
        shown = self._exported(self._chart)
        if shown.has_own and shown.without_own is None:  # copies leave the user's series out, as exports do
            self.export()
            return b""
        chart = shown.without_own or shown
        try:
            check_range(chart)
            return render(chart, options, form)
        except KnownError:
            self.export()
            return b""

    @Slot()
    def _toggle_table(self) -> None:
        """Switch between the chart and its table."""
        self._as_table = not self._as_table
        self.table_button.setText(gettext("Show chart") if self._as_table else gettext("Show table"))
        self._update_table()

    def _update_table(self) -> None:
        """Show a new table, the chart, or neither; a table is not reused, since its columns depend on the chart."""
        if self.table is not None:
            self.body.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
            self.table = None
        spec = self.series.shown(self._chart) if isinstance(self._chart, ChartSpec) else None
        self.hidden.setText(hidden_note(spec) if spec is not None and spec.hidden else "")
        self.hidden.setVisible(self._as_table and bool(self.hidden.text()))
        if self._as_table and spec is not None:
            self.table = _table(spec, gettext("{title}, as a table").format(title=spec.title))
            self.table.source_entries = partial(self._entries_of_sources, spec)
            rows = [(s.source_id, s.publisher, s.title) for s in spec.sources]
            own = [("", spec.own_sources, "")] if spec.own_sources else []
            self.table.source_rows = lambda _ids: (*rows, *own)
            self.add(self.table)
        self.view.setVisible(self.table is None and self.has_chart)

    @Slot(int)
    def _choice_changed(self, index: int) -> None:
        if index >= 0:
            self.changed.emit()


def _table(spec: ChartSpec, name: str) -> TableView:
    """Return the figures of a chart as a table, without empty columns and without the name of a single series."""
    figures = summary.table(spec)
    first = 0 if are_named(spec.series) else 1
    used = [i for i in range(first, len(figures.header)) if any(row[i] for row in figures.rows)]
    table = TableView([figures.header[i] for i in used], name, max_height=MAX_TABLE_HEIGHT)
    table.set_weights(*(_weight(row[i] for row in figures.rows) for i in used))
    pairs = zip(figures.rows, figures.raw, strict=True)
    table.set_rows([[Cell(texts[i], values[i]) for i in used] for texts, values in pairs])
    return table


def _weight(texts: Iterable[str]) -> int:
    """Return the weight of a column: sentences and lists get more of the width than figures and dates."""
    return TEXT_WEIGHT if max(map(len, texts)) > LONGEST_FIGURE else FIGURE_WEIGHT


def set_choices(
    combo: ChoiceBox,
    choices: Sequence[Choice],
    *,
    keep: bool = True,
    own: Sequence[Choice] = (),
) -> None:
    """Fill a list without emitting a signal; what the reader chose stays if it is kept and the new list has it.

    `own` are the user's series, in a group of their own below the others.
    """
    combo.chosen = combo.chosen if keep else None
    combo.blockSignals(True)
    combo.clear()
    _add_choices(combo, choices)
    if choices and own:
        combo.insertSeparator(combo.count())
        combo.addItem(gettext("Your series"))
        combo.setItemData(combo.count() - 1, 0, Qt.ItemDataRole.UserRole - 1)  # cannot be chosen
    _add_choices(combo, own)
    index = combo.findData(combo.chosen) if combo.chosen is not None else -1
    combo.setCurrentIndex(max(index, 0) if choices or own else -1)
    combo.setVisible(len(choices) + len(own) > 1)
    combo.blockSignals(False)


def _add_choices(combo: ChoiceBox, choices: Sequence[Choice]) -> None:
    for choice in choices:
        combo.addItem(choice.label, choice.key)
        combo.setItemData(combo.count() - 1, wrapped(choice.label), Qt.ItemDataRole.ToolTipRole)
