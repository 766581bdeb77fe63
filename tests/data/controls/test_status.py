"""The details of the status rule, one by one, on synthetic measures."""

from datetime import date

import pytest
from msgspec.structs import replace

from explorer.data.context import Context
from explorer.data.controls.status import State, Status, state_on, status_of
from explorer.data.records import KIND_RANK, Measure, MeasureEvent
from tests.data.builders import event, instrument, measure

PAUSE = event("2025-03-01", "suspended", "2025-03-31")


def state(found: Measure, day: str) -> State | None:
    return state_on(found, date.fromisoformat(day))


def states(found: Measure, *days: str) -> list[str | None]:
    return [(s := state(found, day)) and s.name + ("!" if s.presumed else "") for day in days]


def test_announced_until_the_day_before_it_takes_effect() -> None:
    found = measure(announced="2025-01-10", effective="2025-02-01")
    assert states(found, "2025-01-09", "2025-01-10", "2025-01-31", "2025-02-01") == [
        None,
        "announced",
        "announced",
        "in_force",
    ]


def test_in_force_before_it_was_announced() -> None:
    found = measure(announced="2025-02-24", effective="2025-02-22")
    assert states(found, "2025-02-21", "2025-02-22", "2025-02-24") == [None, "in_force", "in_force"]


def test_without_an_effective_day_it_stays_announced() -> None:
    found = measure(announced="2025-01-10", effective=None)
    assert states(found, "2025-01-10", "2050-01-01") == ["announced", "announced"]


def test_partial_dates_count_as_their_first_day() -> None:
    found = measure(announced="2025", effective="2025-04", expires="2026-01")
    assert states(found, "2024-12-31", "2025-01-01", "2025-03-31", "2025-04-01") == [
        None,
        "announced",
        "announced",
        "in_force",
    ]
    assert states(found, "2026-01-01", "2026-01-02") == ["in_force", "ended"]


def test_expires_is_the_last_day_even_without_an_event() -> None:
    found = measure(expires="2025-12-31")
    assert states(found, "2025-12-31", "2026-01-01") == ["in_force", "ended"]


def test_a_measure_can_expire_before_its_first_day() -> None:
    found = measure(announced="2025-01-01", effective="2025-06-01", expires="2025-03-31")
    assert states(found, "2025-03-31", "2025-04-01", "2025-06-01") == ["announced", "ended", "ended"]


@pytest.mark.parametrize("name", ["expired", "repealed", "replaced"])
def test_an_ending_ends_on_its_own_day_and_for_good(name: str) -> None:
    found = measure(events=(event("2025-02-01", name), event("2025-03-01", "resumed"), PAUSE))
    assert states(found, "2025-01-31", "2025-02-01", "2025-03-01", "2025-04-01") == [
        "in_force",
        "ended",
        "ended",
        "ended",
    ]


def test_a_suspension_holds_its_last_day_and_comes_back_presumed() -> None:
    found = measure(events=(PAUSE,))
    assert states(found, "2025-02-28", "2025-03-01", "2025-03-31", "2025-04-01", "2030-01-01") == [
        "in_force",
        "suspended",
        "suspended",
        "in_force!",
        "in_force!",
    ]
    assert state(found, "2025-03-15") == State("suspended", False, "2025-03-31")


def test_a_suspension_without_an_end_lasts() -> None:
    found = measure(events=(event("2025-03-01", "suspended"),))
    assert state(found, "2099-01-01") == State("suspended", False, None)


def test_a_suspension_that_only_a_statement_carries_is_presumed() -> None:
    found = measure(events=(event("2025-03-01", "suspended", "2025-03-31", basis="statement"),))
    assert states(found, "2025-03-01", "2025-04-01") == ["suspended!", "in_force!"]


def test_the_latest_suspension_governs_and_is_presumed_only_past_the_text() -> None:
    longer = event("2025-03-20", "suspended", "2025-04-30", basis="statement")
    found = measure(events=(PAUSE, longer))
    assert state(found, "2025-03-19") == State("suspended", False, "2025-03-31")
    assert state(found, "2025-03-20") == State("suspended", False, "2025-04-30")
    assert state(found, "2025-03-31") == State("suspended", False, "2025-04-30")
    assert state(found, "2025-04-01") == State("suspended", True, "2025-04-30")
    assert state(found, "2025-05-01") == State("in_force", True)


def test_a_later_suspension_can_shorten_an_earlier_one() -> None:
    found = measure(events=(PAUSE, event("2025-03-05", "suspended", "2025-03-10")))
    assert states(found, "2025-03-10", "2025-03-11", "2025-04-01") == ["suspended", "in_force!", "in_force!"]


def test_a_suspension_before_the_effective_day_counts() -> None:
    found = measure(announced="2025-02-01", effective="2025-03-10", events=(PAUSE,))
    assert states(found, "2025-02-28", "2025-03-01", "2025-03-10", "2025-03-31", "2025-04-01") == [
        "announced",
        "suspended",
        "suspended",
        "suspended",
        "in_force!",
    ]


def test_a_suspension_over_before_the_effective_day_leaves_that_day_recorded() -> None:
    found = measure(announced="2025-02-01", effective="2025-05-01", events=(PAUSE,))
    assert states(found, "2025-03-31", "2025-04-01", "2025-04-30", "2025-05-01") == [
        "suspended",
        "announced",
        "announced",
        "in_force",
    ]


def test_the_first_day_after_a_suspension_may_be_the_effective_day_itself() -> None:
    ends_before = measure(announced="2025-02-01", effective="2025-04-01", events=(PAUSE,))
    ends_on_it = measure(announced="2025-02-01", effective="2025-03-31", events=(PAUSE,))
    assert states(ends_before, "2025-03-31", "2025-04-01") == ["suspended", "in_force"]
    assert states(ends_on_it, "2025-03-31", "2025-04-01") == ["suspended", "in_force!"]


@pytest.mark.parametrize("day", ["2025-03-15", "2025-04-01"])
def test_a_recorded_resumption_is_no_presumption(day: str) -> None:
    found = measure(events=(PAUSE, event(day, "resumed")))
    assert states(found, day, "2025-04-02") == ["in_force", "in_force"]


def test_a_late_record_ends_the_presumption_on_its_date() -> None:
    found = measure(events=(PAUSE, event("2025-04-10", "resumed")))
    assert states(found, "2025-04-01", "2025-04-09", "2025-04-10") == ["in_force!", "in_force!", "in_force"]


def test_a_recorded_first_day_after_a_suspension_is_no_presumption() -> None:
    events = (PAUSE, event("2025-04-01", "effective"))
    found = measure(announced="2025-02-01", effective="2025-03-10", events=events)
    assert states(found, "2025-03-31", "2025-04-01") == ["suspended", "in_force"]


def test_resumed_before_its_first_day_it_is_announced_again() -> None:
    events = (PAUSE, event("2025-03-15", "resumed"))
    found = measure(announced="2025-02-01", effective="2025-05-01", events=events)
    assert states(found, "2025-03-14", "2025-03-15", "2025-05-01") == ["suspended", "announced", "in_force"]


def test_a_suspension_after_a_resumption_counts_anew() -> None:
    again = event("2025-03-20", "suspended", "2025-04-30", "statement")
    found = measure(events=(PAUSE, event("2025-03-10", "resumed"), again))
    # the text of the first pause was undone, so it no longer carries the second
    assert states(found, "2025-03-09", "2025-03-10", "2025-03-20", "2025-05-01") == [
        "suspended",
        "in_force",
        "suspended!",
        "in_force!",
    ]


@pytest.mark.parametrize("until", [None, "2025-03-31"])
def test_an_amendment_changes_no_state(until: str | None) -> None:
    found = measure(events=(event("2025-03-01", "amended", until),))
    assert states(found, "2025-02-28", "2025-03-01", "2025-04-01") == ["in_force", "in_force", "in_force"]


def ask(*found: Measure, day: str = "2025-06-01", to: str = "ALL", origin: str = "CHN") -> Status:
    return status_of(found, "gallium", Context(date.fromisoformat(day), origin, to))


def test_the_highest_kind_in_force_is_the_status() -> None:
    ladder = [measure(kind, kind) for kind in KIND_RANK if kind != "none"]
    for n in range(len(ladder)):
        assert ask(*ladder[: n + 1]).status == ladder[n].kind
        assert ask(*reversed(ladder[: n + 1])).status == ladder[n].kind
    assert ask().status == "none"


@pytest.mark.parametrize(
    ("destination", "reaches"),
    [
        ("ALL", {"ALL", "USA", "USA-MIL", "JPN", "EUU", "FRA"}),
        ("USA", {"USA"}),
        ("USA-MIL", {"USA-MIL"}),
        ("EUU", {"EUU"}),
    ],
)
def test_a_destination_matches_exactly_or_all(destination: str, reaches: set[str]) -> None:
    found = measure(destination=destination)
    asked = ("ALL", "USA", "USA-MIL", "JPN", "EUU", "FRA")
    assert {to for to in asked if ask(found, to=to).status != "none"} == reaches


def test_the_rule_runs_for_one_jurisdiction() -> None:
    found = measure(jurisdiction="COD")
    assert ask(found).status == "none"
    assert ask(found, origin="COD").status == "licence"


def paused(kind: str, basis: str = "text", measure_id: str = "p") -> Measure:
    events: tuple[MeasureEvent, ...] = (event("2025-03-01", "suspended", "2025-08-31", basis),)
    return measure(measure_id, kind, events=events)


def test_the_headline_is_presumed_where_every_measure_of_its_kind_is() -> None:
    assert ask(paused("licence"), day="2025-09-01").presumed
    assert not ask(paused("licence"), measure("n", "licence"), day="2025-09-01").presumed
    assert ask(paused("licence"), measure("n", "quota"), day="2025-09-01").presumed
    assert not ask(paused("quota"), measure("n", "licence"), day="2025-09-01").presumed


def test_the_headline_is_presumed_under_a_presumed_suspension_that_outranks_it() -> None:
    by_word = paused("licence", "statement")
    assert ask(by_word, measure("n", "quota")).presumed
    assert ask(by_word).presumed
    assert not ask(by_word, measure("n", "licence")).presumed
    assert not ask(by_word, measure("n", "prohibition")).presumed
    assert not ask(paused("licence"), measure("n", "quota")).presumed


def test_the_pill_names_the_highest_paused_else_announced_above_the_headline() -> None:
    soon = measure("soon", "prohibition", announced="2025-05-01", effective="2026-01-01")
    quota = measure("quota", "quota")

    def pill(*found: Measure) -> str | None:
        above = ask(*found).outranking
        return above[0].measure.measure_id if above else None

    assert pill(quota) is None
    assert pill(quota, soon) == "soon"
    assert pill(quota, soon, paused("licence")) == "p"
    assert pill(quota, paused("end_use", measure_id="low"), paused("licence", measure_id="high")) == "high"
    assert pill(quota, paused("quota")) is None
    assert pill(quota, paused("reporting")) is None


def test_measures_without_metals_set_no_status() -> None:
    firms = measure("firms", "prohibition", "USA", metals=())
    found = ask(firms, measure("quota", "quota"), to="USA")
    assert found.status == "quota"
    assert [m.measure.measure_id for m in found.general] == ["firms"]
    assert ask(firms, to="JPN").general == ()
    other_metal = ask(measure("indium", metals=("indium",)))
    assert (other_metal.status, other_metal.measures, other_metal.general) == ("none", (), ())


def test_ended_measures_come_last_and_high_ranks_first() -> None:
    ended = measure("ended", "prohibition", expires="2025-02-01")
    old = measure("old", "licence", effective="2025-01-01")
    new = measure("new", "licence", effective="2025-02-01")
    low = measure("low", "reporting")
    found = [m.measure.measure_id for m in ask(low, ended, old, new).measures]
    assert found == ["new", "old", "low", "ended"]


def test_members_inherit_measures_against_their_bloc() -> None:
    aimed = measure("aimed", "licence", "EUU", destination_members=("DEU", "FRA"))
    assert [ask(aimed, to=to).status for to in ("EUU", "DEU", "FRA", "NOR", "ALL")] == [
        "licence",
        "licence",
        "licence",
        "none",
        "none",
    ]


def test_a_bloc_does_not_inherit_measures_against_a_member() -> None:
    assert ask(measure("aimed", "licence", "DEU"), to="EUU").status == "none"


def test_a_member_as_origin_counts_the_measures_of_its_bloc_and_its_own() -> None:
    union = measure("union", "licence", jurisdiction="EUU", origin_members=("DEU", "FRA"))
    own = measure("own", "quota", jurisdiction="DEU")
    found = status_of([union, own], "gallium", Context(date(2025, 2, 1), "DEU"))
    assert (found.status, {m.measure.measure_id for m in found.measures}) == ("licence", {"union", "own"})
    assert status_of([union, own], "gallium", Context(date(2025, 2, 1), "FRA")).status == "licence"
    assert [
        m.measure.measure_id for m in status_of([own], "gallium", Context(date(2025, 2, 1), "EUU")).measures
    ] == []
    assert status_of([union, own], "gallium", Context(date(2025, 2, 1), "NOR")).status == "none"


def test_military_users_inherit_measures_without_metals_of_their_country_only() -> None:
    ban = measure("ban", "prohibition", "USA")
    firms = measure("firms", "prohibition", "USA", metals=(), reach="parties")
    found = ask(ban, firms, to="USA-MIL")
    assert (found.status, found.measures) == ("none", ())
    assert [m.measure.measure_id for m in found.general] == ["firms"]
    assert ask(firms, to="JPN-MIL").general == ()
    # and their country does not inherit what is aimed at them
    assert ask(measure("mil", "prohibition", "USA-MIL"), to="USA").status == "none"


def test_a_purchasing_rule_sets_no_status() -> None:
    rule = replace(
        measure("rule", "end_use", "USA-MIL", jurisdiction="USA"),
        instrument=replace(instrument("USA"), kind="procurement"),
    )
    found = ask(rule, to="USA-MIL", origin="USA")
    assert (found.status, found.announced, found.measures, found.general) == ("none", False, (), ())
