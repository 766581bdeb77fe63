"""A link opens a chart as it was when the link was copied."""

import pytest
from PySide6.QtWidgets import QApplication

from explorer import paths
from explorer.charts.zoom import Range
from explorer.data.user.records import SeriesFacts, UserPoint
from explorer.ui.widgets.choice_box import ChoiceBox
from tests.ui.finding import by_name, by_text

SERIES = ("wolframite-55-china-zhangyuan-contract", "tungsten-oxide-china-daily")
LINKS = [
    "minor-metals:tungsten?tab=prices&on=2026-11-24&from=CHN&to=USA&chart=price"
    f"&series={SERIES[0]}&second={SERIES[1]}&scale=index&scale=log&since=2024-02-01&until=2025-06-30"
    f"&hide={SERIES[1]}",
    "minor-metals:antimony?tab=supply&on=2026-11-24&from=CHN&to=USA&chart=production-years&shape=stacked"
    "&since=2018-01-01&until=2022-12-31&hide=CHN",
    "minor-metals:antimony?tab=supply&on=2026-11-24&from=CHN&to=USA",
]


def copied(workspace):
    workspace.copy_link()
    return QApplication.clipboard().text()


def card_of(workspace, kind):
    return next(c for c in workspace.detail.page(workspace.state.tab).chart_cards if c.kind == kind)


@pytest.mark.parametrize("link", LINKS)
def test_a_link_that_is_followed_is_the_one_that_is_copied(workspace, qtbot, link):
    workspace.follow(link)
    qtbot.waitUntil(lambda: copied(workspace) == link)
    assert not workspace.banner.isVisible()


POINTS = [UserPoint(f"2025-{month:02d}-15", 500.0 + month) for month in range(1, 13)]


@pytest.fixture
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv(paths.USER_DATA_VARIABLE, str(tmp_path / "home"))


@pytest.fixture
def own_prices(own_folder, workspace, qtbot):
    """The Prices tab of gallium with a series of the user, and the id of the series."""
    workspace.state.set_tab("prices")
    page = workspace.detail.page("prices")
    qtbot.waitUntil(page.isVisible)
    facts = SeriesFacts("gallium", "Spot", "USD/kg", "USD", "monthly", "a.csv")
    return page, workspace.shared.own.add(facts, POINTS).series_id


def test_a_link_names_no_series_that_is_hidden_in_another_chart_only(own_prices, workspace):
    page, series_id = own_prices
    page.chart_cards[0].series.hide_one(series_id)
    assert f"hide={series_id}" in copied(workspace)
    by_text(page, "Your series").click()
    assert "hide" not in copied(workspace)


def test_a_link_names_no_chosen_series_that_was_removed(own_prices, workspace):
    page, series_id = own_prices
    box = by_name(page.chart_cards[0], ChoiceBox, "Series")
    box.choose(box.findData(series_id))
    assert f"series={series_id}" in copied(workspace)
    workspace.shared.own.remove(series_id)
    assert "series" not in copied(workspace)


def test_a_link_shows_range_series_and_scale(workspace, qtbot):
    workspace.follow(LINKS[0])
    qtbot.waitUntil(lambda: workspace.detail.page("prices").chart_cards[0].view.is_drawn)
    card = card_of(workspace, "price")
    spec = card.view.spec()
    assert spec.y.scale == "log" and [s.key for s in spec.series] == [SERIES[0]]
    workspace.follow(LINKS[1])
    card = card_of(workspace, "production-years")
    qtbot.waitUntil(lambda: card.view.is_drawn)
    assert card.view.range.shown == Range(2017.5, 2022.5) and card.view.spec().shape == "areas"
    assert "CHN" not in [s.key for s in card.view.spec().series]


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        ("chart=production-years&hide=XXX", "The chart in the link has no “XXX”."),
        ("chart=production-years&shape=cake", "The chart in the link has no “cake”."),
        ("chart=reserves&since=2020-01-01", "The chart in the link has no range of dates to choose."),
        ("chart=pie", "This tab has no chart “pie”."),
    ],
)
def test_what_the_chart_does_not_have_is_reported(workspace, qtbot, part, sentence):
    workspace.follow(f"minor-metals:antimony?tab=supply&{part}")
    qtbot.waitUntil(lambda: workspace.banner.isVisible())
    assert workspace.banner.sentence == sentence
