"""What writes files, each in two variants: a process writes them in turn into the same file until it is killed."""

import contextlib
import io
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

METALS = ("gallium", "tungsten")
CODES = ("8112929010", "3C001.a")
# Writes variant 0 or 1 into a file.
Write = Callable[[Path, int], None]


@dataclass(frozen=True, slots=True)
class Writer:
    """How a file is written; `state` returns what must be that of one of the variants, by default its bytes."""

    name: str
    file_name: str
    write: Write
    state: Callable[[Path], object] = Path.read_bytes


class Refused(Exception):
    """Raised with what a command that failed has printed on standard error."""


def command(*words: str) -> None:
    """Run a command without its output; raise Refused where it fails."""
    from explorer.cli import main

    err = io.StringIO()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(err):
        code = main(list(words))
    if code not in (0, 1):
        raise Refused(err.getvalue())


def _chart(form: str) -> Writer:
    def write(path: Path, variant: int) -> None:
        command("export", METALS[variant], "--chart", "price", "-o", str(path), "--force")

    return Writer(f"chart_{form}", f"chart.{form}", write)


def _calendar(path: Path, variant: int) -> None:
    command("today", "--to", ("USA", "JPN")[variant], "--ics", str(path), "--force")


def _sheet(path: Path, variant: int) -> None:
    command("sheet", METALS[variant], "-o", str(path), "--force")


def _statement(path: Path, variant: int) -> None:
    command("check", CODES[variant], "--pdf", str(path), "--force")


def _names_statement(path: Path, variant: int) -> None:
    command("parties", f"Company {variant}", "--pdf", str(path), "--force")


def _checked(form: str) -> Write:
    def write(path: Path, variant: int) -> None:
        source = path.parent.parent / f"codes-{variant}.csv"
        if not source.exists():
            source.write_text("part,code\n" + f"P,{CODES[variant]}\n" * 2_000)
        command("check", "--file", str(source), "-o", str(path), "--force")

    return write


def _own_place(path: Path, variant: int) -> None:
    """Check a list in its own place: variant 0 is the list, variant 1 the checked list."""
    if variant == 0:
        original = path.with_name("original")
        original.write_text("part,code\n" + f"P,{CODES[0]}\n" * 2_000)
        os.replace(original, path)  # noqa: PTH105
    else:
        command("check", "--file", str(path), "-o", str(path), "--force")


def _own_export(path: Path, variant: int) -> None:
    from explorer.data.user.exchange import export_to
    from explorer.data.user.user_file import UserFile
    from explorer.data.user.watchlist import add_to_watchlist

    own = path.parent.parent / f"own-{variant}" / "own.db"
    file = UserFile(own)
    if not own.exists():
        for metal in METALS[: variant + 1]:
            add_to_watchlist(file, metal)
    export_to(file, path, force=True)


def _settings(path: Path, variant: int) -> None:
    from PySide6.QtCore import QSettings

    settings = QSettings(str(path), QSettings.Format.IniFormat)
    for number in range(200):
        settings.setValue(f"value{number}", f"{variant}" * 50)
    settings.sync()


def _settings_state(path: Path) -> object:
    """Return the values of a settings file; the order of its lines may differ."""
    return frozenset(path.read_text().splitlines())


def _edition_choice(path: Path, variant: int) -> None:
    from explorer.files import write_file

    write_file(path, b'{"use": "%d"}' % variant * 500, force=True)


WRITERS = {
    writer.name: writer
    for writer in (
        *(_chart(form) for form in ("csv", "xlsx", "png", "svg", "pdf")),
        Writer("calendar", "dates.ics", _calendar),
        Writer("sheet", "sheet.pdf", _sheet),
        Writer("statement", "statement.pdf", _statement),
        Writer("names_statement", "names.pdf", _names_statement),
        Writer("checked_csv", "checked.csv", _checked("csv")),
        Writer("checked_xlsx", "checked.xlsx", _checked("xlsx")),
        Writer("checked_in_place", "list.csv", _own_place),
        Writer("own_export", "own.db", _own_export),
        Writer("settings", "explorer.ini", _settings, _settings_state),
        Writer("plain_file", "choice.json", _edition_choice),
    )
}
