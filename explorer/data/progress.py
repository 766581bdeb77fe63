"""How work that takes long reports its progress and is stopped."""

from collections.abc import Callable

# Called with the part done, from 0 to 1; may raise an exception to stop.
Report = Callable[[float], None]


def no_report(_part: float) -> None:
    """Report nothing."""
