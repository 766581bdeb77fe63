"""Pills: as wide as their words, in the colours of their kind, hatched while a measure is paused."""

import pytest
from PySide6.QtGui import QColor, QImage

from explorer.palette import DARK, LIGHT
from explorer.ui.widgets.pill import ICON, Pill, pill_icon


def colours_of(widget: Pill) -> set[str]:
    image = QImage(widget.size(), QImage.Format.Format_ARGB32)
    image.fill(QColor("#010203"))
    widget.render(image)
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.fixture
def pill(qtbot):
    widget = Pill()
    qtbot.addWidget(widget)
    return widget


def shown(pill: Pill, text: str, state: str, theme=LIGHT) -> set[str]:
    pill.show_status(text, state, theme)
    pill.resize(pill.sizeHint())
    return colours_of(pill)


def test_a_pill_has_the_ground_of_its_kind_in_either_theme(pill):
    assert LIGHT.kind("licence").ground in shown(pill, "licence", "licence")
    assert DARK.kind("licence").ground in shown(pill, "licence", "licence", DARK)


def test_a_paused_pill_is_hatched_in_the_colour_of_what_returns(pill):
    plain = shown(pill, "", "prohibition")
    paused = shown(pill, "", "prohibition-paused")
    assert LIGHT.kind("prohibition").ground in paused and len(paused) > len(plain)


def test_a_pill_is_as_wide_as_its_words(pill):
    shown(pill, "ban", "prohibition")
    narrow = pill.sizeHint().width()
    shown(pill, "refused in principle", "prohibition")
    assert pill.sizeHint().width() > narrow and pill.minimumSizeHint() == pill.sizeHint()


def test_the_icon_of_a_paused_kind_differs_from_that_in_force(qapp):
    pictures = [pill_icon(s, LIGHT).pixmap(ICON).toImage() for s in ("licence", "licence-paused", "licence")]
    assert pictures[0] == pictures[2] != pictures[1]
