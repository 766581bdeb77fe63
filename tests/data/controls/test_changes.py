"""What changed between two days: hand-worked cases of the frozen edition, and properties over generated measures."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from explorer.data.context import Context
from explorer.data.controls.answer import pill_of
from explorer.data.controls.change_texts import status_words
from explorer.data.controls.changes import Changes, MeasureChange, MetalStatus, changes, metal_status
from explorer.data.controls.service import Controls
from explorer.data.controls.status import Status, matches, state_on
from explorer.data.records import Measure
from explorer.data.store import Store
from tests.data.builders import event, measure
from tests.data.lives import DAYS, DESTINATIONS, examples, sets_of_measures

BANNED = ["antimony", "gallium", "germanium", "superhard"]
ORIGINS = ("CHN", "EUU")


def between(store: Store, since: str, until: str, to: str = "USA", origin: str = "CHN") -> Changes:
    return changes(store, date.fromisoformat(since), Context(date.fromisoformat(until), origin, to))


def test_the_pause_of_the_refusal_to_the_united_states_ends(store: Store) -> None:
    found = between(store, "2026-11-27", "2026-11-28")
    assert [c.metal_id for c in found.metals] == BANNED
    assert {c.measure.measure_id for c in found.measures} == {"cn-2024-46-2a", "cn-2024-46-2b"}
    gallium = found.metals[1]
    assert (gallium.before.pill, gallium.before.pill_state, gallium.before.until) == (
        "refusal paused",
        "prohibition-paused",
        "2026-11-27",
    )
    assert (gallium.after.pill, gallium.after.pill_state) == (
        "refused in principle (presumed)",
        "prohibition",
    )
    assert (gallium.before.presumed, gallium.after.presumed) == (False, True)
    assert gallium.before.beyond_verified and gallium.after.beyond_verified
    (cause,) = gallium.causes
    assert [(s.day, s.document.instrument_id) for s in cause.steps] == [(date(2026, 11, 28), "cn-2025-72")]


def test_for_all_destinations_the_change_is_listed_for_the_one_that_it_concerns(store: Store) -> None:
    found = between(store, "2026-11-27", "2026-11-28", "ALL")
    assert [(c.metal_id, c.destination) for c in found.metals] == [(m, "USA") for m in BANNED]


@pytest.mark.parametrize("to", ["DEU", "JPN"])
def test_other_destinations_do_not_change_with_it(store: Store, to: str) -> None:
    found = between(store, "2026-11-27", "2026-11-28", to)
    assert (found.metals, found.measures, found.returned, found.refusal) == ((), (), (), "")


@pytest.mark.parametrize("to", ["USA", "DEU", "ALL"])
def test_a_pause_becomes_presumed_where_only_a_statement_goes_on(store: Store, to: str) -> None:
    found = between(store, "2026-11-10", "2026-11-11", to)
    listed = {c.metal_id: c for c in found.metals if c.destination == to}
    assert "dysprosium" not in listed  # its licence requirement of April 2025 is in force
    change = listed["holmium"]
    assert (change.before.pill, change.after.pill) == (
        "licence requirement paused",
        "licence requirement paused (presumed)",
    )
    assert change.before.until == change.after.until == "2027-01-10"
    assert "cn-2025-57" in {c.measure.measure_id for c in change.causes}


def test_a_pause_that_is_extended_changes_its_last_day_only(store: Store) -> None:
    found = between(store, "2026-09-27", "2026-09-28", "DEU")
    holmium = next(c for c in found.metals if c.metal_id == "holmium")
    assert holmium.before.pill == holmium.after.pill
    assert (holmium.before.until, holmium.after.until) == ("2026-11-10", "2027-01-10")


def test_the_part_of_a_pause_that_only_a_statement_covers_is_marked(store: Store) -> None:
    """By measure_events.csv, Announcement 70 of 2025 pauses it until 2026-11-10, a statement until 2027-01-10."""
    on = Context(date(2026, 11, 9), "CHN", "USA")
    before, after = (
        metal_status(store, "cobalt", on),
        metal_status(store, "cobalt", replace(on, as_of=date(2026, 11, 11))),
    )
    assert (before.until, before.text_until, before.presumed) == ("2027-01-10", "2026-11-10", False)
    assert (after.until, after.text_until, after.presumed) == ("2027-01-10", None, True)
    assert status_words(before).endswith(
        ", until 10 Jan 2027 (by notice until 10 Nov 2026, then by a statement only)"
    )


def test_a_quiet_day_has_no_changes(store: Store) -> None:
    found = between(store, "2026-10-20", "2026-10-21", "ALL")
    assert (found.metals, found.measures, found.returned) == ((), (), ())


def test_a_later_unchecked_day_alone_is_not_a_change(store: Store) -> None:
    found = between(store, "2026-10-08", "2026-10-09", "USA")
    assert found.metals == ()


def test_a_measure_that_another_one_continues_changes_no_status(store: Store) -> None:
    """Announcement 89 of 2025 took the place of the earlier catalogues on 1 Jan 2026: fluorspar kept its licence."""
    found = between(store, "2025-12-31", "2026-01-01", "DEU")
    changed = {
        c.measure.measure_id: (c.before and c.before.name, c.after and c.after.name) for c in found.measures
    }
    assert changed["cn-2025-89"] == ("announced", "in_force")
    assert changed["cn-trade-licence-2015"] == ("in_force", "ended")
    assert not {"fluorspar", "tin"} & {c.metal_id for c in found.metals}


def test_a_ban_that_began_with_its_document(store: Store) -> None:
    found = between(store, "2024-12-02", "2024-12-03", "USA-MIL")
    gallium = next(c for c in found.metals if c.metal_id == "gallium")
    assert (gallium.before.pill, gallium.after.pill) == ("licence required", "ban")
    assert [c.measure.measure_id for c in gallium.causes] == ["cn-2024-46-1"]


def test_one_rule_takes_the_place_of_another(store: Store) -> None:
    """DR Congo: the halt of cobalt exports ended on 15 Oct 2025, the quota began the day after."""
    found = between(store, "2025-10-15", "2025-10-16", "ALL", "COD")
    assert {c.measure.measure_id for c in found.measures} == {"cd-cobalt-2025-quota", "cd-cobalt-2025-susp"}
    assert [(c.metal_id, c.before.pill, c.after.pill) for c in found.metals] == [("cobalt", "ban", "quota")]


def test_a_pause_that_is_over_is_listed_apart(store: Store) -> None:
    pause = event("2025-02-01", "suspended", "2025-02-28"), event("2025-02-10", "resumed")
    facts = with_measures(store, [measure("m0", events=pause)])
    found = between(facts, "2025-01-20", "2025-03-20")
    assert (found.metals, found.measures) == ((), ())
    (returned,) = found.returned
    assert [(s.day, s.kind) for s in returned.steps] == [
        (date(2025, 2, 1), "paused"),
        (date(2025, 2, 10), "returned"),
    ]


def test_goods_that_are_not_exported_have_the_sentence_only(store: Store) -> None:
    found = between(store, "2026-11-27", "2026-11-28", "CHN")
    assert "not exports" in found.refusal
    assert (found.metals, found.measures, found.returned) == ((), (), ())


def test_a_member_of_a_bloc_has_the_changes_of_the_bloc(store: Store) -> None:
    member, bloc = (between(store, "2021-09-08", "2021-09-09", "USA", o) for o in ("DEU", "EUU"))
    assert bloc.measures and [c.measure for c in member.measures] == [c.measure for c in bloc.measures]


def expected(status: Status) -> tuple[object, ...]:
    return status.status, status.presumed or pill_of(status).presumed, status.beyond_verified


def shown(status: MetalStatus) -> tuple[object, ...]:
    return status.status, status.presumed, status.beyond_verified


DAYS_OF_THE_EDITION = [
    date(2023, 7, 31),
    date(2024, 12, 2),
    date(2025, 4, 4),
    date(2025, 10, 15),
    date(2026, 1, 6),
    date(2026, 11, 10),
    date(2026, 11, 28),
    date(2027, 1, 11),
]


@pytest.mark.parametrize("to", ["USA", "DEU", "ALL", "JPN-MIL"])
def test_every_metal_listed_has_its_status_and_every_other_one_is_the_same(store: Store, to: str) -> None:
    controls = Controls.of(store)
    for since, until in combinations(DAYS_OF_THE_EDITION, 2):
        found = changes(store, since, Context(until, "CHN", to))
        listed = {(c.metal_id, c.destination): c for c in found.metals}
        assert len(listed) == len(found.metals)
        for (metal_id, destination), change in listed.items():
            for on, status in ((since, change.before), (until, change.after)):
                context = Context(on, "CHN", destination)
                assert shown(status) == expected(controls.status(metal_id, context))
                assert (status.pill, status.pill_state) == controls.pill(metal_id, context)
            assert change.before.differs_from(change.after) and change.causes
        for metal_id in store.metals:
            if (metal_id, to) not in listed:
                before, after = (
                    metal_status(store, metal_id, Context(on, "CHN", to)) for on in (since, until)
                )
                assert not before.differs_from(after), (metal_id, since, until)


def with_measures(store: Store, generated: Iterable[Measure]) -> Store:
    """Return the edition with only generated measures on gallium and germanium in effect."""
    old = (replace(m, targets=(), events=(), announced=None, effective=None) for m in store.measures.values())
    return store.with_measures((*old, *generated))


def steps(found: Changes) -> dict[str, list[tuple[date, str]]]:
    return {
        c.measure.measure_id: [(s.day, s.kind) for s in c.steps] for c in (*found.measures, *found.returned)
    }


def ends(net: Iterable[MeasureChange]) -> dict[str, tuple[object, object]]:
    return {c.measure.measure_id: (c.before, c.after) for c in net}


@examples(60)
@given(
    sets_of_measures(),
    st.lists(st.sampled_from(DAYS), min_size=3, max_size=3, unique=True).map(sorted),
    st.sampled_from((*DESTINATIONS, "CHE")),
    st.sampled_from(ORIGINS),
)
def test_the_changes_over_two_spans_are_the_net_of_both(
    store: Store, generated: list[Measure], days: list[date], to: str, origin: str
) -> None:
    facts = with_measures(store, generated)
    first, middle, last = days
    whole, early, late = (
        changes(facts, a, Context(b, origin, to)) for a, b in ((first, last), (first, middle), (middle, last))
    )
    if whole.refusal:
        return
    joined: dict[str, list[tuple[date, str]]] = {}
    for part in (early, late):
        for measure_id, found in steps(part).items():
            joined.setdefault(measure_id, []).extend(found)
    assert steps(whole) == joined
    net = {m.measure_id: (state_on(m, first), state_on(m, last)) for m in generated if m.measure_id in joined}
    assert ends(whole.measures) == {k: v for k, v in net.items() if v[0] != v[1]}
    before = {(c.metal_id, c.destination): c.before for c in (*late.metals, *early.metals)}
    after = {(c.metal_id, c.destination): c.after for c in (*early.metals, *late.metals)}
    moved = {
        key: (before[key], after[key])
        for key in before
        if before[key].differs_from(after[key]) and key[1] == to
    }
    assert {
        (c.metal_id, c.destination): (c.before, c.after) for c in whole.metals if c.destination == to
    } == moved


@examples(60)
@given(sets_of_measures(), st.sampled_from(DAYS), st.sampled_from((*DESTINATIONS, "CHE")))
def test_no_change_is_listed_where_status_and_measures_are_equal(
    store: Store, generated: list[Measure], on: date, to: str
) -> None:
    facts = with_measures(store, generated)
    following = Context(on + timedelta(days=1), "CHN", to)
    found = changes(facts, on, following)
    if all(state_on(m, on) == state_on(m, following.as_of) for m in generated):
        assert (found.metals, found.measures, found.returned) == ((), (), ())
    for change in found.measures:
        assert change.before != change.after
        assert to == "ALL" or change.measure.is_purchasing_rule or matches(change.measure, following)
