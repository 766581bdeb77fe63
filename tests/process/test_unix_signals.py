"""Termination signals reach the event loop, and the handlers are restored."""

import os
import signal
import sys

import pytest

from explorer.process.unix_signals import UnixSignals

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows sends a process no such signals")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_a_signal_requests_termination(qtbot, name):
    number = getattr(signal, name)
    outside = signal.signal(number, signal.SIG_DFL)  # whoever runs the tests may ignore it
    before = signal.getsignal(number)
    signals = UnixSignals()
    signals.install()
    try:
        with qtbot.waitSignal(signals.terminationRequested) as requested:
            os.kill(os.getpid(), number)
    finally:
        signals.remove()
    previous = signal.signal(number, outside)
    assert requested.args == [number]
    assert previous == before


def test_an_ignored_signal_stays_ignored(qtbot):
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signals = UnixSignals()
    signals.install()
    assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    signals.remove()
    signal.signal(signal.SIGHUP, before)
