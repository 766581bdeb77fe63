"""What matters on a day, worked out by hand from the rules for days of the frozen edition."""

from datetime import date

import pytest

from explorer.data.context import Context
from explorer.data.controls.pill import PILL_STATES
from explorer.data.controls.service import Controls
from explorer.data.finding.questions.ask import ask
from explorer.data.overview.calendar_entries import dates_as_calendar
from explorer.data.overview.overview import Overview, checked_to, overview
from explorer.data.overview.prices import DEFAULT_METALS
from explorer.data.store import Store
from tests.data.calendar_parser import events_of

BANNED = {"antimony", "gallium", "germanium", "superhard"}


def of(store: Store, day: str, to: str = "USA", origin: str = "CHN", today: str = "") -> Overview:
    as_of = date.fromisoformat(day)
    return overview(store, Context(as_of, origin, to), date.fromisoformat(today or day))


def counts(found: Overview) -> dict[str, tuple[set[str], set[str]]]:
    return {c.state: (set(c.metal_ids), set(c.next_metal_ids)) for c in found.counts}


def test_the_age_of_the_checks(store: Store) -> None:
    later = checked_to(store, date(2026, 11, 27))
    assert (later.day, later.days) == (date(2026, 10, 8), 50)
    assert later.text == "Controls checked to 8 Oct 2026, 50 days before 27 Nov 2026."
    assert later.meaning.startswith("Anything announced since then is not in this edition.")
    assert "1 day before 9 Oct 2026" in checked_to(store, date(2026, 10, 9)).text
    for day in (date(2026, 10, 8), date(2024, 12, 10)):
        covered = checked_to(store, day)
        assert (covered.days, covered.meaning) == (0, "This date is covered by the checks.")


def test_the_last_day_of_a_pause_is_one_notice_with_what_follows(store: Store) -> None:
    found = of(store, "2026-11-27")
    (notice,) = found.notices
    assert (notice.when, notice.title) == (
        "Today",
        "Last day of the pause: refusal in principle and end-use rule",
    )
    assert (
        "Under Announcement 72 of 2025, the paused controls apply from 28 Nov 2026 unless a new notice extends "
        "the pause; no later notice is on file (checked to 8 Oct 2026)."
    ) in notice.text
    assert (
        "Status from 28 Nov 2026: refused in principle (presumed): antimony, gallium and germanium; "
        "refused in principle, some forms (presumed): superhard materials."
    ) in notice.text
    assert notice.text.endswith("Status unchanged: graphite (natural).")


def test_the_day_before_calls_it_tomorrow_and_another_day_by_its_date(store: Store) -> None:
    (tomorrow,) = of(store, "2026-11-26").notices
    assert (tomorrow.when, tomorrow.entry.published) == ("Tomorrow", "2026-11-27")
    (dated,) = of(store, "2026-11-27", today="2026-12-24").notices
    assert dated.when == "27 Nov 2026"


def test_the_day_after_says_why_the_refusal_is_presumed(store: Store) -> None:
    (notice,) = of(store, "2026-11-28").notices
    assert notice.title == "In force again (presumed): refusal in principle and end-use rule"
    assert "Presumed: the pause ended on 27 Nov 2026 and no later notice is on file" in notice.text


def test_a_pause_by_notice_that_a_statement_continues(store: Store) -> None:
    (last,) = of(store, "2026-11-10", "DEU").notices
    assert last.entry.document.instrument_id == "cn-2025-70"
    assert (
        "after that, only a statement of 28 Sep 2026 says that the pause continues until 10 Jan 2027"
        in last.text
    )
    assert "licence requirement paused (presumed): holmium" in last.text
    (first,) = of(store, "2026-11-11", "DEU").notices
    assert first.entry.document.instrument_id == "cn-2026-09-28-kl"
    assert "Unclear: according to the notices on file, it has been in force since 11 Nov 2026" in first.text


def test_the_end_of_a_pause_by_a_statement_says_what_the_notices_say(store: Store) -> None:
    notices = of(store, "2027-01-10", "DEU").notices
    (last,) = [n for n in notices if n.entry.document.instrument_id == "cn-2026-09-28-kl"]
    assert "according to the notices on file, it has been in force since 11 Nov 2026" in last.text
    assert "The paused controls apply from 11 Jan 2027 unless the pause is extended" in last.text
    assert "Under " not in last.text


def test_a_licence_without_a_successor_ends(store: Store) -> None:
    notices = of(store, "2026-12-31", "DEU").notices
    (last,) = [n for n in notices if n.entry.document.instrument_id == "cn-2025-89"]
    assert "No replacement is on file (checked to 8 Oct 2026)." in last.text


def test_a_quiet_day_has_no_notice_and_the_same_counts_on_the_next(store: Store) -> None:
    found = of(store, "2026-10-20", "DEU")
    assert (found.notices, found.next_day.metals) == ((), ())
    assert not any(count.changes for count in found.counts)


def test_the_counts_of_the_day_and_of_the_next(store: Store) -> None:
    found = of(store, "2026-11-27")
    by_state = counts(found)
    assert list(by_state) == list(PILL_STATES)
    assert by_state["prohibition-paused"] == (BANNED, set())
    now, then = by_state["prohibition"]
    assert then - now == BANNED and now <= then
    assert {c.metal_id for c in found.next_day.metals} == BANNED
    assert sum(len(c.metal_ids) for c in found.counts) == len(store.metals)
    for count in found.counts:
        for metal_id in count.metal_ids:
            assert Controls.of(store).pill(metal_id, found.context)[1] == count.state


@pytest.mark.parametrize("to", ["DEU", "ALL"])
def test_a_refusal_for_one_destination_is_not_counted_for_another(store: Store, to: str) -> None:
    by_state = counts(of(store, "2026-11-27", to))
    assert by_state["prohibition-paused"] == (set(), set())
    assert not any(now != then for now, then in by_state.values())


def test_dates_are_ninety_days_back_and_ahead_and_can_be_those_of_one_origin(store: Store) -> None:
    found = of(store, "2026-11-27", "ALL")
    assert (found.since, found.until) == (date(2026, 8, 29), date(2027, 2, 25))
    assert all(e.day < date(2026, 11, 27) for e in found.before)
    assert all(e.day >= date(2026, 11, 27) for e in found.ahead)
    assert (*found.before, *found.ahead) == found.dates
    own = found.of_one_origin()
    assert {e.origin for e in own.dates} == {"CHN"} < {e.origin for e in found.dates}


def test_goods_that_are_not_exported_have_the_sentence(store: Store) -> None:
    found = of(store, "2026-11-27", "CHN")
    assert "not exports" in found.refusal
    assert (found.notices, found.counts, found.examples, found.next_day.metals) == ((), (), (), ())
    assert found.of_one_origin().dates == ()
    member = of(store, "2026-11-27", "DEU", "EUU")
    assert member.refusal and not member.counts


def test_the_prices_are_those_known_on_the_day(store: Store) -> None:
    found = of(store, "2026-11-27")
    assert [p.metal_id for p in found.prices] == [m for m in DEFAULT_METALS if m in store.metals]
    for priced in found.prices:
        assert priced.series is not None and priced.price is not None and priced.months is not None
        assert priced.months >= 0 and priced.price.date <= "2026-11-27"
    early = of(store, "2010-01-01").prices
    assert all(p.price is None or p.price.date <= "2010" for p in early)


def test_the_user_s_own_metals_are_shown_and_unknown_ones_left_out(store: Store) -> None:
    context = Context(date(2026, 11, 27), "CHN", "USA")
    found = overview(store, context, context.as_of, ["tin", "no-such-metal"])
    assert [p.metal_id for p in found.prices] == ["tin"]


@pytest.mark.parametrize(("to", "origin"), [("USA", "CHN"), ("ALL", "CHN"), ("DEU", "CHN"), ("JPN", "EUU")])
def test_the_search_understands_every_example_and_gives_the_same_answer(
    store: Store, to: str, origin: str
) -> None:
    found = of(store, "2026-11-27", to, origin)
    assert len(found.examples) == 3
    replies = [ask(store, e.question, found.context, found.today) for e in found.examples]
    assert [r.reading and r.reading.intent for r in replies] == ["status", "list", "producers"]
    assert all(r.reading and (r.reading.origin, r.reading.until) == (origin, found.today) for r in replies)
    assert found.examples[0].answer in replies[0].text
    answered = replies[1].answer
    controls = Controls.of(store)
    assert answered is not None
    certain = [m for m in answered.metals if controls.answer(m, found.context).kind == "licence"]
    assert found.examples[1].answer.startswith(f"{len(certain)} of {len(store.metals)} metals")
    assert found.examples[2].answer.split(":")[0] in replies[2].text


def test_a_count_of_licences_says_how_many_are_presumed(store: Store) -> None:
    """On 11 Jan 2027 the pauses of October 2025 are over by a statement only; on 27 Nov 2026 they are not."""
    assert "presumed" in of(store, "2027-01-11", "DEU").examples[1].answer
    assert "presumed" not in of(store, "2026-11-27", "DEU").examples[1].answer


def test_the_calendar_has_every_date_ahead_with_how_sure_it_is(store: Store) -> None:
    found = of(store, "2026-11-27", "USA")
    data = dates_as_calendar(store, found.ahead)
    assert data == dates_as_calendar(store, of(store, "2026-11-27", "USA").ahead)
    events = events_of(data)
    assert len(events) == len(found.ahead) == len({e["UID"] for e in events})
    last, returned, *_ = events
    assert last["DTSTART;VALUE=DATE"] == "20261127"
    assert last["SUMMARY"].startswith(
        "Last day of the pause: refusal in principle and end-use rule (China to "
    )
    assert "Document: Announcement 72 of 2025\n" in last["DESCRIPTION"]
    assert "The status after this date is presumed: no notice confirms it." in returned["DESCRIPTION"]
    ban = next(e for e in events if "Zimbabwe" in e["SUMMARY"] and e["SUMMARY"].startswith("In force"))
    assert "The document gives the date as Jan 2027." in ban["DESCRIPTION"]
    statement = next(e for e in events if e["DTSTART;VALUE=DATE"] == "20270110")
    assert "The pause is based only on a statement." in statement["DESCRIPTION"]
    year, month = store.edition.data_version[:7].split(".")
    assert {e["DTSTAMP"] for e in events} == {f"{year}{month}01T000000Z"}


def test_a_date_keeps_its_identifier_on_the_next_day(store: Store) -> None:
    one, other = (
        {e["UID"] for e in events_of(dates_as_calendar(store, of(store, d).ahead))}
        for d in ("2026-11-26", "2026-11-27")
    )
    assert len(one & other) >= len(one) - 1


def test_the_content_cannot_be_changed(store: Store) -> None:
    with pytest.raises(AttributeError, match="immutable"):
        of(store, "2026-11-27").refusal = "x"  # type: ignore[misc]


def test_a_yearly_list_that_runs_out_is_not_said_to_have_ended(store: Store) -> None:
    """measure_events.csv: Announcement 89 of 2025 expires on 2027-01-01, “Annual catalogue; renewed each December”."""
    found = of(store, "2026-12-31", "ALL")
    notice = next(n for n in found.notices if n.entry.document.instrument_id == "cn-2025-89")
    assert notice.title == "Last day of the term: ordinary export licence requirement"
    said = "No replacement is on file (checked to 8 Oct 2026). Note on file: “Annual catalogue; renewed each December”."
    assert said in notice.text
    assert said in next(n for n in of(store, "2027-01-01", "ALL").notices if n.entry.note).text
    entries = [
        e for e in events_of(dates_as_calendar(store, found.ahead)) if "Announcement 89" in e["DESCRIPTION"]
    ]
    assert [e["SUMMARY"] for e in entries] == [
        "Last day of the term: ordinary export licence requirement (China to all destinations)",
        "Term ended: ordinary export licence requirement (China to all destinations)",
    ]
    assert all(
        "After: term ended" in e["DESCRIPTION"] and "renewed each December" in e["DESCRIPTION"]
        for e in entries
    )
