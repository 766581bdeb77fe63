"""A page that is filled in steps: what it shows meanwhile, and what is copied from it."""

from datetime import date

import pytest

from explorer.data.comparison.comparison import comparison
from explorer.data.comparison.key_figures import DEFAULT_COLUMNS
from explorer.data.comparison.record import csv_of
from explorer.ui.views import stepped_page

DAY, LATER = date(2026, 11, 24), date(2026, 11, 28)


@pytest.fixture
def page(workspace, qtbot):
    """The table of all metals, filled for a day."""
    workspace.state.set_context(day=DAY, origin="CHN", destination="USA")
    workspace.list.as_table.click()
    page = workspace.metals.table
    qtbot.waitUntil(lambda: page.table is not None and page.table.records.rowCount() > 0)
    return page


@pytest.fixture
def many(page, monkeypatch):
    """The same page, for which any number of metals is many."""
    monkeypatch.setattr(stepped_page, "AT_ONCE", 0)
    return page


def expected(page) -> str:
    state = page.shared.state
    found = comparison(page.shared.store, state.context, tuple(page.shared.store.metals), DEFAULT_COLUMNS)
    return csv_of(page.shared.store, found)


def test_few_metals_are_shown_at_once(page, workspace):
    workspace.state.set_context(day=LATER)
    assert not page.is_filling and page.csv_text() == expected(page)


def test_many_metals_are_shown_like_few(many, workspace, qtbot):
    workspace.state.set_context(day=LATER)
    assert many.is_filling
    qtbot.waitUntil(lambda: not many.is_filling)
    assert many.csv_text() == expected(many) and many.table.isVisible() and not many.waiting.isVisible()


def test_results_for_another_day_are_hidden_after_a_moment(many, workspace, qtbot, monkeypatch):
    slow = iter(int, 1)
    monkeypatch.setattr(type(many), "fill_in_steps", lambda _self: (None for _ in slow))
    workspace.state.set_context(day=LATER)
    qtbot.waitUntil(many.waiting.isVisible)
    assert not many.table.isVisible() and many.is_filling
    monkeypatch.undo()
    workspace.state.set_context(day=DAY)
    assert not many.is_filling and many.table.isVisible() and not many.waiting.isVisible()


def test_a_page_that_cannot_be_filled_does_not_say_that_it_calculates(many, workspace, qtbot, monkeypatch):
    def faulty(_self):
        yield
        raise ValueError("no figure")

    monkeypatch.setattr(type(many), "fill_in_steps", faulty)
    with qtbot.captureExceptions() as errors:
        workspace.state.set_context(day=LATER)
        qtbot.waitUntil(lambda: not many.is_filling)
        qtbot.wait(2 * stepped_page.NOTICE_MS)
    assert [str(error) for _, error, _ in errors] == ["no figure"] and not many.waiting.isVisible()
    monkeypatch.undo()
    monkeypatch.setattr(stepped_page, "AT_ONCE", 0)
    workspace.state.set_context(day=DAY)
    assert many.csv_text() == expected(many)


def test_a_copy_is_for_the_day_that_is_chosen(many, workspace):
    workspace.state.set_context(day=LATER)
    assert many.csv_text() == expected(many) and not many.is_filling


def test_a_page_left_early_is_filled_again_when_it_is_shown(many, workspace, qtbot):
    workspace.state.set_context(day=LATER)
    workspace.state.set_view("today")
    assert not many.is_filling
    workspace.state.set_view("metals")
    qtbot.waitUntil(lambda: not many.is_filling and not many.is_stale)
    assert many.csv_text() == expected(many)
