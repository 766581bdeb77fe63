"""The fonts that the program brings along, so that a chart looks the same on every computer."""

from functools import cache

from PySide6.QtGui import QFontDatabase

from explorer import paths


@cache
def load() -> tuple[str, ...]:
    """Make the bundled fonts known to Qt, once, and return the names of their families."""
    files = sorted((paths.resources() / "fonts").glob("*.otf"))
    ids = [QFontDatabase.addApplicationFont(str(f)) for f in files]
    return tuple(dict.fromkeys(n for i in ids if i >= 0 for n in QFontDatabase.applicationFontFamilies(i)))
