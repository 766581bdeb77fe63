"""The latest figures of a metal, and their plain values for JSON."""

from datetime import date
from typing import Any

from msgspec import Struct

from explorer.commands.support.price_figures import statistics_dict
from explorer.data.records import Metal
from explorer.data.store import Store
from explorer.data.supply.default_tables import default_production
from explorer.data.supply.dependence import newest_reliance
from explorer.data.supply.figure_text import KeyFigureText
from explorer.data.supply.figures import ProductionTable, concentration, own_or_group
from explorer.data.supply.price_points import SeriesPrices, default_prices, up_to
from explorer.data.supply.records import Dependence, Price, PriceSeries, Production, Reserve

IMPORTERS = ("USA", "EUU")


class Latest(Struct, frozen=True):
    """The latest figures of a metal; `production_of` and `reserves_of` name the metal or group that they are for.

    `price` is the last one by the as-of date, the other figures are the latest on file.
    """

    production_of: str
    production: ProductionTable | None
    reliance: tuple[Dependence, ...]
    price: tuple[PriceSeries, Price] | None
    prices: SeriesPrices | None
    reserves_of: str
    reserves: tuple[Reserve, ...]

    @property
    def source_ids(self) -> tuple[str, ...]:
        """Return the ids of the sources of all figures, each once."""
        rows: list[Any] = [*self.reliance, *self.reserves]
        if self.production is not None:
            rows += [*self.production.rows, *([self.production.world] if self.production.world else [])]
        if self.price is not None:
            rows.append(self.price[1])
        return tuple(dict.fromkeys(i for row in rows for i in row.source_ids))


def latest(store: Store, metal: Metal, as_of: date) -> Latest:
    """Return the latest figures of a metal, those that its page shows by default."""
    producer, production = default_production(store, metal.metal_id)
    holder, reserves = own_or_group(metal, store.reserves)
    reliance = [newest_reliance(store, metal.metal_id, importer)[1] for importer in IMPORTERS]
    held = default_prices(store, metal.metal_id)
    known = up_to(held.prices, as_of) if held is not None else ()
    return Latest(
        producer,
        production,
        tuple(r for r in reliance if r is not None),
        (held.series, known[-1]) if held is not None and known else None,
        held,
        holder,
        reserves,
    )


def as_dict(figures: Latest, dependence: KeyFigureText, as_of: date) -> dict[str, Any]:
    """Return the figures as plain values for JSON; an unknown value is null."""
    return {
        "dependence": _dependence_dict(dependence),
        "production": _production_dict(figures),
        "net_import_reliance": [
            {
                "of": d.metal_id,
                "importer": d.importer,
                "form": d.form,
                "year": d.year,
                "net_import_reliance_pct": d.net_import_reliance_pct,
                "qualifier": d.qualifier,
                "flag": d.flag,
                "confidence": d.confidence,
                "source_ids": list(d.source_ids),
            }
            for d in figures.reliance
        ],
        "price": price_dict(*figures.price) if figures.price is not None else None,
        "price_statistics": statistics_dict(figures.prices, as_of),
        "reserves": [
            {
                "of": figures.reserves_of,
                "country": r.country_id,
                "form": r.form,
                "value": r.value,
                "word": r.word,
                "unit": r.unit,
                "qualifier": r.qualifier,
                "note": r.note,
                "confidence": r.confidence,
                "source_ids": list(r.source_ids),
            }
            for r in figures.reserves
        ],
    }


def _dependence_dict(text: KeyFigureText) -> dict[str, Any]:
    return {
        "caption": text.label,
        "value": text.value or None,
        "unit": text.unit,
        "also": text.qualification,
        "detail": [part for part in (text.flag, *text.details) if part] if text.value else [],
        "beside": text.comparison,
        "warning": text.warning,
        "notes": text.notes,
        "source_ids": text.source_ids,
        "confidence": text.confidence,
    }


def _production_dict(figures: Latest) -> dict[str, Any] | None:
    table = figures.production
    if table is None:
        return None
    hhi = concentration(table)
    return {
        "of": figures.production_of,
        "publisher": table.publisher,
        "stage": table.stage,
        "form": table.form,
        "year": table.year,
        "unit": table.unit,
        "full": table.full,
        "hhi": round(hhi.hhi, 1) if hhi is not None else None,
        "hhi_is_lower_bound": hhi.at_least if hhi is not None else None,
        "hhi_flag": hhi.flag if hhi is not None else None,
        "world": _row_dict(table.world) if table.world is not None else None,
        "countries": [
            {
                "country": s.row.country_id,
                "share_pct": round(s.share_pct, 3) if s.share_pct is not None else None,
                **_row_dict(s.row),
            }
            for s in table.shares
        ],
    }


def _row_dict(row: Production) -> dict[str, Any]:
    return {
        "value": row.value,
        "low": row.low,
        "high": row.high,
        "word": row.word,
        "qualifier": row.qualifier,
        "flag": row.flag,
        "confidence": row.confidence,
        "source_ids": list(row.source_ids),
    }


def price_dict(series: PriceSeries, price: Price) -> dict[str, Any]:
    """Return a price with its series as plain values."""
    return {
        "series": series.series_id,
        "name": series.name,
        "specification": series.specification,
        "market": series.market,
        "currency": series.currency,
        "unit": series.unit,
        "basis": series.basis,
        "is_unit_value": series.is_unit_value,
        "date": price.date,
        "value": price.value,
        "low": price.low,
        "high": price.high,
        "flag": price.flag,
        "confidence": price.confidence,
        "source_ids": list(price.source_ids),
    }
