"""Starts thousands of windows with damaged settings.

See `tests.fuzz.cases` for the options. Nothing in the settings may keep the window from opening: what is not valid is
replaced by a default. The sentence of a case is the link of the view that the window opens with, and its theme. Some
windows are filled, all others only restored; each saves its settings again.
"""

import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.fuzz import settings_mutations
from tests.fuzz.cases import ACCEPTED, FAILED, Attempt, Fuzz, main
from tests.fuzz.data_files import make_base
from tests.fuzz.open_window import Faults, settle

if TYPE_CHECKING:
    from explorer.data.store import Store

KINDS = settings_mutations.MUTATIONS
FILLED = 0.15  # how many windows are filled
LARGEST = 8_000  # pixels
# What Qt says about values that it cannot read, which are then empty.
ABOUT_VALUES = ("QVariant", "QDataStream", "QSettings", "QFont", "QMetaType")


def prepare(folder: Path) -> None:
    """Make the data file of the windows."""
    make_base(folder / "base.db")


def start(store: "Store", folder: Path, faults: Faults, *, is_filled: bool) -> str:
    """Open a window with the settings of a folder and save them; return what it shows."""
    from PySide6.QtCore import QSettings

    from explorer.app import make_application, set_background
    from explorer.models.state import THEMES
    from explorer.models.view_request import read, write
    from explorer.ui.dialogs.export.files import last_folder
    from explorer.ui.dialogs.export.form_values import load_values, recent_sizes
    from explorer.ui.windows.greeting import is_due
    from explorer.ui.windows.main_window import MainWindow
    from explorer.ui.windows.session import open_settings, restored_state, restored_theme, save_window

    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))
    settings = open_settings()
    set_background(make_application(), restored_theme(settings))
    state = restored_state(store, settings)
    assert state.theme in THEMES and state.metal_id in store.metals
    _, wrong = read(write(state.as_request()), store)
    assert not wrong, wrong
    load_values(settings).options()
    assert (
        len(recent_sizes(settings)) <= 3
        and last_folder(settings).is_dir()
        and is_due(settings) in (True, False)
    )
    window = MainWindow(settings, lambda: "report")
    is_small = window.width() < LARGEST and window.height() < LARGEST
    assert is_small or window.isMaximized() or window.isFullScreen()
    if is_filled:
        window.populate(store, state)
        window.show()
        settle()
        window.close()
        window.workspace.discard()
    else:
        save_window(window, None, state, settings)
    window.deleteLater()
    settle()
    return f"{write(state.as_request())} {state.theme}"


@contextmanager
def session(prepared: Path) -> Iterator[Attempt]:
    """Yield the attempt to start with a file of settings, twice: the second time with what the first has saved."""
    from explorer.app import load_fonts_and_icon, make_application
    from explorer.data.store import Store

    app = make_application()
    faults = Faults()
    load_fonts_and_icon(app)
    with Store.open(prepared / "base.db", is_checked=True) as store:

        def attempt(folder: Path, kind: str, seed: int) -> tuple[str, str]:
            chance = random.Random(seed)
            place = folder / "Minor Metals Explorer"
            place.mkdir()
            KINDS[kind](place / "explorer.ini", chance)
            shown = start(store, folder, faults, is_filled=chance.random() < FILLED)
            again = start(store, folder, faults, is_filled=False)
            faults[:] = [f for f in faults if not f.startswith(ABOUT_VALUES)]
            fault = faults.take()
            if fault:
                return FAILED, fault
            if (place / "explorer.ini").is_file() and kind != "not_a_file" and again != shown:
                return FAILED, f"{shown} was saved as {again}"
            return ACCEPTED, shown

        yield attempt


FUZZ = Fuzz("settings", KINDS, prepare, session, chunk=200, rare=settings_mutations.RARE)

if __name__ == "__main__":
    sys.exit(main(FUZZ))
