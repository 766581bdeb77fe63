"""How the tiles of the periodic table look in window and image: the colours of each value, hatched where unknown."""

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from explorer.charts.plot import typeset
from explorer.charts.plot.painting import hatch, pen, restored
from explorer.charts.plot.pills import GAP, LINE, STRENGTH
from explorer.charts.style import SMALLEST
from explorer.data.controls.pill import is_paused, kind_of
from explorer.data.periodic.colourings import PRICE
from explorer.data.periodic.metal_value import MetalValue
from explorer.palette import StepColours, Theme

RADIUS = 3.0
DASH, DASH_WIDTH = (4.0, 3.0), 1.4
NOTHING = "none"


class Look(Struct, frozen=True):
    """The colours of a tile or of a sample in a legend; without a colour of the edge it has none.

    `dashed` marks a minimum or maximum with a dashed edge.
    """

    colours: StepColours
    edge: str = ""
    hatched: bool = False
    dashed: bool = False


def value_look(value: MetalValue | None, colouring: str, theme: Theme) -> Look:
    """Return the look of a value, hatched where it is unknown or a measure is paused; None is not on file.

    A minimum or maximum that may be in another class has a dashed edge.
    """
    if value is None:
        return not_on_file(theme)
    if value.state:
        return state_look(value.state, theme)
    return replace(step_look(value.step, colouring, theme), dashed=bool(value.bound))


def state_look(state: str, theme: Theme) -> Look:
    """Return the look of a status: the colours of its pill, on the surface where nothing is in force."""
    if state == NOTHING:
        return Look(StepColours(theme.muted, theme.surface), theme.border)
    kind = theme.kind(kind_of(state))
    return Look(StepColours(kind.text, kind.ground), theme.border, is_paused(state))


def step_look(step: int | None, colouring: str, theme: Theme) -> Look:
    """Return the look of a step of a colouring by figures, None for an unknown figure."""
    if step is None:
        return Look(StepColours(theme.muted, theme.surface), theme.border, hatched=True)
    scale = theme.changes if colouring == PRICE else theme.steps
    return Look(scale[step], theme.border)


def bound_look(theme: Theme) -> Look:
    """Return the look of the sample for minimums and maximums."""
    return Look(StepColours(theme.text, theme.surface), dashed=True)


def not_on_file(theme: Theme) -> Look:
    """Return the look of an element without data."""
    return Look(StepColours(theme.muted, theme.track))


def paint_ground(painter: QPainter, box: QRectF, look: Look) -> None:
    """Fill a tile or a sample of a legend, with faint hatching, so that a text on it stays legible."""
    inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.colours.ground))
    painter.drawRoundedRect(inner, RADIUS, RADIUS)
    if look.hatched:
        with restored(painter):
            painter.setOpacity(STRENGTH)
            hatch(painter, inner, look.colours.text, "transparent", GAP, LINE)
    if look.edge:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(look.edge), 1))
        painter.drawRoundedRect(inner, RADIUS, RADIUS)
    if look.dashed:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen(look.colours.text, DASH_WIDTH, DASH))
        inside = DASH_WIDTH / 2 - 0.2  # dashes outside a dark tile would be white on white
        painter.drawRoundedRect(inner.adjusted(inside, inside, -inside, -inside), RADIUS, RADIUS)


class Ground(Struct, frozen=True):
    """The ground of a tile, or of a sample with a text in its middle."""

    box: QRectF
    look: Look
    text: str = ""

    def draw(self, painter: QPainter) -> None:
        """Draw the ground, and the text of a sample."""
        paint_ground(painter, self.box, self.look)
        if self.text:
            at = self.box.center()
            typeset.put_centred(
                painter, at.x(), at.y(), self.text, typeset.face(SMALLEST), self.look.colours.text, "centre"
            )
