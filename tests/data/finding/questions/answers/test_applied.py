"""What metals are used in: the uses that a question names first, and the metals with such a use."""

from datetime import date

import pytest

from explorer.data.context import Context
from explorer.data.finding.questions.ask import Reply, ask
from explorer.data.store import Store

DAY = date(2026, 11, 27)


def reply(store: Store, question: str) -> Reply:
    return ask(store, question, Context(DAY, "CHN", "USA"), DAY)


def test_the_use_that_is_asked_for_comes_first(live_store: Store) -> None:
    found = reply(live_store, "uses of germanium in infrared optics")
    assert found.text.startswith(
        "Germanium: Uses of germanium on file for “infrared optics”: Infrared optics"
    )
    assert "Main uses:" in found.text and found.reading_text == "germanium (“infrared optics”)"


def test_a_use_that_is_not_on_file_is_not_made_up(live_store: Store) -> None:
    assert (
        "No use of gold for “flame retardants” is on file."
        in reply(live_store, "is gold used in flame retardants").text
    )


def test_a_figure_of_low_confidence_says_so(live_store: Store) -> None:
    assert (
        "low confidence)"
        in reply(live_store, "is germanium used for fibre optics").text.split("Main uses:")[0]
    )


def test_the_metals_with_a_use_are_named(live_store: Store) -> None:
    found = reply(live_store, "which metals are used in night-vision equipment")
    assert found.answer is not None and {"germanium", "tellurium"} <= set(found.answer.metals)
    assert "gallium" not in found.answer.metals


@pytest.mark.parametrize("question", ["what can replace indium in displays", "显示屏里的铟能用什么替代"])
def test_substitutes_are_those_in_the_use(live_store: Store, question: str) -> None:
    """substitutes.csv has carbon nanotubes for touch screens and hafnium for control rods."""
    text = reply(live_store, question).text
    assert "carbon nanotubes" in text and "Control-rod" not in text


@pytest.mark.parametrize(
    "question", ["how much of the world's lithium goes into batteries", "锂用于电池的比例是多少"]
)
def test_the_share_of_one_use_comes_first(store: Store, question: str) -> None:
    """uses.csv: rechargeable batteries 88 % of lithium, world, 2025."""
    assert ": Rechargeable batteries 88\u202f% (world, 2025)." in reply(store, question).text


@pytest.mark.parametrize("question", ["what share of batteries use cobalt", "用锂的电池占比是多少"])
def test_the_share_of_products_with_a_metal_is_not_answered(store: Store, question: str) -> None:
    assert reply(store, question).reading is None
