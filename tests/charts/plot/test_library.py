"""The import of pyqtgraph without its copies of Qt."""

import json
import subprocess
import sys

from tests.imports import ROOT

CODE = """
import json, sys
{first}
from PySide6 import QtCore, QtGui, QtWidgets
names = [set(dir(module)) for module in (QtCore, QtGui, QtWidgets)]
from explorer.charts.plot.library import pg
made = "QWizard" in vars(QtWidgets)
qt = pg.Qt
print(json.dumps({{
    "names": [a <= set(dir(b)) and len(a) > 100 for a, b in zip(names, (QtCore, QtGui, QtWidgets))],
    "made": made,
    "same": [qt.QtCore.QObject is QtCore.QObject, qt.QtGui.QPen is QtGui.QPen, qt.QtWidgets.QDial is QtWidgets.QDial],
    "unknown": [hasattr(module, "Nothing") for module in (qt.QtCore, qt.QtGui, qt.QtWidgets)],
    "library": pg is sys.modules["pyqtgraph"] and issubclass(pg.ViewBox, QtWidgets.QGraphicsWidget),
}}))
"""


def imported(first: str = "") -> dict[str, object]:
    """Return what is found after the import in a process of its own, after some first line."""
    command = [sys.executable, "-c", CODE.format(first=first)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
    return json.loads(done.stdout)


def test_names_of_qt_are_looked_up_when_they_are_used() -> None:
    assert imported() == {
        "names": [True] * 3,
        "made": False,
        "same": [True] * 3,
        "unknown": [False] * 3,
        "library": True,
    }


def test_a_library_that_is_imported_already_stays_as_it_is() -> None:
    found = imported("import pyqtgraph")
    assert found["made"] and found["same"] == [True] * 3 and found["library"]
