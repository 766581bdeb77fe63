"""The image of the periodic table: every value in words, as a figure or by a number, and no sign lost."""

import csv
import io
from collections import Counter
from datetime import date

import pytest
from msgspec.structs import replace

from explorer.charts.builders.periodic_table import periodic_table
from explorer.charts.output.options import PRESETS, ExportOptions
from explorer.charts.output.render import render
from explorer.charts.spec import Missing
from explorer.charts.summary import sentence, table
from explorer.data.context import Context
from explorer.data.entries.apply import with_entries
from explorer.data.metal_names import short_name, tile_sign
from explorer.data.periodic.coloured_table import coloured_table
from explorer.data.periodic.colourings import COLOURINGS, STATUS, legend
from explorer.data.periodic.elements import SYMBOLS
from tests.charts import pictures
from tests.commands.conftest import run as run
from tests.data.entries.conftest import entry as own_entry
from tests.data.entries.conftest import pause

SIZES = {p.key: ExportOptions(p.width, p.height, p.dpi) for p in PRESETS}
WIDE = ExportOptions(1600, 900)


def texts(spec, options) -> list[str]:
    return [pictures.plain(line.text) for line in pictures.written(spec, options)]


@pytest.mark.parametrize("colouring", COLOURINGS)
def test_a_wide_page_has_every_element_in_its_place_and_every_figure(store, today, qapp, colouring):
    spec = periodic_table(store, today, colouring)
    lines = pictures.written(spec, WIDE)
    places = {line.text: line.at for line in lines if line.text in SYMBOLS}
    assert set(SYMBOLS) <= set(places)
    assert places["Li"].y() == places["Be"].y() == places["Ne"].y() < places["K"].y()
    assert places["H"].x() == places["Li"].x() < places["Be"].x() < places["He"].x() == places["Ne"].x()
    assert places["Fr"].y() < places["La"].y() + (places["Ce"].y() - places["La"].y()) and (
        places["Ce"].y() < places["Th"].y()
    )
    shown = " ".join(texts(spec, WIDE))
    for value in coloured_table(store, today, colouring).values.values():
        if value.value is not None:
            assert pictures.plain(value.versions[-1].split("\n")[0]) in shown


def test_the_image_names_the_form_of_each_share(store, qapp):
    """Imports of antimony from China are on file as ore, those of tungsten as powder."""
    context = Context(date(2026, 11, 24), "CHN", "USA")
    spec = periodic_table(store, context, "buyer")
    (note,) = (note for note in spec.notes if note.startswith("Forms: "))
    assert "ore (Sb" in note and "powder (W)" in note
    assert "powder (W)" in " ".join(texts(spec, WIDE))
    assert not any(note.startswith("Forms: ") for note in periodic_table(store, context, "share").notes)


def in_place_of(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("size", list(SIZES))
@pytest.mark.parametrize("colouring", [c for c in COLOURINGS if c != STATUS])
def test_every_size_has_every_figure_with_its_sign(store, today, qapp, colouring, size):
    spec = periodic_table(store, today, colouring)
    shown = in_place_of(" ".join(texts(spec, SIZES[size])))
    for value in coloured_table(store, today, colouring).values.values():
        if value.value is not None:
            star = "*" if value.flags else ""
            forms = [in_place_of(v.replace("\n", between)) for v in value.versions for between in ("", ",")]
            assert any(form + star in shown for form in forms), value.metal_id


@pytest.mark.parametrize("size", list(SIZES))
def test_every_size_says_the_status_of_every_metal(store, today, qapp, size):
    """In words on the tile, or by a number that the legend explains in the same words."""
    spec = periodic_table(store, today)
    lines = [line.text for line in pictures.written(spec, SIZES[size])]
    values = coloured_table(store, today, STATUS).values
    for metal in store.metals.values():
        sign = metal.symbol or short_name(metal)
        assert any(line.startswith(sign) for line in lines), metal.metal_id
    words = " ".join(lines)
    numbered = "licence requirement paused" in words and "1" in lines
    for words_of in {v.versions for v in values.values() if v.state != "none"}:
        assert any(in_place_of(version) in in_place_of(words) for version in words_of), words_of
    assert numbered or "Licence required" in lines


def test_the_legend_has_the_limits_and_what_is_unknown(store, today, qapp):
    for colouring in COLOURINGS:
        shown = texts(periodic_table(store, today, colouring), WIDE)
        for step in legend(colouring):
            assert shown.count(pictures.plain(step.label)) == 1
        assert shown.count("element not covered") == 1


def test_notes_give_the_reasons_for_unknown_values_and_their_number(store, today):
    spec = periodic_table(store, today, "hhi")
    values = [v for v in coloured_table(store, today, "hhi").values.values() if not v.is_known]
    counts = Counter(value.general_reason for value in values)
    assert len(counts) > 1
    for reason, count in counts.items():
        assert f"Unknown ({count}): {reason}" in spec.notes


def test_the_sign_names_each_flag_with_its_metals_or_their_number(store, today):
    values = coloured_table(store, today, "price").values.values()
    flags = Counter(flag for value in values for flag in value.flags)
    text = periodic_table(store, today, "price").tiles.sign_text
    for flag, count in flags.items():
        names = [store.metal(v.metal_id).name_en.lower() for v in values if flag in v.flags]
        expected = str(count) if count > 4 else " and ".join(names[-2:])
        assert f"{flag} (" in text and expected in text
    assert periodic_table(store, today).tiles.sign_text == "presumed: no notice confirms it"


def test_the_sign_names_the_statuses_that_rest_on_an_entry_of_the_user(store, today, qapp):
    context = replace(today, as_of=date(2026, 11, 28))
    own = with_entries(store, (own_entry(pause()),))
    values = coloured_table(own, context, STATUS).values.values()
    count = sum("your entry" in value.flags for value in values)
    assert count == 4 and any("presumed" in value.flags for value in values)
    spec = periodic_table(own, context)
    expected = (
        "presumed (no notice confirms it) or based on your entry "
        "(antimony, gallium, germanium and superhard materials)"
    )
    assert spec.tiles.sign_text == expected and expected in pictures.words(spec, WIDE)


def test_a_day_after_the_last_one_checked_is_named_on_the_page(store, today, qapp):
    spec = periodic_table(store, today)
    caution = "Checked to 8 Oct 2026: the last 47 days are not covered."
    assert spec.left_out == (caution,)
    for options in SIZES.values():
        assert caution in pictures.words(spec, options)


@pytest.mark.parametrize("colouring", COLOURINGS)
def test_its_csv_has_the_rows_of_the_command(store, today, run, colouring):
    def rows(text: str) -> list[list[str]]:
        lines = [line for line in text.splitlines() if not line.startswith("#")]
        return [*csv.reader(io.StringIO("\n".join(lines)))]

    spec = periodic_table(store, today, colouring)
    argv = ("--color", colouring, "--on", today.as_of.isoformat(), "--to", today.destination)
    assert rows(render(spec, WIDE, "csv").decode()) == rows(run("table", *argv, "--csv").out)


def test_every_metal_can_be_reached_in_the_order_of_the_data(store, today, qapp):
    _scene, plot = pictures.plot_of(periodic_table(store, today), 1000, 600)
    assert len(plot.hits) == len(store.metals)
    for metal, hit in zip(store.metals.values(), plot.hits, strict=True):
        assert plot.frame.whole.contains(hit.box)
        assert plot.hits[plot.hit_at(hit.at)] is hit
        spoken = plot.chart_shape.spoken(hit.series, hit.index)
        assert spoken.startswith(short_name(metal))
        assert plot.chart_shape.describe(hit.series, hit.index)[0].startswith(short_name(metal))


def test_its_table_and_its_sentence(store, today):
    spec = periodic_table(store, today, "hhi")
    rows = {row[0]: row for row in table(spec).rows}
    assert set(rows) == {short_name(metal) for metal in store.metals.values()}
    assert rows["Tungsten"][4] == "minimum and estimated" or "minimum" in rows["Tungsten"][4]
    assert "No figure is on file for dysprosium alone" in rows["Dysprosium"][5]
    unknown = sum(not v.is_known for v in coloured_table(store, today, "hhi").values.values())
    assert f"unknown: {unknown}" in sentence(spec)


def test_without_any_value_there_is_a_reason(store, today):
    nowhere = Context(today.as_of, "CHN", "ALL")
    chart = periodic_table(store, nowhere, "buyer")
    assert isinstance(chart, Missing) and chart.reason.startswith("Choose a destination")
    at_home = periodic_table(store, Context(today.as_of, "CHN", "CHN"))
    assert isinstance(at_home, Missing) and "are not exports" in at_home.reason


def test_signs_of_elements_and_names_of_materials_are_whole(store, today, qapp):
    lines = texts(periodic_table(store, today), SIZES["column"])
    for metal in store.metals.values():
        text = tile_sign(metal) if metal.atomic_number is not None else short_name(metal)
        assert any(line.startswith(text) for line in lines)
