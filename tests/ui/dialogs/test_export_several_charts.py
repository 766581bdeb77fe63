"""The export of several charts: the files, the log, and stopping."""

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
    dialog = SeveralChartsDialog(store, Context(date(2026, 11, 24)), ["cesium"], settings)
    qtbot.addWidget(dialog)
    (tmp_path / "out").mkdir()
    dialog.folder.setText(str(tmp_path / "out"))
    dialog.show()
    return dialog


def is_running(dialog):
    return dialog.start_button.text() == "Stop"


def test_all_charts_of_a_metal_are_written_and_missing_data_are_logged(dialog, qtbot, tmp_path):
    total = sum(k.metals == "one" for k in KINDS.values())
    assert dialog.start_button.text() == f"Export {total} charts"
    dialog.start()
    assert dialog.start_button.text() == "Stop"
    qtbot.waitUntil(lambda: not is_running(dialog), timeout=60_000)
    written = sorted(p.name for p in (tmp_path / "out").iterdir())
    assert "cesium-price-2026-11-24.png" in written
    without = total - len(written)
    assert (
        dialog.message.text()
        == f"Done: {len(written)} of {total} charts written. {without} charts have no data."
    )
    lines = dialog.log.toPlainText().splitlines()
    assert len(lines) == without > 0
    assert any(line.startswith("Cesium, Control history: No export control") for line in lines)


def test_existing_files_are_replaced_only_if_the_box_is_checked(dialog, qtbot, tmp_path):
    dialog.kinds.clear_shown()
    dialog.kinds.item(list(KINDS).index("price")).setCheckState(dialog.kinds.item(0).checkState().Checked)
    assert dialog.start_button.text() == "Export 1 chart"
    path = tmp_path / "out" / "cesium-price-2026-11-24.png"
    path.write_bytes(b"mine")
    dialog.start()
    qtbot.waitUntil(lambda: not is_running(dialog))
    assert path.read_bytes() == b"mine"
    log = dialog.log.toPlainText()
    assert (
        "already exists. Choose another name, or choose to replace the file." in log and "--force" not in log
    )
    assert dialog.message.text().endswith("1 chart failed.")
    dialog.replace_box.setChecked(True)
    dialog.start()
    qtbot.waitUntil(lambda: not is_running(dialog))
    assert path.read_bytes().startswith(b"\x89PNG")


def test_stopping_leaves_complete_files_and_allows_another_start(dialog, qtbot, tmp_path):
    dialog.metals.mark_shown()
    dialog.start()
    qtbot.waitUntil(lambda: len(list((tmp_path / "out").iterdir())) >= 2, timeout=60_000)
    dialog.reject()
    assert dialog.isVisible() and not is_running(dialog)
    assert dialog.message.text().startswith("Stopped: ")
    files = list((tmp_path / "out").iterdir())
    assert all(p.suffix == ".png" and p.read_bytes()[-8:-4] == b"IEND" for p in files)
    assert dialog.start_button.isEnabled()


def test_an_invalid_folder_is_reported(dialog, tmp_path):
    dialog.folder.setText(str(tmp_path / "nowhere" / "deep"))
    dialog.start()
    assert not is_running(dialog) and "cannot be created" in dialog.message.text()


def test_a_program_error_in_one_chart_does_not_stop_the_others(store, tmp_path, monkeypatch):
    make = batch.make

    def broken(kind, *args, **options):
        if kind.name == "uses":
            raise ZeroDivisionError("division by zero")
        return make(kind, *args, **options)

    monkeypatch.setattr(batch, "make", broken)
    jobs = batch.jobs(["gallium"], [KINDS["uses"], KINDS["controls"]])
    outcomes = list(
        batch.export(store, jobs, Context(date(2026, 11, 24)), batch.ExportOptions(), "csv", tmp_path)
    )
    assert [(o.job.kind.name, o.failed, o.path is not None) for o in outcomes] == [
        ("uses", True, False),
        ("controls", False, True),
    ]
    assert outcomes[0].reason == "ZeroDivisionError: division by zero"


def test_metals_omitted_from_a_chart_are_logged(dialog, qtbot, store):
    for entries, keys in (
        (dialog.metals, ("gallium", "cesium")),
        (dialog.kinds, ("supply concentration by year",)),
    ):
        entries.clear_shown()
        for key in keys:
            entries.filter(key)
            entries.mark_shown()
        entries.filter("")
    assert (dialog.metals.marked(), dialog.kinds.marked()) == (["cesium", "gallium"], ["concentration"])
    dialog.start()
    qtbot.waitUntil(lambda: not is_running(dialog))
    assert dialog.message.text() == "Done: 1 of 1 charts written."
    assert "No full production table on file for cesium." in dialog.log.toPlainText()
