"""A start of the program. One window for each user, display and data file: a second start hands its wish to the first.

No Qt here.
"""

import contextlib
import os
import socket
import stat
import sys
import threading
import time
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from explorer import paths

if TYPE_CHECKING:
    from explorer.models.view_request import ViewRequest

PATIENCE = 2.5
MOST_BYTES = 8_192
ANSWER = b"shown\n"
_PAUSE = 0.04
_STAGE = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY", "SESSIONNAME")


class Door:
    """The listening socket of the first instance, and the lock that makes it the first."""

    def __init__(self, listener: socket.socket, lock: int, path: Path) -> None:
        self.listener = listener
        self._lock = lock
        self._path = path

    def close(self) -> None:
        """Let the next start be the first."""
        self._path.unlink(missing_ok=True)
        self.listener.close()
        os.close(self._lock)


@dataclass(slots=True)
class Start:
    """What a start asks of its window, and the door at `place` where other starts ring."""

    wish: "ViewRequest"
    link: str = ""
    data: Path | None = None
    place: str = ""
    door: Door | None = None

    def close_door(self) -> None:
        """Let the next start be the first."""
        if self.door is not None:
            self.door.close()
            self.door = None


def address(data: Path | None, environment: Mapping[str, str], system: str = sys.platform) -> str:
    """Return where the window of this user, display and data file listens; empty where none safely can.

    The folder must belong to the user alone, for whoever can write into it could answer in the window's place. Where
    the session has none, one is made among the user's own files.
    """
    stage = [environment.get(name, "") for name in _STAGE]
    file = _whole_name(data or paths.data_file())
    key = f"{zlib.crc32(chr(0).join([*stage, file]).encode(errors='replace')):08x}"
    if system == "win32":
        return f"minor-metals-{zlib.crc32(environment.get('USERNAME', '').encode()):08x}-{key}"
    folder = environment.get("TMPDIR" if system == "darwin" else "XDG_RUNTIME_DIR", "")
    if not _is_private(folder):
        folder = _own_folder(environment)
        # Several computers may share a home.
        key += f"-{zlib.crc32(socket.gethostname().encode(errors='replace')):08x}"
    return str(Path(folder) / f"minor-metals-{key}") if folder else ""


def _whole_name(path: Path) -> str:
    """Return the path from the root, the name as it is where that can't be found."""
    try:
        return str(path.resolve())
    except (OSError, RuntimeError, ValueError):
        return str(path)


def _own_folder(environment: Mapping[str, str]) -> str:
    """Return a folder of the program below the user's state folder, made where it is missing; empty where none can be.

    No other user may even look into it.
    """
    state, home = (Path(environment.get(name, "")) for name in ("XDG_STATE_HOME", "HOME"))
    try:
        if not state.is_absolute():  # the standard has such a value passed over
            if not (home.is_absolute() and home.is_dir()):
                return ""
            state = home / ".local" / "state"
        folder = state / "minor-metals-explorer"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if folder.is_symlink() or folder.stat().st_uid != os.getuid():
            return ""
        folder.chmod(0o700)
    except (OSError, ValueError):
        return ""
    return str(folder) if _is_private(str(folder)) else ""


def _is_private(folder: str) -> bool:
    if not folder or not hasattr(socket, "AF_UNIX"):
        return False
    try:
        found = Path(folder).stat()
    except (OSError, ValueError):
        return False
    own = found.st_uid == os.getuid() and stat.S_ISDIR(found.st_mode)
    return own and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH) and os.access(folder, os.W_OK)


def message(link: str, environment: Mapping[str, str]) -> bytes:
    """Return a link and the token by which the desktop lets the first window come forward, a line each."""
    token = environment.get("XDG_ACTIVATION_TOKEN", "")
    return f"{' '.join(link.splitlines())}\n{token}\n".encode(errors="replace")


def parse(received: bytes) -> tuple[str, str] | None:
    """Return link and token of a message, None while it is not whole."""
    lines = received.split(b"\n")
    if len(lines) < 3:
        return None
    return lines[0].decode(errors="replace"), lines[1].decode("ascii", "replace")[:256]


def hand_over(place: str, said: bytes, patience: float = PATIENCE) -> bool:
    """Give a message to the first instance; tell whether it answered in time that it shows it."""
    try:
        return _ring_pipe(place, said, patience) if sys.platform == "win32" else _ring(place, said, patience)
    except OSError:
        return False


def _ring(place: str, said: bytes, patience: float) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
        client.settimeout(patience)
        client.connect(place)
        client.sendall(said)
        return client.recv(len(ANSWER)) == ANSWER


def _ring_pipe(place: str, said: bytes, patience: float) -> bool:
    """Do the same on Windows, where a pipe knows no patience and the right to come forward is given away."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
    answers: list[bytes] = []

    def ask() -> None:
        with contextlib.suppress(OSError), Path(rf"\\.\pipe\{place}").open("r+b", buffering=0) as pipe:
            pipe.write(said)
            answers.append(pipe.read(len(ANSWER)) or b"")

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(patience)
    return answers == [ANSWER]


def claim(place: str) -> Door | None:
    """Return the door of the first instance, None where none can be made; BlockingIOError where another lives.

    What a crashed instance left behind is cleared away: the system has dropped its lock.
    """
    if sys.platform == "win32" or not place:
        return None
    import fcntl

    try:
        lock = os.open(f"{place}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError:
        return None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return Door(_listen(Path(place)), lock, Path(place))
    except BlockingIOError:
        os.close(lock)
        raise
    except OSError:
        os.close(lock)
        return None


def _listen(path: Path) -> socket.socket:
    path.unlink(missing_ok=True)
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        listener.bind(str(path))
        path.chmod(0o600)
        listener.listen(8)
    except OSError:
        listener.close()
        raise
    listener.setblocking(False)
    return listener


def meet(place: str, said: bytes, patience: float = PATIENCE) -> Door | bool:
    """Return True where the first instance took the message, else a door, or False where there can be none.

    An instance that holds the lock and does not listen yet is waited for.
    """
    deadline = time.monotonic() + patience
    while place and (left := deadline - time.monotonic()) > 0:
        if hand_over(place, said, left):
            return True
        try:
            return claim(place) or False
        except BlockingIOError:
            time.sleep(_PAUSE)
    return False
