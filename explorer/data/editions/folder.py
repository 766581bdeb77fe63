"""The folder of the installed editions: their names, files and checksums."""

import re
from contextlib import closing
from datetime import date
from pathlib import Path

from msgspec import Struct

from explorer import paths
from explorer.data.storage.checksum import checksum_file, expected, sha256
from explorer.data.storage.connection import DAMAGED, Watch, connect
from explorer.errors import KnownError, NotFound, quoted
from explorer.language import enumeration, gettext

BUNDLED = "bundled"
_NAME = re.compile(r"(\d{4}\.\d{2}(?:-[a-z0-9]{1,20})?)-([0-9a-f]{8})", re.ASCII)
_DIGITS = 8  # of the checksum, in a name


class Edition(Struct, frozen=True):
    """A data file on this computer: its name, `bundled` for the one of the program, its version and its checksum.

    `verified_to` is empty and `fault` has a sentence where the file can't be read or was changed since its
    installation.
    """

    name: str
    path: Path
    version: str
    verified_to: str
    sha256: str
    installed: date | None
    fault: str = ""

    @property
    def is_bundled(self) -> bool:
        """Whether it is the edition that comes with the program."""
        return self.name == BUNDLED


def edition_name(version: str, digest: str) -> str:
    """Return the name of an installed edition, which is also that of its file."""
    return f"{version}-{digest[:_DIGITS]}"


def is_edition_name(name: str) -> bool:
    """Return whether a text is the name of an edition."""
    return name == BUNDLED or _NAME.fullmatch(name) is not None


def edition_path(name: str) -> Path:
    """Return the path of an edition by its name; the file need not exist."""
    return paths.data_file() if name == BUNDLED else paths.editions_folder() / f"{name}.db"


def name_of(path: Path) -> str:
    """Return the name of the edition whose file has a path, empty for any other file."""
    names = (name for name in (BUNDLED, path.stem) if is_edition_name(name))
    return next((name for name in names if edition_path(name) == path), "")


def version_of(name: str) -> str:
    """Return the version in the name of an installed edition."""
    match = _NAME.fullmatch(name)
    return match[1] if match is not None else ""


def distinct_version(path: Path, version: str) -> str:
    """Return the version of a data file, or the name of its edition where another edition here has that version."""
    name = name_of(path)
    alike = [other.stem for other in _files() if version_of(other.stem) == version]
    if name != BUNDLED and bundled_version() == version:
        alike.append(BUNDLED)
    if not name or not any(other != name for other in alike):
        return version
    return came_with_program(version) if name == BUNDLED else name


def came_with_program(version: str) -> str:
    """Return the version of the edition of the program, beside the names of installed editions."""
    return gettext("{version} (came with the program)").format(version=version)


def version_order(version: str) -> tuple[int, ...]:
    """Return what puts versions in order: the year and the month."""
    return tuple(int(number) for number in re.findall(r"\d+", version[: len("2026.12")]))


def bundled_version() -> str:
    """Return the version of the edition that comes with the program, empty where it can't be read."""
    return _facts(edition_path(BUNDLED)).get("data_version", "")


def _facts(path: Path) -> dict[str, str]:
    """Return what a data file says of its edition, nothing where it can't be read."""
    watch = Watch()
    try:
        with closing(connect(path, watch)) as connection:
            watch.start()
            return dict(connection.execute("SELECT key, value FROM meta").fetchall())
    except (*DAMAGED, OSError):
        return {}


def is_changed(path: Path) -> bool:
    """Return whether an installed file is no longer as it was installed; raise OSError where it can't be read."""
    return sha256(path) != expected(path)


def editions() -> list[Edition]:
    """Return the edition of the program and the installed ones, the newest first."""
    found = [_installed(file) for file in _files()]
    found.sort(key=lambda e: (version_order(e.version), e.installed or date.min, e.name), reverse=True)
    return [_bundled(), *found]


def _files() -> list[Path]:
    """Return the files of the installed editions."""
    try:
        files = list(paths.editions_folder().iterdir())
    except OSError:
        return []
    return [file for file in files if file.suffix == ".db" and _NAME.fullmatch(file.stem)]


def _bundled() -> Edition:
    path = edition_path(BUNDLED)
    facts = _facts(path)
    version, day = facts.get("data_version", ""), facts.get("verified_to", "")
    fault = "" if version else gettext("The data file {path} cannot be read.").format(path=path)
    return Edition(BUNDLED, path, version, day, expected(path), None, fault)


def _installed(path: Path) -> Edition:
    facts, fault = _facts(path), ""
    try:
        installed = date.fromtimestamp(path.stat().st_mtime)
        if not facts or (checksum_file(path).exists() and is_changed(path)):
            fault = changed_text(path)
    except OSError:
        installed, fault = None, gettext("The data file {path} cannot be read.").format(path=path)
    day = "" if fault else facts.get("verified_to", "")
    return Edition(path.stem, path, version_of(path.stem), day, expected(path), installed, fault)


def changed_text(path: Path) -> str:
    """Return the sentence on a file that is no longer as it was installed."""
    return gettext("The data file {path} was changed after its installation.").format(path=path)


def find_edition(text: str) -> Edition:
    """Return an edition by its name, or by its version where only one has it; raise KnownError for none or several."""
    found, wanted = editions(), text.strip().casefold()
    named = [e for e in found if e.name == wanted] or [e for e in found if e.version == wanted]
    if len(named) == 1:
        return named[0]
    if named:
        sentence = gettext("Several editions have the version {version}. Name one of: {names}.")
        raise KnownError(sentence.format(version=quoted(text), names=enumeration([e.name for e in named])))
    raise NotFound(
        gettext("No data edition {name}.").format(name=quoted(text)),
        window_hint=gettext("See “Editions” on Data."),
        command_hint=gettext("`minor-metals data list` lists the editions."),
    )
