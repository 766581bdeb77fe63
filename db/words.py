"""The closed vocabularies of the facts that more than one module needs."""

MEASURE_KINDS = (
    "prohibition",
    "licence",
    "end_use",
    "quota",
    "state_trading",
    "trade_licence",
    "technology",
    "reporting",
)
INSTRUMENT_KINDS = (
    *MEASURE_KINDS,
    "law",
    "catalogue",
    "entity_list",
    "policy",
    "procurement",
    "suspension",
    "statement",
    "enforcement",
    "list",
)

EVENTS = ("announced", "effective", "suspended", "resumed", "amended", "replaced", "expired", "repealed")
ENDING_EVENTS = frozenset({"replaced", "expired", "repealed"})
EVENTS_WITH_UNTIL = frozenset({"suspended", "amended"})

EVERYBODY = "ALL"
MILITARY = "-MIL"
MILITARY_DESTINATIONS = frozenset({"USA-MIL", "JPN-MIL"})

SITE_STAGES = (
    "mine",
    "concentrate",
    "separation",
    "smelter",
    "refinery",
    "primary",
    "recycling",
    "alloy",
    "magnet",
    "stockpile",
)
PROJECT_STATES = (
    "announced",
    "financing",
    "permitting",
    "construction",
    "commissioning",
    "operating",
    "stalled",
)

# Stands in place of a figure of import reliance, where the other qualifiers bound one.
RELIANCE_WORDS = ("net exporter", "not available")
# Hosts of by-products that are not metals and so have no row of their own.
OTHER_HOSTS = frozenset({"coal"})
# The one file of texts_zh that is not a table: words that repeat, such as stages, forms and products.
VOCABULARY = "vocabulary"
WORLD = "WLD"
