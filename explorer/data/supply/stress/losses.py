"""What is lost of the output in a production table without some countries, and what remains."""

from collections.abc import Collection

from msgspec import Struct
from msgspec.structs import replace

from explorer.data.supply.amounts import lower_bound
from explorer.data.supply.figures import (
    OTHER,
    ROUNDING_PCT,
    Concentration,
    ProductionTable,
    computed_flag,
    concentration,
    least_confidence,
)
from explorer.data.supply.records import Production


class Largest(Struct, frozen=True):
    """The largest named producers, several where they have the same output, with the share of each in per cent.

    `at_least` marks a share that is a lower bound; `is_uncertain` that a producer without a figure of its own may be
    larger.
    """

    rows: tuple[Production, ...]
    share_pct: float
    at_least: bool
    is_uncertain: bool
    flag: str | None


class Loss(Struct, frozen=True):
    """The loss in the unit of the table, None where no figure of it is known; shares are per cent of the total.

    `total` is the published world total, or the sum of the rows where that is more, None without a total.
    `at_least` marks a loss that is a lower bound, so that what remains is an upper bound. `removed` are the rows of
    the removed countries, `not_named` the removed countries without a row. `flag` is that of the loss, `total_flag`
    that of shares and of what remains, which also rest on the total. Ranks and concentration are None without a full
    table, or where nothing remains.
    """

    table: ProductionTable
    total: float | None
    lost: float | None
    at_least: bool
    removed: tuple[Production, ...]
    not_named: tuple[str, ...]
    flag: str | None
    total_flag: str | None
    confidence: str
    largest_before: Largest | None
    largest_after: Largest | None
    before: Concentration | None
    after: Concentration | None

    @property
    def total_is_sum(self) -> bool:
        """Whether the total is the sum of the rows, because the published one is rounded to less."""
        world = self.table.world
        return world is not None and self.total is not None and self.total > (world.value or 0)

    @property
    def lost_pct(self) -> float | None:
        """The loss in per cent of the total."""
        return 100 * self.lost / self.total if self.lost is not None and self.total else None

    @property
    def remaining(self) -> float | None:
        """What remains of the total."""
        return self.total - self.lost if self.lost is not None and self.total is not None else None

    @property
    def remaining_pct(self) -> float | None:
        """What remains in per cent of the total."""
        return None if self.lost_pct is None else 100 - self.lost_pct

    @property
    def withheld(self) -> tuple[Production, ...]:
        """The rows of removed countries whose figure the publisher withholds."""
        return tuple(row for row in self.removed if row.flag == "W")

    @property
    def is_more_concentrated(self) -> bool | None:
        """Whether the HHI rises; None where bounds do not say."""
        if self.before is None or self.after is None:
            return None
        if self.after.hhi > self.before.hhi:
            return None if self.before.at_least else True
        return None if self.after.at_least else False


def loss(table: ProductionTable, without: Collection[str]) -> Loss:
    """Return what a table loses without some countries."""
    removed = tuple(row for row in table.countries if row.country_id in without)
    named = {row.country_id for row in removed}
    not_named = tuple(sorted(set(without) - named))
    figures = [bound for row in removed if (bound := lower_bound(row)) is not None]
    total, lost = table.share_base, float(sum(figures))
    at_least = not all(map(_is_exact, removed)) or bool(not_named and not names_all_producers(table, total))
    known = [row for row in removed if lower_bound(row) is not None]
    total_rows = _rows_of_total(table, total)
    after = concentration(table, without)
    return Loss(
        table=table,
        total=total,
        lost=None if at_least and not lost else lost,
        at_least=at_least,
        removed=removed,
        not_named=not_named,
        flag=computed_flag(row.flag for row in known),
        total_flag=computed_flag(row.flag for row in (*known, *total_rows)),
        confidence=least_confidence(row.confidence for row in ((*known, *total_rows) or table.figures)),
        largest_before=_largest(table, (), total, total_rows),
        largest_after=_largest(
            table, without, None if total is None else total - lost, total_rows, at_least=at_least
        ),
        before=concentration(table),
        after=None if after is None else replace(after, at_least=after.at_least or at_least),
    )


def names_all_producers(table: ProductionTable, total: float | None) -> bool:
    """Return whether the named countries make up the whole total, so that a country without a row has no output."""
    others = any(row.value != 0 for row in table.rows if row.country_id == OTHER)
    named = sum(row.value or 0 for row in table.countries if _is_exact(row))
    return total is not None and not others and named >= total * (1 - ROUNDING_PCT / 100)


def _is_exact(row: Production) -> bool:
    """Return whether a row has a figure, and not a bound, a range or a word."""
    return row.value is not None and row.qualifier is None


def _rows_of_total(table: ProductionTable, total: float | None) -> tuple[Production, ...]:
    """Return the rows behind the total: the world total, or all rows where it is their sum."""
    world = table.world
    if world is None or total is None:
        return ()
    return (world,) if total == world.value else table.rows


def _largest(
    table: ProductionTable,
    without: Collection[str],
    total: float | None,
    total_rows: tuple[Production, ...],
    *,
    at_least: bool = False,
) -> Largest | None:
    """Return the largest producers of a full table among those that remain; `total` is what remains at most."""
    kept = [row for row in table.countries if row.country_id not in without]
    exact = [row for row in kept if _is_exact(row)]
    most = max((row.value or 0.0 for row in exact), default=0.0)
    if not table.full or not total or most <= 0:
        return None
    unnamed = total - sum(row.value or 0.0 for row in exact)
    bounds = [row.high or row.value or 0.0 for row in kept if not _is_exact(row)]
    rows = tuple(row for row in exact if row.value == most)
    return Largest(
        rows,
        100 * most / total,
        at_least,
        is_uncertain=max((unnamed, *bounds)) > most,
        flag=computed_flag(row.flag for row in (*rows, *total_rows)),
    )
