"""When the program looks for objects that only refer to each other."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from explorer.process.unused_objects import IDLE_SECONDS, MOST, WORTHWHILE, IdleCollector


class Pair:
    """An object that refers to itself."""

    def __init__(self) -> None:
        self.other = self


@pytest.fixture(autouse=True)
def settings() -> Iterator[None]:
    thresholds, is_enabled = gc.get_threshold(), gc.isenabled()
    yield
    gc.unfreeze()
    gc.set_threshold(*thresholds)
    (gc.enable if is_enabled else gc.disable)()


def started(*moments: float) -> IdleCollector:
    """Return a collector that has begun, and that looks at these moments of processor time."""
    clock = iter((0.0, *moments))
    collector = IdleCollector(processor_time=lambda: next(clock, moments[-1]))
    collector.start()
    return collector


def old_pair(rounds: int) -> weakref.ref[Pair]:
    """Return an unused object that survived so many collections of young objects."""
    pair = Pair()
    found = weakref.ref(pair)
    for _ in range(rounds):
        gc.collect(1)
    return found


def test_an_idle_program_collects_what_is_not_used(qapp):
    collector = started(IDLE_SECONDS / 2)
    pair = old_pair(WORTHWHILE)
    assert pair() is not None
    collector.look()
    assert pair() is None


def test_a_busy_program_goes_on_unless_that_was_put_off_for_long(qapp):
    collector = started(1.0, 2.0)
    pair = old_pair(WORTHWHILE)
    collector.look()
    assert pair() is not None
    old_pair(MOST)
    collector.look()
    assert pair() is None


def test_a_look_that_is_not_worthwhile_is_left_out(qapp):
    gc.collect()
    collector = started(0.0)
    pair = old_pair(2)
    collector.look()
    assert pair() is not None


def test_python_itself_collects_young_objects_only(qapp):
    before = gc.get_threshold()
    started(0.0)
    assert gc.isenabled() and gc.get_threshold()[:2] == before[:2] and gc.get_threshold()[2] > MOST
