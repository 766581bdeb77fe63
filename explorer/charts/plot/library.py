"""pyqtgraph as `pg`; this is the only module that imports it.

pyqtgraph copies every name of three Qt modules into modules of its own. PySide would have to create all their classes
and enums for that, which takes a fifteenth of the time to the first chart. Here, a name is looked up when it is used.
"""

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from types import ModuleType
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

__all__ = ["pg"]


@contextmanager
def _names_looked_up() -> Iterator[None]:
    """Let pyqtgraph find no names to copy, and modules that look them up; nothing changes if it is imported already."""
    originals = () if "pyqtgraph" in sys.modules else (QtCore, QtGui, QtWidgets)
    with ExitStack() as stack:
        for original in originals:
            own = _looking_up(original)
            sys.modules[own.__name__] = own
            stack.enter_context(_without_names(vars(original)))
        yield


def _looking_up(original: ModuleType) -> ModuleType:
    """Return the module of pyqtgraph for one of Qt, which takes each name from there when it is first used."""
    own = ModuleType(f"pyqtgraph.Qt.{original.__name__.removeprefix('PySide6.')}")

    def look_up(name: str) -> object:
        value = getattr(original, name)
        setattr(own, name, value)
        return value

    vars(own)["__getattr__"] = look_up
    return own


@contextmanager
def _without_names(module: dict[str, Any]) -> Iterator[None]:
    """Let `dir` return no names for a module of Qt; PySide has put a function for it into the module."""
    names = module.get("__dir__")
    module["__dir__"] = list
    try:
        yield
    finally:
        del module["__dir__"]
        if names is not None:
            module["__dir__"] = names


with _names_looked_up():
    import pyqtgraph as pg
