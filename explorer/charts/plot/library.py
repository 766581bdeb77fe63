"""pyqtgraph as `pg`, imported in one place and without its copies of Qt.

It copies each name of three modules of Qt into modules of its own, for which PySide has to make all their classes and
enums, a fifteenth of the time to the first chart. Here, its modules look up a name of Qt when it is used.
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
    """Let pyqtgraph, if it is not imported yet, find no names to copy, and modules that look them up."""
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
    """Let `dir` return nothing for a module, which PySide answers itself."""
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
