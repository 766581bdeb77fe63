"""The view Data: its pages, what they open, what they save, and that they agree with the command."""

import csv
import json
import sqlite3
import threading
from io import BytesIO, StringIO

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from python_calamine import CalamineWorkbook

from explorer.data.contents.coverage import KINDS
from explorer.models import rows_model
from explorer.models.views import DATA_PAGES
from explorer.ui.views.data import by_products_page, coverage_page
from tests.commands.conftest import run as run  # the fixture
from tests.data.contents.csv_facts import citing, facts


@pytest.fixture
def data(workspace, qtbot):
    workspace.state.set_view("data")
    return workspace.views.view("data")


@pytest.fixture
def page(data, workspace, qtbot):
    """Return the function that opens a page and waits until it is filled."""

    def opened(name: str, **options: str):
        for option, value in options.items():
            workspace.state.set_option("data", option, value)
        workspace.state.set_option("data", "page", name)
        shown = data.page(name)
        qtbot.waitUntil(lambda: not shown.is_stale, timeout=10_000)
        if name == "sources":
            qtbot.waitUntil(lambda: shown.records.rowCount() > 0, timeout=10_000)
        return shown

    return opened


def test_the_tabs_open_the_pages_and_the_arrow_keys_go_on(data, workspace):
    assert [data.tabs.tabText(n) for n in range(data.tabs.count())] == [
        *("Sources", "Coverage", "Tables", "Disagreements", "By-products", "Correct a fact"),
        *("Editions", "What changed"),
    ]
    data.tabs.setFocus()
    QTest.keyClick(data.tabs, Qt.Key.Key_Right)
    assert workspace.state.options("data")["page"] == "coverage"
    assert data.page("coverage").isVisible() and not data.page("sources").isVisible()


def test_another_tab_forgets_the_filter(data, workspace):
    workspace.state.set_option("data", "page", "tables")
    workspace.state.set_option("data", "filter", "chile")
    data.tabs.setCurrentIndex(DATA_PAGES.index("disagreements"))
    assert workspace.state.options("data")["filter"] == ""


@pytest.mark.parametrize("name", ["sources", "coverage", "disagreements", "by-products"])
def test_a_page_saves_what_the_command_prints(page, run, name):
    shown = page(name)
    assert shown.csv() == run("data", name, "--csv").out
    header, *rows = (
        CalamineWorkbook.from_filelike(BytesIO(shown.workbook())).get_sheet_by_index(0).to_python()
    )
    found = json.loads(run("data", name, "--json").out)
    assert len(rows) == len(found) and set(header) <= set(found[0])


def test_a_fault_in_the_by_products_ends_their_calculation_with_a_sentence(page, qtbot, monkeypatch):
    def faulty(_store):
        yield
        raise ValueError("no ratio")

    monkeypatch.setattr(by_products_page, "AT_ONCE", 0)
    monkeypatch.setattr(by_products_page.by_products, "stepwise_by_products", faulty)
    with qtbot.captureExceptions() as errors:
        shown = page("by-products")
        qtbot.waitUntil(lambda: len(errors) == 1)
    assert shown.panel.count.text() == "The by-products could not be listed."


@pytest.mark.parametrize("name", ["coverage", "by-products"])
def test_facts_on_many_metals_are_shown_like_those_on_few(page, run, name, qtbot, monkeypatch):
    for module in (coverage_page, by_products_page):
        monkeypatch.setattr(module, "AT_ONCE", 0)
    shown = page(name)
    qtbot.waitUntil(lambda: "…" not in shown.panel.count.text(), timeout=10_000)
    assert shown.csv() == run("data", name, "--csv").out


def test_a_file_saved_before_all_is_counted_has_all(page, run, monkeypatch):
    monkeypatch.setattr(coverage_page, "AT_ONCE", 0)
    monkeypatch.setattr(coverage_page.BackgroundQuery, "start", lambda _: None)  # it never ends
    shown = page("coverage")
    assert "…" in shown.panel.count.text()
    assert shown.csv() == run("data", "coverage", "--csv").out
    assert "…" not in shown.panel.count.text()


def test_facts_that_could_not_be_counted_are_counted_when_the_page_is_shown_again(
    page, run, qtbot, monkeypatch
):
    def fail(*_, **__):
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(coverage_page, "AT_ONCE", 0)
    with monkeypatch.context() as failing:
        failing.setattr(coverage_page, "coverage_of", fail)
        shown = page("coverage")
        qtbot.waitUntil(lambda: "…" not in shown.panel.count.text())
    assert shown.panel.count.text() and not shown.matrix.rowCount()
    page("sources")
    page("coverage")
    qtbot.waitUntil(lambda: not shown.panel.count.text(), timeout=10_000)
    assert shown.csv() == run("data", "coverage", "--csv").out


def test_facts_that_could_not_be_counted_meanwhile_are_counted_on_return(page, qtbot, monkeypatch):
    goes_on, failed = threading.Event(), []

    def fail(*_, **__):
        goes_on.wait(10)
        failed.append(True)
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(coverage_page, "AT_ONCE", 0)
    with monkeypatch.context() as failing:
        failing.setattr(coverage_page, "coverage_of", fail)
        shown = page("coverage")
        page("sources")
        goes_on.set()
        qtbot.waitUntil(lambda: bool(failed) and "…" not in shown.panel.count.text())
    page("coverage")
    qtbot.waitUntil(lambda: shown.matrix.rowCount() > 0, timeout=10_000)


def test_a_file_saved_after_a_count_failed_has_all(page, run, qtbot, monkeypatch):
    def fail(*_, **__):
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(coverage_page, "AT_ONCE", 0)
    monkeypatch.setattr(coverage_page, "coverage_of", fail)
    shown = page("coverage")
    qtbot.waitUntil(lambda: "…" not in shown.panel.count.text())
    assert shown.csv() == run("data", "coverage", "--csv").out


@pytest.mark.parametrize(
    ("name", "column", "key"), [("sources", 4, "facts"), ("disagreements", 8, "ratio"), ("sources", 0, "")]
)
def test_a_sorted_page_is_saved_in_the_order_shown(page, name, column, key):
    shown = page(name)
    shown.panel.grid.sortByColumn(column, Qt.SortOrder.DescendingOrder)
    header, *rows = csv.reader(StringIO(shown.csv()))
    if key:
        cells = [row[header.index(key)] for row in rows]
        known = [float(cell) for cell in cells if cell]
        assert known == sorted(known, reverse=True) and known[0] > known[-1]
        assert not any(cells[len(known) :])
    else:
        assert [row[1] for row in rows] == [row[0].text for row in shown.records.rows]


def test_a_table_saves_what_the_command_prints(page, run):
    shown = page("tables", table="reserves", filter="antimony")
    assert shown.csv() == run("data", "table", "reserves", "--where", "antimony", "--csv").out
    found = json.loads(run("data", "table", "reserves", "--where", "antimony", "--json").out)
    assert [
        dict(zip(shown.rows.table.columns, shown.rows.row(n), strict=True)) for n in range(len(found))
    ] == found
    assert shown.rows.rowCount() == len(found)


def test_no_file_is_offered_while_rows_are_searched_for(page, workspace, monkeypatch, qtbot):
    monkeypatch.setattr(rows_model, "MOST_AT_ONCE", 10)
    shown = page("tables", table="reserves")
    with qtbot.waitSignal(shown.rows.rowsFound, timeout=10_000):
        workspace.state.set_option("data", "filter", "antimony")
        assert not shown.panel.save_csv.isEnabled() and shown.panel.count.text().startswith("Searching")
    assert shown.panel.save_csv.isEnabled()
    assert 0 < shown.rows.rowCount() < len(facts("reserves"))


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_a_large_table_is_saved_in_the_background(page, run, monkeypatch, tmp_path, qtbot, ending):
    monkeypatch.setattr(rows_model, "MOST_AT_ONCE", 10)
    chosen = tmp_path / f"reserves{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chosen), ""))
    shown = page("tables", table="reserves")
    button = shown.panel.save_csv if ending == ".csv" else shown.panel.save_xlsx
    button.click()
    assert not button.isEnabled()
    qtbot.waitUntil(button.isEnabled, timeout=10_000)
    if ending == ".csv":
        assert chosen.read_text(encoding="utf-8") == run("data", "table", "reserves", "--csv").out
    else:
        book = CalamineWorkbook.from_path(chosen)
        assert len(book.get_sheet_by_index(0).to_python()) == len(facts("reserves")) + 1


def test_a_source_shows_its_address_before_it_is_opened(page, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    shown = page("sources", source="alkane-yttrium")
    pane = shown.pane
    assert pane.address.text() == "http://www.alkane.com.au/products/rare-earths/yttrium/" and opened == []
    assert pane.insecure.isVisible() and "Date: unknown" in pane.dates.text()
    assert "Last checked: unknown" in pane.dates.text()
    pane.open_button.click()
    assert opened == [QUrl("http://www.alkane.com.au/products/rare-earths/yttrium/")]


def test_the_facts_of_a_source_are_counted_and_open_as_rows(page, data, workspace, store):
    shown = page("sources", source="mofcom-2024-46")
    (address,) = [r["url"] for r in facts("sources") if r["source_id"] == "mofcom-2024-46"]
    assert shown.pane.address.text() == address
    assert shown.pane.insecure.isVisible() == address.startswith("http:")
    counts = {row[0].key: row[1].sort for row in shown.pane.tables.records.rows}
    assert counts["measures"] == citing("measures", "mofcom-2024-46")
    shown.pane.tables.opened.emit("measures")
    options = workspace.state.options("data")
    assert (options["page"], options["table"], options["cites"]) == ("tables", "measures", "mofcom-2024-46")
    tables = page("tables")
    assert tables.rows.rowCount() == counts["measures"]
    tables.citing.click()
    assert tables.rows.rowCount() == len(facts("measures")) and not tables.citing.isVisible()


def test_the_sources_are_filtered_by_every_word(page, qtbot):
    shown = page("sources")
    total = shown.records.rowCount()
    assert total == len(facts("sources"))
    shown.panel.filter.setFocus()
    QTest.keyClicks(shown.panel.filter, "everbright")
    QTest.keyClick(shown.panel.filter, Qt.Key.Key_Return)
    named = [r for r in facts("sources") if "everbright" in " ".join(r.values()).casefold()]
    assert shown.records.rowCount() == len(named) > 0
    assert shown.panel.count.text() == f"{len(named)} of {total} sources"
    QTest.keyClicks(shown.panel.filter, "qqq")
    QTest.keyClick(shown.panel.filter, Qt.Key.Key_Return)
    assert shown.panel.count.text() == "No sources match the filter."
    assert shown.pane.empty.isVisible() and not shown.pane.about.isVisible()


@pytest.mark.parametrize(
    ("table", "tab"),
    [("uses", "uses"), ("measure_metals", "controls"), ("production", "supply"), ("trade", "trade")],
)
def test_a_cell_of_the_coverage_opens_the_metal_at_the_tab_of_its_kind(page, workspace, store, table, tab):
    shown = page("coverage")
    row, column = list(store.metals).index("cobalt"), [kind.table for kind in KINDS].index(table)
    shown.panel.grid.setCurrentIndex(shown.matrix.index(row, column))
    QTest.keyClick(shown.panel.grid, Qt.Key.Key_Return)
    state = workspace.state
    assert (state.view, state.metal_id, state.tab) == ("metals", "cobalt", tab)


def test_a_kind_without_a_tab_opens_its_rows(page, workspace, store):
    shown = page("coverage")
    row, column = list(store.metals).index("cobalt"), [kind.table for kind in KINDS].index("risk_scores")
    shown.panel.grid.clicked.emit(shown.matrix.index(row, column))
    options = workspace.state.options("data")
    assert (options["page"], options["table"], options["filter"]) == ("tables", "risk_scores", "cobalt")


def test_the_current_cell_of_the_coverage_is_said_in_words(page, store):
    shown = page("coverage")
    row, column = list(store.metals).index("gallium"), [kind.table for kind in KINDS].index("reserves")
    shown.panel.grid.setCurrentIndex(shown.matrix.index(row, column))
    assert shown.panel.cell.text().startswith("Gallium, Reserves: Nothing on file.")


def test_every_table_can_be_chosen_filtered_and_sorted(page, workspace, qtbot):
    shown = page("tables")
    assert shown.choice.count() > 60
    shown.choice.setCurrentIndex(shown.choice.findData("buyer_imports"))
    shown.choice.activated.emit(shown.choice.currentIndex())
    assert workspace.state.options("data")["table"] == "buyer_imports"
    assert shown.rows.rowCount() == len(facts("buyer_imports"))
    assert shown.about.text().startswith("Who supplied each buyer")
    QTest.keyClicks(shown.panel.filter, "germany graphite")
    qtbot.waitUntil(lambda: workspace.state.options("data")["filter"] == "germany graphite")
    assert 0 < shown.rows.rowCount() < len(facts("buyer_imports"))
    column = list(shown.rows.table.columns).index("value_kusd")
    shown.panel.grid.sortByColumn(column, Qt.SortOrder.DescendingOrder)
    values = [shown.rows.row(n)[column] for n in range(shown.rows.rowCount())]
    assert values == sorted(values, reverse=True)


def test_the_reference_of_a_row_is_copied(page):
    shown = page("tables", table="reserves", filter="antimony australia")
    shown.panel.copy_reference.click()
    expected = "table reserves, row metal_id=antimony, form=antimony content, country_id=AUS"
    assert expected in QGuiApplication.clipboard().text()
    assert shown.panel.grid.entries()[0].text == "Copy reference of this fact"


def test_the_reference_of_a_ratio_names_both_totals(page):
    shown = page("by-products")
    shown.panel.copy_reference.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 2 and all("table production" in line and "country_id=WLD" in line for line in lines)


def test_a_pair_without_ratios_says_why(page):
    shown = page("by-products")
    names = [row[0].text for row in shown.pairs.rows]
    shown.list.select_row(names.index("Holmium"))
    assert shown.panel.count.text() == "No world total of holmium is on file as a single figure."
    assert shown.records.rowCount() == 0


def test_disagreements_keep_what_is_not_compared(page):
    shown = page("disagreements", filter="iran antimony")
    (row,) = shown.records.rows
    assert [cell.text for cell in row[:7]] == [
        "Antimony",
        "Iran",
        "2024",
        "Sb content, mine",
        "2200",
        "not compared",
        "90",
    ]
    assert row[8].text == "24.44 (WMD/USGS)"
    assert shown.panel.count.text() == f"1 of {len(facts('disagreements'))} rows"


def test_how_to_correct_a_fact_leads_to_the_tables(page, workspace):
    shown = page("corrections")
    assert "row metal_id=" in shown.example.text()
    shown.tables.click()
    assert workspace.state.options("data")["page"] == "tables"


def test_it_follows_the_theme(page, data, workspace):
    page("coverage")
    picture = data.grab().toImage()
    workspace.state.set_theme("dark")
    assert data.grab().toImage() != picture


def test_day_places_and_metal_do_not_change_the_facts(page, data, workspace):
    shown = page("coverage")
    before = shown.csv()
    workspace.state.set_context(destination="DEU", origin="COD")
    workspace.state.set_metal("tin")
    assert shown.csv() == before and "does not change this view" in data.subtitle.text()
