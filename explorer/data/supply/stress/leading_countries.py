"""The countries without which most metals lose a share of their world output."""

from collections import defaultdict

from msgspec import Struct

from explorer.data.store import Store
from explorer.data.supply.default_tables import DefaultTables
from explorer.data.supply.stress.losses import loss


class LeadingCountry(Struct, frozen=True):
    """A country, and the metals that lose the share without it, most lost first."""

    country_id: str
    metal_ids: tuple[str, ...]


def leading_countries(store: Store, threshold: float, most: int) -> tuple[LeadingCountry, ...]:
    """Return the countries without which a metal loses a share in per cent, those of most metals first."""
    losses: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for metal_id, (owner, table) in DefaultTables.of(store).all().items():
        if table is None or owner != metal_id:
            continue
        for row in table.countries:  # the largest first
            lost = loss(table, (row.country_id,)).lost_pct
            if lost is None or lost < threshold:
                break
            losses[row.country_id].append((-lost, metal_id))
    ranked = sorted(losses, key=lambda country: (-len(losses[country]), country))
    return tuple(
        LeadingCountry(country, tuple(metal_id for _, metal_id in sorted(losses[country])))
        for country in ranked[:most]
    )
