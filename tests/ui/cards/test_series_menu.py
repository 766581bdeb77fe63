"""The menu that hides the series of a chart: chart, table, reading and export follow, and the command repeats it."""

import shlex
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from explorer.charts.builders import registry
from explorer.charts.output.options import ExportOptions, command
from explorer.charts.output.render import render
from explorer.charts.spec import day_number
from explorer.charts.zoom import Range
from explorer.cli import main
from explorer.data.context import Context
from explorer.palette import LIGHT
from explorer.ui.cards.chart_card import ChartCard

TODAY = Context(date(2026, 11, 24), "CHN", "USA")
SERIES = ("wolframite-55-china-zhangyuan-contract", "tungsten-oxide-china-daily")


@pytest.fixture
def card(qtbot):
    card = ChartCard()
    qtbot.addWidget(card)
    card.resize(900, 700)
    card.show()
    return card


@pytest.fixture
def years(card, store, qtbot):
    """The card with output by year: the world and five countries."""
    card.show_chart(registry.production_years(store, "antimony", TODAY), LIGHT)
    qtbot.waitUntil(lambda: card.view.is_drawn)
    return card


def entries(card):
    return {a.text(): a for a in card.series.list.actions() if a.isCheckable()}


def test_the_menu_lists_the_series(years):
    spec = years.chart
    assert list(entries(years)) == [s.name for s in spec.series] and years.series.isVisible()
    assert all(a.isChecked() for a in entries(years).values())


def test_what_is_shown_follows(years, qtbot):
    before = years.view.spec()
    colours = {s.name: years.view.plot.shape.colour(i, LIGHT) for i, s in enumerate(before.series)}
    for name in ("World", "China"):
        entries(years)[name].setChecked(False)
    qtbot.waitUntil(lambda: years.view.is_drawn)
    after = years.view.spec()
    shown = [s.name for s in before.series if s.name not in ("World", "China")]
    assert [s.name for s in after.series] == shown and after.y.high < before.y.high
    assert [years.view.plot.shape.colour(i, LIGHT) for i in range(len(shown))] == [colours[n] for n in shown]
    assert "Hidden: World; China." in years.view.texts.notes.text()
    assert "Hidden: World; China." in years.view.accessibleDescription()
    assert years.series.text() == f"Series: {len(shown)} of {len(shown) + 2}"
    hit = years.view.plot.hits()[0]
    reading = years.view.plot.shape.reading(hit.series, hit.index)
    assert not {"World", "China"} & {e.name for e in reading.entries}


def test_the_table_names_what_is_hidden(years):
    entries(years)["World"].setChecked(False)
    assert not years.figures.hidden.isVisible()
    years.table_button.click()
    table = years.table.records
    assert "World" not in {table.index(i, 0).data() for i in range(table.rowCount())}
    assert years.figures.hidden.isVisible() and years.figures.hidden.text() == "Hidden: World."
    years.series.show_all()
    table = years.table.records
    assert "World" in {table.index(i, 0).data() for i in range(table.rowCount())}
    assert not years.figures.hidden.isVisible()


def test_one_series_stays(years):
    *others, last = entries(years).values()
    for action in others:
        action.setChecked(False)
    assert last.isChecked() and not last.isEnabled()
    years.series.hide_series(tuple(s.choice.key for s in years.chart.series))
    assert len(years.view.spec().series) == 1


def test_the_menu_works_by_keyboard_and_stays_open(years, qtbot):
    years.series.setFocus()
    assert years.series.hasFocus()
    menu = years.series.list
    menu.popup(years.series.mapToGlobal(QPoint(0, 20)))
    qtbot.waitUntil(menu.isVisible)
    first, second, *_ = entries(years).values()
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Space)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert menu.isVisible() and not first.isChecked() and not second.isChecked()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(first).center())
    assert menu.isVisible() and first.isChecked()
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()


def test_what_is_hidden_stays_for_another_day_and_not_for_another_metal(years, store):
    entries(years)["World"].setChecked(False)
    later = Context(date(2026, 11, 25), "CHN", "DEU")
    years.show_chart(registry.production_years(store, "antimony", later), LIGHT)
    assert years.series.hidden == ("WLD",) and years.view.spec().hidden
    years.show_chart(registry.production_years(store, "gallium", later), LIGHT)
    assert years.series.hidden == () and not years.view.spec().hidden
    years.show_chart(registry.uses(store, "gallium", later), LIGHT)
    assert not years.series.isVisible()


def test_range_and_span_stay_when_a_series_is_hidden(years, qtbot):
    years.view.range.set_range(Range(2014.5, 2022.5))
    years.view.plot.set_span(Range(2015.0, 2021.0))
    entries(years)["World"].setChecked(False)
    qtbot.waitUntil(lambda: years.view.is_drawn)
    assert years.view.range.shown == Range(2014.5, 2022.5)
    assert years.view.range.span == Range(2015.0, 2021.0)


@pytest.mark.parametrize("form", ["png", "svg", "csv"])
def test_the_command_writes_what_the_window_shows(card, store, qtbot, tmp_path, form, capsys):
    """Two series on a log scale, one of them hidden, a part of the time and a measured span."""
    chart = registry.price(store, "tungsten", TODAY, SERIES, log=True, index=True)
    card.show_chart(chart, LIGHT)
    qtbot.waitUntil(lambda: card.view.is_drawn)
    card.series.hide_series((SERIES[0],))
    qtbot.waitUntil(lambda: card.view.is_drawn)
    first = day_number(date(2024, 1, 1))
    card.view.range.set_range(Range(first + 0.3, first + 700.6))
    card.view.plot.set_span(Range(first + 100.5, first + 600.5))
    with qtbot.waitSignal(card.exportRequested) as asked:
        card.export()
    (spec,) = asked.args
    options, path = ExportOptions(1200, 700, 96, own_title="Mine", own_note="A draft"), tmp_path / f"a.{form}"
    words = shlex.split(command(spec, options, str(path)))[1:]
    assert {"--hide", "--measure", "--since", "--until", "--log", "--title", "--note"} <= set(words)
    assert main(words) == 0
    assert path.read_bytes() == render(spec, options, form)
    assert card.view.range.buttons.result.text() in " ".join(spec.notes)
    capsys.readouterr()


def test_a_click_on_a_name_hides_the_series(years, qtbot):
    boxes = {years.view.spec().series[i].name: box for box, i in years.view.plot.plot.names}
    assert set(boxes) == {s.name for s in years.chart.series}
    place = boxes["World"].center().toPoint()
    QTest.mouseClick(years.view.plot.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert years.series.hidden == ("WLD",) and "World" not in [s.name for s in years.view.spec().series]
