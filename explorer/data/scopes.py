"""What a measure covers of a metal, in words: ` for indium phosphide, trimethylindium and triethylindium`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from explorer.data.records import Item, MeasureMetal, Metal

_AS_GROUP = re.compile(r"^As one of the rare earths[:,]?\s*", re.IGNORECASE)
_BLANKET = re.compile(r"^(all|every|any|listed items)\b|^metal(,|;|$| and)", re.IGNORECASE)
_KIND_REPEATED = re.compile(
    r"[,;]?\s*(ordinary export licence on the contract|reporting only|yearly quota)", re.I
)
_TECHNOLOGY_TOO = re.compile("[;,] technology$")
_NO_MATERIAL = frozenset({"technology", "equipment", "component"})
_JOINED_BY_FOR = frozenset({"prohibition", "licence", "end_use"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """What follows the word for a kind, and the remarks that stand in a sentence of their own."""

    text: str
    remarks: str = ""


def target_items(items: Iterable[Item], target: MeasureMetal) -> list[Item]:
    """Return the items of a measure that target the metal."""
    return [
        i
        for i in items
        if i.measure_id == target.measure_id and i.metal_id == target.metal_id and i.relation == "target"
    ]


def covers_metal(scope: str | None, items: Iterable[Item], metal: Metal) -> bool:
    """Tell whether a measure covers the metal as such: an item is the metal, or no scope narrows it."""
    name = metal.name_en.casefold()
    described = [i.description.casefold() for i in items if i.form not in _NO_MATERIAL]
    if described:
        return any(d.startswith((f"{name} metal", f"{name} gas")) for d in described)
    said = (scope or "").casefold()
    return (
        not said
        or bool(_BLANKET.match(said))
        or said == name
        or said.startswith(f"{name} and {name} products")
    )


def phrase(kind: str, scope: str | None) -> Phrase:
    """Return a scope as it follows the word for the kind; empty where it only repeats the kind."""
    text = _KIND_REPEATED.sub("", _AS_GROUP.sub("", scope or "")).strip(" ,;")
    text, _, remarks = text.partition(". ")
    remarks = f"{remarks.rstrip('.')}." if remarks else ""
    text = re.sub(r"^Only\s+|\s+only$", "", text)
    if text == "Unprocessed":
        text = "Unprocessed material"
    if not text:
        return Phrase("", remarks)
    if kind == "trade_licence":
        return Phrase(f" ({_lower_first(text)})", remarks)
    goods = _TECHNOLOGY_TOO.sub("", text)
    listed = _with_and(_lower_first(goods)) + (", with technology" if goods != text else "")
    return Phrase((" for " if kind in _JOINED_BY_FOR and " banned" not in listed else ": ") + listed, remarks)


def _lower_first(text: str) -> str:
    """Start with a small letter, except where the first word is an abbreviation or a formula."""
    word = text.split(" ", 1)[0]
    return text if any(c.isupper() or c.isdigit() for c in word[1:]) else text[0].lower() + text[1:]


def _with_and(text: str) -> str:
    """Join the last of a plain enumeration, three names or more of two words at most, with `and`."""
    lead, colon, enumeration = text.rpartition(": ")
    names = enumeration.split(", ")
    if len(names) < 3 or any(len(name.split()) > 2 for name in names):
        return text
    return f"{lead}{colon}{', '.join(names[:-1])} and {names[-1]}"
