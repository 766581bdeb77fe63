"""The destination's own suppliers in the window: the cards of Overview, Supply and Trade, and the order of the list."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel

from explorer.charts.spec import ChartSpec
from explorer.data.supply.buyers import CREDIT
from explorer.ui.cards.figure_card import FigureCard
from explorer.ui.views.metals.list_pane import MetalListPane

DAY = date(2026, 11, 27)


@pytest.fixture
def show(workspace):
    """Open a tab of a metal for a destination and return its page."""

    def open_tab(metal: str, tab: str, destination: str, origin: str = "CHN"):
        workspace.state.set_metal(metal)
        workspace.state.set_context(day=DAY, origin=origin, destination=destination)
        workspace.state.set_tab(tab)
        return workspace.detail.page(tab)

    return open_tab


def texts(widget) -> str:
    """Return the visible texts of a card, with plain spaces."""
    labels = [x.text() for x in widget.findChildren(QLabel) if x.isVisibleTo(widget)]
    return " ".join(labels).replace("\u202f", " ").replace("\xa0", " ")


def column(table, place: int) -> list[str]:
    records = table.records
    return [records.index(i, place).data().replace("\u202f", " ") for i in range(records.rowCount())]


def test_supply_shows_the_suppliers_of_the_destination(show):
    page = show("rare-earths", "supply", "DEU")
    card = page.suppliers
    assert card.isVisibleTo(page) and card.heading.text() == "Suppliers to Germany"
    assert card.code == "280530"
    assert column(card.table, 0) == ["China", "Austria", "France", "Other suppliers"]
    assert column(card.table, 2) == ["89 %", "7.8 %", "1.7 %", "1.4 %"]
    assert column(card.table, 4)[0] == "75 %" and set(column(card.table, 5)) == {"preliminary"}
    found = texts(card)
    for text in (
        "HS 280530 (1992): Earth-metals, rare",
        "Scope: this material only.",
        "Figures for 2024 are preliminary; CEPII may revise them substantially.",
        "8008 of 10 000",
        "12 877 USD/t; world trade 11 540 USD/t (not a price)",
        "With Hong Kong (upper reading)",
        "HS 850511, permanent magnets, is not in the trade data",
        CREDIT,
    ):
        assert text in found


def test_another_heading_and_year_change_table_and_chart(show):
    page = show("rare-earths", "supply", "DEU")
    card, chart = page.suppliers, page.chart_cards[-1]
    assert isinstance(chart.view.spec(), ChartSpec) and "HS 280530" in chart.view.spec().subtitle
    card.heading_choice.setCurrentIndex(card.heading_choice.findData("284690"))
    assert "HS 284690" in chart.view.spec().subtitle
    card.year_choice.setCurrentIndex(card.year_choice.findData("2023"))
    assert card.year_choice.currentText() == "2023 (outlier)"
    assert "60 % of the quantity at an implausible unit value" in texts(card)
    assert "outlier" in column(card.table, 5)


def test_a_thin_record_is_marked(show):
    card = show("bismuth", "supply", "EUU").suppliers
    assert card.year_choice.currentText() == "2024 (thin record, preliminary)"
    assert "Not ranked or compared over time: thin record of Netherlands" in texts(card)


def test_an_origin_that_is_not_named_is_not_zero(show):
    found = texts(show("graphite", "supply", "DEU", "AUS").suppliers)
    assert "The named suppliers do not include Australia; its share is not on file." in found
    assert "With Hong Kong" not in found


def test_a_metal_that_is_not_covered_says_so_with_the_reason(show):
    page = show("gallium", "supply", "DEU")
    card = page.suppliers
    found = texts(card)
    assert (
        "No supplier figures are on file for gallium" in found
        and "HS 811291, unwrought, is not shown" in found
    )
    assert not card.table.isVisibleTo(card) and not page.chart_cards[-1].isVisibleTo(page)


def test_all_destinations_ask_for_one_and_offer_it(show, workspace):
    page = show("cobalt", "supply", "ALL")
    card = page.suppliers
    assert "Choose a destination" in texts(card)
    choice = card.destination_choice
    assert choice.isVisibleTo(card) and choice.accessibleName() == "Choose a destination"
    names = [choice.itemText(i) for i in range(1, choice.count())]
    assert names == ["Germany", "Japan", "the European Union", "the United States"]
    choice.setCurrentIndex(choice.findData("JPN"))
    choice.activated.emit(choice.currentIndex())
    assert workspace.state.context.destination == "JPN"
    assert card.heading.text() == "Suppliers to Japan" and card.has_tables
    assert not choice.isVisibleTo(card)


def test_the_origin_itself_has_no_suppliers(show):
    card = show("cobalt", "supply", "CHN").suppliers
    assert "are not exports" in texts(card) and not card.has_tables


def test_military_users_show_their_country_with_a_note(show):
    card = show("bismuth", "supply", "USA-MIL").suppliers
    assert card.heading.text() == "Suppliers to the United States"
    assert "The figures are for all imports by the United States" in texts(card)


def test_trade_has_the_suppliers_above_and_the_survey_below(show):
    page = show("graphite", "trade", "USA")
    titles = [c.view.spec().title for c in page.chart_cards[:4]]
    assert titles[:3] == [
        "Graphite (natural): suppliers to the United States, 2024",
        "Graphite (natural): share of China in imports by the United States",
        "Graphite (natural): net import reliance of the United States",
    ]
    assert titles[3].startswith("Graphite (natural): import sources")
    assert any("do not add them up" in x.text() for x in page.findChildren(QLabel))


def test_the_survey_stays_where_the_destination_has_suppliers(show):
    page = show("graphite", "trade", "DEU")
    assert page.chart_cards[0].view.spec().title == "Graphite (natural): suppliers to Germany, 2024"
    assert page.chart_cards[2].view.spec().title.startswith("Graphite (natural): net import reliance of")
    show("graphite", "trade", "ALL")
    assert page.destination_choice.isVisibleTo(page) and not page.chart_cards[0].has_chart
    assert not page.chart_cards[1].isVisibleTo(page) and page.chart_cards[2].has_chart


def test_the_overview_has_the_exposure_with_a_link_to_supply(show, workspace):
    page = show("rare-earths", "overview", "DEU")
    card = page.exposure
    assert card.isVisibleTo(page)
    assert card.heading.text().replace("\u202f", " ") == (
        "Imports by Germany: 89 % from China (rare earths, metals, 2024)"
    )
    found = texts(card)
    assert "89 % of tonnage, 75 % of value." in found and "preliminary" in found and CREDIT in found
    assert "Covered in part by Announcement 18 of 2025 (licence)." in card.accessibleDescription()
    # The customs figures are on this card only; the second figure is the published reliance.
    assert "net import reliance" in page.findChildren(FigureCard)[1].caption.text()
    card.link.click()
    assert workspace.state.tab == "supply"


def test_the_overview_says_what_the_trade_data_do_not_cover(show):
    page = show("gallium", "overview", "DEU")
    found = texts(page)
    assert found.count("The trade data do not cover") == 1
    assert "0 %" not in texts(page.exposure)
    assert not page.exposure.link.isVisibleTo(page)


def test_the_overview_asks_for_a_destination(show):
    page = show("gallium", "overview", "ALL")
    assert page.exposure.destination_choice.isVisibleTo(page)
    assert "Choose a destination" in texts(page.exposure)


def test_the_list_is_sorted_by_exposure_and_reads_imports_only_then(show, workspace, monkeypatch):
    show("gallium", "overview", "DEU")
    pane = workspace.findChild(MetalListPane)
    assert not pane.order_note.isVisibleTo(pane)
    pane.sort.setCurrentIndex(pane.sort.findData("exposure"))
    assert pane.sort.currentText() == "Most exposed to what is controlled today"
    model = pane.model
    assert [model.index(i, 0).data(model.MetalIdRole) for i in range(3)] == [
        "rare-earths",
        "bismuth",
        "graphite",
    ]
    assert pane.order_note.text().startswith("15 metals are under a licence or ban to Germany.")
    workspace.state.set_context(destination="JPN")
    assert model.index(0, 0).data(model.MetalIdRole) == "graphite"  # 83.79 % by tonnage
    workspace.state.set_context(destination="ALL")
    assert pane.order_note.text() == "Choose a destination: the figures are by importing country."
    pane.sort.setCurrentIndex(0)
    assert not pane.order_note.isVisibleTo(pane)
