"""The rules for questions on lists of critical materials, on documents and codes of metals and on what uses them."""

from explorer.data.finding.questions.reading import CHANGES, CODE, DOCUMENT, LIST, PRICE, RELIANCE, USES
from explorer.data.finding.questions.role_names import DESTINATION, ISSUER, MARKET, ORIGIN
from explorer.data.finding.questions.rule import Rule, any_of, named

KINDS = "BAN LICENCE CONTROL QUOTA"
RULE_WORDS = f"{KINDS} NAMED_RULE"
EXPORTING = "EXPORT EXPORTS THINGS"
# Which metals are on official lists of critical materials; its places have issued those lists.
MEMBERSHIP = Rule(
    LIST,
    any_of(
        *("CRITICAL LIST", "CRITICAL LISTED", "CRITICAL AUXILIARY", "CRITICAL QUESTION", "CRITICAL WHICH"),
        *("CRITICAL WHEN", "CRITICAL SINCE", "CRITICAL METALS"),
    ),
    named("LIST LISTED WHAT WHICH PAST SAY COUNTRY FORM WHEN SINCE FIRST"),
    metals=None,
    roles=frozenset((ISSUER,)),
    days=False,
)
# When a metal came on the list of a place that has no controls on it: `when was silver added to the US list`.
LISTED_SINCE = Rule(
    LIST,
    any_of("WHEN LISTED LIST", "SINCE LISTED LIST"),
    named("LIST LISTED PAST WHEN SINCE FIRST"),
    roles=frozenset((ISSUER,)),
    days=False,
    needs_role=ISSUER,
)
# What came on the list of a place, which is asked about a time or the newest list.
ADDED_TO_LIST = Rule(
    LIST,
    any_of("ADDED CRITICAL", "ADDED LIST", "CRITICAL NEW"),
    named("ADDED CRITICAL LIST LISTED WHAT WHICH PAST NEW"),
    metals=False,
    roles=frozenset((ISSUER,)),
    spans=True,
    needs_role=ISSUER,
)
# Which documents have the rules on a metal.
_ASKS_FOR_DOCUMENTS = any_of(
    *(f"{which} DOCUMENT {rule}" for which in ("WHICH", "WHAT") for rule in RULE_WORDS.split()),
    *(f"BASIS {rule}" for rule in RULE_WORDS.split()),
)
METAL_DOCUMENTS = Rule(
    DOCUMENT,
    _ASKS_FOR_DOCUMENTS,
    named(f"BEGIN ISSUE PAST DOCUMENT {RULE_WORDS} {EXPORTING}"),
    days=False,
)
# Which documents have the rules of one day; what was published or began on that day is a question about changes.
METAL_DOCUMENTS_OF_DAY = Rule(
    DOCUMENT,
    _ASKS_FOR_DOCUMENTS,
    named(f"PAST FUTURE DOCUMENT {RULE_WORDS} {EXPORTING}"),
    needs_days=True,
)
# The changes of the year to come.
CHANGES_AHEAD = Rule(
    CHANGES,
    any_of("AHEAD"),
    named(f"AHEAD WHAT WHICH LIST {RULE_WORDS} {EXPORTING}"),
    metals=None,
    days=False,
)
# Which metals are used in something.
METALS_OF_USE = Rule(
    USES,
    any_of("WHICH APPLICATION METALS", "WHAT APPLICATION METALS", "LIST APPLICATION METALS"),
    named("WHAT WHICH USE NEED MAIN LIST PRODUCE"),
    metals=False,
    roles=frozenset(),
    days=False,
)
# Which companies a document names.
DOCUMENT_COMPANIES = Rule(
    DOCUMENT,
    any_of(*(f"{asking} COMPANY" for asking in ("WHICH", "WHAT", "LIST"))),
    named("WHICH WHAT DOCUMENT LIST LISTED SAY PAST"),
    metals=False,
    roles=frozenset(),
    days=False,
    subject="document",
)
# How a price changed within a year.
YEARS_CHANGE = Rule(
    PRICE,
    any_of(
        "PRICE MOVE YEARLY",
        "PRICE MOVE OVER_A_YEAR",
        "HOW_MUCH MOVE PAST YEARLY",
        "HOW_MUCH MOVE PAST OVER_A_YEAR",
    ),
    named("WHAT HOW HOW_MUCH PAST CHANGE FORM BY UNIT CURRENCY"),
    roles=frozenset((MARKET,)),
    days=False,
)
# How much of a metal a country imports: `does the US import all of its titanium sponge`.
OWN_IMPORTS = Rule(
    RELIANCE,
    any_of("OF_ITS_OWN IMPORT AUXILIARY", "OF_ITS_OWN IMPORT PAST"),
    named("FORM NEED"),
    roles=frozenset((DESTINATION,)),
    spans=True,
    needs_role=DESTINATION,
)
# How much of a metal goes into one use.
SHARE_OF_USE = Rule(
    USES,
    any_of("SHARE USE APPLICATION"),
    named("WHAT HOW_MUCH WORLD"),
    roles=frozenset(),
    days=False,
)
# What can be used in place of a metal.
SUBSTITUTES = Rule(
    USES,
    any_of(*(f"SUBSTITUTE {asking}" for asking in ("WHAT", "WHICH", "MAY", "AUXILIARY", "LIST", "QUESTION"))),
    named("WHAT WHICH MAY USE LIST MAIN THINGS FORM APPLICATION"),
    roles=frozenset(),
    days=False,
)
# Which codes a metal has.
METAL_CODES = Rule(
    CODE,
    any_of("CODE"),
    named("CODE CONTROL EXPORT WHAT WHICH LIST LISTED FORM"),
    roles=frozenset((ORIGIN,)),
    days=False,
)
