"""The view of the map: it follows the state, works by mouse and keyboard, and agrees with the command."""

import json
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from explorer.charts.builders.map_choices import map_choices
from explorer.charts.builders.world_map import world_map
from explorer.charts.plot.view import PlotView
from explorer.charts.plot.world_shapes import place
from explorer.commands.support.map_record import as_dict
from explorer.data.supply.map_choice import MapChoice
from explorer.models.view_request import write
from explorer.ui.views.map.country_list import map_csv
from explorer.ui.widgets.file_saving import workbook

DAY = date(2026, 11, 24)


@pytest.fixture
def view(workspace, qtbot):
    workspace.state.set_context(day=DAY, origin="CHN", destination="DEU")
    workspace.state.set_metal("antimony")
    workspace.state.set_view("map")
    view = workspace.views.view("map")
    qtbot.waitUntil(lambda: bool(view.caption.text()) and view.card.view.is_drawn)
    return view


@pytest.fixture
def choose(workspace):
    def choose(**options):
        for name, value in options.items():
            workspace.state.set_option("map", name, value)

    return choose


@pytest.mark.parametrize("size", [(1300, 850), (1000, 700)])
def test_the_map_is_drawn_in_its_final_size_only(window, workspace, qtbot, monkeypatch, size):
    sizes, paint = [], PlotView.paintEvent

    def paint_and_note(plot_view, event):
        sizes.append(plot_view.size().toTuple())
        paint(plot_view, event)

    monkeypatch.setattr(PlotView, "paintEvent", paint_and_note)
    window.resize(*size)
    workspace.state.set_metal("cobalt")
    workspace.state.set_view("map")
    with qtbot.waitSignal(workspace.views.view("map").opened):
        pass
    qtbot.wait(200)
    assert len(set(sizes)) == 1


def plot(view):
    return view.card.view.plot


def at(view, longitude, latitude) -> QPoint:
    drawn = plot(view).plot
    return drawn.chart_shape.placed(drawn.frame).point(place(longitude, latitude)).toPoint()


def move(view, to: QPoint) -> None:
    widget = plot(view).viewport()
    none = Qt.MouseButton.NoButton
    where = QPointF(widget.mapToGlobal(to))
    keys = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QMouseEvent(QEvent.Type.MouseMove, QPointF(to), where, none, none, keys))


def listed(table) -> dict[str, tuple[str, ...]]:
    return {row[0].key: tuple(cell.text for cell in row) for row in table.records.rows}


def marked(table) -> str:
    return table.key_at(table.currentIndex()) if table.selectionModel().hasSelection() else ""


def test_it_follows_day_origin_destination_metal_and_theme(view, workspace, choose):
    state = workspace.state
    assert view.caption.text() == "Antimony: mine output by country, 2025 (default table)"
    state.set_metal("tungsten")
    assert (
        view.caption.text().startswith("Tungsten: mine output")
        and view.options.metal.currentText() == "Tungsten"
    )
    choose(show="controls")
    assert listed(view.list.statuses)["CHN"][1] == "licence, some forms"
    state.set_metal("gallium")
    state.set_context(destination="USA")
    assert "until 27 Nov 2026" in listed(view.list.statuses)["CHN"][1]
    state.set_context(day=date(2026, 11, 28))
    assert "until" not in listed(view.list.statuses)["CHN"][1] and "28 Nov 2026" in view.caption.text()
    state.set_context(origin="USA", destination="DEU")
    assert "CHN" in listed(view.list.statuses)  # each exporting country counts, whatever the origin
    light = view.card.view.grab().toImage()
    state.set_theme("dark")
    assert view.card.view.grab().toImage() != light


@pytest.mark.parametrize("show", ["output", "reserves", "suppliers", "controls"])
def test_the_list_the_csv_and_the_command_agree(view, workspace, store, show):
    view.options.shown[show].click()
    context = workspace.state.context
    chart = world_map(store, "antimony", context, show=show)
    record = as_dict(
        store, "antimony", context, chart, map_choices(store, "antimony", context, MapChoice(show))
    )
    countries = json.loads(json.dumps(record))["countries"]
    table = view.list.statuses if show == "controls" else view.list.figures
    assert table.isVisible() and list(listed(table)) == [c["country"] for c in countries]
    for country in countries:
        cells = listed(table)[country["country"]]
        if country["word"]:
            assert cells[1] == country["word"]
        if country["flag"] == "e":
            assert cells[3] == "estimated"
    assert map_csv(view.card.chart) == map_csv(chart)
    assert workbook(table).startswith(b"PK")


def test_stage_publisher_and_year_choose_the_table(view, workspace):
    box = view.options.boxes["publisher"]
    box.setCurrentIndex(box.findData("wmd"))
    box.activated.emit(box.currentIndex())
    assert view.caption.text() == "Antimony: mine output by country, 2024"
    assert listed(view.list.figures)["CHN"][1] == "46\u202f223 t"
    view.years.slider.setValue(view.years.slider.value() - 1)
    assert view.caption.text().endswith("2023") and view.years.year.text() == "2023"
    assert "publisher=wmd&year=2023" in write(workspace.state.as_request())
    stage = view.options.boxes["stage"]
    stage.activated.emit(stage.findData("mine"))
    assert workspace.state.options("map")["publisher"] == "" and view.caption.text().endswith("2025")


def test_play_goes_from_the_first_year_to_the_last(view, workspace, qtbot):
    first, *_, last = view.years.slider.minimum(), view.years.slider.maximum()
    view.years.play.click()
    assert view.years.slider.value() == first and view.years.play.text() == "Stop"
    qtbot.waitUntil(lambda: view.years.slider.value() > first, timeout=5_000)
    view.years.slider.setValue(last - 1)
    qtbot.waitUntil(lambda: not view.years.play.isChecked(), timeout=5_000)
    assert view.years.slider.value() == last and view.years.play.text() == "Play"


def test_play_stops_when_another_view_opens(view, workspace):
    view.years.play.click()
    workspace.state.set_view("today")
    assert not view.years.play.isChecked() and view.years.play.text() == "Play"


def test_the_pointer_on_the_map_marks_the_row_and_the_row_the_map(view):
    move(view, at(view, 108.9, 34.3))
    assert marked(view.list.figures) == "CHN" and view.card.view.point_label.isVisible()
    move(view, at(view, -30, 0))
    assert marked(view.list.figures) == "" and not view.card.view.point_label.isVisible()
    view.list.figures.entered.emit(view.list.figures.records.index(1, 0))
    drawn = plot(view)
    assert drawn.hits()[drawn.highlighted].point.country_id == "RUS"
    QApplication.sendEvent(view.list.figures.viewport(), QEvent(QEvent.Type.Leave))
    assert drawn.highlighted is None


def test_a_country_without_a_figure_is_named_under_the_pointer(view, choose):
    move(view, at(view, -47.9, -15.8))
    assert QToolTip.text() == "Brazil: not named by the publisher"
    choose(show="controls")
    move(view, at(view, -30, 0))
    move(view, at(view, -47.9, -15.8))
    assert QToolTip.text() == "Brazil: no measure on file"
    move(view, at(view, -30, 0))
    move(view, at(view, 2.4, 47.0))
    assert "from France to Germany do not leave the European Union" in QToolTip.text()


def test_the_measures_of_a_country_are_those_behind_its_status(view, workspace, choose):
    """China controls forms of rhenium only; France exports nothing to Germany, whatever the Union controls."""
    workspace.state.set_metal("rhenium")
    choose(show="controls")
    assert listed(view.list.statuses)["CHN"][1].startswith("some forms controlled")
    choose(country="CHN")
    assert "for special forms" in view.list.rows.records.rows[0][2].text
    choose(country="FRA")
    assert not view.list.rows.isVisible() and "are not exports" in view.list.nothing.text()
    choose(country="BRA")
    assert view.list.nothing.text() == (
        "No measure on exports to Germany is on file for this country; some may exist."
    )


def test_a_click_shows_one_country_and_escape_all_again(view, workspace):
    QTest.mouseClick(plot(view).viewport(), Qt.MouseButton.LeftButton, pos=at(view, -64.0, -17.0))
    assert workspace.state.options("map")["country"] == "BOL"
    assert view.list.heading.text() == "Bolivia" and view.list.rows.isVisible()
    rows = view.list.rows.records.rows
    assert rows[0][1].text == "2025" and rows[0][2].text == "5000 t\n4.5\u202f% of the total\nestimated"
    assert not view.list.figures.isVisible() and "country=BOL" in write(workspace.state.as_request())
    QTest.keyClick(view.card.view, Qt.Key.Key_Escape)
    assert workspace.state.options("map")["country"] == "" and view.list.figures.isVisible()


def test_a_country_without_anything_says_so(view, choose):
    choose(country="DEU")
    assert view.list.nothing.isVisible() and not view.list.rows.isVisible()
    assert "Nothing is on file" in view.list.nothing.text()
    view.list.back.click()
    assert view.list.figures.isVisible() and not view.list.nothing.isVisible()


def test_the_keys_go_over_the_countries_and_choose_one(view, workspace):
    view.focus_content()
    QTest.keyClick(view.card.view, Qt.Key.Key_Home)
    assert marked(view.list.figures) == "CHN"
    QTest.keyClick(view.card.view, Qt.Key.Key_Right)
    assert marked(view.list.figures) == "RUS"
    QTest.keyClick(view.card.view, Qt.Key.Key_Return)
    assert workspace.state.options("map")["country"] == "RUS"


def test_enter_on_a_row_chooses_its_country(view, workspace):
    table = view.list.figures
    table.setCurrentIndex(table.records.index(2, 0))
    drawn = plot(view)
    assert drawn.hits()[drawn.highlighted].point.country_id == "TJK"
    table.activated.emit(table.currentIndex())
    assert workspace.state.options("map")["country"] == "TJK"


def test_without_a_table_there_is_a_reason_and_a_way_to_the_default(view, choose):
    choose(year="1850")
    assert "has this stage, form, publisher and year" in view.card.reason.text() and not view.list.isVisible()
    assert not view.years.isVisible() and view.reset.isVisible()
    view.reset.click()
    assert view.card.has_chart and view.list.isVisible() and not view.reset.isVisible()


def test_suppliers_need_a_destination(view, workspace, choose):
    workspace.state.set_context(destination="ALL")
    choose(show="suppliers")
    assert "Choose a destination" in view.card.reason.text() and view.destination.isVisible()
    workspace.state.set_context(destination="DEU")
    assert "BOL" in listed(view.list.figures) and not view.destination.isVisible()


def test_each_country_is_spoken_with_figure_share_and_flag(view):
    shape = plot(view).shape
    assert shape.spoken(0, 0) == "China: 40\u202f000 t, 36\u202f% of the total, estimated"


def test_the_chart_can_be_exported(view, qtbot):
    with qtbot.waitSignal(view.exportRequested) as signal:
        view.card.export_button.click()
    assert signal.args[0].kind == "map"


def test_another_year_stays_with_the_publisher_shown(view, workspace):
    """MCS 2026 has 2025 first; the years before it are also on file from World Mining Data, as a full table."""
    view.years.slider.setValue(view.years.slider.minimum())
    options = workspace.state.options("map")
    assert (options["stage"], options["publisher"]) == ("mine", "usgs")
    assert "USGS Mineral Commodity Summaries" in view.card.subtitle.text()
    assert view.options.boxes["publisher"].currentData() == "usgs"


def test_suppliers_have_their_shares_of_tonnage_and_of_value(view, choose):
    """HS 261710 in 2024: Bolivia has 92.2 % of the tonnes and 248.276 of 294.776 thousand USD."""
    choose(show="suppliers")
    assert listed(view.list.figures)["BOL"][2] == "92\u202f% of tonnage\n84\u202f% of value"


@pytest.mark.parametrize(("size", "is_below"), [((1300, 1300), True), ((1440, 900), False)])
def test_in_a_square_window_the_list_is_below_the_map(view, window, qtbot, size, is_below):
    window.resize(*size)
    assert view.list.isVisible()

    def is_placed() -> bool:
        card, listed = (part.mapTo(view, QPoint()) for part in (view.card, view.list))
        return (listed.y() > card.y()) is is_below and (listed.x() > card.x()) is not is_below

    qtbot.waitUntil(is_placed)
