"""The commands of the window as rows of the search."""

from collections.abc import Sequence
from unicodedata import normalize

from explorer.data.finding.matching import marks, pattern
from explorer.data.finding.rows import (
    ANSWER,
    CODE,
    COMMANDS,
    DID_YOU_MEAN,
    METALS,
    NOT_ON_FILE,
    RUN,
    VIEW,
    Action,
    Group,
    Results,
    Row,
)
from explorer.language import gettext
from explorer.ui.windows import actions

SIGN = ">"  # a text that begins with it asks for commands only
SHORTEST, MOST = 3, 4
_ABOVE = (ANSWER, CODE, DID_YOU_MEAN, NOT_ON_FILE, VIEW)


def commands_only(text: str) -> Results | None:
    """Return the commands for a text that begins with the sign for them, None for any other text.

    Chinese input methods write the sign, and letters, at full width.
    """
    text = normalize("NFKC", text)
    if not text.lstrip().startswith(SIGN):
        return None
    rows = commands(text)
    if not rows:
        remark = gettext("No command has these words. Type {sign} alone to see all commands.")
        rows = (Row("not_on_file", "", COMMANDS, remark.format(sign=SIGN)),)
    return Results((Group(COMMANDS, rows, len(rows)),), found=True)


def commands(text: str) -> tuple[Row, ...]:
    """Return the commands that have each word of a text at the start of a word, by name first; all for no word."""
    words = text.replace(SIGN, " ", 1).casefold().split()
    found = [
        (rank, action)
        for action in actions.ACTIONS
        if action.command_text and (rank := _rank(action, words)) is not None
    ]
    return tuple(_row(action, words) for _, action in sorted(found, key=lambda pair: pair[0]))


def with_commands(results: Results, text: str) -> Results:
    """Return the results of a search with the commands that match its text, below answers, codes and named metals.

    Where nothing is on file for the text, the commands take the place of the remark that says so.
    """
    if len(text.strip()) < SHORTEST:
        return results
    rows = commands(text)
    if not rows:
        return results
    group = Group(COMMANDS, rows[:MOST], len(rows))
    if not results.found:
        return Results((group,), found=True)
    above = [g for g in results.groups if _is_above(g)]
    below = [g for g in results.groups if not _is_above(g)]
    return Results((*above, group, *below), found=True)


def _is_above(group: Group) -> bool:
    """Return whether a group comes before the commands."""
    if group.group_id == METALS:
        return bool(group.rows[0].title_marks)
    return group.group_id in _ABOVE


def _rank(action: "actions.Action", words: Sequence[str]) -> int | None:
    """Return 0 where the text of a command has all words, 1 where its other words are needed, None without one."""
    name, others = action.command_text, gettext(action.words) if action.words else ""
    if all(pattern(word).search(name) for word in words):
        return 0
    return 1 if all(pattern(word).search(f"{name} {others}") for word in words) else None


def _row(action: "actions.Action", words: Sequence[str]) -> Row:
    return Row(
        "command",
        action.action_id,
        COMMANDS,
        action.command_text,
        keys=action.keys,
        action=Action(RUN, text=action.action_id),
        title_marks=marks(action.command_text, words),
    )
