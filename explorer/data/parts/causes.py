"""Whether a verdict differs from that of the last check by the date, by the edition, or by an entry of the user."""

from collections.abc import Iterator
from datetime import date

from explorer.data.parts.records import DATE, EDITION, ENTRY, ENTRY_GONE
from explorer.data.user.parts_records import PUBLISHED, Course


def causes_of(then: Course, now: Course, last_day: date, as_of: date) -> tuple[str, ...]:
    """Return why the verdict on a day differs from that on the day of the last check.

    `then` is what the facts of the last check gave for later days, `now` what the facts in use give. Where they agree
    on the day, only the date has passed.
    """
    return tuple(_causes(then, now, last_day, as_of))


def _causes(then: Course, now: Course, last_day: date, as_of: date) -> Iterator[str]:
    expected, found = then.on(as_of), now.on(as_of)
    published_before, published = then.on(as_of, PUBLISHED), now.on(as_of, PUBLISHED)
    if expected.differs_from(then.on(last_day)):
        yield DATE
    if not found.differs_from(expected):
        return
    is_edition = published.differs_from(published_before)
    if is_edition:
        yield EDITION
    if found.differs_from(published):
        yield ENTRY
    elif expected.differs_from(published_before) or not is_edition:
        yield ENTRY_GONE
