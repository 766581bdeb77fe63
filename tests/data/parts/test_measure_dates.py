"""The dates ahead of the measures on the lines of a parts list."""

from datetime import date

import pytest

from explorer.data.parts.check import check_parts
from explorer.data.parts.measure_dates import measure_dates
from explorer.data.store import Store
from explorer.data.user.parts_records import PartsFacts, PartsLine, PartsList

DAY = date(2026, 10, 1)
LINES = (PartsLine(1, "2849902000"), PartsLine(2, "2804500001"), PartsLine(3, "84"), PartsLine(4, "999999"))


@pytest.fixture
def found(store: Store) -> dict[date, tuple[int, ...]]:
    parts = PartsList("parts-1", PartsFacts("Tools", "CHN", "USA"), "2026-10-01", LINES)
    result = check_parts(store, parts, DAY, DAY)
    assert not result.ahead
    return {entry.change.day: entry.lines for entry in measure_dates(store, result)}


def test_a_date_is_given_although_no_verdict_changes(found: dict[date, tuple[int, ...]]) -> None:
    """Announcement 89 of 2025 ends on 31 Dec 2026 for tungsten; tellurium needs no ordinary export licence."""
    assert found[date(2026, 12, 31)] == (1,)


def test_lines_without_a_measure_are_not_named(found: dict[date, tuple[int, ...]]) -> None:
    assert {number for lines in found.values() for number in lines} <= {1, 2}


def test_a_list_that_was_not_checked_has_no_dates(store: Store) -> None:
    own = PartsList("parts-1", PartsFacts("Tools", "CHN", "CHN"), "2026-10-01", LINES)
    assert measure_dates(store, check_parts(store, own, DAY, DAY)) == ()


def test_dates_of_an_item_that_only_its_description_names_are_given(store: Store) -> None:
    """Announcement 89 of 2025 also covers rare earths; the pause of Announcement 56 ends on 10 January 2027."""
    lines = (PartsLine(1, "010121"), PartsLine(2, "8505111000"))
    parts = PartsList("parts-1", PartsFacts("Magnets", "CHN", "USA"), "2026-10-01", lines)
    dates = {
        entry.change.day: entry.lines for entry in measure_dates(store, check_parts(store, parts, DAY, DAY))
    }
    assert dates[date(2026, 12, 31)] == dates[date(2027, 1, 10)] == (2,)
