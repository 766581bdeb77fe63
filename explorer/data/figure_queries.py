"""The figures of the data file: what is produced, used, traded, priced and listed. Part of the store."""

# The classes come from a module that is imported late, so their types are lost to the checker here alone.
# mypy: disable-error-code="no-any-return"

from abc import abstractmethod
from functools import cached_property
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from explorer.data import figure_records as f


class FigureQueries:
    """Reads figures as frozen records; their classes are made at the first question, not at the start."""

    @abstractmethod
    def _load(self, record: Any, table: str, where: str = "", *args: object) -> Any:
        """Return the rows of a table as records."""

    @cached_property
    def _figures(self) -> ModuleType:
        from explorer.data import figure_records

        return figure_records

    @cached_property
    def sectors(self) -> "dict[str, f.Sector]":
        """All sectors of use by id."""
        return {s.sector_id: s for s in self._load(self._figures.Sector, "sectors", "ORDER BY name_en")}

    @cached_property
    def lists(self) -> "dict[str, f.CriticalList]":
        """The official lists of critical materials by id."""
        return {x.list_id: x for x in self._load(self._figures.CriticalList, "lists", "ORDER BY list_id")}

    @cached_property
    def claims(self) -> "tuple[f.Claim, ...]":
        """The checked claims of the article that prompted this work."""
        return self._load(self._figures.Claim, "claims", "ORDER BY claim_id")

    # what belongs to one metal

    def uses(self, metal_id: str) -> "tuple[f.Use, ...]":
        """The end-uses of a metal, of all regions and years."""
        return self._load(self._figures.Use, "uses", "WHERE metal_id = ? ORDER BY use_no", metal_id)

    def substitutes(self, metal_id: str) -> "tuple[f.Substitute, ...]":
        """What can stand in for a metal, by use, and what that costs."""
        return self._load(
            self._figures.Substitute, "substitutes", "WHERE metal_id = ? ORDER BY use, substitute", metal_id
        )

    def recycling(self, metal_id: str) -> "tuple[f.Recycling, ...]":
        """Recycling rates in per cent."""
        return self._load(
            self._figures.Recycling, "recycling", "WHERE metal_id = ? ORDER BY kind, year", metal_id
        )

    def production(self, metal_id: str) -> "tuple[f.Production, ...]":
        """Output and capacity by country, year, stage, form and publisher; never mix publishers, stages or forms."""
        return self._load(
            self._figures.Production,
            "production",
            "WHERE metal_id = ? ORDER BY publisher, stage, form, year, country_id",
            metal_id,
        )

    def production_since(self, year: int) -> "tuple[f.Production, ...]":
        """Output of all metals from a year on."""
        return self._load(
            self._figures.Production,
            "production",
            "WHERE year >= ? ORDER BY metal_id, publisher, stage, form, year, country_id",
            year,
        )

    def disagreements(self, metal_id: str) -> "tuple[f.Disagreement, ...]":
        """Where publishers differ much on the same quantity."""
        return self._load(
            self._figures.Disagreement,
            "disagreements",
            "WHERE metal_id = ? ORDER BY country_id, year",
            metal_id,
        )

    def reserves(self, metal_id: str) -> "tuple[f.Reserve, ...]":
        """Reserves by country and form."""
        return self._load(
            self._figures.Reserve, "reserves", "WHERE metal_id = ? ORDER BY form, country_id", metal_id
        )

    def price_series(self, metal_id: str) -> "tuple[f.PriceSeries, ...]":
        """What prices there are."""
        return self._load(
            self._figures.PriceSeries, "price_series", "WHERE metal_id = ? ORDER BY series_id", metal_id
        )

    def prices(self, series_id: str) -> "tuple[f.Price, ...]":
        """The points of one series in date order."""
        return self._load(self._figures.Price, "prices", "WHERE series_id = ? ORDER BY date", series_id)

    def dependence(self, metal_id: str) -> "tuple[f.Dependence, ...]":
        """Net import reliance by importer, form and year."""
        return self._load(
            self._figures.Dependence,
            "dependence",
            "WHERE metal_id = ? ORDER BY importer, form, year",
            metal_id,
        )

    def dependence_of(self, importer: str) -> "tuple[f.Dependence, ...]":
        """Net import reliance of one importer for all metals."""
        return self._load(
            self._figures.Dependence,
            "dependence",
            "WHERE importer = ? ORDER BY metal_id, form, year",
            importer,
        )

    def import_sources(self, metal_id: str) -> "tuple[f.ImportSource, ...]":
        """Where an importer buys, in per cent over a period."""
        return self._load(
            self._figures.ImportSource,
            "import_sources",
            "WHERE metal_id = ? ORDER BY importer, form, period, country_id",
            metal_id,
        )

    def trade(self, metal_id: str) -> "tuple[f.Trade, ...]":
        """Trade by reporter, partner, flow, product and period; periods overlap and products too."""
        return self._load(
            self._figures.Trade,
            "trade",
            "WHERE metal_id = ? ORDER BY reporter, flow, product, partner, period",
            metal_id,
        )

    def producers(self, metal_id: str) -> "tuple[f.Producer, ...]":
        """Plants and mines that matter."""
        return self._load(
            self._figures.Producer, "producers", "WHERE metal_id = ? ORDER BY country_id, company", metal_id
        )

    def projects(self, metal_id: str) -> "tuple[f.Project, ...]":
        """New, restarting or growing supply."""
        return self._load(
            self._figures.Project, "projects", "WHERE metal_id = ? ORDER BY country_id, company", metal_id
        )

    def list_members(self, metal_id: str) -> "tuple[f.ListMember, ...]":
        """The official lists that name a metal."""
        return self._load(
            self._figures.ListMember, "list_members", "WHERE metal_id = ? ORDER BY list_id", metal_id
        )

    def risk_scores(self, metal_id: str) -> "tuple[f.RiskScore, ...]":
        """What assessors say of a metal's supply risk."""
        return self._load(
            self._figures.RiskScore,
            "risk_scores",
            "WHERE metal_id = ? ORDER BY assessor, year, indicator",
            metal_id,
        )

    def market_events(self, metal_id: str) -> "tuple[f.MarketEvent, ...]":
        """Dated events that a chart may annotate."""
        return self._load(
            self._figures.MarketEvent, "market_events", "WHERE metal_id = ? ORDER BY date", metal_id
        )
