"""The search field of the window, and where its results lead."""

from PySide6.QtCore import Qt

from explorer.data.records import Hit
from explorer.data.search import search


def test_a_search_result_opens_its_metal_and_tab(workspace, qtbot):
    workspace.top.search.setText("锑")
    qtbot.keyClick(workspace.top.search, Qt.Key.Key_Return)
    assert workspace.state.metal_id == "antimony"


def test_search_without_a_result_says_so(workspace, qtbot):
    qtbot.keyClicks(workspace.top.search, "zzzzqqq")
    popup = workspace.top.search._list
    assert popup.isVisible() and "Nothing found" in popup.item(0).text()
    qtbot.keyClick(workspace.top.search, Qt.Key.Key_Escape)
    assert not popup.isVisible()


def test_a_found_document_opens_its_measure_whatever_its_destination(workspace, qtbot):
    workspace.state.set_tab("overview")
    (hit, *_) = [h for h in search(workspace.desk.store, "2024-46") if h.kind == "instrument"]
    workspace._hit_chosen(hit)
    page = workspace.detail.page("controls")
    assert workspace.state.tab == "controls"
    qtbot.waitUntil(lambda: any(c.property("pointed") for c in page.cards()))
    (card,) = [c for c in page.cards() if c.property("pointed")]
    assert card.measure_id.startswith("cn-2024-46")


def chosen(workspace, text, kind):
    """Choose the first hit of a kind, as the search field does."""
    hit = next(h for h in search(workspace.desk.store, text) if h.kind == kind)
    workspace.top.search.hitChosen.emit(hit)
    return hit


def test_a_found_country_becomes_the_destination(workspace):
    chosen(workspace, "Viet", "country")
    assert workspace.state.destination == "VNM" and "Destination: " in workspace.status.sentence
    world = Hit("country", "WLD", None, "World", None, "")
    workspace.top.search.hitChosen.emit(world)
    assert workspace.state.destination == "VNM" and "no destination" in workspace.banner.sentence


def test_a_found_claim_is_told_on_the_banner(workspace):
    chosen(workspace, "25 rare metals", "claim")
    assert workspace.banner.isVisible() and "misleading" in workspace.banner.sentence


def test_a_found_source_is_selected_on_its_tab(workspace):
    hit = chosen(workspace, "Geological Survey", "source")
    page = workspace.detail.page("sources")
    assert workspace.state.tab == "sources" and page._current() == hit.key
    assert not workspace.banner.isVisible()


def test_escape_closes_the_results_and_then_clears_the_field(workspace, qtbot):
    search_box = workspace.top.search
    qtbot.keyClicks(search_box, "gallium")
    assert search_box._list.isVisible()
    qtbot.keyClick(search_box, Qt.Key.Key_Escape)
    assert not search_box._list.isVisible() and search_box.text() == "gallium"
    qtbot.keyClick(search_box, Qt.Key.Key_Escape)
    assert search_box.text() == ""
