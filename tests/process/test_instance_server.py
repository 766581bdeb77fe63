"""The first instance takes the requests of later launches."""

import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from explorer.process.instance_server import InstanceServer
from explorer.process.single_instance import (
    MAX_AGE,
    InstanceAddress,
    Request,
    encode_request,
    forward_request,
)

REQUEST = Request("minor-metals:gallium")
Forward = Callable[..., list[bool]]


@pytest.fixture
def address(tmp_path: Path) -> InstanceAddress:
    """The address of a first instance, whose lock file exists."""
    address = InstanceAddress(tmp_path, "0123abcd")
    address.lock.touch()
    return address


@pytest.fixture
def server(address: InstanceAddress, qtbot) -> Iterator[InstanceServer]:
    """A server that takes requests."""
    server = InstanceServer(address)
    server.start()
    yield server
    server.close()


@pytest.fixture
def received(server: InstanceServer) -> list[str]:
    """The links that the server emitted."""
    links: list[str] = []
    server.requestReceived.connect(links.append)
    return links


@pytest.fixture
def forward(address: InstanceAddress) -> Iterator[Forward]:
    """Forward a request from a thread, as another process would; return the list that receives the result."""
    threads: list[threading.Thread] = []

    def call(request: Request = REQUEST, timeout: float = 5) -> list[bool]:
        results: list[bool] = []
        threads.append(
            threading.Thread(target=lambda: results.append(forward_request(address, request, timeout)))
        )
        threads[-1].start()
        return results

    yield call
    for thread in threads:
        thread.join()


def test_requests_are_taken_and_answered(server, received, forward, qtbot):
    for number in (1, 2):
        results = forward()
        qtbot.waitUntil(lambda results=results: results == [True])
        qtbot.waitUntil(lambda number=number: received == number * ["minor-metals:gallium"])


def test_a_request_that_waits_for_the_server_is_taken(address, forward, qtbot):
    results = forward()
    qtbot.waitUntil(lambda: address.requests() != [])
    server = InstanceServer(address)
    received = []
    server.requestReceived.connect(received.append)
    server.start()
    qtbot.waitUntil(lambda: results == [True])
    assert received == ["minor-metals:gallium"]
    server.close()


def test_the_token_is_kept_for_the_activation_of_the_window(server, received, forward, qtbot, monkeypatch):
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "")
    forward(Request("minor-metals:", "abc-1"))
    qtbot.waitUntil(lambda: received == ["minor-metals:"])
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "abc-1"
    forward()
    qtbot.waitUntil(lambda: len(received) == 2)
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "abc-1"


@pytest.mark.parametrize("kind", ["empty", "random bytes", "very long", "of a sender that crashed long ago"])
def test_an_invalid_request_is_removed_and_not_shown(address, server, received, forward, qtbot, kind):
    contents = {"empty": b"", "random bytes": os.urandom(2_000), "very long": 2_000_000 * b"x"}
    outdated = encode_request(REQUEST, time.time() - 2 * MAX_AGE)
    address.new_request().write_bytes(contents.get(kind, outdated))
    qtbot.waitUntil(lambda: address.requests() == [])
    results = forward(Request("minor-metals:tungsten"))
    qtbot.waitUntil(lambda: results == [True])
    qtbot.waitUntil(lambda: received == ["minor-metals:tungsten"])


def test_a_sender_that_gave_up_is_not_shown(address, forward, qtbot):
    server = InstanceServer(address)
    received = []
    server.requestReceived.connect(received.append)
    assert not forward_request(address, REQUEST, 0.05)
    server.start()
    results = forward(Request("minor-metals:tungsten"))
    qtbot.waitUntil(lambda: results == [True])
    assert received == ["minor-metals:tungsten"]
    server.close()


def test_many_requests_at_once_are_taken_in_their_order(address, server, received, qtbot):
    links = [f"minor-metals:{number}" for number in range(200)]
    for link in links:
        part = address.folder / "part"
        part.write_bytes(encode_request(Request(link), time.time()))
        part.replace(address.new_request())
    qtbot.waitUntil(lambda: received == links)
    assert list(address.folder.iterdir()) == [address.lock]


def test_a_request_that_is_never_finished_delays_no_other(address, server, received, forward, qtbot):
    unfinished = address.new_request().with_suffix(".part")
    unfinished.write_bytes(encode_request(REQUEST, time.time())[:-1])
    results = forward(Request("minor-metals:tungsten"))
    qtbot.waitUntil(lambda: results == [True])
    assert received == ["minor-metals:tungsten"] and unfinished.exists()


def test_files_that_a_crash_left_behind_are_removed(address, qtbot):
    other = InstanceAddress(address.folder, "89abcdef").new_request().with_suffix(".part")
    left = [address.new_request().with_suffix(end) for end in (".part", ".taken", ".request")]
    for path in (*left, other):
        path.touch()
    server = InstanceServer(address)
    server.start()
    assert set(address.folder.iterdir()) == {address.lock, other}
    server.close()


def test_requests_for_another_address_are_left_alone(address, server, received, forward, qtbot):
    other = InstanceAddress(address.folder, "89abcdef").new_request()
    other.write_bytes(encode_request(REQUEST, time.time()))
    forward(Request("minor-metals:tungsten"))
    qtbot.waitUntil(lambda: received == ["minor-metals:tungsten"])
    assert other.exists()


def test_a_closed_server_takes_nothing(address, server, received, forward, qtbot):
    server.close()
    results = forward(timeout=0.3)
    qtbot.waitUntil(lambda: results == [False])
    assert received == []
