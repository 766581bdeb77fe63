"""The chart of all measures: its rows, notes and texts, and the reasons for none."""

from datetime import date

import pytest
from msgspec.structs import replace

from explorer.charts import summary
from explorer.charts.builders import registry
from explorer.charts.builders.registry import KINDS, controls_timeline, make
from explorer.charts.shapes import shape_of
from explorer.charts.spec import ChartSpec, Missing, day_number, day_of
from explorer.charts.zoom import Range, can_measure, can_zoom
from explorer.data.context import Context
from explorer.data.controls import timeline_record
from explorer.data.dates import show
from explorer.data.store import Store
from explorer.errors import KnownError

EUROPE = Context(date(2026, 11, 24), "EUU", "ALL")


def chart(store: Store, context: Context, **options: object) -> ChartSpec:
    found = make(KINDS["controls-all"], store, (), context, **options)
    assert isinstance(found, ChartSpec), found.reason
    return found


def reason(store: Store, context: Context, **options: object) -> str:
    found = make(KINDS["controls-all"], store, (), context, **options)
    assert isinstance(found, Missing)
    return found.reason


def test_without_a_grouping_it_is_the_strictest_measure_per_metal(store, today):
    assert make(KINDS["controls-all"], store, (), today) == registry.controls_all(store, today)
    with pytest.raises(KnownError, match="need --by"):
        make(KINDS["controls-all"], store, (), today, kind="licence")
    with pytest.raises(KnownError, match="need --by"):
        make(KINDS["controls-all"], store, (), today, full_history=True)


def test_a_row_has_names_kind_destination_and_state(store):
    spec = chart(store, EUROPE, by="document")
    assert [row.label for row in spec.rows][:2] == [
        "Regulation (EC) No 1102/2008",
        "Regulation (EU) 2017/852",
    ]
    old, _, licence, waste, plan = spec.rows
    assert (old.detail, old.kind, old.facts.rule) == ("ended", "prohibition", "ban, all destinations")
    assert (licence.detail, licence.facts.destination) == ("in force", "ALL")
    assert "Beryllium" in licence.facts.metal_names and "beryllium" in licence.facts.metal_ids
    assert (waste.kind, waste.detail, waste.scope) == ("document", "", "")  # it has no number, only its title
    assert (plan.label, plan.scope) == ("COM(2025) 945", "RESourceEU Action Plan")
    assert spec.subtitle.endswith("3 measures · 2 documents without a measure")


def test_by_metal_the_rows_are_under_headings(store, qapp):
    spec = chart(store, EUROPE, by="metal")
    groups = list(dict.fromkeys(row.group for row in spec.rows))
    assert groups[:-1] == sorted(groups[:-1]) and groups[-1] == "Other documents"
    shape = shape_of(spec)
    heights = [shape.preferred_height(width) for width in (700, 1400)]
    assert all(height > 20 * (len(spec.rows) + len(groups)) for height in heights)
    assert any("special forms" in note for note in spec.notes)


def test_what_ended_before_the_days_shown_is_counted(store):
    context = Context(date(2026, 11, 24), "CHN", "USA")
    recent, full = (
        chart(store, context, by="document"),
        chart(store, context, by="document", full_history=True),
    )
    ended = {r.measure_id for r in full.rows} - {r.measure_id for r in recent.rows}
    assert {"cn-quota-ree", "cn-2007-54-in"} <= ended
    note = f"Not shown: {len(ended)} measures that ended before {show(day_of(recent.x.low))}."
    assert note in recent.left_out and not full.left_out


@pytest.mark.parametrize(
    ("context", "options", "words"),
    [
        (EUROPE, {"kind": "quota"}, "Nothing of the kind “Quotas” is on file for exports from the European"),
        (replace(EUROPE, origin="CHN", destination="CHN"), {}, "are not exports"),
        (replace(EUROPE, origin="BRA"), {}, "No measures by Brazil"),
        (EUROPE, {"since": date(2030, 1, 1)}, "after the as-of date"),
        (replace(EUROPE, origin="JPN", as_of=date(2024, 6, 1)), {"since": date(2024, 1, 1)}, "full history"),
    ],
)
def test_without_rows_it_says_why(store, context, options, words):
    assert words in reason(store, context, by="document", **options)


def test_it_can_be_zoomed_but_has_no_change_to_measure(store):
    spec = chart(store, EUROPE, by="document")
    assert can_zoom(spec) and not can_measure(spec)
    shown = Range(day_number(date(2022, 1, 1)), day_number(date(2023, 1, 1)))
    part = shape_of(spec).between(shown)
    assert [row.measure_id for row in part.rows] == ["eu-2017-852", "eu-2021-821"]
    assert "--since 2022-01-01 --until 2023-01-01" in part.query
    assert len(shape_of(spec).spoken_between(shown).spec.rows) == len(spec.rows)


def test_only_spans_in_the_days_shown_are_in_table_and_file(store):
    spec = chart(store, EUROPE, by="document")
    header, *rows = shape_of(spec).csv_rows()
    assert header == timeline_record.HEADER
    by_measure = [(r[2], r[9], r[10], r[11]) for r in rows]
    assert by_measure[:2] == [
        ("eu-2008-1102", "in_force", "2011-03-01", "2017-12-31"),
        ("eu-2017-852", "announced", "2017-05-24", "2017-12-31"),
    ]
    assert len(summary.table(spec).rows) == len(rows)


def test_an_unchecked_state_is_marked_in_table_file_and_speech(store):
    spec = chart(store, Context(date(2026, 11, 24), "CHN", "USA"), by="document")
    at = next(i for i, row in enumerate(spec.rows) if row.measure_id == "cn-2024-46-2a")
    shape = shape_of(spec)
    last = len(spec.rows[at].spans) - 1
    assert shape.spoken(at, last) == (
        "Announcement 46 of 2024, section 2, first clause: in force (presumed), since 28 Nov 2026"
    )
    assert "Begins after the last check of the controls." in shape.spoken_details(at, last)
    row = next(r for r in shape.csv_rows() if r[2] == "cn-2024-46-2a" and r[10] == "2026-11-28")
    assert dict(zip(timeline_record.HEADER, row, strict=True)) | {"source_ids": "", "metals": ""} == {
        "metal": "",
        "document_id": "cn-2024-46",
        "measure_id": "cn-2024-46-2a",
        "measure": "Announcement 46 of 2024, section 2, first clause",
        "kind": "prohibition",
        "strictness": "in_principle",
        "destination": "USA",
        "for_special_forms": "no",
        "purchasing_rule": "no",
        "state": "in_force",
        "from": "2026-11-28",
        "to": "",
        "presumed": "yes",
        "your_entry": "no",
        "beyond_verified": "yes",
        "metals": "",
        "source_ids": "",
        "note": "",
    }
    cells = next(r for r in summary.table(spec).rows if r[4] == "28 Nov 2026")
    assert "not checked" in cells and "presumed" in cells


def test_the_end_of_a_term_has_its_note_in_picture_table_and_file(store):
    """measure_events.csv: Announcement 89 of 2025 expires on 2027-01-01, “Annual catalogue; renewed each December”."""
    spec = chart(store, Context(date(2027, 1, 2), "CHN", "ALL"), by="document")
    row = next(row for row in spec.rows if row.measure_id == "cn-2025-89")
    assert row.detail == "term ended"
    assert row.spans[-1].label == (
        "in force, 1 Jan 2026 to 31 Dec 2026; then the term ends; "
        "note on file: “Annual catalogue; renewed each December”"
    )
    note = "term ends; note on file: “Annual catalogue; renewed each December”"
    cells = next(
        r for r in summary.table(spec).rows if r[1] == "Announcement 89 of 2025" and r[3] == "in force"
    )
    line = next(r for r in shape_of(spec).csv_rows() if r[2] == "cn-2025-89" and r[9] == "in_force")
    assert (cells[-1], line[-1]) == (note, note)
    replaced = next(row for row in spec.rows if row.measure_id == "cn-trade-licence-2017")
    assert replaced.detail == "ended" and not any(span.note for span in replaced.spans)


def test_documents_without_a_measure_are_left_out_first(store):
    spec = chart(store, EUROPE, by="document")
    fewer = shape_of(spec).fewer_rows(3)
    assert [row.measure_id for row in fewer.rows] == ["eu-2008-1102", "eu-2017-852", "eu-2021-821"]
    assert fewer.notes[0] == "2 of 5 rows not shown: 2 documents without a measure."


def test_a_row_opens_its_document(store):
    shape = shape_of(chart(store, EUROPE, by="document"))
    assert (shape.opens(0), shape.opens(4)) == ("eu-2008-1102", "eu-resourceeu")


def test_the_builder_alone_is_by_metal(store):
    assert controls_timeline(store, EUROPE) == chart(store, EUROPE, by="metal")
