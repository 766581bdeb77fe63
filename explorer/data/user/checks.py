"""What the user states of a series, checked before it is saved."""

import math
import re
from collections.abc import Sequence

from msgspec.structs import replace

from explorer.data.dates import first_day
from explorer.data.plain_text import INVISIBLE, one_line
from explorer.data.user import schema
from explorer.data.user.records import (
    FLAGS,
    FREQUENCIES,
    LEAST_PRICE,
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_UNIT,
    MOST_PRICE,
    SeriesFacts,
    UserPoint,
)
from explorer.errors import KnownError, quoted
from explorer.language import gettext


def checked_facts(facts: SeriesFacts) -> SeriesFacts:
    """Return the facts with plain texts; raise KnownError where one is missing, too long or not valid."""
    name, unit, currency = one_line(facts.name), one_line(facts.unit), facts.currency.strip().upper()
    if not re.fullmatch(schema.ID_PATTERN, facts.metal_id, re.ASCII) or facts.frequency not in FREQUENCIES:
        raise ValueError(facts)
    if not name:
        raise KnownError(gettext("Give the series a name."))
    if len(name) > LONGEST_NAME:
        text = gettext("The name of the series has more than {count} characters.")
        raise KnownError(text.format(count=LONGEST_NAME))
    if not unit:
        raise KnownError(gettext("Give the unit of the series, such as USD/kg."))
    if len(unit) > LONGEST_UNIT:
        text = gettext("The unit of the series has more than {count} characters.")
        raise KnownError(text.format(count=LONGEST_UNIT))
    if not re.fullmatch(schema.CURRENCY_PATTERN, currency):
        text = gettext("{text} is not a currency. Give its three letters, such as USD or CNY.")
        raise KnownError(text.format(text=quoted(facts.currency)))
    file_name = one_line(facts.file_name or "")[:LONGEST_NAME] or None
    return replace(facts, name=name, unit=unit, currency=currency, file_name=file_name)


def checked_points(points: Sequence[UserPoint]) -> Sequence[UserPoint]:
    """Return the points; raise KnownError where there are none, and ValueError where one is not valid."""
    if not points:
        raise KnownError(gettext("The series has no prices."))
    for point in points:
        first_day(point.date)
        prices = [p for p in (point.value, point.low, point.high) if p is not None]
        if not all(math.isfinite(p) and LEAST_PRICE <= p <= MOST_PRICE for p in prices):
            raise ValueError(point)
        if point.flag not in (None, *FLAGS):
            raise ValueError(point)
    return points


def checked_note(text: str) -> str:
    """Return the text of a note without invisible characters; raise KnownError where it is too long."""
    plain = INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).replace("\t", " ").strip()
    if len(plain) > LONGEST_NOTE:
        raise KnownError(gettext("The note has more than {count} characters.").format(count=LONGEST_NOTE))
    return plain
