"""Writing a file as a whole: under another name in the same folder first, then into its place."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from explorer.errors import KnownError


@contextlib.contextmanager
def whole_file(path: Path, force: bool) -> Iterator[Path]:
    """Yield a path to write to; it takes the place of `path` at the end, or goes away on a failure.

    Raise KnownError where the file exists and `force` is not set, or where it can't be written.
    """
    refuse_existing(path, force)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield part
        part.replace(path)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise KnownError(f"{path} can't be written: {error.strerror or error}.") from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink()


def refuse_existing(path: Path, force: bool) -> None:
    """Raise KnownError where a file would be replaced unasked, or its folder does not exist."""
    if path.is_dir():
        raise KnownError(f"{path} is a folder: name a file in it.")
    if not path.parent.is_dir():
        raise KnownError(f"The folder {path.parent} does not exist.")
    if path.exists() and not force:
        raise KnownError(f"{path} exists: add --force to replace it.")
