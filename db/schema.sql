-- The data file of Minor Metals Explorer. One table for each CSV file, with its name and its columns.
-- An empty cell is NULL, which means unknown. Dates are texts: YYYY, YYYY-MM or YYYY-MM-DD. A day is counted out by
-- adding no days to it: older releases of SQLite take 30 February at its word.
-- A table with a key of several columns has the number of the row in key order as its id.

-- The edition: its version, the last day for which events were checked, and the digests of the inputs.
CREATE TABLE meta (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT;

-- Where facts come from. Every other table of facts names its sources here, through <table>_sources.
CREATE TABLE sources (
    source_id TEXT PRIMARY KEY NOT NULL CHECK (source_id NOT GLOB '*[^a-z0-9.-]*'),
    publisher TEXT NOT NULL,
    title TEXT NOT NULL,
    date TEXT
        CHECK (
            length(date) IN (4, 7, 10)
            AND date(substr(date || '-01-01', 1, 10), '+0 days') IS substr(date || '-01-01', 1, 10)
        ),
    url TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('news', 'statistical', 'analysis', 'official', 'industry', 'law')),
    note TEXT
) STRICT;

-- ISO 3166 alpha-3, former states too; EUU the European Union, OTH others, WLD the world
-- or, as a jurisdiction, the plan of the Group of Seven.
CREATE TABLE countries (
    country_id TEXT PRIMARY KEY NOT NULL CHECK (country_id GLOB '[A-Z][A-Z][A-Z]'),
    name_en TEXT NOT NULL,
    name_zh TEXT NOT NULL
) STRICT;

-- Whom a measure is aimed at: everybody, a country, or the military users and uses of one.
CREATE TABLE destinations (
    destination_id TEXT PRIMARY KEY NOT NULL CHECK (destination_id = 'ALL' OR country_id IS NOT NULL),
    country_id TEXT REFERENCES countries (country_id),
    name_en TEXT NOT NULL,
    name_zh TEXT NOT NULL
) STRICT;

-- The sectors that uses are grouped by.
CREATE TABLE sectors (
    sector_id TEXT PRIMARY KEY NOT NULL CHECK (sector_id NOT GLOB '*[^a-z0-9.-]*'),
    name_en TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    description TEXT NOT NULL
) STRICT;

-- The metals, minerals and materials; a group stands for its members, which name it in member_of.
CREATE TABLE metals (
    metal_id TEXT PRIMARY KEY NOT NULL CHECK (metal_id NOT GLOB '*[^a-z0-9.-]*'),
    symbol TEXT CHECK (symbol GLOB '[A-Z]' OR symbol GLOB '[A-Z][a-z]'),
    atomic_number INTEGER CHECK (atomic_number BETWEEN 1 AND 118),
    name_en TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    pinyin TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('element', 'mineral', 'material', 'group')),
    metal_group TEXT NOT NULL,
    member_of TEXT REFERENCES metals (metal_id),
    density_g_cm3 REAL CHECK (density_g_cm3 >= 0),
    melting_point_c REAL CHECK (melting_point_c >= -273.15),
    boiling_point_c REAL CHECK (boiling_point_c >= -273.15),
    crustal_abundance_ppm REAL CHECK (crustal_abundance_ppm BETWEEN 0 AND 1000000),
    main_source TEXT,
    by_product_of TEXT,
    summary TEXT NOT NULL,
    profile TEXT NOT NULL CHECK (profile IN ('full', 'brief')),
    confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
    source_ids TEXT NOT NULL,
    note TEXT
) STRICT;

-- What a metal is used for, with its share where one is printed; rows with a basis of a sum are subtotals.
CREATE TABLE uses (
    id INTEGER PRIMARY KEY,
    metal_id TEXT NOT NULL REFERENCES metals (metal_id),
    use_no INTEGER NOT NULL CHECK (use_no >= 1),
    use TEXT NOT NULL,
    sector_id TEXT NOT NULL REFERENCES sectors (sector_id),
    share_pct REAL CHECK (share_pct BETWEEN 0 AND 100),
    qualifier TEXT CHECK (qualifier IN ('<', '>', '~')),
    region TEXT REFERENCES countries (country_id),
    year INTEGER CHECK (year BETWEEN 1800 AND 2100),
    why_it_matters TEXT,
    basis TEXT,
    confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
    source_ids TEXT NOT NULL,
    note TEXT,
    UNIQUE (metal_id, use_no)
) STRICT;

-- What may stand in for a metal in a use, and at what penalty.
CREATE TABLE substitutes (
    id INTEGER PRIMARY KEY,
    metal_id TEXT NOT NULL REFERENCES metals (metal_id),
    use TEXT NOT NULL,
    substitute TEXT NOT NULL,
    penalty TEXT,
    confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
    source_ids TEXT NOT NULL,
    UNIQUE (metal_id, use, substitute)
) STRICT;

-- Recycling rates; kind says what the rate is a share of.
CREATE TABLE recycling (
    id INTEGER PRIMARY KEY,
    metal_id TEXT NOT NULL REFERENCES metals (metal_id),
    kind TEXT NOT NULL,
    year INTEGER NOT NULL CHECK (year BETWEEN 1800 AND 2100),
    rate_pct REAL NOT NULL CHECK (rate_pct BETWEEN 0 AND 100),
    qualifier TEXT CHECK (qualifier IN ('<', '>', '~')),
    region TEXT NOT NULL REFERENCES countries (country_id),
    confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
    source_ids TEXT NOT NULL,
    note TEXT,
    UNIQUE (metal_id, kind, year)
) STRICT;

-- Official lists of critical materials.
CREATE TABLE lists (
    list_id TEXT PRIMARY KEY NOT NULL CHECK (list_id NOT GLOB '*[^a-z0-9.-]*'),
    name TEXT NOT NULL,
    issuer TEXT NOT NULL,
    date TEXT NOT NULL
        CHECK (
            length(date) IN (4, 7, 10)
            AND date(substr(date || '-01-01', 1, 10), '+0 days') IS substr(date || '-01-01', 1, 10)
        ),
    url TEXT NOT NULL,
    entry_count INTEGER NOT NULL CHECK (entry_count >= 1),
    status TEXT NOT NULL CHECK (status IN ('current', 'superseded')),
    confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
    source_ids TEXT NOT NULL,
    note TEXT
) STRICT;

-- The metals on each list, as named there.
CREATE TABLE list_members (
    id INTEGER PRIMARY KEY,
    list_id TEXT NOT NULL REFERENCES lists (list_id),
    metal_id TEXT NOT NULL REFERENCES metals (metal_id),
    as_named TEXT NOT NULL,
    confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
    source_ids TEXT NOT NULL,
    note TEXT,
    UNIQUE (list_id, metal_id)
) STRICT;

-- Scores of assessors; unit says how to read them.
CREATE TABLE risk_scores (
    id INTEGER PRIMARY KEY,
    metal_id TEXT NOT NULL REFERENCES metals (metal_id),
    assessor TEXT NOT NULL,
    year INTEGER NOT NULL CHECK (year BETWEEN 1800 AND 2100),
    indicator TEXT NOT NULL,
    value REAL NOT NULL CHECK (value >= 0),
    unit TEXT NOT NULL,
    confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
    source_ids TEXT NOT NULL,
    note TEXT,
    UNIQUE (metal_id, assessor, year, indicator)
) STRICT;

-- Dated events that a price chart may show.
CREATE TABLE market_events (
    id INTEGER PRIMARY KEY,
    date TEXT NOT NULL CHECK (date(date, '+0 days') IS date),
    metal_id TEXT NOT NULL REFERENCES metals (metal_id),
    headline TEXT NOT NULL,
    confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
    source_ids TEXT NOT NULL,
    UNIQUE (date, metal_id, headline)
) STRICT;

-- Claims of the press, each checked against these data.
CREATE TABLE claims (
    claim_id TEXT PRIMARY KEY NOT NULL CHECK (claim_id NOT GLOB '*[^a-z0-9.-]*'),
    claim TEXT NOT NULL,
    article_value TEXT,
    best_value TEXT,
    unit TEXT,
    as_of TEXT CHECK (as_of GLOB '[12][0-9][0-9][0-9]*' AND length(as_of) IN (4, 7, 9, 10, 12, 15, 21)),
    verdict TEXT NOT NULL
        CHECK (verdict IN ('confirmed', 'imprecise', 'misleading', 'contradicted', 'unverified')),
    explanation TEXT NOT NULL,
    metal_ids TEXT NOT NULL,
    confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
    source_ids TEXT NOT NULL
) STRICT;

-- The documents: laws, announcements, notices.
CREATE TABLE instruments (
    instrument_id TEXT PRIMARY KEY NOT NULL CHECK (instrument_id NOT GLOB '*[^a-z0-9.-]*'),
    jurisdiction TEXT NOT NULL REFERENCES countries (country_id),
    issuer TEXT NOT NULL,
    number TEXT,
    title_en TEXT NOT NULL,
    title_zh TEXT,
    announced TEXT
        CHECK (
            length(announced) IN (4, 7, 10)
            AND date(substr(announced || '-01-01', 1, 10), '+0 days') IS substr(announced || '-01-01', 1, 10)
        ),
    kind TEXT NOT NULL
        CHECK (
            kind IN (
                'prohibition', 'licence', 'end_use', 'quota', 'state_trading',
                'trade_licence', 'technology', 'reporting', 'law', 'catalogue', 'entity_list',
                'policy', 'procurement', 'suspension', 'statement', 'enforcement', 'list'
            )
        ),
    summary TEXT NOT NULL,
    confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
    source_ids TEXT NOT NULL
) STRICT;

-- One legal effect of an instrument: what binds whom from when.
CREATE TABLE measures (
    measure_id TEXT PRIMARY KEY NOT NULL CHECK (measure_id NOT GLOB '*[^a-z0-9.-]*'),
    instrument_id TEXT NOT NULL REFERENCES instruments (instrument_id),
    clause TEXT,
    kind TEXT NOT NULL
        CHECK (
            kind IN (
                'prohibition', 'licence', 'end_use', 'quota', 'state_trading',
                'trade_licence', 'technology', 'reporting'
            )
        ),
    destination TEXT NOT NULL REFERENCES destinations (destination_id),
    announced TEXT
        CHECK (
            length(announced) IN (4, 7, 10)
            AND date(substr(announced || '-01-01', 1, 10), '+0 days') IS substr(announced || '-01-01', 1, 10)
        ),
    effective TEXT
        CHECK (
            length(effective) IN (4, 7, 10)
            AND date(substr(effective || '-01-01', 1, 10), '+0 days') IS substr(effective || '-01-01', 1, 10)
        ),
    expires TEXT
        CHECK (
            length(expires) IN (4, 7, 10)
            AND date(substr(expires || '-01-01', 1, 10), '+0 days') IS substr(expires || '-01-01', 1, 10)
        ),
    summary TEXT NOT NULL,
    confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
    source_ids TEXT NOT NULL
) STRICT;

-- The metals that a measure targets; only these set a status.
CREATE TABLE measure_metals (
    id INTEGER PRIMARY KEY,
    measure_id TEXT NOT NULL REFERENCES measures (measure_id),
    metal_id TEXT NOT NULL REFERENCES metals (metal_id),
    scope TEXT NOT NULL,
    confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
    source_ids TEXT NOT NULL,
    UNIQUE (measure_id, metal_id)
) STRICT;

-- The life of a measure, event by event.
CREATE TABLE measure_events (
    id INTEGER PRIMARY KEY,
    measure_id TEXT NOT NULL REFERENCES measures (measure_id),
    date TEXT NOT NULL
        CHECK (
            length(date) IN (4, 7, 10)
            AND date(substr(date || '-01-01', 1, 10), '+0 days') IS substr(date || '-01-01', 1, 10)
        ),
    event TEXT NOT NULL
        CHECK (
            event IN (
                'announced', 'effective', 'suspended', 'resumed', 'amended', 'replaced',
                'expired', 'repealed'
            )
        ),
    until TEXT CHECK (date(until, '+0 days') IS until),
    basis TEXT NOT NULL CHECK (basis IN ('text', 'statement')),
    by_instrument_id TEXT REFERENCES instruments (instrument_id),
    note TEXT,
    confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
    source_ids TEXT NOT NULL,
    CHECK (until IS NULL OR event IN ('suspended', 'amended')),
    UNIQUE (measure_id, date, event)
) STRICT;

-- The items that a measure lists, with control codes (joined by ';').
CREATE TABLE items (
    item_id TEXT PRIMARY KEY NOT NULL CHECK (item_id NOT GLOB '*[^a-z0-9.-]*'),
    measure_id TEXT NOT NULL REFERENCES measures (measure_id),
    item_no TEXT NOT NULL,
    metal_id TEXT NOT NULL REFERENCES metals (metal_id),
    control_code TEXT CHECK (control_code NOT GLOB '*[^0-9A-Za-z.;]*'),
    description TEXT NOT NULL,
    form TEXT NOT NULL,
    relation TEXT NOT NULL CHECK (relation IN ('target', 'other form')),
    code_basis TEXT NOT NULL CHECK (code_basis IN ('printed', 'none printed', 'not seen')),
    confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
    source_ids TEXT NOT NULL
) STRICT;

-- Reference customs commodity numbers of an item, as printed, and the tariff years for which they hold.
CREATE TABLE item_codes (
    id INTEGER PRIMARY KEY,
    item_id TEXT NOT NULL REFERENCES items (item_id),
    hs_code TEXT NOT NULL CHECK (length(hs_code) IN (8, 10) AND hs_code NOT GLOB '*[^0-9]*'),
    digits TEXT GENERATED ALWAYS AS (replace(replace(hs_code, '.', ''), ' ', '')) VIRTUAL,
    valid_from TEXT NOT NULL CHECK (date(valid_from, '+0 days') IS valid_from),
    valid_to TEXT CHECK (date(valid_to, '+0 days') IS valid_to),
    confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
    source_ids TEXT NOT NULL,
    CHECK (valid_to >= valid_from),
    UNIQUE (item_id, hs_code, valid_from)
) STRICT;

-- Output by country and year. Publishers, stages and forms count different things and are never mixed.
CREATE TABLE production (
    id INTEGER PRIMARY KEY,
    metal_id TEXT NOT NULL REFERENCES metals (metal_id),
    stage TEXT NOT NULL CHECK (stage IN ('mine', 'smelter', 'refinery', 'primary', 'secondary', 'capacity')),
    form TEXT NOT NULL,
    country_id TEXT NOT NULL REFERENCES countries (country_id),
    year INTEGER NOT NULL CHECK (year BETWEEN 1800 AND 2100),
    publisher TEXT NOT NULL CHECK (publisher IN ('usgs', 'wmd', 'bgs')),
    value REAL CHECK (value >= 0),
    unit TEXT NOT NULL CHECK (unit IN ('t', 'kg', 'ct')),
    flag TEXT CHECK (flag IN ('W', 'e', 'p', 'o')),
    edition TEXT NOT NULL,
    qualifier TEXT CHECK (qualifier IN ('<', '>', '~')),
    confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
    source_ids TEXT NOT NULL,
    note TEXT,
    CHECK (flag IS NOT 'W' OR value IS NULL),
    UNIQUE (metal_id, stage, form, country_id, year, publisher)
) STRICT;

-- Where publishers differ much on the same quantity.
CREATE TABLE disagreements (
    id INTEGER PRIMARY KEY,
    metal_id TEXT NOT NULL REFERENCES metals (metal_id),
    country_id TEXT NOT NULL REFERENCES countries (country_id),
    year INTEGER NOT NULL CHECK (year BETWEEN 1800 AND 2100),
    basis TEXT NOT NULL,
    wmd REAL CHECK (wmd >= 0),
    bgs REAL CHECK (bgs >= 0),
    usgs REAL CHECK (usgs >= 0),
    unit TEXT NOT NULL CHECK (unit IN ('t', 'kg', 'ct')),
    ratio REAL CHECK (ratio >= 1),
    ratio_of TEXT NOT NULL
        CHECK (ratio_of IN ('wmd/usgs', 'usgs/wmd', 'bgs/wmd', 'wmd/bgs', 'usgs/bgs', 'bgs/usgs')),
    likely_reason TEXT NOT NULL,
    confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
    source_ids TEXT NOT NULL,
    UNIQUE (metal_id, country_id, year, basis)
) STRICT;

-- Reserves by country; an empty value has a note with the word that was printed.
CREATE TABLE reserves (
    id INTEGER PRIMARY KEY,
    metal_id TEXT NOT NULL REFERENCES metals (metal_id),
    form TEXT NOT NULL,
    country_id TEXT NOT NULL REFERENCES countries (country_id),
    value REAL CHECK (value >= 0),
    unit TEXT NOT NULL CHECK (unit IN ('t', 'kg', 'ct')),
    qualifier TEXT CHECK (qualifier IN ('<', '>', '~')),
    edition TEXT NOT NULL,
    confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
    source_ids TEXT NOT NULL,
    note TEXT,
    UNIQUE (metal_id, form, country_id)
) STRICT;

-- Net import reliance, consumption and trade of an importer.
CREATE TABLE dependence (
    id INTEGER PRIMARY KEY,
    metal_id TEXT NOT NULL REFERENCES metals (metal_id),
    form TEXT NOT NULL,
    importer TEXT NOT NULL REFERENCES countries (country_id),
    year INTEGER NOT NULL CHECK (year BETWEEN 1800 AND 2100),
    net_import_reliance_pct REAL CHECK (net_import_reliance_pct BETWEEN 0 AND 100),
    qualifier TEXT CHECK (qualifier IN ('<', '>', '~', 'net exporter', 'not available')),
    apparent_consumption REAL CHECK (apparent_consumption >= 0),
    imports REAL CHECK (imports >= 0),
    exports REAL CHECK (exports >= 0),
    unit TEXT CHECK (unit IN ('t', 'kg', 'ct')),
    flag TEXT CHECK (flag IN ('e')),
    edition TEXT,
    confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
    source_ids TEXT NOT NULL,
    note TEXT,
    UNIQUE (metal_id, form, importer, year)
) STRICT;

-- Shares of the countries that an importer buys from.
CREATE TABLE import_sources (
    id INTEGER PRIMARY KEY,
    metal_id TEXT NOT NULL REFERENCES metals (metal_id),
    form TEXT NOT NULL,
    importer TEXT NOT NULL REFERENCES countries (country_id),
    period TEXT NOT NULL
        CHECK (period GLOB '[12][0-9][0-9][0-9]*' AND length(period) IN (4, 7, 9, 10, 12, 15, 21)),
    country_id TEXT NOT NULL REFERENCES countries (country_id),
    share_pct REAL NOT NULL CHECK (share_pct BETWEEN 0 AND 100),
    qualifier TEXT CHECK (qualifier IN ('<', '>', '~')),
    edition TEXT NOT NULL,
    confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
    source_ids TEXT NOT NULL,
    note TEXT,
    UNIQUE (metal_id, form, importer, period, country_id)
) STRICT;

-- Trade of one reporter with one partner; periods and products overlap and are never added.
CREATE TABLE trade (
    id INTEGER PRIMARY KEY,
    metal_id TEXT NOT NULL REFERENCES metals (metal_id),
    product TEXT NOT NULL,
    reporter TEXT NOT NULL REFERENCES countries (country_id),
    partner TEXT NOT NULL REFERENCES countries (country_id),
    flow TEXT NOT NULL CHECK (flow IN ('export', 'import')),
    period TEXT NOT NULL
        CHECK (period GLOB '[12][0-9][0-9][0-9]*' AND length(period) IN (4, 7, 9, 10, 12, 15, 21)),
    hs TEXT CHECK (hs NOT GLOB '*[^0-9;]*'),
    quantity REAL CHECK (quantity >= 0),
    unit TEXT NOT NULL CHECK (unit IN ('t', 'kg', 'ct')),
    value_usd REAL CHECK (value_usd >= 0),
    flag TEXT CHECK (flag IN ('e', 'p', 'o')),
    confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
    source_ids TEXT NOT NULL,
    note TEXT,
    UNIQUE (metal_id, product, reporter, partner, flow, period)
) STRICT;

-- Plants and mines that matter; capacities are per year.
CREATE TABLE producers (
    producer_id TEXT PRIMARY KEY NOT NULL CHECK (producer_id NOT GLOB '*[^a-z0-9.-]*'),
    metal_id TEXT NOT NULL REFERENCES metals (metal_id),
    company TEXT NOT NULL,
    site TEXT NOT NULL,
    country_id TEXT NOT NULL REFERENCES countries (country_id),
    stage TEXT NOT NULL
        CHECK (
            stage IN (
                'mine', 'concentrate', 'separation', 'smelter', 'refinery', 'primary',
                'recycling', 'alloy', 'magnet', 'stockpile'
            )
        ),
    form TEXT NOT NULL,
    capacity REAL CHECK (capacity >= 0),
    unit TEXT CHECK (unit IN ('t', 'kg', 'ct')),
    capacity_year INTEGER CHECK (capacity_year BETWEEN 1800 AND 2100),
    status TEXT NOT NULL CHECK (status IN ('operating', 'planned', 'care-and-maintenance', 'closed')),
    note TEXT,
    confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
    source_ids TEXT NOT NULL
) STRICT;

-- New, restarting or growing supply; a state is true for its status_as_of.
CREATE TABLE projects (
    project_id TEXT PRIMARY KEY NOT NULL CHECK (project_id NOT GLOB '*[^a-z0-9.-]*'),
    metal_id TEXT NOT NULL REFERENCES metals (metal_id),
    company TEXT NOT NULL,
    site TEXT NOT NULL,
    country_id TEXT NOT NULL REFERENCES countries (country_id),
    stage TEXT NOT NULL
        CHECK (
            stage IN (
                'mine', 'concentrate', 'separation', 'smelter', 'refinery', 'primary',
                'recycling', 'alloy', 'magnet', 'stockpile'
            )
        ),
    planned_capacity REAL CHECK (planned_capacity >= 0),
    unit TEXT CHECK (unit IN ('t', 'kg', 'ct')),
    status TEXT NOT NULL
        CHECK (
            status IN (
                'announced', 'financing', 'permitting', 'construction', 'commissioning',
                'operating', 'stalled'
            )
        ),
    expected_start TEXT
        CHECK (
            length(expected_start) IN (4, 7, 10)
            AND date(substr(expected_start || '-01-01', 1, 10), '+0 days') IS substr(expected_start || '-01-01', 1, 10)
        ),
    status_as_of TEXT NOT NULL
        CHECK (
            length(status_as_of) IN (4, 7, 10)
            AND date(substr(status_as_of || '-01-01', 1, 10), '+0 days') IS substr(status_as_of || '-01-01', 1, 10)
        ),
    public_support TEXT,
    note TEXT,
    confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
    source_ids TEXT NOT NULL
) STRICT;

-- What a series of prices is a price of, where, and in what unit.
CREATE TABLE price_series (
    series_id TEXT PRIMARY KEY NOT NULL CHECK (series_id NOT GLOB '*[^a-z0-9.-]*'),
    metal_id TEXT NOT NULL REFERENCES metals (metal_id),
    name TEXT NOT NULL,
    specification TEXT NOT NULL,
    market TEXT NOT NULL,
    currency TEXT NOT NULL CHECK (currency IN ('USD', 'CNY')),
    unit TEXT NOT NULL,
    frequency TEXT NOT NULL
        CHECK (frequency IN ('annual', 'monthly', 'half-monthly', 'weekly', 'daily', 'irregular')),
    basis TEXT NOT NULL,
    provider TEXT,
    first_date TEXT NOT NULL
        CHECK (
            length(first_date) IN (4, 7, 10)
            AND date(substr(first_date || '-01-01', 1, 10), '+0 days') IS substr(first_date || '-01-01', 1, 10)
        ),
    last_date TEXT NOT NULL
        CHECK (
            length(last_date) IN (4, 7, 10)
            AND date(substr(last_date || '-01-01', 1, 10), '+0 days') IS substr(last_date || '-01-01', 1, 10)
        ),
    points INTEGER NOT NULL CHECK (points >= 1),
    confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
    source_ids TEXT NOT NULL,
    note TEXT
) STRICT;

-- The points of the price series.
CREATE TABLE prices (
    id INTEGER PRIMARY KEY,
    series_id TEXT NOT NULL REFERENCES price_series (series_id),
    date TEXT NOT NULL
        CHECK (
            length(date) IN (4, 7, 10)
            AND date(substr(date || '-01-01', 1, 10), '+0 days') IS substr(date || '-01-01', 1, 10)
        ),
    value REAL NOT NULL CHECK (value >= 0),
    low REAL CHECK (low >= 0),
    high REAL CHECK (high >= 0),
    flag TEXT CHECK (flag IN ('e', 'p', 'o')),
    confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
    source_ids TEXT NOT NULL,
    note TEXT,
    CHECK (low <= high),
    UNIQUE (series_id, date)
) STRICT;

-- Chinese texts of English cells; not valid where the English no longer has this digest.
CREATE TABLE texts_zh (
    id INTEGER PRIMARY KEY,
    file TEXT NOT NULL,
    key TEXT NOT NULL,
    column TEXT NOT NULL,
    text TEXT NOT NULL,
    english_sha8 TEXT NOT NULL CHECK (length(english_sha8) = 8 AND english_sha8 NOT GLOB '*[^0-9a-f]*'),
    UNIQUE (file, key, column)
) STRICT;

-- Lists that stand in one cell, joined by ';', once more as rows.

CREATE TABLE claims_metals (
    claim_id TEXT NOT NULL REFERENCES claims (claim_id),
    position INTEGER NOT NULL,
    metal_id TEXT NOT NULL REFERENCES metals (metal_id),
    PRIMARY KEY (claim_id, position)
) STRICT, WITHOUT ROWID;

-- host is a metal_id too unless the metal comes with something that is no metal, such as coal.
CREATE TABLE metals_by_product_of (
    metal_id TEXT NOT NULL REFERENCES metals (metal_id),
    position INTEGER NOT NULL,
    host TEXT NOT NULL,
    host_metal_id TEXT REFERENCES metals (metal_id) CHECK (host_metal_id = host),
    PRIMARY KEY (metal_id, position)
) STRICT, WITHOUT ROWID;

-- plain is the code in capitals without dots and spaces.
CREATE TABLE items_control_codes (
    item_id TEXT NOT NULL REFERENCES items (item_id),
    position INTEGER NOT NULL,
    control_code TEXT NOT NULL,
    plain TEXT NOT NULL,
    PRIMARY KEY (item_id, position)
) STRICT, WITHOUT ROWID;

-- The sources of each row, in the order of its source_ids.

CREATE TABLE metals_sources (
    metal_id TEXT NOT NULL REFERENCES metals (metal_id),
    position INTEGER NOT NULL,
    source_id TEXT NOT NULL REFERENCES sources (source_id),
    PRIMARY KEY (metal_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE uses_sources (
    id INTEGER NOT NULL REFERENCES uses (id),
    position INTEGER NOT NULL,
    source_id TEXT NOT NULL REFERENCES sources (source_id),
    PRIMARY KEY (id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE substitutes_sources (
    id INTEGER NOT NULL REFERENCES substitutes (id),
    position INTEGER NOT NULL,
    source_id TEXT NOT NULL REFERENCES sources (source_id),
    PRIMARY KEY (id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE recycling_sources (
    id INTEGER NOT NULL REFERENCES recycling (id),
    position INTEGER NOT NULL,
    source_id TEXT NOT NULL REFERENCES sources (source_id),
    PRIMARY KEY (id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE lists_sources (
    list_id TEXT NOT NULL REFERENCES lists (list_id),
    position INTEGER NOT NULL,
    source_id TEXT NOT NULL REFERENCES sources (source_id),
    PRIMARY KEY (list_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE list_members_sources (
    id INTEGER NOT NULL REFERENCES list_members (id),
    position INTEGER NOT NULL,
    source_id TEXT NOT NULL REFERENCES sources (source_id),
    PRIMARY KEY (id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE risk_scores_sources (
    id INTEGER NOT NULL REFERENCES risk_scores (id),
    position INTEGER NOT NULL,
    source_id TEXT NOT NULL REFERENCES sources (source_id),
    PRIMARY KEY (id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE market_events_sources (
    id INTEGER NOT NULL REFERENCES market_events (id),
    position INTEGER NOT NULL,
    source_id TEXT NOT NULL REFERENCES sources (source_id),
    PRIMARY KEY (id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE claims_sources (
    claim_id TEXT NOT NULL REFERENCES claims (claim_id),
    position INTEGER NOT NULL,
    source_id TEXT NOT NULL REFERENCES sources (source_id),
    PRIMARY KEY (claim_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE instruments_sources (
    instrument_id TEXT NOT NULL REFERENCES instruments (instrument_id),
    position INTEGER NOT NULL,
    source_id TEXT NOT NULL REFERENCES sources (source_id),
    PRIMARY KEY (instrument_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE measures_sources (
    measure_id TEXT NOT NULL REFERENCES measures (measure_id),
    position INTEGER NOT NULL,
    source_id TEXT NOT NULL REFERENCES sources (source_id),
    PRIMARY KEY (measure_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE measure_metals_sources (
    id INTEGER NOT NULL REFERENCES measure_metals (id),
    position INTEGER NOT NULL,
    source_id TEXT NOT NULL REFERENCES sources (source_id),
    PRIMARY KEY (id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE measure_events_sources (
    id INTEGER NOT NULL REFERENCES measure_events (id),
    position INTEGER NOT NULL,
    source_id TEXT NOT NULL REFERENCES sources (source_id),
    PRIMARY KEY (id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE items_sources (
    item_id TEXT NOT NULL REFERENCES items (item_id),
    position INTEGER NOT NULL,
    source_id TEXT NOT NULL REFERENCES sources (source_id),
    PRIMARY KEY (item_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE item_codes_sources (
    id INTEGER NOT NULL REFERENCES item_codes (id),
    position INTEGER NOT NULL,
    source_id TEXT NOT NULL REFERENCES sources (source_id),
    PRIMARY KEY (id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE production_sources (
    id INTEGER NOT NULL REFERENCES production (id),
    position INTEGER NOT NULL,
    source_id TEXT NOT NULL REFERENCES sources (source_id),
    PRIMARY KEY (id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE disagreements_sources (
    id INTEGER NOT NULL REFERENCES disagreements (id),
    position INTEGER NOT NULL,
    source_id TEXT NOT NULL REFERENCES sources (source_id),
    PRIMARY KEY (id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE reserves_sources (
    id INTEGER NOT NULL REFERENCES reserves (id),
    position INTEGER NOT NULL,
    source_id TEXT NOT NULL REFERENCES sources (source_id),
    PRIMARY KEY (id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE dependence_sources (
    id INTEGER NOT NULL REFERENCES dependence (id),
    position INTEGER NOT NULL,
    source_id TEXT NOT NULL REFERENCES sources (source_id),
    PRIMARY KEY (id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_sources_sources (
    id INTEGER NOT NULL REFERENCES import_sources (id),
    position INTEGER NOT NULL,
    source_id TEXT NOT NULL REFERENCES sources (source_id),
    PRIMARY KEY (id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE trade_sources (
    id INTEGER NOT NULL REFERENCES trade (id),
    position INTEGER NOT NULL,
    source_id TEXT NOT NULL REFERENCES sources (source_id),
    PRIMARY KEY (id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE producers_sources (
    producer_id TEXT NOT NULL REFERENCES producers (producer_id),
    position INTEGER NOT NULL,
    source_id TEXT NOT NULL REFERENCES sources (source_id),
    PRIMARY KEY (producer_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE projects_sources (
    project_id TEXT NOT NULL REFERENCES projects (project_id),
    position INTEGER NOT NULL,
    source_id TEXT NOT NULL REFERENCES sources (source_id),
    PRIMARY KEY (project_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE price_series_sources (
    series_id TEXT NOT NULL REFERENCES price_series (series_id),
    position INTEGER NOT NULL,
    source_id TEXT NOT NULL REFERENCES sources (source_id),
    PRIMARY KEY (series_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE prices_sources (
    id INTEGER NOT NULL REFERENCES prices (id),
    position INTEGER NOT NULL,
    source_id TEXT NOT NULL REFERENCES sources (source_id),
    PRIMARY KEY (id, position)
) STRICT, WITHOUT ROWID;


-- What one filters on beyond the keys, which have their own indexes.
CREATE INDEX metals_member_of ON metals (member_of);
CREATE INDEX uses_sector ON uses (sector_id);
CREATE INDEX list_members_metal ON list_members (metal_id);
CREATE INDEX market_events_metal ON market_events (metal_id, date);
CREATE INDEX claims_metals_metal ON claims_metals (metal_id);
CREATE INDEX measures_instrument ON measures (instrument_id);
CREATE INDEX measures_destination ON measures (destination);
CREATE INDEX measure_metals_metal ON measure_metals (metal_id);
CREATE INDEX measure_events_date ON measure_events (date);
CREATE INDEX measure_events_instrument ON measure_events (by_instrument_id);
CREATE INDEX items_metal ON items (metal_id);
CREATE INDEX items_measure ON items (measure_id);
CREATE INDEX items_control_codes_plain ON items_control_codes (plain);
CREATE INDEX item_codes_digits ON item_codes (digits);
CREATE INDEX production_country ON production (country_id);
CREATE INDEX reserves_country ON reserves (country_id);
CREATE INDEX producers_metal ON producers (metal_id);
CREATE INDEX projects_metal ON projects (metal_id);
CREATE INDEX price_series_metal ON price_series (metal_id);

-- Each measure with its document, its destination in words and the metals that it targets.
CREATE VIEW v_measures AS
SELECT
    m.measure_id,
    i.instrument_id,
    i.jurisdiction,
    j.name_en AS jurisdiction_en,
    i.issuer,
    i.number,
    i.title_en,
    i.title_zh,
    m.clause,
    m.kind,
    CASE m.kind
        WHEN 'prohibition' THEN 8
        WHEN 'licence' THEN 7
        WHEN 'end_use' THEN 6
        WHEN 'quota' THEN 5
        WHEN 'state_trading' THEN 4
        WHEN 'trade_licence' THEN 3
        WHEN 'technology' THEN 2
        WHEN 'reporting' THEN 1
    END AS rank,
    m.destination,
    d.name_en AS destination_en,
    m.announced,
    m.effective,
    m.expires,
    (
        SELECT group_concat(metal_id, ';')
        FROM (SELECT metal_id FROM measure_metals WHERE measure_id = m.measure_id ORDER BY metal_id)
    ) AS metal_ids,
    m.summary,
    m.confidence,
    m.source_ids
FROM measures AS m
JOIN instruments AS i ON i.instrument_id = m.instrument_id
JOIN countries AS j ON j.country_id = i.jurisdiction
JOIN destinations AS d ON d.destination_id = m.destination;

-- Each customs number with its item, the measure that lists the item, and the item's metal.
CREATE VIEW v_codes AS
SELECT
    c.hs_code,
    c.digits,
    c.valid_from,
    c.valid_to,
    t.item_id,
    t.item_no,
    t.control_code,
    t.description,
    t.relation,
    t.metal_id,
    e.name_en AS metal_en,
    e.name_zh AS metal_zh,
    m.measure_id,
    m.kind,
    i.jurisdiction,
    m.destination,
    m.announced,
    m.effective,
    m.expires,
    (
        SELECT group_concat(metal_id, ';')
        FROM (SELECT metal_id FROM measure_metals WHERE measure_id = m.measure_id ORDER BY metal_id)
    ) AS metal_ids,
    c.source_ids
FROM item_codes AS c
JOIN items AS t ON t.item_id = c.item_id
JOIN metals AS e ON e.metal_id = t.metal_id
JOIN measures AS m ON m.measure_id = t.measure_id
JOIN instruments AS i ON i.instrument_id = m.instrument_id;

-- The newest year of each metal, stage, form and publisher, with shares of the world total that is printed.
CREATE VIEW v_latest_production AS
SELECT
    p.metal_id,
    p.stage,
    p.form,
    p.publisher,
    p.year,
    p.country_id,
    c.name_en AS country_en,
    p.value,
    p.unit,
    p.flag,
    CASE
        WHEN p.country_id <> 'WLD' AND w.unit = p.unit AND w.value > 0
        THEN round(100.0 * p.value / w.value, 2)
    END AS share_pct,
    p.edition,
    p.source_ids
FROM (
    SELECT metal_id, stage, form, publisher, max(year) AS year
    FROM production
    WHERE value IS NOT NULL
    GROUP BY metal_id, stage, form, publisher
) AS newest
JOIN production AS p
    ON p.metal_id = newest.metal_id
    AND p.stage = newest.stage
    AND p.form = newest.form
    AND p.publisher = newest.publisher
    AND p.year = newest.year
JOIN countries AS c ON c.country_id = p.country_id
LEFT JOIN production AS w
    ON w.metal_id = p.metal_id
    AND w.stage = p.stage
    AND w.form = p.form
    AND w.country_id = 'WLD'
    AND w.year = p.year
    AND w.publisher = p.publisher;

-- Each price with its series and its metal.
CREATE VIEW v_prices AS
SELECT
    s.metal_id,
    e.name_en AS metal_en,
    e.name_zh AS metal_zh,
    s.series_id,
    s.name,
    s.market,
    p.date,
    p.value,
    p.low,
    p.high,
    s.currency,
    s.unit,
    s.frequency,
    s.basis,
    p.flag,
    p.confidence,
    p.source_ids,
    p.note
FROM prices AS p
JOIN price_series AS s ON s.series_id = p.series_id
JOIN metals AS e ON e.metal_id = s.metal_id;

-- Full text of all that one may look for: with LIKE for one or two characters, with MATCH for more.
CREATE VIRTUAL TABLE search USING fts5 (
    kind UNINDEXED,
    key UNINDEXED,
    metal_id UNINDEXED,
    title,
    title_zh,
    body,
    tokenize = 'trigram'
);
