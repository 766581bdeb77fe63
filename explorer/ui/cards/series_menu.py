"""The button that shows and hides the series of a chart."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from explorer.charts.hidden_series import can_hide
from explorer.charts.shapes import shape_of
from explorer.charts.spec import Chart, ChartSpec, Choice
from explorer.language import gettext
from explorer.models.tooltip import wrapped
from explorer.ui.cards.chart_range import subject_of
from explorer.ui.widgets.staying_menu import StayingMenu


class SeriesMenu(QPushButton):
    """Lists the series of a chart with a tick for each one shown; `changed` reports a different choice.

    A chart of the same subject keeps what is hidden; at least one series stays shown.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "menu")
        self.setToolTip(wrapped(gettext("Show or hide the series of this chart")))
        self.list = StayingMenu(self)
        self.setMenu(self.list)
        self._subject: object = None
        self._spec: ChartSpec | None = None
        self._hidden: tuple[str, ...] = ()
        self._offer([])
        self.set_chart(None)

    @property
    def hidden(self) -> tuple[str, ...]:
        """The keys of the series of the chart that are hidden, none where it has no series to hide."""
        return self._hidden if self._spec is not None else ()

    def set_chart(self, chart: Chart | None) -> None:
        """Offer the series of a chart."""
        self._spec = chart if isinstance(chart, ChartSpec) and can_hide(chart) else None
        if self._spec is not None:
            found = subject_of(self._spec)
            if found != self._subject:
                self._subject, self._hidden = found, ()
        choices = [s.choice for s in self._spec.series] if self._spec is not None else []
        if choices != self._choices:
            self._offer(choices)
        self.setVisible(self._spec is not None)
        self._show()

    def _offer(self, choices: list[Choice]) -> None:
        """List the series to choose from."""
        self._choices = choices
        self.list.clear()
        for choice in choices:
            action = QAction(choice.label.replace("&", "&&"), self.list)
            action.setCheckable(True)
            action.setData(choice.key)
            action.toggled.connect(partial(self._toggle, choice.key))
            self.list.addAction(action)
        self.list.addSeparator()
        self._all = self.list.addAction(gettext("Show all series"))
        self._all.triggered.connect(self.show_all)

    def shown(self, chart: ChartSpec) -> ChartSpec:
        """Return the chart without the series that are hidden."""
        return shape_of(chart).without(self.hidden) if self.hidden else chart

    def hide_series(self, keys: tuple[str, ...]) -> None:
        """Hide the series of some keys and show the others."""
        offered = [s.choice.key for s in self._spec.series] if self._spec is not None else []
        hidden = tuple(key for key in offered if key in keys)
        if hidden != self.hidden and len(hidden) < len(offered):
            self._hidden = hidden
            self._show()
            self.changed.emit()

    @Slot(str)
    def hide_one(self, key: str) -> None:
        """Hide one more series."""
        self.hide_series((*self.hidden, key))

    @Slot()
    def show_all(self) -> None:
        """Show all series."""
        self.hide_series(())

    def _toggle(self, key: str, on: bool) -> None:
        self.hide_series(tuple(k for k in self.hidden if k != key) if on else (*self.hidden, key))

    def _show(self) -> None:
        """Tick the series shown, and show their number on the button."""
        entries = [a for a in self.list.actions() if a.isCheckable()]
        total, count = len(entries), len(entries) - len(self.hidden)
        for action in entries:
            is_shown = action.data() not in self.hidden
            action.blockSignals(True)
            action.setChecked(is_shown)
            action.blockSignals(False)
            action.setEnabled(not is_shown or count > 1)
        self._all.setEnabled(bool(self.hidden))
        text = gettext("Show series")
        if self.hidden:
            text = gettext("Series: {shown} of {total}").format(shown=count, total=total)
        self.setText(text)
