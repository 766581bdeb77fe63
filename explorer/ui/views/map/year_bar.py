"""The years of the table on the map: a slider over the years on file, and a button that plays them."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSlider, QWidget

from explorer.data.numbers import year_ranges
from explorer.guard import guarded
from explorer.language import gettext
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.slider import PageSlider
from explorer.ui.widgets.style import STEP

PACE_MS = 900


@guarded
class YearBar(QWidget):
    """`chosen` reports a year that the reader or the clock has chosen. The arrow keys step on the slider."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._years: tuple[int, ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3 * STEP)
        self.play = QPushButton()
        self.play.setCheckable(True)
        self.play.toggled.connect(self._play_toggled)
        self.slider = PageSlider()
        self.slider.setAccessibleName(gettext("Year"))
        self.slider.setPageStep(5)
        self.slider.setTickPosition(QSlider.TickPosition.TicksBelow)
        self.slider.valueChanged.connect(self._moved)
        self.year, self.range = label("", "heading", wrap=False), label("", "small")
        row.addWidget(self.play)
        row.addWidget(self.year)
        row.addWidget(self.slider, 1)
        row.addWidget(self.range, 1)
        self._timer = QTimer(self)
        self._timer.setInterval(PACE_MS)
        self._timer.timeout.connect(self._step)
        self._show_play(on=False)

    def show_years(self, years: Sequence[int], year: int | None) -> None:
        """Show the years on file and the one that is shown; nothing where there is no choice."""
        self._years = tuple(years)
        self.setVisible(len(years) > 1)
        if len(years) < 2 or year not in self._years:
            self.play.setChecked(False)
        self.slider.blockSignals(True)
        self.slider.setRange(0, max(len(years) - 1, 0))
        if year in self._years:
            self.slider.setValue(self._years.index(year))
        self.slider.blockSignals(False)
        self.year.setText("" if year is None else str(year))
        text = gettext("Years with a table: {years}")
        self.range.setText(text.format(years=year_ranges(self._years)) if years else "")

    def stop(self) -> None:
        """Stop playing."""
        self.play.setChecked(False)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop playing, which would choose years that nobody sees."""
        self.stop()
        super().hideEvent(event)

    @Slot(int)
    def _moved(self, place: int) -> None:
        if place < len(self._years):
            self.year.setText(str(self._years[place]))
            self.chosen.emit(self._years[place])

    @Slot(bool)
    def _play_toggled(self, on: bool) -> None:
        """Start with the first year where the last one is shown."""
        self._show_play(on=on)
        if not on:
            self._timer.stop()
            return
        if self.slider.value() == self.slider.maximum():
            self.slider.setValue(0)
        self._timer.start()

    @Slot()
    def _step(self) -> None:
        if self.slider.value() < self.slider.maximum():
            self.slider.setValue(self.slider.value() + 1)
        if self.slider.value() == self.slider.maximum():
            self.stop()

    def _show_play(self, *, on: bool) -> None:
        self.play.setText(gettext("Stop") if on else gettext("Play"))
        self.play.setToolTip(gettext("Stop playing") if on else gettext("Show the years one after another"))
