"""A card around a chart: its heading, its choices, and the way to save it as an image."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFileDialog, QSizePolicy, QWidget

from explorer.charts.spec import Chart, ChartSpec, Choice
from explorer.charts.summary import file_stem
from explorer.errors import KnownError
from explorer.ui.chart_view import ChartView
from explorer.ui.layouts import FlowLayout
from explorer.ui.widgets import Card, ChoiceBox, link_button

WIDEST_CHOICE = 620


class ChartCard(Card):
    """Shows a chart or the reason why there is none; choices and toggles tell that they changed."""

    changed = Signal()
    failed = Signal(str)
    saved = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, compact: bool = False) -> None:
        super().__init__(" ", "", parent, fill=True, stacked=True)
        self.subtitle.setVisible(not compact)
        self._compact = compact
        self._options = QWidget()
        self._flow = FlowLayout(self._options)
        self._options.hide()
        self.add(self._options)
        self.view = ChartView(show_title=False)
        self.view.saveRequested.connect(self.save)
        self.add(self.view, 1)
        self._save = link_button(self.tr("Save image"))
        self._save.setToolTip(self.tr("Save this chart as a PNG image (Ctrl+S on the chart)"))
        self._save.clicked.connect(self.save)
        self.add_action(self._save)

    def add_choice(self, name: str) -> QComboBox:
        """Add a list of choices named for screen readers; fill it with `set_choices`."""
        combo = ChoiceBox()
        combo.setAccessibleName(name)
        combo.setToolTip(name)
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

    def show_chart(self, chart: Chart, dark: bool) -> None:
        """Draw a chart, or say why there is none."""
        subtitle = chart.subtitle if isinstance(chart, ChartSpec) and not self._compact else ""
        self.set_heading(chart.title, subtitle)
        self._save.setVisible(isinstance(chart, ChartSpec))
        self.view.set_theme(dark)
        self.view.set_spec(chart)

    @Slot()
    def save(self) -> None:
        """Ask for a file and write the chart as PNG."""
        spec = self.view.spec()
        if not isinstance(spec, ChartSpec):
            return
        settings = QSettings()
        folder = Path(str(settings.value("export/folder", "")) or Path.home())
        name = f"{file_stem(spec)}.png"
        chosen, _ = QFileDialog.getSaveFileName(
            self.window(), self.tr("Save image"), str(folder / name), self.tr("PNG image (*.png)")
        )
        if not chosen:
            return
        path = Path(chosen)
        path = path if path.suffix else path.with_suffix(".png")
        try:
            self.view.save_image(path)
        except KnownError as error:
            self.failed.emit(str(error))
            return
        settings.setValue("export/folder", str(path.parent))
        self.saved.emit(self.tr("Saved {}").format(path))

    @Slot(int)
    def _choice_changed(self, index: int) -> None:
        if index >= 0:
            self.changed.emit()


def set_choices(combo: QComboBox, choices: Sequence[Choice], *, keep: bool = True) -> None:
    """Fill a list without telling; the current key stays where the new list has it."""
    current = combo.currentData()
    combo.blockSignals(True)
    combo.clear()
    for position, choice in enumerate(choices):
        combo.addItem(choice.label, choice.key)
        combo.setItemData(position, choice.label, Qt.ItemDataRole.ToolTipRole)
    index = combo.findData(current) if keep and current is not None else -1
    combo.setCurrentIndex(max(index, 0) if choices else -1)
    combo.setVisible(len(choices) > 1)
    combo.blockSignals(False)
