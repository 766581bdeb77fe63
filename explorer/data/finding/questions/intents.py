"""The rules of the grammar: which meanings make a question of an intent, and which others it may have.

A question is read only where every word has a place in the rule, so that no word is passed over.
"""

from collections.abc import Iterable

from explorer.data.finding.questions.control_rules import CONTROL_RULES
from explorer.data.finding.questions.question_parts import Token
from explorer.data.finding.questions.reading import (
    CHANGES,
    CODE,
    DOCUMENT,
    PRICE,
    PRODUCERS,
    RELIANCE,
    SUPPLIERS,
    USES,
)
from explorer.data.finding.questions.role_names import DESTINATION, EXCLUDED, MARKET, ORIGIN
from explorer.data.finding.questions.rule import BOTH_ROLES, Meanings, Rule, any_of, named
from explorer.data.finding.questions.special_rules import (
    ADDED_TO_LIST,
    CHANGES_AHEAD,
    DOCUMENT_COMPANIES,
    EXPORTING,
    KINDS,
    LISTED_SINCE,
    MEMBERSHIP,
    METAL_CODES,
    METAL_DOCUMENTS,
    METAL_DOCUMENTS_OF_DAY,
    METALS_OF_USE,
    OWN_IMPORTS,
    RULE_WORDS,
    SHARE_OF_USE,
    SUBSTITUTES,
    YEARS_CHANGE,
)

# The first rule that has a place for every word is taken.
RULES = (
    ADDED_TO_LIST,
    MEMBERSHIP,
    LISTED_SINCE,
    METAL_DOCUMENTS,
    METAL_DOCUMENTS_OF_DAY,
    METALS_OF_USE,
    DOCUMENT_COMPANIES,
    CHANGES_AHEAD,
    Rule(
        DOCUMENT,
        any_of(
            *("SAY", "WHAT", "WHICH", "WHEN", "AUXILIARY CONTROL", "AUXILIARY PAUSE", "QUESTION CONTROL"),
            *("DEADLINE", "WHEN END", "UNTIL WHEN"),
        ),
        named("DOCUMENT ISSUE BEGIN PAST FUTURE CONTROL PAUSE HOW THINGS SAY WHAT MAIN"),
        metals=None,
        roles=frozenset(),
        days=False,
        subject="document",
    ),
    # A document or a code alone asks what it is.
    Rule(
        DOCUMENT,
        (frozenset(),),
        named("DOCUMENT SAY"),
        metals=False,
        roles=frozenset(),
        days=False,
        subject="document",
    ),
    Rule(CODE, (frozenset(),), named("CODE SAY IMPORT"), metals=False, days=False, subject="code"),
    Rule(
        CODE,
        any_of("MAY", "BAN", "LICENCE", "CONTROL", "STATUS", "EXPORT", "WHAT", "WHICH", "TO", "LIST", "SAY"),
        named(
            f"NOT WITHOUT NEED WHAT PAST FUTURE CODE PAUSE IMPORT WHICH SAY LIST RECEIVER {RULE_WORDS} {EXPORTING}"
        ),
        metals=False,
        subject="code",
    ),
    Rule(
        CHANGES,
        any_of(
            *("CHANGE", "NEW", "DOCUMENT ISSUE", "LIST BEGIN", "LIST END", "LIST ISSUE", "WHAT BEGIN"),
            *(
                "WHICH BEGIN",
                "WHAT END",
                "WHICH END",
                "CONTROL ISSUE",
                "CONTROL BEGIN",
                "WHAT ISSUE",
                "WHICH ISSUE",
                "WHAT SAY",
                "WHAT DOCUMENT",
                "WHICH DOCUMENT",
            ),
        ),
        named(
            f"WHAT WHICH HOW PAST FUTURE NEW PAUSE DOCUMENT ISSUE BEGIN MOVE STATUS LIST SAY HISTORY "
            f"RECEIVER {RULE_WORDS} "
            f"{EXPORTING}"
        ),
        metals=None,
        spans=True,
        needs_days=True,
    ),
    # All changes on a metal.
    Rule(
        CHANGES,
        any_of(*(f"HISTORY {rule}" for rule in RULE_WORDS.split()), "HISTORY EXPORT"),
        named(f"CHANGE WHAT LIST RECEIVER {RULE_WORDS} {EXPORTING}"),
        spans=True,
    ),
    YEARS_CHANGE,
    Rule(
        PRICE,
        any_of("PRICE", "COMPARED", "CURRENCY UNIT"),
        named(
            "WHAT HOW HOW_MUCH PAST MOVE CHANGE UNIT CURRENCY SINCE BEGIN STATUS FORM FIGURES HISTORY AVERAGE "
            "YEARLY"
        ),
        roles=frozenset((MARKET,)),
        spans=True,
    ),
    Rule(
        PRICE,
        any_of(
            *(
                f"{price} {since} {rule}"
                for price in ("PRICE", "COMPARED")
                for since in ("SINCE", "AFTER")
                for rule in KINDS.split()
            )
        ),
        named(f"WHAT HOW HOW_MUCH PAST MOVE CHANGE SINCE BEGIN {RULE_WORDS} {EXPORTING}"),
        roles=BOTH_ROLES,
        spans=True,
    ),
    Rule(
        PRICE,
        any_of("HOW_MUCH MOVE PAST"),
        named("FORM"),
        roles=frozenset(),
        spans=True,
        needs_days=True,
    ),
    Rule(
        PRICE,
        any_of("HOW_MUCH AUXILIARY", "HOW_MUCH PAST"),
        named("UNIT PAST"),
        roles=frozenset(),
        spans=True,
    ),
    OWN_IMPORTS,
    Rule(
        RELIANCE,
        any_of(
            "DEPEND",
            "NET AUXILIARY",
            "NET QUESTION",
            "NET PAST",
            "SHARE IMPORT",
            "SHARE SUPPLY",
            "HOW_MUCH SUPPLY",
        ),
        named(
            "HOW HOW_MUCH WHAT WHICH WHERE IMPORT SUPPLY SHARE MAIN THINGS USE LIST COUNTRY STATUS PAST FORM "
            "NET FIGURES"
        ),
        metals=None,
        spans=True,
    ),
    Rule(
        SUPPLIERS,
        any_of(
            *("SUPPLIER", "WHO SUPPLY", "WHERE SUPPLY", "COUNTRY SUPPLY", "IMPORT SUPPLY", "WHO IMPORT"),
            *("WHERE IMPORT", "COUNTRY IMPORT", "IMPORT AUXILIARY", "IMPORT PAST", "WHO EXPORT"),
            "COUNTRY EXPORT",
        ),
        named("WHAT WHICH HOW MAIN COUNTRY PAST LIST SHARE IMPORT SUPPLY WHO WHERE FORM FIGURES"),
        spans=True,
        needs_role=DESTINATION,
    ),
    Rule(
        RELIANCE,
        any_of("WHAT IMPORT"),
        named("WHICH MAIN THINGS PAST AUXILIARY"),
        metals=False,
        spans=True,
        needs_role=DESTINATION,
    ),
    Rule(
        PRODUCERS,
        any_of(
            *(
                "PRODUCE",
                "WHERE SUPPLY WORLD",
                "HOW_MUCH SUPPLY WORLD",
                "SHARE SUPPLY WORLD",
                "SUPPLIER WORLD",
            ),
            *("PRODUCE HOW SHARE", "PRODUCE HOW MAIN"),
        ),
        named(
            "WHO WHICH WHAT WHERE COUNTRY COMPANY WORLD MAIN SHARE HOW_MUCH LIST PAST SUPPLY FORM YEARLY "
            "OUTSIDE FIGURES"
        ),
        roles=frozenset((ORIGIN, EXCLUDED)),
        spans=True,
    ),
    Rule(
        USES,
        any_of("USE", "WHY NEED APPLICATION", "WHY USE APPLICATION"),
        named("WHAT WHICH HOW WHERE MAIN THINGS LIST WORLD NEED PRODUCE FORM APPLICATION FIGURES"),
        roles=frozenset(),
        days=False,
    ),
    SHARE_OF_USE,
    SUBSTITUTES,
    *CONTROL_RULES,
    METAL_CODES,
)


def meanings(tokens: Iterable[Token]) -> Meanings:
    """Return every meaning of the words of a question."""
    return frozenset(meaning for token in tokens for meaning in token.meanings)
