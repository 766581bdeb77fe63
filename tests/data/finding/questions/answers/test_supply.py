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
