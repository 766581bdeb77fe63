"""Many charts: what is written, what is told, and that a stop leaves whole files."""

from datetime import date

import pytest
from PySide6.QtCore import QSettings

from explorer.charts import batch
from explorer.charts.build import KINDS
from explorer.charts.spec import ChartContext
from explorer.ui.export.many import ManyDialog


@pytest.fixture
def dialog(qtbot, store, tmp_path):
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    made = ManyDialog(store, ChartContext(date(2026, 11, 24)), ["cesium"], settings)
    qtbot.addWidget(made)
    (tmp_path / "out").mkdir()
    made._folder.setText(str(tmp_path / "out"))
    made.show()
    return made


def test_all_charts_of_a_metal_and_why_some_are_none(dialog, qtbot, tmp_path):
    ones = sum(k.metals == "one" for k in KINDS.values())
    assert dialog._start.text() == f"Export {ones} charts"
    dialog.start()
    assert dialog._start.text() == "Stop"
    qtbot.waitUntil(lambda: dialog._run is None, timeout=60_000)
    written = sorted(p.name for p in (tmp_path / "out").iterdir())
    assert "cesium-price-2026-11-24.png" in written
    without = ones - len(written)
    assert dialog._said.text() == f"Done: {len(written)} of {ones} charts written. {without} without data."
    lines = dialog._log.toPlainText().splitlines()
    assert len(lines) == without > 0
    assert any(line.startswith("Cesium, Control history: No export control") for line in lines)


def test_a_second_run_replaces_only_when_told(dialog, qtbot, tmp_path):
    dialog._kinds.clear_shown()
    dialog._kinds.item(list(KINDS).index("price")).setCheckState(dialog._kinds.item(0).checkState().Checked)
    assert dialog._start.text() == "Export 1 chart"
    path = tmp_path / "out" / "cesium-price-2026-11-24.png"
    path.write_bytes(b"mine")
    dialog.start()
    qtbot.waitUntil(lambda: dialog._run is None)
    assert path.read_bytes() == b"mine"
    assert "exists" in dialog._log.toPlainText() and dialog._said.text().endswith("1 failed.")
    dialog._replace.setChecked(True)
    dialog.start()
    qtbot.waitUntil(lambda: dialog._run is None)
    assert path.read_bytes().startswith(b"\x89PNG")


def test_a_stop_leaves_whole_files_and_a_dialog_that_can_go_on(dialog, qtbot, tmp_path):
    dialog._metals.mark_shown()
    dialog.start()
    qtbot.waitUntil(lambda: dialog._written >= 2, timeout=60_000)
    dialog.reject()
    assert dialog.isVisible() and dialog._run is None
    assert dialog._said.text().startswith("Stopped: ")
    files = list((tmp_path / "out").iterdir())
    assert all(p.suffix == ".png" and p.read_bytes()[-8:-4] == b"IEND" for p in files)
    assert dialog._start.isEnabled()


def test_a_folder_that_is_none_is_told(dialog, tmp_path):
    dialog._folder.setText(str(tmp_path / "nowhere" / "deep"))
    dialog.start()
    assert dialog._run is None and "can't be the folder" in dialog._said.text()


def test_a_fault_of_the_program_in_one_chart_does_not_stop_the_rest(store, tmp_path, monkeypatch):
    made = batch.make

    def broken(kind, *args, **options):
        if kind.name == "uses":
            raise ZeroDivisionError("division by zero")
        return made(kind, *args, **options)

    monkeypatch.setattr(batch, "make", broken)
    todo = batch.jobs(["gallium"], [KINDS["uses"], KINDS["controls"]])
    found = list(
        batch.export(store, todo, ChartContext(date(2026, 11, 24)), batch.Picture(), "csv", tmp_path)
    )
    assert [(o.job.kind.name, o.failed, o.path is not None) for o in found] == [
        ("uses", True, False),
        ("controls", False, True),
    ]
    assert found[0].reason == "ZeroDivisionError: division by zero"
