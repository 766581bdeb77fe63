"""Calendar files by RFC 5545, read back by a parser of the test."""

import re
from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from explorer.data.plain_text import without_controls
from explorer.data.writing.calendar_file import CalendarEntry, calendar_file
from tests.data.calendar_parser import events_of, lines_of

DAY = date(2026, 11, 28)
CHECKED = date(2026, 10, 8)
texts = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")) | st.sampled_from("\n;,\\")
).map(without_controls)


def entry(summary: str = "A change", description: str = "A line", key: str = "k") -> CalendarEntry:
    return CalendarEntry(key, DAY, summary, description)


def test_the_file_has_the_parts_that_the_standard_requires() -> None:
    data = calendar_file([entry()], "2026.11", CHECKED)
    lines = lines_of(data)
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"] and lines[-1] == "END:VCALENDAR"
    assert any(line.startswith("PRODID:") for line in lines)
    (found,) = events_of(data)
    assert found["DTSTART;VALUE=DATE"] == "20261128"
    assert found["DTEND;VALUE=DATE"] == "20261129"
    assert found["DTSTAMP"] == "20261101T000000Z"
    assert re.fullmatch(r"[0-9a-f]{24}@minor-metals-explorer", found["UID"])


def test_each_event_has_a_reminder_at_nine_a_week_before() -> None:
    (found,) = events_of(calendar_file([entry()], "2026.11", CHECKED))
    assert (found["VALARM ACTION"], found["VALARM DESCRIPTION"]) == ("DISPLAY", "A change")
    days, hours = re.fullmatch(r"-P(\d+)DT(\d+)H", found["VALARM TRIGGER"]).groups()
    reminder = datetime.combine(DAY, time()) - timedelta(days=int(days), hours=int(hours))
    assert reminder == datetime(2026, 11, 21, 9)


def test_the_last_day_of_a_year_ends_on_new_year() -> None:
    (found,) = events_of(
        calendar_file([CalendarEntry("k", date(2026, 12, 31), "s", "d")], "2026.11", CHECKED)
    )
    assert (found["DTSTART;VALUE=DATE"], found["DTEND;VALUE=DATE"]) == ("20261231", "20270101")


def test_an_edition_that_is_not_a_month_is_stamped_with_the_last_day_checked() -> None:
    for version in ("draft", "2026.13"):
        (found,) = events_of(calendar_file([entry()], version, CHECKED))
        assert found["DTSTAMP"] == "20261008T000000Z"


def test_the_same_key_has_the_same_identifier() -> None:
    one, same, other = events_of(
        calendar_file([entry(), entry("Another"), entry(key="l")], "2026.11", CHECKED)
    )
    assert one["UID"] == same["UID"] != other["UID"]


def test_special_characters_are_escaped() -> None:
    data = calendar_file([entry("a,b;c\\d\ne")], "2026.11", CHECKED)
    assert b"SUMMARY:a\\,b\\;c\\\\d\\ne\r\n" in data


@given(texts, texts)
def test_any_text_is_read_back_and_no_line_is_longer_than_75_bytes(summary: str, description: str) -> None:
    data = calendar_file([entry(summary, description)], "2026.11", CHECKED)
    assert data == calendar_file([entry(summary, description)], "2026.11", CHECKED)
    for line in data.removesuffix(b"\r\n").split(b"\r\n"):
        assert 0 < len(line) <= 75 and line.decode()
    (found,) = events_of(data)
    assert (found["SUMMARY"], found["DESCRIPTION"]) == (summary, description)
