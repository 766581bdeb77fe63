"""How metals are listed and sorted, for the window and the command line alike."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from msgspec import Struct

from explorer.data.context import Context
from explorer.data.controls.pill import PILL_STATES
from explorer.data.controls.service import Controls
from explorer.data.places import not_an_export
from explorer.data.records import KIND_RANK, Metal
from explorer.data.store import Store

if TYPE_CHECKING:
    from explorer.data.supply.list_figures import ListFigures, OriginShare
    from explorer.data.supply.price_change import PriceSinceControl
    from explorer.data.supply.records import Dependence

EXPOSURE, SINCE_CONTROL = "exposure", "price_since_control"
SORTS = ("name", "status", "share", "reliance", "first_controlled", SINCE_CONTROL, EXPOSURE)


class Sortable(Protocol):
    """What a metal is sorted by; None where it is unknown, `place` is that in the order by exposure."""

    @property
    def metal(self) -> Metal: ...
    @property
    def rank(self) -> int: ...
    @property
    def pill_state(self) -> str: ...
    @property
    def share_pct(self) -> float | None: ...
    @property
    def reliance_pct(self) -> float | None: ...
    @property
    def first_controlled(self) -> str | None: ...
    @property
    def since_control_pct(self) -> float | None: ...
    @property
    def place(self) -> int: ...


class ListedMetal(Struct, frozen=True):
    """A metal with what it is listed and sorted by; without figures share, reliance and price change are None.

    `strictness` is that of the measure that its pill names.
    """

    metal: Metal
    strictness: str | None
    pill_state: str
    rank: int
    share: "OriginShare | None"
    reliance: "Dependence | None"
    first_controlled: str | None
    since_control: "PriceSinceControl | None"
    place: int = 0

    @property
    def share_pct(self) -> float | None:
        """The share of the origin in world output in per cent."""
        return self.share.share.share_pct if self.share is not None else None

    @property
    def reliance_pct(self) -> float | None:
        """The US net import reliance in per cent."""
        return self.reliance.net_import_reliance_pct if self.reliance is not None else None

    @property
    def since_control_pct(self) -> float | None:
        """The change of the price since the first control in per cent."""
        return self.since_control.percent if self.since_control is not None else None


def listed_metal(
    store: Store,
    metal: Metal,
    context: Context,
    figures: "ListFigures | None" = None,
    *,
    with_price: bool = True,
) -> ListedMetal:
    """Return a metal as it is listed for a day, an origin and a destination, with its price since the control."""
    controls = Controls.of(store)
    rule = controls.pill_rule(metal.metal_id, context)
    first = controls.first_control(metal.metal_id, context)
    control = first[0] if first is not None else None
    is_export = not not_an_export(store, context.origin, context.destination)
    return ListedMetal(
        metal=metal,
        strictness=rule.strictness,
        pill_state=controls.pill(metal.metal_id, context)[1],
        rank=KIND_RANK[rule.kind] if is_export else 0,
        share=figures.share_of(metal.metal_id, context.origin) if figures is not None else None,
        reliance=figures.reliances.get(metal.metal_id) if figures is not None else None,
        first_controlled=control.isoformat() if control is not None else None,
        since_control=figures.price_since(metal.metal_id, control, context.as_of)
        if figures is not None and with_price
        else None,
    )


def sort_key(sort: str) -> Callable[[Sortable], Any]:
    """Return the key for one of SORTS; unknown values come last."""
    return _KEYS[sort]


_KEYS: dict[str, Callable[[Sortable], Any]] = {
    "name": lambda m: m.metal.name_en,
    "status": lambda m: (-m.rank, PILL_STATES.index(m.pill_state), m.metal.name_en),
    "share": lambda m: (m.share_pct is None, -(m.share_pct or 0), m.metal.name_en),
    "reliance": lambda m: (m.reliance_pct is None, -(m.reliance_pct or 0), m.metal.name_en),
    "first_controlled": lambda m: (m.first_controlled is None, m.first_controlled or "", m.metal.name_en),
    SINCE_CONTROL: lambda m: (m.since_control_pct is None, -(m.since_control_pct or 0), m.metal.name_en),
    EXPOSURE: lambda m: (m.place, m.metal.name_en),
}
