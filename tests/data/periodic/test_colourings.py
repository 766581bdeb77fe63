"""The steps of the colourings and their limits."""

import pytest

from explorer.data.periodic.colourings import (
    COLOURINGS,
    HHI,
    LISTS,
    NEUTRAL,
    PRICE,
    RELIANCE,
    SHARE,
    STATUS,
    legend,
    step_of,
)
from explorer.palette import DARK, LIGHT


@pytest.mark.parametrize(
    ("colouring", "value", "label"),
    [
        (SHARE, 0.0, "under 10 %"),
        (SHARE, 9.94, "under 10 %"),
        (SHARE, 9.99, "10 to under 25 %"),  # shown as 10 %
        (SHARE, 10.0, "10 to under 25 %"),
        (SHARE, 24.49, "10 to under 25 %"),
        (SHARE, 24.69, "25 to under 50 %"),  # shown as 25 %
        (SHARE, 100.0, "75 % or more"),
        (HHI, 2500.0, "2500 to under 5000"),
        (LISTS, 0.0, "on no list"),
        (LISTS, 4.0, "1 to 4"),
        (LISTS, 5.0, "5 to 9"),
        (LISTS, 19.0, "15 or more"),
        (PRICE, -20.6, "fall of more than 20 %"),
        (PRICE, -20.1, "fall of 5 to 20 %"),  # shown as −20 %
        (PRICE, -20.0, "fall of 5 to 20 %"),
        (PRICE, 0.0, "within 5 %"),
        (PRICE, 99.0, "rise of 20 to under 100 %"),
        (PRICE, 100.0, "rise of 100 % or more"),
    ],
)
def test_a_value_belongs_to_the_step_that_names_it(colouring: str, value: float, label: str) -> None:
    labels = {step.number: step.label.replace("\u202f", " ") for step in legend(colouring)}
    assert labels[step_of(colouring, value)] == label


def test_an_upper_bound_belongs_to_the_step_below_its_limit() -> None:
    assert step_of(RELIANCE, 25.0) == step_of(RELIANCE, 25.0, below=True) + 1
    assert step_of(RELIANCE, 24.0) == step_of(RELIANCE, 24.0, below=True)


def test_net_exporters_have_a_step_without_a_colour() -> None:
    assert legend(RELIANCE)[0].number == NEUTRAL and legend(RELIANCE)[0].label == "net exporter"


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("colouring", [c for c in COLOURINGS if c != STATUS])
def test_every_step_has_a_colour(theme, colouring: str) -> None:
    colours = theme.changes if colouring == PRICE else theme.steps
    assert {step.number for step in legend(colouring)} <= set(range(len(colours)))
