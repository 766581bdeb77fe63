"""The help: what can be typed, keys and terms, all of them or those that contain a text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from explorer.data.glossary import sections
from explorer.palette import DARK, LIGHT
from explorer.ui.dialogs.help import HelpDialog
from explorer.ui.windows.actions import key_sections


@pytest.fixture
def dialog(qtbot):
    dialog = HelpDialog(key_sections(), LIGHT)
    qtbot.addWidget(dialog)
    return dialog


def shown(dialog):
    items = (dialog.contents.item(row) for row in range(dialog.contents.count()))
    return [item.text() for item in items if not item.isHidden()]


def test_the_page_has_every_term_and_finds_one(dialog):
    text = dialog.page.toPlainText()
    assert all(term.name in text for section in sections() for term in section.terms)
    dialog.filter.setText("herfindahl")
    assert "Supply concentration (HHI)" in dialog.page.toPlainText()
    assert "State trading" not in dialog.page.toPlainText()
    assert shown(dialog) == ["Figures"]
    dialog.filter.setText("zzz")
    assert dialog.page.toPlainText().startswith("Nothing in the help") and shown(dialog) == []
    dialog.filter.clear()
    dialog.set_theme(DARK)
    assert "State trading" in dialog.page.toPlainText() and DARK.muted in dialog.page.toHtml()


def test_a_key_is_found_by_what_it_does_and_by_its_name(dialog):
    for text in ("link to this view", "ctrl+shift+c"):
        dialog.filter.setText(text)
        assert "Copy a link to this view" in dialog.page.toPlainText()
        assert "Close the window" not in dialog.page.toPlainText()


def test_the_list_leads_to_a_section(dialog, qtbot):
    dialog.show()
    qtbot.waitExposed(dialog)
    bar = dialog.page.verticalScrollBar()
    titles = shown(dialog)
    places = []
    for row in (titles.index("Charts"), titles.index("Codes and verdicts")):
        dialog.contents.setCurrentRow(row)
        places.append(bar.value())
    assert 0 < places[0] < places[1]
    dialog.open_at()
    assert bar.value() == 0


def test_it_goes_to_a_section_again_after_the_page_was_scrolled(dialog, qtbot):
    dialog.show()
    qtbot.waitExposed(dialog)
    scroll, list_ = dialog.page.verticalScrollBar(), dialog.contents
    dialog.open_at(glossary=True)
    terms = scroll.value()
    scroll.setValue(0)
    dialog.open_at(glossary=True)
    assert terms > 0 and scroll.value() == terms
    scroll.setValue(0)
    where = list_.visualItemRect(list_.currentItem()).center()
    QTest.mouseClick(list_.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert scroll.value() == terms


def test_the_keys_of_the_window_open_one_page_at_its_top_or_at_the_terms(window, workspace, qtbot):
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_F1)
    (help_,) = workspace.findChildren(HelpDialog)
    assert help_.contents.currentRow() == 0 and QApplication.activeModalWidget() is None
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert workspace.findChildren(HelpDialog) == [help_]
    assert help_.contents.currentItem().text() == sections()[0].title
    with qtbot.waitSignal(help_.destroyed):
        help_.close()
    workspace.dialogs.about.show_help()
    assert len(workspace.findChildren(HelpDialog)) == 1
