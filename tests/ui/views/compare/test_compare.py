"""The view that compares metals: it follows the state, works by keyboard, and agrees with the command."""

import json
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from explorer.charts.spec import ChartSpec
from explorer.data.comparison.comparison import comparison
from explorer.data.comparison.key_figures import KEY_FIGURES
from explorer.data.comparison.record import as_dict, csv_of
from explorer.models.compared import compared, set_compared
from explorer.models.view_request import write
from explorer.ui.widgets.file_saving import workbook

DAY = date(2026, 11, 24)
METALS = ("gallium", "tungsten", "barite")


@pytest.fixture
def view(workspace, qtbot):
    workspace.state.set_context(day=DAY, origin="CHN", destination="USA")
    set_compared(workspace.state, METALS)
    workspace.state.set_view("compare")
    view = workspace.views.view("compare")
    qtbot.waitUntil(lambda: bool(view.figures.table.records.rows))
    return view


def cell(view, metal_id: str, figure: str) -> str:
    row = next(row for row in view.figures.table.records.rows if row[0].key == metal_id)
    return row[1 + KEY_FIGURES.index(figure)].text


def chart(card) -> ChartSpec:
    assert card.chart is not None
    return card.chart


def test_it_follows_day_origin_destination_and_theme(view, workspace):
    state = workspace.state
    assert cell(view, "gallium", "status") == "refusal paused"
    state.set_context(day=date(2026, 11, 28))
    assert "paused" not in cell(view, "gallium", "status") and "28 Nov 2026" in view.subtitle.text()
    state.set_context(destination="JPN")
    assert "Japan" in view.subtitle.text() and chart(view.prices).context.destination == "JPN"
    state.set_context(origin="USA")
    assert "from the United States" in view.subtitle.text()
    assert cell(view, "gallium", "first-control") == "none on file"
    light = view.figures.table.grab().toImage()
    state.set_theme("dark")
    assert view.figures.table.grab().toImage() != light


def test_table_csv_and_command_agree(view, store, workspace):
    found = comparison(store, workspace.state.context, METALS, KEY_FIGURES)
    assert view.figures.csv_text() == csv_of(store, found)
    for metal in json.loads(json.dumps(as_dict(store, found)))["metals"]:
        for value in metal["figures"]:
            text = cell(view, metal["metal"], value["figure"])
            assert text.startswith(value["text"]) if value["known"] else text
            assert all(flag in text for flag in value["flags"])
    assert workbook(view.figures.table).startswith(b"PK")


def test_what_is_left_out_is_named_in_table_and_charts(view):
    assert (
        "Not known for barite: Latest price; Price, 1 year. No prices are on file."
        in view.figures.left_out.text()
    )
    assert "Not shown, because no prices are on file: barite." in chart(view.prices).left_out
    assert any("Barite not shown" in text for text in chart(view.around).left_out)
    assert any("Barite" in text for text in chart(view.risk).left_out)


def test_a_metal_has_one_colour_in_buttons_and_charts(view, workspace):
    set_compared(workspace.state, ("barite", "gallium", "tungsten"))
    for card in (view.prices, view.around):
        assert [s.colour for s in chart(card).series] == [1, 2]


def test_metals_are_added_by_typing_and_removed_by_key(view, workspace):
    field = view.metals.field
    field.setFocus()
    QTest.keyClicks(field.lineEdit(), "Sb")
    QTest.keyClick(field.lineEdit(), Qt.Key.Key_Return)
    assert compared(workspace.state) == (*METALS, "antimony") and field.currentText() == ""
    button = view.metals.buttons["tungsten"]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Delete)
    assert compared(workspace.state) == ("gallium", "barite", "antimony")
    assert "3 of 8" in view.metals.count.text() and view.metals.buttons["barite"].hasFocus()


def test_an_unknown_name_and_a_ninth_metal_are_refused_with_a_sentence(view, workspace, store):
    field = view.metals.field.lineEdit()
    QTest.keyClicks(field, "unobtainium")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "“unobtainium”" in view.metals.fault.text()
    set_compared(workspace.state, tuple(store.metals)[:8])
    view.metals.field.show_id("")
    QTest.keyClicks(field, "zinc")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "At most 8 metals" in view.metals.fault.text() and len(compared(workspace.state)) == 8


def test_the_base_date_is_typed_stepped_dragged_and_reset(view, workspace):
    prices, state = view.prices, workspace.state
    first = chart(prices).base
    assert first == prices.base.day() and prices.default.isHidden()
    QTest.keyClick(prices.base, Qt.Key.Key_Up)
    assert chart(prices).base == first + timedelta(days=1) and not prices.default.isHidden()
    prices.view.baseDragged.emit(date(2025, 1, 15), True)
    assert chart(prices).base == prices.base.day() == date(2025, 1, 15)
    assert state.options("compare")["base"] == "2025-01-15" and "--base 2025-01-15" in chart(prices).query
    prices.view.baseDragged.emit(date(1950, 1, 1), True)
    assert chart(prices).base > date(1950, 1, 1)  # no series has a price by then
    prices.default.click()
    assert chart(prices).base == first and state.options("compare")["base"] == ""


def test_base_and_scale_leave_the_table(view, workspace, monkeypatch):
    shown = []
    monkeypatch.setattr(view.figures, "show_comparison", shown.append)
    view.prices.log.click()
    assert chart(view.prices).y.scale == "log" and not shown
    assert write(workspace.state.as_request()).endswith("metals=gallium%2Ctungsten%2Cbarite&scale=log")
    workspace.state.set_context(day=date(2026, 11, 28))
    assert shown


def test_without_metals_it_says_how_to_add_one_and_offers_sets(view, workspace):
    set_compared(workspace.state, ())
    assert not view.empty.isHidden() and view.figures.isHidden() and view.prices.isHidden()
    assert view.empty.watched.title == "Metals of the press article"
    assert view.empty.watched.text.text().startswith("gallium, germanium, antimony")
    view.empty.controlled.link.click()
    assert compared(workspace.state) and view.empty.isHidden()
    set_compared(workspace.state, ())
    view.empty.watched.link.click()
    assert compared(workspace.state)[0] == "gallium"


def test_a_row_opens_its_metal(view, workspace):
    view.figures.table.opened.emit("tungsten")
    assert (workspace.state.view, workspace.state.metal_id) == ("metals", "tungsten")


def test_dragging_the_as_of_line_sets_the_day(view, workspace):
    view.prices.view.asOfDragged.emit(date(2025, 3, 1), True)
    assert workspace.state.context.as_of == date(2025, 3, 1)


def test_without_any_price_there_is_no_base_date_to_choose(view, workspace):
    set_compared(workspace.state, ("barite",))
    assert view.prices.chart is None and not view.prices.base.isVisible()
    assert view.prices.reason.text() == "No prices on file for barite."
    set_compared(workspace.state, ("barite", "gallium"))
    assert view.prices.base.isVisible()


def test_the_field_is_empty_after_a_suggestion_was_taken(view, window, workspace, qtbot):
    window.activateWindow()
    field = view.metals.field
    field.setFocus()
    QTest.keyClicks(field.lineEdit(), "antim")
    qtbot.waitUntil(lambda: field.completer().popup().isVisible())
    QTest.keyClick(field.completer().popup(), Qt.Key.Key_Down)
    QTest.keyClick(field.completer().popup(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "antimony" in compared(workspace.state))
    qtbot.wait(20)
    assert field.lineEdit().text() == "" and not field.fault.sentence
