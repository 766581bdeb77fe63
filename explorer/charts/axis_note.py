"""The note on a vertical axis that does not begin at zero. No Qt."""

from explorer.charts.spec import Axis
from explorer.language import gettext


def axis_note(axis: Axis) -> tuple[str, ...]:
    """Return the sentence on a vertical axis whose lengths cannot be compared, as it does not begin at zero."""
    if axis.kind == "value" and axis.scale == "linear" and not axis.low <= 0 <= axis.high:
        return (gettext("The vertical axis does not begin at zero."),)
    return ()
