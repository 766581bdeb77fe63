"""One window for each user, display and data file: a later launch passes its request on to the open window.

A request is a file in a private folder, on every system alike and without Qt. The first instance renames a file to take
it, and a launch that gives up deletes its file, so that no request is both shown and given up.
"""

import contextlib
import os
import stat
import sys
import time
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from explorer import paths
from explorer.paths import FOLDER_NAME

TIMEOUT = 2.5
MAX_AGE = 10.0
MAX_BYTES = 16_384
_MAX_LINK, _MAX_TOKEN = 3_000, 256
_POLL_SECONDS = 0.005
_SESSION_VARIABLES = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY", "SESSIONNAME")


class InstanceAddress(Struct, frozen=True):
    """The private folder, and the names in it, that all launches of one user, display and data file use."""

    folder: Path
    key: str

    @property
    def lock(self) -> Path:
        """Return the lock file, which exists while a first instance runs."""
        return self.folder / f"{self.key}.lock"

    def new_request(self) -> Path:
        """Return the name of another request file; the names sort by time."""
        return self.folder / f"{self.key}-{time.time_ns()}-{os.getpid()}.request"

    def requests(self) -> list[Path]:
        """Return the requests that are waiting, oldest first."""
        return sorted(self.folder.glob(f"{self.key}-*.request"))

    def leftovers(self) -> list[Path]:
        """Return the files of launches and instances that ended before they had written or read them."""
        return [path for end in ("part", "taken") for path in self.folder.glob(f"{self.key}-*.{end}")]


class Request(Struct, frozen=True):
    """The link that a later launch passes on, and the token that lets the open window come to the front."""

    link: str
    token: str = ""


def instance_address(
    data: Path | None, environment: Mapping[str, str], system: str = sys.platform
) -> InstanceAddress | None:
    """Return the address for a data file and the display of an environment, None without a private folder."""
    folder = _private_folder(environment, system)
    if folder is None:
        return None
    computer = os.uname().nodename if hasattr(os, "uname") else ""  # several computers may share a home
    session = [environment.get(name, "") for name in _SESSION_VARIABLES]
    parts = [*session, _resolved(data or paths.data_file()), computer]
    return InstanceAddress(folder, f"{zlib.crc32(chr(0).join(parts).encode(errors='replace')):08x}")


def _resolved(path: Path) -> str:
    try:
        return str(path.resolve())
    except (OSError, RuntimeError, ValueError):
        return str(path)


def _private_folder(environment: Mapping[str, str], system: str) -> Path | None:
    """Return a folder that only this user can use: anybody who can write into it could send and take requests."""
    for parent in _parent_folders(environment, system):
        folder = parent / FOLDER_NAME
        with contextlib.suppress(OSError, ValueError):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if system == "win32":  # private through its place in the user's profile
                return folder
            if not folder.is_symlink() and folder.stat().st_uid == os.getuid():
                folder.chmod(0o700)
                if _is_private(folder):
                    return folder
    return None


def _parent_folders(environment: Mapping[str, str], system: str) -> Iterator[Path]:
    """Yield the folders that may hold the private folder: that of the session, then that of the user's state."""
    if system == "win32":
        local = Path(environment.get("LOCALAPPDATA", ""))
        if local.is_absolute() and local.is_dir():
            yield local
        return
    runtime = Path(environment.get("TMPDIR" if system == "darwin" else "XDG_RUNTIME_DIR", ""))
    if runtime.is_absolute() and _is_private(runtime):
        yield runtime
    state, home = (Path(environment.get(name, "")) for name in ("XDG_STATE_HOME", "HOME"))
    if state.is_absolute():  # the XDG standard ignores a relative path
        yield state
    elif home.is_absolute() and home.is_dir():
        yield home / ".local" / "state"


def _is_private(folder: Path) -> bool:
    try:
        status = folder.stat()
    except (OSError, ValueError):
        return False
    own = status.st_uid == os.getuid() and stat.S_ISDIR(status.st_mode)
    return own and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH) and os.access(folder, os.W_OK)


def forward_request(address: InstanceAddress, request: Request, timeout: float = TIMEOUT) -> bool:
    """Return whether the first instance took a request in time; without a first instance return False at once."""
    path = address.new_request()
    part = path.with_suffix(".part")
    try:
        if not address.lock.exists():
            return False
        _allow_window_to_come_forward()
        part.write_bytes(encode_request(request, time.time()))
        part.replace(path)
        return _is_taken(path, time.monotonic() + timeout)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        return False


def _is_taken(path: Path, deadline: float) -> bool:
    """Return whether a request was taken before the deadline, and withdraw it otherwise."""
    while time.monotonic() < deadline:
        if not path.exists():
            return True
        time.sleep(_POLL_SECONDS)
    try:
        path.unlink()
    except FileNotFoundError:
        return True
    return False


def _allow_window_to_come_forward() -> None:
    """Pass on the right to come to the front, which Windows gives to a program that the user starts."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)


def take_request(path: Path) -> Request | None:
    """Take a request file and return its request, None where it was withdrawn, is out of date or not valid."""
    taken = path.with_suffix(".taken")
    try:
        path.replace(taken)
        if not taken.is_file():
            return None
        with taken.open("rb") as file:
            return decode_request(file.read(MAX_BYTES + 1), time.time())
    except OSError:
        return None
    finally:
        with contextlib.suppress(OSError):
            taken.unlink(missing_ok=True)


def encode_request(request: Request, sent: float) -> bytes:
    """Return a request that is sent at a time in seconds as the lines of a file."""
    link = " ".join(request.link.splitlines())[:_MAX_LINK]
    token = request.token[:_MAX_TOKEN] if request.token.isprintable() else ""
    return f"{sent:.3f}\n{link}\n{token}\n".encode(errors="replace")


def decode_request(content: bytes, now: float) -> Request | None:
    """Return the request of a file, None where it is not valid or so old that its sender must have crashed."""
    lines = content.split(b"\n")
    if len(content) > MAX_BYTES or len(lines) != 4 or lines[3]:
        return None
    try:
        age = now - float(lines[0])
        link, token = lines[1].decode(), lines[2].decode()
    except ValueError:
        return None
    return Request(link, token if token.isprintable() else "") if abs(age) <= MAX_AGE else None
