"""The dialogs on the user's own series: adding from a file, from text and by dropping, and the list."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QSettings, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QInputDialog

from explorer.data.reading.read import read_file
from explorer.data.reading.records import Choices
from explorer.data.user.records import SeriesFacts, UserPoint
from explorer.data.user.user_file import UserFile
from explorer.models.own_series import OwnSeriesModel
from explorer.ui.dialogs.own.add_dialog import AddSeriesDialog
from explorer.ui.dialogs.own.list_dialog import OwnSeriesDialog
from explorer.ui.dialogs.own.reading import read_series
from explorer.ui.widgets.reading_thread import ReadingThread
from explorer.ui.widgets.source import Source

PRICES = "date,Spot (USD/kg),Other (USD/t)\n2026-11-25,310.5,1\n2026-11-26,many,2\n2026-11-27,311.5,3\n"


@pytest.fixture
def model(tmp_path):
    return OwnSeriesModel(UserFile(tmp_path / "own.db"))


@pytest.fixture
def prices(tmp_path) -> Path:
    path = tmp_path / "prices.csv"
    path.write_text(PRICES)
    return path


@pytest.fixture
def dialog(qtbot, store, model):
    dialog = AddSeriesDialog(model, store, "gallium")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


@pytest.fixture
def listed(qtbot, store, model, tmp_path, prices):
    found = read_file(prices)[1]
    model.add(SeriesFacts("gallium", "Spot", "USD/kg", "USD", "daily", "prices.csv"), found.points)
    dialog = OwnSeriesDialog(model, store, QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def read(qtbot, dialog, source: Source) -> None:
    """Read a source and wait until it is shown."""
    dialog.read(source)
    qtbot.waitUntil(lambda: not dialog.bar.isVisible())


def test_a_file_is_shown_and_bad_lines_must_be_skipped(qtbot, dialog, model, prices):
    assert not dialog.add_button.isEnabled() and not dialog.preview.isVisible()
    read(qtbot, dialog, Source(prices))
    preview = dialog.preview
    assert [preview.series.itemText(i) for i in range(2)] == ["Spot, USD/kg", "Other, USD/t"]
    assert preview.table.records.rows[0][0].text == "25 Nov 2026"
    assert preview.bad_lines.toPlainText() == "Line 3: “many” is not a number."
    assert (dialog.form.name.text(), dialog.form.unit.text(), dialog.form.currency.text()) == (
        "Spot",
        "USD/kg",
        "USD",
    )
    assert dialog.form.metal.currentData() == "gallium" and not dialog.add_button.isEnabled()
    preview.skip.setChecked(True)
    assert dialog.add_button.isEnabled()
    dialog.form.name.setText("My spot")
    with qtbot.waitSignal(dialog.added):
        dialog.add_button.click()
    [saved] = model.all_series()
    assert (saved.name, saved.unit, saved.file_name, saved.points) == ("My spot", "USD/kg", "prices.csv", 2)
    assert dialog.isVisible() and "Choose another column" in dialog.message.text()
    preview.series.setCurrentIndex(1)
    assert preview.bad_lines.toPlainText() == "" and dialog.form.unit.text() == "USD/t"


def test_a_unit_and_a_currency_are_needed(qtbot, dialog):
    read(qtbot, dialog, Source(text="date\tprice\n2026-11-27\t5\n"))
    assert not dialog.add_button.isEnabled()
    dialog.form.name.setText("Quote")
    QTest.keyClicks(dialog.form.unit, "EUR/lb")
    assert dialog.form.currency.text() == "EUR" and dialog.add_button.isEnabled()
    dialog.form.currency.setText("EU")
    dialog.add_button.click()
    assert "“EU” is not a currency." in dialog.message.text()


def test_pasted_cells_are_read_by_key(qtbot, dialog, model):
    QGuiApplication.clipboard().setText("date\tQuote (USD/kg)\n26.11.2026\t5,5\n27.11.2026\t6,25\n")
    QTest.keyClick(dialog, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(dialog.add_button.isEnabled)
    dialog.add_button.click()
    [saved] = model.all_series()
    assert (saved.name, saved.file_name, saved.last_date) == ("Quote", None, "2026-11-27")
    assert not dialog.isVisible()


def test_a_dropped_file_is_read(qtbot, dialog, prices):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(prices))])
    event = QDropEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    dialog.dropEvent(event)
    qtbot.waitUntil(lambda: dialog.preview.isVisible())
    assert dialog.preview.series.count() == 2


def test_an_ambiguous_order_of_dates_is_asked_for(qtbot, dialog):
    read(qtbot, dialog, Source(text="date,Quote (USD/kg)\n01/02/2026,5\n"))
    assert "day or the month comes first" in dialog.message.text() and dialog.dates.isVisible()
    assert not dialog.decimal.isVisible()
    dialog.dates.setCurrentIndex(dialog.dates.findData("mdy"))
    dialog.dates.activated.emit(dialog.dates.currentIndex())
    qtbot.waitUntil(lambda: dialog.preview.isVisible())
    assert dialog.preview.candidate.points[0].date == "2026-01-02"


def test_what_cannot_be_read_is_one_sentence(qtbot, dialog, tmp_path):
    read(qtbot, dialog, Source(tmp_path / "nothing.csv"))
    assert "nothing.csv" in dialog.message.text() and not dialog.add_button.isEnabled()
    QGuiApplication.clipboard().clear()
    dialog.source.paste_button.click()
    assert "clipboard has no text" in dialog.source.hint.text()


def test_reading_reports_its_progress(qtbot, tmp_path):
    path = tmp_path / "long.csv"
    path.write_text("date,price\n" + "2026-11-27,5\n" * 20_000)
    reports: list[int] = []
    thread = ReadingThread(partial(read_series, Source(path), Choices()))
    thread.progressed.connect(reports.append)
    with qtbot.waitSignal(thread.finished, timeout=20_000):
        thread.start()
    assert thread.result and thread.error is None and len(reports) > 3 and reports == sorted(reports)


def test_cancel_leaves_nothing_behind(qtbot, dialog, tmp_path):
    path = tmp_path / "long.csv"
    path.write_text("date,price\n" + "2026-11-27,5\n" * 200_000)
    dialog.read(Source(path))
    assert dialog.bar.isVisible()
    dialog.cancel_button.click()
    assert not dialog.bar.isVisible() and dialog.message.text() == "Reading cancelled."
    assert not dialog.preview.isVisible() and not dialog.add_button.isEnabled()


def test_a_series_is_renamed_removed_and_restored(listed, model, monkeypatch):
    assert [cell.text for cell in listed.table.records.rows[0]][:4] == ["Spot", "Gallium", "USD/kg", "3"]
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("Better name", True))
    listed.rename_button.click()
    assert listed.table.records.rows[0][0].text == "Better name"
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: (" ", True))
    listed.rename_button.click()
    assert listed.message.text() == "Give the series a name."
    before = model.prices(("gallium",))
    listed.remove_button.click()
    assert not listed.table.records.rows and listed.message.text() == "Removed “Better name”."
    assert not listed.rename_button.isEnabled()
    listed.undo_button.click()
    assert model.prices(("gallium",)) == before and listed.undo_button.isHidden()


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_series_is_exported(listed, model, monkeypatch, tmp_path, form):
    path = tmp_path / f"series.{form}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    listed.export_button.click()
    assert read_file(path)[0].points == model.prices(("gallium",))[0].points


def test_a_source_that_follows_a_finished_one_at_once_is_read(dialog, qtbot):
    dialog.read(Source(text="date,First (USD/kg)\n2026-11-26,4\n2026-11-27,5\n"))
    threads = dialog.findChildren(ReadingThread)
    assert all(thread.wait(5000) for thread in threads)  # finished, and the dialog does not yet know
    rows = "\n".join(
        f"{1950 + n // 360}-{n // 30 % 12 + 1:02d}-{n % 28 + 1:02d},{n + 1}" for n in range(20_000)
    )
    dialog.read(Source(text=f"date,Second (USD/kg)\n{rows}\n"))
    qtbot.waitUntil(lambda: not dialog.bar.isVisible(), timeout=20_000)
    assert "Second" in dialog.preview.candidate.name


def test_sentences_begin_with_what_was_read(dialog, qtbot):
    read(qtbot, dialog, Source(text="hello"))
    assert dialog.message.text().startswith("The pasted text has no table of dates and prices.")


def test_the_list_no_longer_says_that_it_is_empty_once_a_series_is_added(qtbot, store, model, tmp_path):
    dialog = OwnSeriesDialog(model, store, QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(dialog)
    assert "No series yet" in dialog.message.text()
    facts = SeriesFacts("gallium", "Mine", "USD/kg", "USD", "monthly", None)
    model.add(facts, (UserPoint("2024-01", 1.0), UserPoint("2024-02", 2.0)))
    assert not dialog.message.text()
