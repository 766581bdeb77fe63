"""The tables: one for each CSV file, in an order in which each refers only to itself and those before it."""

from .columns import (
    Column,
    Table,
    country_code,
    date,
    day,
    evidence,
    ident,
    integer,
    label,
    must,
    percent,
    period,
    real,
    ref,
    text,
    words,
    year,
)
from .words import EVENTS, INSTRUMENT_KINDS, MEASURE_KINDS, PROJECT_STATES, RELIANCE_WORDS, SITE_STAGES


def _table(name: str, key: str, *columns: Column | tuple[Column, ...]) -> Table:
    flat: list[Column] = []
    for column in columns:
        flat.extend((column,) if isinstance(column, Column) else column)
    return Table(name, tuple(key.split(",")), tuple(flat))


def _metal() -> Column:
    return ref("metal_id", "metals")


def _country(name: str = "country_id") -> Column:
    return ref(name, "countries")


def _mass() -> Column:
    return words("unit", "t", "kg", "ct")


def _bound(*more: str) -> Column:
    return words("qualifier", "<", ">", "~", *more)


_REFERENCE = (
    _table("meta", "key", label("key"), label("value")),
    _table(
        "sources",
        "source_id",
        (ident("source_id"), label("publisher"), label("title"), date("date"), text("url")),
        must(words("kind", "news", "statistical", "analysis", "official", "industry", "law")),
        text("note"),
    ),
    _table("countries", "country_id", country_code("country_id"), label("name_en"), label("name_zh")),
    _table(
        "sectors", "sector_id", ident("sector_id"), label("name_en"), label("name_zh"), label("description")
    ),
    _table(
        "metals",
        "metal_id",
        (ident("metal_id"), text("symbol", r"[A-Z][a-z]?"), integer("atomic_number", 1, 118)),
        (label("name_en"), label("name_zh"), label("pinyin")),
        must(words("kind", "element", "mineral", "material", "group")),
        (label("metal_group"), ref("member_of", "metals", required=False)),
        (real("density_g_cm3"), real("melting_point_c", -273.15), real("boiling_point_c", -273.15)),
        (real("crustal_abundance_ppm", 0, 1_000_000), text("main_source"), text("by_product_of")),
        (label("summary"), must(words("profile", "full", "brief"))),
        evidence(),
        text("note"),
    ),
)

_METAL_FACTS = (
    _table(
        "uses",
        "metal_id,use_no",
        (_metal(), must(integer("use_no", 1)), label("use"), ref("sector_id", "sectors")),
        (percent("share_pct"), _bound(), ref("region", "countries", required=False), year()),
        (text("why_it_matters"), text("basis")),
        evidence(),
        text("note"),
    ),
    _table(
        "substitutes",
        "metal_id,use,substitute",
        (_metal(), label("use"), label("substitute"), text("penalty")),
        evidence(),
    ),
    _table(
        "recycling",
        "metal_id,kind,year",
        (_metal(), label("kind"), must(year()), must(percent("rate_pct")), _bound(), _country("region")),
        evidence(),
        text("note"),
    ),
    _table(
        "lists",
        "list_id",
        (ident("list_id"), label("name"), label("issuer"), must(date("date")), label("url")),
        (must(integer("entry_count", 1)), must(words("status", "current", "superseded"))),
        evidence(),
        text("note"),
    ),
    _table(
        "list_members",
        "list_id,metal_id",
        (ref("list_id", "lists"), _metal(), label("as_named")),
        evidence(),
        text("note"),
    ),
    _table(
        "risk_scores",
        "metal_id,assessor,year,indicator",
        (_metal(), label("assessor"), must(year()), label("indicator"), must(real("value")), label("unit")),
        evidence(),
        text("note"),
    ),
    _table(
        "market_events",
        "date,metal_id,headline",
        (must(day("date")), _metal(), label("headline")),
        evidence(),
    ),
    _table(
        "claims",
        "claim_id",
        (ident("claim_id"), label("claim"), text("article_value"), text("best_value"), text("unit")),
        period("as_of"),
        must(words("verdict", "confirmed", "imprecise", "misleading", "contradicted", "unverified")),
        (label("explanation"), label("metal_ids")),
        evidence(),
    ),
)

_CONTROLS = (
    _table(
        "instruments",
        "instrument_id",
        (ident("instrument_id"), _country("jurisdiction"), label("issuer"), text("number")),
        (label("title_en"), text("title_zh"), date("announced"), must(words("kind", *INSTRUMENT_KINDS))),
        label("summary"),
        evidence(),
    ),
    _table(
        "measures",
        "measure_id",
        (ident("measure_id"), ref("instrument_id", "instruments"), text("clause")),
        (must(words("kind", *MEASURE_KINDS)), label("destination")),
        (date("announced"), date("effective"), date("expires"), label("summary")),
        evidence(),
    ),
    _table(
        "measure_metals",
        "measure_id,metal_id",
        (ref("measure_id", "measures"), _metal(), label("scope")),
        evidence(),
    ),
    _table(
        "measure_events",
        "measure_id,date,event",
        (ref("measure_id", "measures"), must(date("date")), must(words("event", *EVENTS)), day("until")),
        must(words("basis", "text", "statement")),
        (ref("by_instrument_id", "instruments", required=False), text("note")),
        evidence(),
    ),
    _table(
        "items",
        "item_id",
        (ident("item_id"), ref("measure_id", "measures"), label("item_no"), _metal()),
        (text("control_code", r"[0-9A-Za-z.]+(;[0-9A-Za-z.]+)*"), label("description"), label("form")),
        must(words("relation", "target", "other form")),
        must(words("code_basis", "printed", "none printed", "not seen")),
        evidence(),
    ),
    _table(
        "item_codes",
        "item_id,hs_code,valid_from",
        (ref("item_id", "items"), must(text("hs_code", r"\d{8}(\d\d)?"))),
        (must(day("valid_from")), day("valid_to")),
        evidence(),
    ),
)

_SUPPLY = (
    _table(
        "production",
        "metal_id,stage,form,country_id,year,publisher",
        _metal(),
        must(words("stage", "mine", "smelter", "refinery", "primary", "secondary", "capacity")),
        (label("form"), _country(), must(year()), must(words("publisher", "usgs", "wmd", "bgs"))),
        (real("value"), must(_mass()), words("flag", "W", "e", "p", "o"), label("edition"), _bound()),
        evidence(),
        text("note"),
    ),
    _table(
        "disagreements",
        "metal_id,country_id,year,basis",
        (_metal(), _country(), must(year()), label("basis"), real("wmd"), real("bgs"), real("usgs")),
        (must(_mass()), real("ratio", 1)),
        must(words("ratio_of", "wmd/usgs", "usgs/wmd", "bgs/wmd", "wmd/bgs", "usgs/bgs", "bgs/usgs")),
        label("likely_reason"),
        evidence(),
    ),
    _table(
        "reserves",
        "metal_id,form,country_id",
        (_metal(), label("form"), _country(), real("value"), must(_mass()), _bound(), label("edition")),
        evidence(),
        text("note"),
    ),
    _table(
        "dependence",
        "metal_id,form,importer,year",
        (_metal(), label("form"), _country("importer"), must(year()), percent("net_import_reliance_pct")),
        _bound(*RELIANCE_WORDS),
        (real("apparent_consumption"), real("imports"), real("exports"), _mass(), words("flag", "e")),
        text("edition"),
        evidence(),
        text("note"),
    ),
    _table(
        "import_sources",
        "metal_id,form,importer,period,country_id",
        (_metal(), label("form"), _country("importer"), must(period("period")), _country()),
        (must(percent("share_pct")), _bound(), label("edition")),
        evidence(),
        text("note"),
    ),
    _table(
        "trade",
        "metal_id,product,reporter,partner,flow,period",
        (_metal(), label("product"), _country("reporter"), _country("partner")),
        (must(words("flow", "export", "import")), must(period("period")), text("hs", r"\d+(;\d+)*")),
        (real("quantity"), must(_mass()), real("value_usd"), words("flag", "e", "p", "o")),
        evidence(),
        text("note"),
    ),
    _table(
        "producers",
        "producer_id",
        (ident("producer_id"), _metal(), label("company"), label("site"), _country()),
        (must(words("stage", *SITE_STAGES)), label("form"), real("capacity"), _mass(), year("capacity_year")),
        (must(words("status", "operating", "planned", "care-and-maintenance", "closed")), text("note")),
        evidence(),
    ),
    _table(
        "projects",
        "project_id",
        (ident("project_id"), _metal(), label("company"), label("site"), _country()),
        (must(words("stage", *SITE_STAGES)), real("planned_capacity"), _mass()),
        (must(words("status", *PROJECT_STATES)), date("expected_start"), must(date("status_as_of"))),
        (text("public_support"), text("note")),
        evidence(),
    ),
)

_PRICES = (
    _table(
        "price_series",
        "series_id",
        (ident("series_id"), _metal(), label("name"), label("specification"), label("market")),
        (must(words("currency", "USD", "CNY")), label("unit")),
        must(words("frequency", "annual", "monthly", "half-monthly", "weekly", "daily", "irregular")),
        (label("basis"), text("provider"), must(date("first_date")), must(date("last_date"))),
        must(integer("points", 1)),
        evidence(),
        text("note"),
    ),
    _table(
        "prices",
        "series_id,date",
        (ref("series_id", "price_series"), must(date("date")), must(real("value")), real("low")),
        (real("high"), words("flag", "e", "p", "o")),
        evidence(),
        text("note"),
    ),
)

_TEXTS = (
    _table(
        "texts_zh",
        "file,key,column",
        (label("file"), label("key"), label("column"), label("text")),
        must(text("english_sha8", r"[0-9a-f]{8}")),
    ),
)

TABLES: dict[str, Table] = {
    table.name: table for table in (*_REFERENCE, *_METAL_FACTS, *_CONTROLS, *_SUPPLY, *_PRICES, *_TEXTS)
}
