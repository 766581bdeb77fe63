"""The program's window; each line of standard input changes the metal, the tab or the theme and goes through a chart.

python changes_window.py DATA_FILE SETTINGS_FILE
"""

import json
import random
import sys
from pathlib import Path

from PySide6.QtCore import QSettings, QSocketNotifier, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from explorer.app import load_fonts_and_icon, make_application
from explorer.data.store import Store
from explorer.models.state import TABS, AppState
from explorer.ui.cards.chart_view import ChartView
from explorer.ui.windows.main_window import MainWindow

KEYS = (Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Plus, Qt.Key.Key_Left, Qt.Key.Key_Escape)


class Changes:
    """Changes a window."""

    def __init__(self, window: MainWindow, store: Store) -> None:
        self._window, self._state = window, window.workspace.state
        self._metals = list(store.metals)
        self._random = random.Random(12)
        self._count = 0
        self._input = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, window)
        self._input.activated.connect(self._read)

    def _read(self) -> None:
        if not sys.stdin.readline():
            self._input.setEnabled(False)
            QApplication.quit()
            return
        self._change()
        print(json.dumps(QAccessible.isActive()), flush=True)

    def _change(self) -> None:
        self._count += 1
        choose = self._random.choice
        if self._count % 4 == 1:
            self._state.set_tab(choose(TABS))
        elif self._count % 4 == 3:
            self._state.set_theme(choose(("light", "dark")))
        else:
            self._state.set_metal(choose(self._metals))
        drawn = [v for v in self._window.findChildren(ChartView) if v.isVisible() and v.plot is not None]
        if drawn:
            view = choose(drawn)
            view.setFocus()
            for key in KEYS:
                QTest.keyClick(view, key)


def main() -> int:
    app = make_application()
    load_fonts_and_icon(app)
    settings = QSettings(sys.argv[2], QSettings.Format.IniFormat)
    with Store.open(Path(sys.argv[1])) as store:
        window = MainWindow(settings, lambda: "")
        window.populate(store, AppState("gallium"))
        window.resize(1440, 900)
        window.show()
        changes = Changes(window, store)
        print(json.dumps("ready"), flush=True)
        code = app.exec()
        del changes
        return code


if __name__ == "__main__":
    sys.exit(main())
