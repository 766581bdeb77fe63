"""The export dialog: the same bytes as the command that it shows, the clipboard, and errors."""

import shlex
from datetime import date

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog

from explorer import palette
from explorer.charts.builders import registry
from explorer.charts.shapes import shape_of
from explorer.charts.zoom import Range
from explorer.cli import main
from explorer.data.context import Context
from explorer.errors import KnownError
from explorer.ui.dialogs.export.dialog import ExportDialog
from explorer.ui.dialogs.export.form_values import CUSTOM, FormValues, Size
from explorer.ui.dialogs.export.number_field import NumberField
from tests.ui.finding import by_name, by_text


@pytest.fixture
def settings(tmp_path):
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def dialog(qtbot, store, settings):
    spec = registry.price(store, "antimony", Context(date(2026, 11, 24), "CHN", "USA"), log=True)
    dialog = ExportDialog(spec, settings)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def press(dialog, text):
    """Press the button of the form with a text."""
    QTest.mouseClick(by_text(dialog.form, text), Qt.MouseButton.LeftButton)


def type_width(dialog, text, name="Width"):
    """Type a width, or another length, into its field and press Enter."""
    field = by_name(dialog.form, NumberField, name)
    field.setText(text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def paste(field, text):
    """Paste a text into a field, in which a test cannot type every character."""
    QGuiApplication.clipboard().setText(text)
    field.paste()


@pytest.mark.parametrize("form", ["png", "pdf"])
def test_it_opens_with_the_focus_on_the_format_of_the_last_export(qtbot, store, settings, form):
    settings.setValue("export/form", form)
    spec = registry.price(store, "antimony", Context(date(2026, 11, 24), "CHN", "USA"))
    dialog = ExportDialog(spec, settings)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    button = by_text(dialog.form, dialog.values.form.upper())
    qtbot.waitUntil(button.hasFocus)
    assert button.isChecked() and button.accessibleName() == f"Format: {button.text()}"


def test_enter_on_the_format_saves(dialog, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args, **_: asked.append(args) or ("", ""))
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClick(dialog.file, Qt.Key.Key_Return)
    assert len(asked) == 2


@pytest.mark.parametrize("theme", [palette.LIGHT, palette.DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", ["PNG", "SVG", "Title", "Save…"])
def test_the_focus_is_seen_and_moves_nothing(window, store, settings, qtbot, theme, name):
    window.workspace.state.set_theme(theme.name)
    spec = registry.price(store, "antimony", Context(date(2026, 11, 24), "CHN", "USA"))
    dialog = ExportDialog(spec, settings, window)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    widget = by_text(dialog, name)
    dialog.file.setFocus()
    qtbot.waitUntil(dialog.file.hasFocus)
    before, place = widget.grab().toImage(), widget.geometry()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    after = widget.grab().toImage()
    ring = QColor(theme.text if name in ("PNG", "Save…") else theme.accent).rgb()
    pixels = [(x, y) for x in range(before.width()) for y in range(before.height())]
    assert sum(after.pixel(*p) == ring != before.pixel(*p) for p in pixels) > 40
    assert widget.geometry() == place


def test_no_field_is_cut_off_where_the_form_scrolls(window, store, settings, qtbot):
    spec = registry.price(store, "antimony", Context(date(2026, 11, 24), "CHN", "USA"))
    dialog = ExportDialog(spec, settings, window)
    dialog.resize(920, 560)
    dialog.show()
    qtbot.waitExposed(dialog)
    content = dialog.form.parentWidget()
    qtbot.waitUntil(lambda: content.height() > content.parentWidget().height())
    assert content.width() <= content.parentWidget().width()


@pytest.mark.parametrize("form", ["PNG", "SVG", "PDF", "CSV", "XLSX"])
def test_the_command_shown_writes_the_same_bytes(dialog, tmp_path, form, capsys):
    press(dialog, form)
    name = f"antimony-price-2026-11-24.{form.lower()}"
    assert dialog.file.text() == name
    dialog.write(tmp_path / name, force=False)
    words = shlex.split(dialog.command.text.text())
    assert words[0] == "minor-metals" and words[-1] == name
    (tmp_path / "again").mkdir()
    assert main([*words[1:-1], str(tmp_path / "again" / name)]) == 0
    assert (tmp_path / "again" / name).read_bytes() == (tmp_path / name).read_bytes()
    capsys.readouterr()


def test_theme_title_and_size_are_in_the_file_and_in_the_command(dialog, tmp_path):
    press(dialog, "Dark")
    by_text(dialog.form, "Title").click()
    type_width(dialog, "1000")
    command = dialog.command.text.text()
    assert "--theme dark" in command and "--no-title" in command and "--size 1000x1080" in command
    dialog.write(tmp_path / "a.png", force=False)
    image = QImage(str(tmp_path / "a.png"))
    assert (image.width(), image.height()) == (1000, 1080)
    assert image.pixelColor(2, 2).lightness() < 64


def test_an_image_too_small_to_read_cannot_be_saved(dialog, qtbot):
    type_width(dialog, "120")
    qtbot.waitUntil(lambda: not dialog.save_button.isEnabled())
    assert "is too small for this chart: choose " in dialog.preview.caption.text()
    type_width(dialog, "1920")
    qtbot.waitUntil(dialog.save_button.isEnabled)


def test_a_range_without_figures_cannot_be_saved(qtbot, store, settings):
    spec = registry.price(store, "antimony", Context(date(2026, 11, 24), "CHN", "USA"))
    first = min(p.x for s in spec.series for p in s.points)
    dialog = ExportDialog(shape_of(spec).between(Range(first - 400, first - 300)), settings)
    qtbot.addWidget(dialog)
    assert not dialog.save_button.isEnabled() and not dialog.copy_button.isEnabled()
    assert "no figure in that range" in dialog.preview.caption.text()


def test_image_svg_and_data_are_copied_to_the_clipboard(dialog):
    dialog.copy_button.copy_image()
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (1920, 1080)
    dialog.copy_button.copy_svg()
    data = QGuiApplication.clipboard().mimeData()
    assert bytes(data.data("image/svg+xml").data()).startswith(b"<?xml")
    assert "Antimony: unit value and control dates" in data.text()
    dialog.copy_button.copy_data()
    assert QGuiApplication.clipboard().text().startswith("# Antimony: unit value and control dates")


def test_an_existing_file_stays_and_the_folder_is_saved(dialog, tmp_path, settings):
    path = tmp_path / "a.png"
    path.write_bytes(b"mine")
    with pytest.raises(KnownError, match="exists"):
        dialog.write(path, force=False)
    assert path.read_bytes() == b"mine"
    dialog.write(tmp_path / "b.png", force=False)
    assert settings.value("export/folder") == str(tmp_path)


def test_a_saved_file_gets_the_ending_of_its_format(dialog, tmp_path, monkeypatch, qtbot):
    starts = []

    def choose(_parent, _title, start, _filter):
        starts.append(start)
        return str(tmp_path / "my chart"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    with qtbot.waitSignal(dialog.saved) as signal:
        dialog.save()
    assert starts[0].endswith("antimony-price-2026-11-24.png")
    assert signal.args == [str(tmp_path / "my chart.png")]
    assert (tmp_path / "my chart.png").is_file()


def test_a_missing_folder_is_reported(dialog, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "a.png"), ""))
    dialog.save()
    assert "does not exist" in dialog.message.text()
    assert dialog.isVisible()


def test_the_preview_of_csv_is_a_table(dialog, qtbot):
    press(dialog, "CSV")
    qtbot.waitUntil(lambda: "series,date,value" in dialog.preview.table_text.toPlainText())
    assert not by_name(dialog.form, NumberField, "Resolution").isEnabled()


def test_a_file_name_with_a_slash_is_refused(dialog):
    name = dialog.file.text()
    dialog.file.selectAll()
    QTest.keyClicks(dialog.file, "a/b.png")
    assert "without / or \\" in dialog.message.text() and not dialog.save_button.isEnabled()
    dialog.file.selectAll()
    QTest.keyClicks(dialog.file, name)
    assert dialog.message.text() == "" and dialog.save_button.isEnabled()


def test_a_disabled_button_has_no_shortcut(dialog, monkeypatch, qtbot):
    starts = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (starts.append(1), ("", ""))[1])
    dialog.file.selectAll()
    QTest.keyClicks(dialog.file, "a/b.png")
    QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert starts == []
    type_width(dialog, "1")
    qtbot.waitUntil(lambda: not dialog.copy_button.isEnabled())
    copy = QKeySequence(QKeySequence.StandardKey.Copy)
    (key,) = [shortcut for shortcut in dialog.findChildren(QShortcut) if shortcut.key() == copy]
    assert not key.isEnabled()


def test_an_image_too_large_for_the_memory_is_refused_before_it_is_drawn(dialog, qtbot):
    for name in ("Width", "Height"):
        type_width(dialog, "20000", name)
    qtbot.waitUntil(lambda: not dialog.save_button.isEnabled())
    assert "at most 100 million pixels" in dialog.preview.caption.text()
    press(dialog, "SVG")
    qtbot.waitUntil(dialog.save_button.isEnabled)
    dialog.copy_button.copy_image()
    assert "at most 100 million pixels" in dialog.message.text()


@pytest.mark.parametrize("form", ["PNG", "SVG", "PDF", "CSV", "XLSX"])
def test_the_words_of_the_user_are_in_the_file_and_its_command(dialog, tmp_path, form, capsys):
    press(dialog, form)
    assert dialog.own_words.title.text() == dialog.spec.title and "--title" not in dialog.command.text.text()
    own = dialog.own_words
    for field, text in ((own.title, "My \u202etitle"), (own.note, "Draft, 3 % & more")):
        field.selectAll()
        paste(field, text)
    name = dialog.file.text()
    dialog.write(tmp_path / name, force=False)
    words = shlex.split(dialog.command.text.text())
    assert words[words.index("--title") + 1] == "My title"
    assert words[words.index("--note") + 1] == "Draft, 3 % & more"
    (tmp_path / "again").mkdir()
    assert main([*words[1:-1], str(tmp_path / "again" / name)]) == 0
    assert (tmp_path / "again" / name).read_bytes() == (tmp_path / name).read_bytes()
    capsys.readouterr()


def test_a_title_that_is_not_drawn_cannot_be_changed(dialog):
    QTest.keyClicks(dialog.own_words.title, " x")
    by_text(dialog.form, "Title").click()
    assert not dialog.own_words.title.isEnabled()
    assert "--no-title" in dialog.command.text.text() and "--title" not in dialog.command.text.text()
    for form in ("CSV", "XLSX"):
        press(dialog, form)
        assert dialog.own_words.title.isEnabled() and "--title" in dialog.command.text.text()


def test_chinese_words_are_outlines_by_default(dialog):
    press(dialog, "SVG")
    assert not by_text(dialog.form, "Outlines").isChecked()
    paste(dialog.own_words.note, "草案")
    assert by_text(dialog.form, "Outlines").isChecked()


def test_the_last_sizes_are_offered(qtbot, store, settings):
    FormValues(preset=CUSTOM, width=120, height=80, unit="mm", dpi=200).save(settings)
    FormValues().with_preset("slide").save(settings)
    spec = registry.price(store, "antimony", Context(date(2026, 11, 24), "CHN", "USA"))
    dialog = ExportDialog(spec, settings)
    qtbot.addWidget(dialog)
    presets = by_name(dialog.form, QComboBox, "Preset")
    assert presets.currentText() == "Slide (16:9)"
    presets.setCurrentIndex(presets.findText("120 × 80 mm, 200 dpi"))
    presets.activated.emit(presets.currentIndex())
    assert dialog.values.size == Size(120, 80, "mm", 200) and presets.currentText() == "120 × 80 mm, 200 dpi"
    assert "--size 945x630 --dpi 200" in dialog.command.text.text()
