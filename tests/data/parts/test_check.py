"""The check of a parts list: which verdicts differ, since when, why, and which will; the days are worked out by hand.

The refusal in principle of Announcement 46 of 2024 for gallium, germanium and antimony to the United States was paused
on 9 Nov 2025 until 27 Nov 2026; from the day after, it is in force again, presumed. The last day checked is 8 Oct 2026.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from explorer.data.context import Context
from explorer.data.controls.codes import CodeChecker
from explorer.data.parts.check import check_parts
from explorer.data.parts.courses import Courses
from explorer.data.parts.notice import notice_text
from explorer.data.parts.records import DATE, EDITION, ENTRY, ENTRY_GONE, LineChange
from explorer.data.parts.texts import count_text, reason_lines
from explorer.data.parts.verdicts import line_verdict, words
from explorer.data.store import Store
from explorer.data.user.entry_records import EventFacts
from explorer.data.user.parts_records import PartsList
from tests.data.entries.conftest import With, entry, pause
from tests.data.entries.conftest import with_ as with_
from tests.data.parts.conftest import ANTIMONY, CODES, GALLIUM, GERMANIUM, UNKNOWN, checked, parts_list

REFUSED, PAUSED = "LISTED: refused in principle", "LISTED: licence; refusal paused"
AGAIN = "LISTED: refused in principle (presumed)"
PAUSE_DAY, PAUSE_END, CHECKED = date(2025, 11, 9), date(2026, 11, 27), date(2026, 10, 8)
DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def later(later_file: Path) -> Iterator[Store]:
    """The later edition, with a ban on gallium since 9 Nov 2026."""
    with Store.open(later_file) as opened:
        yield opened


def of(changes: tuple[LineChange, ...], code: str) -> LineChange:
    [change] = [change for change in changes if change.line.code == code]
    return change


def test_the_pause_changes_the_verdicts_from_its_first_day(store: Store, parts: PartsList) -> None:
    found = check_parts(store, parts, PAUSE_DAY, PAUSE_DAY - DAY, ahead=0)
    assert [change.line.code for change in found.changes] == [GALLIUM, ANTIMONY, GERMANIUM]
    for change in found.changes:
        assert (words(change.before), words(change.after)) == (REFUSED, PAUSED)
        assert change.day == PAUSE_DAY and change.because == (DATE,)
        assert not (change.beyond_verified or change.presumed or change.your_entry)
        [step] = change.reason.steps
        assert (step.measure.measure_id, step.document.instrument_id) == ("cn-2024-46-2a", "cn-2025-72")
    assert found.ahead == () and not found.is_since_last


def test_the_end_of_the_pause_is_a_day_ahead_that_is_presumed_and_not_checked(
    store: Store, parts: PartsList
) -> None:
    until_then = (PAUSE_END + DAY - CHECKED).days
    assert check_parts(store, parts, CHECKED, ahead=until_then - 1).ahead == ()
    found = check_parts(store, parts, CHECKED, ahead=until_then)
    assert [change.line.code for change in found.ahead] == [GALLIUM, ANTIMONY, GERMANIUM]
    for change in found.ahead:
        assert (words(change.before), words(change.after)) == (PAUSED, AGAIN)
        assert change.day == PAUSE_END + DAY and change.beyond_verified and change.presumed
        assert reason_lines(found, change) == [
            "28 Nov 2026: In force again (presumed): refusal in principle. Measure: Announcement 46 of 2024, "
            "section 2, first clause. Basis: presumed: text of Announcement 72 of 2025; no notice confirms this."
        ]
    assert count_text(found) == (
        "No verdict differs from that on 8 Oct 2026. 3 verdicts will change by 28 Nov 2026: on 28 Nov 2026."
    )


def test_a_change_that_the_last_check_expected_is_by_the_date_alone(store: Store, parts: PartsList) -> None:
    found = check_parts(store, checked(store, parts, CHECKED), PAUSE_END + DAY)
    assert found.is_since_last and found.since == CHECKED
    for change in found.changes:
        assert change.because == (DATE,) and change.day == PAUSE_END + DAY
        assert (words(change.before), words(change.after)) == (PAUSED, AGAIN)
    assert len(found.changes) == 3


def test_a_new_edition_changes_a_verdict(store: Store, later: Store) -> None:
    """The later edition bans gallium from 9 Nov 2026, which the last check did not expect."""
    parts = parts_list(GALLIUM, ANTIMONY, UNKNOWN)
    found = check_parts(later, checked(store, parts, CHECKED), date(2026, 11, 20))
    [change] = found.changes
    assert change.line.code == GALLIUM and change.because == (EDITION,)
    assert change.day == date(2026, 11, 9) and words(change.after) == "LISTED: ban"
    assert [step.document.instrument_id for step in change.reason.steps] == ["cn-2099-1"]
    assert (
        reason_lines(found, change)[0]
        == "Edition 2099.01 gives a different verdict from edition 2026.12-test."
    )
    assert (found.edition_before, found.edition) == ("2026.12-test", "2099.01")


def test_a_new_edition_changes_a_verdict_on_the_day_of_the_last_check(store: Store, later: Store) -> None:
    day = date(2026, 11, 20)
    [change] = check_parts(later, checked(store, parts_list(GALLIUM, ANTIMONY), day), day).changes
    assert change.because == (EDITION,) and change.day == date(2026, 11, 9)


def test_date_and_edition_can_both_change_a_verdict(store: Store, later: Store, parts: PartsList) -> None:
    found = check_parts(later, checked(store, parts, CHECKED), PAUSE_END + DAY)
    assert of(found.changes, GALLIUM).because == (DATE, EDITION)
    assert words(of(found.changes, GALLIUM).after) == "LISTED: ban"
    assert of(found.changes, ANTIMONY).because == (DATE,)


def test_an_entry_changes_a_verdict_and_its_removal_changes_it_back(
    store: Store, with_: With, parts: PartsList
) -> None:
    """With the user's pause from 28 Nov 2026 on, the pause that began on 9 Nov 2025 goes on."""
    day = PAUSE_END + DAY
    own = with_(entry(pause()))
    found = check_parts(own, checked(store, parts, day), day)
    assert [change.line.code for change in found.changes] == [GALLIUM, ANTIMONY, GERMANIUM]
    change = of(found.changes, GALLIUM)
    assert change.because == (ENTRY,) and change.your_entry and change.day == PAUSE_DAY
    assert words(change.after) == "LISTED: licence (your entry); refusal paused (your entry)"
    lines = reason_lines(found, change)
    assert lines[0] == "An entry of yours gives a different verdict from the last check."
    assert "28 Nov 2026: Pause continues until 10 Nov 2027: refusal in principle (your entry)." in lines[2]
    back = check_parts(store, checked(own, parts, day), day)
    assert of(back.changes, GALLIUM).because == (ENTRY_GONE,)
    assert words(of(back.changes, GALLIUM).after) == AGAIN
    text = "An entry of yours that counted in the last check no longer does."
    assert reason_lines(back, of(back.changes, GALLIUM))[0] == text


def test_an_entry_that_ends_a_measure_is_named_though_no_item_matches_any_more(
    store: Store, with_: With
) -> None:
    parts = parts_list(GALLIUM)
    ended = EventFacts("cn-2023-23", "repealed", "2020-01-01")
    found = check_parts(with_(entry(ended)), checked(store, parts, CHECKED), CHECKED)
    [change] = found.changes
    assert words(change.after) == "NO REFERENCE CODE ON FILE (your entry)"
    assert (change.day, change.because) == (None, (ENTRY,))
    assert reason_lines(found, change) == [
        "An entry of yours gives a different verdict from the last check.",
        "1 Jan 2020: Ended: licence requirement (your entry). Measure: Announcement 23 of 2023. Basis: Announcement 80 "
        "of 2026 (your entry).",
        "No first day of this verdict is on file.",
    ]


def test_an_entry_that_keeps_a_verdict_is_not_a_change(store: Store, with_: With, parts: PartsList) -> None:
    own = with_(entry(pause()))
    found = check_parts(own, checked(store, parts, CHECKED), PAUSE_END + DAY)
    assert found.changes == ()


def test_edition_and_entry_can_both_change_a_verdict(
    store: Store, later: Store, with_: With, parts: PartsList
) -> None:
    day = PAUSE_END + DAY
    with_pause = checked(with_(entry(pause())), parts, day)
    found = check_parts(later, with_pause, day)
    assert of(found.changes, GALLIUM).because == (EDITION, ENTRY_GONE)
    assert of(found.changes, ANTIMONY).because == (ENTRY_GONE,)


@pytest.mark.parametrize("day", [date(2023, 8, 1), PAUSE_DAY, CHECKED, PAUSE_END + DAY, date(2030, 1, 1)])
@pytest.mark.parametrize("destination", ["USA", "ALL", "JPN", "USA-MIL"])
def test_a_check_since_a_day_up_to_the_same_day_has_no_changes(
    store: Store, with_: With, day: date, destination: str
) -> None:
    listed = parts_list(*CODES, "2805301990", "811292", destination=destination)
    for facts in (store, with_(entry(pause()))):
        assert check_parts(facts, listed, day, day).changes == ()
        assert check_parts(facts, checked(facts, listed, day), day).changes == ()


def test_the_verdicts_of_a_course_are_those_of_the_check_of_each_day(store: Store, with_: With) -> None:
    for facts in (store, with_(entry(pause()))):
        courses = Courses(facts, "CHN", "USA")
        days = {day + n * DAY for day in courses.turns for n in (-1, 0, 1)}
        for day in sorted(days)[::3]:
            checker = CodeChecker(facts.measures.values(), facts.items.values(), Context(day, "CHN", "USA"))
            for code in (GALLIUM, GERMANIUM, "2805301990", UNKNOWN):
                assert courses.on(code, day) == line_verdict(checker.check(code)), (code, day)


def test_every_change_begins_on_its_day(store: Store, parts: PartsList) -> None:
    found = check_parts(store, parts, date(2026, 12, 31), date(2023, 1, 1), ahead=2_000)
    courses = Courses(store, "CHN", "USA")
    assert found.changes and {c.day for c in found.changes} == {PAUSE_END + DAY}
    for change in (*found.changes, *found.ahead):
        assert change.day is not None
        code = change.line.code.replace(".", "") if change.line.code == ANTIMONY else change.line.code
        assert courses.on(code, change.day) == change.after
        assert courses.on(code, change.day - DAY).differs_from(change.after)


def test_tariff_years_change_a_verdict(store: Store) -> None:
    """The notice on rare earths prints no code; 2846902810 counts from the tariff year 2026."""
    listed = parts_list("2846902810", destination="ALL")
    [change] = check_parts(store, listed, date(2026, 1, 1), date(2025, 12, 31)).changes
    assert change.day == date(2026, 1, 1) and change.reason.by_tariff_years and change.reason.steps == ()
    assert words(change.after) == "LISTED: licence"


def test_a_line_without_a_valid_code_is_named_and_the_others_are_checked(store: Store) -> None:
    found = check_parts(store, parts_list("84", GALLIUM), PAUSE_DAY, PAUSE_DAY - DAY)
    assert [line.code for line in found.unreadable] == ["84"]
    assert [change.line.code for change in found.changes] == [GALLIUM]
    assert "1 line has no valid code and was not checked." in count_text(found)


def test_what_is_not_an_export_or_out_of_order_is_not_checked(store: Store, parts: PartsList) -> None:
    own = replace(parts, facts=replace(parts.facts, destination="CHN"))
    found = check_parts(store, own, CHECKED)
    assert "are not exports" in found.refusal and found.check is None and count_text(found) == found.refusal
    late = check_parts(store, parts, CHECKED, CHECKED + DAY)
    assert late.refusal == "The first day, 9 Oct 2026, is after the last day, 8 Oct 2026."


def test_a_nearer_match_is_not_a_tariff_year(store: Store) -> None:
    """Until the antimony notice names 2850009020, only codes with the same first digits are on file."""
    day = date(2024, 8, 15)
    listed = parts_list("2850009020", destination="ALL")
    [change] = check_parts(store, listed, day, day - DAY).changes
    assert words(change.before) == "POSSIBLE: licence" and words(change.after) != words(change.before)
    assert {step.measure.measure_id for step in change.reason.steps} == {"cn-2024-33"}
    assert not change.reason.by_tariff_years


def test_an_entry_that_ends_what_waits_is_named(store: Store, with_: With) -> None:
    ended = EventFacts("cn-2024-46-2a", "repealed", "2026-11-01")
    day = date(2026, 11, 20)
    [change] = check_parts(with_(entry(ended)), parts_list(GALLIUM), day, date(2026, 10, 30)).changes
    assert words(change.before) == "LISTED: licence; refusal paused"
    assert words(change.after) == "LISTED: licence (your entry)"
    assert change.your_entry and change.after.waiting is None


def test_no_code_on_file_because_of_an_entry_says_so(store: Store, with_: With) -> None:
    own = with_(entry(EventFacts("cn-2023-23", "repealed", "2026-11-01")))
    day = date(2026, 11, 20)
    courses = Courses(own, "CHN", "USA")
    assert words(courses.on(GALLIUM, day)) == "NO REFERENCE CODE ON FILE (your entry)"
    assert words(courses.on(UNKNOWN, day)) == "NO REFERENCE CODE ON FILE"


def test_large_counts_are_grouped(store: Store, parts: PartsList) -> None:
    found = check_parts(store, parts, PAUSE_DAY, PAUSE_DAY - DAY)
    many = replace(found, changes=found.changes * 4000)
    text = "12\N{NARROW NO-BREAK SPACE}000 verdicts differ from those on 8 Nov 2025."
    assert count_text(many).startswith(text)
    assert "12\N{NARROW NO-BREAK SPACE}000 verdicts in your parts list “Motors”" in notice_text([many])
