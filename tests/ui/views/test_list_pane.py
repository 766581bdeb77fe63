"""The list of metals keeps its place when the context changes."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QContextMenuEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from explorer import palette
from explorer.models.compared import compared
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


@pytest.mark.parametrize("sort", range(6))
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


@pytest.mark.parametrize("theme", [palette.LIGHT, palette.DARK], ids=["light", "dark"])
@pytest.mark.parametrize("part", ["list", "chosen chip", "other chip"])
def test_the_focus_is_seen_and_moves_nothing(window, workspace, qtbot, theme, part):
    workspace.state.set_theme(theme.name)
    window.activateWindow()
    chips = [b for b in workspace.list.findChildren(QPushButton) if b.isCheckable() and b.isVisible()]
    widget = {"list": workspace.list.view, "chosen chip": chips[0], "other chip": chips[1]}[part]
    workspace.top.search.setFocus()
    qtbot.waitUntil(workspace.top.search.hasFocus)
    before, places = widget.grab().toImage(), [chip.geometry() for chip in chips]
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    after = widget.grab().toImage()
    ring = QColor(theme.text if part == "chosen chip" else theme.accent).rgb()
    pixels = [(x, y) for x in range(before.width()) for y in range(before.height())]
    changed = sum(after.pixel(*p) == ring != before.pixel(*p) for p in pixels)
    assert changed > 40 and [chip.geometry() for chip in chips] == places


def test_the_chips_take_the_room_of_their_lines_only(window, workspace):
    for width in (240, 300, 420):
        workspace.splitter.setSizes([width, 1000])
        QApplication.processEvents()
        chips = [b for b in workspace.list.findChildren(QPushButton) if b.isCheckable() and b.isVisible()]
        holder = chips[0].parentWidget()
        assert max(chip.geometry().right() for chip in chips) < holder.width()
        assert holder.height() == max(chip.geometry().bottom() for chip in chips) + 1


def lines(pane) -> list:
    found = (pane.model.index(row).data(MetalListModel.EntryRole) for row in range(pane.model.rowCount()))
    return [entry.sparkline for entry in found if entry is not None and entry.sparkline is not None]


def test_prices_as_small_lines_are_shown_and_hidden_by_the_menu(workspace, pane, qtbot):
    workspace.shared.list_builder.load_figures()
    pane.refresh()
    assert len(lines(pane)) > 5
    row = pane.model.index(pane.model.row_of("gallium"))
    assert "Unit value, last 5 years: " in row.data(Qt.ItemDataRole.AccessibleTextRole)
    for text, shown in (("Hide small price charts", False), ("Show small price charts", True)):
        at = pane.view.rect().center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, pane.view.mapToGlobal(at))
        QApplication.sendEvent(pane.view, event)
        menu = pane.view.findChild(QMenu)
        actions = {action.text(): action for action in menu.actions() if not action.isSeparator()}
        assert list(actions) == ["Compare", "Watch", text, "Show as a table"]
        actions[text].trigger()
        menu.deleteLater()
        QApplication.sendPostedEvents(menu, QEvent.Type.DeferredDelete)
        assert workspace.state.sparklines is shown and bool(lines(pane)) is shown


def test_a_click_with_ctrl_compares_a_metal_and_the_metal_shown_stays(workspace, pane, qtbot):
    workspace.state.set_metal("gallium")
    index = pane.model.index(pane.model.row_of("germanium"), 0)
    pane.view.scrollTo(index)
    place = pane.view.visualRect(index).center()
    for chosen in (("germanium",), ()):
        qtbot.mouseClick(
            pane.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, place
        )
        assert compared(workspace.state) == chosen and current(pane) == "gallium"


def test_the_menu_of_a_line_compares_its_metal(workspace, pane):
    index = pane.model.index(pane.model.row_of("germanium"), 0)
    pane.view.entries(index)[0].run()
    assert compared(workspace.state) == ("germanium",)
    assert pane.view.entries(index)[0].text == "Remove from comparison"


def test_a_hidden_list_is_up_to_date_when_it_is_shown_again(pane, workspace):
    def spoken() -> list[str]:
        model = pane.view.model()
        role = Qt.ItemDataRole.AccessibleTextRole
        return [model.index(row, 0).data(role) for row in range(model.rowCount())]

    before = spoken()
    workspace.state.set_view("timeline")
    workspace.state.set_context(day=date(2023, 1, 10))
    assert spoken() == before  # another view does not wait for it
    workspace.state.set_view("metals")
    assert spoken() != before
