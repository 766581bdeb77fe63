"""Parts of a stack that are built when they are first shown."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from explorer.ui.widgets.stacked_part import stacked_part


@pytest.fixture
def stack(qtbot):
    """A stack with one part."""
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    stacked_part(stack, lambda parent: QLabel("first", parent))
    return stack


def test_a_part_has_the_stack_as_its_parent_and_is_the_last_one(stack):
    second = stacked_part(stack, lambda parent: QLabel("second", parent))
    assert second.parent() is stack and stack.indexOf(second) == 1


def test_nothing_is_left_of_a_part_that_could_not_be_built(stack):
    before = stack.findChildren(QWidget)

    def faulty(parent: QWidget) -> QWidget:
        QLabel("half", QWidget(parent))
        raise ValueError("no part")

    for _ in range(2):
        with pytest.raises(ValueError, match="no part"):
            stacked_part(stack, faulty)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert stack.findChildren(QWidget) == before and stack.count() == 1
