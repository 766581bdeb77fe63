"""The fields of an export: format, size, resolution, theme, and what stands around the plot."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.charts.output.options import FORMATS, MAX_DPI, MAX_PIXELS, MIN_DPI, PRESETS
from explorer.ui.dialogs.export.choices import DECIMALS, OWN, UNITS, ExportChoice
from explorer.ui.dialogs.export.number_field import NumberField
from explorer.ui.widgets.basics import label

LINE = 30
LEAST_LENGTH = 0.1


class ExportForm(QWidget):
    """Shows and changes a choice; `changed` tells that it is another one."""

    changed = Signal()

    def __init__(self, choice: ExportChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = choice
        self._showing = False
        self.rows = QFormLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setHorizontalSpacing(16)
        self.rows.setVerticalSpacing(10)
        self.rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._make_format()
        self._make_size()
        self._make_look()
        self._show()

    @property
    def choice(self) -> ExportChoice:
        """The choice as the fields have it."""
        return self._choice

    def offer_text(self, chinese: bool) -> None:
        """Tell whether the chart holds Chinese, which an SVG draws as curves unless told otherwise."""
        self._chinese = chinese
        self._show()

    def add_row(self, name: str, field: QWidget) -> None:
        """Add a field below a name."""
        title = label(name, "muted", wrap=False, selectable=False)
        title.setBuddy(field)
        title.setFixedHeight(LINE)
        if not field.accessibleName():
            field.setAccessibleName(name)
        self.rows.addRow(title, field)

    def _make_format(self) -> None:
        self._format = _Segments(self.tr("Format"), [(f, f.upper()) for f in FORMATS])
        self._format.chosen.connect(self._format_chosen)
        self.add_row(self.tr("Format"), self._format)

    def _make_size(self) -> None:
        words = {
            "slide": self.tr("Slide 16:9"),
            "half-page": self.tr("Report, half a page"),
            "a4": self.tr("A4 page"),
            "square": self.tr("Square"),
        }
        self._preset = QComboBox()
        for preset in PRESETS:
            self._preset.addItem(words.get(preset.key, preset.key), preset.key)
        self._preset.addItem(self.tr("Own size"), OWN)
        self._preset.activated.connect(self._preset_chosen)
        self.add_row(self.tr("Preset"), self._preset)
        self._width = NumberField(self.tr("Width"), LEAST_LENGTH, MAX_PIXELS)
        self._height = NumberField(self.tr("Height"), LEAST_LENGTH, MAX_PIXELS)
        self._unit = QComboBox()
        self._unit.addItems(list(UNITS))
        self._unit.setAccessibleName(self.tr("Unit"))
        self._unit.activated.connect(self._unit_chosen)
        self.add_row(self.tr("Size"), _beside(self._width, self._height, self._unit))
        self._dpi = NumberField(self.tr("Resolution"), MIN_DPI, MAX_DPI)
        for field in (self._width, self._height, self._dpi):
            field.valueChanged.connect(self._size_changed)
        self.add_row(self.tr("Resolution"), _beside(self._dpi, label(self.tr("dpi"), "muted")))

    def _make_look(self) -> None:
        self._chinese = False
        self._theme = _Segments(self.tr("Theme"), [("light", self.tr("Light")), ("dark", self.tr("Dark"))])
        self._theme.chosen.connect(self._look_changed)
        self.add_row(self.tr("Theme"), self._theme)
        self._title = QCheckBox(self.tr("Title"))
        self._dates = QCheckBox(self.tr("Control dates"))
        self._sources = QCheckBox(self.tr("Sources and data edition"))
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(4)
        for box in (self._title, self._dates, self._sources):
            box.toggled.connect(self._look_changed)
            column.addWidget(box)
        self.add_row(self.tr("Show"), shown)
        self._text = _Segments(
            self.tr("Letters of an SVG"), [("text", self.tr("As text")), ("curves", self.tr("As curves"))]
        )
        self._text.setToolTip(
            self.tr("Text can be searched and edited; curves need no font where they are shown.")
        )
        self._text.chosen.connect(self._text_chosen)
        self.add_row(self.tr("Text"), self._text)

    def _show(self) -> None:
        """Fill the fields from the choice."""
        choice = self._choice
        self._showing = True
        self._format.choose(choice.form)
        self._preset.setCurrentIndex(self._preset.findData(choice.preset))
        for field, value in ((self._width, choice.width), (self._height, choice.height)):
            field.set_value(value, DECIMALS[choice.unit])
        self._unit.setCurrentText(choice.unit)
        self._dpi.set_value(choice.dpi)
        self._theme.choose("dark" if choice.dark else "light")
        self._title.setChecked(choice.title)
        self._dates.setChecked(choice.control_dates)
        self._sources.setChecked(choice.sources)
        curves = self._chinese if choice.outlines is None else choice.outlines
        self._text.choose("curves" if curves else "text")
        picture = choice.form != "csv"
        size = (self._preset, self._width, self._height, self._unit, self._dpi)
        for widget in (*size, self._theme, self._title, self._dates, self._sources):
            widget.setEnabled(picture)
        self._text.setEnabled(choice.form == "svg")
        self._showing = False

    def _change(self, choice: ExportChoice) -> None:
        if choice != self._choice:
            self._choice = choice
            self._show()
            self.changed.emit()

    @Slot(str)
    def _format_chosen(self, form: str) -> None:
        self._change(replace(self._choice, form=form))

    @Slot(int)
    def _preset_chosen(self, index: int) -> None:
        self._change(self._choice.with_preset(self._preset.itemData(index)))

    @Slot(int)
    def _unit_chosen(self, index: int) -> None:
        self._change(self._choice.with_unit(UNITS[index]))

    @Slot()
    def _size_changed(self) -> None:
        width, height, dpi = self._width.value(), self._height.value(), round(self._dpi.value())
        self._change(replace(self._choice, preset=OWN, width=width, height=height, dpi=dpi))

    @Slot()
    def _look_changed(self) -> None:
        if not self._showing:
            self._change(
                replace(
                    self._choice,
                    dark=self._theme.current() == "dark",
                    title=self._title.isChecked(),
                    control_dates=self._dates.isChecked(),
                    sources=self._sources.isChecked(),
                )
            )

    @Slot(str)
    def _text_chosen(self, text: str) -> None:
        self._change(replace(self._choice, outlines=text == "curves"))


class _Segments(QWidget):
    """Buttons side by side of which one is pressed."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for key, text in choices:
            button = QPushButton(text)
            button.setProperty("role", "segment")
            button.setCheckable(True)
            button.setAccessibleName(f"{name}: {text}")
            self._group.addButton(button)
            self._buttons[key] = button
            row.addWidget(button)
        row.addStretch(1)
        self._group.buttonClicked.connect(self._clicked)

    def choose(self, key: str) -> None:
        """Press a button without telling."""
        self._buttons[key].setChecked(True)

    def current(self) -> str:
        """Return the key of the pressed button."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    @Slot(QAbstractButton)
    def _clicked(self, clicked: QAbstractButton) -> None:
        self.chosen.emit(next(key for key, button in self._buttons.items() if button is clicked))


def _beside(*fields: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for field in fields:
        row.addWidget(field)
    row.addStretch(1)
    return holder
