"""Formulas, abbreviations and names of compounds in questions: forms of one metal or several."""

import re
from functools import cached_property

from msgspec import Struct

from explorer.data.finding.metal_mentions import MetalNames
from explorer.data.finding.questions.forms import patterns
from explorer.data.finding.terms import FORM, SearchTerm, SearchTerms
from explorer.data.spelling import normalised
from explorer.data.store import Store
from explorer.data.store_service import StoreService

MOST_METALS = 4
_IDEOGRAPHS = re.compile(r"[\u3005-\u9fff]")
# Kinds of compounds that name a metal, besides the one that they are compounds of: `indium antimonide`; and
# materials of customs headings.
_KINDS = {
    ("antimonide", "锑化"): "antimony",
    ("telluride", "碲化"): "tellurium",
    ("selenide", "硒化"): "selenium",
    ("tungstate", "钨酸"): "tungsten",
    ("molybdate", "钼酸"): "molybdenum",
    ("vanadate", "钒酸"): "vanadium",
    ("borate", "硼酸盐"): "boron",
    ("niobate", "铌酸"): "niobium",
    ("tantalate", "钽酸"): "tantalum",
    ("titanate", "钛酸"): "titanium",
    ("zirconate", "锆酸"): "zirconium",
    ("chromate", "铬酸"): "chromium",
    ("magnesite", "菱镁矿"): "magnesium",
    ("polysilicon", "多晶硅"): "silicon",
    ("yellowcake", "黄饼"): "uranium",
}
# Alloys with iron: what follows `ferro` in their names, and their Chinese names.
_FERROALLOYS = {
    "boron": "boron 硼铁",
    "chromium": "chromium chrome 铬铁",
    "manganese": "manganese 锰铁",
    "molybdenum": "molybdenum moly 钼铁",
    "nickel": "nickel 镍铁",
    "niobium": "niobium columbium 铌铁",
    "phosphorus": "phosphorus 磷铁",
    "silicon": "silicon 硅铁",
    "titanium": "titanium 钛铁",
    "tungsten": "tungsten 钨铁",
    "vanadium": "vanadium 钒铁",
}


class Compound(Struct, frozen=True):
    """A compound that a part of a question names: its metals, and the pattern by which a wording names it.

    `named_ids` are the metals in its name where it has the group in place of them: neodymium for NdFeB.
    """

    metal_ids: tuple[str, ...]
    pattern: re.Pattern[str]
    named_ids: tuple[str, ...] = ()


class Compounds(StoreService):
    """The compounds of a store by their names."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._exact: dict[str, Compound] = {}
        self._phrases: dict[str, Compound] = {}
        self.chinese: dict[str, Compound] = {}
        for term in SearchTerms.of(store).all():
            if term.kind == FORM:
                self._add(term)
        for metal_id, names in _FERROALLOYS.items():
            if metal_id in store.metals:
                self._add_ferroalloy(metal_id, names)
        for (english, chinese), metal_id in _KINDS.items():
            if metal_id in store.metals:
                compound = Compound((metal_id,), re.compile(rf"{english}s?\b", re.IGNORECASE))
                self._phrases.setdefault(english, compound)
                self.chinese.setdefault(chinese, compound)

    def _add(self, term: SearchTerm) -> None:
        compound = Compound(self._metals(term), _pattern(term), self._named(term))
        for name in (term.term, *term.phrases):
            if MetalNames.of(self._store).whole(name):
                continue
            if _IDEOGRAPHS.search(name):
                self.chinese.setdefault(name, compound)
            elif name == term.term:
                self._exact.setdefault(name, compound)
            else:
                self._phrases.setdefault(normalised(name), compound)

    def _add_ferroalloy(self, metal_id: str, names: str) -> None:
        """Add an alloy of a metal with iron, joined, in two words or with a hyphen."""
        latin = [name for name in names.split() if name.isascii()]
        pattern = re.compile(rf"\bferro[\s-]?(?:{'|'.join(latin)})s?\b|\bferro-?alloys?\b", re.IGNORECASE)
        for name in names.split():
            if name.isascii():
                self._phrases[f"ferro{name}"] = self._phrases[f"ferro {name}"] = Compound(
                    (metal_id,), pattern
                )
            else:
                self.chinese[name] = Compound((metal_id,), pattern)
        symbol = self._store.metal(metal_id).symbol
        self._exact[f"Fe{symbol}"] = Compound((metal_id,), pattern)

    def _named(self, term: SearchTerm) -> tuple[str, ...]:
        """Return the metals in the names of a compound that belong to the group that stands for its metals."""
        metals = self._metals(term)
        if metals == term.metal_ids:
            return ()
        words = {word for name in term.phrases for word in re.split(r"[\s-]+", name.casefold())}
        return tuple(m for m in term.metal_ids if self._store.metal(m).member_of in metals and m in words)

    def _metals(self, term: SearchTerm) -> tuple[str, ...]:
        """Return the metals of a compound; the group in place of more than an answer takes."""
        groups = tuple(m for m in term.metal_ids if self._store.metal(m).kind == "group")
        return groups if groups and len(term.metal_ids) > MOST_METALS else term.metal_ids

    def get(self, text: str) -> Compound | None:
        """Return the compound of a text: a formula or an abbreviation as written, or a name; None without one."""
        if text in self._exact:
            return self._exact[text]
        plain = normalised(text).replace("ferro-", "ferro ")
        return (
            self._phrases.get(plain) or self._phrases.get(plain.removesuffix("s")) or self.chinese.get(text)
        )

    @cached_property
    def in_phrases(self) -> re.Pattern[str]:
        """The pattern of the names of several words, which can hold the name of a metal: `heavy rare earths`."""
        names = sorted((n for n in self._phrases if " " in n), key=len, reverse=True)
        joined = "|".join(r"[\s-]+".join(map(re.escape, name.split())) for name in names)
        return re.compile(rf"\b(?:{joined or '(?!)'})s?\b", re.IGNORECASE)


def _pattern(term: SearchTerm) -> re.Pattern[str]:
    """Return the pattern by which a wording names a compound: by a name, or as a kind such as `nitride`."""
    names = [rf"\b{re.escape(name)}s?\b" for name in (term.term, *term.phrases)]
    kinds = {patterns()[word].pattern for name in term.phrases if (word := name.split()[-1]) in patterns()}
    return re.compile("|".join((*names, *sorted(kinds))), re.IGNORECASE)


def form_pattern(store: Store, form: str) -> re.Pattern[str]:
    """Return the pattern by which a wording names a form, a kind of compound or a compound."""
    compound = Compounds.of(store).get(form)
    return compound.pattern if compound is not None else patterns()[form.casefold()]
