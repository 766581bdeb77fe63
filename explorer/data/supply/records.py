"""The figures as frozen records, separate from `explorer.data.records` because the start needs none of them.

Each record names its table and the order of its rows; its fields are the columns.
"""

from typing import ClassVar

from msgspec import Struct


class Use(Struct, frozen=True):
    """An end-use and its share (per cent) of a region's consumption; a `basis` like "sum of …" is a subtotal."""

    TABLE: ClassVar = "uses"
    ORDER: ClassVar = "use_no"

    metal_id: str
    use_no: int
    use: str
    sector_id: str
    share_pct: float | None
    qualifier: str | None
    region: str | None
    year: int | None
    why_it_matters: str | None
    basis: str | None
    confidence: str
    source_ids: tuple[str, ...]
    note: str | None


class Sector(Struct, frozen=True):
    TABLE: ClassVar = "sectors"
    ORDER: ClassVar = "name_en"

    sector_id: str
    name_en: str
    name_zh: str | None
    description: str | None


class Substitute(Struct, frozen=True):
    TABLE: ClassVar = "substitutes"
    ORDER: ClassVar = "use, substitute"

    metal_id: str
    use: str
    substitute: str
    penalty: str | None
    confidence: str
    source_ids: tuple[str, ...]


class Recycling(Struct, frozen=True):
    """A recycling rate in per cent; `kind` names the total that it is a share of."""

    TABLE: ClassVar = "recycling"
    ORDER: ClassVar = "kind, year"

    metal_id: str
    kind: str
    year: int | None
    rate_pct: float | None
    qualifier: str | None
    region: str | None
    confidence: str
    source_ids: tuple[str, ...]
    note: str | None


class Production(Struct, frozen=True):
    """Output of a country (or `WLD`) in one year by one publisher, for one stage and form.

    `low` and `high` are the ends of a published range, `word` is the word that was published instead of a figure.
    """

    TABLE: ClassVar = "production"
    ORDER: ClassVar = "metal_id, publisher, stage, form, year, country_id"

    metal_id: str
    stage: str
    form: str
    country_id: str
    year: int
    publisher: str
    value: float | None
    low: float | None
    high: float | None
    word: str | None
    unit: str
    flag: str | None
    edition: str | None
    qualifier: str | None
    confidence: str
    source_ids: tuple[str, ...]
    note: str | None


class Disagreement(Struct, frozen=True):
    """A quantity on which publishers differ widely; `ratio` compares the two figures named in `ratio_of`."""

    TABLE: ClassVar = "disagreements"
    ORDER: ClassVar = "country_id, year"

    metal_id: str
    country_id: str
    year: int
    basis: str
    wmd: float | None
    bgs: float | None
    usgs: float | None
    unit: str
    ratio: float | None
    ratio_of: str | None
    likely_reason: str | None
    confidence: str
    source_ids: tuple[str, ...]


class Reserve(Struct, frozen=True):
    """Reserves of a country (or `WLD`); `word` is the word published instead of a figure, such as “large”."""

    TABLE: ClassVar = "reserves"
    ORDER: ClassVar = "form, country_id"

    metal_id: str
    form: str
    country_id: str
    value: float | None
    word: str | None
    unit: str
    qualifier: str | None
    edition: str | None
    confidence: str
    source_ids: tuple[str, ...]
    note: str | None


class PriceSeries(Struct, frozen=True):
    """A series of prices or unit values; `basis` is nominal or names the year of constant prices."""

    TABLE: ClassVar = "price_series"
    ORDER: ClassVar = "series_id"

    series_id: str
    metal_id: str
    name: str
    specification: str | None
    market: str | None
    currency: str
    unit: str
    frequency: str
    basis: str
    provider: str | None
    first_date: str
    last_date: str
    points: int
    confidence: str
    source_ids: tuple[str, ...]
    note: str | None

    @property
    def is_customs_value(self) -> bool:
        """Whether the values are customs value divided by quantity."""
        return self._names("customs value")

    @property
    def is_unit_value(self) -> bool:
        """Whether the values are a value divided by a quantity, which is not a market price."""
        return self.is_customs_value or self._names("unit value")

    def _names(self, words: str) -> bool:
        texts = (self.name, self.specification, self.market, self.note)
        return any(words in (text or "").casefold() for text in texts)


class Price(Struct, frozen=True):
    TABLE: ClassVar = "prices"
    ORDER: ClassVar = "date"

    series_id: str
    date: str
    value: float
    low: float | None
    high: float | None
    flag: str | None
    confidence: str
    source_ids: tuple[str, ...]
    note: str | None


class Dependence(Struct, frozen=True):
    """Net import reliance: imports less exports, stocks counted, in per cent of apparent consumption."""

    TABLE: ClassVar = "dependence"
    ORDER: ClassVar = "metal_id, importer, form, year"

    metal_id: str
    form: str
    importer: str
    year: int
    net_import_reliance_pct: float | None
    qualifier: str | None
    apparent_consumption: float | None
    imports: float | None
    exports: float | None
    unit: str | None
    flag: str | None
    edition: str | None
    confidence: str
    source_ids: tuple[str, ...]
    note: str | None


class ImportSource(Struct, frozen=True):
    """A country's share (per cent) of an importer's purchases over a period of years."""

    TABLE: ClassVar = "import_sources"
    ORDER: ClassVar = "importer, form, period, country_id"

    metal_id: str
    form: str
    importer: str
    period: str
    country_id: str
    share_pct: float | None
    qualifier: str | None
    edition: str | None
    confidence: str
    source_ids: tuple[str, ...]
    note: str | None


class Trade(Struct, frozen=True):
    """Trade of one product in one period (`2024`, `2024-05`, `2024-01/2024-06`); periods overlap, never add them."""

    TABLE: ClassVar = "trade"
    ORDER: ClassVar = "reporter, flow, product, partner, period"

    metal_id: str
    product: str
    reporter: str
    partner: str
    flow: str
    period: str
    hs: str | None
    quantity: float | None
    unit: str
    value_usd: float | None
    flag: str | None
    confidence: str
    source_ids: tuple[str, ...]
    note: str | None


class Producer(Struct, frozen=True):
    """A main mine or plant; a capacity is per year, a capacity year in the future is a plan."""

    TABLE: ClassVar = "producers"
    ORDER: ClassVar = "country_id, company"

    producer_id: str
    metal_id: str
    company: str
    site: str | None
    country_id: str
    stage: str
    form: str | None
    capacity: float | None
    unit: str | None
    capacity_year: int | None
    status: str
    note: str | None
    confidence: str
    source_ids: tuple[str, ...]


class Project(Struct, frozen=True):
    """Planned or growing supply; its status holds for `status_as_of`."""

    TABLE: ClassVar = "projects"
    ORDER: ClassVar = "country_id, company"

    project_id: str
    metal_id: str
    company: str
    site: str | None
    country_id: str
    stage: str
    planned_capacity: float | None
    unit: str | None
    status: str
    expected_start: str | None
    status_as_of: str
    public_support: str | None
    note: str | None
    confidence: str
    source_ids: tuple[str, ...]


class CriticalList(Struct, frozen=True):
    TABLE: ClassVar = "lists"
    ORDER: ClassVar = "list_id"

    list_id: str
    name: str
    issuer: str
    date: str | None
    url: str | None
    entry_count: int | None
    status: str
    confidence: str
    source_ids: tuple[str, ...]
    note: str | None


class ListMember(Struct, frozen=True):
    TABLE: ClassVar = "list_members"
    ORDER: ClassVar = "list_id"

    list_id: str
    metal_id: str
    as_named: str | None
    confidence: str
    source_ids: tuple[str, ...]
    note: str | None


class RiskScore(Struct, frozen=True):
    TABLE: ClassVar = "risk_scores"
    ORDER: ClassVar = "assessor, year, indicator"

    metal_id: str
    assessor: str
    year: int
    indicator: str
    value: float | None
    unit: str | None
    confidence: str
    source_ids: tuple[str, ...]
    note: str | None


class MarketEvent(Struct, frozen=True):
    TABLE: ClassVar = "market_events"
    ORDER: ClassVar = "date"

    date: str
    metal_id: str
    headline: str
    confidence: str
    source_ids: tuple[str, ...]


class Claim(Struct, frozen=True):
    """A claim of the press article that led to this reference, with the best figure on file.

    `chart` is the kind of the chart that shows it, the metal, and the series if not the default; None without one.
    """

    TABLE: ClassVar = "claims"
    ORDER: ClassVar = "claim_id"

    claim_id: str
    claim: str
    article_value: str | None
    best_value: str | None
    unit: str | None
    as_of: str | None
    verdict: str
    explanation: str
    metal_ids: tuple[str, ...]
    chart: str | None
    confidence: str
    source_ids: tuple[str, ...]


class BuyerCode(Struct, frozen=True):
    """A heading of the Harmonized System of 1992, with the metals and the form that it covers.

    The first of `metal_ids` is the metal of the rows. `scope` is alone, part, mixed or basket; `use` is yes,
    labelled (shown only with `what_else`), no or wanted (not in the source). `what_else` is the rest of its content.
    """

    TABLE: ClassVar = "buyer_codes"
    ORDER: ClassVar = "hs_code"

    hs_code: str
    hs_edition: str
    metal_ids: tuple[str, ...]
    form: str
    heading: str
    scope: str
    use: str
    what_else: str
    confidence: str
    source_ids: tuple[str, ...]


class BuyerCodeMeasure(Struct, frozen=True):
    """Whether a licence or ban covers the form that a heading stands for: yes, part (some of it) or no, and why."""

    TABLE: ClassVar = "buyer_code_measures"
    ORDER: ClassVar = "hs_code, metal_id, measure_id"

    hs_code: str
    metal_id: str
    measure_id: str
    covers: str
    reason: str
    confidence: str
    source_ids: tuple[str, ...]


class BuyerDependence(Struct, frozen=True):
    """A buyer's imports under a heading in a year, with the shares of China, Hong Kong and re-export hubs.

    Tonnes of product and thousands of US dollars; shares in per cent of the tonnes unless named otherwise; `hhi`
    runs from 0 to 10,000. Unit values are USD per tonne. Source: CEPII, BACI.
    """

    TABLE: ClassVar = "buyer_dependence"
    ORDER: ClassVar = "hs_code, year"

    buyer: str
    metal_id: str
    form: str
    hs_code: str
    year: int
    total_t: float | None
    total_kusd: float
    share_chn_pct: float | None
    share_hkg_pct: float | None
    share_chn_hkg_pct: float | None
    share_chn_hkg_value_pct: float
    share_hubs_pct: float | None
    top_supplier: str | None
    top_share_pct: float | None
    hhi: float | None
    suppliers: int
    unit_value_usd_t: float | None
    world_usd_t: float
    flag: str | None
    note: str | None


class BuyerImport(Struct, frozen=True):
    """A buyer's imports under a heading from one supplier (`OTH`: the rest) in a year, in tonnes of product."""

    TABLE: ClassVar = "buyer_imports"
    ORDER: ClassVar = "hs_code, year, quantity_t DESC, partner"

    buyer: str
    metal_id: str
    form: str
    hs_code: str
    year: int
    partner: str
    quantity_t: float | None
    value_kusd: float
    share_pct: float | None
    flag: str | None
