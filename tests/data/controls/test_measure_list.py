"""The list of measures on a metal: which are listed, in which order, and until when their states last."""

from datetime import date

import pytest
from msgspec.structs import replace

from explorer.data.context import Context
from explorer.data.controls.measure_list import (
    by_state,
    end_of,
    end_words,
    list_order,
    listed_measures,
    rule_words,
)
from explorer.data.controls.status import ANNOUNCED, ENDED, IN_FORCE, SUSPENDED
from explorer.data.store import Store
from tests.data.builders import event, measure

LAST_DAY = Context(date(2026, 11, 27), "CHN", "USA")


def ids(store: Store, metal: str, context: Context, **switches: bool) -> list[str]:
    return [m.measure.measure_id for m in listed_measures(store, metal, context, **switches)]


def test_measures_in_force_come_before_paused_ones_and_ended_ones_are_hidden(store: Store) -> None:
    """Section 2 of Announcement 46 is paused until 27 Nov 2026; the gallium point of 57 of 2023 ended in July 2025."""
    assert ids(store, "gallium", LAST_DAY) == [
        "cn-2024-46-1",
        "cn-2023-23",
        "cn-2024-46-x",
        "cn-2025-28",
        "cn-2024-46-2a",
    ]
    assert ids(store, "gallium", LAST_DAY, ended=True)[-1] == "cn-2023-57-ga"


def test_a_lapsed_pause_moves_a_measure_to_those_in_force(store: Store) -> None:
    next_day = replace(LAST_DAY, as_of=date(2026, 11, 28))
    listed = listed_measures(store, "gallium", next_day)
    assert [m.measure.measure_id for m in listed[:2]] == ["cn-2024-46-1", "cn-2024-46-2a"]
    assert {m.state for m in listed} == {IN_FORCE}
    assert next(m for m in listed if m.measure.measure_id == "cn-2024-46-2a").presumed


def test_measures_announced_later_are_not_listed(store: Store) -> None:
    """On 10 Dec 2024 the technology control of July 2025 and the Japanese rule of 2026 were unknown."""
    on = Context(date(2024, 12, 10), "CHN", "USA")
    assert ids(store, "gallium", on, ended=True) == [
        "cn-2024-46-1",
        "cn-2024-46-2a",
        "cn-2023-23",
        "cn-2024-46-x",
        "cn-2023-57-ga",
    ]


def test_all_destinations_add_those_of_other_countries(store: Store) -> None:
    everywhere = ids(store, "gallium", LAST_DAY, all_destinations=True)
    assert set(everywhere) - set(ids(store, "gallium", LAST_DAY)) == {"cn-2026-1", "cn-2026-1-mil"}


def test_special_forms_and_purchasing_rules_come_last_in_their_state(store: Store) -> None:
    assert ids(store, "rhenium", Context(date(2026, 11, 24))) == ["cn-1998-245"]
    (form,) = listed_measures(store, "rhenium", Context(date(2026, 11, 24)))
    assert form.target is None and (form.scope or "").startswith("Rhenium, alloys of 90 percent")
    listed = listed_measures(store, "neodymium", Context(date(2026, 6, 1), "USA", "CHN"))
    assert [m.measure.is_purchasing_rule for m in listed if m.state == IN_FORCE] == sorted(
        m.measure.is_purchasing_rule for m in listed if m.state == IN_FORCE
    )


def test_nothing_is_listed_where_nothing_is_exported(store: Store) -> None:
    home = replace(LAST_DAY, destination="CHN")
    assert listed_measures(store, "gallium", home, ended=True) == ()
    assert listed_measures(store, "gallium", home, all_destinations=True)


def test_groups_follow_the_order_of_the_states(store: Store) -> None:
    on = Context(date(2025, 1, 10))
    made = [
        measure("ended", expires="2025-01-05"),
        measure("announced", effective="2025-06-01"),
        measure("paused", events=(event("2025-01-03", "suspended", "2025-12-31"),)),
        measure("quota", kind="quota"),
        measure("ban", kind="prohibition"),
    ]
    groups = by_state(list_order(store, made, "gallium", on, ended=True))
    assert [(state, [m.measure.measure_id for m in group]) for state, group in groups] == [
        (IN_FORCE, ["ban", "quota"]),
        (SUSPENDED, ["paused"]),
        (ANNOUNCED, ["announced"]),
        (ENDED, ["ended"]),
    ]


@pytest.mark.parametrize(
    ("made", "state", "until", "end"),
    [
        (measure(expires="2027-12-31"), IN_FORCE, None, "2027-12-31"),
        (measure(), IN_FORCE, None, None),
        (measure(expires="2027-12-31"), SUSPENDED, "2026-11-27", "2026-11-27"),
        (measure(), SUSPENDED, None, None),
        (measure(expires="2025-10-15"), ENDED, None, "2025-10-15"),
        (measure(events=(event("2025-08-12", "expired"),)), ENDED, None, "2025-08-11"),
        (measure(expires="2027-12-31", events=(event("2026-04-02", "repealed"),)), ENDED, None, "2026-04-01"),
    ],
)
def test_the_last_day_of_a_state(made, state, until, end) -> None:  # type: ignore[no-untyped-def]
    assert end_of(made, state, until) == end


def test_an_unknown_end_is_said_to_be_unknown() -> None:
    assert end_words(measure(), IN_FORCE, None) == "no end date on file"
    assert end_words(measure(expires="2026-12-31"), IN_FORCE, None) == "31 Dec 2026"


def test_a_rule_names_its_destination_and_whether_only_special_forms_are_meant(store: Store) -> None:
    made = measure(destination="USA", kind="prohibition", strictness="in_principle")
    assert rule_words(store, made) == "refusal in principle, the United States"
    assert rule_words(store, measure(), targeted=False) == "licence for special forms, all destinations"
