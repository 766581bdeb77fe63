"""The facts as frozen records: fields are named as the columns of the tables, an unknown value is None.

Figures carry their unit, flag and source ids; dates are ISO text and may be partial (`2026`, `2026-04`).
Flags: `e` estimated by the publisher, `p` preliminary, `W` withheld (no value), `o` stands out and was checked.
"""

from dataclasses import dataclass, field

KIND_RANK = {
    "none": 0,
    "reporting": 1,
    "technology": 2,
    "trade_licence": 3,
    "state_trading": 4,
    "quota": 5,
    "end_use": 6,
    "licence": 7,
    "prohibition": 8,
}


@dataclass(frozen=True, slots=True)
class Edition:
    """Which data these are: `verified_to` is the last day for which control events were checked."""

    data_version: str
    verified_to: str
    verified_note: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Source:
    source_id: str
    publisher: str
    title: str
    date: str | None
    url: str | None
    kind: str
    note: str | None


@dataclass(frozen=True, slots=True)
class Country:
    country_id: str
    name_en: str
    name_zh: str | None


@dataclass(frozen=True, slots=True)
class Metal:
    """A metal, mineral, material or group; `member_of` names the group whose figures stand in for its own."""

    metal_id: str
    symbol: str | None
    atomic_number: int | None
    name_en: str
    name_zh: str
    pinyin: str
    kind: str
    metal_group: str
    member_of: str | None
    density_g_cm3: float | None
    melting_point_c: float | None
    boiling_point_c: float | None
    crustal_abundance_ppm: float | None
    main_source: str | None
    by_product_of: tuple[str, ...]
    summary: str
    profile: str
    confidence: str
    source_ids: tuple[str, ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class Instrument:
    """A document: a law, an announcement, a notice. `jurisdiction` is the country that controls."""

    instrument_id: str
    jurisdiction: str
    issuer: str
    number: str | None
    title_en: str
    title_zh: str | None
    announced: str | None
    kind: str
    summary: str
    confidence: str
    source_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeasureEvent:
    """A dated step in a measure's life; `until` is the last day of a suspension."""

    measure_id: str
    date: str
    event: str
    until: str | None
    basis: str
    by_instrument_id: str | None
    note: str | None
    confidence: str
    source_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeasureMetal:
    """That a measure targets a metal, and for which of its forms."""

    measure_id: str
    metal_id: str
    scope: str | None
    confidence: str
    source_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """One legal effect of an instrument: what binds, towards whom, since when; with its events in date order."""

    measure_id: str
    instrument_id: str
    clause: str | None
    kind: str
    destination: str
    announced: str | None
    effective: str | None
    expires: str | None
    summary: str
    confidence: str
    source_ids: tuple[str, ...]
    instrument: Instrument
    events: tuple[MeasureEvent, ...] = ()
    targets: tuple[MeasureMetal, ...] = ()

    @property
    def jurisdiction(self) -> str:
        """The country that controls, as the instrument says."""
        return self.instrument.jurisdiction

    def target(self, metal_id: str) -> MeasureMetal | None:
        """Return how the measure targets the metal, or None where it does not."""
        return next((t for t in self.targets if t.metal_id == metal_id), None)


@dataclass(frozen=True, slots=True)
class ItemCode:
    """A reference customs commodity number of an item, for the tariff years from `valid_from` to `valid_to`."""

    item_id: str
    hs_code: str
    valid_from: str | None
    valid_to: str | None
    confidence: str
    source_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a control list; `control_codes` may be empty, `relation` is `target` or `other form`."""

    item_id: str
    measure_id: str
    item_no: str | None
    metal_id: str
    control_code: str | None
    description: str
    form: str
    relation: str
    code_basis: str
    confidence: str
    source_ids: tuple[str, ...]
    codes: tuple[ItemCode, ...] = ()

    @property
    def control_codes(self) -> tuple[str, ...]:
        """The control codes one by one (a cell may join several)."""
        return tuple(c.strip() for c in (self.control_code or "").split(";") if c.strip())


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
class Hit:
    """A search result: `kind` and `key` say what, `metal_id` where it is shown."""

    kind: str
    key: str
    metal_id: str | None
    title: str
    title_zh: str | None
    excerpt: str = field(default="")


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
