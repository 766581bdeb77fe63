"""The figures of the data file: production, uses, trade, prices, lists, buyers. Part of the store."""

# The classes come from a module that is imported late, so the type checker does not see them here.
# mypy: disable-error-code="no-any-return"

from abc import abstractmethod
from functools import cached_property
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from explorer.data.supply import records as f


class FigureQueries:
    """Reads figures as frozen records; their classes are loaded when first needed, not at the start."""

    @abstractmethod
    def rows(self, record: Any, **equal: object) -> Any:
        """Return the rows of a record's table in its order."""

    @abstractmethod
    def query(self, sql: str, *args: object) -> list[tuple[Any, ...]]:
        """Run a query."""

    @abstractmethod
    def _load(self, record: Any, table: str, where: str = "", *args: object) -> Any:
        """Return the rows of a table as records."""

    @cached_property
    def _figures(self) -> ModuleType:
        from explorer.data.supply import records

        return records

    @cached_property
    def sectors(self) -> "dict[str, f.Sector]":
        """All sectors of use by id."""
        return {s.sector_id: s for s in self.rows(self._figures.Sector)}

    @cached_property
    def lists(self) -> "dict[str, f.CriticalList]":
        """The official lists of critical materials by id."""
        return {x.list_id: x for x in self.rows(self._figures.CriticalList)}

    @cached_property
    def claims(self) -> "tuple[f.Claim, ...]":
        """The checked claims of the press article that led to this reference."""
        return self.rows(self._figures.Claim)

    # of one metal

    def world_production(self, metal_id: str) -> "tuple[f.Production, ...]":
        """The world totals of a metal; the plus sign keeps SQLite from using the index of countries."""
        record = self._figures.Production
        where = f"WHERE metal_id = ? AND +country_id = 'WLD' ORDER BY {record.ORDER}"
        return self._load(record, record.TABLE, where, metal_id)

    def uses(self, metal_id: str) -> "tuple[f.Use, ...]":
        """The end-uses of a metal, of all regions and years."""
        return self.rows(self._figures.Use, metal_id=metal_id)

    def substitutes(self, metal_id: str) -> "tuple[f.Substitute, ...]":
        """The substitutes of a metal, by use, with their drawbacks."""
        return self.rows(self._figures.Substitute, metal_id=metal_id)

    def recycling(self, metal_id: str) -> "tuple[f.Recycling, ...]":
        """Recycling rates in per cent."""
        return self.rows(self._figures.Recycling, metal_id=metal_id)

    def production(self, metal_id: str) -> "tuple[f.Production, ...]":
        """Output and capacity by country, year, stage, form and publisher; never mix publishers, stages or forms."""
        return self.rows(self._figures.Production, metal_id=metal_id)

    def production_since(self, year: int) -> "tuple[f.Production, ...]":
        """Output of all metals from a year on."""
        record = self._figures.Production
        return self._load(record, record.TABLE, f"WHERE year >= ? ORDER BY {record.ORDER}", year)

    def disagreements(self, metal_id: str) -> "tuple[f.Disagreement, ...]":
        """Quantities on which publishers differ widely."""
        return self.rows(self._figures.Disagreement, metal_id=metal_id)

    def reserves(self, metal_id: str) -> "tuple[f.Reserve, ...]":
        """Reserves by country and form."""
        return self.rows(self._figures.Reserve, metal_id=metal_id)

    def price_series(self, metal_id: str) -> "tuple[f.PriceSeries, ...]":
        """The price series of a metal that have prices, unit values included."""
        record = self._figures.PriceSeries
        where = f"WHERE metal_id = ? AND series_id IN (SELECT series_id FROM prices) ORDER BY {record.ORDER}"
        return self._load(record, record.TABLE, where, metal_id)

    def prices(self, series_id: str) -> "tuple[f.Price, ...]":
        """The points of one series in date order."""
        return self.rows(self._figures.Price, series_id=series_id)

    def dependence(self, metal_id: str) -> "tuple[f.Dependence, ...]":
        """Net import reliance by importer, form and year."""
        return self.rows(self._figures.Dependence, metal_id=metal_id)

    def dependence_of(self, importer: str) -> "tuple[f.Dependence, ...]":
        """Net import reliance of one importer for all metals."""
        return self.rows(self._figures.Dependence, importer=importer)

    @cached_property
    def importers(self) -> frozenset[str]:
        """The importers whose net import reliance is on file."""
        return frozenset(row[0] for row in self.query("SELECT DISTINCT importer FROM dependence"))

    def import_sources(self, metal_id: str) -> "tuple[f.ImportSource, ...]":
        """The import sources of an importer, in per cent over a period."""
        return self.rows(self._figures.ImportSource, metal_id=metal_id)

    def trade(self, metal_id: str) -> "tuple[f.Trade, ...]":
        """Trade by reporter, partner, flow, product and period; periods overlap and products too."""
        return self.rows(self._figures.Trade, metal_id=metal_id)

    def producers(self, metal_id: str) -> "tuple[f.Producer, ...]":
        """Main mines and plants."""
        return self.rows(self._figures.Producer, metal_id=metal_id)

    def projects(self, metal_id: str) -> "tuple[f.Project, ...]":
        """Planned and growing supply."""
        return self.rows(self._figures.Project, metal_id=metal_id)

    @property
    def all_producers(self) -> "tuple[f.Producer, ...]":
        """Main mines and plants of all metals."""
        return self.rows(self._figures.Producer)

    @property
    def all_projects(self) -> "tuple[f.Project, ...]":
        """Planned and growing supply of all metals."""
        return self.rows(self._figures.Project)

    def list_members(self, metal_id: str) -> "tuple[f.ListMember, ...]":
        """The official lists that name a metal."""
        return self.rows(self._figures.ListMember, metal_id=metal_id)

    @property
    def listed_metals(self) -> dict[str, int]:
        """The number of metals on each official list that names any."""
        return dict(self.query("SELECT list_id, count(DISTINCT metal_id) FROM list_members GROUP BY list_id"))

    def risk_scores(self, metal_id: str) -> "tuple[f.RiskScore, ...]":
        """The risk scores of a metal."""
        return self.rows(self._figures.RiskScore, metal_id=metal_id)

    def market_events(self, metal_id: str) -> "tuple[f.MarketEvent, ...]":
        """Dated events that a chart may annotate."""
        return self.rows(self._figures.MarketEvent, metal_id=metal_id)

    # of one buyer

    @cached_property
    def buyer_codes(self) -> "dict[str, f.BuyerCode]":
        """All customs headings of the buyer tables by code."""
        return {c.hs_code: c for c in self.rows(self._figures.BuyerCode)}

    @cached_property
    def buyer_code_measures(self) -> "tuple[f.BuyerCodeMeasure, ...]":
        """Whether each licence or ban covers the form that each heading stands for."""
        return self.rows(self._figures.BuyerCodeMeasure)

    @cached_property
    def buyers(self) -> tuple[str, ...]:
        """The ids of the importing countries and blocs with rows."""
        return tuple(row[0] for row in self.query("SELECT DISTINCT buyer FROM buyer_dependence"))

    @cached_property
    def buyer_years(self) -> tuple[int, int]:
        """The first and the last year of the buyer tables, zeros where they are empty."""
        first, last = self.query("SELECT min(year), max(year) FROM buyer_dependence")[0]
        return int(first or 0), int(last or 0)

    @property
    def last_buyer_year(self) -> int:
        """The last year of the buyer tables; all its figures are preliminary."""
        return self.buyer_years[1]

    def buyer_dependence(self, buyer: str, metal_id: str) -> "tuple[f.BuyerDependence, ...]":
        """The imports of a buyer under each heading of a metal, year by year."""
        return self.rows(self._figures.BuyerDependence, buyer=buyer, metal_id=metal_id)

    def buyer_imports(self, buyer: str, metal_id: str) -> "tuple[f.BuyerImport, ...]":
        """The suppliers of a buyer under each heading of a metal, year by year, the largest first."""
        return self.rows(self._figures.BuyerImport, buyer=buyer, metal_id=metal_id)

    def buyer_totals(self, buyer: str) -> "tuple[f.BuyerDependence, ...]":
        """The imports of a buyer under every heading, year by year."""
        return self.rows(self._figures.BuyerDependence, buyer=buyer)

    def buyer_imports_from(self, buyer: str, *partners: str) -> "tuple[f.BuyerImport, ...]":
        """The imports of a buyer from some suppliers where they are named, under every heading, year by year."""
        record = self._figures.BuyerImport
        where = f"WHERE buyer = ? AND partner IN ({', '.join('?' * len(partners))}) ORDER BY {record.ORDER}"
        return self._load(record, record.TABLE, where, buyer, *partners)
