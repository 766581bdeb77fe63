"""Writes files completely or not at all: first under another name in the same folder, then renamed."""

import contextlib
import os
import re
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from explorer.errors import KnownError
from explorer.language import gettext

FILE_ENDINGS = (".png", ".svg", ".pdf", ".csv", ".xlsx")
_UNFINISHED = re.compile(r"\.minor-metals-(\d+)-[0-9a-f]{24}\.part")
_unfinished: set[Path] = set()


class PartFile:
    """A file that is written under another name in the folder of its target, and renamed once it is complete.

    `file` is open for writing. The file is removed by `discard`, unless `finish` has renamed it.
    """

    def __init__(self, target: Path) -> None:
        clear_leftovers(target.parent)
        self.path = target.with_name(f".minor-metals-{os.getpid()}-{os.urandom(12).hex()}.part")
        self.file = _created(self.path, target)
        _unfinished.add(self.path)

    def sync(self) -> None:
        """Write to disk what was written so far, for others to read."""
        self.file.flush()
        os.fsync(self.file.fileno())

    def finish(self, target: Path, force: bool) -> None:
        """Put the complete file in the place of its target; raise KnownError as `refuse_existing` does."""
        self.sync()
        self.file.close()
        refuse_existing(target, force)
        self.path.replace(target)
        _sync_folder(target.parent)

    def discard(self) -> None:
        """Remove the file where it was not renamed."""
        with contextlib.suppress(OSError):
            self.file.close()
        with contextlib.suppress(OSError):
            self.path.unlink()
        _unfinished.discard(self.path)


@contextlib.contextmanager
def atomic_write(path: Path, force: bool) -> Iterator[IO[bytes]]:
    """Yield a file to write to; it replaces `path` at the end, or is removed on a failure.

    Where `path` is a link, its target is replaced; a replaced file keeps its mode. Raise KnownError where the file
    exists and `force` is not set, or where it can't be written.
    """
    refuse_existing(path, force)
    with sentence_of_errors(path):
        target = path.resolve() if path.is_symlink() else path
        part = PartFile(target)
        try:
            yield part.file
            part.finish(target, force)
        finally:
            part.discard()


@contextlib.contextmanager
def sentence_of_errors(path: Path) -> Iterator[None]:
    """Turn the errors of the system on writing a file into a KnownError."""
    try:
        yield
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise _not_written(path, error) from error


def write_file(path: Path, data: bytes, *, force: bool) -> None:
    """Write a file completely or not at all; raise KnownError as `atomic_write` does."""
    with atomic_write(path, force) as file:
        file.write(data)


def discard_unfinished() -> None:
    """Remove unfinished files, for a process that is about to be ended by a signal."""
    for part in tuple(_unfinished):
        with contextlib.suppress(OSError):
            part.unlink()


def clear_leftovers(folder: Path) -> None:
    """Remove the unfinished files of processes that were ended while they wrote into a folder."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            match = _UNFINISHED.fullmatch(entry.name)
            part = Path(entry.path)
            if match is not None and part not in _unfinished and not _is_another(int(match[1])):
                with contextlib.suppress(OSError):
                    _remove_unlocked(part)


def _created(part: Path, target: Path) -> IO[bytes]:
    """Create the file that will replace the target, with the mode that the target has or will have."""
    existing = target.stat() if target.exists() else None
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    for name in ("O_NOFOLLOW", "O_CLOEXEC", "O_BINARY"):
        flags |= getattr(os, name, 0)
    # A private file stays private from the first byte; a new file gets the default mode of the system.
    file = os.fdopen(os.open(part, flags, 0o666 if existing is None else 0o600), "wb")
    if sys.platform != "win32":
        import fcntl

        with contextlib.suppress(OSError):  # some network folders have no locks
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if existing is not None:
            _take_mode(file.fileno(), existing)
    return file


def _take_mode(number: int, existing: os.stat_result) -> None:
    """Give an open file the owner, group and mode of another one; a different group gets no rights of the old group."""
    mode = existing.st_mode & 0o777
    try:
        if os.fstat(number).st_gid != existing.st_gid or os.geteuid() == 0:
            os.fchown(number, existing.st_uid if os.geteuid() == 0 else -1, existing.st_gid)
    except OSError:
        mode = mode & ~0o070 | (mode & 0o007) << 3
    with contextlib.suppress(OSError):  # some disks have no modes
        os.fchmod(number, mode)


def _remove_unlocked(part: Path) -> None:
    """Remove an unfinished file of this user that no process has locked, even one in another process namespace."""
    if sys.platform == "win32":  # there an open file can't be removed
        part.unlink()
        return
    import fcntl

    number = os.open(part, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        status = os.fstat(number)
        if stat.S_ISREG(status.st_mode) and status.st_uid == os.geteuid():
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
            part.unlink()
    finally:
        os.close(number)


def _is_another(process: int) -> bool:
    """Return whether a different process with this id is running; True where that is unknown."""
    if process == os.getpid():
        return False
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        handle = kernel.OpenProcess(0x0010_0000, False, process)  # SYNCHRONIZE
        if not handle:
            return ctypes.get_last_error() != 87  # ERROR_INVALID_PARAMETER: no such process
        ended: int = kernel.WaitForSingleObject(handle, 0)
        kernel.CloseHandle(handle)
        return ended != 0
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _sync_folder(folder: Path) -> None:
    """Write a folder to disk, so that a rename survives a power failure."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        number = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def ensure_folder(text: str | None) -> Path:
    """Return the named folder, the current one without a name; create it if it does not exist.

    Raise KnownError where a file has that name or the folder can't be created.
    """
    folder = Path(text or ".")
    try:
        _check_name(folder)
        folder = folder.expanduser()
        if folder.suffix.casefold() in FILE_ENDINGS and not folder.exists():
            raise KnownError(
                gettext("{name} is a file name. To write several files, give a folder.").format(name=folder)
            )
        folder.mkdir(exist_ok=True)
    except (OSError, RuntimeError, ValueError) as error:
        if isinstance(error, FileExistsError):
            sentence = gettext("The folder {folder} cannot be created: a file with this name already exists.")
        elif isinstance(error, ValueError):
            sentence = gettext("The folder {folder} cannot be created: the name is not valid.")
        else:
            sentence = gettext("The folder {folder} cannot be created ({reason}).")
        raise KnownError(sentence.format(folder=folder, reason=_reason(error))) from error
    return folder


def refuse_existing(path: Path, force: bool) -> None:
    """Raise KnownError where a file exists and `force` is not set, is not a regular file, or has no folder."""
    try:
        _check_name(path)
        _refuse(path.resolve() if path.is_symlink() else path, force)
    except (OSError, RuntimeError, ValueError) as error:
        raise _not_written(path, error) from error


def _refuse(path: Path, force: bool) -> None:
    if path.is_symlink():
        raise KnownError(gettext("{path} is a link to itself.").format(path=path))
    if path.is_dir():
        raise KnownError(gettext("{path} is a folder. Name a file in it.").format(path=path))
    if path.exists() and not stat.S_ISREG(path.lstat().st_mode):
        raise KnownError(gettext("{path} is a device or pipe, not a regular file.").format(path=path))
    if not path.parent.is_dir():
        raise KnownError(gettext("The folder {folder} does not exist.").format(folder=path.parent))
    if path.exists() and not force:
        raise KnownError(
            gettext("{path} already exists.").format(path=path),
            window_hint=gettext("Choose another name, or choose to replace the file."),
            command_hint=gettext("Add --force to replace it."),
        )


def _check_name(path: Path) -> None:
    """Raise ValueError for a name that no file can have; pathlib only reports that it does not exist."""
    if b"\0" in os.fsencode(path):
        raise ValueError


def _not_written(path: Path, error: Exception) -> KnownError:
    if isinstance(error, ValueError):
        return KnownError(gettext("{path} cannot be written: the file name is not valid.").format(path=path))
    return KnownError(
        gettext("{path} cannot be written ({reason}).").format(path=path, reason=_reason(error))
    )


def _reason(error: Exception) -> str:
    """Return the message of the system for an error, in the language of the system."""
    return getattr(error, "strerror", None) or str(error)
