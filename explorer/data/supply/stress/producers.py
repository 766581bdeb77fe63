"""The producers of a metal before and after a removal."""

from msgspec import Struct

from explorer.data.supply.amounts import share_of_base
from explorer.data.supply.records import Production
from explorer.data.supply.stress.losses import Loss


class ProducerShare(Struct, frozen=True):
    """A producer with its share of the total before and of what remains after, in per cent, None where unknown.

    The share after is None for a removed country. `at_least` marks it as a lower bound, because the loss may be larger.
    """

    row: Production
    before_pct: float | None
    after_pct: float | None
    is_removed: bool
    at_least: bool


def producer_shares(found: Loss) -> tuple[ProducerShare, ...]:
    """Return the producers of a table in its order, largest first."""
    removed = set(found.removed)
    remaining = found.total if found.remaining is None else found.remaining
    return tuple(
        ProducerShare(
            row=share.row,
            before_pct=share.share_pct,
            after_pct=None if share.row in removed else share_of_base(share.row, remaining),
            is_removed=share.row in removed,
            at_least=found.at_least,
        )
        for share in found.table.shares
    )
