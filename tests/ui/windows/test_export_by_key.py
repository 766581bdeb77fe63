"""Ctrl+S in each view: it exports the picture of the view, or else its table."""

import io
import shlex
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel
from python_calamine import CalamineWorkbook

from explorer.data.user.parts_records import PartsFacts, PartsLine
from explorer.models.views import ALL_VIEWS
from explorer.ui.cards.chart_card import ChartCard
from explorer.ui.dialogs.export.dialog import ExportDialog
from explorer.ui.widgets.source import Source
from tests.commands.conftest import run as run
from tests.ui.finding import by_text

DAY = date(2026, 11, 28)

PICTURES = {
    "today": ("dates", {}),
    "metals": ("price", {}),
    "table": ("table", {"color": "hhi"}),
    "timeline": ("controls-all", {}),
    "map": ("map", {}),
    "compare": ("compare", {"metals": "gallium,germanium"}),
    "stress": ("stress", {"without": "CHN"}),
}
TABLES = {
    "codes": ("811292", {}),
    "names": ("Skydio", {"names": "Skydio, Inc.;Umicore"}),
    "claims": ("claims", {"show": "table"}),
    "data": ("sources", {"page": "sources"}),
    "changes": ("changes", {"since": "2026-11-20"}),
    "parts": ("parts", {"since": "2026-11-20"}),
}


READY = {
    "codes": lambda view: view.result.save_xlsx.isEnabled(),
    "names": lambda view: view.result.save_xlsx.isEnabled(),
    "claims": lambda view: view.table.table.records.rowCount() > 0,
    "data": lambda view: view.page("sources").panel.can_save,
    "changes": lambda view: bool(view.csv()),
    "parts": lambda view: view.changed.records.rowCount() > 0,
    "today": lambda view: bool(view.dates.export.isVisible()),
    "table": lambda view: bool(view.caption.text()),
}


def press(window, qtbot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def open_view(workspace, window, qtbot):
    """Return a function that opens a view with options and waits until it is filled."""

    saved = []

    def open_view(name, options):
        workspace.state.set_context(day=DAY, destination="USA")
        for option, value in options.items():
            workspace.state.set_option(name, option, value)
        if name == "metals":
            workspace.state.set_tab("prices")
        if name == "parts":
            codes = (PartsLine(1, "8112929010"), PartsLine(2, "999999"))
            saved.append(workspace.shared.parts.add(PartsFacts("Motors", "CHN", "USA"), codes))
        workspace.state.set_view(name)
        view = workspace.views.view(name)
        qtbot.waitExposed(view)
        if name == "codes":
            view.input.take(Source(text="8112929010\n811292"))
        cards = view.findChildren(ChartCard)
        has_chart = lambda _view: any(c.isVisible() and c.has_chart for c in cards)  # noqa: E731
        qtbot.waitUntil(lambda: READY.get(name, has_chart)(view))
        return view

    yield open_view
    for parts in saved:
        workspace.shared.parts.remove(parts.list_id)


def test_every_view_is_tried_here():
    assert {*PICTURES, *TABLES} == set(ALL_VIEWS)


@pytest.mark.parametrize("name", PICTURES)
def test_a_view_with_a_picture_opens_its_export(window, open_view, qtbot, name):
    kind, options = PICTURES[name]
    open_view(name, options)
    press(window, qtbot)
    qtbot.waitUntil(lambda: window.findChild(ExportDialog) is not None)
    dialog = window.findChild(ExportDialog)
    assert dialog.spec.kind == kind
    dialog.close()


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
@pytest.mark.parametrize("name", TABLES)
def test_a_view_without_one_saves_its_table(window, open_view, qtbot, tmp_path, monkeypatch, name, ending):
    if (name, ending) == ("data", ".csv"):
        pytest.skip("its pages have a button for CSV")
    path = tmp_path / f"saved{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    _, options = TABLES[name]
    open_view(name, options)
    press(window, qtbot)
    qtbot.waitUntil(path.is_file)
    assert rows_of(path) > 1 and window.findChild(ExportDialog) is None


def rows_of(path: Path) -> int:
    if path.suffix == ".csv":
        return path.read_text(encoding="utf-8").count("\n")
    return len(
        CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes())).get_sheet_by_index(0).to_python()
    )


def test_a_tab_without_a_chart_saves_its_table(window, workspace, qtbot, tmp_path, monkeypatch):
    path = tmp_path / "sources"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), "CSV files (*.csv)"))
    workspace.state.set_tab("sources")
    qtbot.wait(50)
    press(window, qtbot)
    qtbot.waitUntil(path.with_suffix(".csv").is_file)


@pytest.mark.parametrize("size", [(920, 700), (1440, 900)])
def test_the_export_opens_inside_the_window(window, open_view, qtbot, size):
    window.resize(*size)
    open_view("table", {})
    press(window, qtbot)
    qtbot.waitUntil(lambda: window.findChild(ExportDialog) is not None)
    dialog = window.findChild(ExportDialog)
    assert dialog.width() < size[0] and dialog.height() < size[1]
    assert dialog.save_button.isVisible() and dialog.rect().contains(
        dialog.save_button.mapTo(dialog, dialog.save_button.rect().bottomRight())
    )
    dialog.close()


def test_where_there_is_nothing_a_message_says_so(window, workspace, qtbot):
    workspace.state.set_view("codes")
    qtbot.waitExposed(workspace.views.view("codes"))
    press(window, qtbot)
    texts = [part.text() for part in workspace.banner.findChildren(QLabel)]
    assert "There is no chart or table here to export." in texts


@pytest.mark.parametrize("name", ["today", "table"])
@pytest.mark.parametrize("form", ["png", "svg", "pdf", "csv", "xlsx"])
def test_window_and_command_write_the_same_bytes(open_view, settings, qtbot, run, tmp_path, name, form):
    kind, options = PICTURES[name]
    view = open_view(name, options)
    with qtbot.waitSignal(view.exportRequested) as signal:
        view.export_content()
    dialog = ExportDialog(signal.args[0], settings)
    qtbot.addWidget(dialog)
    by_text(dialog.form, form.upper()).click()
    dialog.write(tmp_path / "window", force=False)
    words = shlex.split(dialog.command.text.text())[1:-1]
    assert kind in words and run(*words, tmp_path / f"command.{form}").code == 0
    assert (tmp_path / "window").read_bytes() == (tmp_path / f"command.{form}").read_bytes()
