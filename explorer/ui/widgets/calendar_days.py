"""The days that a calendar has, and what it notes on them."""

from msgspec import Struct
from PySide6.QtCore import QDate

from explorer.data.dates import FIRST_YEAR, LAST_YEAR

FIRST, LAST = QDate(FIRST_YEAR, 1, 1), QDate(LAST_YEAR, 12, 31)


class DayNote(Struct, frozen=True):
    """What happened on a day; `of_metal` marks a control date of the metal shown."""

    text: str
    of_metal: bool
