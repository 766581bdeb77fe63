"""The list of metals keeps its place when the context changes."""

from datetime import date

import pytest
from PySide6.QtTest import QSignalSpy

from explorer.models.metal_list import MetalListModel


@pytest.fixture
def pane(window, workspace, qtbot):
    window.activateWindow()
    workspace.state.set_context(day=date(2024, 12, 10), destination="USA")
    pane = workspace.list
    pane.view.setFocus()
    qtbot.waitUntil(pane.view.hasFocus)
    return pane


def current(pane) -> str:
    return pane.view.currentIndex().data(MetalListModel.MetalIdRole)


@pytest.mark.parametrize("sort", range(5))
def test_a_change_of_context_keeps_line_focus_and_position(workspace, qtbot, pane, sort):
    pane.sort.setCurrentIndex(sort)
    workspace.state.set_metal("tungsten")
    qtbot.wait(10)
    bar = pane.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before, reset = bar.value(), QSignalSpy(pane.model.modelReset)
    changed = QSignalSpy(pane.model.dataChanged)
    workspace.state.set_context(day=date(2023, 7, 1), destination="JPN")
    qtbot.wait(10)
    assert before > 0 and bar.value() == before
    assert changed.count() > 0 and reset.count() == 0
    assert current(pane) == "tungsten" and pane.view.hasFocus()
    assert [i.row() for i in pane.view.selectedIndexes()] == [pane.model.row_of("tungsten")]


def test_a_metal_that_a_chip_hides_stays_the_metal_shown(workspace, pane):
    workspace.state.set_metal("gallium")
    metals = QSignalSpy(workspace.state.metalChanged)
    pane.model.set_chip("prohibition")
    assert pane.model.row_of("gallium") >= 0
    workspace.state.set_context(day=date(2023, 7, 1))
    assert pane.model.row_of("gallium") < 0 and not pane.view.currentIndex().isValid()
    workspace.state.set_context(day=date(2024, 12, 10))
    assert current(pane) == "gallium"
    assert metals.count() == 0 and workspace.state.metal_id == "gallium"


def test_figures_that_are_read_later_reset_nothing(workspace, pane, qtbot):
    reset = QSignalSpy(pane.model.modelReset)
    workspace.shared.list_builder.load_figures()
    pane.refresh()
    row = pane.model.index(pane.model.row_of("gallium"), 0)
    assert "primary output" in row.data(MetalListModel.EntryRole).line and reset.count() == 0
