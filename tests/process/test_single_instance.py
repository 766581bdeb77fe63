"""One instance: where it listens, who is the first, and what never stands in the way of a window."""

import multiprocessing
import os
import socket
import stat
import sys
import tempfile
import time
from pathlib import Path

import pytest

from explorer.process import single_instance

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs sockets of files")
SAID = single_instance.message("minor-metals:gallium", {})


@pytest.fixture
def folder():
    """A private folder with a short path, as a runtime folder is."""
    with tempfile.TemporaryDirectory() as path:
        yield Path(path)


def test_each_user_display_and_data_file_has_a_place(folder, tmp_path):
    here = {"XDG_RUNTIME_DIR": str(folder), "DISPLAY": ":1"}
    place = single_instance.address(None, here, "linux")
    assert place == single_instance.address(None, dict(here), "linux") and Path(place).parent == folder
    assert place != single_instance.address(None, here | {"DISPLAY": ":2"}, "linux")
    assert place != single_instance.address(tmp_path / "other.db", here, "linux")
    assert single_instance.address(None, {"TMPDIR": str(folder)}, "darwin").startswith(str(folder))
    pipe = single_instance.address(None, {"USERNAME": "镓"}, "win32")
    assert pipe.isascii() and "/" not in pipe
    assert pipe != single_instance.address(None, {"USERNAME": "other"}, "win32")


@pytest.mark.parametrize("kind", ["unset", "missing", "file", "open to all"])
def test_no_safe_folder_no_place(tmp_path, kind):
    paths = {"unset": "", "missing": str(tmp_path / "no"), "file": __file__, "open to all": str(tmp_path)}
    tmp_path.chmod(0o777)
    place = single_instance.address(None, {"XDG_RUNTIME_DIR": paths[kind]}, "linux")
    assert place == ""
    assert single_instance.meet(place, SAID) is False


@pytest.mark.parametrize("runtime", ["unset", "open to all"])
@pytest.mark.parametrize("state", ["", "state", "relative/path"])
def test_without_a_private_runtime_folder_the_user_s_own_files_have_one(
    folder: Path, tmp_path: Path, runtime: str, state: str
) -> None:
    tmp_path.chmod(0o777)
    environment = {"HOME": str(folder), "XDG_RUNTIME_DIR": "" if runtime == "unset" else str(tmp_path)}
    environment["XDG_STATE_HOME"] = str(folder / state) if state == "state" else state
    before = os.umask(0)
    try:
        place = Path(single_instance.address(None, environment, "linux"))
    finally:
        os.umask(before)
    above = folder / "state" if state == "state" else folder / ".local" / "state"
    assert place.parent == above / "minor-metals-explorer"
    assert stat.S_IMODE(place.parent.stat().st_mode) == 0o700
    assert single_instance.address(None, environment, "linux") == str(place)
    door = single_instance.meet(str(place), SAID)
    assert isinstance(door, single_instance.Door)
    door.close()


def test_an_own_folder_that_others_may_use_is_closed_to_them(folder: Path) -> None:
    own = folder / ".local/state/minor-metals-explorer"
    own.mkdir(parents=True)
    own.chmod(0o777)
    assert single_instance.address(None, {"HOME": str(folder)}, "linux")
    assert stat.S_IMODE(own.stat().st_mode) == 0o700


@pytest.mark.parametrize("kind", ["of another user", "a link", "a file", "no home"])
def test_an_own_folder_that_is_not_safe_is_not_used(
    folder: Path, tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = folder / ".local/state"
    state.mkdir(parents=True)
    if kind == "a link":
        (state / "minor-metals-explorer").symlink_to(tmp_path)
    elif kind == "a file":
        (state / "minor-metals-explorer").write_text("")
    elif kind == "of another user":
        own = os.getuid()
        monkeypatch.setattr(os, "getuid", lambda: own + 1)
    home = folder / "none" if kind == "no home" else folder
    assert single_instance.address(None, {"HOME": str(home)}, "linux") == ""
    assert not (folder / "none").exists()


@pytest.mark.parametrize("name", ["a\0b", "\ud800", "ring"])
def test_a_data_file_that_can_not_be_followed_has_a_place_too(folder: Path, name: str) -> None:
    (folder / "ring").symlink_to(folder / "ring")
    assert single_instance.address(folder / name, {"XDG_RUNTIME_DIR": str(folder)}, "linux")


def test_a_folder_that_can_not_be_written_delays_nothing(folder):
    before = time.monotonic()
    assert single_instance.meet(str(folder / "no folder" / "door"), SAID) is False
    assert single_instance.meet(str(folder / (200 * "x")), SAID) is False
    assert time.monotonic() - before < single_instance.PATIENCE


def test_the_first_listens_for_its_user_alone(folder):
    door = single_instance.meet(str(folder / "door"), SAID)
    assert isinstance(door, single_instance.Door)
    assert stat.S_IMODE((folder / "door").stat().st_mode) == 0o600
    assert stat.S_IMODE((folder / "door.lock").stat().st_mode) == 0o600
    door.close()


def test_a_first_that_hangs_is_not_waited_for_long(folder):
    door = single_instance.claim(str(folder / "door"))
    before = time.monotonic()
    assert single_instance.meet(str(folder / "door"), SAID, 0.3) is False
    assert 0.2 < time.monotonic() - before < 0.9
    door.close()


def crash(place: str) -> None:
    """Become the first instance and die without a word."""
    single_instance.claim(place)
    os._exit(9)


def test_what_a_crash_leaves_behind_is_cleared_away(folder):
    place = str(folder / "door")
    crashed = multiprocessing.get_context("spawn").Process(target=crash, args=(place,))
    crashed.start()
    crashed.join()
    assert crashed.exitcode == 9 and Path(place).is_socket()
    door = single_instance.meet(place, SAID)
    assert isinstance(door, single_instance.Door)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
        client.connect(place)
    door.close()


def test_a_message_is_whole_or_not_yet():
    token = {"XDG_ACTIVATION_TOKEN": "t"}
    assert single_instance.parse(single_instance.message("minor-metals:a", token)) == ("minor-metals:a", "t")
    assert single_instance.parse(b"minor-metals:a\n") is None
    assert single_instance.parse(b"") is None
    assert single_instance.parse(b"\xff\n\xff\n") == ("�", "�")
