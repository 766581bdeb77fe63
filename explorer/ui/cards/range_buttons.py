"""The buttons above a chart over time: the last year, the last three, the whole chart, and the span to measure."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from explorer.language import gettext, ngettext
from explorer.models.tooltip import wrapped
from explorer.ui.widgets.buttons import link_button, toggle
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.layouts import FlowLayout

YEARS = (1, 3)


class RangeButtons(QWidget):
    """`yearsChosen` reports a number of years, 0 for the whole chart."""

    yearsChosen = Signal(int)
    measureToggled = Signal(bool)
    copyRequested = Signal()
    linkToggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        buttons = QWidget()
        self._row = FlowLayout(buttons)
        column.addWidget(buttons)
        self.years: dict[int, QPushButton] = {}
        for count in YEARS:
            text = ngettext("{count} year", "{count} years", count).format(count=count)
            self._add_choice(text, count)
        self._add_choice(gettext("All"), 0)
        self._name(0, gettext("Show the full history (or double-click the chart)"))
        self.name_years(around=False)
        self.measure = toggle(gettext("Measure change"))
        self.measure.setToolTip(
            wrapped(gettext("Drag across the chart to see the change (or hold Ctrl and drag)"))
        )
        self.measure.toggled.connect(self.measureToggled)
        self.link = toggle(gettext("Link axes"))
        self.link.setToolTip(wrapped(gettext("Show the same dates in all charts on this tab")))
        self.link.clicked.connect(self.linkToggled)
        self.link.hide()
        for button in (self.measure, self.link):
            self._row.addWidget(button)
        self.outcome = QWidget()
        line = QHBoxLayout(self.outcome)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self.result: QLabel = label("", "muted")
        self.result.setWordWrap(True)
        self.copy = link_button(gettext("Copy change"))
        self.copy.clicked.connect(self.copyRequested)
        line.addWidget(self.result, 1)
        line.addWidget(self.copy)
        column.addWidget(self.outcome)
        self.show_result("")

    def _add_choice(self, text: str, count: int) -> None:
        button = toggle(text)
        button.clicked.connect(partial(self._choose, count))
        self.years[count] = button
        self._row.addWidget(button)

    def _name(self, count: int, name: str) -> None:
        self.years[count].setToolTip(wrapped(name))
        self.years[count].setAccessibleName(name)

    def name_years(self, *, around: bool) -> None:
        """Say whether the years are the last ones, or those around the as-of date."""
        for count in YEARS:
            name = ngettext("Show the last year", "Show the last {count} years", count)
            if around:
                name = ngettext(
                    "Show {count} year around the as-of date",
                    "Show {count} years around the as-of date",
                    count,
                )
            self._name(count, name.format(count=count))

    def _choose(self, count: int) -> None:
        self.yearsChosen.emit(count)

    def show_choice(self, count: int | None) -> None:
        """Mark the button of the range shown, none of another range."""
        for years, button in self.years.items():
            button.setChecked(years == count)

    def offer_year(self, offered: bool) -> None:
        """Offer to show one year, which has one figure at most in a chart of years."""
        self.years[1].setVisible(offered)

    def offer_measure(self, offered: bool) -> None:
        """Offer to measure a change, which a chart without figures does not have."""
        self.measure.setVisible(offered)

    def offer_link(self, offered: bool) -> None:
        """Offer to link the axes of the charts of a tab, where it has several."""
        self.link.setVisible(offered)

    def show_link(self, on: bool) -> None:
        """Show whether the axes are linked."""
        self.link.setChecked(on)

    def show_result(self, text: str) -> None:
        """Show what was measured, an empty text for nothing."""
        self.result.setText(text)
        self.outcome.setVisible(bool(text))
