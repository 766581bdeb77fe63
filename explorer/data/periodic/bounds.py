"""Values that are only a minimum or a maximum: the colour is that of the bound, the figure may be in another class."""

from collections.abc import Iterable

from explorer.data.periodic.colourings import LIMITS
from explorer.data.periodic.metal_value import MetalValue
from explorer.language import gettext

MINIMUM, MAXIMUM = ">", "<"


def open_bound(colouring: str, step: int, qualifier: str | None) -> str:
    """Return MINIMUM or MAXIMUM where a figure with this qualifier may be in another class, else an empty string.

    A minimum in the highest class and a maximum in the lowest one leave no other class.
    """
    if qualifier == MINIMUM and step <= len(LIMITS[colouring]):
        return MINIMUM
    return MAXIMUM if qualifier == MAXIMUM and step > 1 else ""


def bound_label(values: Iterable[MetalValue]) -> str:
    """Return what a dashed edge means among some values, empty where no value has one."""
    bounds = {value.bound for value in values} - {""}
    if bounds == {MINIMUM}:
        return gettext("dashed: at least")
    if bounds == {MAXIMUM}:
        return gettext("dashed: at most")
    return gettext("dashed: at least or at most") if bounds else ""
