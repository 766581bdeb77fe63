"""Values whose date is after the as-of date."""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec.structs import replace

from explorer.data.dates import last_day
from explorer.data.periodic.metal_value import MetalValue


def with_later_marked(values: Iterable[MetalValue], as_of: date) -> Iterator[MetalValue]:
    """Yield values, those whose day, month or year ends after the as-of date marked as later."""
    for value in values:
        is_later = value.is_known and bool(value.date) and last_day(value.date) > as_of
        yield replace(value, is_later=True) if is_later else value
