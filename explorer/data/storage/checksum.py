"""The SHA-256 of data files, and the checksum file that the build writes."""

import contextlib
from pathlib import Path

from explorer import paths
from explorer.errors import DataFileError
from explorer.language import gettext


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal digits."""
    import hashlib

    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def checksum_file(path: Path) -> Path:
    """Return the path of the checksum file of a data file, in the format of `sha256sum`."""
    return path.with_name(f"{path.name}.sha256")


def expected(path: Path) -> str:
    """Return the SHA-256 in the checksum file of a data file, empty where there is none."""
    with contextlib.suppress(OSError, ValueError, IndexError):
        return checksum_file(path).read_text(encoding="ascii").split(maxsplit=1)[0]
    return ""


def is_own_copy(path: Path) -> bool:
    """Return whether a file is a copy of the program's own data file, which needs no check."""
    try:
        return sha256(path) == expected(paths.data_file())
    except OSError:
        return False


def as_data_error(error: Exception, path: Path) -> DataFileError | None:
    """Return a DataFileError for an unexpected error where the data file was changed since it was built, else None.

    A changed file can hold values that no check expects; with an unchanged file the error is a bug of the program.
    """
    from explorer.data.storage.connection import data_file_error, printable

    try:
        wanted, actual = expected(path), sha256(path)
    except OSError:
        return None
    if actual == wanted or (path == paths.data_file() and not wanted):
        return None
    reason = printable(f"{type(error).__name__}: {error}")
    sentence = gettext("The data file {path} cannot be used ({reason}).").format(path=path, reason=reason)
    return data_file_error(path, sentence)
