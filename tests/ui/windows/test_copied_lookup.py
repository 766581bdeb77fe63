"""The card on a copied code or document number: off at first, without a trace, reached by key."""

from datetime import date

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from explorer.ui.windows.copied_lookup import KEY, CopiedLookup


@pytest.fixture
def by_another_program(monkeypatch):
    """Let the clipboard say that another program has copied what this test copies."""
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _: False)


@pytest.fixture
def lookup(workspace):
    workspace.state.set_context(day=date(2024, 12, 10), origin="CHN", destination="USA")
    yield workspace.dialogs.copied
    QGuiApplication.clipboard().clear()


def copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def texts(lookup) -> str:
    return "\n".join(part.text() for part in lookup.card.findChildren(QLabel))


@pytest.mark.usefixtures("by_another_program")
def test_nothing_is_looked_up_until_it_is_switched_on(lookup, workspace, qtbot):
    copy("8112929010")
    qtbot.wait(300)
    assert not lookup.is_on and lookup.card is None
    switch = workspace.window_actions.action("look_up_copied")
    assert switch.isCheckable() and not switch.isChecked()
    switch.trigger()
    assert lookup.is_on and switch.isChecked()
    copy("3C001.a")
    qtbot.waitUntil(lambda: lookup.card is not None and lookup.card.isVisible())
    assert "3C001.a: LISTED" in texts(lookup) and "refused in principle" in texts(lookup)
    lookup.card.hide()
    qtbot.waitUntil(lambda: "3C001" not in texts(lookup))
    assert lookup.card.found is None
    switch.trigger()
    copy("8112929010")
    qtbot.wait(300)
    assert not lookup.card.isVisible()


@pytest.mark.usefixtures("by_another_program")
def test_other_texts_show_no_card(lookup, qtbot):
    lookup.switch()
    copy("not a code")
    qtbot.wait(300)
    assert lookup.card is None


def test_what_the_program_copies_itself_shows_no_card(lookup, qtbot, monkeypatch):
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _: True)
    lookup.switch()
    copy("8112929010")
    qtbot.wait(300)
    assert lookup.card is None


def test_the_key_looks_up_the_clipboard_and_enter_opens_the_item(lookup, workspace, window, qtbot):
    copy("8112929010")
    window.activateWindow()
    QTest.keyClick(window, "V", Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    card = lookup.card
    assert card.isVisible() and "Exports from China to the United States as of 10 Dec 2024" in texts(lookup)
    QTest.keyClick(card.open_button, Qt.Key.Key_Space)
    assert not card.isVisible()
    assert (workspace.state.metal_id, workspace.state.tab, workspace.state.code) == (
        "gallium",
        "controls",
        "8112929010",
    )


def test_escape_closes_the_card_and_an_empty_clipboard_is_said(lookup, workspace, qtbot):
    copy("Announcement 46 of 2024")
    lookup.look_up_now()
    QTest.keyClick(lookup.card, Qt.Key.Key_Escape)
    assert not lookup.card.isVisible()
    copy("")
    with qtbot.waitSignal(lookup.reported) as reported:
        lookup.look_up_now()
    assert reported.args == ["The clipboard contains no code or document number."]


def test_the_switch_is_kept_for_the_next_session_and_the_text_is_not(lookup, workspace, tmp_path):
    settings = QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)
    first = CopiedLookup(workspace.shared, settings, workspace)
    first.switch()
    copy("8112929010")
    first.look_up_now()
    settings.sync()
    assert CopiedLookup(workspace.shared, settings, workspace).is_on
    assert settings.allKeys() == [KEY] and "8112929010" not in (tmp_path / "kept.ini").read_text()
