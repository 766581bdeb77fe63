"""A slider on a page: the wheel scrolls the page."""

from PySide6.QtWidgets import QApplication

from explorer.ui.widgets.slider import PageSlider
from tests.ui.wheel import turned


def test_the_wheel_is_left_to_the_page(qtbot):
    slider = PageSlider()
    qtbot.addWidget(slider)
    slider.setRange(0, 10)
    slider.setValue(5)
    event = turned(5)
    QApplication.sendEvent(slider, event)
    assert slider.value() == 5 and not event.isAccepted()
