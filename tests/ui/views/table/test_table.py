"""The view of the periodic table: it follows the state, works by keyboard, and agrees with the command."""

import json
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from explorer.data.periodic.coloured_table import coloured_table
from explorer.data.periodic.colourings import COLOURINGS, colouring_name
from explorer.data.periodic.table_record import as_dict
from explorer.models.view_request import write
from explorer.ui.widgets.file_saving import workbook

DAY = date(2026, 11, 24)


@pytest.fixture
def table(workspace, qtbot):
    workspace.state.set_context(day=DAY, origin="CHN", destination="USA")
    workspace.state.set_metal("gallium")
    workspace.state.set_view("table")
    view = workspace.views.view("table")
    qtbot.waitUntil(lambda: bool(view.caption.text()))
    return view


def spoken(view, metal_id: str) -> str:
    model = view.tiles.model()
    return model.index_of(metal_id).data(Qt.ItemDataRole.AccessibleTextRole)


def press(view, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(view.tiles, key)


def test_it_follows_day_origin_destination_metal_and_theme(table, workspace):
    state = workspace.state
    assert table.caption.text() == "status on 24 Nov 2026, exports from China to the United States"
    assert "refusal paused" in spoken(table, "gallium")
    state.set_context(day=date(2026, 11, 28))
    assert "28 Nov 2026" in table.caption.text() and "paused" not in spoken(table, "gallium")
    state.set_context(destination="JPN")
    assert "Japan" in table.caption.text() and "refus" not in spoken(table, "gallium")
    state.set_context(origin="USA")
    assert "exports from the United States" in table.caption.text()
    state.set_metal("tungsten")
    assert table.card.name.text().startswith("Tungsten")
    assert table.tiles.currentIndex().data() == "W"
    light = table.tiles.grab().toImage()
    state.set_theme("dark")
    assert table.tiles.grab().toImage() != light


@pytest.mark.parametrize("colouring", COLOURINGS)
def test_tiles_rows_and_command_agree(table, workspace, store, colouring):
    table.colourings[colouring].click()
    assert workspace.state.options("table")["color"] == colouring
    record = json.loads(json.dumps(as_dict(store, coloured_table(store, workspace.state.context, colouring))))
    table.as_rows.click()
    rows = {row[0].key: row for row in table.rows.table.records.rows}
    assert list(rows) == [m["metal"] for m in record["metals"]]
    for metal in record["metals"]:
        text = metal["text"]
        if text is None:
            assert metal["reason"] in rows[metal["metal"]][5].text
        else:
            assert rows[metal["metal"]][2].text == text
    assert workbook(table.rows.table).startswith(b"PK")
    table.as_rows.click()
    for metal in record["metals"]:
        assert (metal["text"] or metal["reason"]) in spoken(table, metal["metal"])
        for flag in metal["flags"]:
            assert flag in spoken(table, metal["metal"])


def test_the_options_are_part_of_the_link(table, workspace):
    table.colourings["hhi"].click()
    table.as_rows.click()
    assert "color=hhi" in write(workspace.state.as_request())
    assert "show=rows" in write(workspace.state.as_request())
    assert table.rows.isVisible() and not table.tiles.isVisible()


def test_arrow_keys_go_over_the_elements_on_file(table, workspace):
    # On file in the frozen edition: He; Li, Be; C; Co, Ni, Cu, Zn, Ga, Ge; Y, Mo, In, Sn, Sb, Te; …
    press(table, Qt.Key.Key_Right)
    assert workspace.state.metal_id == "germanium"
    press(table, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert workspace.state.metal_id == "zinc"
    press(table, Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert workspace.state.metal_id == "indium"
    press(table, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert workspace.state.metal_id == "graphite"
    press(table, Qt.Key.Key_Home)
    assert workspace.state.metal_id == "helium"
    press(table, Qt.Key.Key_Left)
    assert workspace.state.metal_id == "helium"
    press(table, Qt.Key.Key_End)
    assert workspace.state.metal_id == "superhard"
    assert table.card.name.text().startswith("Superhard materials")


def test_enter_opens_the_metal(table, workspace):
    workspace.state.set_tab("prices")
    workspace.state.set_view("table")
    press(table, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert (workspace.state.view, workspace.state.metal_id, workspace.state.tab) == (
        "metals",
        "germanium",
        "prices",
    )


def test_the_button_and_a_double_click_open_the_metal(table, workspace):
    table.card.open.click()
    assert (workspace.state.view, workspace.state.metal_id) == ("metals", "gallium")
    workspace.state.set_view("table")
    index = table.tiles.model().index_of("tungsten")
    place = table.tiles.visualRect(index).center()
    QTest.mouseDClick(table.tiles.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (workspace.state.view, workspace.state.metal_id) == ("metals", "tungsten")


def test_an_element_not_on_file_cannot_be_selected(table, workspace):
    place = table.tiles.visualRect(table.tiles.model().index(0, 0)).center()
    assert isinstance(place, QPoint)
    QTest.mouseClick(table.tiles.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert workspace.state.metal_id == "gallium"
    assert table.tiles.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "H, element 1: not on file"
    )


def test_the_card_has_value_year_flag_and_source(table, workspace):
    table.colourings["share"].click()
    workspace.state.set_metal("tungsten")
    card = table.card
    assert card.value.text().replace("\u202f", " ") == "79 %, 2025"
    assert (card.remark.text(), card.source.text()) == ("estimated", "USGS Mineral Commodity Summaries 2026")
    workspace.state.set_metal("dysprosium")
    assert card.value.text() == "unknown" and "see rare earths" in card.details.text()


def test_every_colouring_has_its_legend(table):
    for colouring, button in table.colourings.items():
        button.click()
        assert button.isChecked() and button.text() == colouring_name(colouring)
        labels = [w.text() for w in table.legend.samples]
        assert "element not covered" in labels and len(labels) > 3


def test_the_model_keeps_the_rules_of_models(store, qtmodeltester):
    from explorer.models.periodic_table import PeriodicTableModel

    qtmodeltester.check(PeriodicTableModel(store))


def test_opening_the_view_leaves_an_open_record(workspace, qtbot):
    workspace.state.set_metal("tungsten")
    workspace.state.open_record("document", "cn-2024-46")
    workspace.state.set_view("table")
    view = workspace.views.view("table")
    qtbot.waitUntil(lambda: bool(view.caption.text()))
    assert workspace.state.record == ("document", "cn-2024-46") and workspace.state.metal_id == "tungsten"


def test_opening_the_view_by_a_key_keeps_the_metal(workspace, qtbot):
    """Tiles that get the focus before they are filled must not select the first metal, helium."""
    workspace.state.set_metal("dysprosium")
    QTest.keyClick(workspace, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    view = workspace.views.view("table")
    qtbot.waitUntil(lambda: bool(view.caption.text()))
    assert view.tiles.hasFocus()
    assert workspace.state.metal_id == "dysprosium"
    assert view.card.name.text().startswith("Dysprosium")
