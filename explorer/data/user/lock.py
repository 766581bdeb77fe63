"""Lets one process at a time create, replace or write the user's file."""

import contextlib
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from explorer.errors import UserFileError
from explorer.language import gettext, gettext_noop

WAIT_SECONDS = 20.0
IN_USE = gettext_noop("Your own data are in use by another window or command. Try again later. File: {path}")
_STEP_SECONDS = 0.02


@contextlib.contextmanager
def exclusive(path: Path, wait_seconds: float = WAIT_SECONDS, in_use: str = IN_USE) -> Iterator[None]:
    """Hold the lock beside a file, which ends with the process; raise UserFileError where another one keeps it."""
    with path.with_name(f"{path.name}.lock").open("ab") as file:
        until = time.monotonic() + wait_seconds
        while not acquired(file):
            if time.monotonic() > until:
                raise UserFileError(gettext(in_use).format(path=path))
            time.sleep(_STEP_SECONDS)
        try:
            yield
        finally:
            _release(file)


def acquired(file: IO[bytes], *, is_shared: bool = False) -> bool:
    """Return whether the lock is now held; also where the disk has no locks, as on some network folders.

    Several processes can hold a shared lock, and none can hold an exclusive one meanwhile. On Windows every lock is
    exclusive.
    """
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, (fcntl.LOCK_SH if is_shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True
    return True


def _release(file: IO[bytes]) -> None:
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_UN)
