"""The figures as CSV, with every flag, bound, range and word of the data."""

import csv
import io

import pytest

from explorer.charts.builders import registry
from explorer.charts.output.csv_file import csv_bytes
from explorer.charts.output.options import ExportOptions, command
from explorer.charts.output.render import render
from explorer.charts.spec import ChartSpec, Missing
from explorer.data.words import flag_name
from tests.charts import made, pictures


def rows(data: bytes) -> list[dict[str, str]]:
    lines = [line for line in data.decode("utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(io.StringIO("\n".join(lines))))


def drawn(spec: ChartSpec) -> str:
    return pictures.words(spec, ExportOptions(1400, 1200, 96))


@pytest.mark.parametrize("flag", ["e", "o"])
def test_a_flag_of_a_price_is_in_the_file_and_in_the_notes(store, today, qapp, flag):
    found = 0
    for metal_id in store.metals:
        for series in store.price_series(metal_id):
            if not any(p.flag == flag for p in store.prices(series.series_id)):
                continue
            found += 1
            if found > 3:
                return
            spec = registry.price(store, metal_id, today, series=series.series_id, since=None)
            written = rows(render(spec, ExportOptions(), "csv"))
            expected = [p.flag or "" for p in store.prices(series.series_id)]
            assert [r["flag"] for r in written] == expected
            assert _word(flag) in " ".join(spec.notes)
            assert _word(flag) in drawn(spec)
    assert found


def _word(flag: str) -> str:
    return {"e": "estimated", "p": "preliminary", "o": "checked", "W": "withheld"}[flag]


@pytest.mark.parametrize("flag", ["e", "p", "W"])
def test_a_flag_of_another_figure_is_in_the_file_and_on_the_chart(store, today, qapp, flag):
    found = 0
    for kind in ("production", "production-years", "trade", "reliance", "reserves"):
        for metal_id in store.metals:
            spec = registry.make(registry.KINDS[kind], store, (metal_id,), today)
            if isinstance(spec, Missing):
                continue
            flags = [p.flag for s in spec.series for p in s.points]
            if flag not in flags:
                continue
            found += 1
            assert [r["flag"] for r in rows(csv_bytes(spec, ""))] == [f or "" for f in flags]
            assert _word(flag) in drawn(spec).casefold(), (kind, metal_id)
            break
    assert found


def test_presumed_spans_are_marked(store, today, qapp):
    for kind, metals in (("controls", ("holmium",)), ("controls-all", ())):
        spec = registry.make(registry.KINDS[kind], store, metals, today)
        written = rows(csv_bytes(spec, ""))
        spans = [span for row in spec.rows for span in row.spans]
        assert [r["presumed"] for r in written] == ["yes" if s.presumed else "no" for s in spans]
        assert any(s.presumed for s in spans) and "presumed" in drawn(spec).casefold()


def test_a_presumed_control_date_is_marked(store, today, qapp):
    spec = registry.price(store, "holmium", today)
    presumed = [e for e in spec.events if "presumed" in e.label]
    data = csv_bytes(spec, "").decode()
    assert presumed
    for event in presumed:
        assert f"# Control date: {event.day.isoformat()} {event.label}" in data
        assert pictures.plain(event.label) in drawn(spec)


def test_every_flag_is_explained_in_the_head():
    head = csv_bytes(made.chart(made.series([1.0])), "").decode()
    for flag, word in ((f, flag_name(f)) for f in "epWo"):
        assert f"{flag} {word.split(' ')[0]}" in head


def test_bounds_ranges_words_and_notes_are_kept(qapp):
    figures = (
        made.Point(made.DAYS.low, 13275.0, "a", low=13150.0, high=13400.0, when="2021-10-26"),
        made.Point(made.DAYS.low + 1, 0.5, "b", qualifier="<", note="a, “quoted” note", confidence="low"),
        made.Point(made.DAYS.low + 2, None, "c", flag="W", word="withheld", source_ids=("x", "y")),
        made.Point(made.DAYS.low + 3, None, "d"),
        made.Point(made.DAYS.low + 4, 290.643, "e", share_pct=12.345678),
    )
    spec = made.chart(made.Series("A, series", figures), title="Two\nlines")
    data = csv_bytes(spec, "the command")
    assert data.startswith(b"# Two lines\n")
    written = rows(data)
    assert [r["value"] for r in written] == ["13275", "0.5", "", "", "290.643"]
    assert (written[0]["low"], written[0]["high"], written[0]["date"]) == ("13150", "13400", "2021-10-26")
    assert (written[1]["qualifier"], written[1]["note"], written[1]["confidence"]) == (
        "<",
        "a, “quoted” note",
        "low",
    )
    assert (written[2]["qualifier"], written[2]["flag"], written[2]["source_ids"]) == ("withheld", "W", "x;y")
    assert written[3]["qualifier"] == "" and written[4]["share_pct"] == "12.3457"
    assert all(r["unit"] == "USD/kg" and r["series"] == "A, series" for r in written)


def test_the_command_of_a_file_has_the_options_that_differ_from_the_defaults(store, today):
    spec = registry.price(store, "gallium", today)
    options = ExportOptions(1000, 500, 100, True, False, False, False, True)
    text = command(spec, options, "a b.svg")
    assert text == (
        f"{spec.query} --size 1000x500 --dpi 100 --theme dark --no-title --no-control-dates --no-sources "
        "--text curves -o 'a b.svg'"
    )
    assert command(spec, options, "a.csv") == f"{spec.query} -o a.csv"
