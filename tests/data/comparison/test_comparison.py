"""Metals side by side: the figures of the periodic table and others, their flags, gaps and order."""

import csv
import io
import json
from datetime import date

import pytest

from explorer.data.comparison.cell_texts import cell_text, cell_tip
from explorer.data.comparison.comparison import comparison
from explorer.data.comparison.key_figures import (
    FIRST_CONTROL,
    KEY_FIGURES,
    LAST_PRICE,
    PRICE_YEAR,
    PRODUCER,
    each_value,
    figure_name,
    in_order,
    read_figures,
    sort_value,
)
from explorer.data.comparison.record import as_dict, csv_of
from explorer.data.context import Context
from explorer.data.periodic.coloured_table import coloured_table
from explorer.data.periodic.colourings import COLOURINGS, PRICE
from explorer.errors import KnownError

TODAY = Context(date(2026, 11, 24), "CHN", "USA")
METALS = ("tungsten", "gallium", "holmium", "barite")


@pytest.fixture(scope="module")
def found(store):
    return comparison(store, TODAY, METALS, KEY_FIGURES)


def gallium_in(store, context, figure):
    (value,) = each_value(store, context, figure, ["gallium"])
    return value


@pytest.mark.parametrize("colouring", COLOURINGS)
def test_the_values_are_those_of_the_periodic_table(store, colouring):
    figure = PRICE_YEAR if colouring == PRICE else colouring
    found = {value.metal_id: value for value in each_value(store, TODAY, figure, store.metals)}
    assert found == dict(coloured_table(store, TODAY, colouring).values)


def test_the_first_control_is_a_day_by_the_as_of_date(found, store):
    values = found.values[FIRST_CONTROL]
    assert (values["gallium"].text, values["gallium"].date) == ("1 Aug 2023", "2023-08-01")
    assert values["gallium"].details == ("licence, Announcement 23 of 2023",)
    assert "had taken effect by 24 Nov 2026" in values["barite"].reason
    before = gallium_in(store, Context(date(2023, 7, 31), "CHN", "USA"), FIRST_CONTROL)
    assert not before.is_known and "by 31 Jul 2023" in before.reason
    inland = gallium_in(store, Context(date(2026, 11, 24), "CHN", "CHN"), FIRST_CONTROL)
    assert not inland.is_known and inland.reason


def test_the_largest_producer_has_its_share_and_flag(found):
    values = found.values[PRODUCER]
    # 67 000 of 85 000 t, without the sum of rounded rows: 85 140 t
    assert values["tungsten"].text == "China 79\u202f%" and values["tungsten"].flags == ("estimated",)
    assert values["tungsten"].details == ("mine output, tungsten content",)
    assert values["holmium"].reason == "No figure is on file for holmium alone; see rare earths."
    assert values["barite"].reason == "No output by country is on file."


def test_the_latest_price_has_its_kind_and_age(found, store):
    gallium = found.values[LAST_PRICE]["gallium"]
    assert (gallium.text, gallium.date, gallium.flags) == ("1499.97 USD/kg", "2026-07", ("unit value",))
    assert not found.values[LAST_PRICE]["barite"].is_known
    later = gallium_in(store, Context(date(2028, 7, 31), "CHN", "USA"), LAST_PRICE)
    assert later.flags == ("unit value", "2 years old")
    early = gallium_in(store, Context(date(1901, 1, 1), "CHN", "USA"), LAST_PRICE)
    assert early.reason == "No price is on file by 1 Jan 1901."


def test_what_is_unknown_is_named_with_the_reason(found):
    group = "No figure is on file for holmium alone; see rare earths."
    figures = "Origin's share; Largest producer; Concentration; Buyer's dependence"
    assert f"Not known for holmium: {figures}. {group}" in found.left_out
    assert "Not known for barite: Latest price; Price, 1 year. No prices are on file." in found.left_out
    assert not any("Critical lists" in text or "First controlled" in text for text in found.left_out)


def test_a_day_beyond_the_checks_is_a_caution(found):
    assert found.cautions[0] == "Checked to 8 Oct 2026: the last 47 days are not covered."


def test_without_a_buyer_all_are_unknown_for_one_reason(store):
    found = comparison(store, Context(date(2026, 11, 24), "CHN", "ALL"), METALS, ("buyer",))
    (sentence,) = found.left_out
    assert sentence.startswith("Not known for tungsten, gallium, holmium and barite: Buyer's dependence. ")
    assert not found.is_known


def test_figures_that_a_caution_rules_out_are_not_explained(store):
    notes = comparison(store, Context(TODAY.as_of, "CHN", "ALL"), METALS, ("buyer",)).notes
    assert not any("imports by" in note or note.startswith("Buyer") for note in notes)
    of_germany = comparison(store, Context(TODAY.as_of, "CHN", "DEU"), METALS, ("buyer",)).notes
    assert (
        "Buyer's dependence: share of China in imports by Germany, latest reliable year of each metal."
        in of_germany
    )


def test_a_cell_has_value_flags_date_form_and_source(found):
    share, survey = found.values["share"]["gallium"], "USGS Mineral Commodity Summaries 2026"
    form = "99\u202f% (estimated)\n2025, primary output, low-purity gallium"
    assert cell_text("share", share) == f"{form}, {survey}"
    assert cell_text("share", share, survey) == form and found.usual_sources["share"] == survey
    figures = "Origin's share, Largest producer and Import reliance"
    assert any(f" {figures}: {survey}; " in note for note in found.notes)
    assert cell_text("share", found.values["share"]["holmium"]) == "group only"
    assert cell_tip(found.values["share"]["holmium"]).endswith("holmium alone; see rare earths.")


def test_values_sort_by_figure_and_unknown_ones_are_none(found):
    assert sort_value("status", found.values["status"]["gallium"]) < sort_value(
        "status", found.values["status"]["barite"]
    )
    assert sort_value(FIRST_CONTROL, found.values[FIRST_CONTROL]["gallium"]) == "2023-08-01"
    assert sort_value(LAST_PRICE, found.values[LAST_PRICE]["tungsten"]) == ("CNY/t", 680000)
    for figure in (FIRST_CONTROL, "share", LAST_PRICE):
        assert sort_value(figure, found.values[figure]["barite"]) is None


def test_json_and_csv_have_every_value_with_its_flags(found, store):
    record = json.loads(json.dumps(as_dict(store, found)))
    assert [m["metal"] for m in record["metals"]] == list(METALS)
    text = csv_of(store, found)
    notes = [line for line in text.splitlines() if line.startswith("# ")]
    rows = list(csv.DictReader(io.StringIO(text[sum(len(line) + 1 for line in notes) :])))
    assert notes[0] == "# Key figures as of 24 Nov 2026, exports from China to the United States"
    assert [f"# {note}" for note in (*found.cautions, *found.notes)] == notes[2:]
    assert any(note.startswith("# CEPII, BACI (HS92), Etalab Open Licence 2.0") for note in notes)
    assert {row["beyond_verified"] for row in rows if row["figure"] == "status"} == {"yes"}
    assert len(rows) == len(METALS) * len(KEY_FIGURES)
    flat = [figure for metal in record["metals"] for figure in metal["figures"]]
    for row, value in zip(rows, flat, strict=True):
        assert (row["metal"], row["figure"]) == (value["metal"], value["figure"])
        assert row["text"] == (value["text"] or "") and row["reason"] == (value["reason"] or "")
        assert row["flags"] == "; ".join(value["flags"]) and row["known"] == (
            "yes" if value["known"] else "no"
        )
    price = next(v for v in flat if (v["metal"], v["figure"]) == ("tungsten", LAST_PRICE))
    assert (price["value"], price["unit"]) == (680000, "CNY/t")


def test_figures_are_read_by_name_in_the_order_of_their_columns():
    assert read_figures(" HHI,share,hhi ") == ("hhi", "share")
    assert in_order(("hhi", "share", "weather")) == ("share", "hhi")
    with pytest.raises(
        KnownError, match=r"“weather” is not a key figure\. Choose from status, first-control"
    ):
        read_figures("share,weather")
    assert len({figure_name(figure) for figure in KEY_FIGURES}) == len(KEY_FIGURES)


def test_a_price_is_written_as_published(store):
    """The unit value of antimony in July 2026 is 25.8638 USD/kg; only what is calculated is rounded."""
    found = comparison(store, TODAY, ("antimony",), (LAST_PRICE,))
    (figure,) = as_dict(store, found)["metals"][0]["figures"]
    assert (figure["value"], figure["date"], figure["text"]) == (25.8638, "2026-07", "25.86 USD/kg")
    (line,) = csv.DictReader(line for line in io.StringIO(csv_of(store, found)) if line[0] != "#")
    assert line["value"] == "25.8638"


def test_every_figure_names_its_form_or_stage(store):
    """Imports of antimony are on file as ore only, so that 0 % from China says nothing about metal and oxide."""
    context = Context(date(2026, 11, 24), "CHN", "DEU")
    found = comparison(store, context, ("antimony",), KEY_FIGURES)
    texts = {figure: cell_text(figure, own["antimony"]) for figure, own in found.values.items()}
    shares = "ore: 0\u202f% of tonnage, 0\u202f% of value"
    assert texts["buyer"].startswith(f"{shares} (preliminary)\n2024, HS 261710 (1992)")
    lines = csv.DictReader(line for line in io.StringIO(csv_of(store, found)) if line[0] != "#")
    (line,) = (row for row in lines if row["figure"] == "buyer")
    (figure,) = (f for f in as_dict(store, found)["metals"][0]["figures"] if f["figure"] == "buyer")
    assert figure["text"] == shares and line["text"] == shares
    assert figure["form"] == line["form"] == "ore"
    with_form = {f["figure"] for f in as_dict(store, found)["metals"][0]["figures"] if f["form"]}
    assert with_form == {"share", PRODUCER, "hhi", "reliance", "buyer"}
    assert any("0 % of one form does not mean no dependence" in note for note in found.notes)
    assert "metal (HS 811000)" in cell_tip(found.values["buyer"]["antimony"])
    assert "extraction stage" in texts["reliance"] or "processing stage" in texts["reliance"]
    for figure in ("share", PRODUCER, "hhi"):
        assert "mine output, antimony content" in texts[figure]
    assert "Antimony, unwrought and powders, average unit value of US imports" in texts[LAST_PRICE]
    assert (
        "Import reliance: These figures are for the European Union; none are on file for Germany."
        in found.cautions
    )


def test_figures_after_the_as_of_date_say_so_and_prices_end_with_it(store):
    """On 10 Dec 2024 the output of 2025 was not known, and the last full month with a unit value was November."""
    context = Context(date(2024, 12, 10), "CHN", "USA")
    found = comparison(store, context, ("gallium", "antimony"), KEY_FIGURES)
    assert cell_text("share", found.values["share"]["gallium"]).startswith(
        "99\u202f% (estimated, later than the as-of date)\n2025"
    )
    assert found.values[LAST_PRICE]["gallium"].date == "2024-11"
    record = as_dict(store, found)["metals"][0]["figures"]
    later = {f["figure"] for f in record if f["after_as_of"]}
    assert later == {"share", PRODUCER, "hhi", "reliance", "lists"}
    assert any(note.endswith("status and prices are those of 10 Dec 2024.") for note in found.notes)
    today = comparison(store, TODAY, ("gallium",), KEY_FIGURES)
    assert not any(f["after_as_of"] for f in as_dict(store, today)["metals"][0]["figures"])
