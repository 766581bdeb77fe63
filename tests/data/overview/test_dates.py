"""Dates around a day, worked out by hand from the events of the frozen edition."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.data.controls.status import state_on
from explorer.data.overview.dates import DatedChange, continued_by, dated_changes
from explorer.data.records import Measure
from explorer.data.store import Store
from tests.data.builders import event, measure
from tests.data.lives import DAYS, DESTINATIONS, examples, sets_of_measures

FIRST, LAST = date(2026, 8, 29), date(2027, 2, 25)  # 90 days before and after 27 Nov 2026


def found(store: Store, to: str = "USA", first: date = FIRST, last: date = LAST) -> tuple[DatedChange, ...]:
    return dated_changes(store, first, last, to)


def on(entries: Iterable[DatedChange], day: str, document: str) -> list[DatedChange]:
    return [e for e in entries if e.published == day and e.document.instrument_id == document]


def test_the_last_day_of_a_pause_and_the_day_after_it(store: Store) -> None:
    entries = found(store)
    (last,) = on(entries, "2026-11-27", "cn-2025-72")
    assert last.words == "Last day of the pause: refusal in principle and end-use rule"
    assert last.places == ("China to the United States",)
    assert last.metal_ids == ("antimony", "gallium", "germanium", "graphite", "superhard")
    assert last.before is not None and (last.before.name, last.before.until) == ("suspended", "2026-11-27")
    assert last.after is not None and (last.after.name, last.after.presumed) == ("in_force", True)
    assert (last.presumed, last.lapses, last.by_statement, last.beyond_verified) == (True, True, False, True)
    assert last.applies_from == date(2026, 11, 28)
    (returned,) = on(entries, "2026-11-28", "cn-2025-72")
    assert returned.words == "In force again (presumed): refusal in principle and end-use rule"
    assert returned.applies_from == returned.day


def test_a_pause_that_goes_on_by_a_statement_is_one_entry_for_each_document(store: Store) -> None:
    entries = found(store, "DEU")
    (said,) = on(entries, "2026-09-28", "cn-2026-09-28-kl")
    assert (
        said.words
        == "Pause continues until 10 Jan 2027 by a statement only: "
        + "licence requirement and technology control"
    )
    assert said.by_statement and not said.beyond_verified
    (text,) = on(entries, "2026-11-10", "cn-2025-70")
    assert text.words.startswith("Last day of a pause that continues until 10 Jan 2027 by a statement only: ")
    later = continued_by(store, text)
    assert later is not None and later.instrument_id == "cn-2026-09-28-kl"
    assert continued_by(store, said) is None
    (statement,) = on(entries, "2026-11-11", "cn-2026-09-28-kl")
    assert statement.presumed and statement.by_statement and not statement.lapses
    assert {m.measure_id for m in statement.measures} >= {"cn-2025-57", "cn-2025-58", "cn-2025-62"}


def test_a_licence_that_expires_has_its_last_day_and_its_end(store: Store) -> None:
    entries = found(store, "ALL")
    (last,) = on(entries, "2026-12-31", "cn-2025-89")
    (ended,) = on(entries, "2027-01-01", "cn-2025-89")
    assert (last.words, ended.words) == (
        "Last day of the term: ordinary export licence requirement",
        "Term ended: ordinary export licence requirement",
    )
    assert last.note == ended.note == "Annual catalogue; renewed each December"
    assert last.after is not None and last.after.name == "ended" and not last.presumed


def test_other_origins_and_partial_dates_are_named_as_they_are(store: Store) -> None:
    entries = found(store, "ALL")
    (ban,) = on(entries, "2027-01", "zw-lithium-2027")
    assert (ban.day, ban.origin, ban.places) == (date(2027, 1, 1), "ZWE", ("Zimbabwe to all destinations",))
    (rule,) = on(entries, "2027-01-01", "us-dfars-7052")
    assert (rule.words, rule.places) == ("In force: purchasing rule", ("United States",))
    assert ban.is_of("ZWE") and not ban.is_of("CHN")


def test_a_destination_has_its_own_dates_and_those_of_its_military_users(store: Store) -> None:
    named = {to: {d for e in found(store, to) for d in e.destinations} for to in ("USA", "JPN", "DEU")}
    assert "USA-MIL" in named["USA"] and "JPN-MIL" not in named["USA"]
    assert "JPN-MIL" in named["JPN"] and "USA" not in named["JPN"]
    assert "USA" not in named["DEU"]


def test_measures_on_named_companies_say_so(store: Store) -> None:
    companies = [e for e in found(store, "USA") if {m.reach for m in e.measures} == {"parties"}]
    assert companies and all("ban on named companies" in e.words and not e.metal_ids for e in companies)


def test_a_quiet_span_has_no_dates(store: Store) -> None:
    assert found(store, "DEU", date(2026, 10, 12), date(2026, 10, 30)) == ()


@pytest.mark.parametrize("resumed", [True, False])
def test_a_pause_that_was_lifted_has_no_last_day(store: Store, resumed: bool) -> None:
    events = [event("2025-02-01", "suspended", "2025-02-28")]
    events += [event("2025-02-10", "resumed")] if resumed else []
    facts = only(store, [measure("m0", events=tuple(events))])
    days = [e.published for e in found(facts, "CHE", date(2025, 2, 2), date(2025, 3, 31))]
    assert days == (["2025-02-10"] if resumed else ["2025-02-28", "2025-03-01"])


def only(store: Store, generated: Iterable[Measure]) -> Store:
    return store.with_measures(generated)


@examples(60)
@given(sets_of_measures(), st.sampled_from(DESTINATIONS))
def test_the_states_of_every_date_are_those_of_the_status_rule(
    store: Store, generated: list[Measure], to: str
) -> None:
    day = timedelta(days=1)
    entries = dated_changes(only(store, generated), DAYS[0], DAYS[-1], to)
    for entry in entries:
        assert entry.words and entry.places
        for own in entry.measures:
            assert state_on(own, entry.applies_from) == entry.after
            first = entry.day if entry.applies_from > entry.day or entry.kind == "due" else entry.day - day
            assert state_on(own, first) == entry.before
