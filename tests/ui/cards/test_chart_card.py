"""The card of a chart: its table and its export."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from explorer.charts.builders import registry
from explorer.charts.spec import Missing
from explorer.charts.words import summary
from explorer.data.context import Context
from explorer.palette import LIGHT
from explorer.ui.cards.chart_card import ChartCard


@pytest.fixture
def card(qtbot):
    card = ChartCard()
    qtbot.addWidget(card)
    card.resize(700, 500)
    card.show()
    return card


def test_the_table_has_every_point(card, store):
    spec = registry.production(store, "antimony", Context(date(2026, 11, 24)))
    card.show_chart(spec, LIGHT)
    card.table_button.click()
    table = card.table.records
    figures = summary.table(spec)
    header = [
        table.headerData(i, card.table.horizontalHeader().orientation()) for i in range(table.columnCount())
    ]
    assert table.rowCount() == len(figures.rows)
    value = header.index("Value")
    assert [table.index(i, value).data() for i in range(table.rowCount())] == [
        row[figures.header.index("Value")] for row in figures.rows
    ]
    assert "withheld" in {table.index(i, value).data() for i in range(table.rowCount())}
    assert "Flag" in header and not card.view.isVisible()
    card.table_button.click()
    assert card.table is None and card.view.isVisible()


@pytest.mark.parametrize("order", [Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder])
def test_the_table_is_sorted_by_a_column(card, store, order):
    card.show_chart(registry.production(store, "antimony", Context(date(2026, 11, 24))), LIGHT)
    card.table_button.click()
    table = card.table
    titles = [
        table.records.headerData(i, Qt.Orientation.Horizontal) for i in range(table.records.columnCount())
    ]
    value = titles.index("Value")
    table.sortByColumn(value, order)
    shown = [table.records.index(i, value).data() for i in range(table.records.rowCount())]
    figures = [float(text.replace("\u202f", "")) for text in shown if text[0].isdigit()]
    assert figures == sorted(figures, reverse=order == Qt.SortOrder.DescendingOrder) and len(figures) > 5
    assert "withheld" in shown[len(figures) :]


def test_the_table_follows_the_chart(card, store):
    context = Context(date(2026, 11, 24))
    card.show_chart(registry.uses(store, "gallium", context), LIGHT)
    card.table_button.click()
    before = card.table.records.rowCount()
    card.show_chart(registry.production(store, "antimony", context), LIGHT)
    assert card.table.records.rowCount() > before
    card.show_chart(Missing("price", "No price on file.", "thulium", "Thulium: price"), LIGHT)
    assert card.table is None and not card.table_button.isVisible() and card.view.isVisible()


def test_the_export_request_has_the_description(card, store, qtbot):
    spec = registry.price(store, "gallium", Context(date(2026, 11, 24)))
    card.show_chart(spec, LIGHT)
    with qtbot.waitSignal(card.exportRequested) as signal:
        card.export_button.click()
    assert signal.args == [spec]
