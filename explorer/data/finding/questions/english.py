"""The English words of questions by what they say."""

from collections.abc import Iterator
from functools import cache

from explorer.data.finding.questions.meanings import Meaning

_WORDS: dict[Meaning, str] = {
    Meaning.FUNCTION: (
        "a an the it its this that these those there here i we you they he she me my our your their "
        "them one someone somebody anyone anybody people please kindly tell show give find know so then just "
        "really exactly actually still also yet some any all both be been being have has had having "
        "with as at if whether hi hello currently current presently latest question about regarding "
        "concerning want like would out under legally officially mofcom ministry "
        "exporter exporters trader traders already such very"
    ),
    Meaning.AUXILIARY: "is are am do does",
    Meaning.PAST: "was were did has have been",
    Meaning.FUTURE: "will shall",
    Meaning.NOT: (
        "not no cannot can't isn't aren't doesn't don't wasn't weren't didn't won't mustn't never "
        "without couldn't hasn't haven't"
    ),
    Meaning.WHAT: "what what's whats anything something",
    Meaning.WHICH: "which",
    Meaning.WHO: "who who's whom whose",
    Meaning.WHERE: "where where's",
    Meaning.WHEN: "when when's",
    Meaning.WHY: "why",
    Meaning.HOW: "how how's",
    Meaning.SINCE: "since",
    Meaning.UNTIL: "until till til",
    Meaning.MAY: (
        "may can can't cannot could couldn't might must mustn't allow permit permissible possible "
        "legal lawful ok okay able authorise authorize"
    ),
    Meaning.NEED: "need require necessary subject",
    Meaning.EXPORT: (
        "export ship shipment send sent sell sold go goes leave move transfer deliver bring take exportable"
    ),
    Meaning.EXPORTS: "exports shipments sales",
    Meaning.IMPORT: "import buy bought purchase procure obtain get receive acquire",
    Meaning.BAN: (
        "ban prohibit prohibition forbid forbidden embargo illegal unlawful block refuse refusal "
        "outlaw bar deny"
    ),
    Meaning.LICENCE: "licence license permit approval authorisation authorization permission",
    Meaning.CONTROL: (
        "control restrict restriction regulate regulation rule measure curb apply applies applied "
        "applying cover regime requirement"
    ),
    Meaning.STATUS: "status situation",
    Meaning.PAUSE: "pause suspend suspension moratorium truce",
    Meaning.BEGIN: "begin began begun start introduce impose effective enact commence",
    Meaning.END: (
        "end expire expiry expiration over lapse lift last finish resume return reinstate again due "
        "left remain"
    ),
    Meaning.FIRST: "first initially originally",
    Meaning.CHANGE: "change happen update development occur event news different",
    Meaning.NEW: "new newly",
    Meaning.PRICE: "price cost worth expensive",
    Meaning.MOVE: (
        "rise rose risen fall fell fallen increase decrease drop jump develop development evolve move "
        "change trend history go going gone went"
    ),
    Meaning.UNIT: "kg kilo kilogram tonne ton t market spot per",
    Meaning.PRODUCE: (
        "produce producer production make maker made mine miner mining refine refiner refinery smelt "
        "smelter output manufacture manufacturer extract extraction"
    ),
    Meaning.COMPANY: "company companies firm",
    Meaning.COUNTRY: "country countries nation",
    Meaning.WORLD: "world global globally worldwide",
    Meaning.MAIN: (
        "main mainly major top large largest big biggest leading most primary principal chief "
        "dominant dominate important key common"
    ),
    Meaning.SHARE: "share percentage percent proportion part",
    Meaning.USE: "use usage application purpose utilise utilize",
    Meaning.DEPEND: (
        "depend dependent dependence dependency rely relies relied reliant reliance exposed exposure "
        "vulnerable"
    ),
    Meaning.SUPPLY: "supply supplies supplied source",
    Meaning.SUPPLIER: "supplier",
    Meaning.LIST: "list every everything overview",
    Meaning.METALS: "metal mineral material element raw critical minor rare strategic",
    Meaning.THINGS: "goods good item product things thing stuff",
    Meaning.DOCUMENT: "announcement notice document decree law decision order",
    Meaning.SAY: (
        "say says said contain mean content summary summarise summarize describe require state text "
        "details cover"
    ),
    Meaning.CODE: "hs hts cn eccn code customs tariff number",
    Meaning.ISSUE: "issue publish announce release date adopt",
    Meaning.TO: "to into toward towards against",
    Meaning.FROM: "from",
    Meaning.IN: "in inside within",
    Meaning.OF: "of",
    Meaning.ON: "on upon",
    Meaning.BY: "by",
    Meaning.FOR: "for",
    Meaning.AND: "and",
    Meaning.OR: "or",
}
# Expressions whose meaning is not that of their words; the longest that fits is taken.
_EXPRESSIONS: dict[str, Meaning] = {
    "how much": Meaning.HOW_MUCH,
    "how many": Meaning.HOW_MUCH,
    "how long": Meaning.HOW_LONG,
    "how many days": Meaning.HOW_LONG,
    "how heavily": Meaning.HOW,
    "how strongly": Meaning.HOW,
    "to what extent": Meaning.HOW,
    "apply for": Meaning.OTHER,
    "applying for": Meaning.OTHER,
    "applied for": Meaning.OTHER,
    "going to be": Meaning.FUTURE,
    "from when": Meaning.SINCE,
    "made of": Meaning.USE,
    "made from": Meaning.USE,
    "made with": Meaning.USE,
    "good for": Meaning.USE,
    "needed for": Meaning.USE,
    "end use": Meaning.USE,
    "end uses": Meaning.USE,
    "used for": Meaning.USE,
    "end use rule": Meaning.CONTROL,
    "end use rules": Meaning.CONTROL,
    "come from": Meaning.SUPPLY,
    "comes from": Meaning.SUPPLY,
    "came from": Meaning.SUPPLY,
    "take effect": Meaning.BEGIN,
    "takes effect": Meaning.BEGIN,
    "took effect": Meaning.BEGIN,
    "come into force": Meaning.BEGIN,
    "comes into force": Meaning.BEGIN,
    "came into force": Meaning.BEGIN,
    "come into effect": Meaning.BEGIN,
    "came into effect": Meaning.BEGIN,
    "enter into force": Meaning.BEGIN,
    "entered into force": Meaning.BEGIN,
    "enters into force": Meaning.BEGIN,
    "put in place": Meaning.BEGIN,
    "run out": Meaning.END,
    "runs out": Meaning.END,
    "come back": Meaning.END,
    "comes back": Meaning.END,
    "back in force": Meaning.END,
    "put under": Meaning.BEGIN,
    "placed under": Meaning.BEGIN,
    "at the moment": Meaning.FUNCTION,
    "right now": Meaning.FUNCTION,
    "at present": Meaning.FUNCTION,
    "now": Meaning.FUNCTION,
    "at all": Meaning.FUNCTION,
    "no longer": Meaning.NOT,
    "in force": Meaning.CONTROL,
    "dual use": Meaning.CONTROL,
    "off limits": Meaning.BAN,
    "out of": Meaning.FROM,
    "i am": Meaning.FUNCTION,
    "in the world": Meaning.WORLD,
    "need permission": Meaning.LICENCE,
    "go up": Meaning.MOVE,
    "gone up": Meaning.MOVE,
    "went up": Meaning.MOVE,
    "go down": Meaning.MOVE,
    "gone down": Meaning.MOVE,
    "went down": Meaning.MOVE,
}
_LONGEST_EXPRESSION = max(len(expression.split()) for expression in _EXPRESSIONS)


@cache
def _table() -> dict[str, frozenset[Meaning]]:
    """Return the meanings of each word as it is listed."""
    table: dict[str, set[Meaning]] = {}
    for meaning, words in _WORDS.items():
        for word in words.split():
            table.setdefault(word, set()).add(meaning)
    return {word: frozenset(meanings) for word, meanings in table.items()}


def meanings_of(word: str) -> frozenset[Meaning]:
    """Return what a word says, also in its inflected forms; empty for a word that is not in the vocabulary."""
    table = _table()
    return next((table[form] for form in _forms(word.replace("’", "'")) if form in table), frozenset())


def _forms(word: str) -> Iterator[str]:
    """Yield a word and the forms from which it may be inflected."""
    yield word
    for ending, replacements in (
        ("s", ("",)),
        ("es", ("",)),
        ("ies", ("y",)),
        ("ed", ("", "e")),
        ("ing", ("", "e")),
    ):
        if word.endswith(ending) and len(word) >= len(ending) + 2:
            stem = word[: -len(ending)]
            yield from (stem + end for end in replacements)
            if ending in ("ed", "ing") and stem[-1] == stem[-2]:
                yield stem[:-1]


def expression_at(words: list[str]) -> tuple[int, Meaning] | None:
    """Return how many words an expression at the beginning of a list has, and what it says; None without one."""
    for count in range(min(_LONGEST_EXPRESSION, len(words)), 0, -1):
        meaning = _EXPRESSIONS.get(" ".join(words[:count]))
        if meaning is not None:
            return count, meaning
    return None
