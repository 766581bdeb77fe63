"""The form of an export: format, size, resolution, theme, and the parts of the page."""

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
from explorer.ui.dialogs.export.form_values import CUSTOM, DECIMALS, UNITS, FormValues
from explorer.ui.dialogs.export.number_field import NumberField
from explorer.ui.widgets.labels import label

ROW_HEIGHT = 30
MIN_LENGTH = 0.1


class ExportForm(QWidget):
    """Shows and changes the values of an export."""

    changed = Signal()

    def __init__(self, values: FormValues, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = values
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
    def values(self) -> FormValues:
        """The values of the fields."""
        return self._values

    def set_has_chinese(self, has_chinese: bool) -> None:
        """Set whether the chart has Chinese text, which an SVG file draws as outlines by default."""
        self._has_chinese = has_chinese
        self._show()

    def add_row(self, name: str, field: QWidget) -> None:
        """Add a field with its name."""
        title = label(name, "muted", wrap=False, selectable=False)
        title.setBuddy(field)
        title.setFixedHeight(ROW_HEIGHT)
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
        self._preset.addItem(self.tr("Own size"), CUSTOM)
        self._preset.activated.connect(self._preset_chosen)
        self.add_row(self.tr("Preset"), self._preset)
        self._width = NumberField(self.tr("Width"), MIN_LENGTH, MAX_PIXELS)
        self._height = NumberField(self.tr("Height"), MIN_LENGTH, MAX_PIXELS)
        self._unit = QComboBox()
        self._unit.addItems(list(UNITS))
        self._unit.setAccessibleName(self.tr("Unit"))
        self._unit.activated.connect(self._unit_chosen)
        self.add_row(self.tr("Size"), _in_a_row(self._width, self._height, self._unit))
        self._dpi = NumberField(self.tr("Resolution"), MIN_DPI, MAX_DPI)
        for field in (self._width, self._height, self._dpi):
            field.valueChanged.connect(self._size_changed)
        self.add_row(self.tr("Resolution"), _in_a_row(self._dpi, label(self.tr("dpi"), "muted")))

    def _make_look(self) -> None:
        self._has_chinese = False
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
        """Fill the fields with the values."""
        values = self._values
        self._showing = True
        self._format.choose(values.form)
        self._preset.setCurrentIndex(self._preset.findData(values.preset))
        for field, value in ((self._width, values.width), (self._height, values.height)):
            field.set_value(value, DECIMALS[values.unit])
        self._unit.setCurrentText(values.unit)
        self._dpi.set_value(values.dpi)
        self._theme.choose("dark" if values.dark else "light")
        self._title.setChecked(values.title)
        self._dates.setChecked(values.control_dates)
        self._sources.setChecked(values.sources)
        curves = self._has_chinese if values.outlines is None else values.outlines
        self._text.choose("curves" if curves else "text")
        is_image = values.form != "csv"
        size = (self._preset, self._width, self._height, self._unit, self._dpi)
        for widget in (*size, self._theme, self._title, self._dates, self._sources):
            widget.setEnabled(is_image)
        self._text.setEnabled(values.form == "svg")
        self._showing = False

    def _change(self, values: FormValues) -> None:
        if values != self._values:
            self._values = values
            self._show()
            self.changed.emit()

    @Slot(str)
    def _format_chosen(self, form: str) -> None:
        self._change(replace(self._values, form=form))

    @Slot(int)
    def _preset_chosen(self, index: int) -> None:
        self._change(self._values.with_preset(self._preset.itemData(index)))

    @Slot(int)
    def _unit_chosen(self, index: int) -> None:
        self._change(self._values.with_unit(UNITS[index]))

    @Slot()
    def _size_changed(self) -> None:
        width, height, dpi = self._width.value(), self._height.value(), round(self._dpi.value())
        self._change(replace(self._values, preset=CUSTOM, width=width, height=height, dpi=dpi))

    @Slot()
    def _look_changed(self) -> None:
        if not self._showing:
            self._change(
                replace(
                    self._values,
                    dark=self._theme.current() == "dark",
                    title=self._title.isChecked(),
                    control_dates=self._dates.isChecked(),
                    sources=self._sources.isChecked(),
                )
            )

    @Slot(str)
    def _text_chosen(self, text: str) -> None:
        self._change(replace(self._values, outlines=text == "curves"))


class _Segments(QWidget):
    """Buttons in a row of which one is pressed."""

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
        """Press a button without emitting a signal."""
        self._buttons[key].setChecked(True)

    def current(self) -> str:
        """Return the key of the pressed button."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    @Slot(QAbstractButton)
    def _clicked(self, clicked: QAbstractButton) -> None:
        self.chosen.emit(next(key for key, button in self._buttons.items() if button is clicked))


def _in_a_row(*fields: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for field in fields:
        row.addWidget(field)
    row.addStretch(1)
    return holder
