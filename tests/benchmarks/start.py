"""From process start to a visible window and to a painted chart, with memory: all programs alternately in one run.

The processor's time until the chart depends less on what else the machine does than the time that passes.

    python -m tests.benchmarks.start [FOLDER [ROUNDS]]

FOLDER is what build.spec leaves in dist/. Seen from outside, on a virtual screen of its own: the program from source
and packaged, started as a double click does, without a word and as the first instance, with the chart that the last
session showed, a bare window, a bare plot and, where installed, KDE's Kalzium and DB Browser for SQLite. Needs Xvfb and
xwininfo.
"""

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.real_window import start_screen

ROOT = Path(__file__).resolve().parents[2]
NAME = "minor-metals-explorer"
SECONDS, SETTLED = 40.0, 2.0
PAUSE = 0.005  # seconds between two checks, which take processor time from the program and the screen
PIXELS = "Xvfb_screen0"
# The colour of the first series of a chart in the bytes of the screen: blue, green, red, unused.
LINE = bytes((0xB2, 0x72, 0x00))
LEAST_PIXELS, LEAST_WIDTH = 60, 300
_CHILD = re.compile(r"^\s*(0x[0-9a-f]+) .*?\s(\d+)x\d+[+-]", re.MULTILINE)

BARE_WINDOW = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([]); w = QMainWindow(); w.setWindowTitle("bare"); w.resize(1320, 860); w.show(); app.exec()
"""
BARE_PLOT = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
import pyqtgraph as pg
pg.setConfigOptions(background="w")
w = QMainWindow(); p = pg.PlotWidget(); p.plot([1, 2, 3], [1, 3, 2], pen=pg.mkPen("#0072b2", width=3))
w.setWindowTitle("bare"); w.setCentralWidget(p); w.resize(1320, 860); w.show(); app.exec()
"""


# The settings of a last session that starts with the metals, since the view Today shows no chart.
SESSION = """[General]
metal=tungsten
tab=prices
start=metals
"""


def commands(folder: Path) -> dict[str, list[str]]:
    """Return the programs that can be started, by name."""
    programs = {
        "bare window": [sys.executable, "-c", BARE_WINDOW],
        "bare plot": [sys.executable, "-c", BARE_PLOT],
        "source": [sys.executable, "-m", "explorer"],
        "packaged": [str(folder / NAME)],
        "Kalzium": ["kalzium"],
        "DB Browser": ["sqlitebrowser"],
    }
    return {name: words for name, words in programs.items() if shutil.which(words[0])}


class Screen:
    """A virtual screen on which one program at a time is measured; `pixels` is the file with its pixels."""

    def __init__(self, display: str, home: Path, pixels: Path) -> None:
        self.pixels = pixels
        self.environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": str(home)}
        for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"):
            self.environment[name] = str(home)
        # Our modules are compiled in advance, as the bindings of Qt are.
        self.environment["PYTHONDONTWRITEBYTECODE"] = ""

    def measure(
        self, words: list[str], *, chart: bool, tree: Path = ROOT
    ) -> tuple[float, float, float, float]:
        """Return seconds to a visible window, seconds to a chart (0 where none is awaited), megabytes held, and seconds
        of the processor to the window or the chart.

        The program starts in the folder of a tree, from which Python takes what it imports.
        """
        begun = time.monotonic()
        process = subprocess.Popen(
            words, cwd=tree, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            mapped = self._until(f"The window of {words[0]}", begun, self._has_window)
            drawn = self._until(f"The chart of {words[:2]}", begun, self._has_line) if chart else 0.0
            busy = processor(process.pid)
            time.sleep(SETTLED)
            return mapped, drawn, resident(process.pid), busy
        finally:
            process.terminate()
            process.wait()
            time.sleep(0.3)

    def _until(self, what: str, begun: float, is_done: Callable[[], bool]) -> float:
        while not is_done():
            if time.monotonic() - begun > SECONDS:
                raise SystemExit(f"{what} never came.")
            time.sleep(PAUSE)
        return time.monotonic() - begun

    def _has_window(self) -> bool:
        """Return whether a window of some size is mapped; one program at a time is on the screen."""
        windows = _CHILD.findall(self._output(["xwininfo", "-root", "-children"]).decode())
        large = [name for name, width in windows if int(width) >= LEAST_WIDTH]
        return any(b"IsViewable" in self._output(["xwininfo", "-id", name]) for name in large)

    def _has_line(self) -> bool:
        return self.pixels.read_bytes().count(LINE) >= LEAST_PIXELS

    def _output(self, words: list[str]) -> bytes:
        return subprocess.run(words, env=self.environment, capture_output=True, check=False).stdout


def resident(process: int) -> float:
    """Return the megabytes that a process holds in memory."""
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


def processor(process: int) -> float:
    """Return the seconds of the processor that a process has used."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    user, system = map(int, fields[11:13])
    return (user + system) / os.sysconf("SC_CLK_TCK")


def ratio(rows: dict[str, tuple[float, ...]], name: str, other: str, column: int) -> str:
    """Return the ratio of two medians, empty where one is missing."""
    if name not in rows or other not in rows or not rows[other][column]:
        return ""
    return f"{rows[name][column] / rows[other][column]:.2f} of {other}"


def write_session(home: Path) -> None:
    """Write the settings of a last session to a home folder."""
    settings = home / "Minor Metals Explorer" / "explorer.ini"
    settings.parent.mkdir()
    settings.write_text(SESSION, encoding="utf-8")


def main(folder: Path, rounds: int) -> None:
    """Measure all programs in turn and print medians and ratios."""
    programs = commands(folder)
    results: dict[str, list[tuple[float, ...]]] = {name: [] for name in programs}
    with tempfile.TemporaryDirectory() as home:
        number, screen = start_screen(Path(home))
        write_session(Path(home))
        try:
            watched = Screen(number, Path(home), Path(home, PIXELS))
            for turn in range(rounds + 1):
                for name, words in programs.items():
                    chart = name in ("bare plot", "source", "packaged")
                    figures = watched.measure(words, chart=chart)
                    if turn:  # the first turn fills the disk cache
                        results[name].append(figures)
        finally:
            screen.terminate()
            screen.wait()
    rows = {name: tuple(map(statistics.median, zip(*runs, strict=True))) for name, runs in results.items()}
    for name, (mapped, drawn, megabytes, busy) in rows.items():
        painted = f"{drawn:6.3f} s" if drawn else " " * 8
        times = f"window {mapped:6.3f} s   chart {painted}   processor {busy:6.2f} s"
        print(f"{name:12} {times}   memory {megabytes:6.1f} MB")
    for name in ("source", "packaged"):
        ratios = [
            f"window {ratio(rows, name, 'bare window', 0)}",
            f"window {ratio(rows, name, 'Kalzium', 0)}",
            f"chart {ratio(rows, name, 'bare plot', 1)}",
            f"processor {ratio(rows, name, 'bare plot', 3)}",
            f"memory {ratio(rows, name, 'bare plot', 2)}",
        ]
        if name in rows:
            print(f"{name}: {'; '.join(t for t in ratios if t.split(' ', 1)[1])}")


if __name__ == "__main__":
    main(
        Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT / "dist" / NAME,
        int(sys.argv[2]) if len(sys.argv) > 2 else 7,
    )
