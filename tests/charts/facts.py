"""A store of a few rows in memory; columns that a test does not name have default values."""

from dataclasses import dataclass, field
from typing import Any

from explorer.data.entries.applied import NOTHING, Applied
from explorer.data.records import Country, Edition, Item, Measure, Metal, Source
from explorer.data.supply.records import Dependence, Price, PriceSeries, Production, Reserve
from explorer.errors import NotFound

SOURCE = "a-source"
COUNTRIES = {
    "CHN": "China",
    "USA": "United States",
    "RUS": "Russia",
    "VNM": "Vietnam",
    "KOR": "South Korea",
    "WLD": "World",
    "OTH": "Other countries",
}


def names(record: type) -> list[str]:
    """Return the columns of a record."""
    return list(record.__struct_fields__)


@dataclass(eq=False)
class Facts:
    """A store with the rows that a test adds."""

    metals: dict[str, Metal] = field(default_factory=dict)
    series: list[PriceSeries] = field(default_factory=list)
    points: list[Price] = field(default_factory=list)
    output: list[Production] = field(default_factory=list)
    reliances: list[Dependence] = field(default_factory=list)
    held: list[Reserve] = field(default_factory=list)
    measures: dict[str, Measure] = field(default_factory=dict)
    items_of: dict[str, tuple[Item, ...]] = field(default_factory=dict)
    services: dict[type, Any] = field(default_factory=dict)
    entries: Applied = NOTHING

    @property
    def sources(self) -> dict[str, Source]:
        return {SOURCE: Source(SOURCE, "A publisher", "A title", None, None, "official", None)}

    def named_sources(self, _source_ids: Any) -> dict[str, Source]:
        return self.sources

    @property
    def edition(self) -> Edition:
        return Edition("2026.11", "2026-10-08", "", "")

    @property
    def countries(self) -> dict[str, Country]:
        return {key: Country(key, name, None) for key, name in COUNTRIES.items()}

    @property
    def bloc_members(self) -> dict[str, frozenset[str]]:
        return {}

    def metal(self, metal_id: str) -> Metal:
        if metal_id not in self.metals:
            raise NotFound(metal_id)
        return self.metals[metal_id]

    def country_name(self, country_id: str) -> str:
        return COUNTRIES.get(country_id, country_id)

    def price_series(self, metal_id: str) -> tuple[PriceSeries, ...]:
        return tuple(s for s in self.series if s.metal_id == metal_id)

    def prices(self, series_id: str) -> tuple[Price, ...]:
        return tuple(sorted((p for p in self.points if p.series_id == series_id), key=lambda p: p.date))

    def production(self, metal_id: str) -> tuple[Production, ...]:
        return tuple(r for r in self.output if r.metal_id == metal_id)

    def dependence(self, metal_id: str) -> tuple[Dependence, ...]:
        return tuple(r for r in self.reliances if r.metal_id == metal_id)

    def reserves(self, metal_id: str) -> tuple[Reserve, ...]:
        return tuple(r for r in self.held if r.metal_id == metal_id)

    def disagreements(self, _metal_id: str) -> tuple[()]:
        return ()

    # adding rows

    def add_metal(self, metal_id: str, symbol: str | None = None, member_of: str | None = None) -> None:
        name = metal_id.capitalize()
        blanks = dict.fromkeys(names(Metal))
        self.metals[metal_id] = Metal(
            **{
                **blanks,
                "metal_id": metal_id,
                "symbol": symbol,
                "name_en": name,
                "name_zh": "",
                "kind": "element",
                "member_of": member_of,
                "by_product_of": (),
                "source_ids": (SOURCE,),
            }
        )

    def add_prices(
        self,
        series_id: str,
        metal_id: str,
        values: dict[str, float],
        unit: str = "USD/kg",
        frequency: str = "weekly",
        basis: str = "nominal",
        flags: dict[str, str] | None = None,
    ) -> None:
        if metal_id not in self.metals:
            self.add_metal(metal_id)
        dates = sorted(values)
        given = {
            "series_id": series_id,
            "metal_id": metal_id,
            "name": f"{self.metals[metal_id].name_en}: {series_id}",
            "currency": unit.partition("/")[0],
            "unit": unit,
            "frequency": frequency,
            "basis": basis,
            "first_date": dates[0],
            "last_date": dates[-1],
            "points": len(dates),
            "confidence": "high",
            "source_ids": (SOURCE,),
        }
        self.series.append(PriceSeries(**{f: given.get(f) for f in names(PriceSeries)}))
        for date in dates:
            row = {
                "series_id": series_id,
                "date": date,
                "value": values[date],
                "flag": (flags or {}).get(date),
                "confidence": "high",
                "source_ids": (SOURCE,),
            }
            self.points.append(Price(**{f: row.get(f) for f in names(Price)}))

    def add_output(
        self,
        metal_id: str,
        year: int,
        values: dict[str, float | None],
        flags: dict[str, str] | None = None,
        publisher: str = "wmd",
        stage: str = "mine",
        **published: object,
    ) -> None:
        """Add a table; `published` are further columns of all its rows."""
        if metal_id not in self.metals:
            self.add_metal(metal_id)
        for country_id, value in values.items():
            row = {
                **published,
                "metal_id": metal_id,
                "stage": stage,
                "form": "content",
                "country_id": country_id,
                "year": year,
                "publisher": publisher,
                "value": value,
                "unit": "t",
                "flag": (flags or {}).get(country_id),
                "confidence": "high",
                "source_ids": (SOURCE,),
            }
            self.output.append(Production(**{f: row.get(f) for f in names(Production)}))

    def add_reserves(
        self,
        metal_id: str,
        values: dict[str, float | str],
        qualifiers: dict[str, str] | None = None,
    ) -> None:
        """Add reserves; a text in place of a figure is the word that the publisher gives."""
        if metal_id not in self.metals:
            self.add_metal(metal_id)
        for country_id, value in values.items():
            row = {
                "metal_id": metal_id,
                "form": "content",
                "country_id": country_id,
                "value": None if isinstance(value, str) else value,
                "word": value if isinstance(value, str) else None,
                "unit": "t",
                "qualifier": (qualifiers or {}).get(country_id),
                "confidence": "high",
                "source_ids": (SOURCE,),
            }
            self.held.append(Reserve(**{f: row.get(f) for f in names(Reserve)}))

    def add_reliance(
        self, metal_id: str, value: float | None, qualifier: str | None = None, flag: str | None = None
    ) -> None:
        row = {
            "metal_id": metal_id,
            "form": "all forms",
            "importer": "USA",
            "year": 2025,
            "net_import_reliance_pct": value,
            "qualifier": qualifier,
            "flag": flag,
            "confidence": "high",
            "source_ids": (SOURCE,),
        }
        self.reliances.append(Dependence(**{f: row.get(f) for f in names(Dependence)}))
