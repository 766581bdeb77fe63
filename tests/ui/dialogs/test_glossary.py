"""The help page on terms: all of them, or those that contain a text."""

from explorer.data.glossary import sections
from explorer.palette import DARK, LIGHT
from explorer.ui.dialogs.glossary import GlossaryDialog


def test_the_page_lists_every_term_and_finds_one(qtbot):
    dialog = GlossaryDialog(LIGHT)
    qtbot.addWidget(dialog)
    text = dialog.page.toPlainText()
    assert all(term.name in text for section in sections() for term in section.terms)
    dialog.filter.setText("herfindahl")
    assert "Supply concentration (HHI)" in dialog.page.toPlainText()
    assert "State trading" not in dialog.page.toPlainText()
    dialog.filter.setText("zzz")
    assert dialog.page.toPlainText().startswith("No term found.")
    dialog.filter.clear()
    dialog.set_theme(DARK)
    assert "State trading" in dialog.page.toPlainText()


def test_the_window_opens_one_page_from_the_help_menu(workspace):
    workspace.show_glossary()
    workspace.show_glossary()
    assert len(workspace.findChildren(GlossaryDialog)) == 1
