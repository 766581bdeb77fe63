"""The coverage as a table: heads, texts in words, entries."""

import pytest
from PySide6.QtCore import Qt

from explorer.data.contents.coverage import KINDS, coverage_matrix
from explorer.models.coverage_model import CoverageModel


@pytest.fixture
def model(store):
    model = CoverageModel(store)
    model.show_matrix(coverage_matrix(store))
    return model


def test_the_model_keeps_the_rules_of_models(model, qtmodeltester):
    qtmodeltester.check(model)


def test_a_cell_is_spoken_with_its_metal_and_kind(model, store):
    row = list(store.metals).index("gallium")
    column = [kind.table for kind in KINDS].index("reserves")
    index = model.index(row, column)
    assert model.headerData(row, Qt.Orientation.Vertical) == "Gallium"
    assert model.headerData(column, Qt.Orientation.Horizontal) == "Reserves"
    assert index.data() == "nothing on file"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Gallium, Reserves: Nothing on file. This does not mean that nothing exists."
    )
    entry = index.data(CoverageModel.EntryRole)
    assert (entry.metal_id, entry.kind.tab) == ("gallium", "supply")
