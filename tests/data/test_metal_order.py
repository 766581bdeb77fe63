"""The order of metals: one rule for the list of the window and for the command line."""

from datetime import date

import pytest

from explorer.commands.support.list_order import in_order
from explorer.data.context import Context
from explorer.data.metal_order import SORTS, listed_metal, sort_key
from explorer.models.metal_list import MetalListModel
from explorer.models.metal_list_builder import MetalListBuilder

USA = Context(date(2026, 11, 27), destination="USA")


@pytest.mark.parametrize("sort", [sort for sort in SORTS if sort != "exposure"])
def test_the_window_and_the_command_have_the_same_order(store, qtbot, sort):
    builder = MetalListBuilder(store)
    builder.load_figures()
    model = MetalListModel()
    model.set_entries(builder.entries(USA, since_control=True))
    model.set_sort(sort)
    rows = [model.index(row, 0).data(MetalListModel.MetalIdRole) for row in range(model.rowCount())]
    listed = in_order(store, store.metals.values(), USA, sort)
    assert [m.metal.metal_id for m in listed] == [metal for metal in rows if metal is not None]


def test_a_paused_refusal_ranks_above_a_licence(store):
    listed = in_order(store, store.metals.values(), USA, "status")
    assert {m.metal.metal_id for m in listed[:4]} == {"antimony", "gallium", "germanium", "superhard"}


def test_without_figures_shares_are_unknown_and_the_order_is_that_of_names(store):
    metals = [store.metal(m) for m in ("tungsten", "antimony")]
    listed = [listed_metal(store, metal, USA) for metal in metals]
    assert [m.share_pct for m in listed] == [m.reliance_pct for m in listed] == [None, None]
    assert [m.metal.metal_id for m in sorted(listed, key=sort_key("share"))] == ["antimony", "tungsten"]
