"""Keeps faults inside the methods that Qt calls: on Python 3.11 one that leaves such a method can end the process.

An exception raised by Python itself, as by `int("x")`, is no more than a type and a text there, which PySide takes
for a whole exception. Slots of signals need no guard: PySide reports what they raise.
"""

import contextlib
import sys
import traceback
from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import Any, TypeVar

import PySide6.QtCore as QtCore

Class = TypeVar("Class", bound=type)
Method = Callable[..., Any]

# What Qt gets from a method that failed, by its name; all others return nothing. Classes of Qt are named when they are
# needed only, for the empty window at the start waits for each that is made.
INSTEAD: dict[str, Callable[[], object]] = {
    "boundingRect": lambda: QtCore.QRectF(),
    "columnCount": int,
    "count": int,
    "data": lambda: None,
    "event": bool,
    "eventFilter": bool,
    "filterAcceptsRow": bool,
    "expandingDirections": lambda: QtCore.Qt.Orientation(0),
    "flags": lambda: QtCore.Qt.ItemFlag.NoItemFlags,
    "hasHeightForWidth": bool,
    "headerData": lambda: None,
    "heightForWidth": int,
    "itemAt": lambda: None,
    "lessThan": bool,
    "minimumSize": lambda: QtCore.QSize(),
    "minimumSizeHint": lambda: QtCore.QSize(),
    "rowCount": int,
    "sizeHint": lambda: QtCore.QSize(),
    "splitPath": list,
    "takeAt": lambda: None,
}
# Where the class above gives an answer of its own.
_ANSWERED_ABOVE = ("minimumSizeHint", "sizeHint")
# What the user causes is reported each time; what Qt does by itself, such as painting, once.
_CAUSED_BY_USER = ("closeEvent", "keyPressEvent", "reject", "showEvent")

_reported: set[tuple[object, ...]] = set()


def guarded(own: Class) -> Class:
    """Guard each method of a class that overrides one of Qt's; to be used as a decorator."""
    above = [base for base in own.__mro__ if base.__module__.startswith("PySide6.")]
    for name, method in list(vars(own).items()):
        overrides = any(name in vars(base) for base in above)
        if overrides and isinstance(method, FunctionType) and not name.startswith("__"):
            setattr(own, name, _guard(own, name, method))
    return own


def _guard(own: type, name: str, method: Method) -> Method:
    @wraps(method)
    def safe(self: Any, *given: Any, **named: Any) -> Any:
        try:
            return method(self, *given, **named)
        except Exception as error:  # an interrupt passes, made whole by this clause
            _report(own, name, error)
            return _instead(own, name, self, given)

    return safe


def _report(own: type, name: str, error: Exception) -> None:
    """Report a fault as one that nothing caught, and let go of the painters that it left behind."""
    *_, (frame, line) = traceback.walk_tb(error.__traceback__)
    place = (own, name, type(error), frame.f_code, line)
    if name in _CAUSED_BY_USER or place not in _reported:
        _reported.add(place)
        with contextlib.suppress(Exception):
            sys.excepthook(type(error), error, error.__traceback__)
    traceback.clear_frames(error.__traceback__)


def _instead(own: type, name: str, self: object, given: tuple[object, ...]) -> object:
    if name in _ANSWERED_ABOVE:
        with contextlib.suppress(Exception):
            return getattr(super(own, self), name)(*given)
    return INSTEAD.get(name, type(None))()
