"""Figures computed from the facts: shares, concentration, and the default table and series.

Shares and net import reliance are per cent; the Herfindahl-Hirschman index (HHI) runs from 0 to 10,000.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import TypeVar

from msgspec import Struct

from explorer.data.dates import age, first_day, last_day, months_old, show
from explorer.data.records import Metal
from explorer.data.supply.amounts import lower_bound, published, share_base, share_of_base
from explorer.data.supply.publications import publication
from explorer.data.supply.records import Dependence, Price, PriceSeries, Production, Use
from explorer.language import gettext

Found = TypeVar("Found")

WORLD, OTHER = "WLD", "OTH"
STAGE_ORDER = ("mine", "primary", "refinery", "smelter", "secondary")
PUBLISHER_ORDER = ("usgs", "wmd", "bgs")
UseGroup = tuple[str | None, int | None, str | None]

FULL_TABLE_COUNTRIES, ROUNDING_PCT = 3, 0.5
FRESH_MONTHS, MIN_DEFAULT_POINTS = 24, 5
HIGHEST_HHI = 10_000
_CONFIDENCE = ("low", "medium", "high")


class Share(Struct, frozen=True):
    """A country's share of a table's world total in per cent, None where value or total is unknown."""

    row: Production
    share_pct: float | None


class ProductionTable(Struct, frozen=True, dict=True):
    """Output by country in one year: one publisher, one stage, one form, largest producer first."""

    publisher: str
    stage: str
    form: str
    year: int
    unit: str
    world: Production | None
    rows: tuple[Production, ...]

    @cached_property
    def countries(self) -> tuple[Production, ...]:
        """The rows of single countries, `other countries` left out."""
        return tuple(row for row in self.rows if row.country_id != OTHER)

    @property
    def source(self) -> str:
        """The name of the publication that the table is from."""
        return publication((self.world or self.rows[0]).edition, self.publisher)

    @cached_property
    def full(self) -> bool:
        """Whether ranks and HHI can be taken from it: it has a world total and at least three countries."""
        return (
            self.share_base is not None
            and self.publisher != "bgs"
            and len(self.countries) >= FULL_TABLE_COUNTRIES
        )

    @cached_property
    def share_base(self) -> float | None:
        """The total that shares are taken of, None where the publisher gives no world total or only a bound."""
        return share_base(self.world, self.rows)

    @property
    def figures(self) -> tuple[Production, ...]:
        """The rows, and the world total where one is published."""
        return self.rows if self.world is None else (*self.rows, self.world)

    @property
    def worded_world(self) -> Production | None:
        """The world total where the publisher gives a range or a word instead of a figure."""
        world = self.world
        return world if world is not None and world.value is None and published(world) else None

    @property
    def withheld(self) -> tuple[Production, ...]:
        """The rows whose figure the publisher withholds."""
        return tuple(row for row in self.rows if row.flag == "W")

    @cached_property
    def shares(self) -> tuple[Share, ...]:
        """Each row with its share of the world total in per cent."""
        base = self.share_base
        return tuple(Share(row, share_of_base(row, base)) for row in self.rows)

    def share_of(self, country_id: str) -> Share | None:
        """Return a country's share, or None where the table does not name it."""
        return next((s for s in self.shares if s.row.country_id == country_id), None)


class Concentration(Struct, frozen=True):
    """The HHI of a full table, 0 to 10,000. `at_least` marks a lower bound: withheld or unnamed output is not counted.

    Flag and confidence are those of the least certain figures of the table.
    """

    hhi: float
    at_least: bool
    flag: str | None
    confidence: str

    @property
    def in_tens(self) -> float:
        """The HHI rounded to tens, a lower bound always down."""
        return 10.0 * math.floor(round(self.hhi, 6) / 10) if self.at_least else round(self.hhi, -1)


def age_note(series: PriceSeries, last: Price, on: date) -> str:
    """Return `Latest price: Mar 2024, 2 years 8 months old` where it is older than twelve months, empty otherwise."""
    end = last_day(last.date)
    if (on.year - 1, on.month, on.day) <= (end.year, end.month, end.day):
        return ""
    if series.is_unit_value:
        text = gettext("Latest unit value: {date}, {age} old")
    else:
        text = gettext("Latest price: {date}, {age} old")
    return text.format(date=show(last.date), age=age(months_old(last.date, on)))


def production_tables(rows: Iterable[Production]) -> list[ProductionTable]:
    """Return one table per publisher, stage, form, unit and year; capacity is not production and is left out."""
    groups: dict[tuple[str, str, str, str, int], list[Production]] = defaultdict(list)
    for row in rows:
        if row.stage != "capacity":
            groups[(row.publisher, row.stage, row.form, row.unit, row.year)].append(row)
    tables = []
    for (publisher, stage, form, unit, year), members in sorted(groups.items()):
        world = next((m for m in members if m.country_id == WORLD), None)
        countries = [m for m in members if m.country_id != WORLD]
        countries.sort(key=lambda m: (m.country_id == OTHER, -(m.value or 0), m.country_id))
        tables.append(ProductionTable(publisher, stage, form, year, unit, world, tuple(countries)))
    return tables


def default_table(tables: Iterable[ProductionTable]) -> ProductionTable | None:
    """Return the default table of a chart: full before partial, then by year, stage, publisher and size."""
    return max(tables, key=_default_rank, default=None)


def _default_rank(table: ProductionTable) -> tuple[bool, bool, int, int, int, int]:
    return (
        table.full,
        bool(table.countries),
        table.year,
        -STAGE_ORDER.index(table.stage),
        -PUBLISHER_ORDER.index(table.publisher),
        len(table.countries),
    )


def concentration(table: ProductionTable, without: Collection[str] = ()) -> Concentration | None:
    """Return the HHI by country of a full table, None for a partial one, whose missing parts are unknown.

    The output of the countries in `without` is removed, so that the HHI is over the remaining suppliers; None where
    nothing remains.
    """
    base = table.share_base
    if not table.full or base is None:
        return None
    kept = [row for row in table.countries if row.country_id not in without]
    base -= sum(lower_bound(row) or 0 for row in table.countries if row.country_id in without)
    if base <= 0:
        return None
    known = [share for row in kept if (share := share_of_base(row, base)) is not None]
    counted = sum(known) >= 100 - ROUNDING_PCT
    return Concentration(
        hhi=sum(share * share for share in known),
        at_least=not counted or any(row.country_id not in without for row in table.withheld),
        flag=computed_flag(row.flag for row in table.figures),
        confidence=least_confidence(row.confidence for row in table.figures),
    )


def default_series(series: Sequence[PriceSeries], verified_to: date) -> PriceSeries | None:
    """Return the default price series of a chart.

    Nominal, five points or more and a last point within 24 months of `verified_to`, then the most points;
    otherwise the series with the latest point, of several a nominal one.
    """
    oldest = _months_before(verified_to, FRESH_MONTHS)
    fresh = [
        s
        for s in series
        if s.basis == "nominal" and s.points >= MIN_DEFAULT_POINTS and first_day(s.last_date) >= oldest
    ]
    if fresh:
        return max(fresh, key=lambda s: (s.points, s.last_date))
    return max(series, key=lambda s: (s.last_date, s.basis == "nominal", s.points), default=None)


def _months_before(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, 28))


def computed_flag(flags: Iterable[str | None]) -> str | None:
    """Return the flag of what is computed from figures: estimated where one is, else preliminary where one is."""
    present = set(flags)
    return next((flag for flag in ("e", "p") if flag in present), None)


def least_confidence(confidences: Iterable[str]) -> str:
    """Return the lowest confidence of the figures that a result is computed from."""
    return min(confidences, key=_CONFIDENCE.index)


def latest_reliance(rows: Iterable[Dependence], importer: str) -> Dependence | None:
    """Return the newest row on net import reliance of an importer that has a figure or a word."""
    published_rows = [
        d for d in rows if d.importer == importer and (d.net_import_reliance_pct is not None or d.qualifier)
    ]
    if not published_rows:
        return None
    newest = max(d.year for d in published_rows)
    return min((d for d in published_rows if d.year == newest), key=lambda d: not _is_whole(d.form))


def _is_whole(form: str) -> bool:
    """Return whether a form is the metal in all its forms, which is preferred to any one of them."""
    return form.casefold() in ("total", "all forms")


def use_groups(uses: Iterable[Use]) -> dict[UseGroup, list[Use]]:
    """Return the uses that one chart can show, by region, year and basis, without subtotals and rows without a share.

    Rows with a `basis` such as "sum of …" or "… together" repeat the shares of their parts.
    """
    groups: dict[UseGroup, list[Use]] = defaultdict(list)
    for use in uses:
        if use.share_pct is not None and not is_subtotal(use):
            groups[(use.region, use.year, use.basis)].append(use)
    for members in groups.values():
        members.sort(key=lambda u: -(u.share_pct or 0))
    return dict(groups)


def is_subtotal(use: Use) -> bool:
    """Return whether a row is the sum of others, with which it is never drawn."""
    return use.basis is not None and ("together" in use.basis or use.basis.startswith("sum of"))


def default_uses(groups: dict[UseGroup, list[Use]], region: str | None) -> UseGroup | None:
    """Return the default group of uses: of the given region if it has one, then the newest, then the largest."""
    return max(groups, key=lambda g: (g[0] == region, g[2] is None, g[1] or 0, len(groups[g])), default=None)


def own_or_group(metal: Metal, read: Callable[[str], Found]) -> tuple[str, Found]:
    """Return the metal or group that has the figures, and the figures: the metal's own, or its group's if it has none.

    `read` returns the figures of a metal or group, empty or None where it has none.
    """
    own = read(metal.metal_id)
    if not own and metal.member_of:
        of_group = read(metal.member_of)
        if of_group:
            return metal.member_of, of_group
    return metal.metal_id, own
