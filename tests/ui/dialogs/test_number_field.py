"""The field for a number: what it takes, and what it falls back to."""

import pytest

from explorer.ui.dialogs.export.number_field import NumberField


@pytest.fixture
def field(qtbot):
    made = NumberField("Width", 100, 20_000)
    qtbot.addWidget(made)
    made.set_value(1600)
    return made


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("800", "800"),
        ("800,4", "800"),
        ("5", "100"),
        ("1e9", "20000"),
        ("", "1600"),
        ("wide", "1600"),
        ("nan", "1600"),
        ("inf", "1600"),
        ("-inf", "1600"),
    ],
)
def test_what_is_typed(field, typed, shown):
    told = []
    field.valueChanged.connect(lambda: told.append(field.value()))
    field.setText(typed)
    field.editingFinished.emit()
    assert field.text() == shown and field.value() == float(shown)
    assert bool(told) is (shown != "1600")
