"""The list of metals: filter, chips, sort, sections."""

from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QSignalSpy

from explorer.data.context import Context
from explorer.models.metal_list import SORTS, MetalListModel, folded
from explorer.models.metal_list_builder import MetalListBuilder

BAN = Context(date(2024, 12, 10), destination="USA")
BEFORE = Context(date(2023, 7, 1), destination="USA")


@pytest.fixture(scope="module")
def list_builder(store):
    builder = MetalListBuilder(store)
    builder.load_figures()
    return builder


@pytest.fixture
def model(qtbot, list_builder):
    model = MetalListModel()
    model.set_entries(list_builder.entries(BAN))
    return model


def shown(model: MetalListModel) -> list[str | None]:
    rows = range(model.rowCount())
    return [model.index(i, 0).data(MetalListModel.MetalIdRole) for i in rows]


def test_the_model_passes_the_model_tester(model, qtmodeltester):
    qtmodeltester.check(model)


def test_metals_come_first_and_listed_materials_below_a_heading(model, store):
    rows = shown(model)
    heading = rows.index(None)
    assert rows.count(None) == 1
    assert all(store.metals[m].profile == "full" for m in rows[:heading])
    assert all(store.metals[m].profile == "brief" for m in rows[heading + 1 :])
    assert len(rows) == len(store.metals) + 1
    assert model.flags(model.index(heading, 0)) == Qt.ItemFlag.NoItemFlags


@pytest.mark.parametrize("text", ["gallium", "GALL", "镓", "jiā", "jia", "Ga", " gallium "])
def test_the_filter_finds_names_symbol_and_pinyin(model, text):
    model.set_filter(text)
    assert "gallium" in shown(model)


@pytest.mark.parametrize(
    ("text", "metal"),
    [("heavy", "holmium"), ("refractory", "tungsten"), ("caesium", "cesium"), ("precious", "platinum")],
)
def test_the_filter_finds_groups_and_other_spellings(model, text, metal):
    model.set_filter(text)
    assert metal in shown(model)
    assert "gallium" not in shown(model)


def test_a_filter_that_fits_nothing_leaves_no_row(model):
    model.set_filter("unobtainium")
    assert shown(model) == [] and model.first_row() == -1


def test_a_heading_goes_with_the_last_material_below_it(model):
    model.set_filter("gallium")
    assert None not in shown(model)


def test_the_ban_of_december_2024_shows_on_the_chip(model):
    model.set_chip("prohibition")
    assert shown(model) == ["antimony", "gallium", "germanium", "superhard"]
    assert model.counts()["prohibition"] == 4


def test_counts_follow_the_filter(model):
    model.set_filter("gallium")
    assert dict(model.counts()) == {"prohibition": 1}


def test_sorting_by_share_puts_unknown_last(model):
    model.set_sort("share")
    entries = [model.index(i, 0).data(MetalListModel.EntryRole) for i in range(model.rowCount())]
    shares = [e.share_pct for e in entries[: entries.index(None)]]
    known = [s for s in shares if s is not None]
    assert known == sorted(known, reverse=True)
    assert shares[: len(known)] == known


def test_sorting_by_status_puts_bans_first(model):
    model.set_sort("status")
    assert set(shown(model)[:4]) == {"antimony", "gallium", "germanium", "superhard"}


def test_a_line_gives_the_share_and_marks_it_as_estimated(model):
    entry = model.index(model.row_of("gallium"), 0).data(MetalListModel.EntryRole)
    assert entry.line == "China ~99\u202f% of primary output 2025"
    assert entry.pill.full == "refused in principle" and entry.in_principle
    assert entry.first_controlled == "2023-08-01"


def test_folding_drops_case_and_tone_marks():
    assert folded("Jiā") == "jia" and folded("ＧＡ") == "ga"


def test_a_line_with_a_figure_names_its_source_in_the_tooltip(store, qtbot):
    list_builder = MetalListBuilder(store)
    list_builder.load_figures()
    entries = {e.metal.metal_id: e for e in list_builder.entries(Context(date.today()))}
    assert (
        entries["gallium"].source == "USGS Mineral Commodity Summaries 2026 · estimated · low-purity gallium"
    )
    assert entries["germanium"].source.startswith("World Mining Data 2026 · ")
    assert all(bool(e.source) is (e.share_pct is not None) for e in entries.values())
    model = MetalListModel()
    model.set_entries(list(entries.values()))
    tip = model.index(model.row_of("gallium"), 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "primary output 2025" in tip and "USGS Mineral Commodity Summaries 2026" in tip


def entries(model: MetalListModel) -> list[object]:
    return [model.index(i, 0).data(MetalListModel.EntryRole) for i in range(model.rowCount())]


def test_a_change_of_context_names_the_rows_that_changed(model, list_builder, qtmodeltester):
    qtmodeltester.check(model)
    reset, moved, changed = (
        QSignalSpy(signal) for signal in (model.modelReset, model.rowsMoved, model.dataChanged)
    )
    before = entries(model)
    model.update_entries(list_builder.entries(BEFORE))
    after = entries(model)
    assert reset.count() == moved.count() == 0
    named = {
        row
        for i in range(changed.count())
        for row in range(changed.at(i)[0].row(), changed.at(i)[1].row() + 1)
    }
    assert named == {i for i, entry in enumerate(after) if entry != before[i]}
    assert model.row_of("gallium") in named and len(named) < len(after)
    qtmodeltester.check(model)


def test_the_same_context_changes_no_row(model, list_builder):
    changed = QSignalSpy(model.dataChanged)
    model.update_entries(list_builder.entries(BAN))
    assert changed.count() == 0


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("chip", [None, "prohibition", "licence", "none"])
@pytest.mark.parametrize("text", ["", "ium"])
def test_rows_that_move_come_and_go_lead_to_what_a_reset_shows(
    model, list_builder, qtmodeltester, sort, chip, text
):
    fresh = MetalListModel()
    for one in (model, fresh):
        one.set_sort(sort)
        one.set_chip(chip)
        one.set_filter(text)
    held = [QPersistentModelIndex(model.index(i, 0)) for i in range(model.rowCount())]
    ids = shown(model)
    reset = QSignalSpy(model.modelReset)
    qtmodeltester.check(model)
    for context in (BEFORE, replace(BEFORE, as_of=date(2025, 4, 4)), BAN):
        model.update_entries(list_builder.entries(context))
        fresh.set_entries(list_builder.entries(context))
        assert entries(model) == entries(fresh)
    assert reset.count() == 0
    for index, metal_id in zip(held, ids, strict=True):
        assert not index.isValid() or index.data(MetalListModel.MetalIdRole) == metal_id


GERMANY = Context(date(2026, 11, 27), destination="DEU")


def sorted_by_exposure(list_builder, context: Context) -> MetalListModel:
    model = MetalListModel()
    model.set_sort("exposure")
    model.set_entries(list_builder.entries(context, list_builder.exposures(context)))
    return model


def test_sorting_by_exposure_ranks_what_is_controlled(list_builder, qtbot):
    model = sorted_by_exposure(list_builder, GERMANY)
    assert shown(model)[:6] == ["rare-earths", "bismuth", "graphite", "tungsten", "antimony", "molybdenum"]
    first = model.index(0, 0).data(MetalListModel.EntryRole)
    assert first.line.replace("\u202f", " ") == "China 89 % (value 75 %), 280530, 2024"
    tip = model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "Etalab Open Licence 2.0" in " ".join(tip.split()) and "preliminary" in tip
    gallium = model.index(model.row_of("gallium"), 0).data(MetalListModel.EntryRole)
    assert gallium.line == "not covered by the trade data"


def test_sorting_by_the_price_since_the_control_puts_unknown_last(list_builder, qtbot):
    model = MetalListModel()
    model.set_sort("price_since_control")
    model.set_entries(list_builder.entries(GERMANY, since_control=True))
    entries = [model.index(row).data(MetalListModel.EntryRole) for row in range(model.rowCount())]
    entries = entries[: entries.index(None)]
    changes = [e.since_control_pct for e in entries]
    known = [change for change in changes if change is not None]
    assert 3 < len(known) < len(entries)
    assert known == sorted(known, reverse=True) and changes[: len(known)] == known
    assert entries[0].line.startswith("+") and "% since " in entries[0].line
    assert "the last figure before the control took effect on" in entries[0].source
    assert entries[-1].line == "Price since control: no figure"
    assert entries[-1].source.startswith("No figure: ")


def test_another_sort_has_its_own_line_again(list_builder, qtbot):
    model = sorted_by_exposure(list_builder, GERMANY)
    model.set_sort("name")
    entry = model.index(model.row_of("gallium"), 0).data(MetalListModel.EntryRole)
    assert entry.line == "China ~99\u202f% of primary output 2025"


def test_without_a_destination_the_order_is_by_name(list_builder, qtbot):
    everywhere = replace(GERMANY, destination="ALL")
    model = sorted_by_exposure(list_builder, everywhere)
    assert shown(model)[:3] == ["antimony", "beryllium", "bismuth"]
    summary = list_builder.exposure_summary(list_builder.exposures(everywhere))
    assert summary == "Choose a destination: the figures are by importing country."
