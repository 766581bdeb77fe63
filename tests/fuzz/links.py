"""Opens thousands of damaged links in a window, and runs the command line with damaged words.

See `tests.fuzz.cases` for the options. After a link, the view that is shown must be one that a link can name.
"""

import os
import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.fuzz.argument_mutations import ARGUMENTS
from tests.fuzz.cases import ACCEPTED, FAILED, Attempt, Fuzz, main, refused
from tests.fuzz.command_checks import run_command
from tests.fuzz.data_files import make_base
from tests.fuzz.link_mutations import LINKS
from tests.fuzz.open_window import Faults, opened, settle

if TYPE_CHECKING:
    from explorer.process.launch import Launch


def prepare(folder: Path) -> None:
    """Make the data file of the window and of the commands."""
    make_base(folder / "base.db")


def try_link(window: object, faults: Faults, link: str) -> tuple[str, str]:
    """Open a link in a window; the sentence is that of the window."""
    from explorer.models.view_request import read, write
    from explorer.ui.windows.main_window import MainWindow

    assert isinstance(window, MainWindow)
    window.workspace.banner.hide()
    window.open_link(link)
    settle()
    fault = faults.take()
    if fault:
        return FAILED, fault
    state = window.workspace.state
    _, wrong = read(write(state.as_request()), window.workspace.shared.store)
    if wrong:
        return FAILED, f"The view shown has no link: {wrong[0]}"
    banner = window.workspace.banner
    return (ACCEPTED, "") if banner.isHidden() else refused(banner.sentence)


def not_opened(launch: "Launch", _report: object) -> int:
    """Open no window where a command would open one, and end as if it had been closed."""
    launch.release_lock()
    return 0


@contextmanager
def session(prepared: Path) -> Iterator[Attempt]:
    """Yield the attempt to open a link or to run a command."""
    from explorer import app, paths

    base = prepared / "base.db"
    paths.data_file = lambda: base
    app.run = not_opened
    with opened(base) as (window, faults):

        def attempt(folder: Path, kind: str, seed: int) -> tuple[str, str]:
            chance = random.Random(seed)
            if kind in LINKS:
                return try_link(window, faults, LINKS[kind](chance))
            os.chdir(folder)
            return run_command(ARGUMENTS[kind](chance))

        yield attempt


FUZZ = Fuzz("links", (*LINKS, *ARGUMENTS), prepare, session, chunk=200)

if __name__ == "__main__":
    sys.exit(main(FUZZ))
