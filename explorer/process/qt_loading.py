"""Loads Qt without the import function that PySide puts in place of Python's."""

import builtins


def load_qt() -> None:
    """Load Qt, and let Python import as before.

    PySide's import reads the source of each module, to find out whether it may use `from __feature__ import`. This
    program does not, and starts a tenth faster without.
    """
    python_import = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = python_import
