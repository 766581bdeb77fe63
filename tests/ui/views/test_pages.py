"""The tabs on the real data: what they show, count and draw, at any size."""

import re
from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QApplication, QComboBox, QLabel

from explorer.charts.spec import Missing
from explorer.data.supply.dependence import dependence_text, import_dependence
from explorer.data.supply.key_figures import key_figures
from explorer.models.state import TABS
from explorer.ui.cards.chart_card import ChartCard
from explorer.ui.cards.figure_card import FigureCard
from explorer.ui.views.metals.tabs import overview
from explorer.ui.widgets.choice_box import ChoiceBox
from explorer.ui.widgets.table_texts import PAD_X
from explorer.ui.widgets.table_view import TableView
from tests.ui.finding import by_name


@pytest.mark.parametrize("tab", TABS)
@pytest.mark.parametrize("metal", ["gallium", "holmium", "cesium", "helium", "rare-earths"])
def test_every_tab_opens_for_rich_and_poor_data(workspace, tab, metal):
    workspace.state.set_metal(metal)
    workspace.state.set_tab(tab)
    page = workspace.detail.page(tab)
    assert page.isVisible()
    assert [w.text() for w in page.findChildren(QLabel) if w.isVisible() and w.text()]


@pytest.mark.parametrize("tab", TABS)
def test_no_page_grows_wider_than_a_narrow_window_by_another_theme(window, workspace, tab, qtbot):
    window.resize(920, 676)
    workspace.state.set_tab(tab)
    for name in ("dark", "light"):
        workspace.state.set_theme(name)
        page = workspace.detail.page(tab)
        qtbot.waitUntil(lambda page=page: page.widget().width() <= page.viewport().width())


@pytest.mark.parametrize("tab", ["uses", "controls", "supply", "prices"])
@pytest.mark.parametrize("metal", ["gallium", "antimony"])
def test_no_table_cuts_a_word_in_a_narrow_window(window, workspace, tab, metal):
    window.resize(920, 700)
    workspace.state.set_metal(metal)
    workspace.state.set_tab(tab)
    tables = [t for t in workspace.detail.page(tab).findChildren(TableView) if t.isVisible()]
    cut = [
        (table.accessibleName(), word)
        for table in tables
        for column in range(table.records.columnCount())
        if not table.isColumnHidden(column)
        for row in range(table.records.rowCount())
        for word in re.split(r"[\s/-]", str(table.records.index(row, column).data()))
        if table.fontMetrics().horizontalAdvance(word) > table.columnWidth(column) - 2 * PAD_X
    ]
    assert tables and not cut


def test_another_table_is_drawn_once_and_with_a_year_of_its_own(workspace, monkeypatch):
    workspace.state.set_metal("antimony")
    workspace.state.set_tab("supply")
    page = workspace.detail.page("supply")
    shown = []
    monkeypatch.setattr(ChartCard, "show_chart", lambda card, chart, _dark: shown.append(chart))
    table = by_name(page, QComboBox, "Publisher, stage and form")
    table.setCurrentIndex(table.currentIndex() + 1)
    assert [c.kind for c in shown] == ["production"]
    assert not isinstance(shown[0], Missing)
    shown.clear()
    years = by_name(page, QComboBox, "Publisher, stage and form over the years")
    years.setCurrentIndex(years.currentIndex() + 1)
    assert [c.kind for c in shown] == ["production-years", "concentration"]
    shown.clear()
    by_name(page, QComboBox, "Year").setCurrentIndex(1)
    assert [c.kind for c in shown] == ["production"]


def test_a_choice_stays_until_another_metal_is_shown(workspace):
    workspace.state.set_metal("tungsten")
    workspace.state.set_tab("prices")
    page = workspace.detail.page("prices")
    series = next(b for b in page.findChildren(ChoiceBox) if b.accessibleName() == "Series")
    default, other = series.itemData(0), series.itemData(series.count() - 1)
    series.choose(series.count() - 1)
    workspace.state.set_theme("dark")
    workspace.state.set_context(day=date(2025, 3, 1), destination="JPN")
    assert series.currentData() == other != default
    workspace.state.set_metal("antimony")
    workspace.state.set_metal("tungsten")
    assert series.currentData() == default


def test_a_default_follows_the_destination(workspace):
    workspace.state.set_context(destination="USA")
    workspace.state.set_metal("antimony")
    workspace.state.set_tab("trade")
    reliance = by_name(workspace.detail.page("trade"), ChoiceBox, "Importer and form")
    before = reliance.currentText()
    workspace.state.set_context(destination="DEU")
    assert reliance.currentText() != before


STATISTICS = ("USGS", "World Mining Data", "BGS", "Geological")


@pytest.mark.parametrize(
    ("metal_id", "price"),
    [
        ("gallium", "U.S. Census Bureau"),
        ("germanium", "U.S. Census Bureau"),
        ("antimony", "U.S. Census Bureau"),
        ("tungsten", "doheecho/market-forecast"),
    ],
)
def test_every_figure_of_the_overview_names_its_source(workspace, metal_id, price):
    workspace.state.set_metal(metal_id)
    cards = workspace.detail.page("overview").findChildren(FigureCard)
    of_prices = ((price,),) * 3
    for card, publishers in zip(cards, (*(STATISTICS,) * 3, *of_prices), strict=True):
        if card.figure.text() != "–":
            assert any(word in card.source.text() for word in publishers), card.source.text()
            assert "World Mining Data, World" not in card.source.text()
            assert "<" not in card.accessibleDescription()
    assert cards[3].figure.text() != "–"


def texts_of(widget):
    """Return all texts of a card: its labels, its tooltip and its texts for screen readers."""
    labels = [label.text() for label in widget.findChildren(QLabel)]
    return " ".join((*labels, widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()))


def test_the_tooltips_of_the_figures_explain_their_terms(workspace):
    workspace.state.set_metal("gallium")
    workspace.state.set_context(day=date(2026, 10, 8), destination="USA")
    tips = "\n".join(
        QTextDocumentFragment.fromHtml(card.toolTip()).toPlainText()
        for card in workspace.detail.page("overview").findChildren(FigureCard)
    )
    for name in (
        "Primary output",
        "Net import reliance",
        "Unit value",
        "Supply concentration (HHI)",
        "Estimated",
    ):
        assert f"{name}: " in tips


@pytest.mark.parametrize("metal_id", ["gallium", "graphite"])
def test_a_unit_value_is_never_called_a_price(workspace, qtbot, metal_id):
    workspace.state.set_metal(metal_id)
    overview = workspace.detail.page("overview")
    card = overview.findChildren(FigureCard)[3]
    assert card.caption.text() == "Unit value"
    assert "price" not in texts_of(card).lower().replace("it is not a market price", "")
    workspace.state.set_tab("prices")
    qtbot.waitUntil(lambda: workspace.detail.page("prices").chart_cards[0].has_chart)
    for shown in (overview.chart_cards[0], workspace.detail.page("prices").chart_cards[0]):
        spec = shown.view.spec()
        assert spec.title.endswith(": unit value and control dates") and spec.y.label == "Unit value"
        assert shown.heading.text() == "Unit value and control dates"
        assert "price" not in f"{spec.title} {spec.subtitle} {spec.y.label}".lower()


def test_a_figure_below_a_bound_is_not_read_as_markup(workspace, monkeypatch):
    """Less than 25 begins with the sign that opens a tag."""

    def below(*arguments):
        figures = key_figures(*arguments)
        row = replace(figures.dependence.reliance, qualifier="<", net_import_reliance_pct=25.0)
        return replace(figures, dependence=replace(figures.dependence, reliance=row))

    monkeypatch.setattr(overview, "key_figures", below)
    workspace.state.set_metal("tungsten")
    card = workspace.detail.page("overview").findChildren(FigureCard)[1]
    assert " ".join(card.accessibleDescription().split()).startswith("< 25 %, ")


def test_an_amount_is_shown_where_no_share_can_be_taken(workspace):
    workspace.state.set_metal("yttrium")
    card = workspace.detail.page("overview").findChildren(FigureCard)[0]
    assert card.caption.text() == "World total, mine output"
    assert " ".join(card.accessibleDescription().split()).startswith("10 000 to 15 000 t, 2025. ")


def test_the_dependence_card_shows_the_destinations_own_figure(workspace, store):
    """Of barite, which is under no licence or ban."""
    workspace.state.set_metal("barite")
    workspace.state.set_context(destination="DEU")
    page = workspace.detail.page("overview")
    card = page.findChildren(FigureCard)[1]
    words = dependence_text(store, import_dependence(store, "barite", "DEU"))
    assert card.caption.text() == words.label and words.qualification == card.also.text()
    assert card.accessibleDescription().startswith("8.9") and words.comparison in card.source.text()
    assert " ".join(words.notes) in [x.text() for x in page.findChildren(QLabel) if x.isVisibleTo(page)]
    assert not page.exposure.isVisibleTo(page)
    workspace.state.set_metal("gallium")
    assert card.caption.text() == "EU net import reliance"
    assert card.accessibleDescription().split(".")[0].endswith(", 2017")
    assert card.remark.text() == "This figure is for the European Union; none is on file for Germany"
    workspace.state.set_context(destination="USA")
    assert not card.remark.isVisibleTo(page) and not card.also.isVisibleTo(page)


@pytest.mark.parametrize("metal", ["gallium", "antimony", "helium", "cesium"])
@pytest.mark.parametrize("tab", [t for t in TABS if t != "sources"])
def test_no_card_repeats_the_name_of_the_metal(workspace, metal, tab):
    workspace.state.set_metal(metal)
    workspace.state.set_context(destination="USA")
    workspace.state.set_tab(tab)
    page = workspace.detail.page(tab)
    page.refresh()
    name = workspace.shared.metal.name_en
    for card in (c for c in page.chart_cards if c.isVisibleTo(page)):
        assert card.heading.text() and name not in card.heading.text()
        assert card.view.spec().title.startswith(f"{name}: ")


def test_a_chart_of_the_group_names_the_group(workspace):
    workspace.state.set_metal("neodymium")
    workspace.state.set_tab("supply")
    page = workspace.detail.page("supply")
    page.refresh()
    assert page.chart_cards[0].heading.text().startswith("Rare earths (includes neodymium): ")


def test_the_overview_names_the_producers(workspace):
    workspace.state.set_metal("antimony")
    page = workspace.detail.page("overview")
    page.refresh()
    (card,) = [c for c in page.chart_cards if c.heading.text() == "Who produces"]
    bars = card.view.spec().series[0].points
    assert [p.label for p in bars[:3]] == ["China", "Russia", "Tajikistan"] and len(bars) == 5
    assert card.subtitle.text().startswith("Mine output by country, 2025 · t · ")


def test_a_change_of_the_price_has_an_arrow_and_no_colour(workspace):
    workspace.state.set_metal("tungsten")
    card = workspace.detail.page("overview").findChildren(FigureCard)[3]
    assert card.also.text().startswith("▲\u202f182") and "color" not in card.figure.text()
    assert card.also.property("role") == "body"
    assert "+182" in card.accessibleDescription() and "▲" not in card.accessibleDescription()


@pytest.mark.parametrize(
    ("place", "figure"),
    [(0, "79 %, 2025. "), (2, "> 6230 of 10 000, 2025. "), (3, "680 000 CNY/t, 15 Sep 2026. ")],
)
def test_a_figure_has_its_unit_and_its_date(workspace, place, figure):
    workspace.state.set_metal("tungsten")
    card = workspace.detail.page("overview").findChildren(FigureCard)[place]
    plain = " ".join(card.accessibleDescription().replace("\u2060", "").split())
    assert plain.startswith(figure) and not any(c.isdigit() for c in card.caption.text())


@pytest.mark.parametrize("tab", ["overview", "prices"])
def test_volatility_and_percentile_are_beside_the_price_with_what_they_are_of(workspace, tab):
    """Worked out from the rows of tests/edition/prices.csv; see tests/data/supply/test_price_statistics.py."""
    workspace.state.set_metal("germanium")
    workspace.state.set_context(day=date(2026, 11, 24), destination="USA")
    workspace.state.set_tab(tab)
    price, volatility, percentile = workspace.detail.page(tab).findChildren(FigureCard)[-3:]
    assert price.caption.text() == "Unit value"
    assert volatility.caption.text() == "Unit value volatility, 12 months"
    assert (
        volatility.accessibleDescription()
        .replace("\u202f", " ")
        .startswith("119 % a year. 12 monthly changes, Jul 2025 to Jul 2026. ")
    )
    assert percentile.caption.text() == "Unit value percentile, 5 years"
    assert "98 % of 42 months" in percentile.accessibleDescription().replace("\u202f", " ")
    assert "1 of 42 figures: outlier" in percentile.source.text()
    for card in (volatility, percentile):
        assert "Germanium, unwrought, average unit value of US imports" in card.source.text()
    workspace.state.set_metal("holmium")
    assert volatility.figure.text() == percentile.figure.text() == "–"
    assert volatility.source.text().startswith("too few points: 0 monthly changes, 10 needed")


def test_an_old_price_gives_its_age(workspace):
    workspace.state.set_metal("tungsten")
    card = workspace.detail.page("overview").findChildren(FigureCard)[3]
    assert " old" not in card.accessibleDescription()
    workspace.state.set_context(day=date(2029, 1, 15))
    assert "Latest price: 15 Sep 2026, 2 years 4 months old" in card.accessibleDescription()
    assert "Latest price: 15 Sep 2026, 2 years 4 months old" in card.remark.text()


def test_a_price_is_called_a_price(workspace):
    workspace.state.set_metal("tungsten")
    card = workspace.detail.page("overview").findChildren(FigureCard)[3]
    assert card.caption.text() == "Price" and "unit value" not in texts_of(card).lower()


def test_the_scroll_bar_of_a_page_does_not_change_its_width(window, workspace):
    """Where the bar came and went, the page grew and shrank without end at this size, until the stack was full."""
    workspace.state.set_context(origin="EUU")
    workspace.state.set_metal("bismuth")
    workspace.state.set_tab("controls")
    window.resize(991, 684)
    QApplication.processEvents()
    window.open_link("minor-metals:beryllium?from=CHN&tab=controls")
    QApplication.processEvents()
    assert (workspace.state.metal_id, workspace.state.context.origin) == ("beryllium", "CHN")
    page = workspace.detail.page("controls")
    assert page.verticalScrollBar().isVisible()
    assert page.verticalScrollBar().isEnabled() is (page.verticalScrollBar().maximum() > 0)
