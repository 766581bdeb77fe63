"""Locks on data files, by which a process sees that another one has a file open and does not remove it.

A window also reads its file through new connections, which fail once the file is removed. The system releases the lock
of a process that ends. Windows needs no locks: an open file cannot be removed there.
"""

import contextlib
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from explorer.data.user.lock import acquired

_WAIT_SECONDS = 2.0  # while another process removes the file
_STEP_SECONDS = 0.02


def locked_as_open(path: Path) -> IO[bytes] | None:
    """Return an open file whose lock keeps others from removing it until it is closed; None where it can't be read."""
    file = _opened(path)
    until = time.monotonic() + _WAIT_SECONDS
    while file is not None and not acquired(file, is_shared=True) and time.monotonic() < until:
        time.sleep(_STEP_SECONDS)
    return file


@contextlib.contextmanager
def locked_for_removal(path: Path) -> Iterator[bool]:
    """Yield whether no other process has a data file open; one that opens it meanwhile waits for the lock."""
    file = _opened(path)
    if file is None:
        yield True
        return
    with file:
        yield acquired(file)


def _opened(path: Path) -> IO[bytes] | None:
    """Return a file to lock; None for what is not a file that can be read, and on Windows."""
    try:
        return path.open("rb") if sys.platform != "win32" and path.is_file() else None
    except (OSError, RuntimeError, ValueError):
        return None
