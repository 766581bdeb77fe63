"""The days and spans that questions name, on Friday 27 Nov 2026."""

from datetime import date

import pytest

from explorer.data.finding.questions.dates import find_days

TODAY = date(2026, 11, 27)
AS_OF = date(2026, 10, 1)


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("on 10 Nov 2026", "2026-11-10", "2026-11-10"),
        ("on the 10th of December 2024", "2024-12-10", "2024-12-10"),
        ("December 10, 2024", "2024-12-10", "2024-12-10"),
        ("2024-12-10", "2024-12-10", "2024-12-10"),
        ("2024年12月10日", "2024-12-10", "2024-12-10"),
        ("in November 2026", "2026-11-01", "2026-11-30"),
        ("in Feb 2024", "2024-02-01", "2024-02-29"),
        ("2024-12", "2024-12-01", "2024-12-31"),
        ("2026年11月", "2026-11-01", "2026-11-30"),
        ("in 2025", "2025-01-01", "2025-12-31"),
        ("会在2030年", "2030-01-01", "2030-12-31"),
        ("between 1 Oct 2026 and 10 Nov 2026", "2026-10-01", "2026-11-10"),
        ("from March 2025 to June 2025", "2025-03-01", "2025-06-30"),
        ("从2025年1月到2025年3月", "2025-01-01", "2025-03-31"),
        ("since 1 Oct 2026", "2026-10-01", "2026-11-27"),
        ("after 1 Dec 2024", "2024-12-02", "2026-11-27"),
        ("自2025年以来", "2025-01-01", "2026-11-27"),
        ("around 1 December 2024", "2024-11-24", "2024-12-08"),
        ("on and around 10 Nov 2026", "2026-11-03", "2026-11-17"),
        ("2024年12月1日前后", "2024-11-24", "2024-12-08"),
        ("today", "2026-11-27", "2026-11-27"),
        ("yesterday's", "2026-11-26", "2026-11-26"),
        ("明天", "2026-11-28", "2026-11-28"),
        ("this week", "2026-11-23", "2026-11-29"),
        ("last month", "2026-10-01", "2026-10-31"),
        ("next year", "2027-01-01", "2027-12-31"),
        ("上个月", "2026-10-01", "2026-10-31"),
        ("去年", "2025-01-01", "2025-12-31"),
        ("in the last 30 days", "2026-10-29", "2026-11-27"),
        ("over the past two weeks", "2026-11-14", "2026-11-27"),
        ("in the past year", "2025-11-28", "2026-11-27"),
        ("in the next 7 days", "2026-11-27", "2026-12-04"),
        ("最近30天", "2026-10-29", "2026-11-27"),
        ("3 months ago", "2026-08-27", "2026-08-27"),
        ("in May 2026", "2026-05-01", "2026-05-31"),
        ("in Q4 2024", "2024-10-01", "2024-12-31"),
        ("in the fourth quarter of 2024", "2024-10-01", "2024-12-31"),
        ("in the first quarter of last year", "2025-01-01", "2025-03-31"),
        ("2024年第四季度", "2024-10-01", "2024-12-31"),
        ("去年二季度", "2025-04-01", "2025-06-30"),
        ("last quarter", "2026-07-01", "2026-09-30"),
        ("上个季度", "2026-07-01", "2026-09-30"),
        ("in H1 2025", "2025-01-01", "2025-06-30"),
        ("in the second half of 2025", "2025-07-01", "2025-12-31"),
        ("今年上半年", "2026-01-01", "2026-06-30"),
        ("since the beginning of 2025", "2025-01-01", "2026-11-27"),
        ("2025年初以来", "2025-01-01", "2026-11-27"),
        ("今年以来", "2026-01-01", "2026-11-27"),
        ("so far this year", "2026-01-01", "2026-11-27"),
        ("since last month", "2026-10-01", "2026-11-27"),
        ("by the end of 2025", "2025-12-31", "2025-12-31"),
        ("at the end of last year", "2025-12-31", "2025-12-31"),
        ("去年底", "2025-12-31", "2025-12-31"),
        ("去年年底", "2025-12-31", "2025-12-31"),
        ("at the end of February 2024", "2024-02-29", "2024-02-29"),
        ("in the last two years", "2024-11-28", "2026-11-27"),
        ("next month", "2026-12-01", "2026-12-31"),
        ("from 2025 on", "2025-01-01", "2026-11-27"),
        ("between April and July 2025", "2025-04-01", "2025-07-31"),
        ("between 1 and 15 October 2025", "2025-10-01", "2025-10-15"),
        ("1-15 October 2025", "2025-10-01", "2025-10-15"),
        ("2025年4月至7月", "2025-04-01", "2025-07-31"),
        ("2025年4月1日至15日", "2025-04-01", "2025-04-15"),
        ("2023-2025", "2023-01-01", "2025-12-31"),
        ("最近半年", "2026-05-28", "2026-11-27"),
        ("in the last quarter", "2026-07-01", "2026-09-30"),
        ("上一季度", "2026-07-01", "2026-09-30"),
        ("since October", "2026-10-01", "2026-11-27"),
        ("since December", "2025-12-01", "2026-11-27"),
        ("since May", "2026-05-01", "2026-11-27"),
        ("since Q3", "2026-07-01", "2026-11-27"),
        ("10月以来", "2026-10-01", "2026-11-27"),
    ],
)
def test_days_and_spans(text: str, since: str, until: str) -> None:
    (found,) = find_days(f"what changed {text}", TODAY, AS_OF)
    assert (found.since.isoformat(), found.until.isoformat(), found.fault) == (since, until, "")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("what happens on 28 Nov", "2026-11-28"),
        ("what happens on 26 Nov", "2027-11-26"),
        ("which changes are due on 1 January", "2027-01-01"),
        ("11月28日会发生什么", "2026-11-28"),
    ],
)
def test_a_date_without_a_year_in_a_question_on_what_comes_is_the_next(text: str, day: str) -> None:
    (found,) = find_days(text, TODAY, AS_OF)
    assert (found.since.isoformat(), found.until.isoformat(), found.fault) == (day, day, "")


@pytest.mark.parametrize(
    "text",
    ["may gallium go to Japan", "8112.92.90", "8112 92 90 10", "1C117.d", "last of all", "march to the mine"],
)
def test_what_is_no_date(text: str) -> None:
    assert not [d for d in find_days(text, TODAY, AS_OF) if not d.fault]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("on 31 Feb 2026", "is not a date"),
        ("on 10/12/2024", "can mean 10 Dec 2024 or 12 Oct 2024"),
        ("in November", "has no year"),
        ("on 10 November", "has no year"),
        ("in May", "has no year"),
        ("11月", "has no year"),
        ("in the last month", "more than one span"),
        ("between 1 Jan 2026 and 1 Jan 2025", "ends before it begins"),
        ("2026-13", "is not a month"),
        ("in early 2025", "more than one span"),
        ("in mid-2025", "more than one span"),
        ("at the beginning of 2025", "more than one span"),
        ("2025年初", "more than one span"),
        ("in Q4", "has no year"),
        ("from 1 Oct 2025", "more than one span"),
    ],
)
def test_a_time_that_is_not_certain_is_refused(text: str, words: str) -> None:
    faults = [d.fault for d in find_days(f"what changed {text}", TODAY, AS_OF) if d.fault]
    assert len(faults) == 1 and words in faults[0]
