"""A card around a chart: its heading, its choices, its table twin, and the way out of the window."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from explorer.charts.spec import Chart, ChartSpec, Choice
from explorer.charts.words import summary
from explorer.models.table import Cell
from explorer.models.tooltip import wrapped
from explorer.palette import Theme
from explorer.ui.cards.chart_view import ChartView
from explorer.ui.widgets.basics import Card, ChoiceBox, link_button
from explorer.ui.widgets.layouts import FlowLayout
from explorer.ui.widgets.table_view import TableView

WIDEST_CHOICE = 620
TALLEST_TABLE = 420
_WEIGHTS = {"Series": 5, "Measure": 5, "Scope": 6, "Note": 5, "Sources": 5, "Name": 4, "Country": 3, "Use": 5}


class ChartCard(Card):
    """Shows a chart or the reason why there is none; choices and toggles tell that they changed."""

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
        self.table_button = link_button(self.tr("Table"))
        self.table_button.setToolTip(self.tr("The figures of this chart as a table"))
        self.table_button.clicked.connect(self._swap)
        self.export_button = link_button(self.tr("Export"))
        self.export_button.setToolTip(
            self.tr("Save or copy this chart as an image or its figures (Ctrl+S on the chart)")
        )
        self.export_button.clicked.connect(self.export)
        self.add_action(self.table_button)
        self.add_action(self.export_button)

    def add_choice(self, name: str) -> QComboBox:
        """Add a list of choices named for screen readers; fill it with `set_choices`."""
        combo = ChoiceBox()
        combo.setAccessibleName(name)
        combo.setToolTip(wrapped(name))
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        combo.setMaximumWidth(WIDEST_CHOICE)
        combo.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        combo.currentIndexChanged.connect(self._choice_changed)
        self.add_option(combo)
        return combo

    def add_option(self, widget: QWidget) -> None:
        """Put a widget among the choices."""
        self._flow.addWidget(widget)
        self._options.show()

    def show_chart(self, chart: Chart, theme: Theme) -> None:
        """Draw a chart, or say why there is none."""
        subtitle = chart.subtitle if isinstance(chart, ChartSpec) and not self._compact else ""
        self.set_heading(chart.title, subtitle)
        for button in (self.table_button, self.export_button):
            button.setVisible(isinstance(chart, ChartSpec))
        self.view.set_theme(theme)
        self.view.set_spec(chart)
        if self._as_table or self.table is not None:
            self._show_twin()

    @property
    def has_chart(self) -> bool:
        """Whether there is a chart, and not just the reason why there is none."""
        return isinstance(self.view.spec(), ChartSpec)

    @Slot()
    def export(self) -> None:
        """Ask for the chart to be exported."""
        spec = self.view.spec()
        if isinstance(spec, ChartSpec):
            self.exportRequested.emit(spec)

    @Slot()
    def _swap(self) -> None:
        """Show the table in place of the chart, or the chart again."""
        self._as_table = not self._as_table
        self.table_button.setText(self.tr("Chart") if self._as_table else self.tr("Table"))
        self._show_twin()

    def _show_twin(self) -> None:
        """Lay the table of the chart over its place, made anew, for its columns are those that have something."""
        if self.table is not None:
            self.body.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
            self.table = None
        spec = self.view.spec()
        if self._as_table and isinstance(spec, ChartSpec):
            self.table = _table(spec, self.tr("{}, as a table").format(spec.title))
            self.add(self.table)
        self.view.setVisible(self.table is None)

    @Slot(int)
    def _choice_changed(self, index: int) -> None:
        if index >= 0:
            self.changed.emit()


def _table(spec: ChartSpec, name: str) -> TableView:
    """Return the figures of a chart as a table, without the columns that tell nothing."""
    whole = summary.table(spec)
    alone = {"Series"} if len(spec.series) == 1 else set()
    used = [i for i, h in enumerate(whole.header) if h not in alone and any(row[i] for row in whole.rows)]
    made = TableView([whole.header[i] for i in used], name, tallest=TALLEST_TABLE)
    made.set_weights(*(_WEIGHTS.get(whole.header[i], 2) for i in used))
    pairs = zip(whole.rows, whole.raw, strict=True)
    made.set_rows([[Cell(texts[i], values[i]) for i in used] for texts, values in pairs])
    return made


def set_choices(combo: QComboBox, choices: Sequence[Choice], *, keep: bool = True) -> None:
    """Fill a list without telling; the current key stays where the new list has it."""
    current = combo.currentData()
    combo.blockSignals(True)
    combo.clear()
    for position, choice in enumerate(choices):
        combo.addItem(choice.label, choice.key)
        combo.setItemData(position, wrapped(choice.label), Qt.ItemDataRole.ToolTipRole)
    index = combo.findData(current) if keep and current is not None else -1
    combo.setCurrentIndex(max(index, 0) if choices else -1)
    combo.setVisible(len(choices) > 1)
    combo.blockSignals(False)
