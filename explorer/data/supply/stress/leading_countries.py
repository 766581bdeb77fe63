"""The countries without which most metals lose a share of their world output."""

from collections import defaultdict

from msgspec import Struct

from explorer.data.steps import Steps, each, result_of
from explorer.data.store import Store
from explorer.data.supply.default_tables import DefaultTables, OwnedTable
from explorer.data.supply.stress.losses import loss


class LeadingCountry(Struct, frozen=True):
    """A country, and the metals that lose the share without it, most lost first."""

    country_id: str
    metal_ids: tuple[str, ...]


def leading_countries(store: Store, threshold: float, most: int) -> tuple[LeadingCountry, ...]:
    """Return the countries without which a metal loses a share in per cent, those of most metals first."""
    return result_of(stepwise_countries(store, threshold, most))


def stepwise_countries(store: Store, threshold: float, most: int) -> Steps[tuple[LeadingCountry, ...]]:
    """Return what `leading_countries` returns, in steps of a few milliseconds."""
    losses: dict[str, list[tuple[float, str]]] = defaultdict(list)

    def add_metal(metal_id: str, owned: OwnedTable) -> None:
        owner, table = owned
        if table is None or owner != metal_id:
            return
        for row in table.countries:  # the largest first
            lost = loss(table, (row.country_id,)).lost_pct
            if lost is None or lost < threshold:
                break
            losses[row.country_id].append((-lost, metal_id))

    yield from each(DefaultTables.of(store).all().items(), lambda owned: add_metal(*owned))
    ranked = sorted(losses, key=lambda country: (-len(losses[country]), country))
    return tuple(
        LeadingCountry(country, tuple(metal_id for _, metal_id in sorted(losses[country])))
        for country in ranked[:most]
    )
