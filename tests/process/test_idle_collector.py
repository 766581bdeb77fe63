"""When the program collects unused objects that refer to each other."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from explorer.process.idle_collector import IDLE_SECONDS, LEAST_COLLECTIONS, MOST_COLLECTIONS, IdleCollector


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
    """Return a started collector whose checks are at these moments of processor time."""
    clock = iter((0.0, *moments))
    collector = IdleCollector(processor_time=lambda: next(clock, moments[-1]))
    collector.start()
    return collector


def old_pair(rounds: int) -> weakref.ref[Pair]:
    """Return an unused object that has survived a number of collections of young objects."""
    pair = Pair()
    found = weakref.ref(pair)
    for _ in range(rounds):
        gc.collect(1)
    return found


def test_an_idle_program_collects_unused_objects(qapp):
    collector = started(IDLE_SECONDS / 2)
    pair = old_pair(LEAST_COLLECTIONS)
    assert pair() is not None
    collector.collect_if_idle()
    assert pair() is None


def test_a_busy_program_collects_only_after_a_long_wait(qapp):
    collector = started(1.0, 2.0)
    pair = old_pair(LEAST_COLLECTIONS)
    collector.collect_if_idle()
    assert pair() is not None
    old_pair(MOST_COLLECTIONS)
    collector.collect_if_idle()
    assert pair() is None


def test_objects_that_became_old_only_now_are_not_collected(qapp):
    gc.collect()
    collector = started(0.0)
    pair = old_pair(2)
    collector.collect_if_idle()
    assert pair() is not None


def test_python_itself_collects_young_objects_only(qapp):
    before = gc.get_threshold()
    started(0.0)
    assert (
        gc.isenabled() and gc.get_threshold()[:2] == before[:2] and gc.get_threshold()[2] > MOST_COLLECTIONS
    )
