"""A card with a chart: heading, choices, the chart or its table, and the export."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.charts.spec import Chart, ChartSpec, Choice
from explorer.charts.words import summary
from explorer.language import gettext
from explorer.models.table import Cell
from explorer.models.tooltip import wrapped
from explorer.palette import Theme
from explorer.ui.cards.chart_view import ChartView
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.choice_box import ChoiceBox
from explorer.ui.widgets.layouts import FlowLayout
from explorer.ui.widgets.table_view import TableView

MAX_CHOICE_WIDTH = 620
MAX_TABLE_HEIGHT = 420
TEXT_WEIGHT, FIGURE_WEIGHT = 5, 2
LONGEST_FIGURE = 16


class ChartCard(Card):
    """Shows a chart, its table, or the reason why none can be shown; `changed` reports another choice."""

    changed = Signal()
    exportRequested = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, compact: bool = False) -> None:
        super().__init__(" ", "", parent, fill=True, stacked=True)
        self.subtitle.setVisible(not compact)
        self._compact = compact
        self._options = QWidget()
        self._flow = FlowLayout(self._options)
        self._options.hide()
        self.add(self._options)
        self.view = ChartView()
        self.view.exportRequested.connect(self.export)
        self.add(self.view, 1)
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

    def add_choice(self, name: str) -> ChoiceBox:
        """Add a list of choices with an accessible name; `set_choices` fills it."""
        combo = ChoiceBox()
        combo.setAccessibleName(name)
        combo.setToolTip(wrapped(name))
        combo.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        combo.setMaximumWidth(MAX_CHOICE_WIDTH)
        combo.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        combo.currentIndexChanged.connect(self._choice_changed)
        self.add_option(combo)
        return combo

    def add_option(self, widget: QWidget) -> None:
        """Add a widget to the choices."""
        self._flow.addWidget(widget)
        self._options.show()

    def show_chart(self, chart: Chart, theme: Theme) -> None:
        """Show a chart, or the reason why none can be shown."""
        subtitle = chart.subtitle if isinstance(chart, ChartSpec) and not self._compact else ""
        self.set_heading(chart.title, subtitle)
        for button in (self.table_button, self.export_button):
            button.setVisible(isinstance(chart, ChartSpec))
        self.view.set_theme(theme)
        self.view.set_spec(chart)
        if self._as_table or self.table is not None:
            self._update_table()

    @property
    def has_chart(self) -> bool:
        """Whether a chart is shown, and not the reason for a missing one."""
        return isinstance(self.view.spec(), ChartSpec)

    @Slot()
    def export(self) -> None:
        """Request the export of the chart."""
        spec = self.view.spec()
        if isinstance(spec, ChartSpec):
            self.exportRequested.emit(spec)

    @Slot()
    def _toggle_table(self) -> None:
        """Switch between the chart and its table."""
        self._as_table = not self._as_table
        self.table_button.setText(gettext("Show chart") if self._as_table else gettext("Show table"))
        self._update_table()

    def _update_table(self) -> None:
        """Show a new table or the chart; a table is not reused, since its columns depend on the chart."""
        if self.table is not None:
            self.body.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
            self.table = None
        spec = self.view.spec()
        if self._as_table and isinstance(spec, ChartSpec):
            self.table = _table(spec, gettext("{title}, as a table").format(title=spec.title))
            self.add(self.table)
        self.view.setVisible(self.table is None)

    @Slot(int)
    def _choice_changed(self, index: int) -> None:
        if index >= 0:
            self.changed.emit()


def _table(spec: ChartSpec, name: str) -> TableView:
    """Return the figures of a chart as a table, without empty columns and without the name of a single series."""
    figures = summary.table(spec)
    first = 1 if len(spec.series) == 1 else 0
    used = [i for i in range(first, len(figures.header)) if any(row[i] for row in figures.rows)]
    table = TableView([figures.header[i] for i in used], name, max_height=MAX_TABLE_HEIGHT)
    table.set_weights(*(_weight(row[i] for row in figures.rows) for i in used))
    pairs = zip(figures.rows, figures.raw, strict=True)
    table.set_rows([[Cell(texts[i], values[i]) for i in used] for texts, values in pairs])
    return table


def _weight(texts: Iterable[str]) -> int:
    """Return the weight of a column: sentences and lists get more of the width than figures and dates."""
    return TEXT_WEIGHT if max(map(len, texts)) > LONGEST_FIGURE else FIGURE_WEIGHT


def set_choices(combo: ChoiceBox, choices: Sequence[Choice], *, keep: bool = True) -> None:
    """Fill a list without emitting a signal; what the reader chose stays if it is kept and the new list has it."""
    combo.chosen = combo.chosen if keep else None
    combo.blockSignals(True)
    combo.clear()
    for position, choice in enumerate(choices):
        combo.addItem(choice.label, choice.key)
        combo.setItemData(position, wrapped(choice.label), Qt.ItemDataRole.ToolTipRole)
    index = combo.findData(combo.chosen) if combo.chosen is not None else -1
    combo.setCurrentIndex(max(index, 0) if choices else -1)
    combo.setVisible(len(choices) > 1)
    combo.blockSignals(False)
