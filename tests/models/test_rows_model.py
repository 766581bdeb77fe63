"""The rows of a table of the data file: pieces, order, and searches in the background."""

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import Qt

from explorer.data.contents.rows import RowQuery
from explorer.data.contents.tables import described_table
from explorer.data.store import Store
from explorer.models import rows_model
from explorer.models.background_query import BackgroundQuery
from explorer.models.rows_model import WINDOW, RowsModel
from tests.data.contents.csv_facts import facts


@pytest.fixture
def model(store):
    return RowsModel(store)


def column(model: RowsModel, name: str) -> int:
    return list(model.table.columns).index(name)


def texts(model: RowsModel, name: str) -> list[str]:
    number = column(model, name)
    return [model.index(row, number).data() for row in range(model.rowCount())]


def test_the_model_keeps_the_rules_of_models(model, qtmodeltester):
    model.show_rows(described_table("reserves"), RowQuery())
    qtmodeltester.check(model)


def test_it_shows_titles_names_and_tooltips(model):
    model.show_rows(described_table("reserves"), RowQuery("antimony australia"))
    number = column(model, "country_id")
    assert model.headerData(number, Qt.Orientation.Horizontal) == "Country"
    assert "country_id" in model.headerData(number, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert texts(model, "country_id") == ["AUS (Australia)"]
    assert model.row(0)[number] == "AUS"


def test_only_the_rows_in_view_are_read(model, monkeypatch):
    reads = []
    read = rows_model.read_rows

    def counted(query, table, found, start, count):
        reads.append((start, count))
        return read(query, table, found, start, count)

    monkeypatch.setattr(rows_model, "read_rows", counted)
    model.show_rows(described_table("production"), RowQuery())
    assert model.rowCount() == len(facts("production")) and reads == []
    for row in (5_000, 5_001, 5_050):
        assert model.index(row, 0).data()
    assert reads == [(5_000 // WINDOW * WINDOW, WINDOW)]


def test_the_last_row_of_an_incomplete_piece(model):
    model.show_rows(described_table("production"), RowQuery())
    last = facts("production")[-1]
    assert model.row(model.rowCount() - 1)[1:6] == (
        last["metal_id"], last["stage"], last["form"], last["country_id"], int(last["year"])
    )  # fmt: skip


def test_sorting_keeps_the_filter_and_ends_with_unknown_values(model):
    model.show_rows(described_table("production"), RowQuery("yttrium"))
    before = model.rowCount()
    model.sort(column(model, "value"), Qt.SortOrder.DescendingOrder)
    values = [model.row(row)[column(model, "value")] for row in range(model.rowCount())]
    known = [v for v in values if v is not None]
    assert len(values) == before and known == sorted(known, reverse=True) and values[-1] is None
    model.show_rows(described_table("production"), RowQuery("yttrium china"))
    assert model.wanted.sort == "value"
    model.sort(-1)
    assert model.wanted.sort == ""


def test_another_table_starts_in_its_own_order(model):
    model.show_rows(described_table("production"), RowQuery())
    model.sort(column(model, "value"))
    model.show_rows(described_table("reserves"), RowQuery())
    assert model.wanted == RowQuery() and model.rowCount() == len(facts("reserves"))


@pytest.mark.parametrize("name", ["production", "buyer_imports"])
def test_a_large_table_is_searched_in_the_background(model, monkeypatch, qtbot, name):
    monkeypatch.setattr(rows_model, "MOST_AT_ONCE", 10)
    model.show_rows(described_table(name), RowQuery())
    with qtbot.waitSignal(model.rowsFound, timeout=10_000):
        model.show_rows(described_table(name), RowQuery("graphite"))
        assert model.is_searching and model.rowCount() == len(facts(name))
    assert not model.is_searching and model.fault == ""
    expected = {r["metal_id"] for r in facts(name)} & {"graphite"}
    found = {model.row(row)[column(model, "metal_id")] for row in range(model.rowCount())}
    assert expected <= found
    plain = sum("graphite" in " ".join(r.values()) for r in facts(name))
    assert model.rowCount() >= plain > 0


def test_a_search_that_another_one_replaces_reports_nothing(model, monkeypatch, qtbot):
    monkeypatch.setattr(rows_model, "MOST_AT_ONCE", 10)
    reported = []
    model.rowsFound.connect(lambda: reported.append(model.wanted.text))
    model.show_rows(described_table("production"), RowQuery("graphite"))
    with qtbot.waitSignal(model.rowsFound, timeout=10_000):
        model.show_rows(described_table("production"), RowQuery("cobalt"))
    qtbot.wait(100)
    assert reported == ["cobalt"]


def test_a_search_that_fails_says_why(model, monkeypatch, qtbot):
    monkeypatch.setattr(rows_model, "MOST_AT_ONCE", 10)
    monkeypatch.setattr(
        rows_model, "finding_query", lambda *_: ("SELECT rowid AS row_number FROM nowhere", [])
    )
    with qtbot.waitSignal(model.rowsFound, timeout=10_000):
        model.show_rows(described_table("production"), RowQuery("graphite"))
    assert model.rowCount() == 0 and "nowhere" in model.fault


def test_rows_whose_numbers_have_gaps_are_all_found(tmp_path, edition_file):
    path = tmp_path / "metals.db"
    path.write_bytes(edition_file.read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM reserves_sources WHERE id = 2")
        connection.execute("DELETE FROM reserves WHERE id = 2")
        connection.commit()
    with Store.open(path) as store:
        model = RowsModel(store)
        model.show_rows(described_table("reserves"), RowQuery())
        assert model.rowCount() == len(facts("reserves")) - 1
        assert [model.row(row)[0] for row in range(3)] == [1, 3, 4]


def test_a_query_that_is_stopped_reports_nothing(store, qtbot):
    reported = []
    query = BackgroundQuery(store.path, lambda run: run("SELECT count(*) FROM production, production"))
    query.finished.connect(reported.append)
    query.failed.connect(reported.append)
    query.start()
    query.stop()
    qtbot.wait(200)
    assert reported == []
