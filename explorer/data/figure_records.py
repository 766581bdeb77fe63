"""The figures as frozen records, as `records` has the controls: apart, since a start needs none of them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Use:
    """An end-use and its share (per cent) of a region's consumption; a `basis` like "sum of …" is a subtotal."""

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


@dataclass(frozen=True, slots=True)
class Sector:
    sector_id: str
    name_en: str
    name_zh: str | None
    description: str | None


@dataclass(frozen=True, slots=True)
class Substitute:
    metal_id: str
    use: str
    substitute: str
    penalty: str | None
    confidence: str
    source_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recycling:
    """A recycling rate in per cent; `kind` says of what."""

    metal_id: str
    kind: str
    year: int | None
    rate_pct: float | None
    qualifier: str | None
    region: str | None
    confidence: str
    source_ids: tuple[str, ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class Production:
    """Output of a country (or `WLD`) in one year by one publisher, for one stage and form."""

    metal_id: str
    stage: str
    form: str
    country_id: str
    year: int
    publisher: str
    value: float | None
    unit: str
    flag: str | None
    edition: str | None
    qualifier: str | None
    confidence: str
    source_ids: tuple[str, ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Where publishers differ much on one quantity; `ratio` is that of the two named in `ratio_of`."""

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


@dataclass(frozen=True, slots=True)
class Reserve:
    metal_id: str
    form: str
    country_id: str
    value: float | None
    unit: str
    qualifier: str | None
    edition: str | None
    confidence: str
    source_ids: tuple[str, ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class PriceSeries:
    """What a price is the price of; `basis` is nominal or names the year of constant money."""

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


@dataclass(frozen=True, slots=True)
class Price:
    series_id: str
    date: str
    value: float
    low: float | None
    high: float | None
    flag: str | None
    confidence: str
    source_ids: tuple[str, ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class Dependence:
    """Net import reliance of an importer: imports less exports, stocks counted, in per cent of apparent consumption."""

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


@dataclass(frozen=True, slots=True)
class ImportSource:
    """The share (per cent) that a country has in an importer's purchases over a period of years."""

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


@dataclass(frozen=True, slots=True)
class Trade:
    """Trade of one product in one period (`2024`, `2024-05`, `2024-01/2024-06`); periods overlap, never add them."""

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


@dataclass(frozen=True, slots=True)
class Producer:
    """A plant or mine that matters; a capacity is per year, a capacity year in the future is a plan."""

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


@dataclass(frozen=True, slots=True)
class Project:
    """New, restarting or growing supply; its state was true on `status_as_of`, never "today"."""

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


@dataclass(frozen=True, slots=True)
class CriticalList:
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


@dataclass(frozen=True, slots=True)
class ListMember:
    list_id: str
    metal_id: str
    as_named: str | None
    confidence: str
    source_ids: tuple[str, ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class RiskScore:
    metal_id: str
    assessor: str
    year: int
    indicator: str
    value: float | None
    unit: str | None
    confidence: str
    source_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MarketEvent:
    date: str
    metal_id: str
    headline: str
    confidence: str
    source_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim of the article that prompted this work, beside the best figure."""

    claim_id: str
    claim: str
    article_value: str | None
    best_value: str | None
    unit: str | None
    as_of: str | None
    verdict: str
    explanation: str
    metal_ids: tuple[str, ...]
    confidence: str
    source_ids: tuple[str, ...]
