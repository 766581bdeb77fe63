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

REACHES = ("parties", "listed", "unlisted", "items")
STRICTNESS = ("in_principle",)
COVERS = ("metal", "forms", "ores", "technology", "abroad")
LEGAL_SUBJECTS = ("item", "measure", "event", "instrument")
OPERATORS = (">=", ">", "<", "<=", "=", "range")

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

# How far a customs heading belongs to one material, and whether its figures are shown.
CODE_SCOPES = ("alone", "part", "mixed", "basket")
CODE_USES = ("yes", "labelled", "no", "wanted")
# Headings whose figures are on file.
SHOWN_USES = frozenset({"yes", "labelled"})
# How much of a heading a measure covers.
CODE_COVERS = ("yes", "part", "no")
# The kinds of measures whose coverage of each heading is on file.
CONTROL_KINDS = frozenset({"prohibition", "licence"})

# Used instead of a figure of import reliance, where the other qualifiers bound one.
RELIANCE_WORDS = ("net exporter", "not available")
# Hosts of by-products that are not metals and so have no row of their own.
OTHER_HOSTS = frozenset({"coal"})
# The one file of texts_zh that is not a table: words that repeat, such as stages, forms and products.
VOCABULARY = "vocabulary"
WORLD = "WLD"

# The kinds of chart of single metals that `minor-metals export --chart` knows.
CHART_KINDS = (
    "price",
    "controls",
    "production",
    "map",
    "production-years",
    "concentration",
    "reserves",
    "uses",
    "trade",
    "import-sources",
    "suppliers",
    "suppliers-years",
    "reliance",
    "price-change",
)
