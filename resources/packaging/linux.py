"""Builds a .tar.xz and a .deb from the output folder of build.spec: the same input gives the same bytes.

    python resources/packaging/linux.py DIST_FOLDER OUT_FOLDER

Needs dpkg-deb and objdump for the .deb, which is skipped with a message if one of them is missing.
"""

import gzip
import io
import lzma
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from datetime import datetime
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from explorer import __version__ as VERSION  # noqa: E402, N812

NAME, COMMAND = "minor-metals-explorer", "minor-metals"
# Including the images of README.md.
DOCUMENTS = (
    "README.md",
    "LICENSE",
    "SECURITY.md",
    "CHANGELOG.md",
    "resources/screenshot.png",
    "resources/charts.png",
)
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
METAINFO = ROOT / "resources" / "desktop" / f"{NAME}.metainfo.xml"
CONTROL = """\
Package: {name}
Version: {version}
Architecture: {architecture}
Maintainer: The Minor Metals Explorer developers <noreply@localhost>
Installed-Size: {size}
Depends: libc6 (>= {glibc})
Recommends: fontconfig-config
Section: science
Priority: optional
Description: offline reference to critical and minor metals
 What each critical or minor metal is for, which export controls bind it on a
 given day towards a given destination, who produces it, who depends on it and
 what it costs; every figure with its source.
"""
# The menu and the handlers of links are refreshed after installation and removal.
AFTER = """\
#!/bin/sh
set -e
share=/usr/share
for refresh in "update-desktop-database -q $share/applications" "gtk-update-icon-cache -q -t $share/icons/hicolor"; do
    if command -v "${refresh%% *}" >/dev/null 2>&1; then $refresh || true; fi
done
"""


@cache
def timestamp() -> int:
    """Return the modification time of all files in seconds: the date of the release, so that builds are identical."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    release = ElementTree.parse(METAINFO).find("releases/release")
    assert release is not None
    return int(datetime.fromisoformat(f"{release.attrib['date']}T00:00:00+00:00").timestamp())


def tarball(folder: Path, out: Path) -> Path:
    """Pack the folder with its desktop files, so that it runs from any folder."""
    package = out / f"{NAME}-{VERSION}-linux-{architecture()}.tar.xz"
    top = f"{NAME}-{VERSION}"
    with (
        lzma.open(package, "wb") as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        for path in sorted(folder.rglob("*")):
            _add(archive, path, f"{top}/{path.relative_to(folder).as_posix()}")
        for path in _desktop_files():
            _add(archive, path, f"{top}/share/{path.name}")
        for name in DOCUMENTS:
            _add(archive, ROOT / name, f"{top}/{name}")
        archive.addfile(_link(f"{top}/{COMMAND}", NAME))
    return package


def _link(name: str, target: str) -> tarfile.TarInfo:
    """Return a link with the name of the program that documents and dialogs use."""
    entry = tarfile.TarInfo(name)
    entry.type, entry.linkname, entry.mode, entry.mtime = tarfile.SYMTYPE, target, 0o777, timestamp()
    entry.uname = entry.gname = "root"
    return entry


def _add(archive: tarfile.TarFile, path: Path, name: str) -> None:
    entry = archive.gettarinfo(str(path), name)
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    entry.mtime = timestamp()
    entry.mode = _mode(path)
    with path.open("rb") if entry.isreg() else io.BytesIO() as data:
        archive.addfile(entry, data if entry.isreg() else None)


def _mode(path: Path) -> int:
    if path.is_symlink():
        return 0o777
    return 0o755 if path.is_dir() or (os.access(path, os.X_OK) and path.stat().st_mode & 0o100) else 0o644


def _desktop_files() -> list[Path]:
    folder = ROOT / "resources" / "desktop"
    return [folder / f"{NAME}.desktop", METAINFO, ROOT / "resources" / "icons" / "app.svg"]


def architecture() -> str:
    """Return Debian's name for the architecture of this machine."""
    machine = os.uname().machine
    return {"x86_64": "amd64", "aarch64": "arm64"}.get(machine, machine)


def deb(folder: Path, icons: Path, out: Path) -> Path | None:
    """Build a Debian package; all its files are in /usr, so that a removal leaves nothing."""
    for tool in ("dpkg-deb", "objdump"):
        if shutil.which(tool) is None:
            print(f"No .deb: {tool} is missing.")
            return None
    package = out / f"{NAME}_{VERSION}_{architecture()}.deb"
    with tempfile.TemporaryDirectory() as scratch:
        tree = Path(scratch) / "tree"
        _lay_out(folder, icons, tree)
        for path in (tree, *tree.rglob("*")):
            if not path.is_symlink():
                path.chmod(_mode(path))
            os.utime(path, (timestamp(), timestamp()), follow_symlinks=False)
        command = ["dpkg-deb", "--build", "--root-owner-group", "-Zxz", str(tree), str(package)]
        environment = {**os.environ, "SOURCE_DATE_EPOCH": str(timestamp())}
        subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
    return package


def _lay_out(folder: Path, icons: Path, tree: Path) -> None:
    share, library = tree / "usr" / "share", tree / "usr" / "lib" / NAME
    shutil.copytree(folder, library, symlinks=True)
    binaries = tree / "usr" / "bin"
    binaries.mkdir(parents=True)
    (binaries / COMMAND).symlink_to(f"../lib/{NAME}/{NAME}")
    desktop, metainfo, drawing = _desktop_files()
    _copy(desktop, share / "applications" / desktop.name)
    _copy(metainfo, share / "metainfo" / metainfo.name)
    _copy(drawing, share / "icons/hicolor/scalable/apps" / f"{NAME}.svg")
    for size in ICON_SIZES:
        place = share / f"icons/hicolor/{size}x{size}/apps/{NAME}.png"
        _copy(icons / f"{NAME}-{size}.png", place)
    documents = share / "doc" / NAME
    _copy(ROOT / "LICENSE", documents / "copyright")
    changes = gzip.compress((ROOT / "CHANGELOG.md").read_bytes(), 9, mtime=0)
    (documents / "changelog.gz").write_bytes(changes)
    control = tree / "DEBIAN"
    control.mkdir()
    size = sum(p.lstat().st_size for p in tree.rglob("*") if p.is_file()) // 1024
    text = CONTROL.format(
        name=NAME, version=VERSION, architecture=architecture(), size=size, glibc=_glibc(folder)
    )
    (control / "control").write_text(text, encoding="utf-8")
    for script in ("postinst", "postrm"):
        (control / script).write_text(AFTER, encoding="utf-8")
        (control / script).chmod(0o755)


def _copy(source: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, place)


def _glibc(folder: Path) -> str:
    """Return the oldest C library that the files of the folder need, at least 2.28 (the minimum of Qt)."""
    versions = {(2, 28)}
    for path in folder.rglob("*"):
        if path.is_file() and (".so" in path.name or path.name == NAME):
            symbols = subprocess.run(
                ["objdump", "-T", path], capture_output=True, text=True, check=False
            ).stdout
            for word in symbols.split():
                version = word.strip("()")
                if version.startswith("GLIBC_2."):
                    versions.add(tuple(int(n) for n in version.removeprefix("GLIBC_").split(".")[:2]))
    return ".".join(map(str, max(versions)))


def main(folder: Path, out: Path) -> None:
    """Build both packages and print their names and sizes."""
    out.mkdir(parents=True, exist_ok=True)
    for package in (tarball(folder, out), deb(folder, ROOT / "build" / "icons", out)):
        if package is not None:
            print(f"{package}: {package.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
