"""The status rule over generated measures: invariants, and agreement with a slow oracle."""

from datetime import date, timedelta
from itertools import pairwise
from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from explorer.data.context import Context
from explorer.data.controls.history import turning_days
from explorer.data.controls.status import ANNOUNCED, ENDED, IN_FORCE, SUSPENDED, Status, state_on, status_of
from explorer.data.dates import first_day
from explorer.data.records import KIND_RANK, Measure, MeasureEvent
from tests.data.builders import event, measure
from tests.data.lives import (
    DAYS,
    DESTINATIONS,
    examples,
    headline,
    measures,
    sets_of_measures,
    suspensions,
    walk,
)

thorough = examples(150)
usual = examples(50)

days = st.sampled_from(DAYS)
destinations = st.sampled_from((*DESTINATIONS, "CHE"))
some_measures = sets_of_measures()


def summary(status: Status) -> tuple[str, bool, bool, bool]:
    return status.status, status.announced, status.suspended, status.presumed


def pause(found: Measure, new: MeasureEvent) -> Measure:
    events = sorted((*found.events, new), key=lambda e: first_day(e.date))
    return replace(found, events=tuple(events))


@thorough
@given(measures())
def test_state_agrees_with_the_oracle_on_every_day(found: Measure) -> None:
    for on in DAYS:
        state = state_on(found, on)
        assert (state and (state.name, state.presumed, state.until)) == walk(found, on), on


@thorough
@given(some_measures, days, destinations, st.sampled_from(("CHN", "EUU")))
def test_status_agrees_with_the_oracle(found: list[Measure], on: date, to: str, origin: str) -> None:
    assert summary(status_of(found, "gallium", Context(on, origin, to))) == headline(
        found, "gallium", on, to, origin
    )


@usual
@given(some_measures, days)
def test_a_destination_without_own_measures_has_the_status_of_all(found: list[Measure], on: date) -> None:
    unnamed, everyone = Context(on, destination="CHE"), Context(on)
    there = status_of(found, "gallium", unnamed)
    assert replace(there, context=everyone) == status_of(found, "gallium", everyone)


@usual
@given(some_measures, days, st.sampled_from(("USA", "JPN")))
def test_military_users_inherit_nothing_from_their_country(found: list[Measure], on: date, to: str) -> None:
    without = [m for m in found if m.destination != to]
    assert status_of(found, "gallium", Context(on, destination=f"{to}-MIL")) == status_of(
        without, "gallium", Context(on, destination=f"{to}-MIL")
    )


@usual
@given(some_measures, st.data(), destinations)
def test_one_more_pause_never_raises_the_status_while_it_runs(
    found: list[Measure], data: st.DataObject, to: str
) -> None:
    assume(found)
    n = data.draw(st.integers(0, len(found) - 1))
    new = data.draw(suspensions())
    paused = [*found[:n], pause(found[n], new), *found[n + 1 :]]
    for on in DAYS:
        before = status_of(found, "gallium", Context(on, destination=to))
        after = status_of(paused, "gallium", Context(on, destination=to))
        if on < first_day(new.date):
            assert after.status == before.status
        elif new.until is None or on <= first_day(new.until):
            assert KIND_RANK[after.status] <= KIND_RANK[before.status]


@usual
@given(some_measures, destinations)
def test_status_is_constant_between_turning_days(found: list[Measure], to: str) -> None:
    turns = {d for m in found for d in turning_days(m)}
    for yesterday, today in pairwise(DAYS):
        if today not in turns:
            same = replace(
                status_of(found, "gallium", Context(today, destination=to)),
                context=Context(yesterday, destination=to),
            )
            assert same == status_of(found, "gallium", Context(yesterday, destination=to))


@usual
@given(some_measures, days, destinations)
def test_status_and_flags_are_those_of_the_measures_shown(found: list[Measure], on: date, to: str) -> None:
    status = status_of(found, "gallium", Context(on, destination=to))
    states = [m.state for m in status.measures]
    in_force = [m for m in status.measures if m.state == IN_FORCE]
    assert KIND_RANK[status.status] == max((m.rank for m in in_force), default=0)
    assert status.announced == (ANNOUNCED in states)
    assert status.suspended == (SUSPENDED in states)
    assert {m.measure.kind for m in status.leading} == ({status.status} if in_force else set())
    if not any(m.presumed for m in status.measures):
        assert not status.presumed
    for m in status.measures:
        assert m.measure.destination in ("ALL", to)
        assert m.measure.jurisdiction == "CHN"
        assert m.scope == "all forms"
        assert (m.until is None) or m.state == SUSPENDED
    living = [m.state != ENDED for m in status.measures]
    assert living == sorted(living, reverse=True)
    above = status.outranking
    idle = [m for m in status.measures if m.state in (SUSPENDED, ANNOUNCED)]
    hidden = [m for m in idle if m.rank > KIND_RANK[status.status]]
    assert bool(above) == bool(hidden)
    assert all(m in hidden for m in above)


@usual
@given(some_measures, st.randoms(use_true_random=False), days, destinations)
def test_the_order_of_measures_changes_nothing(
    found: list[Measure], random: Random, on: date, to: str
) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)
    one, other = (
        status_of(found, "gallium", Context(on, destination=to)),
        status_of(shuffled, "gallium", Context(on, destination=to)),
    )
    assert summary(one) == summary(other)
    assert set(one.measures) == set(other.measures)
    assert set(one.general) == set(other.general)


@usual
@given(measures(), st.randoms(use_true_random=False))
def test_the_order_of_events_changes_nothing(found: Measure, random: Random) -> None:
    events = list(found.events)
    random.shuffle(events)
    shuffled = replace(found, events=tuple(events))
    assert [state_on(found, on) for on in DAYS] == [state_on(shuffled, on) for on in DAYS]


@usual
@given(measures())
def test_ended_is_final_and_only_an_end_ends(found: Measure) -> None:
    states = [state_on(found, on) for on in DAYS]
    names = [state.name if state else None for state in states]
    if ENDED in names:
        first = names.index(ENDED)
        assert set(names[first:]) == {ENDED}
        assert found.expires or {e.event for e in found.events} & {"expired", "repealed", "replaced"}


@usual
@given(measures())
def test_a_measure_begins_once(found: Measure) -> None:
    known = [state_on(found, on) is not None for on in DAYS]
    assert known == sorted(known)


@usual
@given(measures())
def test_only_a_suspension_makes_a_presumption(found: Measure) -> None:
    without = replace(found, events=tuple(e for e in found.events if e.event != "suspended"))
    for on in DAYS:
        state = state_on(without, on)
        assert state is None or (not state.presumed and state.name != SUSPENDED)


@usual
@given(measures(), st.data())
def test_an_amendment_changes_no_state(found: Measure, data: st.DataObject) -> None:
    on = data.draw(days)
    amended = pause(found, event(on.isoformat(), "amended", data.draw(days).isoformat()))
    assert [state_on(found, d) for d in DAYS] == [state_on(amended, d) for d in DAYS]


@usual
@given(some_measures, days, destinations)
def test_nothing_outranks_a_prohibition_for_all(found: list[Measure], on: date, to: str) -> None:
    start = DAYS[0].isoformat()
    ban = measure("ban", "prohibition", announced=start, effective=start)
    status = status_of([*found, ban], "gallium", Context(on, destination=to))
    assert status.status == "prohibition"
    assert not status.presumed


@usual
@given(some_measures, days, destinations, st.sampled_from(("EUU", "USA")))
def test_other_jurisdictions_and_unnamed_metals_set_no_status(
    found: list[Measure], on: date, to: str, other: str
) -> None:
    start = DAYS[0].isoformat()
    foreign = measure("x", "prohibition", announced=start, effective=start, jurisdiction=other)
    firms = measure("y", "prohibition", announced=start, effective=start, metals=())
    indium = measure("z", "prohibition", announced=start, effective=start, metals=("indium",))
    plain = status_of(found, "gallium", Context(on, destination=to))
    status = status_of([*found, foreign, firms, indium], "gallium", Context(on, destination=to))
    assert summary(status) == summary(plain)
    assert status.measures == plain.measures
    general = [{m.measure.measure_id for m in s.general} for s in (plain, status)]
    assert general[1] == general[0] | {"y"}


@usual
@given(some_measures, days, days)
def test_the_warning_is_for_days_after_the_last_check(found: list[Measure], on: date, checked: date) -> None:
    assert status_of(found, "gallium", Context(on), checked).beyond_verified == (on > checked)


@usual
@given(measures(), suspensions())
def test_a_resumption_undoes_a_pause_the_same_day(found: Measure, new: MeasureEvent) -> None:
    plain = replace(found, events=tuple(e for e in found.events if e.event not in ("suspended", "resumed")))
    begun = first_day(new.date)
    assume(new.until is None or first_day(new.until) > begun)
    resumed = pause(pause(plain, new), event((begun + timedelta(days=1)).isoformat(), "resumed"))
    for on in DAYS:
        if on != begun:
            assert state_on(resumed, on) == state_on(plain, on)
