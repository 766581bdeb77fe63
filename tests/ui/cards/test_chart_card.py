"""The card of a chart: its table and its export."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from explorer.charts import summary
from explorer.charts.builders import registry
from explorer.charts.output.csv_file import csv_bytes
from explorer.charts.spec import ChartSpec, Missing, day_number
from explorer.charts.zoom import range_of
from explorer.data.context import Context
from explorer.palette import LIGHT
from explorer.ui.cards.chart_card import ChartCard
from explorer.ui.widgets.layouts import Columns
from tests.charts import made


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
    assert card.table is None and not card.table_button.isVisible() and not card.view.isVisible()


def test_the_export_request_has_the_description(card, store, qtbot):
    spec = registry.price(store, "gallium", Context(date(2026, 11, 24)))
    card.show_chart(spec, LIGHT)
    with qtbot.waitSignal(card.exportRequested) as signal:
        card.export_button.click()
    assert signal.args == [spec]


MISSING = Missing("price", "No prices on file for thulium.", "thulium", "Thulium: price", "Price")


def test_the_reason_for_a_missing_chart_is_one_line(card):
    card.show_chart(MISSING, LIGHT)
    assert card.is_one_line and (card.heading.text(), card.reason.text()) == ("Price", MISSING.reason)
    QApplication.processEvents()
    middles = {w.geometry().center().y() for w in (card.heading, card.reason)}
    assert card.reason.isVisible() and max(middles) - min(middles) <= 1
    assert card.sizeHint().height() < 60
    assert [w for w in (card.view, card.table_button, card.export_button) if w.isVisible()] == []


def test_a_chart_after_a_missing_one_has_its_room_again(card, store):
    card.show_chart(MISSING, LIGHT)
    card.show_chart(registry.uses(store, "gallium", Context(date(2026, 11, 24))), LIGHT)
    assert not card.is_one_line and not card.reason.isVisible()
    assert card.view.isVisible() and card.table_button.isVisible()


@pytest.fixture
def pair(qtbot, store):
    """Two cards side by side, the first without a chart."""
    cards = ChartCard(), ChartCard()
    row = Columns(*((card, 1) for card in cards), least=300)
    qtbot.addWidget(row)
    row.resize(900, 400)
    cards[0].show_chart(MISSING, LIGHT)
    cards[1].show_chart(registry.uses(store, "gallium", Context(date(2026, 11, 24))), LIGHT)
    row.show()
    QApplication.processEvents()
    yield cards


def test_a_card_of_one_line_leaves_the_row_to_the_other(pair):
    missing, shown = pair
    assert shown.width() == missing.width() > 800
    assert missing.y() > shown.geometry().bottom()


def test_two_charts_stand_side_by_side_again(pair, store):
    pair[0].show_chart(registry.reserves(store, "antimony", Context(date(2026, 11, 24))), LIGHT)
    QApplication.processEvents()
    first, second = (card.geometry() for card in pair)
    assert first.top() == second.top() and first.right() < second.left()


def test_a_card_with_a_name_shows_the_first_rows_and_exports_all(qtbot, store):
    card = ChartCard(name="Who produces", most_rows=5)
    qtbot.addWidget(card)
    spec = registry.production(store, "antimony", Context(date(2026, 11, 24)))
    assert isinstance(spec, ChartSpec) and len(spec.series[0].points) > 5
    card.show_chart(spec, LIGHT)
    shown = card.view.spec()
    assert len(shown.series[0].points) == 5 and shown.series[0].points == spec.series[0].points[:5]
    assert f"{len(spec.series[0].points) - 5} of {len(spec.series[0].points)} rows not shown." in shown.notes
    assert card.heading.text() == "Who produces"
    assert card.subtitle.text() == f"{spec.heading} · {spec.subtitle}"
    with qtbot.waitSignal(card.exportRequested) as caught:
        card.export()
    assert caught.args == [spec]
    card.table_button.click()
    assert card.table.records.rowCount() == len(spec.series[0].points)


@pytest.fixture
def zoomed(card, store, qtbot):
    """Return a card that shows the years 2023 and 2024 of the price of tungsten."""
    card.show_chart(registry.price(store, "tungsten", Context(date(2026, 11, 24))), LIGHT)
    qtbot.waitUntil(lambda: card.view.is_drawn)
    card.view.range.ask_for(range_of(card.chart.x, date(2023, 1, 1), date(2024, 12, 31)))
    card.table_button.click()
    return card


def listed_days(card) -> list[str]:
    header = card.table.records.header
    return [row[header.index("Date")].text for row in card.table.records.rows]


def test_the_table_lists_the_range_that_the_chart_shows_and_says_so(zoomed):
    first, last = day_number(date(2023, 1, 1)), day_number(date(2024, 12, 31))
    inside = [p.label for p in zoomed.chart.series[0].points if first <= p.x <= last]
    assert listed_days(zoomed) == inside and 0 < len(inside) < len(zoomed.chart.series[0].points)
    note = "Only 1 Jan 2023 to 31 Dec 2024 is listed, the range that the chart shows."
    assert zoomed.figures.range_note.isVisible() and zoomed.figures.range_note.text() == note
    assert zoomed.table.accessibleName().endswith(", 1 Jan 2023 to 31 Dec 2024, as a table")
    written = csv_bytes(zoomed.shown_chart, "").decode().splitlines()
    assert len([line for line in written if not line.startswith("#")]) == len(inside) + 1


def test_the_whole_chart_can_be_listed_while_a_part_is_shown(zoomed):
    button = zoomed.figures.all_button
    assert button.text() == "List all"
    button.click()
    assert listed_days(zoomed) == [p.label for p in zoomed.chart.series[0].points]
    note = "The whole chart is listed; the chart shows 1 Jan 2023 to 31 Dec 2024."
    assert zoomed.figures.range_note.text() == note
    button.click()
    assert len(listed_days(zoomed)) < len(zoomed.chart.series[0].points)


def test_the_table_of_a_whole_chart_says_nothing_about_a_range(card, store):
    card.show_chart(registry.price(store, "tungsten", Context(date(2026, 11, 24))), LIGHT)
    card.table_button.click()
    assert not card.figures.range_note.isVisible() and not card.figures.all_button.isVisible()


def test_a_range_without_figures_has_no_table_and_can_be_left(card, store, qtbot):
    spec = made.chart(made.series([1.0, 2.0]))
    card.show_chart(spec, LIGHT)
    qtbot.waitUntil(lambda: card.view.is_drawn)
    card.view.range.ask_for(range_of(spec.x, date(2020, 2, 1), date(2020, 4, 1)))
    card.table_button.click()
    assert card.table is None and card.figures.range_note.isVisible() and not card.view.isVisible()
    card.figures.all_button.click()
    assert card.table.records.rowCount() == 2
    card.table_button.click()
    assert card.table is None and card.view.isVisible()


def test_the_table_of_strips_names_their_measures(card, store):
    card.show_chart(registry.controls(store, "gallium", Context(date(2026, 11, 24), "CHN", "USA")), LIGHT)
    card.table_button.click()
    header = card.table.records.header
    names = {row[header.index("Measure")].text for row in card.table.records.rows}
    assert names == {row.label for row in card.chart.rows}
