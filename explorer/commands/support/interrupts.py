"""What Ctrl+C does: it ends the process while the program starts, and raises KeyboardInterrupt in a command."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

_Handler = Callable[[int, FrameType | None], object] | int | None


@contextmanager
def ending_the_process() -> Iterator[None]:
    """Let Ctrl+C end the process at once: KeyboardInterrupt can be lost in the import of a module, or break it."""
    with _changed(signal.default_int_handler, signal.SIG_DFL):
        yield


@contextmanager
def raising() -> Iterator[None]:
    """Let Ctrl+C raise KeyboardInterrupt again, so that a command can clean up."""
    with _changed(signal.SIG_DFL, signal.default_int_handler):
        yield


@contextmanager
def _changed(before: _Handler, after: _Handler) -> Iterator[None]:
    """Replace one handler by another; nothing changes if it is not in use, or outside the main thread."""
    if (
        threading.current_thread() is not threading.main_thread()
        or signal.getsignal(signal.SIGINT) is not before
    ):
        yield
        return
    signal.signal(signal.SIGINT, after)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
