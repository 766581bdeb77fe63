"""Catches exceptions in the methods that Qt calls: on Python 3.11 an uncaught one can end the process.

There, an exception raised by Python itself, as by `int("x")`, is not yet an exception object, but PySide treats it as
one. Slots of signals need no guard: PySide reports their exceptions.
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

# The value returned to Qt by a method that failed, by its name; all others return nothing. Classes of Qt are looked up
# only when needed, since each one delays the first window.
FALLBACKS: dict[str, Callable[[], object]] = {
    "boundingRect": lambda: QtCore.QRectF(),
    "canInsertFromMimeData": bool,
    "child": lambda: None,
    "childAt": lambda: None,
    "childCount": int,
    "columnCount": int,
    "count": int,
    "data": lambda: None,
    "event": bool,
    "eventFilter": bool,
    "filterAcceptsRow": bool,
    "expandingDirections": lambda: QtCore.Qt.Orientation(0),
    "focusNextPrevChild": bool,
    "flags": lambda: QtCore.Qt.ItemFlag.NoItemFlags,
    "focusChild": lambda: None,
    "hasHeightForWidth": bool,
    "headerData": lambda: None,
    "heightForWidth": int,
    "indexAt": lambda: QtCore.QModelIndex(),
    "indexOfChild": lambda: -1,
    "isValid": bool,
    "itemAt": lambda: None,
    "lessThan": bool,
    "mimeData": lambda: None,
    "mimeTypes": list,
    "minimumSize": lambda: QtCore.QSize(),
    "minimumSizeHint": lambda: QtCore.QSize(),
    "moveCursor": lambda: QtCore.QModelIndex(),
    "parent": lambda: None,
    "rect": lambda: QtCore.QRect(),
    "role": lambda: _gui().QAccessible.Role.NoRole,
    "rowCount": int,
    "sizeHint": lambda: QtCore.QSize(),
    "sizeHintForRow": int,
    "splitPath": list,
    "state": lambda: _gui().QAccessible.State(),
    "tabSizeHint": lambda: QtCore.QSize(),
    "takeAt": lambda: None,
    "text": str,
    "viewportEvent": bool,
    "visualRect": lambda: QtCore.QRect(),
}
# Methods for which the value of the base class is returned.
_ANSWERED_BY_BASE = (
    *("focusNextPrevChild", "indexAt", "minimumSizeHint", "moveCursor", "sizeHint", "sizeHintForRow"),
    *("tabSizeHint", "visualRect"),
)
# Faults in what the user does are reported each time; faults in what Qt does by itself, such as painting, once.
_CAUSED_BY_USER = ("closeEvent", "keyPressEvent", "reject", "showEvent")

_reported: set[tuple[object, ...]] = set()


def _gui() -> Any:
    """Return the module of a class whose method was called; models and data do without it."""
    return sys.modules["PySide6.QtGui"]


def guarded(own: Class) -> Class:
    """Return the class with a guard on each method that overrides one of Qt's; a class decorator."""
    bases = [base for base in own.__mro__ if base.__module__.startswith("PySide6.")]
    for name, method in list(vars(own).items()):
        overrides = any(name in vars(base) for base in bases)
        if overrides and isinstance(method, FunctionType) and not name.startswith("__"):
            setattr(own, name, _guard(own, name, method))
    return own


def _guard(own: type, name: str, method: Method) -> Method:
    @wraps(method)
    def safe(self: Any, *given: Any, **named: Any) -> Any:
        try:
            return method(self, *given, **named)
        except Exception as error:  # KeyboardInterrupt passes; this clause completes it
            _report(own, name, error)
            return _fallback(own, name, self, given)

    return safe


def _report(own: type, name: str, error: Exception) -> None:
    """Report a fault as an uncaught exception, and release the painters that it left open."""
    *_, (frame, line) = traceback.walk_tb(error.__traceback__)
    place = (own, name, type(error), frame.f_code, line)
    if name in _CAUSED_BY_USER or place not in _reported:
        _reported.add(place)
        with contextlib.suppress(Exception):
            sys.excepthook(type(error), error, error.__traceback__)
    traceback.clear_frames(error.__traceback__)


def _fallback(own: type, name: str, self: object, given: tuple[object, ...]) -> object:
    if name in _ANSWERED_BY_BASE:
        with contextlib.suppress(Exception):
            return getattr(super(own, self), name)(*given)
    return FALLBACKS.get(name, type(None))()
