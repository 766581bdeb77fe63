"""Hints that differ between the window and the command line."""

from datetime import date

import pytest

from explorer.data.context import Context
from explorer.data.editions.folder import find_edition
from explorer.data.finding.questions.ask import ask
from explorer.data.hints import hint, on_command_line
from explorer.data.store import Store
from explorer.errors import NotFound

CONTEXT = Context(date(2026, 11, 27), "CHN", "ALL")
# A question whose answer leaves something out, what the window says of the rest, and what the command line says.
LEFT_OUT = (
    (
        "what codes has gallium",
        "see Controls",
        "`minor-metals show gallium --on 2026-11-27 --from CHN --to ALL`",
    ),
    (
        "is 28259019 to the US controlled",
        "see Controls",
        "`minor-metals status tungsten --on 2026-11-27 --from CHN --to USA`",
    ),
    (
        "what changed in 2025",
        "The page of this answer",
        "`minor-metals changes --since 2024-12-31 --until 2025-12-31 --from CHN --to ALL`",
    ),
    (
        "which companies are named by announcement 1 of 2025",
        "see the page of the document",
        "`minor-metals document cn-2025-1`",
    ),
    ("what does germany depend on china for", "see Suppliers", "`minor-metals show METAL --buyer DEU`"),
    (
        "which companies make tungsten",
        "see Supply",
        "`minor-metals data table producers --where tungsten`",
    ),
    ("reserves of lithium", "see the Supply tab", "`minor-metals show METAL`"),
)


def test_a_hint_is_for_the_window_outside_of_commands() -> None:
    assert hint(window="a tab", command="a command") == "a tab"
    with on_command_line():
        assert hint(window="a tab", command="a command") == "a command"
    assert hint(window="a tab", command="a command") == "a tab"


@pytest.mark.parametrize(("question", "window", "command"), LEFT_OUT)
def test_an_answer_says_where_the_rest_is(store: Store, question: str, window: str, command: str) -> None:
    in_window = ask(store, question, CONTEXT, CONTEXT.as_of).text
    with on_command_line():
        printed = ask(store, question, CONTEXT, CONTEXT.as_of).text
    assert window in in_window and "minor-metals" not in in_window
    assert command in printed and window not in printed


def test_an_edition_that_is_not_installed_is_looked_for_in_the_view_or_by_a_command() -> None:
    with pytest.raises(NotFound) as caught:
        find_edition("1999.01")
    assert "minor-metals" not in str(caught.value)
    assert "`minor-metals data list`" in caught.value.for_command_line
