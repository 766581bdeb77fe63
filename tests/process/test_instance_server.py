"""A second start rings at the door of the first."""

import contextlib
import os
import socket
import sys
import tempfile
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from explorer.process import instance_server, single_instance
from explorer.process.instance_server import Doorkeeper, PipeDoorkeeper

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs sockets of files")
SAID = single_instance.message("minor-metals:gallium", {})


@pytest.fixture
def place():
    """Where a window would listen, in a private folder with a short path: names of sockets can't be long."""
    with tempfile.TemporaryDirectory() as folder:
        yield str(Path(folder) / "door")


def ring(place: str, said: bytes = SAID) -> tuple[threading.Thread, list[bool]]:
    """Ring from a thread, as another process would."""
    answers: list[bool] = []
    caller = threading.Thread(target=lambda: answers.append(single_instance.hand_over(place, said, 5)))
    caller.start()
    return caller, answers


@pytest.fixture(params=["socket", "pipe"])
def keeper(request, place, qtbot):
    if request.param == "pipe":
        pytest.importorskip("PySide6.QtNetwork", exc_type=ImportError)
    made = PipeDoorkeeper(place) if request.param == "pipe" else Doorkeeper(single_instance.claim(place))
    yield made
    made.close()


def test_a_wish_is_handed_over_and_answered(keeper, place, qtbot):
    for _ in range(2):
        with qtbot.waitSignal(keeper.rung) as rung:
            caller, answers = ring(place)
        caller.join()
        assert rung.args == ["minor-metals:gallium"] and answers == [True]


def test_the_token_of_the_desktop_is_kept_for_coming_forward(keeper, place, qtbot, monkeypatch):
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "")
    with qtbot.waitSignal(keeper.rung):
        caller, _ = ring(place, single_instance.message("minor-metals:", {"XDG_ACTIVATION_TOKEN": "abc-1"}))
    caller.join()
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "abc-1"


def test_rubbish_is_not_answered(keeper, place, qtbot):
    rung = []
    keeper.rung.connect(rung.append)
    caller, answers = ring(place, 20_000 * b"x")
    qtbot.waitUntil(lambda: answers == [False])
    caller.join()
    caller, answers = ring(place)
    qtbot.waitUntil(lambda: answers == [True])
    caller.join()
    assert rung == ["minor-metals:gallium"]


def test_a_caller_that_lost_patience_is_not_shown(place, qtbot):
    keeper = Doorkeeper(single_instance.claim(place))
    rung = []
    keeper.rung.connect(rung.append)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
        client.connect(place)
        client.sendall(SAID)
    caller, answers = ring(place, single_instance.message("minor-metals:tungsten", {}))
    qtbot.waitUntil(lambda: answers == [True])
    caller.join()
    assert rung == ["minor-metals:tungsten"]
    keeper.close()


def test_the_door_is_closed_behind_the_last(place, qtbot):
    Doorkeeper(single_instance.claim(place)).close()
    assert not single_instance.hand_over(place, SAID, 1)
    first = single_instance.claim(place)
    assert first is not None
    first.close()


@pytest.fixture
def impatient(monkeypatch):
    """Let the door wait for callers only a moment."""
    monkeypatch.setattr(instance_server, "LONGEST_CALL_MS", 200)


@pytest.fixture
def callers(keeper, place, qapp):
    """Come to the door as many times as asked, one after the other, and say nothing yet."""
    made: list[socket.socket] = []

    def come(number: int) -> list[socket.socket]:
        for _ in range(number):
            client = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            client.connect(place)
            client.setblocking(False)
            qapp.processEvents()
            made.append(client)
        return made[-number:]

    yield come
    for client in made:
        client.close()


def is_closed(client: socket.socket) -> bool:
    """Tell whether the other side has gone."""
    try:
        return client.recv(16) == b""
    except BlockingIOError:
        return False
    except OSError:
        return True


def test_only_so_many_callers_are_heard_at_a_time(keeper, place, callers, qtbot):
    first, beyond = callers(instance_server.MOST_CALLERS), callers(3)
    qtbot.waitUntil(lambda: all(map(is_closed, beyond)))
    assert not any(map(is_closed, first))
    first[0].sendall(SAID)
    qtbot.waitUntil(lambda: is_answered(first[0]))
    (again,) = callers(1)
    again.sendall(SAID)
    qtbot.waitUntil(lambda: is_answered(again))


def is_answered(client: socket.socket) -> bool:
    try:
        return client.recv(16) == single_instance.ANSWER
    except BlockingIOError:
        return False


@pytest.mark.parametrize("kind", ["silent", "half a message", "one byte after the other"])
def test_a_caller_that_never_ends_is_left(impatient, keeper, place, callers, qtbot, kind):
    (client,) = callers(1)
    dripping = QTimer()
    if kind == "half a message":
        client.sendall(SAID[:-1])
    elif kind != "silent":
        dripping.timeout.connect(lambda: drip(client))
        dripping.start(20)
    qtbot.waitUntil(lambda: is_closed(client), timeout=2_000)
    dripping.stop()
    caller, answers = ring(place)
    qtbot.waitUntil(lambda: answers == [True])
    caller.join()


def drip(client: socket.socket) -> None:
    with contextlib.suppress(OSError):
        client.send(b"x")
