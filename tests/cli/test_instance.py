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

from explorer import instance

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs sockets of files")
SAID = instance.message("minor-metals:gallium", {})


@pytest.fixture
def folder():
    """A private folder with a short path, as a runtime folder is."""
    with tempfile.TemporaryDirectory() as path:
        yield Path(path)


def test_each_user_display_and_data_file_has_a_place(folder, tmp_path):
    here = {"XDG_RUNTIME_DIR": str(folder), "DISPLAY": ":1"}
    place = instance.address(None, here, "linux")
    assert place == instance.address(None, dict(here), "linux") and Path(place).parent == folder
    assert place != instance.address(None, here | {"DISPLAY": ":2"}, "linux")
    assert place != instance.address(tmp_path / "other.db", here, "linux")
    assert instance.address(None, {"TMPDIR": str(folder)}, "darwin").startswith(str(folder))
    pipe = instance.address(None, {"USERNAME": "镓"}, "win32")
    assert pipe.isascii() and "/" not in pipe
    assert pipe != instance.address(None, {"USERNAME": "other"}, "win32")


@pytest.mark.parametrize("kind", ["unset", "missing", "file", "open to all"])
def test_no_safe_folder_no_place(tmp_path, kind):
    paths = {"unset": "", "missing": str(tmp_path / "no"), "file": __file__, "open to all": str(tmp_path)}
    tmp_path.chmod(0o777)
    place = instance.address(None, {"XDG_RUNTIME_DIR": paths[kind]}, "linux")
    assert place == ""
    assert instance.meet(place, SAID) is False


def test_a_folder_that_can_not_be_written_delays_nothing(folder):
    before = time.monotonic()
    assert instance.meet(str(folder / "no folder" / "door"), SAID) is False
    assert instance.meet(str(folder / (200 * "x")), SAID) is False
    assert time.monotonic() - before < instance.PATIENCE


def test_the_first_listens_for_its_user_alone(folder):
    door = instance.meet(str(folder / "door"), SAID)
    assert isinstance(door, instance.Door)
    assert stat.S_IMODE((folder / "door").stat().st_mode) == 0o600
    assert stat.S_IMODE((folder / "door.lock").stat().st_mode) == 0o600
    door.close()


def test_a_first_that_hangs_is_not_waited_for_long(folder):
    door = instance.claim(str(folder / "door"))
    before = time.monotonic()
    assert instance.meet(str(folder / "door"), SAID, 0.3) is False
    assert 0.2 < time.monotonic() - before < 0.9
    door.close()


def crash(place: str) -> None:
    """Become the first instance and die without a word."""
    instance.claim(place)
    os._exit(9)


def test_what_a_crash_leaves_behind_is_cleared_away(folder):
    place = str(folder / "door")
    crashed = multiprocessing.get_context("spawn").Process(target=crash, args=(place,))
    crashed.start()
    crashed.join()
    assert crashed.exitcode == 9 and Path(place).is_socket()
    door = instance.meet(place, SAID)
    assert isinstance(door, instance.Door)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
        client.connect(place)
    door.close()


def test_a_message_is_whole_or_not_yet():
    token = {"XDG_ACTIVATION_TOKEN": "t"}
    assert instance.parse(instance.message("minor-metals:a", token)) == ("minor-metals:a", "t")
    assert instance.parse(b"minor-metals:a\n") is None
    assert instance.parse(b"") is None
    assert instance.parse(b"\xff\n\xff\n") == ("�", "�")
