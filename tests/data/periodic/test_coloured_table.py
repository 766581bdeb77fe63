"""The values of the colourings, worked out from the tables of the frozen edition."""

import math
from datetime import date

import pytest

from explorer.charts.plot.tile_looks import value_look
from explorer.data.context import Context
from explorer.data.controls.service import Controls
from explorer.data.metal_order import listed_metal
from explorer.data.periodic.bounds import bound_label, open_bound
from explorer.data.periodic.coloured_table import ColouredTable, coloured_table
from explorer.data.periodic.colourings import (
    BUYER,
    COLOURINGS,
    HHI,
    LISTS,
    NEUTRAL,
    PRICE,
    RELIANCE,
    SHARE,
    STATUS,
)
from explorer.data.periodic.value_texts import dated_text, spoken_text
from explorer.data.store import Store
from explorer.data.supply.list_figures import list_figures
from explorer.palette import LIGHT

DAY = date(2026, 11, 24)
# Output of tungsten in 2025 by country; with other countries, 2400 t, it is more than the rounded world total.
TUNGSTEN = (1000, 840, 1700, 67000, 800, 2400, 2000, 700, 2000, 1300, 0, 3000)
TUNGSTEN_WORLD = sum(TUNGSTEN) + 2400


def found(store: Store, colouring: str, destination: str = "USA", origin: str = "CHN") -> ColouredTable:
    return coloured_table(store, Context(DAY, origin, destination), colouring)


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize("colouring", COLOURINGS)
@pytest.mark.parametrize("destination", ["USA", "DEU", "ALL", "CHN", "USA-MIL"])
def test_every_metal_has_a_value_or_a_reason(store: Store, colouring: str, destination: str) -> None:
    values = found(store, colouring, destination).values
    assert list(values) == list(store.metals)
    for value in values.values():
        assert value.versions and all(value.versions)
        assert bool(value.text) != bool(value.reason)
        assert set(value.source_ids) <= set(store.sources)
        if not value.text:
            assert value.step is None and value.value is None
        elif colouring == STATUS:
            assert value.step is None and value.state
        else:
            assert value.step is not None


def test_the_status_is_that_of_the_pill(store: Store) -> None:
    table = found(store, STATUS)
    for metal_id, value in table.values.items():
        words, state = Controls.of(store).pill(metal_id, table.context)
        assert (value.text, value.state) == (words, state)
        assert ("presumed" in value.flags) == ("presumed" in words)
        assert not any("presumed" in version for version in value.versions)
    assert table.values["gallium"].state == "prohibition-paused"
    assert "Checked to 8 Oct 2026" in table.caution


def test_the_share_is_that_of_the_largest_complete_table(store: Store) -> None:
    value = found(store, SHARE).values["tungsten"]
    assert value.value == pytest.approx(100 * 67000 / TUNGSTEN_WORLD)
    assert (plain(value.text), value.date, value.flags) == ("79 %", "2025", ("estimated",))
    assert value.subject == "China, share of mine output" and "usgs-mcs-2026-tungsten" in value.source_ids


def test_an_origin_without_a_row_has_no_share(store: Store) -> None:
    value = found(store, SHARE, origin="ZWE", destination="USA").values["tungsten"]
    assert not value.is_known and value.versions == ("not named",)
    assert value.reason == "The table does not name Zimbabwe (USGS Mineral Commodity Summaries 2026, 2025)."


def test_shares_and_reliances_are_those_of_the_list(store: Store) -> None:
    figures, context = list_figures(store), Context(DAY, "CHN", "USA")
    shares, reliances = found(store, SHARE).values, found(store, RELIANCE).values
    for metal in store.metals.values():
        listed = listed_metal(store, metal, context, figures)
        assert shares[metal.metal_id].value == listed.share_pct
        assert reliances[metal.metal_id].value == listed.reliance_pct


def test_the_concentration_is_a_minimum_where_output_is_not_named(store: Store) -> None:
    value = found(store, HHI).values["tungsten"]
    hhi = sum((100 * tonnes / TUNGSTEN_WORLD) ** 2 for tonnes in TUNGSTEN)
    shown = 10 * math.floor(hhi / 10)
    assert value.value == shown and value.flags == ("minimum", "estimated")
    assert plain(value.text) == f"> {shown} of 10 000"
    assert value.step is not None and value.bound == open_bound(HHI, value.step, ">") == ">"


@pytest.mark.parametrize(
    ("colouring", "step", "qualifier", "bound"),
    [
        (HHI, 5, ">", ""),
        (HHI, 4, ">", ">"),
        (RELIANCE, 1, "<", ""),
        (RELIANCE, 2, "<", "<"),
        (RELIANCE, 3, "~", ""),
        (HHI, 3, None, ""),
    ],
)
def test_a_bound_is_marked_where_the_true_value_may_be_in_another_class(
    colouring, step, qualifier, bound
) -> None:
    assert open_bound(colouring, step, qualifier) == bound


def test_the_legend_explains_the_bounds_that_are_marked(store: Store) -> None:
    values = found(store, HHI).values
    assert bound_label(values.values()) == "dashed: minimum"
    assert bound_label(v for v in values.values() if not v.bound) == ""
    assert any("the true value may be" in note for note in found(store, HHI).notes)
    looks = {metal_id: value_look(value, HHI, LIGHT) for metal_id, value in values.items()}
    assert {m for m, look in looks.items() if look.dashed} == {m for m, v in values.items() if v.bound}


@pytest.mark.parametrize("colouring", [SHARE, HHI, BUYER])
def test_a_figure_of_a_group_is_not_that_of_its_members(store: Store, colouring: str) -> None:
    values = found(store, colouring, "DEU").values
    assert values["rare-earths"].is_known
    assert values["dysprosium"].versions == ("group only",)
    assert values["dysprosium"].reason == "No figure is on file for dysprosium alone; see rare earths."


def test_the_buyer_has_both_shares_and_the_flag_of_the_last_year(store: Store) -> None:
    value = found(store, BUYER, "DEU").values["bismuth"]
    assert value.value == 85.04 and [plain(v) for v in value.versions] == ["85 %\n78 %", "85 %"]
    assert plain(value.text) == "metal: 85 % of tonnage, 78 % of value"
    assert (value.date, value.flags) == ("2024", ("preliminary",))
    assert value.details[0] == "HS 810600 (1992)"


def test_a_share_of_zero_is_not_unknown(store: Store) -> None:
    values = found(store, BUYER, "DEU").values
    assert values["antimony"].value == 0 and values["antimony"].step == 1
    assert plain(values["antimony"].text).startswith("ore: 0 % of tonnage")
    assert not values["gallium"].is_known and values["gallium"].versions == ("not covered",)


def test_without_a_buyer_all_shares_are_unknown(store: Store) -> None:
    table = found(store, BUYER, "ALL")
    assert table.known == 0
    assert table.caution == "Choose a destination: the figures are by importing country."


def test_reliance_has_one_importer_which_the_caption_names(store: Store) -> None:
    german, american = found(store, RELIANCE, "DEU"), found(store, RELIANCE)
    assert "the European Union" in german.caption and "none are on file for Germany" in german.caution
    assert "the United States" in american.caption and not american.caution
    assert american.values["nickel"].value == 41 and american.values["nickel"].flags == ("estimated",)


def test_a_net_exporter_is_known_without_a_figure(store: Store) -> None:
    values = found(store, RELIANCE).values.values()
    exporters = [v for v in values if v.text == "net exporter"]
    assert exporters and all(v.value is None and v.step == NEUTRAL for v in exporters)


def test_only_current_lists_are_counted(store: Store) -> None:
    table = found(store, LISTS)
    value = table.values["gallium"]
    assert (value.text, value.value, value.versions) == ("13 of 19", 13, ("13 of 19", "13"))
    assert any("UK 2024" in note and "not complete" in note for note in table.notes)


def test_a_group_that_only_lists_of_its_members_name_has_no_number(store: Store) -> None:
    values = found(store, LISTS).values
    on_platinum = int(values["platinum"].value or 0)
    value = values["platinum-group-metals"]
    assert on_platinum > 0 and not value.is_known and value.versions == ("members only",)
    assert value.reason.startswith(f"No list names the group as such; up to {on_platinum} of 19")
    assert values["superhard"].text == "0 of 19"


def test_a_change_of_a_unit_value_is_named_as_such(store: Store) -> None:
    value = found(store, PRICE).values["gallium"]
    assert "Unit value" in value.subject and "unit value" in value.flags
    assert value.date == "2026-07"


def test_the_spoken_text_has_name_value_flag_and_date(store: Store) -> None:
    value = found(store, SHARE).values["tungsten"]
    text = plain(spoken_text(store.metal("tungsten"), value))
    assert text == "Tungsten, 74 W: 79 % (estimated), 2025"
    unknown = found(store, SHARE).values["dysprosium"]
    assert dated_text(unknown) == "group only. No figure is on file for dysprosium alone; see rare earths."
