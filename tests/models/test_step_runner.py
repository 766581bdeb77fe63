"""Work in steps while the window is idle."""

import pytest

from explorer.models.step_runner import StepRunner


def numbers(done: list[int], until: int):
    for number in range(until):
        done.append(number)
        yield
    return sum(done)


def test_the_window_responds_between_two_steps(qapp):
    done: list[int] = []
    moments = iter([0.0, 1.0])
    run = StepRunner(clock=lambda: next(moments, 9.0))
    run.start(numbers(done, 3))
    assert not done and run.is_running
    qapp.processEvents()
    assert done == [0] and run.is_running
    run.stop()


def test_the_result_is_reported_once(qapp, qtbot):
    run, found = StepRunner(), []
    run.finished.connect(found.append)
    with qtbot.waitSignal(run.finished):
        run.start(numbers([], 4))
    qapp.processEvents()
    assert found == [6] and not run.is_running


def test_new_work_replaces_unfinished_work(qtbot):
    run, first, found = StepRunner(), [], []
    run.finished.connect(found.append)
    run.start(numbers(first, 4))
    with qtbot.waitSignal(run.finished):
        run.start(numbers([], 3))
    assert first == [] and found == [3]


def test_the_rest_can_be_done_at_once_or_stopped():
    run, found = StepRunner(), []
    run.finished.connect(found.append)
    run.start(numbers([], 5))
    run.finish()
    assert found == [10] and not run.is_running
    run.start(numbers([], 5))
    run.stop()
    run.finish()
    assert found == [10] and not run.is_running


def test_an_exception_ends_the_work():
    def faulty():
        yield
        raise ValueError("no figure")

    run, found, failed = StepRunner(), [], []
    run.finished.connect(found.append)
    run.failed.connect(lambda: failed.append(run.is_running))
    run.start(faulty())
    with pytest.raises(ValueError, match="no figure"):
        run.finish()
    assert not run.is_running and not found and failed == [False]
