"""The view Stress test: it follows the state, is used by keyboard, and agrees with the command."""

import csv
import io
import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from explorer.commands.support.stress_values import stress_dict
from explorer.data.supply.stress.removal import read_removal
from explorer.data.supply.stress.stress_test import stress_test
from explorer.models.view_request import read, write
from explorer.ui.widgets.file_saving import workbook


@pytest.fixture
def stress(workspace, qtbot):
    workspace.state.set_context(origin="CHN", destination="DEU")
    workspace.state.set_view("stress")
    view = workspace.views.view("stress")
    qtbot.waitUntil(lambda: view.empty.isVisible())
    return view


@pytest.fixture
def without_china(stress, workspace):
    workspace.state.set_option("stress", "without", "CHN")
    return stress


def cells(table, column: int) -> list[str]:
    return [row[column].text for row in table.records.rows]


def keys(table) -> list[str]:
    return [row[0].key for row in table.records.rows]


def record(store, without: str, buyer: str | None, **options):
    test = stress_test(store, read_removal(store, without), buyer, **options)
    return json.loads(json.dumps(stress_dict(store, test)))


def test_without_a_choice_it_offers_the_countries_that_lead_the_output_of_most_metals(
    stress, workspace, store
):
    assert not stress.losses.isVisible()
    country, card = next(iter(stress.empty.cards.items()))
    shown = record(store, country, None, threshold=50)
    assert (country, card.title) == ("CHN", "Without China")
    assert card.text.text().startswith(f"{len(shown['metals'])} metals lose")
    card.link.click()
    assert workspace.state.options("stress")["without"] == "CHN"
    assert stress.losses.isVisible() and not stress.empty.isVisible()


def test_it_follows_destination_metal_and_theme(without_china, workspace):
    view = without_china
    assert "Germany" in view.buyer.text()
    imports = cells(view.losses.table, 9)
    workspace.state.set_context(destination="JPN")
    assert "Japan" in view.buyer.text() and cells(view.losses.table, 9) != imports
    workspace.state.set_metal("tungsten")
    assert view.producers.heading.text().startswith("Tungsten:")
    assert view.losses.table.key_at(view.losses.table.currentIndex()) == "tungsten"
    before = view.losses.grab().toImage()
    workspace.state.set_theme("dark")
    assert view.losses.grab().toImage() != before


def test_the_buyer_is_named_or_asked_for(without_china, workspace):
    workspace.state.set_context(destination="USA-MIL")
    text = without_china.buyer.text()
    assert "The buyer is the destination: the United States." in text and "military" in text
    workspace.state.set_context(destination="ALL")
    assert without_china.destination.isVisible() and "Choose a destination" in without_china.buyer.text()
    assert set(cells(without_china.losses.table, 9)) == {"no buyer"}
    workspace.state.set_context(destination="CHN")
    assert "China is removed itself" in without_china.buyer.text()


@pytest.mark.parametrize("threshold", ["0", "50"])
def test_table_and_lists_agree_with_the_command(without_china, workspace, store, threshold):
    view = without_china
    workspace.state.set_option("stress", "threshold", threshold)
    found = record(store, "CHN", "DEU", threshold=int(threshold) or None)
    assert keys(view.losses.table) == [m["metal"] for m in found["metals"]]
    rows = zip(view.losses.table.records.rows, found["metals"], strict=True)
    for row, metal in rows:
        share = row[2].sort
        assert (None if share is None else round(share, 4)) == metal["lost_pct"]
        assert (row[2].text == "unknown") == (metal["lost_pct"] is None)
        assert (row[7].sort, row[8].sort) == (metal["hhi_before"], metal["hhi_after"])
        if row[2].bar is not None:
            assert row[2].bar.at_least == metal["lost_at_least"]
            assert row[2].bar.is_uncertain == (metal["share_flag"] in ("e", "p"))
    assert keys(view.reasons) == [m["metal"] for m in found["not_calculated"]]
    assert view.projects.projects.records.rowCount() == found["projects"]["count"]
    counts = f"{found['projects']['without_figure']} of {found['projects']['count']} projects"
    assert counts in view.projects.counts.text()


def test_unknown_losses_have_a_reason(stress, workspace):
    workspace.state.set_option("stress", "without", "USA")
    antimony = next(row for row in stress.losses.table.records.rows if row[0].key == "antimony")
    assert antimony[2].text == "unknown" and antimony[2].bar is None
    assert "withheld: United States" in antimony[10].text


def test_the_producers_are_shown_before_and_after(without_china, workspace):
    workspace.state.set_metal("gallium")
    rows = {row[0].text: row for row in without_china.producers.table.records.rows}
    assert rows["China"][3].text == "removed" and rows["China"][2].sort > 50
    kept = [row for name, row in rows.items() if name != "China" and row[2].sort]
    assert kept and all(row[3].sort > row[2].sort for row in kept)


def test_csv_and_xlsx_agree_with_the_command(without_china, workspace, store, monkeypatch, tmp_path):
    view = without_china
    chosen = tmp_path / "losses"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chosen), ""))
    view.losses.csv.click()
    lines = Path(f"{chosen}.csv").read_text("utf-8").splitlines()
    body = "\n".join(line for line in lines if not line.startswith("# "))
    rows = list(csv.DictReader(io.StringIO(body)))
    found = record(store, "CHN", "DEU")
    assert [r["metal"] for r in rows] == [m["metal"] for m in found["metals"] + found["not_calculated"]]
    for row, metal in zip(rows, found["metals"], strict=False):
        assert (
            row["lost_pct"] == ""
            if metal["lost_pct"] is None
            else float(row["lost_pct"]) == metal["lost_pct"]
        )
    assert workbook(view.losses.table).startswith(b"PK")


def test_chips_are_added_and_taken_away_by_keyboard(stress, workspace, qtbot):
    field = stress.removal.field
    field.setFocus()
    QTest.keyClicks(field.lineEdit(), "Russia")
    QTest.keyClick(field.lineEdit(), Qt.Key.Key_Return)
    assert workspace.state.options("stress")["without"] == "RUS" and not field.lineEdit().text()
    stress.removal.add("EUU")
    assert list(stress.removal.chips) == ["RUS", "EUU"] and "European Union" in stress.subtitle.text()
    stress.removal.chips["RUS"].setFocus()
    qtbot.waitUntil(stress.removal.chips["RUS"].hasFocus)
    QTest.keyClick(stress.removal.chips["RUS"], Qt.Key.Key_Space)
    assert list(stress.removal.chips) == ["EUU"]
    assert stress.removal.focusWidget() is stress.removal.chips["EUU"]


def test_a_name_that_is_not_on_file_is_refused(stress, workspace):
    field = stress.removal.field
    field.setFocus()
    QTest.keyClicks(field.lineEdit(), "Umicorre")
    QTest.keyClick(field.lineEdit(), Qt.Key.Key_Return)
    assert "No country, bloc or company" in field.fault.sentence
    assert workspace.state.options("stress")["without"] == ""


def test_a_company_has_its_sites_and_no_losses(stress, workspace, store):
    workspace.state.set_option("stress", "without", "Korea Zinc")
    found = record(store, "Korea Zinc", None)
    assert not stress.losses.isVisible() and not stress.options.isVisible()
    assert stress.sites.table.records.rowCount() == len(found["sites"]) > 0
    assert "no loss is calculated" in stress.assumption_text.text()


def test_the_threshold_is_moved_by_keyboard(without_china, workspace, qtbot):
    slider = without_china.options.threshold
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_PageUp)
    QTest.keyClick(slider, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: workspace.state.options("stress")["threshold"] == "11")
    assert without_china.options.value.text() == "11\N{NARROW NO-BREAK SPACE}%"
    assert all(row[2].sort >= 11 for row in without_china.losses.table.records.rows)


def test_a_delay_moves_starts_and_nothing_else(without_china, workspace):
    view = without_china
    years = [row[1].sort for row in view.projects.planned.records.rows]
    losses = cells(view.losses.table, 2)
    view.projects.delays[4].click()
    assert [row[1].sort for row in view.projects.planned.records.rows] == [year + 4 for year in years]
    assert cells(view.losses.table, 2) == losses


def test_the_stage_changes_the_tables(without_china, workspace):
    workspace.state.set_option("stress", "stage", "mine")
    outputs = cells(without_china.losses.table, 1)
    assert outputs and all(text.startswith("Mine output") for text in outputs)


def test_enter_opens_the_supply_of_the_metal(without_china, workspace):
    without_china.losses.table.opened.emit("bismuth")
    state = workspace.state
    assert (state.view, state.metal_id, state.tab) == ("metals", "bismuth", "supply")


def test_a_row_selects_its_metal(without_china, workspace):
    table = without_china.losses.table
    table.setFocus()
    table.setCurrentIndex(table.records.index(1, 0))
    assert workspace.state.metal_id == keys(table)[1]
    assert without_china.producers.open.isVisible()


def test_many_places_fit_into_the_link(stress, workspace, store):
    many = ",".join(sorted(store.bloc_members["EUU"]))
    workspace.state.set_option("stress", "without", many)
    request, faults = read(write(workspace.state.as_request()), store)
    assert not faults and dict(request.options)["without"] == many


def test_the_picture_is_that_of_the_table_and_is_exported(without_china, workspace, qtbot):
    view = without_china
    workspace.state.set_option("stress", "threshold", "60")
    assert view.chart.chart is not None and view.chart.chart.kind == "stress"
    shown = [row[2].sort for row in view.losses.table.records.rows]
    assert [point.y for point in view.chart.chart.series[0].points] == shown
    with qtbot.waitSignal(view.exportRequested) as requested:
        view.chart.export()
    assert "--without" not in requested.args[0].query and "--threshold 60" in requested.args[0].query


def test_saved_tables_and_menus_have_the_sources_of_their_rows(without_china):
    for table in (without_china.losses.table, without_china.producers.table):
        ids = {i for row in table.records.rows for cell in row for i in cell.source_ids}
        assert ids and {row[0] for row in table.source_rows(ids)} == ids
        assert table.source_entries(tuple(ids))


def test_two_places_can_be_typed_at_once(stress, workspace):
    stress.removal.add("CHN,RUS")
    assert workspace.state.options("stress")["without"] == "CHN,RUS"


def test_nothing_of_an_earlier_result_is_left_where_nothing_is_removed(without_china, workspace):
    workspace.state.set_option("stress", "without", "")
    workspace.state.set_metal("germanium")
    assert without_china.empty.isVisible() and not without_china.producers.isVisible()


def test_the_tab_key_goes_from_the_field_to_what_is_removed(without_china):
    assert without_china.removal.field.nextInFocusChain() in (
        without_china.removal.chips["CHN"],
        without_china.removal.field.lineEdit(),
    )
