"""After a drag of the as-of date, a window shows the same as one opened on that day."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTextBrowser, QWidget

from explorer.charts.output.csv_file import csv_bytes
from explorer.charts.plot.view import PlotView
from explorer.models.state import AppState
from explorer.models.table import RecordTable
from explorer.ui.cards.chart_card import ChartCard
from explorer.ui.views.metals.list_pane import MetalListPane
from explorer.ui.widgets.running_text import DEFER_MS
from explorer.ui.widgets.table_view import TableView
from explorer.ui.windows.main_window import MainWindow

FIRST, STEP, STEPS = date(2024, 11, 20), timedelta(days=6), 64
SEEN = (0, 3, 58, 63)  # before the ban of 3 Dec 2024, in force, soon before its pause, and paused
ROLES = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole, RecordTable.PillRole)
EIGHT = "gallium,germanium,antimony,tungsten,bismuth,indium,cobalt,rhenium"


@pytest.fixture
def opened(qtbot, store, tmp_path):
    def open_on(day: date, view: str, tab: str, options: dict[str, str]) -> MainWindow:
        state = AppState("antimony")
        state.set_context(day=day, destination="USA")
        state.set_options(view, options)
        if tab:
            state.set_tab(tab)
        state.set_view(view)
        settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
        window = MainWindow(settings, str)
        window.populate(store, state)
        window.resize(1440, 900)
        qtbot.addWidget(window)
        with qtbot.waitSignal(window.workspace.opened):
            window.show()
        if view == "metals":
            window.workspace.shared.list_builder.load_figures()
            window.workspace.list.refresh()
        return window

    return open_on


def shown(window: MainWindow) -> list[str]:
    """Return all that the view of a window says, sorted: texts, tables, chart data and words for screen readers.

    Charts out of sight may not have been drawn yet.
    """
    view = window.workspace.views.currentWidget()
    parts = [p for p in view.findChildren(QWidget) if p.isVisibleTo(view) and not isinstance(p, PlotView)]
    return sorted(text for part in parts for text in said(part) if text)


def said(part: QWidget) -> list[str]:
    texts = [part.accessibleName(), part.accessibleDescription(), part.toolTip()]
    if isinstance(part, QLabel):
        return [*texts, QLabel.text(part)]
    if isinstance(part, QAbstractButton):
        return [*texts, part.text()]
    if isinstance(part, QTextBrowser):
        return [*texts, part.toPlainText()]
    if isinstance(part, ChartCard) and part.shown_chart is not None:
        return [*texts, csv_bytes(part.shown_chart, part.shown_chart.query).decode(), part.shown_chart.footer]
    if isinstance(part, TableView):
        rows, columns = range(part.records.rowCount()), range(part.records.columnCount())
        cells = [part.records.index(row, column) for row in rows for column in columns]
        sizes = [part.rowHeight(row) for row in rows]
        return [*texts, *(str(cell.data(role)) for cell in cells for role in ROLES), str(sizes)]
    if isinstance(part, MetalListPane):
        rows = range(part.model.rowCount())
        return [*texts, *(str(part.model.index(row).data(role)) for row in rows for role in ROLES[:2])]
    return texts


@pytest.mark.parametrize(
    ("view", "tab", "options"),
    [
        ("today", "", {}),
        ("metals", "overview", {}),
        ("metals", "controls", {}),
        ("metals", "prices", {}),
        ("timeline", "", {}),
        ("map", "", {"show": "controls"}),
        ("compare", "", {"metals": EIGHT}),
        ("codes", "", {"codes": "8112929010,3C001,2841801000,8112.92"}),
        ("changes", "", {"since": "2024-12-01"}),
    ],
)
def test_a_window_shows_the_same_after_a_drag_as_one_opened_on_the_day(qtbot, opened, view, tab, options):
    dragged, said_on = opened(FIRST, view, tab, options), {}
    for step in range(STEPS):
        day = FIRST + step * STEP
        dragged.workspace.state.set_context(day=day)
        QApplication.processEvents()
        if step in SEEN:
            qtbot.wait(2 * DEFER_MS)
            said_on[day] = shown(dragged)
    dragged.close()
    for day, texts in said_on.items():
        fresh = opened(day, view, tab, options)
        qtbot.waitUntil(lambda fresh=fresh, texts=texts: shown(fresh) == texts != [], timeout=4_000)
        fresh.close()
