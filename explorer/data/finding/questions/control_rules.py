"""The rules for questions on controls: until when, since when, which metals, and what applies."""

from explorer.data.finding.questions.reading import LIST, SINCE, STATUS, UNTIL
from explorer.data.finding.questions.role_names import DESTINATION, ORIGIN
from explorer.data.finding.questions.rule import Meanings, Rule, any_of, named
from explorer.data.finding.questions.special_rules import EXPORTING, KINDS, RULE_WORDS


def _ending(verbs: str) -> tuple[Meanings, ...]:
    """Return the needs of questions on whether a rule ends or returns, one for each of their verbs and each rule."""
    return any_of(
        *(f"{verb} {rule} END" for verb in verbs.split() for rule in ("BAN", "CONTROL", "PAUSE", "QUOTA"))
    )


CONTROL_RULES = (
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
            f"RECEIVER {RULE_WORDS} {EXPORTING}"
        ),
        metals=None,
        days=False,
    ),
    Rule(
        SINCE,
        any_of(
            *(f"SINCE {rule}" for rule in RULE_WORDS.split()),
            *(f"WHEN {more} {rule}" for more in ("PAST", "BEGIN", "FIRST") for rule in RULE_WORDS.split()),
            *(f"HOW_LONG PAST {rule}" for rule in RULE_WORDS.split()),
            *("SINCE WHEN", "BEGIN CONTROL", "BEGIN QUOTA WHAT", "WHEN BAN", "SINCE MAY NOT", "SINCE NEED"),
        ),
        named(f"PAST BEGIN FIRST WHEN WHAT NEED MAY NOT SINCE FORM RECEIVER {RULE_WORDS} {EXPORTING}"),
        days=False,
    ),
    Rule(
        LIST,
        any_of(
            *(f"{asked} {rule}" for asked in ("WHAT", "WHICH", "LIST") for rule in (*KINDS.split(), "PAUSE")),
            *(f"METALS {rule}" for rule in (*KINDS.split(), "PAUSE")),
        ),
        named(f"MAY NEED PAUSE PAST FUTURE LIST IMPORT RECEIVER {KINDS} {EXPORTING}"),
        metals=False,
    ),
    Rule(
        LIST,
        any_of(*(f"{asked} BAN OUTRIGHT" for asked in ("WHAT", "WHICH", "LIST", "METALS"))),
        named(f"PAST LIST BAN {EXPORTING}"),
        metals=False,
    ),
    # Without words for licences: `which metals may be exported without one` asks for the others.
    Rule(
        LIST,
        any_of(*(f"{asked} MAY NOT" for asked in ("WHAT", "WHICH", "LIST"))),
        named(f"PAST FUTURE LIST IMPORT {EXPORTING}"),
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
                for rule in ("BAN", "LICENCE", "QUOTA", "NAMED_RULE")
            ),
            *(
                "AUXILIARY PAUSE",
                "QUESTION PAUSE",
                "CONTROL",
                "NAMED_RULE",
                "HOW CONTROL",
                "STATUS",
                "MAY TO",
                "WHAT NEED TO",
                "LICENCE TO",
                "BAN TO",
            ),
        ),
        named(
            f"NOT WITHOUT MAY NEED WHAT PAST FUTURE PAUSE IMPORT WHICH FORM RECEIVER SUPPLIER {RULE_WORDS} "
            f"{EXPORTING}"
        ),
        spans=True,
    ),
    # A rule of a place by its name: `malawi graphite ban`.
    Rule(
        STATUS,
        any_of("QUOTA", "BAN", "LICENCE"),
        named(f"PAUSE FORM {KINDS} {EXPORTING}"),
        needs_role=ORIGIN,
    ),
    Rule(
        STATUS,
        any_of("LICENCE"),
        named(f"FORM RECEIVER {KINDS} {EXPORTING}"),
        needs_role=DESTINATION,
    ),
    # `does the ban come back tomorrow`, `has the ban been lifted`: what applies on that day says so.
    Rule(
        STATUS,
        _ending("AUXILIARY FUTURE"),
        named(f"PAUSE BEGIN MAY {RULE_WORDS} {EXPORTING}"),
        needs_days=True,
    ),
    Rule(STATUS, _ending("PAST QUESTION"), named(f"PAST PAUSE {RULE_WORDS} {EXPORTING}")),
    Rule(
        STATUS,
        any_of("MAY SUPPLY", "NEED LICENCE SUPPLY", "AUXILIARY LICENCE SUPPLY", "BAN SUPPLY"),
        named(f"NOT WITHOUT MAY NEED PAST FUTURE PAUSE FORM RECEIVER SUPPLY {RULE_WORDS} {EXPORTING}"),
        needs_role=DESTINATION,
    ),
    # A rule of the origin in view: `gallium export ban mexico`.
    Rule(
        STATUS,
        any_of("BAN EXPORT", "BAN EXPORTS", "QUOTA EXPORT", "QUOTA EXPORTS"),
        named(f"FORM RECEIVER {KINDS} {EXPORTING}"),
        needs_role=DESTINATION,
    ),
    Rule(STATUS, any_of("TO"), named("EXPORT EXPORTS FORM"), spans=True, needs_role=DESTINATION),
)
