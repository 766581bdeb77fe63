"""The user's own series on the Prices tab and in the export dialog."""

import shlex
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QDialog, QPushButton

from explorer import paths
from explorer.charts.builders.registry import price_choices
from explorer.cli import main
from explorer.data.user.records import SeriesFacts, UserPoint
from explorer.data.user.series import add_series
from explorer.data.user.user_file import UserFile
from explorer.ui.dialogs.export.dialog import ExportDialog
from explorer.ui.dialogs.own.add_dialog import AddSeriesDialog
from explorer.ui.dialogs.own.list_dialog import OwnSeriesDialog
from explorer.ui.widgets.choice_box import ChoiceBox
from explorer.ui.widgets.table_view import TableView
from tests.ui.finding import by_name, by_text

POINTS = [UserPoint(f"2025-{month:02d}-15", 500.0 + month) for month in range(1, 13)]


@pytest.fixture(autouse=True)
def own_file(tmp_path, monkeypatch):
    monkeypatch.setenv(paths.USER_DATA_VARIABLE, str(tmp_path / "home"))
    return UserFile(tmp_path / "home" / "own.db")


def add(own_file, name="Spot", unit="USD/kg"):
    return add_series(own_file, SeriesFacts("gallium", name, unit, "USD", "monthly", "a.csv"), POINTS)


@pytest.fixture
def prices(own_file, workspace, qtbot):
    """The Prices tab of gallium, whose default series is in USD/kg."""
    workspace.state.set_tab("prices")
    page = workspace.detail.page("prices")
    qtbot.waitUntil(page.isVisible)
    return page


def chart(page):
    return page.chart_cards[0].view.spec()


def test_a_series_appears_when_it_is_added_and_can_be_hidden(prices, own_file, workspace):
    before = chart(prices)
    toggle, manage = by_text(prices, "Your series"), by_text(prices, "Manage your series…")
    assert not before.has_own and toggle.isHidden() and manage.isHidden()
    workspace.shared.own.add(SeriesFacts("gallium", "Spot", "USD/kg", "USD", "monthly", "a.csv"), POINTS)
    assert [s.name for s in chart(prices).series if s.own] == ["Spot (yours)"]
    assert not toggle.isHidden() and not manage.isHidden()
    toggle.click()
    assert chart(prices) == before
    toggle.click()
    assert chart(prices).without_own == before


def test_the_table_of_series_has_a_small_line_for_those_of_the_user(prices, own_file, workspace):
    add(own_file)
    prices.invalidate()
    workspace.state.set_context(day=date(2026, 1, 31))
    table = by_name(prices, TableView, "All price and unit value series").records
    [row] = [r for r in range(table.rowCount()) if table.index(r, 0).data() == "Spot (yours)"]
    heads = [table.headerData(c, Qt.Orientation.Horizontal) for c in range(table.columnCount())]
    line = table.index(row, heads.index("Last 5 years")).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "12 figures from 15 Jan 2025 to 15 Dec 2025" in line and "lowest 501 USD/kg" in line
    assert table.index(row, heads.index("Latest")).data() == "512"


def test_the_list_of_series_has_a_group_for_the_users(prices, own_file, workspace, store):
    saved = add(own_file, unit="EUR/lb")
    prices.invalidate()
    box = by_name(prices.chart_cards[0], ChoiceBox, "Series")
    count = len(price_choices(store, "gallium"))
    assert box.itemText(count + 1) == "Your series" and box.itemData(count + 1) is None
    assert not box.model().flags(box.model().index(count + 1, 0)) & Qt.ItemFlag.ItemIsEnabled
    index = box.findData(saved.series_id)
    assert index == count + 2 and box.itemText(index).startswith("Spot (yours) · EUR/lb")
    assert not chart(prices).has_own and "Not drawn" in chart(prices).left_out[0]
    box.choose(index)
    assert [s.name for s in chart(prices).series] == ["Spot (yours)"]


def test_the_window_and_the_command_write_the_same_bytes(
    prices, own_file, workspace, settings, tmp_path, qtbot, capsys
):
    add(own_file)
    prices.invalidate()
    dialog = ExportDialog(chart(prices), settings)
    qtbot.addWidget(dialog)
    assert not dialog.own.isChecked() and not dialog.own.isHidden()
    for form in ("CSV", "XLSX", "SVG"):
        by_text(dialog.form, form).click()
        for included in (False, True):
            dialog.own.setChecked(included)
            folder = tmp_path / f"{form}-{included}"
            (folder / "again").mkdir(parents=True)
            name = dialog.file.text()
            dialog.write(folder / name, force=False)
            words = shlex.split(dialog.command.text.text())
            assert ("--own" in words) == included
            assert main([*words[1:-1], str(folder / "again" / name)]) == 0
            data = (folder / name).read_bytes()
            assert data == (folder / "again" / name).read_bytes()
            if form != "XLSX":
                assert (b"Spot (yours)" in data) == included
    capsys.readouterr()


def test_a_chart_of_own_series_only_is_exported_where_they_are_included(
    prices, own_file, workspace, settings, qtbot
):
    saved = add(own_file)
    prices.invalidate()
    box = by_name(prices.chart_cards[0], ChoiceBox, "Series")
    box.choose(box.findData(saved.series_id))
    dialog = ExportDialog(chart(prices), settings)
    qtbot.addWidget(dialog)
    assert not dialog.save_button.isEnabled()
    assert "Tick “Include your series”" in dialog.preview.caption.text()
    dialog.own.setChecked(True)
    qtbot.waitUntil(dialog.save_button.isEnabled)


def test_title_and_letters_in_the_export_are_those_of_the_chart_with_own_series(
    prices, own_file, workspace, settings, qtbot
):
    saved = add(own_file, "价格")
    prices.invalidate()
    box = by_name(prices.chart_cards[0], ChoiceBox, "Compare with")
    box.choose(box.findData(saved.series_id))
    dialog = ExportDialog(chart(prices), settings)
    qtbot.addWidget(dialog)
    by_text(dialog.form, "SVG").click()
    title, outlines = dialog.own_words.title, by_text(dialog.form, "Outlines")
    assert title.text() == "Gallium: unit value and control dates" and not outlines.isChecked()
    dialog.own.setChecked(True)
    assert title.text() == "Gallium: prices, unit values and control dates" and outlines.isChecked()
    title.setText("Mine")
    dialog.own.setChecked(False)
    assert title.text() == "Mine" and not outlines.isChecked()


def test_buttons_keys_and_drops_open_the_dialogs(prices, own_file, workspace, tmp_path, qtbot):
    add(own_file)
    prices.invalidate()

    def opened(kind: type[QDialog]) -> QDialog:
        [dialog] = [d for d in workspace.findChildren(kind) if d.isVisible()]
        return dialog

    by_text(prices, "Add a series…").click()
    opened(AddSeriesDialog).close()
    workspace.window_actions.action("own_series").trigger()
    listed = opened(OwnSeriesDialog)
    by_text(listed, "Add a series…").click()
    opened(AddSeriesDialog).close()
    listed.close()
    path = tmp_path / "b.csv"
    path.write_text("date,B (USD/kg)\n2026-01-05,5\n")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    prices.dropEvent(event)
    dialog = opened(AddSeriesDialog)
    qtbot.waitUntil(dialog.add_button.isEnabled)
    by_text(dialog, "Add series").click()
    assert "Spot (yours)" in [s.name for s in chart(prices).series]
    assert "B (yours)" in [s.name for s in chart(prices).series]
    assert all(isinstance(b, QPushButton) for b in prices.findChildren(QPushButton))


def test_own_series_change_no_figure_of_the_list_or_the_key_figures(prices, own_file, workspace, store):
    from explorer.data.supply.key_figures import key_figures

    before = repr(key_figures(store, "gallium", workspace.shared.context))
    add(own_file)
    workspace.list.refresh()
    assert repr(key_figures(store, "gallium", workspace.shared.context)) == before
