"""The search of an open window is prepared once the window has nothing else to do."""

from explorer.data.finding.place_lookup import PlaceLookup
from explorer.ui.windows.search_preparation import SearchPreparation


def test_the_steps_end_and_leave_the_search_prepared(qtbot, store):
    store.services.pop(PlaceLookup, None)
    preparing = SearchPreparation(store)
    assert not preparing.is_running
    preparing.start()
    assert preparing.is_running and PlaceLookup not in store.services
    qtbot.waitUntil(lambda: not preparing.is_running, timeout=30_000)
    assert PlaceLookup in store.services


def test_an_open_window_prepares_its_search(qtbot, workspace):
    workspace.search_preparation.start()
    qtbot.waitUntil(lambda: not workspace.search_preparation.is_running, timeout=30_000)
    workspace.top.search.setText("gallium")
    assert workspace.top.search.results.rowCount()
