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
from explorer.commands.support.output import pad, print_json
from explorer.data.dates import show
from explorer.data.storage.checksum import checksum_file, expected, sha256
from explorer.data.storage.connection import remedy
from explorer.data.store import Store
from explorer.errors import DataFileError
from explorer.process.display import debian_package, find_display, missing_libraries

PROBE_SECONDS = 60
_FAULTY = "FAULT: "


def add_arguments(parser: ArgumentParser) -> None:
    """Add the hidden option by which `doctor` asks Qt for its fonts in a process of its own."""
    parser.add_argument("--probe", action="store_true", help=SUPPRESS)


def run(args: Namespace) -> int:
    """Print the report; return 2 where something that the program needs is missing or broken."""
    if args.probe:
        print(json.dumps(probe_fonts()))
        return 0
    report = whole_report(Path(args.data) if args.data is not None else paths.data_file())
    faults = _faults(report)
    if args.json:
        print_json({**{k: _plain(v) for k, v in report.items()}, "faults": [_plain(f) for f in faults]})
    else:
        print(as_text(report))
    return 2 if faults else 0


def whole_report(path: Path) -> dict[str, Any]:
    """Return the report on the program, a data file, the fonts and the display."""
    return {**versions(), **data_report(path), **font_report(), **display_report()}


def as_text(report: dict[str, Any]) -> str:
    """Return a report as it is printed and copied."""
    width = max(map(len, report))
    lines = [f"{pad(key.replace('_', ' '), width)}  {_shown(value)}" for key, value in report.items()]
    faults = len(_faults(report))
    return "\n".join([*lines, "", f"{faults} to mend, marked above." if faults else "Nothing is amiss."])


def _faults(report: dict[str, Any]) -> list[str]:
    return [f"{key}: {value}" for key, value in report.items() if str(value).startswith(_FAULTY)]


def _plain(value: Any) -> Any:
    return value.replace(_FAULTY, "") if isinstance(value, str) else value


def _shown(value: Any) -> str:
    return ", ".join(map(str, value)) or "none" if isinstance(value, list) else str(value)


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
    except (ImportError, AttributeError):
        return f"{_FAULTY}{names[0]} is not installed"


def _qt_version() -> str:
    try:
        from PySide6.QtCore import qVersion
    except ImportError as error:
        return f"{_FAULTY}Qt can't be loaded ({error})"
    return qVersion()


def data_report(path: Path) -> dict[str, Any]:
    """Return the state of a data file, which may be missing or damaged."""
    report: dict[str, Any] = {"data_file": str(path), **_file_report(path)}
    try:
        with Store.open(path) as store:
            edition = store.edition
            age = (date.today() - date.fromisoformat(edition.verified_to)).days
            check = store.quick_check()
            differences = store.differences()
            return report | {
                "edition": edition.data_version,
                "inputs_sha256": edition.sha256,
                "verified_to": f"{show(edition.verified_to)}, {age:,} days ago",
                "quick_check": check if check == "ok" else f"{_FAULTY}{check}",
                "tables": f"{_FAULTY}{differences[0]}" if differences else "match the description",
            }
    except DataFileError as error:
        return report | {"data": f"{_FAULTY}{error}"}
    except (KeyError, ValueError) as error:
        return report | {"data": f"{_FAULTY}the edition of the data file can't be read ({error})."}


def _file_report(path: Path) -> dict[str, str]:
    """Return size and checksum of a data file, and whether the checksum is that of its checksum file."""
    try:
        if not path.is_file():
            return {}
        size, actual, wanted = path.stat().st_size, sha256(path), expected(path)
    except OSError as error:
        return {"data_sha256": f"{_FAULTY}can't be read ({error.strerror})"}
    if not wanted:
        result = "no checksum file found"
    elif actual == wanted:
        result = f"matches {checksum_file(path).name}"
    else:
        result = f"{_FAULTY}the data file does not match {checksum_file(path).name}. {remedy(path)}"
    return {"data_size": f"{size:,} bytes", "data_sha256": actual, "checksum": result}


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
        return {"chinese_font": "not known: Qt could not be asked for its fonts"}
    chinese = fonts["chinese"]
    return {
        "fonts": f"{fonts['families']} families",
        "chinese_font": f"{len(chinese)}: {', '.join(chinese[:3])}" if chinese else "none on this system",
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
    report: dict[str, Any] = {"qt_platform": display.platform, "because": display.why}
    if sys.platform.startswith("linux"):
        report["missing_libraries"] = list(missing)
        report["debian_packages"] = list(dict.fromkeys(debian_package(name) for name in missing))
    if display.problem:
        report["window"] = display.problem if display.platform == "none" else f"{_FAULTY}{display.problem}"
    else:
        report["window"] = "can open"
    return report


COMMAND = Command(
    "doctor", "report versions, the state of the data file, fonts and the display", add_arguments, run
)
