"""The last day before today on which the program was used, as the settings keep it from session to session."""

from datetime import date, timedelta

from PySide6.QtCore import QSettings

from explorer.models.stored_values import stored_text

_USED, _BEFORE = "used", "used_before"


def read_last_visit(settings: QSettings, today: date) -> date | None:
    """Return the last day of use before today, None where none is on file."""
    days = (_day(stored_text(settings, key)) for key in (_USED, _BEFORE))
    return next((day for day in days if day is not None and day < today), None)


def write_last_visit(settings: QSettings, last_visit: date | None, today: date) -> None:
    """Write today as a day of use, and the last one before it, which a second session of today still needs."""
    settings.setValue(_USED, today.isoformat())
    settings.setValue(_BEFORE, last_visit.isoformat() if last_visit is not None else "")


def default_since(last_visit: date | None, as_of: date) -> date:
    """Return the day from which changes are listed where none is chosen: the last visit, if before the as-of date."""
    if last_visit is not None and last_visit < as_of:
        return last_visit
    from explorer.data.overview.dates import NEAR  # which reads changes, and a start does not

    return as_of - timedelta(days=NEAR)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
