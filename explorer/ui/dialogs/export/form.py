"""The form of an export: format, size, resolution, theme, and the parts of the page."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QWidget,
)

from explorer.charts.output.options import FORMATS, MAX_DPI, MAX_PIXELS, MIN_DPI, PRESETS, TABLE_FORMATS
from explorer.data.numbers import exact
from explorer.language import gettext, gettext_noop
from explorer.ui.dialogs.export.form_values import CUSTOM, DECIMALS, UNITS, FormValues, Size
from explorer.ui.dialogs.export.number_field import NumberField
from explorer.ui.widgets.labels import label

ROW_HEIGHT = 30
MIN_LENGTH = 0.1
_PRESETS = {
    "slide": gettext_noop("Slide (16:9)"),
    "half-page": gettext_noop("Half-page figure"),
    "column": gettext_noop("Journal column"),
    "a4": gettext_noop("A4 page"),
    "square": gettext_noop("Square (1:1)"),
    "portrait": gettext_noop("Portrait post (4:5)"),
    "social": gettext_noop("Social media (16:9)"),
}
_UNITS = {"px": gettext_noop("px"), "mm": gettext_noop("mm"), "in": gettext_noop("in")}


class ExportForm(QWidget):
    """Shows and changes the values of an export."""

    changed = Signal()

    def __init__(self, values: FormValues, sizes: Sequence[Size] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values, self._sizes = values, sizes
        self._showing = self._has_chinese = False
        self.rows = QFormLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setHorizontalSpacing(16)
        self.rows.setVerticalSpacing(10)
        self.rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._make_format()
        self._make_size()
        self._make_look()
        self.setFocusProxy(self._format)
        self._show()

    @property
    def values(self) -> FormValues:
        """The values of the fields."""
        return self._values

    def set_has_chinese(self, has_chinese: bool) -> None:
        """Set whether the chart has Chinese text, which an SVG file draws as outlines by default."""
        if has_chinese != self._has_chinese:
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
        self._format = _Segments(gettext("Format"), [(f, f.upper()) for f in FORMATS])
        self._format.chosen.connect(self._format_chosen)
        self.add_row(gettext("Format"), self._format)

    def _make_size(self) -> None:
        self._preset = QComboBox()
        for preset in PRESETS:
            self._preset.addItem(gettext(_PRESETS[preset.key]), preset.key)
        self._preset.addItem(gettext("Custom"), CUSTOM)
        for size in self._sizes:
            text = gettext("{width} × {height} {unit}, {dpi} dpi").format(
                width=exact(size.width),
                height=exact(size.height),
                unit=gettext(_UNITS[size.unit]),
                dpi=size.dpi,
            )
            self._preset.addItem(text, size)
        self._preset.activated.connect(self._preset_chosen)
        self.add_row(gettext("Preset"), self._preset)
        self._width = NumberField(gettext("Width"), MIN_LENGTH, MAX_PIXELS)
        self._height = NumberField(gettext("Height"), MIN_LENGTH, MAX_PIXELS)
        self._unit = QComboBox()
        for unit in UNITS:
            self._unit.addItem(gettext(_UNITS[unit]), unit)
        self._unit.setAccessibleName(gettext("Unit"))
        self._unit.activated.connect(self._unit_chosen)
        self.add_row(gettext("Size"), _in_a_row(self._width, self._height, self._unit))
        self._dpi = NumberField(gettext("Resolution"), MIN_DPI, MAX_DPI)
        for field in (self._width, self._height, self._dpi):
            field.valueChanged.connect(self._size_changed)
        self.add_row(gettext("Resolution"), _in_a_row(self._dpi, label(gettext("dpi"), "muted")))

    def _make_look(self) -> None:
        self._theme = _Segments(gettext("Theme"), [("light", gettext("Light")), ("dark", gettext("Dark"))])
        self._theme.chosen.connect(self._look_changed)
        self.add_row(gettext("Theme"), self._theme)
        self._title = QCheckBox(gettext("Title"))
        self._dates = QCheckBox(gettext("Control dates"))
        self._sources = QCheckBox(gettext("Sources and data edition"))
        shown = QWidget()
        grid = QGridLayout(shown)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setSpacing(4)
        for place, box in (((0, 0), self._title), ((0, 1), self._dates), ((1, 0, 1, 2), self._sources)):
            box.toggled.connect(self._look_changed)
            grid.addWidget(box, *place)
        self.add_row(gettext("Show"), shown)
        self._text = _Segments(
            gettext("SVG text"), [("text", gettext("Editable text")), ("curves", gettext("Outlines"))]
        )
        self._text.setToolTip(
            gettext("Editable text can be searched and changed; outlines do not need the font.")
        )
        self._text.chosen.connect(self._text_chosen)
        self.add_row(gettext("SVG text"), self._text)

    def _show(self) -> None:
        """Fill the fields with the values."""
        values = self._values
        self._showing = True
        self._format.choose(values.form)
        self._preset.setCurrentIndex(self._preset_index())
        for field, value in ((self._width, values.width), (self._height, values.height)):
            field.set_value(value, DECIMALS[values.unit])
        self._unit.setCurrentIndex(UNITS.index(values.unit))
        self._dpi.set_value(values.dpi)
        self._theme.choose("dark" if values.dark else "light")
        self._title.setChecked(values.title)
        self._dates.setChecked(values.control_dates)
        self._sources.setChecked(values.sources)
        curves = self._has_chinese if values.outlines is None else values.outlines
        self._text.choose("curves" if curves else "text")
        is_image = values.form not in TABLE_FORMATS
        size = (self._preset, self._width, self._height, self._unit, self._dpi)
        for widget in (*size, self._theme, self._title, self._dates, self._sources):
            widget.setEnabled(is_image)
        self._text.setEnabled(values.form == "svg")
        self._showing = False

    def _preset_index(self) -> int:
        """Return the entry of the preset, or of the size if it was used before."""
        custom = self._preset.findData(CUSTOM)
        if self._values.preset != CUSTOM:
            return self._preset.findData(self._values.preset)
        if self._values.size in self._sizes:
            return custom + 1 + list(self._sizes).index(self._values.size)
        return custom

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
        chosen = self._preset.itemData(index)
        if isinstance(chosen, Size):
            self._change(self._values.with_size(chosen))
        else:
            self._change(self._values.with_preset(chosen))

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
    """A row of buttons, one of them pressed; that one takes the focus, and Enter is left to the dialog."""

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
            button.setAutoDefault(False)
            button.setAccessibleName(gettext("{group}: {choice}").format(group=name, choice=text))
            self._group.addButton(button)
            self._buttons[key] = button
            row.addWidget(button)
        row.addStretch(1)
        self._group.buttonClicked.connect(self._clicked)

    def choose(self, key: str) -> None:
        """Press a button without emitting a signal."""
        self._buttons[key].setChecked(True)
        self.setFocusProxy(self._buttons[key])

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
