"""Exports by menu and by key: the dialog that opens, and the file that is written."""

from datetime import date
from types import SimpleNamespace

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton

from explorer.errors import KnownError
from explorer.factsheet import batch
from explorer.ui.dialogs.export.dialog import ExportDialog
from explorer.ui.dialogs.export.several_charts import SeveralChartsDialog
from tests.ui.finding import by_name, by_text

PAPERS = {"a4": (595, 842), "letter": (612, 792)}


@pytest.fixture
def saved_as(tmp_path, monkeypatch):
    """Answer every file dialog with a name; the names that were offered are kept."""
    answer = SimpleNamespace(path=tmp_path / "chosen", offered=[])

    def ask(_parent, _title, start, kinds):
        answer.offered.append(start)
        return str(answer.path), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return answer


@pytest.fixture
def view(workspace):
    workspace.state.set_context(day=date(2024, 12, 10), destination="USA")
    return workspace


def choose(workspace, text):
    """Choose an entry of the menu Export by the beginning of its text."""
    menu = by_name(workspace.top, QPushButton, "Export charts").menu()
    (action,) = [a for a in menu.actions() if a.text().startswith(text)]
    action.trigger()
    return action


def press(window, keys):
    """Press a shortcut, as it is written in the menu."""
    combination = QKeySequence(keys)[0]
    window.activateWindow()
    QTest.keyClick(window, combination.key(), combination.keyboardModifiers())


def dialogs(window):
    return [d for d in window.findChildren(QDialog) if d.isVisible()]


@pytest.mark.parametrize("way", ["key", "menu"])
def test_the_fact_sheet_is_written_as_pdf(window, view, saved_as, way):
    if way == "key":
        press(window, "Ctrl+P")
    else:
        assert choose(view, "Fact sheet, A4").shortcut().toString() == "Ctrl+P"
    (offered,) = saved_as.offered
    assert offered.endswith("/gallium-fact-sheet-2024-12-10.pdf")
    page = check_sheet(saved_as.path.with_name("chosen.pdf"), "a4")
    assert "Gallium" in page and "10 Dec 2024" in page
    assert view.status.sentence == f"Saved {saved_as.path}.pdf"


def check_sheet(path, paper):
    """Return the text of a fact sheet, which has one page of the right size."""
    (page,) = pypdf.PdfReader(path).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == PAPERS[paper]
    return page.extract_text()


def test_the_fact_sheet_can_be_written_on_letter_paper(view, saved_as):
    choose(view, "Fact sheet, Letter")
    assert "Gallium" in check_sheet(saved_as.path.with_name("chosen.pdf"), "letter")


def test_the_fact_sheet_is_of_the_metal_shown(window, view, saved_as):
    view.state.set_metal("tungsten")
    press(window, "Ctrl+P")
    assert saved_as.offered[0].endswith("/tungsten-fact-sheet-2024-12-10.pdf")
    assert "Tungsten" in check_sheet(saved_as.path.with_name("chosen.pdf"), "a4")


def test_no_file_chosen_writes_nothing(window, view, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    press(window, "Ctrl+P")
    assert not list(tmp_path.glob("*.pdf")) and not view.status.sentence and not view.banner.isVisible()


def test_the_reason_why_a_sheet_is_not_written_is_shown(window, view, saved_as, monkeypatch):
    def fail(*_, **__):
        raise KnownError("The disk is full.")

    monkeypatch.setattr(batch, "write_file", fail)
    press(window, "Ctrl+P")
    assert view.banner.sentence == "The disk is full." and not view.status.sentence


@pytest.mark.parametrize(
    ("tab", "way"),
    [("prices", "Ctrl+S"), ("prices", "This chart or table"), ("controls", "This chart or table")],
)
def test_this_chart_opens_with_the_chart_of_the_tab(window, view, qtbot, saved_as, tab, way):
    view.state.set_tab(tab)
    card = next(c for c in view.detail.page(tab).chart_cards if c.has_chart)
    go(window, view, way)
    (dialog,) = dialogs(window)
    assert isinstance(dialog, ExportDialog) and dialog.spec.title == card.view.spec().title
    by_text(dialog, "Save…").click()
    assert saved_as.path.with_name("chosen.png").read_bytes().startswith(b"\x89PNG")
    assert view.status.sentence == f"Saved {saved_as.path}.png" and not dialogs(window)


def go(window, workspace, way):
    """Press a key, or choose an entry of the menu."""
    if way.startswith("Ctrl"):
        press(window, way)
    else:
        choose(workspace, way)


@pytest.mark.parametrize("way", ["Ctrl+Shift+E", "Several charts"])
def test_several_charts_opens_with_the_metal_shown(window, view, qtbot, tmp_path, way):
    view.state.set_metal("cesium")
    go(window, view, way)
    (dialog,) = dialogs(window)
    assert isinstance(dialog, SeveralChartsDialog) and dialog.metals.marked() == ["cesium"]
    dialog.kinds.clear_shown()
    dialog.kinds.item(0).setCheckState(Qt.CheckState.Checked)
    dialog.metals.mark_shown()
    (tmp_path / "out").mkdir()
    dialog.folder.setText(str(tmp_path / "out"))
    dialog.start_button.click()
    qtbot.waitUntil(lambda: any((tmp_path / "out").glob("*.png")), timeout=30_000)
    dialog.start_button.click()
    assert dialog.message.text().startswith(("Stopped: ", "Done: "))


@pytest.mark.parametrize(
    ("entry", "begins"),
    [
        ("All metals: timeline", "controls-all"),
        ("All metals: measures", "measures-quarters"),
        ("All metals: concentration", "risk"),
    ],
)
def test_charts_of_all_metals(window, view, saved_as, entry, begins):
    choose(view, entry)
    (dialog,) = dialogs(window)
    assert isinstance(dialog, ExportDialog) and f"--chart {begins}" in dialog.command.text.text()
    by_text(dialog.form, "CSV").click()
    by_text(dialog, "Save…").click()
    assert (
        saved_as.path.with_name("chosen.csv").read_text(encoding="utf-8").startswith(f"# {dialog.spec.title}")
    )


def test_every_entry_of_the_menu_is_tried_here(workspace):
    menu = by_name(workspace.top, QPushButton, "Export charts").menu()
    texts = [a.text().rstrip("…") for a in menu.actions() if not a.isSeparator()]
    assert texts == [
        "This chart or table",
        "Several charts",
        "All metals: timeline of controls",
        "All metals: measures by quarter",
        "All metals: concentration and import reliance",
        "Fact sheet, A4",
        "Fact sheet, Letter",
        "Evidence file",
        "Copy status with documents",
        "Add a series",
        "Manage your series",
        "Add an entry",
        "Your entries",
        "Export your data",
        "Import your data",
    ]
