"""Writing a file as a whole: under another name in the same folder first, then into its place."""

import contextlib
import os
import stat
import zlib
from collections.abc import Iterator
from pathlib import Path

from explorer.errors import KnownError

FILE_ENDINGS = (".png", ".svg", ".pdf", ".csv")
FORCE_HINT = "add --force to replace it"


@contextlib.contextmanager
def whole_file(path: Path, force: bool) -> Iterator[Path]:
    """Yield a path to write to; it takes the place of `path` at the end, or goes away on a failure.

    Where `path` is a link, the file that it leads to is replaced. Raise KnownError where the file exists and
    `force` is not set, or where it can't be written.
    """
    refuse_existing(path, force)
    path = path.resolve() if path.is_symlink() else path
    part = path.with_name(f".{zlib.crc32(path.name.encode()):08x}.{os.getpid()}.part")
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


def made_folder(text: str | None) -> Path:
    """Return the folder that is named, here where none is, made where it does not exist yet.

    Raise KnownError where a file is in the way or it can't be made.
    """
    folder = Path(text or ".").expanduser()
    if folder.suffix.casefold() in FILE_ENDINGS and not folder.exists():
        raise KnownError(f"{folder} is no folder, which several files need: name one.")
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        fault = "is a file" if folder.is_file() else error.strerror or str(error)
        raise KnownError(
            f"{folder} can't be the folder for the files ({fault}): name another one."
        ) from error
    return folder


def refuse_existing(path: Path, force: bool) -> None:
    """Raise KnownError where a file would be replaced unasked, can't be one, or its folder does not exist."""
    try:
        path = path.resolve() if path.is_symlink() else path
        there = path.lstat() if path.exists() else None
    except (OSError, RuntimeError, ValueError) as error:
        raise KnownError(f"{path} can't be written: {getattr(error, 'strerror', None) or error}.") from error
    if path.is_symlink():
        raise KnownError(f"{path} is a link that leads to itself.")
    if path.is_dir():
        raise KnownError(f"{path} is a folder: name a file in it.")
    if there is not None and not stat.S_ISREG(there.st_mode):
        raise KnownError(f"{path} is a device or pipe, not a file that can be written as a whole.")
    if not path.parent.is_dir():
        raise KnownError(f"The folder {path.parent} does not exist.")
    if path.exists() and not force:
        raise KnownError(f"{path} exists: {FORCE_HINT}.")
