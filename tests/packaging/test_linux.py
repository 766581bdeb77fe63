"""The packages for Linux: what lies in them, and that a build repeats itself."""

import configparser
import importlib.util
import shutil
import subprocess
import sys
import tarfile
from datetime import date
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

from explorer import __version__

ROOT = Path(__file__).resolve().parents[2]
DESKTOP = ROOT / "resources" / "desktop"
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="packages for Linux")


@pytest.fixture(scope="module")
def linux() -> ModuleType:
    spec = importlib.util.spec_from_file_location("linux", ROOT / "resources" / "packaging" / "linux.py")
    assert spec is not None and spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A program as small as one can be, with a link as libraries have them."""
    made = tmp_path / "dist"
    (made / "_internal").mkdir(parents=True)
    program = made / "minor-metals-explorer"
    program.write_text("#!/bin/sh\necho started\n")
    program.chmod(0o744)
    (made / "_internal" / "libodd.so.1.2").write_bytes(b"odd")
    (made / "_internal" / "libodd.so.1").symlink_to("libodd.so.1.2")
    return made


def test_the_newest_release_told_to_desktops_is_this_version() -> None:
    release = ElementTree.parse(DESKTOP / "minor-metals-explorer.metainfo.xml").find("releases/release")
    assert release is not None and release.attrib["version"] == __version__
    day = date.fromisoformat(release.attrib["date"])
    told = f"## {__version__} ({day.day} {day:%B} {day.year})"
    assert told in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines()


def test_the_desktop_file_has_the_names_that_the_window_tells() -> None:
    from explorer.app import PROGRAM
    from explorer.models.view_request import SCHEME

    entry = configparser.ConfigParser(interpolation=None)
    entry.read(DESKTOP / "minor-metals-explorer.desktop", encoding="utf-8")
    told = entry["Desktop Entry"]
    assert told["StartupWMClass"] == told["Icon"] == PROGRAM
    assert told["MimeType"] == f"x-scheme-handler/{SCHEME.removesuffix(':')};"


def test_the_archive_repeats_itself_and_runs_where_it_is_unpacked(
    linux: ModuleType, folder: Path, tmp_path: Path
) -> None:
    first = linux.tarball(folder, tmp_path).read_bytes()
    (folder / "minor-metals-explorer").touch()
    made = linux.tarball(folder, tmp_path)
    assert made.read_bytes() == first and __version__ in made.name
    with tarfile.open(made) as archive:
        assert {(m.uid, m.uname, m.mtime) for m in archive} == {(0, "root", linux.moment())}
    subprocess.run(["tar", "-xf", made, "-C", tmp_path], check=True)
    top = tmp_path / f"minor-metals-explorer-{__version__}"
    for name in ("minor-metals-explorer", "minor-metals"):
        assert subprocess.check_output([top / name]) == b"started\n"
    assert (top / "_internal" / "libodd.so.1").readlink() == Path("libodd.so.1.2")
    assert (top / "share" / "minor-metals-explorer.desktop").is_file() and (top / "LICENSE").is_file()


@pytest.mark.skipif(
    not shutil.which("dpkg-deb") or not shutil.which("objdump"), reason="needs dpkg-deb, objdump"
)
def test_the_debian_package_stays_in_usr(linux: ModuleType, folder: Path, tmp_path: Path) -> None:
    icons = tmp_path / "icons"
    icons.mkdir()
    for size in linux.ICON_SIZES:
        (icons / f"minor-metals-explorer-{size}.png").write_bytes(b"a picture")
    made = linux.deb(folder, icons, tmp_path)
    listed = subprocess.check_output(["dpkg-deb", "--contents", made], text=True).splitlines()
    paths = [line.split()[5] for line in listed]
    assert all(path == "./" or path.startswith("./usr/") for path in paths)
    assert all(line.split()[1] == "root/root" for line in listed)
    assert any(
        line.endswith("./usr/bin/minor-metals -> ../lib/minor-metals-explorer/minor-metals-explorer")
        for line in listed
    )
    for place in (
        "applications/minor-metals-explorer.desktop",
        "icons/hicolor/48x48/apps/minor-metals-explorer.png",
    ):
        assert f"./usr/share/{place}" in paths
    control = subprocess.check_output(["dpkg-deb", "--field", made, "Version", "Depends"], text=True)
    assert control.splitlines() == [f"Version: {__version__}", "Depends: libc6 (>= 2.28)"]
