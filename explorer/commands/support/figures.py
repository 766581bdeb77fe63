"""The latest figures of a metal as `show` prints them, each with its flag, edition and sources."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from explorer.commands.support.output import UNKNOWN, number, share, table
from explorer.data.dates import show
from explorer.data.numbers import THIN
from explorer.data.records import Metal
from explorer.data.store import Store
from explorer.data.supply.dependence import DependenceText, newest_reliance
from explorer.data.supply.figures import (
    ProductionTable,
    age_note,
    concentration,
    default_series,
    standing_for,
)
from explorer.data.supply.key_figures import supply
from explorer.data.supply.records import Dependence, Price, PriceSeries, Production, Reserve
from explorer.data.words import flag_name, publisher_name

IMPORTERS = ("USA", "EUU")


@dataclass(frozen=True, slots=True)
class Latest:
    """The figures that `show` prints; where the metal has none, a group's, as the fields in `_of` say."""

    production_of: str
    production: ProductionTable | None
    reliance: tuple[Dependence, ...]
    price: tuple[PriceSeries, Price] | None
    reserves_of: str
    reserves: tuple[Reserve, ...]

    @property
    def source_ids(self) -> tuple[str, ...]:
        """The sources of all of them."""
        rows: list[Any] = [*self.reliance, *self.reserves]
        if self.production is not None:
            rows += [*self.production.rows, *([self.production.world] if self.production.world else [])]
        if self.price is not None:
            rows.append(self.price[1])
        return tuple(dict.fromkeys(i for row in rows for i in row.source_ids))


def latest(store: Store, metal: Metal) -> Latest:
    """Return the figures of a metal with which its page opens."""
    producer, production = supply(store, metal.metal_id)
    holder, reserves = standing_for(metal, store.reserves)
    reliance = [newest_reliance(store, metal.metal_id, importer)[1] for importer in IMPORTERS]
    series = default_series(store.price_series(metal.metal_id), date.fromisoformat(store.edition.verified_to))
    return Latest(
        producer,
        production,
        tuple(r for r in reliance if r is not None),
        (series, store.prices(series.series_id)[-1]) if series is not None else None,
        holder,
        reserves,
    )


# as text


def sections(store: Store, found: Latest, on: date, dependence: DependenceText) -> Iterator[tuple[str, str]]:
    """Yield headings and texts; what is unknown says so, and a price older than a year how old it is."""
    yield _heading(store, "Production", found.production_of), _production(store, found.production)
    reliance = "Dependence on imports" if dependence.unit or dependence.notes else "Net import reliance"
    yield reliance, "\n\n".join(filter(None, (_opening(dependence), _reliance(store, found.reliance))))
    yield _price_heading(found.price), _price(found.price, on)
    yield _heading(store, "Reserves", found.reserves_of), _reserves(store, found.reserves)


def _heading(store: Store, what: str, metal_id: str) -> str:
    metal = store.metal(metal_id)
    return f"{what} of the group {metal.name_en}" if metal.kind == "group" else what


def _production(store: Store, found: ProductionTable | None) -> str:
    if found is None:
        return UNKNOWN
    head = f"{found.stage}, {found.form}, {found.year}, {publisher_name(found.publisher)}"
    rows = [
        (
            store.country_name(s.row.country_id),
            published(s.row),
            share(s.share_pct),
            flag_words(s.row.flag),
            "; ".join(s.row.source_ids),
        )
        for s in found.shares
    ]
    if found.world is not None:
        world = found.world
        rows.append(
            (
                "World total",
                published(world),
                "",
                flag_words(world.flag),
                "; ".join(world.source_ids),
            )
        )
    body = table(("Country", found.unit, "Share", "Flag", "Sources"), rows, right=(1, 2))
    hhi = concentration(found)
    if hhi is None:
        return f"{head} (a partial table: no ranks, no concentration)\n{body}"
    bound = "at least " if hhi.at_least else ""
    mark = f" ({flag_words(hhi.flag)})" if hhi.flag else ""
    return f"{head}\n{body}\nConcentration by country (HHI): {bound}{hhi.hhi:,.0f} of 10,000{mark}"


def _reliance(store: Store, rows: Iterable[Dependence]) -> str:
    cells = [
        (
            store.country_name(d.importer),
            store.metal(d.metal_id).name_en,
            d.form,
            str(d.year),
            _reliance_value(d),
            flag_words(d.flag),
            "; ".join(d.source_ids),
        )
        for d in rows
    ]
    return (
        table(("Importer", "Of", "Form", "Year", "Reliance", "Flag", "Sources"), cells, right=(4,))
        if cells
        else UNKNOWN
    )


def _opening(text: DependenceText) -> str:
    """Return the figure with which a destination's dependence opens, empty where the table says it all."""
    if not text.unit and not text.notes:
        return ""
    value = " ".join(part for part in (text.value or UNKNOWN, text.unit) if part)
    figure = f"{text.caption}: {'; '.join(part for part in (value, text.also) if part)}"
    lines = (figure, ", ".join(text.detail), text.beside, text.warning, *text.notes)
    return "\n".join(line.replace(THIN, " ") for line in lines if line)


def _reliance_value(row: Dependence) -> str:
    if row.net_import_reliance_pct is None:
        return row.qualifier or UNKNOWN
    return f"{qualified(row.net_import_reliance_pct, row.qualifier)} %"


def _price_heading(found: tuple[PriceSeries, Price] | None) -> str:
    return "Unit value" if found is not None and found[0].is_unit_value else "Price"


def _price(found: tuple[PriceSeries, Price] | None, on: date) -> str:
    if found is None:
        return UNKNOWN
    series, price = found
    span = (
        f" ({number(price.low)} to {number(price.high)})"
        if price.low is not None and price.high is not None
        else ""
    )
    flag = f", {flag_words(price.flag)}" if price.flag else ""
    unit = series.unit if series.unit.startswith(series.currency) else f"{series.currency}/{series.unit}"
    about = [series.name, series.specification, series.market, f"{series.frequency}, {series.basis}"]
    note = age_note(series, price, on)
    return (
        f"{number(price.value)} {unit}{span}, {show(price.date)}{flag} [{'; '.join(price.source_ids)}]\n"
        f"{f'{note[0].upper()}{note[1:]}.{chr(10)}' if note else ''}"
        f"{'; '.join(dict.fromkeys(a for a in about if a))}\n"
        f"{series.points} points from {show(series.first_date)} to {show(series.last_date)}, "
        f"series {series.series_id}"
    )


def _reserves(store: Store, rows: tuple[Reserve, ...]) -> str:
    if not rows:
        return UNKNOWN
    ordered = sorted(
        rows, key=lambda r: (r.form, r.country_id == "WLD", r.country_id == "OTH", -(r.value or 0))
    )
    cells = [
        (
            store.country_name(r.country_id),
            r.form,
            qualified(r.value, r.qualifier) if r.word is None else f"“{r.word}”",
            r.unit,
            r.note or "",
            "; ".join(r.source_ids),
        )
        for r in ordered
    ]
    return table(("Country", "Form", "Amount", "Unit", "Note", "Sources"), cells, right=(2,))


def published(row: Production) -> str:
    """Return what the publisher gives: a figure, a range or a word."""
    if row.value is None and row.low is not None and row.high is not None:
        return f"{number(row.low)} to {number(row.high)}"
    if row.value is None and row.word is not None:
        return f"“{row.word}”"
    return qualified(row.value, row.qualifier)


def qualified(value: float | None, qualifier: str | None) -> str:
    """Return a figure with the sign that bounds it, an unknown one as such."""
    if value is None:
        return qualifier or UNKNOWN
    return f"{qualifier or ''}{number(value)}"


def flag_words(flag: str | None) -> str:
    """Return a flag in words, empty where there is none."""
    return flag_name(flag)


# as plain values


def as_dict(found: Latest, dependence: DependenceText) -> dict[str, Any]:
    """Return the figures as plain values for JSON; unknown is null."""
    return {
        "dependence": {**asdict(dependence), "value": dependence.value or None},
        "production": _production_dict(found),
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
            for d in found.reliance
        ],
        "price": _price_dict(found.price),
        "reserves": [
            {
                "of": found.reserves_of,
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
            for r in found.reserves
        ],
    }


def _production_dict(found: Latest) -> dict[str, Any] | None:
    opening = found.production
    if opening is None:
        return None
    hhi = concentration(opening)
    return {
        "of": found.production_of,
        "publisher": opening.publisher,
        "stage": opening.stage,
        "form": opening.form,
        "year": opening.year,
        "unit": opening.unit,
        "full": opening.full,
        "hhi": round(hhi.hhi, 1) if hhi is not None else None,
        "hhi_is_lower_bound": hhi.at_least if hhi is not None else None,
        "hhi_flag": hhi.flag if hhi is not None else None,
        "world": _row_dict(opening.world) if opening.world is not None else None,
        "countries": [
            {
                "country": s.row.country_id,
                "share_pct": round(s.share_pct, 3) if s.share_pct is not None else None,
                **_row_dict(s.row),
            }
            for s in opening.shares
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


def _price_dict(found: tuple[PriceSeries, Price] | None) -> dict[str, Any] | None:
    if found is None:
        return None
    series, price = found
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
