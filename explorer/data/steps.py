"""Long work in steps of a few milliseconds, so that a window can respond between them."""

from collections.abc import Callable, Generator, Iterable
from typing import TypeVar

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")
Steps = Generator[None, None, _Result]

BLOCK = 20  # items in a step


def result_of(steps: Steps[_Result]) -> _Result:
    """Take all steps at once and return the result."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: _Result = end.value
            return result


def collected(items: Iterable[_Item], block: int = BLOCK) -> Steps[list[_Item]]:
    """Return the items of an iterator as a list, with a step after each block of them."""
    return (yield from each(items, _itself, block))


def each(
    items: Iterable[_Item], work: Callable[[_Item], _Result], block: int = BLOCK
) -> Steps[list[_Result]]:
    """Apply a function to each item, with a step after each block of them, and return the results in order."""
    results = []
    for number, item in enumerate(items, start=1):
        results.append(work(item))
        if number % block == 0:
            yield
    return results


def _itself(item: _Item) -> _Item:
    return item
