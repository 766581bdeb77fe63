"""Reads files of other people and programs, up to a size."""

from pathlib import Path

from explorer.errors import KnownError
from explorer.language import gettext


def read_limited(path: Path, most_bytes: int) -> bytes:
    """Return the content of a regular file; raise KnownError where it can't be read or is too large."""
    try:
        if path.exists() and not path.is_file():
            raise KnownError(gettext("{file} is not a regular file.").format(file=path))
        with path.open("rb") as file:
            data = file.read(most_bytes + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or gettext("not a valid file name")
        text = gettext("The file {file} cannot be read: {reason}.")
        raise KnownError(text.format(file=path, reason=reason)) from error
    if len(data) > most_bytes:
        text = gettext("{file} is too large (limit: {count} MB).")
        raise KnownError(text.format(file=path, count=most_bytes // 1_000_000))
    return data
