"""Process start to first paint, against the barest window of the same kind; the two take turns in one run.

python -m tests.benchmarks.start [ROUNDS]
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# Installed in the child before its event loop starts: tells when a window, or a plot in it, was first painted.
PROBE = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QGraphicsView, QMainWindow

class Probe(QObject):
    def __init__(self, plot):
        super().__init__()
        self.plot, self.done = plot, False

    def eventFilter(self, watched, event):
        if not self.done and event.type() == QEvent.Type.Paint and self.wanted(watched):
            self.done = True
            QTimer.singleShot(0, self.told)
        return False

    def wanted(self, watched):
        if self.plot:
            view = watched.parent()
            return isinstance(view, QGraphicsView) and view.scene() is not None and len(view.scene().items()) > 3
        return isinstance(watched, QMainWindow)

    def told(self):
        print(time.monotonic(), flush=True)
        QApplication.instance().quit()

run = QApplication.exec
def exec_with_probe(*args):
    app = QApplication.instance()
    app.probe = Probe(PLOT)
    app.installEventFilter(app.probe)
    return run()
QApplication.exec = exec_with_probe
"""
EXPLORER = """
from explorer.cli import main
sys.exit(main(["--new-window", "--metal", "gallium", "--to", "USA", "--tab", "overview"]))
"""
BARE_WINDOW = "app = QApplication([]); w = QMainWindow(); w.resize(1320, 860); w.show(); app.exec()"
BARE_PLOT = """
app = QApplication([])
import pyqtgraph as pg
w = QMainWindow(); p = pg.PlotWidget(); p.plot([1, 2, 3], [1, 3, 2], symbol='o'); w.setCentralWidget(p)
w.resize(1320, 860); w.show(); app.exec()
"""


def seconds(code: str, *, plot: bool) -> float:
    """Return the seconds from starting a process to the paint that its probe waits for."""
    whole = PROBE.replace("PLOT", str(plot)) + code
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "XDG_CONFIG_HOME": "/nonexistent"}
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", whole], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60
    )
    lines = done.stdout.split()
    if not lines:
        raise SystemExit(f"The window never painted: {done.stderr}")
    return float(lines[-1]) - begun


def compare(name: str, ours: str, bare: str, rounds: int, *, plot: bool) -> None:
    """Print medians and their ratio."""
    pairs = [(seconds(ours, plot=plot), seconds(bare, plot=plot)) for _ in range(rounds + 1)][1:]
    own, other = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"{name:32} {own:6.3f} s   bare {other:6.3f} s   ratio {own / other:5.2f}")


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    compare("process start to first window", EXPLORER, BARE_WINDOW, count, plot=False)
    compare("process start to first chart", EXPLORER, BARE_PLOT, count, plot=True)
