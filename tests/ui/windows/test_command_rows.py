"""Commands in the search: found by their words, below what is on file by that name, and run."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from explorer.data.context import Context
from explorer.data.finding.rows import COMMANDS, METALS
from explorer.data.finding.search import search
from explorer.ui.windows.actions import ACTIONS
from explorer.ui.windows.command_rows import commands, commands_only, with_commands

DAY = date(2026, 11, 28)


def found(store, text):
    return with_commands(search(store, text, Context(DAY, "CHN", "USA"), DAY), text)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("dark", "theme_dark"),
        ("use light theme", "theme_light"),
        ("stress test", "view_stress"),
        ("quit", "close"),
        ("print letter", "sheet_letter"),
        ("keyboard shortcuts", "help"),
        ("prices", "tab_prices"),
    ],
)
def test_a_command_is_found_by_its_words_and_by_others(text, first):
    assert commands(text)[0].key == first


def test_all_words_must_match_at_the_start_of_a_word():
    assert commands("dark banana") == () and commands("hart") == ()
    assert commands("> ") == commands(">") and len(commands(">")) == sum(
        bool(a.command_text) for a in ACTIONS
    )


def test_keys_and_matches_are_shown():
    (row,) = commands("copy link")
    assert row.keys == "Ctrl+Shift+C" and row.group == COMMANDS
    assert [row.title[a:b] for a, b in row.title_marks] == ["Copy", "link"]


def test_a_metal_of_that_name_comes_first_and_a_mention_after(store):
    assert [g.group_id for g in found(store, "gallium").groups].count(COMMANDS) == 0
    light = [g.group_id for g in found(store, "light").groups]
    export = [g.group_id for g in found(store, "export").groups]
    assert export[0] == COMMANDS and COMMANDS in light
    if METALS in light:
        assert (light.index(METALS) < light.index(COMMANDS)) == bool(
            next(g for g in found(store, "light").groups if g.group_id == METALS).rows[0].title_marks
        )


def test_a_short_text_finds_no_command_and_a_command_alone_is_something_found(store):
    assert COMMANDS not in [g.group_id for g in found(store, "da").groups]
    quit_ = found(store, "quit")
    assert quit_.found and [g.group_id for g in quit_.groups] == [COMMANDS]


def test_the_sign_alone_asks_for_commands_only(store):
    assert commands_only("gallium") is None
    assert [g.group_id for g in commands_only(">export").groups] == [COMMANDS]
    (remark,) = commands_only("> zzz").rows
    assert remark.action is None and remark.title.startswith("No command")


def test_the_sign_and_the_words_may_be_at_full_width():
    assert commands_only("＞ ｄａｒｋ") == commands_only("> dark") != commands_only(">")


def test_a_command_is_run_from_the_field(window, workspace):
    window.activateWindow()
    workspace.top.search.setFocus()
    workspace.top.search.setText("> dark")
    QTest.keyClick(workspace.top.search, Qt.Key.Key_Return)
    assert workspace.state.theme == "dark" and workspace.top.search.text() == ""
    workspace.top.search.setText("as-of date")
    QTest.keyClick(workspace.top.search, Qt.Key.Key_Return)
    assert window.focusWidget() in (workspace.top.day, workspace.top.day.focusProxy())
