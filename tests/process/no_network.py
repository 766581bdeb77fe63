"""Runs commands and opens every view of a window while each use of a network raises, and prints what was tried.

Python reports each new socket, connection and look-up of a name to an audit hook, whatever module asks for it.
"""

import json
import socket
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

WATCHED = (
    "socket.",
    "urllib.",
    "http.",
    "ftplib.",
    "smtplib.",
    "poplib.",
    "imaplib.",
    "nntplib.",
    "telnetlib.",
)
LOCAL = tuple(getattr(socket, name) for name in ("AF_UNIX",) if hasattr(socket, name))
NETWORK_MODULES = (
    "PySide6.QtNetwork",
    "PySide6.QtWebSockets",
    "urllib.request",
    "http.client",
    "ssl",
    "asyncio",
)
tried: list[str] = []


class NetworkUsed(Exception):
    """Raised for a use of a network."""


def refuse(event: str, arguments: tuple[object, ...]) -> None:
    """Raise for each use of a network; a pair of local sockets is how the program hears signals of the system."""
    if not event.startswith(WATCHED):
        return
    if event == "socket.__new__" and arguments[1] in (*LOCAL, -1):
        return
    tried.append(f"{event} {arguments[1:]!r}")
    raise NetworkUsed(tried[-1])


def run_commands(data: Path, folder: Path) -> list[int]:
    """Return the exit codes of commands of every kind."""
    from explorer.cli import main
    from tests.fuzz.argument_mutations import GOOD

    listed = folder / "codes.csv"
    listed.write_text("code\n8112929010\n")
    commands: tuple[tuple[str, ...], ...] = (
        *GOOD,
        ("--version",),
        ("check", "--file", str(listed), "-o", str(folder / "out.xlsx")),
        ("check", "--file", str(listed), "--pdf", str(folder / "out.pdf")),
        ("export", "gallium", "--chart", "price", "-o", str(folder / "out.png")),
        ("sheet", "gallium", "-o", str(folder / "sheet.pdf")),
        ("own", "export", str(folder / "own.db")),
        ("minor-metals:gallium?tab=controls", "--help"),
    )
    codes = []
    for words in commands:
        with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
            codes.append(main(["--data", str(data), *words]))
    return codes


def open_views(data: Path) -> str:
    """Open every view and tab; return the first fault of the window, empty for none."""
    from explorer.models.view_request import TABS, ViewRequest
    from explorer.models.views import ALL_VIEWS
    from explorer.process.launch import Launch
    from explorer.process.lifecycle import Lifecycle
    from tests.fuzz.open_window import opened, settle

    with opened(data) as (window, faults):
        from PySide6.QtWidgets import QApplication

        app = QApplication.instance()
        assert isinstance(app, QApplication)
        lifecycle = Lifecycle(app, Launch(ViewRequest()))
        places = [f"view/{view}" for view in ALL_VIEWS] + [f"gallium?tab={tab}" for tab in TABS]
        for place in places:
            window.open_link(f"minor-metals:{place}")
            settle()
        lifecycle.end()
        return faults.take()


def main() -> None:
    data, folder = map(Path, sys.argv[1:])
    sys.addaudithook(refuse)
    codes = run_commands(data, folder)
    fault = open_views(data)
    loaded = [name for name in NETWORK_MODULES if name in sys.modules]
    print(json.dumps({"tried": tried, "loaded": loaded, "fault": fault, "codes": codes}))


if __name__ == "__main__":
    main()
