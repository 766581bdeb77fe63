"""The search field of the window, and what its results open."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget

from explorer.data.finding.search import search
from explorer.data.records import Hit
from explorer.models.table import RecordTable
from explorer.ui.widgets.table_view import TableView


def test_a_search_result_opens_its_metal_and_tab(workspace, qtbot):
    workspace.top.search.setText("锑")
    qtbot.keyClick(workspace.top.search, Qt.Key.Key_Return)
    assert workspace.state.metal_id == "antimony"


def results(window):
    """Return the list of results."""
    return window.findChild(QListWidget, "results")


def test_a_search_without_results_is_reported(window, workspace, qtbot):
    qtbot.keyClicks(workspace.top.search, "zzzzqqq")
    popup = results(window)
    assert popup.isVisible() and "Nothing found" in popup.item(0).text()
    qtbot.keyClick(workspace.top.search, Qt.Key.Key_Escape)
    assert not popup.isVisible()


def test_a_document_opens_its_measure_for_any_destination(workspace, qtbot):
    workspace.state.set_tab("overview")
    (hit, *_) = [h for h in search(workspace.shared.store, "2024-46") if h.kind == "instrument"]
    workspace.top.search.hitChosen.emit(hit)
    page = workspace.detail.page("controls")
    assert workspace.state.tab == "controls"
    qtbot.waitUntil(lambda: any(line.property("pointed") for line in page.list.lines()))
    (line,) = [line for line in page.list.lines() if line.property("pointed")]
    assert line.measure_id.startswith("cn-2024-46") and line.card is not None


def chosen(workspace, text, kind):
    """Choose the first result of a kind."""
    hit = next(h for h in search(workspace.shared.store, text) if h.kind == kind)
    workspace.top.search.hitChosen.emit(hit)
    return hit


def test_a_country_becomes_the_destination(workspace):
    chosen(workspace, "Viet", "country")
    assert workspace.state.context.destination == "VNM" and "Destination: " in workspace.status.sentence
    world = Hit("country", "WLD", None, "World", None, "")
    workspace.top.search.hitChosen.emit(world)
    assert (
        workspace.state.context.destination == "VNM"
        and "is not an export destination" in workspace.banner.sentence
    )


def test_a_claim_is_shown_in_the_banner(workspace):
    chosen(workspace, "25 rare metals", "claim")
    assert workspace.banner.isVisible() and "misleading" in workspace.banner.sentence


def test_a_source_is_selected_on_its_tab(workspace):
    hit = chosen(workspace, "Geological Survey", "source")
    index = workspace.detail.page("sources").findChild(TableView).currentIndex().siblingAtColumn(0)
    assert workspace.state.tab == "sources" and index.data(RecordTable.KeyRole) == hit.key
    assert not workspace.banner.isVisible()


def test_escape_closes_the_results_and_then_clears_the_field(window, workspace, qtbot):
    search_box = workspace.top.search
    qtbot.keyClicks(search_box, "gallium")
    assert results(window).isVisible()
    qtbot.keyClick(search_box, Qt.Key.Key_Escape)
    assert not results(window).isVisible() and search_box.text() == "gallium"
    qtbot.keyClick(search_box, Qt.Key.Key_Escape)
    assert search_box.text() == ""


def test_a_text_that_is_too_long_is_reported_in_the_list(window, workspace, qtbot):
    workspace.top.search.setText(" ".join(f"{n}" for n in range(1_000)))
    popup = results(window)
    assert popup.isVisible() and popup.count() == 1 and "at most 50 words" in popup.item(0).text()
    workspace.top.search.setText("gallium")
    assert "Gallium" in popup.item(0).text()
