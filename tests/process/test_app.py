"""The window as a process: later launches, signals, an unusable home folder."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from explorer.process.single_instance import InstanceAddress, Request, forward_request, instance_address

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
Start = Callable[..., subprocess.Popen[bytes]]


@pytest.fixture
def home() -> Iterator[Path]:
    """A home folder with a private runtime folder."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "run").mkdir(mode=0o700)
        yield Path(folder)


@pytest.fixture
def start(home: Path, edition_option: tuple[str, str]) -> Iterator[Start]:
    """Start the program with the frozen edition and no display; end what still runs after the test."""
    running: list[subprocess.Popen[bytes]] = []

    def call(*argv: str, **environment: str) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, "-m", "explorer", *edition_option, *argv],
            cwd=ROOT,
            env={**environment_for(home), **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # which a shell may ignore
        )
        running.append(process)
        return process

    yield call
    for process in running:
        process.kill()
        process.communicate()


def environment_for(home: Path, runtime: bool = True) -> dict[str, str]:
    """Return an environment with a home folder, and with or without a runtime folder."""
    own = {"HOME": home, "XDG_CONFIG_HOME": home / "config", "XDG_RUNTIME_DIR": home / "run"}
    rest = {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "QT_LOGGING_RULES": "*.debug=false"}
    rest |= {"XDG_STATE_HOME": ""} if runtime else {"XDG_STATE_HOME": "", "XDG_RUNTIME_DIR": ""}
    return {**os.environ, **{key: str(value) for key, value in own.items()}, **rest}


def wait_for(home: Path, data: Path, runtime: bool = True) -> InstanceAddress:
    """Return the address of the first window, once it takes requests."""
    address = instance_address(data, environment_for(home, runtime))
    assert address is not None
    deadline = time.monotonic() + 30
    while not forward_request(address, Request("minor-metals:")):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return address


@pytest.mark.parametrize("runtime", [True, False], ids=["runtime folder", "no runtime folder"])
def test_a_second_launch_passes_its_request_to_the_open_window(
    start: Start, home: Path, edition_file: Path, runtime: bool
) -> None:
    without = {} if runtime else {"XDG_RUNTIME_DIR": ""}
    first = start("--metal", "gallium", **without)
    address = wait_for(home, edition_file, runtime)
    assert address.folder == (home / "run" if runtime else home / ".local/state") / "minor-metals-explorer"
    time.sleep(1)  # until the figures behind the list are loaded, so that a slow computer answers in time
    before = time.monotonic()
    second = start("minor-metals:antimony?tab=prices&on=2024-12-10&to=USA", **without)
    out, err = second.communicate(timeout=10)
    assert (second.returncode, out, err) == (0, b"", b"") and time.monotonic() - before < 3
    assert first.poll() is None
    first.terminate()
    assert first.wait(10) == 0
    saved = (home / "config/Minor Metals Explorer/explorer.ini").read_text(encoding="utf-8")
    for line in ("metal=antimony", "tab=prices", "destination=USA"):
        assert line in saved
    assert list(address.folder.iterdir()) == []


def test_a_killed_window_does_not_block_the_next(start: Start, home: Path, edition_file: Path) -> None:
    first = start()
    address = wait_for(home, edition_file)
    first.kill()
    first.wait(10)
    assert address.lock.is_file()
    again = start()
    assert wait_for(home, edition_file) == address
    again.send_signal(signal.SIGINT)
    assert again.wait(10) == 130


@pytest.mark.parametrize("seconds", [0, 0.03, 0.06, 0.1, 0.2])
def test_an_interrupt_ends_the_program_at_any_time(start: Start, seconds: float) -> None:
    window = start(PYTHONPROFILEIMPORTTIME="1")
    assert window.stderr is not None
    # Python itself can lose an interrupt while it imports modules, so wait until the program has begun to run.
    assert any(line.split()[-1:] == [b"explorer.cli"] for line in window.stderr)
    time.sleep(seconds)
    window.send_signal(signal.SIGINT)
    window.communicate(timeout=10)
    assert window.returncode in (-signal.SIGINT, 130)


@pytest.mark.parametrize(
    "kind",
    [
        "no home",
        "home is a file",
        "settings are a folder",
        "settings are rubbish",
        "settings are a pipe",
        "settings are a device",
        "their lock is a pipe",
    ],
)
def test_the_window_opens_and_closes_with_an_unusable_home_folder(
    start: Start, home: Path, edition_file: Path, kind: str
) -> None:
    environment = {
        "no home": {"HOME": "/nonexistent", "XDG_CONFIG_HOME": ""},
        "home is a file": {"HOME": __file__, "XDG_CONFIG_HOME": __file__},
    }.get(kind, {})
    file = home / "config/Minor Metals Explorer/explorer.ini"
    file.parent.mkdir(parents=True)
    if kind == "settings are a folder":
        file.mkdir()
    elif kind == "settings are rubbish":
        file.write_bytes(os.urandom(2_000))
    elif kind == "settings are a device":
        file.symlink_to("/dev/zero")
    elif kind in ("settings are a pipe", "their lock is a pipe"):
        os.mkfifo(file if kind == "settings are a pipe" else file.with_name(f"{file.name}.lock"))
    window = start(**environment)
    wait_for(home, edition_file)
    window.terminate()
    _, err = window.communicate(timeout=10)
    assert window.returncode == 0 and b"Traceback" not in err


def python(home: Path, code: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment_for(home), capture_output=True, timeout=60
    )


def test_a_link_event_reaches_the_window(home: Path) -> None:
    code = """
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
import explorer.app
explorer.app.sys.platform = "darwin"
app = explorer.app.make_application()
app.sendEvent(app, QFileOpenEvent(QUrl("minor-metals:gallium?to=USA")))
app.set_link_handler(print)
app.sendEvent(app, QFileOpenEvent(QUrl("minor-metals:tin")))
print(app.desktopFileName(), app.applicationName(), app.applicationDisplayName(), sep=";")
"""
    done = python(home, code)
    assert done.stdout.decode().splitlines() == [
        "minor-metals:gallium?to=USA",
        "minor-metals:tin",
        "minor-metals-explorer;minor-metals-explorer;Minor Metals Explorer",
    ]


def test_an_error_in_a_slot_ends_nothing_and_one_at_start_up_is_shown(home: Path) -> None:
    code = """
import os, signal, sys
from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QApplication
from explorer import cli
from explorer.ui.windows import workspace

class Workspace(workspace.Workspace):
    def _load_figures(self):
        QTimer.singleShot(200, lambda: print(self.banner.report.isVisible(), flush=True))
        QTimer.singleShot(300, lambda: os.kill(os.getpid(), signal.SIGTERM))
        raise ZeroDivisionError("in a slot")

workspace.Workspace = Workspace
print(cli.main([]), flush=True)

def look():
    print(*(type(w).__name__ for w in QApplication.topLevelWidgets() if w.isVisible()), flush=True)
    QApplication.instance().quit()

def fail(*_, **__):
    QTimer.singleShot(300, look)
    raise ZeroDivisionError("at the start")

sys.modules["explorer.app"].restored_state = fail
print(cli.main([]), flush=True)
sys.modules["explorer.app"].MainWindow = fail
print(cli.main([]), flush=True)
"""
    done = python(home, code)
    assert done.stdout.split() == [b"True", b"0", b"StartupErrorWindow", b"2", b"StartupErrorWindow", b"2"]
    assert b"in a slot" in done.stderr and done.stderr.count(b"ZeroDivisionError: at the start") == 2


def test_an_error_caused_by_a_changed_data_file_is_shown_without_a_traceback(
    home: Path, edition_file: Path
) -> None:
    path = Path(shutil.copy(edition_file, home / "other.db"))
    code = f"""
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from explorer import cli
from explorer.ui.windows.data_error_window import DataErrorWindow

def look():
    for window in QApplication.topLevelWidgets():
        if isinstance(window, DataErrorWindow):
            print(window.sentence.text())
            window.close()

def fail(*_, **__):
    QTimer.singleShot(300, look)
    raise KeyError("at the start")

import explorer.app
explorer.app.restored_state = fail
print(cli.main(["--data", {str(path)!r}]))
"""
    done = python(home, code)
    sentence, code = done.stdout.decode().splitlines()
    assert "other.db cannot be used (KeyError: 'at the start')" in sentence
    assert code == "2" and b"Traceback" not in done.stderr


def test_closing_the_empty_window_ends_the_program(home: Path) -> None:
    code = """
from PySide6.QtWidgets import QApplication
from explorer import cli

def close(app):
    for window in app.topLevelWidgets():
        window.close()

QApplication.processEvents = lambda app: close(QApplication)
print(cli.main([]))
"""
    assert python(home, code).stdout == b"0\n"
    assert list((home / "run/minor-metals-explorer").iterdir()) == []


def test_an_error_window_has_the_theme_of_the_last_session(home: Path) -> None:
    settings = home / "config/Minor Metals Explorer"
    settings.mkdir(parents=True)
    (settings / "explorer.ini").write_text("[General]\ntheme=dark\n")
    code = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from explorer import cli
from explorer.ui.windows import data_error_window

class Window(data_error_window.DataErrorWindow):
    def showEvent(self, event):
        print(self.palette().window().color().name())
        QTimer.singleShot(0, self, self.close)

data_error_window.DataErrorWindow = Window
print(cli.main(["--data", "nowhere.db"]))
"""
    assert python(home, code).stdout.split() == [b"#10151b", b"2"]


def test_the_empty_window_imports_nothing_that_it_does_not_show(home: Path) -> None:
    """What only the views need, and Qt classes that take long to create, come after the window."""
    code = """
import sys
from PySide6.QtWidgets import QApplication
from explorer import cli

def stop(_app):
    late = ["explorer.commands.support.arguments", "explorer.models.state", "explorer.ui.theme"]
    late += ["explorer.ui.windows.workspace", "sqlite3", "pyqtgraph"]
    shown = [w.isVisible() for w in QApplication.topLevelWidgets()]
    print(shown, [name for name in late if name in sys.modules], "Qt" in vars(sys.modules["PySide6.QtCore"]))
    sys.exit()

QApplication.processEvents = stop
cli.main([])
"""
    assert python(home, code).stdout == b"[True] [] False\n"


def test_a_start_neither_reads_sources_nor_collects_what_it_has_just_created(home: Path) -> None:
    """PySide's import would read the source of each module; collections took a tenth of the time to the first view."""
    code = """
import builtins, gc, linecache, sys
from explorer import cli
from explorer.commands import window
from explorer.process.qt_loading import load_qt

python_import = builtins.__import__
load_qt()
import explorer.app
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

def look():
    print(gc.isenabled(), gc.get_freeze_count() > 0)

def end():
    look()
    print(builtins.__import__ is python_import, [n for n in linecache.cache if "explorer" in n])
    QApplication.instance().quit()

explorer.app.COLLECT_AFTER_MS = 600
populate = explorer.app.populate
def populate_and_look(*words):
    populate(*words)
    look()
    QTimer.singleShot(1200, end)
explorer.app.populate = populate_and_look
cli.main([])
"""
    assert python(home, code).stdout.splitlines() == [b"False False", b"True True", b"True []"]


def test_a_metal_is_shown_without_the_modules_of_questions_and_other_charts(home: Path) -> None:
    """The rules of questions alone took a third of the time to the first chart."""
    code = """
import sys
from explorer.ui.views.metals import view
from explorer.ui.views.metals.tabs import overview, prices
late = ["explorer.data.finding.questions", "explorer.charts.builders.registry", "explorer.data.overview.overview",
        "explorer.data.overview.dates"]
print([name for name in late if name in sys.modules], "explorer.models.state" in sys.modules)
"""
    assert python(home, code).stdout == b"[] True\n"
