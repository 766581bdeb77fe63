"""`minor-metals doctor`: the diagnostic report on the program, its data file, the fonts and the display."""

import json
import os
import platform
import sqlite3
import subprocess
import sys
from argparse import SUPPRESS, ArgumentParser, Namespace
from datetime import date
from importlib import import_module, metadata
from pathlib import Path
from typing import Any

from explorer import __version__, paths
from explorer.commands.support.command import Command
from explorer.commands.support.output import display_width, number, pad, print_json, unknown
from explorer.data.dates import show
from explorer.data.editions.current import current_path, open_current
from explorer.data.storage.checksum import checksum_file, expected, sha256
from explorer.data.storage.connection import data_file_error
from explorer.data.store import Store
from explorer.errors import DataFileError
from explorer.language import gettext, gettext_noop, ngettext
from explorer.process.display import debian_package, find_display, missing_libraries

PROBE_SECONDS = 60
# The lines of the report by their keys in JSON.
_LABELS = {
    "program": gettext_noop("Program"),
    "python": gettext_noop("Python"),
    "system": gettext_noop("System"),
    "pyside6": gettext_noop("PySide6"),
    "qt": gettext_noop("Qt"),
    "pyqtgraph": gettext_noop("pyqtgraph"),
    "numpy": gettext_noop("NumPy"),
    "msgspec": "msgspec",
    "python_calamine": "python-calamine",
    "xlsxwriter": "XlsxWriter",
    "pynacl": "PyNaCl",
    "sqlite": gettext_noop("SQLite"),
    "data_file": gettext_noop("Data file"),
    "data_size": gettext_noop("Size of the data file"),
    "data_sha256": gettext_noop("SHA-256 of the data file"),
    "checksum": gettext_noop("Checksum file"),
    "edition": gettext_noop("Edition"),
    "inputs_sha256": gettext_noop("Checksum of the data"),
    "verified_to": gettext_noop("Controls checked to"),
    "edition_in_use": gettext_noop("Edition in use"),
    "quick_check": gettext_noop("Quick check"),
    "tables": gettext_noop("Tables"),
    "data": gettext_noop("Data"),
    "fonts": gettext_noop("Fonts"),
    "chinese_font": gettext_noop("Chinese font"),
    "own_fonts": gettext_noop("Bundled fonts"),
    "qt_platform": gettext_noop("Qt platform"),
    "because": gettext_noop("Reason"),
    "missing_libraries": gettext_noop("Missing libraries"),
    "debian_packages": gettext_noop("Debian packages"),
    "window": gettext_noop("Window"),
}


class Problem(str):
    """A value of the report that names something missing or broken."""

    __slots__ = ()


def add_arguments(parser: ArgumentParser) -> None:
    """Add the hidden option by which `doctor` asks Qt for its fonts in a process of its own."""
    parser.add_argument("--probe", action="store_true", help=SUPPRESS)


def run(args: Namespace) -> int:
    """Print the report; return 2 where something that the program needs is missing or broken."""
    if args.probe:
        print(json.dumps(probe_fonts()))
        return 0
    report = whole_report(Path(args.data) if args.data is not None else None)
    problems = _problems(report)
    if args.json:
        print_json({**report, "faults": [f"{key}: {report[key]}" for key in problems]})
    else:
        print(as_text(report))
    return 2 if problems else 0


def whole_report(path: Path | None) -> dict[str, Any]:
    """Return the report on the program, a data file or the edition in use, the fonts and the display."""
    data = data_report(path) if path is not None else edition_report()
    return {**versions(), **data, **font_report(), **display_report()}


def as_text(report: dict[str, Any]) -> str:
    """Return a report as it is printed and copied."""
    labels = {key: gettext(_LABELS[key]) for key in report}
    width = max(map(display_width, labels.values()))
    lines = [f"{pad(labels[key], width)}  {_shown(key, value)}" for key, value in report.items()]
    return "\n".join([*lines, "", _summary(len(_problems(report)))])


def _summary(problems: int) -> str:
    if not problems:
        return gettext("No problems found.")
    return ngettext(
        "{count} problem found, marked above.", "{count} problems found, marked above.", problems
    ).format(count=problems)


def _problems(report: dict[str, Any]) -> list[str]:
    """Return the keys of the lines that name a problem."""
    return [key for key, value in report.items() if isinstance(value, Problem)]


def _shown(key: str, value: Any) -> str:
    if key == "data_size":
        return gettext("{size} bytes").format(size=number(value))
    if isinstance(value, Problem):
        return gettext("PROBLEM: {problem}").format(problem=value)
    return ", ".join(map(str, value)) or gettext("none") if isinstance(value, list) else str(value)


def versions() -> dict[str, Any]:
    """Return the versions of the program and of what it runs on."""
    return {
        "program": __version__,
        "python": platform.python_version(),
        "system": platform.platform(),
        "pyside6": _version("PySide6-Essentials", "PySide6"),
        "qt": _qt_version(),
        "pyqtgraph": _version("pyqtgraph"),
        "numpy": _version("numpy"),
        "msgspec": _version("msgspec"),
        "python_calamine": _version("python-calamine", "python_calamine"),
        "xlsxwriter": _version("XlsxWriter", "xlsxwriter"),
        "pynacl": _version("PyNaCl", "nacl"),
        "sqlite": sqlite3.sqlite_version,
    }


def _version(*names: str) -> str:
    for name in names:
        try:
            return metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    try:  # a bundle may hold modules without the records of their installation
        return str(import_module(names[-1]).__version__)
    except AttributeError:
        return unknown()
    except ImportError:
        return Problem(gettext("{package} is not installed").format(package=names[0]))


def _qt_version() -> str:
    try:
        from PySide6.QtCore import qVersion
    except ImportError as error:
        return Problem(gettext("Qt cannot be loaded ({error})").format(error=error))
    return qVersion()


def edition_report() -> dict[str, Any]:
    """Return the state of the edition in use, and why it is not the one that the user chose."""
    try:
        opened = open_current()
    except DataFileError:
        return data_report(current_path())
    with opened.store as store:
        report = data_report(store.path)
    if opened.warning:
        return report | {"edition_in_use": Problem(opened.warning)}
    remark = opened.replaced or opened.older
    return report | ({"edition_in_use": remark} if remark else {})


def data_report(path: Path) -> dict[str, Any]:
    """Return the state of a data file, which may be missing or damaged."""
    report: dict[str, Any] = {"data_file": str(path), **_file_report(path)}
    try:
        with Store.open(path) as store:
            edition = store.edition
            check = store.quick_check()
            return report | {
                "edition": edition.data_version,
                "inputs_sha256": edition.sha256,
                "verified_to": _days_ago(edition.verified_to),
                "quick_check": check if check == "ok" else Problem(check),
                "tables": _tables(store),
            }
    except DataFileError as error:
        return report | {"data": Problem(error.for_command_line)}
    except (KeyError, ValueError) as error:
        text = gettext("The edition of the data file cannot be read ({error}).")
        return report | {"data": Problem(text.format(error=error))}


def _days_ago(iso_date: str) -> str:
    """Return a date with the number of days since then."""
    days = (date.today() - date.fromisoformat(iso_date)).days
    return ngettext("{date}, {count} day ago", "{date}, {count} days ago", days).format(
        date=show(iso_date), count=number(days)
    )


def _tables(store: Store) -> str:
    """Return whether the tables of the data file match their description."""
    differences = store.differences()
    if differences:
        return Problem(differences[0])
    return gettext("match the description")


def _file_report(path: Path) -> dict[str, Any]:
    """Return size and checksum of a data file, and whether the checksum is that of its checksum file."""
    try:
        if not path.is_file():
            return {}
        size, actual, wanted = path.stat().st_size, sha256(path), expected(path)
    except OSError as error:
        text = gettext("cannot be read ({error})").format(error=error.strerror)
        return {"data_sha256": Problem(text)}
    if not wanted:
        result = gettext("no checksum file found")
    elif actual == wanted:
        result = gettext("matches {file}").format(file=checksum_file(path).name)
    else:
        text = gettext("The data file does not match {file}.").format(file=checksum_file(path).name)
        result = Problem(data_file_error(path, text).for_command_line)
    return {"data_size": size, "data_sha256": actual, "checksum": result}


def font_report() -> dict[str, Any]:
    """Return which fonts have Chinese; a process of its own asks Qt, which may abort it."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": _import_path()}
    try:
        probe = subprocess.run(
            [*paths.own_command(), "doctor", "--probe"],
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=PROBE_SECONDS,
            env=environment,
            check=False,
        )
        fonts = json.loads(probe.stdout)
    except (OSError, ValueError, subprocess.SubprocessError):
        return {"chinese_font": gettext("unknown: Qt could not list its fonts")}
    chinese = fonts["chinese"]
    return {
        "fonts": ngettext("{count} family", "{count} families", fonts["families"]).format(
            count=fonts["families"]
        ),
        "chinese_font": f"{len(chinese)}: {', '.join(chinese[:3])}" if chinese else gettext("none found"),
        "own_fonts": fonts["own"],
    }


def _import_path() -> str:
    here = str(Path(__file__).resolve().parent.parent.parent)
    return os.pathsep.join(filter(None, (here, os.environ.get("PYTHONPATH", ""))))


def probe_fonts() -> dict[str, Any]:
    """Return the number of fonts of the system, those with Chinese, and the program's own."""
    from PySide6.QtGui import QFontDatabase, QGuiApplication

    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    system = QFontDatabase.families()
    chinese = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    own = []
    for file in sorted((paths.resources() / "fonts").glob("*.[ot]tf")):
        number = QFontDatabase.addApplicationFont(str(file))
        own += QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    del application
    return {"families": len(system), "chinese": list(chinese), "own": sorted(set(own))}


def display_report() -> dict[str, Any]:
    """Return which Qt platform a window would use, why, and which libraries it lacks."""
    display = find_display()
    missing = display.missing if display.platform != "none" else missing_libraries("xcb")
    report: dict[str, Any] = {"qt_platform": display.platform, "because": display.reason}
    if sys.platform.startswith("linux"):
        report["missing_libraries"] = list(missing)
        report["debian_packages"] = list(dict.fromkeys(debian_package(name) for name in missing))
    if display.problem:
        report["window"] = display.problem if display.platform == "none" else Problem(display.problem)
    else:
        report["window"] = gettext("can open")
    return report


COMMAND = Command(
    "doctor",
    gettext_noop("Report versions, the state of the data file, fonts and the display."),
    add_arguments,
    run,
)
