"""Entries of the user in the status rule: worked out by hand from the notices of the frozen edition."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from explorer.data.context import Context
from explorer.data.controls.answer import pill_of
from explorer.data.controls.codes import CodeChecker
from explorer.data.controls.service import Controls
from explorer.data.controls.status import state_on
from explorer.data.entries.apply import use_entries, with_entries
from explorer.data.store import Store
from explorer.data.user.entry_records import EventFacts, MeasureFacts
from tests.data.entries.conftest import REFUSAL, With, entry, pause

AFTER = Context(date(2026, 11, 28), "CHN", "USA")
LICENCE = MeasureFacts(
    "Announcement 90 of 2026", "CHN", "JPN", "licence", ("bismuth",), effective="2026-12-01"
)


def refusal(store: Store) -> tuple[str, bool, str | None, bool]:
    """The state of section 2 of Announcement 46 on 28 Nov 2026, the day after its pause."""
    found = Controls.of(store).status("gallium", AFTER).measures
    [measure] = [m for m in found if m.measure.measure_id == REFUSAL]
    return measure.state, measure.presumed, measure.until, measure.your_entry


def test_the_pause_that_a_user_read_replaces_the_presumption(store: Store, with_: With) -> None:
    assert refusal(store) == ("in_force", True, None, False)
    found = with_(entry(pause()))
    assert refusal(found) == ("suspended", False, "2027-11-10", True)
    status = Controls.of(found).status("gallium", AFTER)
    assert (status.status, status.presumed) == ("licence", False)
    assert Controls.of(found).pill("gallium", AFTER) == ("refusal paused (your entry)", "prohibition-paused")


def test_an_entry_that_is_off_changes_nothing(store: Store, with_: With) -> None:
    found = with_(entry(pause(), is_on=False))
    assert refusal(found) == refusal(store)
    assert not found.entries.used and len(found.entries.off) == 1


def test_a_pause_by_a_statement_only_is_presumed(with_: With) -> None:
    facts = EventFacts(REFUSAL, "suspended", "2026-11-28", "2027-11-10", "statement")
    assert refusal(with_(entry(facts))) == ("suspended", True, "2027-11-10", True)


def test_a_measure_in_force_again_by_an_entry_is_not_presumed(with_: With) -> None:
    assert refusal(with_(entry(EventFacts(REFUSAL, "resumed", "2026-11-28")))) == (
        "in_force",
        False,
        None,
        True,
    )


def test_the_day_before_and_after_an_entry_are_those_of_the_edition(with_: With) -> None:
    found = with_(entry(pause()))
    measure = found.measures[REFUSAL]
    published = found.published.measures[REFUSAL]
    days = (date(2024, 12, 2), date(2024, 12, 3), date(2025, 11, 9), date(2026, 11, 27))
    assert [state_on(measure, d) for d in days] == [state_on(published, d) for d in days]
    end = state_on(measure, date(2027, 11, 11))
    assert end is not None and (end.name, end.presumed) == ("in_force", True)
    assert not end.your_entry  # it would be presumed to be in force without the entry as well


def test_an_entry_ends_a_measure(store: Store, with_: With) -> None:
    found = with_(entry(EventFacts("cn-2023-23", "repealed", "2026-11-28")))
    before = Controls.of(store).status("gallium", Context(date(2026, 11, 27), "CHN", "DEU"))
    on_that_day = Controls.of(found).status("gallium", Context(date(2026, 11, 28), "CHN", "DEU"))
    assert before.status == "licence" and on_that_day.status == "technology"
    [licence] = [m for m in on_that_day.measures if m.measure.measure_id == "cn-2023-23"]
    assert (licence.state, licence.your_entry) == ("ended", True)
    assert pill_of(on_that_day).your_entry
    words = Controls.of(found).headline("gallium", Context(date(2026, 11, 28), "CHN", "DEU"))
    assert words.pill == "technology (your entry)" and "This is based on your entry." in words.in_force
    assert words.entries == (
        "Includes your entry: Announcement 23 of 2023: repealed on 28 Nov 2026 "
        "(“Announcement 80 of 2026”, read 28 Nov 2026)."
    )


def test_what_an_entry_only_confirms_is_not_marked(with_: With) -> None:
    found = with_(entry(pause("2026-11-27", first="2025-11-09")))
    assert refusal(found) == ("in_force", True, None, False)
    on = Context(date(2026, 11, 1), "CHN", "USA")
    assert Controls.of(found).pill("gallium", on)[0] == "refusal paused"
    assert not Controls.of(found).rests_on_entry("gallium", on)


def test_an_effective_day_puts_an_announced_measure_in_force(store: Store, with_: With) -> None:
    waiting = [m for m in store.measures.values() if m.effective is None and m.announced]
    assert waiting, "the frozen edition has an announced measure without an effective day"
    measure = with_(entry(EventFacts(waiting[0].measure_id, "effective", "2027-03-01"))).measures[
        waiting[0].measure_id
    ]
    before, after = (state_on(measure, date(2027, 3, d)) for d in (1, 2))
    assert measure.effective == "2027-03-01" and before is not None and after is not None
    assert (before.name, before.presumed) == ("in_force", False) and before.your_entry


def test_an_effective_day_after_a_pause_keeps_the_first_one(with_: With) -> None:
    measure = with_(entry(EventFacts(REFUSAL, "effective", "2026-11-28"))).measures[REFUSAL]
    assert measure.effective == "2024-12-03"
    in_2025, again = state_on(measure, date(2025, 1, 1)), state_on(measure, date(2026, 11, 28))
    assert in_2025 is not None and in_2025.name == "in_force" and not in_2025.your_entry
    assert again is not None and (again.name, again.presumed, again.your_entry) == ("in_force", False, True)


def test_a_new_measure_on_a_metal_with_nothing_on_file(store: Store, with_: With) -> None:
    metal_id = next(
        m
        for m in store.metals
        if m not in store.items_of and not any(x.target(m) for x in store.measures.values())
    )
    facts = replace(LICENCE, metal_ids=(metal_id,), codes=("7901110000",))
    found = with_(entry(facts))
    to_japan = Context(date(2026, 12, 1), "CHN", "JPN")
    assert Controls.of(store).pill(metal_id, to_japan)[0] == "nothing on file"
    assert Controls.of(found).pill(metal_id, to_japan) == ("licence required (your entry)", "licence")
    status = Controls.of(found).status(metal_id, to_japan)
    assert (status.status, status.presumed) == ("licence", False)
    for elsewhere in (Context(date(2026, 12, 1), "CHN", "USA"), Context(date(2026, 11, 30), "CHN", "JPN")):
        assert Controls.of(found).status(metal_id, elsewhere).status == "none"
    checker = CodeChecker(found.measures.values(), found.items.values(), to_japan)
    listed, near = checker.check("7901110000"), checker.check("7901110001")
    assert (listed.verdict, listed.headline, listed.your_entry) == ("LISTED", "licence", True)
    assert (near.verdict, near.your_entry) == ("POSSIBLE", True)
    without = CodeChecker(store.measures.values(), store.items.values(), to_japan).check("7901110000")
    assert (without.verdict, without.your_entry) == ("NO REFERENCE CODE ON FILE", False)


def test_a_verdict_whose_described_items_rest_on_an_entry_is_marked(store: Store, with_: With) -> None:
    def verdict(facts: Store, code: str) -> tuple[list[str], bool]:
        found = CodeChecker(facts.measures.values(), facts.items.values(), AFTER).check(code)
        return [f"{m.item.item_id} {m.state}" for m in found.described], found.your_entry

    assert verdict(store, "8505111000") == (["cn-2025-18-4-4 in_force"], False)
    repealed = with_(entry(EventFacts("cn-2025-18", "repealed", "2026-11-20")))
    assert verdict(repealed, "8505111000") == ([], True)
    paused = with_(entry(EventFacts("cn-2025-18", "suspended", "2026-11-20", "2027-05-01")))
    assert verdict(paused, "8505111000") == (["cn-2025-18-4-4 suspended"], True)
    naming = replace(LICENCE, destination="ALL", effective="2026-11-01", scope="goods of 88888888")
    added = with_(entry(replace(naming, codes=("7901110000",))))
    assert verdict(added, "88888888") == (["own_00000001 in_force"], True)


def test_the_records_of_a_new_measure_name_the_notice(with_: With) -> None:
    found = with_(entry(LICENCE))
    measure = found.measures["own_00000001"]
    [source] = [found.sources[i] for i in measure.source_ids]
    assert (source.publisher, source.title, source.url) == (
        "Your entry (read 28 Nov 2026)",
        "Announcement 80 of 2026",
        "https://www.mofcom.gov.cn/80.html",
    )
    assert found.instruments["own_00000001"].number == "Announcement 90 of 2026"
    assert [e.event for e in measure.events] == ["effective"] and measure.confidence == "low"


def test_a_new_measure_ends_after_its_last_day(with_: With) -> None:
    facts = MeasureFacts(
        "A", "CHN", "ALL", "quota", ("bismuth",), effective="2027-01-01", expires="2027-12-31"
    )
    measure = with_(entry(facts)).measures["own_00000001"]
    states = [state_on(measure, date(*d)) for d in ((2027, 12, 31), (2028, 1, 1))]
    assert [s and s.name for s in states] == ["in_force", "ended"]


def test_an_event_of_a_measure_that_is_an_entry_itself(with_: With) -> None:
    stop = EventFacts("own_00000001", "suspended", "2027-01-01", "2027-06-30")
    measure = with_(entry(LICENCE), entry(stop, 2)).measures["own_00000001"]
    paused = state_on(measure, date(2027, 3, 1))
    assert paused is not None and (paused.name, paused.your_entry) == ("suspended", True)


def test_an_entry_on_a_measure_that_the_edition_lacks_is_kept_and_not_used(with_: With) -> None:
    found = with_(entry(pause(measure_id="cn-2030-1")), entry(pause(), 2))
    assert [e.entry_id for e in found.entries.used] == ["own_00000002"]
    [unusable] = found.entries.unusable
    assert unusable.reason.endswith("has no measure “cn-2030-1”.")


def test_an_event_of_an_entry_that_is_off_is_not_used(with_: With) -> None:
    stop = EventFacts("own_00000001", "suspended", "2027-01-01", "2027-06-30")
    found = with_(entry(LICENCE, is_on=False), entry(stop, 2))
    assert not found.entries.used and len(found.entries.unusable) == 1


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        (
            MeasureFacts("A", "CHN", "ALL", "licence", ("unobtainium",), effective="2027-01-01"),
            "no metal “unobtainium”",
        ),
        (
            MeasureFacts("A", "XXX", "ALL", "licence", ("tin",), effective="2027-01-01"),
            "no country or bloc “XXX”",
        ),
        (MeasureFacts("A", "CHN", "CHN", "licence", ("tin",), effective="2027-01-01"), "are not exports"),
    ],
)
def test_a_new_measure_that_does_not_fit_is_not_used(with_: With, facts: MeasureFacts, reason: str) -> None:
    [unusable] = with_(entry(facts)).entries.unusable
    assert reason in unusable.reason


def test_entries_are_put_into_an_open_store_and_taken_out_again() -> None:
    with Store.open() as store:
        before = refusal(store)
        use_entries(store, [entry(pause())])
        assert refusal(store) == ("suspended", False, "2027-11-10", True)
        assert refusal(store.published) == before
        use_entries(store, [])
        assert refusal(store) == before and not store.entries.used


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_without_entries_every_answer_is_the_same(store: Store, data: st.DataObject) -> None:
    found = with_entries(store, [entry(pause(), is_on=False)])
    metal_id = data.draw(st.sampled_from(sorted(store.metals)))
    day = data.draw(st.dates(date(2010, 1, 1), date(2029, 12, 31)))
    to = data.draw(st.sampled_from(("ALL", "USA", "USA-MIL", "JPN", "DEU")))
    context = Context(day, "CHN", to)
    assert Controls.of(found).headline(metal_id, context) == Controls.of(store).headline(metal_id, context)
    assert Controls.of(found).status(metal_id, context) == Controls.of(store).status(metal_id, context)


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_an_entry_changes_only_what_its_measure_concerns(store: Store, data: st.DataObject) -> None:
    event = data.draw(st.sampled_from(("suspended", "resumed", "repealed")))
    first = data.draw(st.dates(date(2024, 1, 1), date(2028, 1, 1)))
    found = with_entries(store, [entry(EventFacts(REFUSAL, event, first.isoformat()))])
    metal_id = data.draw(st.sampled_from(("tin", "gallium", "graphite", "tungsten")))
    to = data.draw(st.sampled_from(("JPN", "DEU", "USA-MIL")))
    context = Context(data.draw(st.dates(date(2024, 1, 1), date(2029, 1, 1))), "CHN", to)
    assert (
        Controls.of(found).headline(metal_id, context).pill
        == Controls.of(store).headline(metal_id, context).pill
    )
    status = Controls.of(found).status(metal_id, context)
    assert not any(m.your_entry for m in (*status.measures, *status.general))
