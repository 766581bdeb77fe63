"""The rules of the grammar: which meanings make a question of an intent, and which others it may have.

A question is read only where every word has a place in the rule, so that no word is passed over.
"""

from collections.abc import Iterable

from explorer.data.finding.questions.reading import (
    CHANGES,
    CODE,
    DOCUMENT,
    LIST,
    PRICE,
    PRODUCERS,
    RELIANCE,
    SINCE,
    STATUS,
    SUPPLIERS,
    UNTIL,
    USES,
)
from explorer.data.finding.questions.roles import DESTINATION, EXCLUDED, ISSUER, MARKET, ORIGIN
from explorer.data.finding.questions.rule import Meanings, Rule, any_of, named
from explorer.data.finding.questions.tokens import Token

_RULES = "BAN LICENCE CONTROL QUOTA"
_EXPORTING = "EXPORT EXPORTS THINGS"


def _ending(verbs: str) -> tuple[Meanings, ...]:
    """Return the needs of questions on whether a rule ends or returns, one for each of their verbs and each rule."""
    return any_of(
        *(f"{verb} {rule} END" for verb in verbs.split() for rule in ("BAN", "CONTROL", "PAUSE", "QUOTA"))
    )


# Which metals are on official lists of critical materials; its places have issued those lists.
MEMBERSHIP = Rule(
    LIST,
    any_of("CRITICAL LIST", "CRITICAL LISTED", "CRITICAL AUXILIARY", "CRITICAL QUESTION", "CRITICAL WHICH"),
    named("LIST LISTED WHAT WHICH PAST SAY COUNTRY FORM"),
    metals=None,
    roles=frozenset((ISSUER,)),
    days=False,
)
# What can be used in place of a metal.
SUBSTITUTES = Rule(
    USES,
    any_of(*(f"SUBSTITUTE {asking}" for asking in ("WHAT", "WHICH", "MAY", "AUXILIARY", "LIST", "QUESTION"))),
    named("WHAT WHICH MAY USE LIST MAIN THINGS FORM"),
    roles=frozenset(),
    days=False,
)
# Which codes a metal has.
METAL_CODES = Rule(
    CODE,
    any_of("CODE"),
    named("CODE CONTROL EXPORT WHAT WHICH LIST FORM"),
    roles=frozenset((ORIGIN,)),
    days=False,
)
# The first rule that has a place for every word is taken.
RULES = (
    MEMBERSHIP,
    Rule(
        DOCUMENT,
        any_of(
            *("SAY", "WHAT", "WHICH", "WHEN", "AUXILIARY CONTROL", "AUXILIARY PAUSE", "QUESTION CONTROL"),
            *("DEADLINE", "WHEN END", "UNTIL WHEN"),
        ),
        named("DOCUMENT ISSUE BEGIN PAST CONTROL HOW THINGS SAY WHAT MAIN"),
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
    Rule(
        CODE, (frozenset(),), named("CODE SAY"), metals=False, roles=frozenset(), days=False, subject="code"
    ),
    Rule(
        CODE,
        any_of("MAY", "BAN", "LICENCE", "CONTROL", "STATUS", "EXPORT", "WHAT", "WHICH", "TO", "LIST", "SAY"),
        named(
            f"NOT WITHOUT NEED WHAT PAST FUTURE CODE PAUSE IMPORT WHICH SAY LIST RECEIVER {_RULES} {_EXPORTING}"
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
            ),
        ),
        named(
            f"WHAT WHICH HOW PAST FUTURE NEW PAUSE DOCUMENT ISSUE BEGIN MOVE STATUS LIST SAY {_RULES} {_EXPORTING}"
        ),
        metals=None,
        spans=True,
        needs_days=True,
    ),
    Rule(
        PRICE,
        any_of("PRICE"),
        named("WHAT HOW HOW_MUCH PAST MOVE CHANGE UNIT SINCE BEGIN STATUS FORM"),
        roles=frozenset((MARKET,)),
        spans=True,
    ),
    Rule(
        PRICE,
        any_of(*(f"PRICE {since} {rule}" for since in ("SINCE", "AFTER") for rule in _RULES.split())),
        named(f"WHAT HOW HOW_MUCH PAST MOVE CHANGE SINCE BEGIN {_RULES} {_EXPORTING}"),
        roles=frozenset((ORIGIN,)),
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
    Rule(
        RELIANCE,
        any_of("DEPEND", "SHARE IMPORT", "SHARE SUPPLY", "HOW_MUCH SUPPLY"),
        named(
            "HOW HOW_MUCH WHAT WHICH WHERE IMPORT SUPPLY SHARE MAIN THINGS USE LIST COUNTRY STATUS PAST FORM NET"
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
        named("WHAT WHICH HOW MAIN COUNTRY PAST LIST SHARE IMPORT SUPPLY WHO WHERE FORM"),
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
            *("PRODUCE", "WHERE SUPPLY WORLD", "HOW_MUCH SUPPLY WORLD", "SHARE SUPPLY WORLD"),
            *("PRODUCE HOW SHARE", "PRODUCE HOW MAIN"),
        ),
        named(
            "WHO WHICH WHAT WHERE COUNTRY COMPANY WORLD MAIN SHARE HOW_MUCH LIST PAST SUPPLY FORM YEARLY OUTSIDE"
        ),
        roles=frozenset((ORIGIN, EXCLUDED)),
        spans=True,
    ),
    Rule(
        USES,
        any_of("USE"),
        named("WHAT WHICH HOW WHERE MAIN THINGS LIST WORLD NEED PRODUCE FORM"),
        roles=frozenset(),
        days=False,
    ),
    SUBSTITUTES,
    Rule(
        UNTIL,
        any_of(
            *(
                "UNTIL WHEN",
                "WHEN END",
                "HOW_LONG END",
                "HOW_LONG PAUSE",
                "END PAUSE",
                "WHAT END",
                "END QUOTA",
            ),
            "DEADLINE",
        ),
        named(
            f"PAUSE MAY NOT FUTURE UNTIL WHEN WHAT BEGIN STATUS NEED HOW_LONG HOW_MUCH END PAST FORM DEADLINE "
            f"{_RULES} {_EXPORTING}"
        ),
        metals=None,
        days=False,
    ),
    Rule(
        SINCE,
        any_of(
            *(f"SINCE {rule}" for rule in _RULES.split()),
            *(f"WHEN {more} {rule}" for more in ("PAST", "BEGIN", "FIRST") for rule in _RULES.split()),
            *(f"HOW_LONG PAST {rule}" for rule in _RULES.split()),
            *("SINCE WHEN", "BEGIN CONTROL", "BEGIN QUOTA WHAT", "WHEN BAN", "SINCE MAY NOT", "SINCE NEED"),
        ),
        named(f"PAST BEGIN FIRST WHEN WHAT NEED MAY NOT SINCE FORM {_RULES} {_EXPORTING}"),
        days=False,
    ),
    Rule(
        LIST,
        any_of(
            *(
                f"{asked} {rule}"
                for asked in ("WHAT", "WHICH", "LIST")
                for rule in (*_RULES.split(), "PAUSE")
            ),
            *(f"METALS {rule}" for rule in (*_RULES.split(), "PAUSE")),
        ),
        named(f"MAY NEED PAUSE PAST FUTURE LIST IMPORT {_RULES} {_EXPORTING}"),
        metals=False,
    ),
    Rule(
        LIST,
        any_of(*(f"{asked} BAN OUTRIGHT" for asked in ("WHAT", "WHICH", "LIST", "METALS"))),
        named(f"PAST LIST BAN {_EXPORTING}"),
        metals=False,
    ),
    # Without words for licences: `which metals may be exported without one` asks for the others.
    Rule(
        LIST,
        any_of(*(f"{asked} MAY NOT" for asked in ("WHAT", "WHICH", "LIST"))),
        named(f"PAST FUTURE LIST IMPORT {_EXPORTING}"),
        metals=False,
    ),
    Rule(
        STATUS,
        any_of(
            *(
                f"MAY {other}"
                for other in ("EXPORT", "EXPORTS", "IMPORT", "AUXILIARY", "PAST", "FUTURE", "QUESTION")
            ),
            *(
                f"{verb} {rule}"
                for verb in ("PAST", "FUTURE", "NEED", "QUESTION", "AUXILIARY", "WHAT")
                for rule in ("BAN", "LICENCE", "QUOTA")
            ),
            *(
                "AUXILIARY PAUSE",
                "QUESTION PAUSE",
                "CONTROL",
                "HOW CONTROL",
                "STATUS",
                "MAY TO",
                "LICENCE TO",
                "BAN TO",
            ),
        ),
        named(
            f"NOT WITHOUT MAY NEED WHAT PAST FUTURE PAUSE IMPORT WHICH FORM RECEIVER SUPPLIER {_RULES} {_EXPORTING}"
        ),
        spans=True,
    ),
    Rule(STATUS, any_of("QUOTA"), named("EXPORT EXPORTS"), needs_role=ORIGIN),
    # `does the ban come back tomorrow`, `has the ban been lifted`: what applies on that day says so.
    Rule(
        STATUS, _ending("AUXILIARY FUTURE"), named(f"PAUSE BEGIN MAY {_RULES} {_EXPORTING}"), needs_days=True
    ),
    Rule(STATUS, _ending("PAST QUESTION"), named(f"PAST PAUSE {_RULES} {_EXPORTING}")),
    Rule(
        STATUS,
        any_of("MAY SUPPLY", "NEED LICENCE SUPPLY", "AUXILIARY LICENCE SUPPLY", "BAN SUPPLY"),
        named(f"NOT WITHOUT MAY NEED PAST FUTURE PAUSE FORM RECEIVER SUPPLY {_RULES} {_EXPORTING}"),
        needs_role=DESTINATION,
    ),
    Rule(STATUS, any_of("TO"), named("EXPORT EXPORTS FORM"), spans=True, needs_role=DESTINATION),
    METAL_CODES,
)


def meanings(tokens: Iterable[Token]) -> Meanings:
    """Return every meaning of the words of a question."""
    return frozenset(meaning for token in tokens for meaning in token.meanings)
