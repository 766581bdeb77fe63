"""Cards and lists of measures without a window around them."""

from datetime import date

import pytest

from explorer.models.metal_list_builder import MetalListBuilder
from explorer.models.state import AppState
from explorer.ui.view_context import ViewContext


@pytest.fixture
def make_shared(qtbot, store):
    """Return a function that makes what cards read: a metal, a day and places."""

    def make(metal: str, on: date = date(2026, 11, 27), destination: str = "USA", origin: str = "CHN"):
        state = AppState(metal)
        state.set_context(day=on, origin=origin, destination=destination)
        return ViewContext(store, state, MetalListBuilder(store))

    return make
