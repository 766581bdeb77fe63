"""Typed characters have a glyph, in a bundled font or in one of the system."""

import pytest
from PySide6.QtGui import QFont, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from explorer.charts.plot import fonts
from tests.charts.glyphs import RARE, drawn, forced, installed


@pytest.fixture(autouse=True)
def bundled(qapp):
    """Load the bundled fonts, as at start-up."""
    assert fonts.load()


def typed(workspace, text: str) -> list[tuple[str, bool]]:
    """Type as an input method does; return the font family of each glyph, and whether it has the glyph."""
    field = workspace.top.search
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)
    assert field.text() == text
    return list(drawn(field.text(), field.font()))


def test_a_common_chinese_character_is_drawn_in_a_bundled_font(workspace):
    glyphs = typed(workspace, "谁")
    assert len(glyphs) == 1 and glyphs[0][1]
    assert list(drawn("谁", QFont("Noto Sans SC Cut"))) == [("Noto Sans SC Cut", True)]


@pytest.mark.parametrize("letter", RARE)
def test_a_rare_character_is_drawn_in_a_system_font(workspace, letter):
    glyphs = typed(workspace, letter)
    if installed(letter):
        assert glyphs and all(has and family not in fonts.load() for family, has in glyphs)


def test_no_widget_is_limited_to_one_font(window):
    texts = window.findChildren(QWidget)
    assert len(texts) > 50 and not [w.objectName() for w in texts if forced(w.font())]
