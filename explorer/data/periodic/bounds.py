"""Values that are only a minimum or a maximum: the colour is that of the bound, but the true value may differ."""

from collections.abc import Iterable

from explorer.data.periodic.colourings import LIMITS
from explorer.data.periodic.metal_value import MetalValue
from explorer.language import gettext

MINIMUM, MAXIMUM = ">", "<"


def open_bound(colouring: str, step: int, qualifier: str | None) -> str:
    """Return MINIMUM or MAXIMUM where the true value may be in another class, else an empty string.

    Above a minimum in the highest class there is no other class, nor below a maximum in the lowest one.
    """
    if qualifier == MINIMUM and step <= len(LIMITS[colouring]):
        return MINIMUM
    return MAXIMUM if qualifier == MAXIMUM and step > 1 else ""


def bound_label(values: Iterable[MetalValue]) -> str:
    """Return what a dashed edge means in the legend of some values, empty where no value has one."""
    bounds = {value.bound for value in values} - {""}
    if bounds == {MINIMUM}:
        return gettext("dashed: minimum")
    if bounds == {MAXIMUM}:
        return gettext("dashed: maximum")
    return gettext("dashed: minimum or maximum") if bounds else ""
