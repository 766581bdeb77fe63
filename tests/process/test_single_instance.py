"""Where launches meet, how a request is passed on, and that no obstacle keeps a window from opening."""

import os
import stat
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from explorer.process import single_instance
from explorer.process.single_instance import (
    MAX_AGE,
    MAX_BYTES,
    InstanceAddress,
    Request,
    decode_request,
    encode_request,
    forward_request,
    instance_address,
    take_request,
)

unix_only = pytest.mark.skipif(sys.platform == "win32", reason="needs file modes and owners")
REQUEST = Request("minor-metals:gallium", "token-1")


@pytest.fixture
def address(tmp_path: Path) -> InstanceAddress:
    """The address of a first instance, whose lock file exists."""
    address = InstanceAddress(tmp_path, "0123abcd")
    address.lock.touch()
    return address


@pytest.fixture
def runtime(tmp_path: Path) -> Path:
    """A private runtime folder."""
    folder = tmp_path / "run"
    folder.mkdir(mode=0o700)
    return folder


def folder_of(environment: dict[str, str], system: str = "linux") -> Path | None:
    address = instance_address(None, environment, system)
    return address.folder if address is not None else None


@unix_only
def test_each_display_and_data_file_has_its_own_address(runtime: Path, tmp_path: Path) -> None:
    environment = {"XDG_RUNTIME_DIR": str(runtime), "DISPLAY": ":1"}
    address = instance_address(None, environment, "linux")
    assert address is not None and address.folder == runtime / "minor-metals-explorer"
    assert address == instance_address(None, dict(environment), "linux")
    assert address != instance_address(None, environment | {"DISPLAY": ":2"}, "linux")
    assert address != instance_address(tmp_path / "other.db", environment, "linux")


@unix_only
def test_each_system_has_its_own_private_folder(runtime: Path) -> None:
    expected = runtime / "minor-metals-explorer"
    for system, variable in (("linux", "XDG_RUNTIME_DIR"), ("darwin", "TMPDIR"), ("win32", "LOCALAPPDATA")):
        assert folder_of({variable: str(runtime)}, system) == expected
    assert folder_of({"LOCALAPPDATA": str(runtime / "missing")}, "win32") is None
    assert folder_of({}, "win32") is None


@unix_only
@pytest.mark.parametrize("kind", ["unset", "missing", "file", "open to all"])
def test_without_a_private_folder_there_is_no_address(tmp_path: Path, kind: str) -> None:
    paths = {"unset": "", "missing": str(tmp_path / "no"), "file": __file__, "open to all": str(tmp_path)}
    tmp_path.chmod(0o777)
    assert instance_address(None, {"XDG_RUNTIME_DIR": paths[kind]}, "linux") is None


@unix_only
@pytest.mark.parametrize("runtime_folder", ["unset", "open to all"])
@pytest.mark.parametrize("state", ["", "state", "relative/path"])
def test_without_a_private_runtime_folder_the_state_folder_is_used(
    tmp_path: Path, runtime_folder: str, state: str
) -> None:
    shared, home = tmp_path / "shared", tmp_path / "home"
    shared.mkdir()
    shared.chmod(0o777)
    home.mkdir()
    environment = {"HOME": str(home), "XDG_RUNTIME_DIR": "" if runtime_folder == "unset" else str(shared)}
    environment["XDG_STATE_HOME"] = str(home / state) if state == "state" else state
    before = os.umask(0)
    try:
        folder = folder_of(environment)
    finally:
        os.umask(before)
    parent = home / "state" if state == "state" else home / ".local" / "state"
    assert folder == parent / "minor-metals-explorer"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert folder_of(environment) == folder


@unix_only
@pytest.mark.parametrize("variable", ["HOME", "XDG_RUNTIME_DIR"])
def test_an_existing_folder_is_closed_to_other_users(runtime: Path, variable: str) -> None:
    parent = runtime / ".local/state" if variable == "HOME" else runtime
    folder = parent / "minor-metals-explorer"
    folder.mkdir(parents=True)
    folder.chmod(0o777)
    assert folder_of({variable: str(runtime)}) == folder
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@unix_only
@pytest.mark.parametrize("kind", ["of another user", "a link", "a file", "no home"])
def test_an_unsafe_folder_is_not_used(tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    folder = home / ".local/state/minor-metals-explorer"
    folder.parent.mkdir(parents=True)
    if kind == "a link":
        folder.symlink_to(tmp_path)
    elif kind == "a file":
        folder.write_text("")
    elif kind == "of another user":
        own = os.getuid()
        monkeypatch.setattr(os, "getuid", lambda: own + 1)
    else:
        home = tmp_path / "missing"
    assert folder_of({"HOME": str(home)}) is None
    assert not (tmp_path / "missing").exists()


@unix_only
@pytest.mark.parametrize("name", ["a\0b", "\ud800", "loop"])
def test_a_data_file_with_an_invalid_path_has_an_address(runtime: Path, name: str) -> None:
    (runtime / "loop").symlink_to(runtime / "loop")
    assert instance_address(runtime / name, {"XDG_RUNTIME_DIR": str(runtime)}, "linux") is not None


def test_without_a_first_instance_a_request_is_not_written(address: InstanceAddress) -> None:
    address.lock.unlink()
    begun = time.monotonic()
    assert not forward_request(address, REQUEST)
    assert time.monotonic() - begun < 0.5
    assert list(address.folder.iterdir()) == []


@pytest.fixture
def forwarding(address: InstanceAddress) -> Iterator[list[bool]]:
    """Forward a request in another thread; yield the list that receives the result."""
    results: list[bool] = []
    thread = threading.Thread(target=lambda: results.append(forward_request(address, REQUEST)))
    thread.start()
    deadline = time.monotonic() + 5
    while not address.requests():
        assert time.monotonic() < deadline
        time.sleep(0.005)
    yield results
    thread.join()


def test_a_sender_gets_its_answer_when_the_request_is_taken(
    address: InstanceAddress, forwarding: list[bool]
) -> None:
    time.sleep(0.1)
    assert forwarding == []
    (path,) = address.requests()
    assert take_request(path) == REQUEST
    deadline = time.monotonic() + 5
    while not forwarding:
        assert time.monotonic() < deadline
        time.sleep(0.005)
    assert forwarding == [True] and list(address.folder.iterdir()) == [address.lock]


def test_a_first_instance_that_hangs_is_waited_for_until_the_time_out(address: InstanceAddress) -> None:
    assert single_instance.TIMEOUT == 2.5
    begun = time.monotonic()
    assert not forward_request(address, REQUEST, 0.3)
    assert 0.2 < time.monotonic() - begun < 0.9


def test_a_request_that_was_withdrawn_is_not_taken(address: InstanceAddress) -> None:
    path = address.new_request()
    assert not forward_request(address, REQUEST, 0.05)
    assert address.requests() == [] and take_request(path) is None
    assert list(address.folder.iterdir()) == [address.lock]


@unix_only
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_can_not_be_written_delays_nothing(address: InstanceAddress) -> None:
    address.folder.chmod(0o500)
    begun = time.monotonic()
    assert not forward_request(address, REQUEST)
    assert time.monotonic() - begun < 0.5
    address.folder.chmod(0o700)


def test_a_folder_that_is_missing_delays_nothing(tmp_path: Path) -> None:
    begun = time.monotonic()
    assert not forward_request(InstanceAddress(tmp_path / "missing", "key"), REQUEST)
    assert not forward_request(InstanceAddress(tmp_path, 300 * "x"), REQUEST)
    assert time.monotonic() - begun < 0.5


def test_a_request_survives_the_file_and_odd_text_is_made_harmless() -> None:
    assert decode_request(encode_request(REQUEST, 100.0), 101.0) == REQUEST
    odd = decode_request(encode_request(Request("a\nb\ud800", "\x1b[31m"), 100.0), 100.0)
    assert odd == Request("a b?")
    long = encode_request(Request("镓" * 100_000, "t" * 100_000), 100.0)
    assert len(long) < MAX_BYTES and decode_request(long, 100.0) is not None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"100.0\n",
        b"100.0\nminor-metals:a\n",
        b"100.0\nminor-metals:a\ntoken",
        b"100.0\nminor-metals:a\n\nmore\n",
        b"soon\nminor-metals:a\n\n",
        b"nan\nminor-metals:a\n\n",
        b"100.0\n\xff\n\n",
        b"100.0\n" + MAX_BYTES * b"x" + b"\n\n",
    ],
)
def test_an_invalid_request_is_not_read(content: bytes) -> None:
    assert decode_request(content, 100.0) is None


def test_the_request_of_a_sender_that_crashed_is_out_of_date_after_a_while() -> None:
    content = encode_request(REQUEST, 100.0)
    assert decode_request(content, 100.0 + MAX_AGE - 1) == REQUEST
    assert decode_request(content, 100.0 + MAX_AGE + 1) is None
    assert decode_request(content, 100.0 - MAX_AGE - 1) is None


@unix_only
@pytest.mark.parametrize("kind", ["pipe", "device", "folder", "broken link"])
def test_what_is_not_a_regular_file_is_not_opened(address: InstanceAddress, kind: str) -> None:
    path = address.new_request()
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to("/dev/zero" if kind == "device" else "/nonexistent")
    assert take_request(path) is None
    assert address.requests() == []
