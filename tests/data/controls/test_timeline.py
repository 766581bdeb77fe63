"""The timeline: the spans of measures, its order and its filters, with values from the CSV files of the edition."""

from datetime import date

import pytest

from explorer.data.context import Context
from explorer.data.controls.timeline import (
    BY_METAL,
    ISSUED,
    KINDS,
    WITHOUT_MEASURE,
    Timeline,
    TimelineSpan,
    kind_name,
    span_words,
    timeline,
)
from explorer.data.records import KIND_RANK
from explorer.data.store import Store

DAY = date(2026, 11, 24)


def ids(found: Timeline) -> list[str]:
    return [r.measure.measure_id if r.measure else r.instrument.instrument_id for r in found.rows]


def test_a_pause_by_text_then_by_statement_and_what_follows(store: Store) -> None:
    found = timeline(store, Context(DAY, "CHN", "USA"))
    (row,) = (r for r in found.rows if r.measure and r.measure.measure_id == "cn-2025-61-3")
    assert [(s.start, s.end, s.state, s.presumed, s.beyond_verified) for s in row.spans] == [
        (date(2025, 10, 9), date(2025, 11, 6), "in_force", False, False),
        (date(2025, 11, 7), date(2026, 9, 27), "suspended", False, False),
        (date(2026, 9, 28), date(2026, 11, 10), "suspended", False, False),
        (date(2026, 11, 11), date(2027, 1, 10), "suspended", True, True),
        (date(2027, 1, 11), None, "in_force", True, True),
    ]
    assert row.state is not None and (row.state.name, row.state.until) == ("suspended", "2027-01-10")


def test_the_state_is_that_on_the_day_and_the_spans_are_not(store: Store) -> None:
    before, after = (timeline(store, Context(day, "CHN", "USA")) for day in (date(2024, 12, 2), DAY))
    rows = [next(r for r in x.rows if r.instrument.instrument_id == "cn-2024-46") for x in (before, after)]
    assert rows[0].state is None and rows[1].state is not None and rows[1].state.name == "in_force"
    assert rows[0].spans == rows[1].spans and ids(before) == ids(after)


def test_documents_without_a_measure_are_points_among_the_others(store: Store) -> None:
    assert ids(timeline(store, Context(DAY, "EUU"))) == [
        *("eu-2008-1102", "eu-2017-852", "eu-2021-821"),
        *("eu-black-mass-2025", "eu-resourceeu"),
    ]
    row = timeline(store, Context(DAY, "EUU"), kind=WITHOUT_MEASURE).rows[0]
    assert (row.kind, row.state) == (WITHOUT_MEASURE, None)
    assert [(s.start, s.end, s.state) for s in row.spans] == [(date(2025, 3, 5), date(2025, 3, 5), ISSUED)]


def test_a_member_of_a_bloc_has_the_rows_of_the_bloc(store: Store) -> None:
    assert ids(timeline(store, Context(DAY, "FRA"))) == ids(timeline(store, Context(DAY, "EUU")))


def test_the_destination_and_its_military_users_filter_the_rows(store: Store) -> None:
    to_japan = {r.measure.destination for r in timeline(store, Context(DAY, "CHN", "JPN")).rows if r.measure}
    assert to_japan == {"ALL", "JPN", "JPN-MIL"}
    everywhere = timeline(store, Context(DAY, "CHN", "JPN"), all_destinations=True)
    assert {"USA", "TWN", "EUU", "JPN"} < {r.measure.destination for r in everywhere.rows if r.measure}
    assert ids(everywhere) == ids(timeline(store, Context(DAY, "CHN", "ALL")))


@pytest.mark.parametrize("kind", [k for k in KINDS if k in KIND_RANK])
def test_a_kind_filters_the_rows(store: Store, kind: str) -> None:
    whole = timeline(store, Context(DAY, "CHN", "ALL"))
    some = timeline(store, Context(DAY, "CHN", "ALL"), kind=kind)
    assert ids(some) == [i for i, r in zip(ids(whole), whole.rows, strict=True) if r.kind == kind] != []


def test_all_kinds_of_measures_can_be_chosen() -> None:
    assert set(KINDS) == {"all", WITHOUT_MEASURE, *KIND_RANK} - {"none"}
    assert len({kind_name(kind) for kind in KINDS}) == len(KINDS)


def test_by_metal_each_has_its_own_measures_and_those_on_its_special_forms(store: Store) -> None:
    found = timeline(store, Context(DAY, "EUU"), BY_METAL)
    targeted = {r.metal_id for r in found.rows if r.metal_id and r.targeted}
    assert targeted == {"mercury", "beryllium"}
    antimony = [r for r in found.rows if r.metal_id == "antimony"]
    assert [(r.measure.measure_id, r.targeted) for r in antimony if r.measure] == [("eu-2021-821", False)]
    assert [r.metal_id for r in found.rows[-2:]] == ["", ""]


def test_by_metal_no_measure_gets_lost(store: Store) -> None:
    context = Context(DAY, "CHN", "USA")
    assert set(ids(timeline(store, context, BY_METAL))) == set(ids(timeline(store, context)))


def test_what_is_not_an_export_has_no_rows(store: Store) -> None:
    found = timeline(store, Context(DAY, "CHN", "CHN"))
    assert not found.rows and "not exports" in found.refusal
    assert timeline(store, Context(DAY, "CHN", "CHN"), all_destinations=True).rows


def test_only_rows_with_a_span_between_two_days_are_kept(store: Store) -> None:
    whole = timeline(store, Context(DAY, "EUU"))
    assert ids(whole.between(date(2018, 1, 1), date(2021, 6, 10))) == ["eu-2017-852"]
    assert ids(whole.between(date(2017, 12, 31), date(2017, 12, 31))) == ["eu-2008-1102", "eu-2017-852"]


def test_the_words_of_a_span() -> None:
    assert span_words(TimelineSpan(DAY, DAY, ISSUED)) == "issued"
    assert span_words(TimelineSpan(DAY, None, "suspended", presumed=True)) == "paused (presumed)"
    assert span_words(TimelineSpan(DAY, None, "ended", your_entry=True)) == "ended (your entry)"
