"""The field for a number: the text that it accepts, and what replaces the rest."""

import pytest

from explorer.ui.dialogs.export.number_field import NumberField


@pytest.fixture
def field(qtbot):
    field = NumberField("Width", 100, 20_000)
    qtbot.addWidget(field)
    field.set_value(1600)
    return field


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
def test_a_number_is_limited_and_other_text_is_replaced(field, typed, shown):
    changes = []
    field.valueChanged.connect(lambda: changes.append(field.value()))
    field.setText(typed)
    field.editingFinished.emit()
    assert field.text() == shown and field.value() == float(shown)
    assert bool(changes) is (shown != "1600")
