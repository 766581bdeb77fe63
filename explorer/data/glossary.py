"""The terms that the program uses, each with one definition, for tooltips and for the help page."""

import re
from collections.abc import Mapping

from msgspec import Struct

from explorer.data.controls.status import ANNOUNCED, ENDED, IN_FORCE, IN_PRINCIPLE, SUSPENDED
from explorer.data.records import KIND_RANK
from explorer.data.words import flag_name, kind_word, rule_word, state_name
from explorer.language import cached_by_language, gettext, gettext_noop


class Term(Struct, frozen=True):
    """A term and its definition, in sentences."""

    key: str
    name: str
    definition: str

    @property
    def text(self) -> str:
        """The term with its definition."""
        return gettext("{term}: {definition}").format(term=self.name, definition=self.definition)


class Section(Struct, frozen=True):
    """Terms on one subject."""

    title: str
    terms: tuple[Term, ...]


Entry = tuple[str, str]
_SEPARATORS = re.compile(r"[,;·()]")

_RULES: Mapping[str, Entry] = {
    "prohibition": (
        gettext_noop("Ban"),
        gettext_noop("Exports to the destination are not allowed."),
    ),
    "refusal": (
        gettext_noop("Refused in principle"),
        gettext_noop(
            "Applications for a licence may be filed, but the authority refuses them in principle. It ranks as a ban."
        ),
    ),
    "licence": (
        gettext_noop("Licence required"),
        gettext_noop(
            "Each export needs a dual-use licence. The authority reviews the end user and the end use. “Licence, some "
            "forms” means that the licence covers only certain forms, compounds or products."
        ),
    ),
    "end_use": (
        gettext_noop("End-use rule, re-export rule"),
        gettext_noop(
            "A duty that depends on who uses the goods and for what. A re-export rule also binds third countries that "
            "pass the goods on."
        ),
    ),
    "quota": (gettext_noop("Quota"), gettext_noop("Exports are allowed only up to a fixed quantity.")),
    "state_trading": (
        gettext_noop("State trading"),
        gettext_noop("Only companies that the state names may export the goods."),
    ),
    "trade_licence": (
        gettext_noop("Ordinary export licence"),
        gettext_noop(
            "A licence under trade law, issued on the contract. Unlike a dual-use licence it involves no review of the "
            "end use."
        ),
    ),
    "technology": (
        gettext_noop("Technology control"),
        gettext_noop("Only technology or equipment is controlled, not the material itself."),
    ),
    "reporting": (gettext_noop("Reporting duty"), gettext_noop("Exports must be reported.")),
    "some_forms": (
        gettext_noop("Some forms (5)"),
        gettext_noop(
            "Nothing is in force on the metal itself, but this number of special forms or compounds is controlled."
        ),
    ),
    "military": (
        gettext_noop("Military users"),
        gettext_noop(
            "Rules for the military users of a country are listed with it, but they do not decide its status."
        ),
    ),
    "parties": (
        gettext_noop("Named companies"),
        gettext_noop(
            "A notice that lists companies or institutes. It binds exports to them, whatever the metal."
        ),
    ),
    "catch_all": (
        gettext_noop("Catch-all rule"),
        gettext_noop(
            "Goods on no list also need a licence where the exporter knows of an end use of concern, such as weapons."
        ),
    ),
}
_STATES: Mapping[str, Entry] = {
    "in_force": (gettext_noop("In force"), gettext_noop("The measure applies on the as-of date.")),
    "suspended": (
        gettext_noop("Paused"),
        gettext_noop(
            "The measure does not apply until the end of the date given. By its text it applies again the day after, "
            "unless a new notice extends the pause."
        ),
    ),
    "announced": (
        gettext_noop("Announced"),
        gettext_noop("The notice has been published, but the measure does not apply yet."),
    ),
    "ended": (gettext_noop("Ended"), gettext_noop("The measure has expired, or was repealed or replaced.")),
    "term_ended": (
        gettext_noop("Term ended"),
        gettext_noop(
            "The last day given in the document has passed, and no document on file ends or continues the measure. "
            "Lists that are issued for a year are usually followed by a new one."
        ),
    ),
    "presumed": (
        gettext_noop("Presumed"),
        gettext_noop(
            "No notice on file confirms this status. It is based on a ministry statement, or on a pause that has run "
            "out with no later notice on file."
        ),
    ),
    "your_entry": (
        gettext_noop("Your entry"),
        gettext_noop(
            "This status is based on a notice that you added, not on the data edition. Open “Your entries…” to see "
            "what you added and to turn it on or off."
        ),
    ),
    "none": (
        gettext_noop("Nothing on file, nothing in force"),
        gettext_noop(
            "“Nothing on file”: the data hold no measure on the metal; some may exist. “Nothing in force”: measures "
            "are on file, but none applies on the as-of date."
        ),
    ),
    "checked": (
        gettext_noop("Checked to"),
        gettext_noop(
            "The last day for which notices were checked. Anything announced later is not in this edition of the data."
        ),
    ),
    "as_of": (
        gettext_noop("As of"),
        gettext_noop("The day that the answers are about. It can be in the past."),
    ),
    "origin": (
        gettext_noop("Origin"),
        gettext_noop("The country that the goods leave, whose controls are shown."),
    ),
    "destination": (gettext_noop("Destination"), gettext_noop("The country that the goods go to.")),
    "first_controlled": (
        gettext_noop("First controlled"),
        gettext_noop(
            "The first day on which a licence requirement or a ban of the origin for the destination was in force. "
            "Older quotas and ordinary licences do not count."
        ),
    ),
}
_CODES: Mapping[str, Entry] = {
    "customs_code": (
        gettext_noop("Reference customs code"),
        gettext_noop(
            "The customs number that a notice prints for an item. It is only a reference: the wording of the item "
            "decides what is controlled."
        ),
    ),
    "control_code": (
        gettext_noop("Control code"),
        gettext_noop("The number of an item on a control list, such as 3C001 or 1C117.d."),
    ),
    "LISTED": (
        gettext_noop("Listed"),
        gettext_noop("An item on file has exactly this code, and its measure is in force."),
    ),
    "SUSPENDED": (
        gettext_noop("Suspended"),
        gettext_noop("An item on file has exactly this code, and its measure is paused."),
    ),
    "ANNOUNCED": (
        gettext_noop("Announced (code)"),
        gettext_noop("An item on file has exactly this code, and its measure does not apply yet."),
    ),
    "POSSIBLE": (
        gettext_noop("Possible"),
        gettext_noop("No item on file has exactly this code, but one shares its first 8 or 6 digits."),
    ),
    "NO REFERENCE CODE ON FILE": (
        gettext_noop("No reference code on file"),
        gettext_noop(
            "No item on file has this code. That does not mean that the goods may be exported freely."
        ),
    ),
}
_FIGURES: Mapping[str, Entry] = {
    "reliance": (
        gettext_noop("Net import reliance"),
        gettext_noop("Imports minus exports, with changes in stocks, as a share of apparent consumption."),
    ),
    "consumption": (
        gettext_noop("Apparent consumption"),
        gettext_noop("Production plus imports minus exports, adjusted for changes in stocks."),
    ),
    "hhi": (
        gettext_noop("Supply concentration (HHI)"),
        gettext_noop(
            "Herfindahl-Hirschman index: the sum of the squared shares of the producing or supplying countries in per "
            "cent, from 0 to 10 000. A single country gives 10 000."
        ),
    ),
    "hubs": (
        gettext_noop("Re-export hub"),
        gettext_noop(
            "A country through which goods pass, such as the Netherlands, Belgium, Hong Kong or Singapore. Customs "
            "data may name it in place of the origin."
        ),
    ),
    "upper": (
        gettext_noop("Upper reading with Hong Kong"),
        gettext_noop(
            "China's share with that of Hong Kong added, through which Chinese goods pass. China alone is the lower "
            "reading. Neither includes Chinese material that was processed elsewhere."
        ),
    ),
    "exposure": (
        gettext_noop("Most exposed to what is controlled today"),
        gettext_noop(
            "The origin's share of the tonnage that the destination imports under a customs code, counted only where a "
            "licence or ban in force covers the form of the metal."
        ),
    ),
    "unit_value": (
        gettext_noop("Unit value"),
        gettext_noop(
            "The customs value of trade divided by its quantity. It mixes grades and lags by one to three months; it "
            "is not a market price."
        ),
    ),
    "volatility": (
        gettext_noop("Volatility"),
        gettext_noop(
            "How much a price moves: the sample standard deviation of the logarithmic changes from month to month over "
            "twelve months, times the square root of twelve. It uses the last figure of each month and needs at "
            "least 10 changes."
        ),
    ),
    "percentile": (
        gettext_noop("Percentile"),
        gettext_noop(
            "How high the last price is: the share of the monthly figures of the last five years that are at or below "
            "it. It uses the last figure of each month and needs at least 11."
        ),
    ),
    "mine": (
        gettext_noop("Mine output"),
        gettext_noop("Ore or concentrate, measured as the content that the table names."),
    ),
    "refinery": (gettext_noop("Refinery output"), gettext_noop("Refined metal or compounds.")),
    "primary": (
        gettext_noop("Primary output"),
        gettext_noop("Metal first made from any raw material, without metal from scrap."),
    ),
}
_FLAGS: Mapping[str, Entry] = {
    "e": (gettext_noop("Estimated"), gettext_noop("The publisher estimated the figure.")),
    "p": (gettext_noop("Preliminary"), gettext_noop("The publisher may still revise the figure.")),
    "W": (
        gettext_noop("Withheld"),
        gettext_noop("The publisher keeps the figure back to protect companies."),
    ),
    "o": (
        gettext_noop("Outlier"),
        gettext_noop(
            "The figure stands out from its series and was checked. In supplier figures a rule sets this mark: much of "
            "the value has no tonnage, or the unit value is far from that of world trade."
        ),
    ),
    "thin": (
        gettext_noop("Thin record"),
        gettext_noop(
            "Fewer trade flows than usual, so a country's own report is probably missing and only its sellers report. "
            "Such a year is never ranked or compared."
        ),
    ),
    "bound": (
        gettext_noop("> and <"),
        gettext_noop("The publisher gives only a minimum or a maximum, or some output is not counted."),
    ),
    "about": (gettext_noop("~"), gettext_noop("The publisher estimated the figure.")),
}
_SECTIONS = (
    (gettext_noop("Export controls"), _RULES),
    (gettext_noop("Status and date"), _STATES),
    (gettext_noop("Codes and verdicts"), _CODES),
    (gettext_noop("Figures"), _FIGURES),
    (gettext_noop("Marks on figures"), _FLAGS),
)
_ENTRIES: Mapping[str, Entry] = {key: entry for _, entries in _SECTIONS for key, entry in entries.items()}


def sections() -> tuple[Section, ...]:
    """Return all terms by subject, in the order of the help page."""
    return tuple(Section(gettext(title), tuple(term(key) for key in entries)) for title, entries in _SECTIONS)


def term(key: str) -> Term:
    """Return a term: the kind or state of a measure, a verdict, a flag, or another key of the glossary."""
    name, definition = _ENTRIES[key]
    return Term(key, gettext(name), gettext(definition))


def explanation(*keys: str) -> str:
    """Return terms with their definitions as the lines of a tooltip; a key without a term adds nothing."""
    lines = (term(key) for key in dict.fromkeys(keys) if key in _ENTRIES)
    return "\n".join(found.text for found in lines)


def explanation_of(text: str) -> str:
    """Return the definitions of the terms in a cell or a heading, such as `in force (presumed)`; empty without one."""
    keys = _keys_by_word()
    words = (part.strip().casefold() for part in _SEPARATORS.split(text))
    return explanation(*(keys[word] for word in words if word in keys))


def term_of(text: str) -> Term | None:
    """Return the term that a text is, in the words of the help page or of an answer; None for other texts."""
    key = _keys_by_word().get(text.strip().casefold())
    return term(key) if key is not None else None


def is_about_figures(found: Term) -> bool:
    """Return whether a term is about figures, not about export controls."""
    return found.key in _FIGURES


@cached_by_language
def _keys_by_word() -> dict[str, str]:
    """Return the keys of the terms by their names and by the words that the answers use for them."""
    kinds = [kind for kind in KIND_RANK if kind in _RULES]
    words = {name_part.strip(): key for key in _ENTRIES for name_part in term(key).name.split(",")}
    words |= {word: kind for kind in kinds for word in (kind_word(kind), rule_word(kind))}
    words |= {kind_word("prohibition", IN_PRINCIPLE): "refusal"}
    words |= {state_name(state): state for state in (ANNOUNCED, IN_FORCE, SUSPENDED, ENDED)}
    words |= {flag_name(flag): flag for flag in "epWo"}
    words |= {"HHI": "hhi"}
    return {word.casefold(): key for word, key in words.items()}
