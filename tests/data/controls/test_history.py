"""Spans against the state of every day, and the first day of each important control."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given

from explorer.data.context import Context
from explorer.data.controls.history import first_controlled, spans, turning_days
from explorer.data.controls.status import ENDED, state_on
from explorer.data.records import Measure
from explorer.data.store import Store
from tests.data.builders import event, measure
from tests.data.lives import DAYS, examples, measures

ONE_DAY = timedelta(days=1)


def assert_cover(found: Measure, days: list[date]) -> None:
    """Spans meet end to end, the last is open, and each day lies in the span of its state."""
    life = spans(found)
    for one, following in pairwise(life):
        assert one.end is not None
        assert one.start <= one.end
        assert following.start == one.end + ONE_DAY
        assert following.state != one.state
    assert not life or life[-1].end is None
    for on in days:
        holding = [s for s in life if s.start <= on and (s.end is None or on <= s.end)]
        assert [s.state for s in holding] == [s for s in [state_on(found, on)] if s is not None], on


@examples(120)
@given(measures())
def test_spans_cover_a_generated_measure(found: Measure) -> None:
    assert_cover(found, DAYS)


def test_spans_cover_every_measure_on_file(store: Store) -> None:
    for found in store.measures.values():
        turns = turning_days(found)
        assert turns
        every = [turns[0] - ONE_DAY + timedelta(days=n) for n in range((turns[-1] - turns[0]).days + 4)]
        assert_cover(found, every)


def test_days_without_a_state_have_no_span() -> None:
    before_it_was_announced = (
        event("2025-01-01", "suspended", "2025-02-28"),
        event("2025-01-10", "resumed"),
        event("2025-01-20", "suspended", "2025-02-28"),
    )
    found = measure(announced="2025-03-01", effective=None, events=before_it_was_announced)
    assert [(s.start, s.end, s.state.name) for s in spans(found)] == [
        (date(2025, 1, 1), date(2025, 1, 9), "suspended"),
        (date(2025, 1, 20), date(2025, 2, 28), "suspended"),
        (date(2025, 3, 1), None, "announced"),
    ]


def test_turning_days_follow_the_rule() -> None:
    found = measure(
        announced="2025-01",
        effective="2025-02-03",
        expires="2025-12-31",
        events=(
            event("2025-01", "announced"),
            event("2025-03-04", "suspended", "2025-04-30"),
            event("2025-05-06", "amended"),
            event("2026-01-01", "expired"),
        ),
    )
    assert [d.isoformat() for d in turning_days(found)] == [
        "2025-01-01",
        "2025-02-03",
        "2025-03-04",
        "2025-05-01",
        "2025-05-06",
        "2026-01-01",
    ]


def test_a_measure_without_dates_has_no_spans() -> None:
    found = measure(announced=None, effective=None)
    assert turning_days(found) == []
    assert spans(found) == ()


def test_adjacent_spans_of_one_state_are_joined() -> None:
    found = measure(events=(event("2025-02-01", "amended"), event("2025-03-01", "amended")))
    (only,) = spans(found)
    assert (only.start, only.end) == (date(2025, 1, 1), None)


FIRST = [
    # origin, metal, to, first day, measure
    ("CHN", "gallium", "ALL", "2023-08-01", "cn-2023-23"),
    ("CHN", "gallium", "USA", "2023-08-01", "cn-2023-23"),
    ("CHN", "germanium", "ALL", "2023-08-01", "cn-2023-23"),
    ("CHN", "graphite", "ALL", "2006-01-01", "cn-2006-50"),
    ("CHN", "antimony", "ALL", "2024-09-15", "cn-2024-33"),
    ("CHN", "superhard", "USA-MIL", "2024-09-15", "cn-2024-33"),
    ("CHN", "tungsten", "ALL", "2025-02-04", "cn-2025-10"),
    ("CHN", "indium", "JPN", "2025-02-04", "cn-2025-10"),
    ("CHN", "molybdenum", "ALL", "2025-02-04", "cn-2025-10"),
    ("CHN", "bismuth", "ALL", "2025-02-04", "cn-2025-10"),
    ("CHN", "tellurium", "ALL", "2025-02-04", "cn-2025-10"),
    ("CHN", "yttrium", "ALL", "2025-04-04", "cn-2025-18"),
    ("CHN", "dysprosium", "ALL", "2025-04-04", "cn-2025-18"),
    ("CHN", "beryllium", "ALL", "1998-06-10", "cn-1998-245"),
    ("CHN", "helium", "ALL", "2026-07-10", "cn-2026-29"),
    # in force before it was made public
    ("COD", "cobalt", "ALL", "2025-02-22", "cd-cobalt-2025-susp"),
    ("IDN", "nickel", "ALL", "2014-01-12", "id-ore-2014"),
    ("RUS", "helium", "ALL", "2026-04-14", "ru-helium-2026"),
    # in force the day before it was announced
    ("NAM", "lithium", "ALL", "2023-06-07", "na-minerals-2023"),
    # a member of the Union counts the Union's measures
    ("EUU", "mercury", "CHN", "2011-03-01", "eu-2008-1102"),
    ("DEU", "mercury", "CHN", "2011-03-01", "eu-2008-1102"),
]


@pytest.mark.parametrize(("origin", "metal", "to", "day", "measure_id"), FIRST)
def test_first_day_of_a_licence_or_prohibition(
    store: Store, origin: str, metal: str, to: str, day: str, measure_id: str
) -> None:
    found = first_controlled(store.measures.values(), metal, Context(date(2026, 11, 24), origin, to))
    assert found is not None
    assert (found[0].isoformat(), found[1].measure_id) == (day, measure_id)


@pytest.mark.parametrize(
    ("origin", "metal", "to"),
    [
        # licensed on paper only: suspended before the first day, in force by presumption alone
        ("CHN", "holmium", "ALL"),
        ("CHN", "holmium", "USA-MIL"),
        ("CHN", "cobalt", "ALL"),
        ("CHN", "neodymium", "ALL"),
        # named exporters, quotas and ordinary licences are no such control
        ("CHN", "tin", "ALL"),
        # another origin's
        ("CHN", "mercury", "ALL"),
        # special forms only
        ("CHN", "rhenium", "ALL"),
    ],
)
def test_metals_never_under_licence_or_prohibition(store: Store, origin: str, metal: str, to: str) -> None:
    assert first_controlled(store.measures.values(), metal, Context(date(2026, 11, 24), origin, to)) is None


def test_a_control_before_its_pause_counts_from_its_first_day(store: Store) -> None:
    resale = [store.measures["cn-2025-61-3"]]
    assert first_controlled(resale, "yttrium", Context(date(2026, 11, 24))) == (date(2025, 10, 9), resale[0])
    abroad = [store.measures["cn-2025-61-12"]]
    assert first_controlled(abroad, "yttrium", Context(date(2026, 11, 24))) is None


def test_a_future_control_has_its_future_day() -> None:
    found = measure(announced="2025-01-01", effective="2029-01-01")
    assert first_controlled([found], "gallium", Context(date(2026, 11, 24))) == (date(2029, 1, 1), found)


def test_ended_measures_keep_their_first_day() -> None:
    found = measure(effective="2025-02-01", expires="2025-03-01")
    assert first_controlled([found], "gallium", Context(date(2026, 11, 24))) == (date(2025, 2, 1), found)
    assert spans(found)[-1].state.name == ENDED
