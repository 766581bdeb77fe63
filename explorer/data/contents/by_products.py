"""By-products and their main products: tonnes of one for each thousand tonnes of the other, by year.

A ratio takes two published world totals of one publisher and one year. Nothing is added up, estimated or carried from
one year or publisher to another.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Any

from msgspec import Struct

from explorer.data.metal_names import plain_name, short_name
from explorer.data.steps import Steps, each, result_of
from explorer.data.store import Store
from explorer.data.supply.figures import PUBLISHER_ORDER
from explorer.data.supply.records import Production
from explorer.data.terms import output_label
from explorer.data.words import flag_name
from explorer.language import enumeration, gettext

CAPACITY = "capacity"
_TONNES = {"t": 1.0, "kg": 0.001}
THOUSAND = 1000.0
RECENT_YEARS = 2
# What a bound on the host says of the ratio.
_INVERSE = {"<": ">", ">": "<", "~": "~"}
# stage, form
Counted = tuple[str, str]
_Totals = Mapping[str, Mapping[Counted, Mapping[int, Production]]]


class Ratio(Struct, frozen=True):
    """Tonnes of the by-product for each thousand tonnes of the host, from two world totals of one year.

    `qualifier` bounds the ratio where a total is a bound.
    """

    by_product: Production
    host: Production
    value: float
    qualifier: str

    @property
    def year(self) -> int:
        """The year of both totals."""
        return self.by_product.year

    @property
    def source_ids(self) -> tuple[str, ...]:
        """The sources of both totals."""
        return tuple(dict.fromkeys((*self.by_product.source_ids, *self.host.source_ids)))


class RatioSeries(Struct, frozen=True):
    """The ratios of one publisher, with one stage and form of each metal, the latest first."""

    publisher: str
    ratios: tuple[Ratio, ...]

    def rank(self, newest: int) -> tuple[bool, int, int, int]:
        """The order of the series: those that reach the newest years, the longest of them first."""
        latest = self.ratios[0].year
        is_old = latest < newest - RECENT_YEARS
        return is_old, -len(self.ratios), -latest, PUBLISHER_ORDER.index(self.publisher)


class ByProduct(Struct, frozen=True):
    """A metal and a main product that it comes with, with the series of their ratios.

    `host` is the name in the data, `host_id` the metal on file, empty where it has no entry. Without a series,
    `reason` says why.
    """

    metal_id: str
    host: str
    host_id: str
    series: tuple[RatioSeries, ...]
    reason: str


def by_products(store: Store) -> tuple[ByProduct, ...]:
    """Return all by-products with the main products that the data name, in the order of their names."""
    return result_of(stepwise_by_products(store))


def stepwise_by_products(store: Store) -> Steps[tuple[ByProduct, ...]]:
    """Return what `by_products` returns, in steps of a few milliseconds."""
    pairs = store.query(
        "SELECT metal_id, host, host_metal_id FROM metals_by_product_of ORDER BY metal_id, position"
    )
    totals: dict[str, _Totals] = {"": {}}

    def pair(named: tuple[str, str, str | None]) -> ByProduct:
        metal_id, host, host_id = named[0], named[1], named[2] or ""
        for owner in (metal_id, host_id):
            if owner not in totals:
                totals[owner] = _world_totals(store, owner)
        series = _series(totals[metal_id], totals[host_id])
        reason = "" if series else _reason(store, metal_id, host, host_id, totals)
        return ByProduct(metal_id, host, host_id, series, reason)

    return tuple((yield from each(pairs, pair)))


def _world_totals(store: Store, metal_id: str) -> _Totals:
    """Return the published world totals of a metal by publisher, by what is counted, and by year."""
    totals: dict[str, Any] = {}
    for row in store.world_production(metal_id):
        if row.stage != CAPACITY and row.value is not None and row.unit in _TONNES:
            counted = totals.setdefault(row.publisher, {})
            counted.setdefault((row.stage, row.form), {})[row.year] = row
    return totals


def _series(of_metal: _Totals, of_host: _Totals) -> tuple[RatioSeries, ...]:
    found = []
    for publisher in of_metal.keys() & of_host.keys():
        for by_product, host in product(of_metal[publisher].values(), of_host[publisher].values()):
            years = sorted(by_product.keys() & host.keys(), reverse=True)
            ratios = tuple(r for year in years for r in _ratio(by_product[year], host[year]))
            if ratios:
                found.append(RatioSeries(publisher, ratios))
    newest = max((series.ratios[0].year for series in found), default=0)
    return tuple(
        sorted(found, key=lambda s: (s.rank(newest), s.ratios[0].by_product.form, s.ratios[0].host.form))
    )


def _ratio(by_product: Production, host: Production) -> Iterator[Ratio]:
    """Yield the ratio of two totals, unless the host's is 0 or their bounds point in different directions."""
    bounds = {q for q in (by_product.qualifier, _INVERSE.get(host.qualifier or "")) if q}
    if not host.value or by_product.value is None or len(bounds) > 1:
        return
    tonnes, host_tonnes = (
        row.value * _TONNES[row.unit] for row in (by_product, host) if row.value is not None
    )
    yield Ratio(by_product, host, THOUSAND * tonnes / host_tonnes, "".join(bounds))


def _reason(store: Store, metal_id: str, host: str, host_id: str, totals: Mapping[str, _Totals]) -> str:
    """Return why there is no ratio."""
    if not host_id:
        return gettext("The main product ({host}) has no entry in the data.").format(host=host)
    for owner in (metal_id, host_id):
        if not totals[owner]:
            text = gettext("No world total of {metal} is on file as a single figure.")
            return text.format(metal=plain_name(store.metal(owner)))
    return gettext(
        "No comparable world totals of both, from one publisher and for the same year, are on file."
    )


def host_name(store: Store, pair: ByProduct) -> str:
    """Return the name of the main product."""
    return short_name(store.metal(pair.host_id)) if pair.host_id else pair.host


def counted_text(row: Production) -> str:
    """Return what a total counts: `Mine output (copper content)`."""
    return gettext("{output} ({form})").format(output=output_label(row.stage), form=row.form)


def flags_text(ratio: Ratio) -> str:
    """Return the flags of both totals in words: `both estimated`."""
    own, host = flag_name(ratio.by_product.flag), flag_name(ratio.host.flag)
    if own == host:
        return gettext("both {flag}").format(flag=own) if own else ""
    own_text = gettext("by-product {flag}").format(flag=own) if own else ""
    host_text = gettext("main product {flag}").format(flag=host) if host else ""
    return enumeration([text for text in (own_text, host_text) if text])


def explanation() -> tuple[str, ...]:
    """Return what the ratio is and what it is not."""
    return (
        gettext(
            "Tonnes of by-product for each thousand tonnes of main product, from the world totals of one "
            "publisher for the same year."
        ),
        gettext(
            "The ratio is not a recovery rate or the content of the ore. Part of the by-product is never "
            "recovered, part comes from other main products or from scrap, and the two totals may count "
            "different stages. Do not use the ratio to forecast output."
        ),
    )


HEADER = (
    *("metal_id", "host", "host_metal_id", "publisher", "year", "t_per_1000_t", "qualifier"),
    *("stage", "form", "value", "unit", "flag", "edition", "confidence"),
    *("host_stage", "host_form", "host_value", "host_unit", "host_flag", "host_edition", "host_confidence"),
    *("reason", "source_ids"),
)


def csv_rows(pairs: Iterable[ByProduct]) -> Iterator[tuple[object, ...]]:
    """Yield the rows of the CSV file under HEADER: each ratio, and each pair without one with the reason."""
    for pair in pairs:
        names = pair.metal_id, pair.host, pair.host_id or None
        if not pair.series:
            yield (*names, *(None,) * (len(HEADER) - len(names) - 2), pair.reason, None)
        for series in pair.series:
            for ratio in series.ratios:
                yield (
                    *(*names, series.publisher, ratio.year, rounded(ratio.value), ratio.qualifier or None),
                    *_cells(ratio.by_product),
                    *_cells(ratio.host),
                    *(None, ";".join(ratio.source_ids)),
                )


def _cells(row: Production) -> tuple[object, ...]:
    value = int(row.value) if row.value is not None and row.value.is_integer() else row.value
    return row.stage, row.form, value, row.unit, row.flag, row.edition, row.confidence


def rounded(value: float) -> float:
    """Return a ratio with four significant digits: the totals have no more."""
    return float(f"{value:.4g}")
