"""A signal that ends the program while it writes a file leaves no incomplete file."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a process of Windows gets no such signals")
# The signal comes when the file is complete and does not have its name yet.
INTERRUPTED = """
import os, signal, sys
from pathlib import Path
number, whole = int(sys.argv.pop(1)), os.fsync

def interrupt(file):
    os.fsync = whole
    print(*sorted(p.name.split("-")[0] for p in Path().iterdir()), flush=True)
    os.kill(os.getpid(), number)

os.fsync = interrupt
"""
COMMAND = "from explorer.cli import main\nsys.exit(main(sys.argv[1:]))\n"
WINDOW = """
from PySide6.QtCore import QTimer
from explorer import cli
from explorer.ui.windows import workspace
from explorer.ui.dialogs.export.several_charts import SeveralChartsDialog

class Workspace(workspace.Workspace):
    def _load_figures(self):
        super()._load_figures()
        self.dialogs.exports.export_many()
        (dialog,) = self.findChildren(SeveralChartsDialog)
        dialog.folder.setText(".")
        dialog.start()

workspace.Workspace = Workspace
sys.exit(cli.main(sys.argv[1:]))
"""


def interrupted(code: str, number: int, folder: Path, *argv: str) -> tuple[int, list[str], bytes]:
    """Run a program that a signal interrupts while it writes; return exit code, files at that time, and stderr."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED + code, str(int(number)), *argv],
        cwd=folder,
        env={**inherited, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", "HOME": str(folder)},
        capture_output=True,
        timeout=120,
        preexec_fn=lambda: signal.signal(number, signal.SIG_DFL),
    )
    return done.returncode, done.stdout.decode().split(), done.stderr


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_command_deletes_its_unfinished_file(
    tmp_path: Path, name: str, edition_option: tuple[str, str]
) -> None:
    number = getattr(signal, name)
    path = tmp_path / "out.csv"
    command = ("export", "gallium", "--chart", "uses", "-o", "out.csv")
    code, meanwhile, err = interrupted(COMMAND, number, tmp_path, *edition_option, *command)
    assert meanwhile == [".minor"]
    assert code == (130 if name == "SIGINT" else -number), err
    assert not path.exists() and list(tmp_path.iterdir()) == [] and b"Traceback" not in err


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_window_writes_its_file_to_the_end(
    tmp_path: Path, name: str, edition_option: tuple[str, str]
) -> None:
    code, meanwhile, err = interrupted(
        WINDOW, getattr(signal, name), tmp_path, *edition_option, "--metal", "cesium", "--new-window"
    )
    assert ".minor" in meanwhile and code == 0, err
    names = [path.name for path in tmp_path.iterdir()]
    assert len([n for n in names if n.endswith(".png")]) == 1 and not [
        n for n in names if n.endswith(".part")
    ]
