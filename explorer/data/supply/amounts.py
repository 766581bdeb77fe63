"""Amounts as published: a figure, a bound, a range or a word, and the total that shares are taken of."""

from collections.abc import Iterable
from typing import Protocol

from explorer.data.numbers import exact, number_range, percent, qualified, quoted, with_unit
from explorer.data.supply.records import Dependence, Production, Reserve
from explorer.language import gettext, gettext_noop

NET_EXPORTER, NOT_AVAILABLE = "net exporter", "not available"
_RELIANCE_WORDS = {
    NET_EXPORTER: gettext_noop("net exporter"),
    NOT_AVAILABLE: gettext_noop("not available"),
}


class Amount(Protocol):
    """Output or reserves of a country or of the world, of which a share is taken."""

    @property
    def value(self) -> float | None:
        """The published figure."""

    @property
    def qualifier(self) -> str | None:
        """The sign of a bound, None for an exact figure."""


def share_base(world: Amount | None, rows: Iterable[Amount]) -> float | None:
    """Return the total that shares are taken of: the published world total, or the sum of the rows where that is more.

    Totals are rounded, so shares of them could add up to more than 100 %. None where no total, or only a bound, is
    published.
    """
    if world is None or world.value is None or world.qualifier is not None:
        return None
    return max(world.value, sum(row.value or 0 for row in rows))


def share_of_base(row: Amount, base: float | None) -> float | None:
    """Return the share of a row in per cent, None where the base or the figure is unknown or a bound."""
    if not base or row.value is None or row.qualifier is not None:
        return None
    return 100 * row.value / base


def lower_bound(row: Production) -> float | None:
    """Return the least that an amount can be: the figure, the lower end of a range, 0 below an upper bound.

    None where the publisher gives no number.
    """
    if row.value is None:
        return row.low
    return 0.0 if row.qualifier == "<" else row.value


def published(row: Production | Reserve) -> str:
    """Return an amount as published: a figure with its bound, a range, or a word in quotes; empty without any."""
    if row.value is not None:
        return qualified(with_unit(exact(row.value), row.unit), row.qualifier)
    if isinstance(row, Production) and row.low is not None and row.high is not None:
        return number_range(row.low, row.high, row.unit)
    return quoted(row.word) or ""


def reliance_value(row: Dependence) -> str:
    """Return a net import reliance with its bound, or the word that is published instead."""
    if row.net_import_reliance_pct is not None:
        return qualified(percent(row.net_import_reliance_pct), row.qualifier)
    return reliance_word(row.qualifier or "")


def reliance_word(word: str) -> str:
    """Return a word that is published in place of a net import reliance."""
    return gettext(_RELIANCE_WORDS[word]) if word in _RELIANCE_WORDS else word
