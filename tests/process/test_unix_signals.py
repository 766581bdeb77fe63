"""Signals reach the loop of events, and are given back."""

import os
import signal
import sys

import pytest

from explorer.process.unix_signals import SignalWatch

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a process of Windows gets no such signals")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_a_signal_is_heard_in_its_turn(qtbot, name):
    number = getattr(signal, name)
    outside = signal.signal(number, signal.SIG_DFL)  # whoever runs the tests may ignore it
    before = signal.getsignal(number)
    watch = SignalWatch()
    watch.install()
    try:
        with qtbot.waitSignal(watch.asked) as asked:
            os.kill(os.getpid(), number)
    finally:
        watch.remove()
    found = signal.signal(number, outside)
    assert asked.args == [number]
    assert found == before


def test_a_signal_that_was_to_be_ignored_stays_so(qtbot):
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    watch = SignalWatch()
    watch.install()
    assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    watch.remove()
    signal.signal(signal.SIGHUP, before)
