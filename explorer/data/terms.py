"""The words for the coded values of the data, shared by window, charts, fact sheet and command line.

Each value has a word for use inside a sentence and a label for a heading or a cell. A value without either is shown as
it is.
"""

from collections.abc import Mapping

from explorer.data.records import Metal
from explorer.language import gettext, gettext_noop

Pair = tuple[str, str]

OTHER_GROUP = "other"
_OUTPUT: Mapping[str, Pair] = {
    "mine": (gettext_noop("mine output"), gettext_noop("Mine output")),
    "primary": (gettext_noop("primary output"), gettext_noop("Primary output")),
    "refinery": (gettext_noop("refinery output"), gettext_noop("Refinery output")),
    "smelter": (gettext_noop("smelter output"), gettext_noop("Smelter output")),
    "secondary": (gettext_noop("secondary output"), gettext_noop("Secondary output")),
    "capacity": (gettext_noop("capacity"), gettext_noop("Capacity")),
}
_FREQUENCIES: Mapping[str, Pair] = {
    "annual": (gettext_noop("annual"), gettext_noop("Annual")),
    "monthly": (gettext_noop("monthly"), gettext_noop("Monthly")),
    "half-monthly": (gettext_noop("twice a month"), gettext_noop("Twice a month")),
    "weekly": (gettext_noop("weekly"), gettext_noop("Weekly")),
    "daily": (gettext_noop("daily"), gettext_noop("Daily")),
    "irregular": (gettext_noop("irregular"), gettext_noop("Irregular dates")),
}
_PRICE_BASES: Mapping[str, Pair] = {
    "nominal": (gettext_noop("nominal"), gettext_noop("Nominal")),
    "constant 1998 USD": (
        gettext_noop("constant (real) prices: 1998 USD"),
        gettext_noop("Constant (real) prices: 1998 USD"),
    ),
    "constant, base year not stated": (
        gettext_noop("constant prices, base year not stated"),
        gettext_noop("Constant prices, base year not stated"),
    ),
}
_GROUPS: Mapping[str, Pair] = {
    "light metal": (gettext_noop("light metal"), gettext_noop("Light metal")),
    "minor metal": (gettext_noop("minor metal"), gettext_noop("Minor metal")),
    "semiconductor": (gettext_noop("semiconductor"), gettext_noop("Semiconductor")),
    "rare earth": (gettext_noop("rare earth"), gettext_noop("Rare earth")),
    "rare earth (light)": (gettext_noop("rare earth (light)"), gettext_noop("Rare earth (light)")),
    "rare earth (heavy)": (gettext_noop("rare earth (heavy)"), gettext_noop("Rare earth (heavy)")),
    "base metal": (gettext_noop("base metal"), gettext_noop("Base metal")),
    "battery material": (gettext_noop("battery material"), gettext_noop("Battery material")),
    "precious metal": (gettext_noop("precious metal"), gettext_noop("Precious metal")),
    "refractory metal": (gettext_noop("refractory metal"), gettext_noop("Refractory metal")),
    OTHER_GROUP: (gettext_noop("other"), gettext_noop("Other")),
}
_METAL_KINDS: Mapping[str, Pair] = {
    "element": (gettext_noop("element"), gettext_noop("Element")),
    "mineral": (gettext_noop("mineral"), gettext_noop("Mineral")),
    "material": (gettext_noop("material"), gettext_noop("Material")),
    "group": (gettext_noop("group"), gettext_noop("Group")),
}
_SOURCE_KINDS: Mapping[str, Pair] = {
    "own": (gettext_noop("your entry"), gettext_noop("Your entry")),
    "official": (gettext_noop("official"), gettext_noop("Official")),
    "law": (gettext_noop("law"), gettext_noop("Law")),
    "statistical": (gettext_noop("statistics"), gettext_noop("Statistics")),
    "industry": (gettext_noop("industry"), gettext_noop("Industry")),
    "analysis": (gettext_noop("analysis"), gettext_noop("Analysis")),
    "news": (gettext_noop("news"), gettext_noop("News")),
}
_DOCUMENT_KINDS: Mapping[str, Pair] = {
    "prohibition": (gettext_noop("ban or refusal"), gettext_noop("Ban or refusal")),
    "licence": (gettext_noop("licence requirement"), gettext_noop("Licence requirement")),
    "end_use": (gettext_noop("end-use rule"), gettext_noop("End-use rule")),
    "quota": (gettext_noop("quota"), gettext_noop("Quota")),
    "state_trading": (gettext_noop("state trading rule"), gettext_noop("State trading rule")),
    "trade_licence": (gettext_noop("ordinary export licence"), gettext_noop("Ordinary export licence")),
    "technology": (gettext_noop("technology control"), gettext_noop("Technology control")),
    "reporting": (gettext_noop("reporting duty"), gettext_noop("Reporting duty")),
    "law": (gettext_noop("law or regulation"), gettext_noop("Law or regulation")),
    "catalogue": (gettext_noop("catalogue"), gettext_noop("Catalogue")),
    "entity_list": (gettext_noop("list of named parties"), gettext_noop("List of named parties")),
    "policy": (gettext_noop("policy"), gettext_noop("Policy")),
    "procurement": (gettext_noop("purchasing rule"), gettext_noop("Purchasing rule")),
    "suspension": (gettext_noop("pause of other documents"), gettext_noop("Pause of other documents")),
    "statement": (gettext_noop("statement"), gettext_noop("Statement")),
    "enforcement": (gettext_noop("enforcement"), gettext_noop("Enforcement")),
    "list": (gettext_noop("control list"), gettext_noop("Control list")),
}
_VERDICTS: Mapping[str, Pair] = {
    "confirmed": (gettext_noop("confirmed"), gettext_noop("Confirmed")),
    "imprecise": (gettext_noop("imprecise"), gettext_noop("Imprecise")),
    "misleading": (gettext_noop("misleading"), gettext_noop("Misleading")),
    "contradicted": (gettext_noop("contradicted"), gettext_noop("Contradicted")),
    "unverified": (gettext_noop("unverified"), gettext_noop("Unverified")),
}
VERDICTS = tuple(_VERDICTS)
_SITE_STAGES = {
    "mine": gettext_noop("Mine"),
    "concentrate": gettext_noop("Concentrate"),
    "smelter": gettext_noop("Smelter"),
    "primary": gettext_noop("Primary production"),
    "refinery": gettext_noop("Refinery"),
    "separation": gettext_noop("Separation"),
    "alloy": gettext_noop("Alloy"),
    "magnet": gettext_noop("Magnet"),
    "recycling": gettext_noop("Recycling"),
    "stockpile": gettext_noop("Stockpile"),
}
_SITE_STATES = {
    "operating": gettext_noop("Operating"),
    "planned": gettext_noop("Planned"),
    "care-and-maintenance": gettext_noop("Care and maintenance"),
    "closed": gettext_noop("Closed"),
    "announced": gettext_noop("Announced"),
    "permitting": gettext_noop("Permitting"),
    "financing": gettext_noop("Financing"),
    "construction": gettext_noop("Under construction"),
    "commissioning": gettext_noop("Commissioning"),
    "stalled": gettext_noop("Stalled"),
}
_CONFIDENCE = {"high": gettext_noop("high"), "medium": gettext_noop("medium"), "low": gettext_noop("low")}


def output_word(stage: str) -> str:
    """Return the output of a stage of production inside a sentence: `mine output`."""
    return _word(_OUTPUT, stage)


def output_label(stage: str) -> str:
    """Return the output of a stage of production: `Mine output`."""
    return _label(_OUTPUT, stage)


def stage_name(stage: str) -> str:
    """Return the stage of a mine, plant or project."""
    return gettext(_SITE_STAGES[stage]) if stage in _SITE_STAGES else stage


def site_state(status: str) -> str:
    """Return the state of a mine, plant or project."""
    return gettext(_SITE_STATES[status]) if status in _SITE_STATES else status


def frequency_word(frequency: str) -> str:
    """Return how often a price series is published, inside a sentence."""
    return _word(_FREQUENCIES, frequency)


def frequency_label(frequency: str) -> str:
    """Return how often a price series is published."""
    return _label(_FREQUENCIES, frequency)


def price_basis_word(basis: str) -> str:
    """Return the price basis of a series inside a sentence."""
    return _word(_PRICE_BASES, basis)


def price_basis_label(basis: str) -> str:
    """Return the price basis of a series."""
    return _label(_PRICE_BASES, basis)


def group_word(metal: Metal) -> str:
    """Return the group of a metal inside a sentence."""
    return _word(_GROUPS, metal.metal_group)


def group_label(metal: Metal) -> str:
    """Return the group of a metal."""
    return _label(_GROUPS, metal.metal_group)


def metal_kind_word(metal: Metal) -> str:
    """Return the kind of a metal inside a sentence."""
    return _word(_METAL_KINDS, metal.kind)


def group_or_kind_label(metal: Metal) -> str:
    """Return the group of a metal, or its kind where the group is only “other”."""
    return _label(_METAL_KINDS, metal.kind) if metal.metal_group == OTHER_GROUP else group_label(metal)


def source_kind_word(kind: str) -> str:
    """Return the kind of a source inside a sentence."""
    return _word(_SOURCE_KINDS, kind)


def source_kind_label(kind: str) -> str:
    """Return the kind of a source."""
    return _label(_SOURCE_KINDS, kind)


def document_kind_label(kind: str) -> str:
    """Return what a document is."""
    return _label(_DOCUMENT_KINDS, kind)


def verdict_word(verdict: str) -> str:
    """Return the verdict on a claim inside a sentence."""
    return _word(_VERDICTS, verdict)


def verdict_label(verdict: str) -> str:
    """Return the verdict on a claim."""
    return _label(_VERDICTS, verdict)


def confidence_word(confidence: str | None) -> str:
    """Return the word for the confidence of a figure or a measure, empty without one."""
    return gettext(_CONFIDENCE[confidence]) if confidence in _CONFIDENCE else confidence or ""


def _word(pairs: Mapping[str, Pair], value: str) -> str:
    return gettext(pairs[value][0]) if value in pairs else value


def _label(pairs: Mapping[str, Pair], value: str) -> str:
    return gettext(pairs[value][1]) if value in pairs else value
