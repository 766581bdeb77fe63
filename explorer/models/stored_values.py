"""Reads the values of the settings file, which anything may have written."""

from PySide6.QtCore import QSettings


def stored_text(settings: QSettings, key: str, default: str = "") -> str:
    """Return a value as text, a list with commas; the default where it is missing or of another type."""
    try:
        value = settings.value(key, default)
    except (RuntimeError, TypeError, ValueError, OverflowError):
        return default
    if isinstance(value, list):
        return ",".join(map(str, value))
    return str(value) if isinstance(value, str | int | float) else default
