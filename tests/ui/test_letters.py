"""Letters in the window: what a user types has a glyph, in a bundled font or in one of the system."""

import pytest
from PySide6.QtGui import QFont, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from explorer.charts.plot import fonts
from tests.charts.glyphs import RARE, drawn, forced, installed


@pytest.fixture(autouse=True)
def bundled(qapp):
    """Make the bundled fonts known, as a start does."""
    assert fonts.load()


def typed(workspace, text: str) -> list[tuple[str, bool]]:
    """Type as an input method does; return the family of each glyph that is drawn, and whether it has one."""
    field = workspace.top.search
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)
    assert field.text() == text
    return list(drawn(field.text(), field.font()))


def test_a_common_chinese_character_typed_into_the_search_has_a_glyph(workspace):
    found = typed(workspace, "谁")
    assert len(found) == 1 and found[0][1]
    assert list(drawn("谁", QFont("Noto Sans SC Cut"))) == [("Noto Sans SC Cut", True)]


@pytest.mark.parametrize("letter", RARE)
def test_a_rare_character_typed_into_the_search_is_of_the_system(workspace, letter):
    found = typed(workspace, letter)
    if installed(letter):
        assert found and all(has and family not in fonts.load() for family, has in found)


def test_no_text_of_the_window_is_bound_to_one_font(window):
    texts = window.findChildren(QWidget)
    assert len(texts) > 50 and not [w.objectName() for w in texts if forced(w.font())]
