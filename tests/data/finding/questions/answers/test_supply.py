"""What replaces a metal."""

from datetime import date

import pytest

from explorer.data.context import Context
from explorer.data.finding.questions.ask import ask
from explorer.data.store import Store

CONTEXT = Context(date(2026, 11, 28), "CHN", "ALL")


@pytest.mark.parametrize("text", ["钴在电池里能用什么替代？", "what can replace cobalt in batteries"])
def test_substitutes_are_those_in_the_use_that_is_named(store: Store, text: str) -> None:
    """substitutes.csv names seven uses of cobalt, of which one is battery cathodes."""
    found = ask(store, text, CONTEXT, CONTEXT.as_of)
    assert found.reading is not None and found.reading.intent == "uses"
    assert "Battery cathodes: iron phosphate" in found.text and "Magnets" not in found.text


@pytest.mark.parametrize(
    "text", ["what can gallium replace", "钴能替代什么", "can indium be replaced by gallium"]
)
def test_what_a_metal_itself_replaces_is_not_answered(store: Store, text: str) -> None:
    assert ask(store, text, CONTEXT, CONTEXT.as_of).reading is None


def test_the_share_of_a_place_is_on_the_stage_of_the_question_before_it(store: Store) -> None:
    """Rhenium from mines in 2025: 3,000 of 81,000 kg in South Korea."""
    found = ask(store, "who mines rhenium, and what share does korea have?", CONTEXT, CONTEXT.as_of)
    assert len(found.parts) == 2 and found.parts[1].reading.origin == "KOR"
    assert "South Korea 3.7\u202f%" in found.parts[1].answer.text
    assert "“korea” read as South Korea" in found.reading_text


def test_a_supplier_with_doubtful_figures_is_named_as_left_out(store: Store) -> None:
    """The row of Australia for tungsten powder (810110) to Japan in 2024 has the flag of an outlier."""
    found = ask(store, "who supplies Japan with tungsten", CONTEXT, CONTEXT.as_of)
    assert "HS 810110" in found.text
    assert "Left out, as the figures are doubtful (outlier): Australia." in found.text


def test_output_in_forms_that_cant_be_compared_is_not_hidden(live_store: Store) -> None:
    """The survey has the borates of nearly every country in another form: Turkey's refined, Chile's ulexite."""
    found = ask(live_store, "who produces boron", CONTEXT, CONTEXT.as_of).text
    for country in ("Turkey", "Bolivia", "Chile", "Peru", "Argentina", "China"):
        assert country in found
    of_turkey = ask(live_store, "how much boron does turkey produce", CONTEXT, CONTEXT.as_of).text
    assert "refined borates" in of_turkey and "not named" not in of_turkey


@pytest.mark.parametrize("part", ["what share does china own", "what share of refining does china have"])
def test_a_share_of_something_else_is_not_read_as_one_of_output(store: Store, part: str) -> None:
    assert ask(store, f"who mines cobalt, and {part}?", CONTEXT, CONTEXT.as_of).reading is None


@pytest.mark.parametrize("text", ["who mines and refines copper", "copper producers, mine against refinery"])
def test_each_stage_that_is_named_is_answered(store: Store, text: str) -> None:
    """production.csv has copper by country both as mine output and as refinery output."""
    found = ask(store, text, CONTEXT, CONTEXT.as_of).text
    assert found.startswith("Copper: mine output, ") and " Refinery output, " in found
