"""Hints on where to find the rest: one for a reader in the window, one for a reader on the command line."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_ON_COMMAND_LINE: ContextVar[bool] = ContextVar("on_command_line", default=False)


@contextmanager
def on_command_line() -> Iterator[None]:
    """Give the hints for the command line while a command runs; without this they are those for the window."""
    token = _ON_COMMAND_LINE.set(True)
    try:
        yield
    finally:
        _ON_COMMAND_LINE.reset(token)


def hint(*, window: str, command: str) -> str:
    """Return the text for where it is read: it names what is in the window, or a command to run."""
    return command if _ON_COMMAND_LINE.get() else window
