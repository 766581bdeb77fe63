"""`minor-metals doctor`, and how a display is found."""

import hashlib
import json
import re
import shutil
import socket
import sys
import tempfile
from pathlib import Path

import pytest

from explorer.commands import doctor
from explorer.process import display
from explorer.process.display import DEBIAN_PACKAGES, debian_package, find_display, parse_ldd
from tests.commands.running import Run


@pytest.fixture(autouse=True)
def _no_probe(monkeypatch: pytest.MonkeyPatch) -> None:
    """Replace the process that asks Qt for its fonts; test_cli.py runs it once."""
    monkeypatch.setattr(doctor, "font_report", lambda: {"chinese_font": "1: A font", "own_fonts": []})


def test_report(run: Run) -> None:
    out = run("doctor").out
    for word in (
        "Program",
        "Python",
        "PySide6",
        "Qt",
        "pyqtgraph",
        "SQLite",
        "Edition",
        "Controls checked to",
        "Quick check",
    ):
        assert f"\n{word} " in f"\n{out}"
    assert "days ago" in out and out.endswith("\nNo problems found.\n")


def test_every_line_of_the_report_has_a_label(edition_file: Path, truncated: Path) -> None:
    for path in (edition_file, truncated, truncated.with_name("missing.db")):
        assert doctor.as_text(doctor.whole_report(path))


def test_report_as_json(run: Run) -> None:
    found = json.loads(run("doctor", "--json").out)
    assert found["quick_check"] == "ok" and len(found["data_sha256"]) == 64
    assert found["qt_platform"] == "offscreen" and found["because"] == "QT_QPA_PLATFORM is offscreen"
    assert found["faults"] == []


def test_versions_are_found_without_package_metadata(monkeypatch: pytest.MonkeyPatch) -> None:
    known = doctor.versions()

    def none(name: str) -> str:
        raise doctor.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(doctor.metadata, "version", none)
    assert doctor.versions() == known | {"python_calamine": "unknown"}
    monkeypatch.setitem(sys.modules, "numpy", None)
    numpy = doctor.versions()["numpy"]
    assert isinstance(numpy, doctor.Problem) and numpy == "numpy is not installed"


@pytest.mark.parametrize(
    ("checksum", "code", "result"),
    [
        (None, 0, "no checksum file found"),
        ("{}  metals.db\n", 0, "matches metals.db.sha256"),
        ("{} *metals.db\n", 0, "matches metals.db.sha256"),
        (
            "0" * 64 + "  metals.db\n",
            2,
            "The data file does not match metals.db.sha256. Choose another data file.",
        ),
        ("", 0, "no checksum file found"),
    ],
)
def test_the_data_file_is_compared_with_its_checksum_file(
    run: Run, edition_file: Path, tmp_path: Path, checksum: str | None, code: int, result: str
) -> None:
    path = Path(shutil.copy(edition_file, tmp_path / "metals.db"))
    if checksum is not None:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        path.with_name("metals.db.sha256").write_text(checksum.format(digest))
    done = run("doctor", "--json", "--data", path)
    found = json.loads(done.out)
    assert (done.code, found["checksum"]) == (code, result)
    size = path.stat().st_size
    assert found["data_size"] == size
    text = run("doctor", "--data", path).out
    assert re.search(rf"^Size of the data file +{size:,} bytes$".replace(",", " "), text, re.MULTILINE)
    assert found["faults"] == ([f"checksum: {result}"] if code else [])


@pytest.mark.parametrize("kind", ["foreign", "newer", "older", "truncated", "text_file"])
def test_a_broken_data_file_is_reported(run: Run, request: pytest.FixtureRequest, kind: str) -> None:
    code, out, err = run("doctor", "--json", "--data", request.getfixturevalue(kind))
    found = json.loads(out)
    assert (code, err) == (2, "")
    assert found["faults"] and found["sqlite"] and found["data_sha256"]


def test_a_missing_data_file_is_reported(run: Run, tmp_path: Path) -> None:
    code, out, err = run("doctor", "--data", tmp_path / "nothing.db")
    assert (code, err) == (2, "") and "PROBLEM: " in out and "is missing" in out
    assert out.endswith("\n1 problem found, marked above.\n")


@pytest.mark.parametrize(
    ("env", "system", "platform", "problem"),
    [
        ({}, "linux", "none", "There is no display."),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", "offscreen", ""),
        ({"QT_QPA_PLATFORM": "minimal:opt"}, "linux", "minimal", ""),
        ({"QT_QPA_PLATFORM": "xcb"}, "linux", "xcb", "There is no display: DISPLAY is not set."),
        ({"DISPLAY": ":59999"}, "linux", "xcb", "The display :59999 does not respond."),
        ({"DISPLAY": "elsewhere:0"}, "linux", "xcb", ""),
        ({"WAYLAND_DISPLAY": "here", "WAYLAND_SOCKET": "5"}, "linux", "wayland", ""),
        ({"WAYLAND_DISPLAY": "here"}, "linux", "wayland", "The Wayland display here does not respond."),
        (
            {"QT_QPA_PLATFORM": "wayland"},
            "linux",
            "wayland",
            "The Wayland display wayland-0 does not respond.",
        ),
        ({}, "win32", "windows", ""),
        ({}, "darwin", "cocoa", ""),
    ],
)
def test_display(
    monkeypatch: pytest.MonkeyPatch, env: dict[str, str], system: str, platform: str, problem: str
) -> None:
    monkeypatch.setattr(display, "missing_libraries", lambda _platform: ())
    found = find_display(env, system)
    assert (found.platform, found.problem) == (platform, problem)


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="needs sockets of files")
def test_wayland_is_used_where_its_socket_answers_and_x11_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "missing_libraries", lambda _platform: ())
    with tempfile.TemporaryDirectory() as runtime, socket.socket(socket.AF_UNIX) as compositor:
        place = f"{runtime}/here"
        both = {"DISPLAY": "elsewhere:0"}
        named = {**both, "WAYLAND_DISPLAY": "here", "XDG_RUNTIME_DIR": runtime}
        whole = {**both, "WAYLAND_DISPLAY": place}
        assert [find_display(env, "linux").platform for env in (named, whole)] == ["xcb", "xcb"]
        compositor.bind(place)
        compositor.listen()
        assert [find_display(env, "linux").platform for env in (named, whole)] == ["wayland", "wayland"]
        unnamed = {**both, "WAYLAND_DISPLAY": "here"}
        assert find_display(unnamed, "linux").platform == "xcb"


def test_missing_libraries_are_named_with_their_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "missing_libraries", lambda _p: ("libxcb-cursor.so.0", "libodd.so.9"))
    found = find_display({"DISPLAY": "elsewhere:0"}, "linux")
    assert found.problem == (
        "The Qt platform xcb needs libraries that are not installed: libxcb-cursor.so.0, libodd.so.9 "
        "(Debian: libxcb-cursor0, libodd.so.9)."
    )
    assert found.missing == ("libxcb-cursor.so.0", "libodd.so.9")


def test_x11_is_used_where_wayland_lacks_a_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "missing_libraries", lambda p: ("libx.so.1",) if p == "wayland" else ())
    environment = {"WAYLAND_DISPLAY": "wayland-0", "WAYLAND_SOCKET": "5", "DISPLAY": "elsewhere:0"}
    found = find_display(environment, "linux")
    assert (found.platform, found.problem) == ("xcb", "")


def test_ldd_is_read() -> None:
    text = (
        "\tlinux-vdso.so.1 (0x00007ffd)\n\tlibxcb-cursor.so.0 => not found\n"
        "\tlibxcb.so.1 => /lib/libxcb.so.1 (0x7f)\n\tlibGL.so.1 => not found\n"
        "\tlibxcb-cursor.so.0 => not found\n"
    )
    assert parse_ldd(text) == ("libxcb-cursor.so.0", "libGL.so.1")
    assert parse_ldd("not a dynamic executable\n") == ()
    assert debian_package("libGL.so.1") == "libgl1"
    assert debian_package("libodd.so.9") == "libodd.so.9"
    assert all(".so." in library for library in DEBIAN_PACKAGES)
