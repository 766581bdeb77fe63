"""The image of the dates around a day: every date with its state, the counts, and nothing unchecked left unsaid."""

import csv
import io
from datetime import date

import pytest
from msgspec.structs import replace

from explorer import palette
from explorer.charts.builders.near_dates import near_dates
from explorer.charts.output.options import PRESETS, ExportOptions
from explorer.charts.output.render import render
from explorer.charts.plot.date_line import GAP, DateLine
from explorer.charts.plot.parts import Name, Stroke
from explorer.charts.shapes import shape_of
from explorer.charts.summary import sentence, table
from explorer.data.context import Context
from explorer.data.dates import show
from explorer.data.entries.apply import with_entries
from explorer.data.overview.overview import overview
from tests.charts import pictures
from tests.commands.conftest import run as run
from tests.data.entries.conftest import entry as own_entry
from tests.data.entries.conftest import pause

SIZES = {p.key: ExportOptions(p.width, p.height, p.dpi) for p in PRESETS}
LARGE = ExportOptions(1600, 1400)


@pytest.fixture
def spec(store, today):
    return near_dates(store, today)


def test_every_date_has_its_day_words_document_and_state(spec, qapp):
    shown = pictures.words(spec, LARGE)
    assert "27 Nov 2026 in 3 days" in shown
    assert "Last day of the pause: refusal in principle and end-use rule" in shown
    assert "Announcement 72 of 2025 · China to the United States" in shown and "in force (presumed)" in shown
    for entry in spec.dates.shown:
        for text in (entry.words, entry.document, entry.after.text):
            assert pictures.plain(text) in shown


def test_the_dates_ahead_come_first_and_consequences_are_left_to_the_file(spec, today):
    days = [entry.day for entry in spec.dates.shown]
    ahead = [day for day in days if day >= today.as_of]
    assert days == [*sorted(ahead), *sorted((d for d in days if d < today.as_of), reverse=True)]
    assert date(2026, 11, 27) in days and date(2026, 11, 28) not in days
    rows = [*shape_of(spec).csv_rows()]
    assert "2026-11-28" in {row[1] for row in rows}


def test_the_counts_are_those_of_the_overview(store, today, qapp):
    spec = near_dates(store, replace(today, as_of=date(2026, 11, 27)))
    found = overview(store, spec.context, spec.context.as_of)
    shown = pictures.words(spec, LARGE)
    changed = [c for c in found.counts if len(c.metal_ids) != len(c.next_metal_ids)]
    assert changed and "Status of" in shown
    for count in changed:
        assert f": {len(count.metal_ids)}, {len(count.next_metal_ids)} on the day after" in shown


@pytest.mark.parametrize("width", [300.0, 430.0, 700.0, 1200.0])
@pytest.mark.parametrize("as_of", [date(2026, 10, 12), date(2026, 11, 24), date(2027, 1, 3)])
def test_the_last_day_checked_is_named_at_its_line(store, today, qapp, width, as_of):
    found = near_dates(store, replace(today, as_of=as_of)).dates
    parts = [*DateLine(found, width, palette.LIGHT).parts()]
    (name,) = (p for p in parts if isinstance(p, Name) and p.text == "checked to 8 Oct 2026")
    (line,) = (p for p in parts if isinstance(p, Stroke) and p.line.dashPattern())
    (bold,) = (p for p in parts if isinstance(p, Name) and p.text == show(as_of))
    wide = name.face.width(name.text)
    left = name.x - wide * {"left": 0.0, "centre": 0.5, "right": 1.0}[name.align]
    x = line.start.x()
    assert left - GAP <= x <= left + wide + GAP and left >= 0
    assert left + wide <= bold.x or left >= bold.x + bold.face.width(bold.text)
    assert name.align != "centre" or line.start.y() >= name.top + name.face.line


def test_what_an_entry_of_the_user_leads_to_is_marked(store, today):
    spec = near_dates(with_entries(store, (own_entry(pause()),)), today)
    shown = table(spec)
    column = shown.columns.index("your_entry")
    marked = {row[0] for row in shown.rows if row[column] == "your entry"}
    header, *rows = shape_of(spec).csv_rows()
    dates = [dict(zip(header, row, strict=True)) for row in rows if row[0] == "date"]
    in_file = {row["day"] for row in dates if row["after_your_entry"] == "yes"}
    assert marked == {"27 Nov 2026"} and in_file == {"2026-11-27", "2026-11-28"}
    assert {row["before_your_entry"] for row in dates} == {"no"}


def test_only_with_all_origins_are_those_of_others_shown(store, today):
    own, every = near_dates(store, today), near_dates(store, today, all_origins=True)
    assert {entry.origin for entry in own.dates.entries} == {"CHN"}
    assert {entry.origin for entry in every.dates.entries} > {"CHN"}
    assert "--all-origins" in every.query and "--all-origins" not in own.query
    assert "any origin" in every.subtitle and "from China" in own.subtitle


@pytest.mark.parametrize("size", list(SIZES))
def test_what_was_not_checked_is_said_at_every_size(spec, qapp, size):
    shown = pictures.words(spec, SIZES[size])
    assert "Checked to 8 Oct 2026: the last 47 days are not covered." in shown
    assert "Dates after 8 Oct 2026 are after the last day checked" in shown
    assert "27 Nov 2026" in shown  # the nearest date is never left out
    total = len(spec.dates.shown)
    if shown.count("days before") + shown.count("in ") < total:
        assert f"of {total} dates not listed." in shown or all(e.words in shown for e in spec.dates.shown)


def test_fewer_rows_are_the_nearest_ones_and_the_line_keeps_all(spec, today):
    fewer = shape_of(spec).fewer_rows(2)
    near = sorted(spec.dates.shown, key=lambda e: abs((e.day - today.as_of).days))[:2]
    assert {id(e) for e in fewer.dates.listed} == {id(e) for e in near}
    assert fewer.dates.shown == spec.dates.shown
    assert fewer.left_out[0] == f"{len(spec.dates.shown) - 2} of {len(spec.dates.shown)} dates not listed."


@pytest.mark.parametrize("all_origins", [False, True])
def test_its_csv_has_the_rows_of_the_command(store, today, run, all_origins):
    spec = near_dates(store, today, all_origins=all_origins)
    text = render(spec, LARGE, "csv").decode()
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    origin = () if all_origins else ("--from", "CHN")
    printed = run("today", "--on", today.as_of.isoformat(), "--to", today.destination, *origin, "--csv").out
    assert [*csv.reader(io.StringIO("\n".join(lines)))] == [*csv.reader(io.StringIO(printed))]


def test_every_date_can_be_reached_and_is_spoken(spec, qapp):
    _scene, plot = pictures.plot_of(spec, 900, 900)
    assert len(plot.hits) == len(spec.dates.shown)
    for hit, entry in zip(plot.hits, spec.dates.shown, strict=True):
        assert plot.hits[plot.hit_at(hit.at)] is hit
        assert entry.words in plot.chart_shape.spoken(hit.series, hit.index)
        assert entry.after.text in plot.chart_shape.spoken(hit.series, hit.index)


def test_its_table_and_its_sentence(spec):
    found = table(spec)
    assert len(found.rows) == len(spec.dates.shown)
    first = dict(zip(found.columns, found.rows[0], strict=True))
    assert (first["date"], first["presumed"], first["unchecked"]) == (
        "27 Nov 2026",
        "presumed",
        "not checked",
    )
    assert "27 Nov 2026: Last day of the pause" in sentence(spec)


def test_places_without_exports_have_no_counts(store, today):
    spec = near_dates(store, Context(today.as_of, "CHN", "CHN"), all_origins=True)
    assert not spec.dates.counts and spec.dates.entries
