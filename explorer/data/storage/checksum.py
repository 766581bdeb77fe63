"""The SHA-256 of data files, and the one that the build leaves beside its own."""

import contextlib
from pathlib import Path

from explorer import paths
from explorer.errors import DataFileError


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal digits."""
    import hashlib

    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def checksum_file(path: Path) -> Path:
    """Return where the build leaves the SHA-256 of a data file, as `sha256sum` writes it."""
    return path.with_name(f"{path.name}.sha256")


def expected(path: Path) -> str:
    """Return the SHA-256 that the build left beside a data file, empty where there is none."""
    with contextlib.suppress(OSError, ValueError, IndexError):
        return checksum_file(path).read_text(encoding="ascii").split(maxsplit=1)[0]
    return ""


def is_own_copy(path: Path) -> bool:
    """Tell whether a file is the program's own data file under another name, which needs no check."""
    try:
        return sha256(path) == expected(paths.data_file())
    except OSError:
        return False


def as_data_error(error: Exception, data: str | Path | None) -> DataFileError | None:
    """Return a sentence for an unexpected error where the data file was changed since it was built, else None.

    What a checksum does not vouch for may hold what no check foresees; otherwise the error is the program's own.
    """
    from explorer.data.storage.connection import printable, way_on

    own = paths.data_file()
    path = Path(data) if data else own
    try:
        wanted, found = expected(path), sha256(path)
    except OSError:
        return None
    if found == wanted or (path == own and not wanted):
        return None
    why = printable(f"{type(error).__name__}: {error}")
    return DataFileError(f"The data file {path} holds something that can't be used ({why}): {way_on(path)}.")
