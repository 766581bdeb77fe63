"""Many charts: what is written, what is told, and that a stop leaves whole files."""

from datetime import date

import pytest
from PySide6.QtCore import QSettings

from explorer.charts import batch
from explorer.charts.builders.registry import KINDS
from explorer.data.context import Context
from explorer.ui.dialogs.export.several_charts import SeveralChartsDialog


@pytest.fixture
def dialog(qtbot, store, tmp_path):
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    made = SeveralChartsDialog(store, Context(date(2026, 11, 24)), ["cesium"], settings)
    qtbot.addWidget(made)
    (tmp_path / "out").mkdir()
    made.folder.setText(str(tmp_path / "out"))
    made.show()
    return made


def is_running(dialog):
    return dialog.start_button.text() == "Stop"


def test_all_charts_of_a_metal_and_why_some_are_none(dialog, qtbot, tmp_path):
    ones = sum(k.metals == "one" for k in KINDS.values())
    assert dialog.start_button.text() == f"Export {ones} charts"
    dialog.start()
    assert dialog.start_button.text() == "Stop"
    qtbot.waitUntil(lambda: not is_running(dialog), timeout=60_000)
    written = sorted(p.name for p in (tmp_path / "out").iterdir())
    assert "cesium-price-2026-11-24.png" in written
    without = ones - len(written)
    assert dialog.message.text() == f"Done: {len(written)} of {ones} charts written. {without} without data."
    lines = dialog.log.toPlainText().splitlines()
    assert len(lines) == without > 0
    assert any(line.startswith("Cesium, Control history: No export control") for line in lines)


def test_a_second_run_replaces_only_when_told(dialog, qtbot, tmp_path):
    dialog.kinds.clear_shown()
    dialog.kinds.item(list(KINDS).index("price")).setCheckState(dialog.kinds.item(0).checkState().Checked)
    assert dialog.start_button.text() == "Export 1 chart"
    path = tmp_path / "out" / "cesium-price-2026-11-24.png"
    path.write_bytes(b"mine")
    dialog.start()
    qtbot.waitUntil(lambda: not is_running(dialog))
    assert path.read_bytes() == b"mine"
    assert "exists" in dialog.log.toPlainText() and dialog.message.text().endswith("1 failed.")
    dialog.replace_box.setChecked(True)
    dialog.start()
    qtbot.waitUntil(lambda: not is_running(dialog))
    assert path.read_bytes().startswith(b"\x89PNG")


def test_a_stop_leaves_whole_files_and_a_dialog_that_can_go_on(dialog, qtbot, tmp_path):
    dialog.metals.mark_shown()
    dialog.start()
    qtbot.waitUntil(lambda: len(list((tmp_path / "out").iterdir())) >= 2, timeout=60_000)
    dialog.reject()
    assert dialog.isVisible() and not is_running(dialog)
    assert dialog.message.text().startswith("Stopped: ")
    files = list((tmp_path / "out").iterdir())
    assert all(p.suffix == ".png" and p.read_bytes()[-8:-4] == b"IEND" for p in files)
    assert dialog.start_button.isEnabled()


def test_a_folder_that_is_none_is_told(dialog, tmp_path):
    dialog.folder.setText(str(tmp_path / "nowhere" / "deep"))
    dialog.start()
    assert not is_running(dialog) and "can't be the folder" in dialog.message.text()


def test_a_fault_of_the_program_in_one_chart_does_not_stop_the_rest(store, tmp_path, monkeypatch):
    made = batch.make

    def broken(kind, *args, **options):
        if kind.name == "uses":
            raise ZeroDivisionError("division by zero")
        return made(kind, *args, **options)

    monkeypatch.setattr(batch, "make", broken)
    todo = batch.jobs(["gallium"], [KINDS["uses"], KINDS["controls"]])
    found = list(
        batch.export(store, todo, Context(date(2026, 11, 24)), batch.ExportOptions(), "csv", tmp_path)
    )
    assert [(o.job.kind.name, o.failed, o.path is not None) for o in found] == [
        ("uses", True, False),
        ("controls", False, True),
    ]
    assert found[0].reason == "ZeroDivisionError: division by zero"


def test_what_a_chart_leaves_out_is_told(dialog, qtbot, store):
    for entries, wanted in (
        (dialog.metals, ("gallium", "cesium")),
        (dialog.kinds, ("concentration of supply",)),
    ):
        entries.clear_shown()
        for key in wanted:
            entries.filter(key)
            entries.mark_shown()
        entries.filter("")
    assert (dialog.metals.marked(), dialog.kinds.marked()) == (["cesium", "gallium"], ["concentration"])
    dialog.start()
    qtbot.waitUntil(lambda: not is_running(dialog))
    assert dialog.message.text() == "Done: 1 of 1 charts written."
    assert "No publisher on file splits the output of cesium by country in full." in dialog.log.toPlainText()
