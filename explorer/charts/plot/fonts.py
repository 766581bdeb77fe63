"""The bundled fonts, with which a chart is the same on every computer."""

from functools import cache

from PySide6.QtGui import QFontDatabase

from explorer import paths


@cache
def load() -> tuple[str, ...]:
    """Register the bundled fonts with Qt, once, and return the names of their families."""
    files = sorted((paths.resources() / "fonts").glob("*.otf"))
    ids = [QFontDatabase.addApplicationFont(str(f)) for f in files]
    return tuple(dict.fromkeys(n for i in ids if i >= 0 for n in QFontDatabase.applicationFontFamilies(i)))
