"""A desktop of its own for a test: a virtual screen, a session bus with the service for screen readers, and processes.

A process answers each line of its standard input with a line of JSON.
"""

import json
import os
import select
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from tests.imports import ROOT
from tests.real_window import start_screen

HERE = Path(__file__).resolve().parent
SYSTEM_PYTHON = "/usr/bin/python3"
PROGRAMS = ("Xvfb", "dbus-daemon", SYSTEM_PYTHON)
LIBRARY = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
LONGEST_WAIT_S, LONGEST_ANSWER_S = 30, 120
# Set to `required` where the packages are installed, so that these tests are never skipped.
VARIABLE = "SCREEN_READER_TESTS"


def missing() -> str:
    """Return what this computer lacks for a desktop with screen readers, empty where it has everything."""
    lacks = next((p for p in PROGRAMS if shutil.which(p) is None), "")
    if not lacks and subprocess.run([SYSTEM_PYTHON, "-c", LIBRARY], capture_output=True).returncode:
        lacks = "python3-gi or gir1.2-atspi-2.0"
    return lacks or ("" if list(Path("/usr/share/dbus-1/services").glob("org.a11y.Bus*")) else "at-spi2-core")


class Process:
    """A process that answers commands."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        assert self.answer() == "ready"

    def send(self, command: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{command}\n")
        self._process.stdin.flush()

    def answer(self) -> Any:
        """Wait for an answer; fail without one, as after an error in the window."""
        output = self._process.stdout
        assert output is not None
        assert select.select([output], [], [], LONGEST_ANSWER_S)[0], "the process does not answer"
        line = output.readline()
        assert line, f"the process has ended with {self._process.wait()}"
        return json.loads(line)

    def ask(self, command: str) -> Any:
        self.send(command)
        return self.answer()

    def end(self) -> int:
        """Let the process end, and return its code."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        return self._process.wait(LONGEST_WAIT_S)


class Desktop:
    """Starts windows and what reads them, and ends them with the desktop."""

    def __init__(self, stack: ExitStack, environment: dict[str, str]) -> None:
        self._stack, self._environment = stack, environment

    def window(self, script: str, *words: str) -> Process:
        """Start a script of this folder with a window."""
        return self._start(sys.executable, str(HERE / script), *words)

    def reader(self) -> Process:
        """Start a client that reads windows."""
        return self._start(SYSTEM_PYTHON, str(HERE / "client.py"))

    def _start(self, *command: str) -> Process:
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        process = subprocess.Popen(command, cwd=ROOT, env=self._environment, text=True, **pipes)
        _end_with(self._stack, process)
        return Process(process)


@contextmanager
def desktop(home: Path) -> Iterator[Desktop]:
    """Start screen and bus, and stop both and all that was started on them."""
    with ExitStack() as stack:
        display, screen = start_screen()
        _end_with(stack, screen)
        own = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT), "HOME": str(home)}
        environment = os.environ | own | dict.fromkeys(("XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"), str(home))
        command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        bus = subprocess.Popen(command, env=environment, text=True, **pipes)
        _end_with(stack, bus)
        assert bus.stdout is not None
        environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        yield Desktop(stack, environment)


def _end_with(stack: ExitStack, process: "subprocess.Popen[Any]") -> None:
    """End a process with a stack, and close what connects it."""
    stack.enter_context(process)
    stack.callback(process.terminate)
