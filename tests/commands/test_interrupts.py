"""What Ctrl+C does in each part of the program."""

import signal
import threading
from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from explorer import cli
from explorer.commands import sources, window
from explorer.commands.support import interrupts


@pytest.fixture(autouse=True)
def python_interrupts() -> Iterator[None]:
    """Start each test with Python's own handler, whoever runs the tests."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_an_interrupt_ends_the_start_and_raises_in_a_command(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []

    def run(_args: object = None) -> int:
        seen.append(signal.getsignal(signal.SIGINT))
        return 0

    monkeypatch.setattr(window, "run", run)
    monkeypatch.setattr(sources, "COMMAND", replace(sources.COMMAND, run=run))
    assert cli.main([]) == cli.main(["sources"]) == 0
    assert seen == [signal.SIG_DFL, signal.default_int_handler]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_another_handler_is_kept() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with interrupts.ending_the_process():
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
        with interrupts.raising():
            assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN


def test_other_threads_change_nothing() -> None:
    seen: list[object] = []

    def run() -> None:
        with interrupts.ending_the_process():
            seen.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(60)
    assert seen == [signal.default_int_handler]
