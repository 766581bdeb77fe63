"""The results of a search as a list model."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from explorer.data.context import Context
from explorer.data.finding.rows import SOURCES, Group, Row
from explorer.data.finding.search import search
from explorer.models.search_results import SearchResultsModel

DAY = date(2026, 11, 27)


@pytest.fixture
def model(store):
    model = SearchResultsModel()
    model.show_results(search(store, "gallium", Context(DAY, "CHN", "USA"), DAY))
    return model


def test_the_model_passes_the_model_tester(model, qtmodeltester):
    qtmodeltester.check(model)
    model.toggle_sources()
    qtmodeltester.check(model)


def test_each_group_has_its_heading_and_the_sources_are_folded(model):
    lines = [model.line(row) for row in range(model.rowCount())]
    assert isinstance(lines[0], Group) and isinstance(lines[1], Row)
    assert isinstance(lines[-1], Group) and lines[-1].group_id == SOURCES
    assert lines[-1].heading == f"Sources, {len(lines[-1].rows)} of {lines[-1].total}"
    before = model.rowCount()
    model.toggle_sources()
    assert model.rowCount() == before + len(lines[-1].rows)
    model.toggle_sources()
    assert model.rowCount() == before


def test_sources_alone_are_open(store):
    model = SearchResultsModel()
    model.show_results(search(store, "Mineral Commodity Summaries", Context(DAY), DAY))
    assert isinstance(model.line(0), Group) and isinstance(model.line(1), Row)


def test_headings_and_remarks_are_passed_over(store, model):
    assert not model.is_selectable(0) and model.is_selectable(1)
    assert model.next_selectable(-1, 1) == 1 and model.next_selectable(1, -1) == 1
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    last = model.rowCount() - 1
    assert model.is_selectable(last) and model.next_selectable(last, 1) == last
    model.show_results(search(store, "F-35", Context(DAY), DAY))
    assert model.next_selectable(-1, 1) == 2  # after the heading and the remark


def test_a_screen_reader_says_all_that_is_painted(model):
    role = Qt.ItemDataRole.AccessibleTextRole
    text = model.index(1).data(role)
    row = model.line(1)
    assert text.startswith("Gallium 镓, ") and row.pill in text and row.detail in text
    sources = model.index(model.rowCount() - 1)
    assert sources.data(role).endswith(", closed")
    model.toggle_sources()
    assert sources.model().index(sources.row(), 0).data(role).endswith(", open")


def test_a_message_takes_the_place_of_results(model):
    model.show_message("Too long.")
    assert model.rowCount() == 1 and model.index(0).data() == "Too long."
    assert not model.is_selectable(0)
