"""What the periodic table can be coloured by, and the steps of each colouring with their limits."""

from bisect import bisect_right
from collections.abc import Mapping
from itertools import pairwise

from msgspec import Struct

from explorer.data.numbers import exact, percent, rounded_percent
from explorer.language import gettext, gettext_noop

STATUS, SHARE, BUYER, RELIANCE, HHI, LISTS, PRICE = COLOURINGS = (
    "status",
    "share",
    "buyer",
    "reliance",
    "hhi",
    "lists",
    "price",
)
_NAMES = {
    STATUS: gettext_noop("Status"),
    SHARE: gettext_noop("Origin's share"),
    BUYER: gettext_noop("Buyer's dependence"),
    RELIANCE: gettext_noop("Import reliance"),
    HHI: gettext_noop("Concentration"),
    LISTS: gettext_noop("Critical lists"),
    PRICE: gettext_noop("Price, 1 year"),
}
_SHARES = (10.0, 25.0, 50.0, 75.0)
# A value belongs to the step of the last limit that it reaches; below the first limit is the first step.
LIMITS: Mapping[str, tuple[float, ...]] = {
    SHARE: _SHARES,
    BUYER: _SHARES,
    RELIANCE: _SHARES,
    HHI: (1500.0, 2500.0, 5000.0, 7500.0),
    LISTS: (5.0, 10.0, 15.0),
    PRICE: (-20.0, -5.0, 5.0, 20.0, 100.0),
}
# The step for a net exporter and for a metal on no list, which is drawn without a colour.
NEUTRAL = 0


class Step(Struct, frozen=True):
    """A step of a scale: its number, which selects its colour, and its limits in words."""

    number: int
    label: str


def colouring_name(colouring: str) -> str:
    """Return the name of one of COLOURINGS."""
    return gettext(_NAMES[colouring])


def step_of(colouring: str, value: float, *, below: bool = False) -> int:
    """Return the step of a value as it is shown; `below` marks an upper bound, which belongs under its limit."""
    if colouring == LISTS and value == 0:
        return NEUTRAL
    limits = LIMITS[colouring]
    if colouring not in (HHI, LISTS):
        value = rounded_percent(value)
    reached = sum(limit < value for limit in limits) if below else bisect_right(limits, value)
    return reached if colouring == PRICE else reached + 1


def legend(colouring: str) -> tuple[Step, ...]:
    """Return the steps of a colouring by figures, the lowest first; none for the status, whose pills have words."""
    if colouring == STATUS:
        return ()
    if colouring == PRICE:
        return _price_steps()
    first: tuple[Step, ...] = ()
    if colouring == RELIANCE:
        first = (Step(NEUTRAL, gettext("net exporter")),)
    elif colouring == LISTS:
        first = (Step(NEUTRAL, gettext("on no list")),)
    return (*first, *(Step(n, label) for n, label in enumerate(_labels(colouring), start=1)))


def _labels(colouring: str) -> list[str]:
    limits = LIMITS[colouring]
    if colouring == LISTS:
        starts = (1.0, *limits)
        ranges = [
            gettext("{low} to {high}").format(low=exact(low), high=exact(high - 1))
            for low, high in pairwise(starts)
        ]
        return [*ranges, gettext("{low} or more").format(low=exact(limits[-1]))]
    write = exact if colouring == HHI else percent
    ranges = [
        gettext("{low} to under {high}").format(low=exact(low), high=write(high))
        for low, high in pairwise(limits)
    ]
    return [
        gettext("under {high}").format(high=write(limits[0])),
        *ranges,
        gettext("{low} or more").format(low=write(limits[-1])),
    ]


def _price_steps() -> tuple[Step, ...]:
    large, small, _, rise, double = LIMITS[PRICE]
    fields = {
        "small": exact(-small),
        "large": percent(-large),
        "within": percent(-small),
        "rise": percent(rise),
        "from_rise": exact(rise),
        "double": percent(double),
    }
    texts = (
        gettext("fall of more than {large}"),
        gettext("fall of {small} to {large}"),
        gettext("within {within}"),
        gettext("rise of {small} to under {rise}"),
        gettext("rise of {from_rise} to under {double}"),
        gettext("rise of {double} or more"),
    )
    return tuple(Step(n, text.format(**fields)) for n, text in enumerate(texts))
