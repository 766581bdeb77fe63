"""The packages for Linux: their contents, and that a build is reproducible."""

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
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A minimal program with a link between libraries."""
    dist = tmp_path / "dist"
    (dist / "_internal").mkdir(parents=True)
    program = dist / "minor-metals-explorer"
    program.write_text("#!/bin/sh\necho started\n")
    program.chmod(0o744)
    (dist / "_internal" / "libodd.so.1.2").write_bytes(b"odd")
    (dist / "_internal" / "libodd.so.1").symlink_to("libodd.so.1.2")
    return dist


def test_the_newest_release_in_the_metadata_is_this_version() -> None:
    release = ElementTree.parse(DESKTOP / "minor-metals-explorer.metainfo.xml").find("releases/release")
    assert release is not None and release.attrib["version"] == __version__
    day = date.fromisoformat(release.attrib["date"])
    heading = f"## {__version__} ({day.day} {day:%B} {day.year})"
    assert heading in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines()


def test_the_desktop_file_has_the_names_of_the_window() -> None:
    from explorer.app import PROGRAM
    from explorer.models.view_request import SCHEME

    entry = configparser.ConfigParser(interpolation=None)
    entry.read(DESKTOP / "minor-metals-explorer.desktop", encoding="utf-8")
    section = entry["Desktop Entry"]
    assert section["StartupWMClass"] == section["Icon"] == PROGRAM
    assert section["MimeType"] == f"x-scheme-handler/{SCHEME.removesuffix(':')};"


def test_the_archive_is_reproducible_and_runs_where_it_is_unpacked(
    linux: ModuleType, folder: Path, tmp_path: Path
) -> None:
    first = linux.tarball(folder, tmp_path).read_bytes()
    (folder / "minor-metals-explorer").touch()
    archive_file = linux.tarball(folder, tmp_path)
    assert archive_file.read_bytes() == first and __version__ in archive_file.name
    with tarfile.open(archive_file) as archive:
        assert {(m.uid, m.uname, m.mtime) for m in archive} == {(0, "root", linux.timestamp())}
    subprocess.run(["tar", "-xf", archive_file, "-C", tmp_path], check=True)
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
    package = linux.deb(folder, icons, tmp_path)
    listed = subprocess.check_output(["dpkg-deb", "--contents", package], text=True).splitlines()
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
    control = subprocess.check_output(["dpkg-deb", "--field", package, "Version", "Depends"], text=True)
    assert control.splitlines() == [f"Version: {__version__}", "Depends: libc6 (>= 2.28)"]
