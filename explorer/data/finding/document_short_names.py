"""Documents by their short names, such as `RESourceEU` or `Project Vault`, and by numbers of an own form."""

import re
from collections import defaultdict

from explorer.data.finding.document_numbers import whole_number
from explorer.data.records import Instrument
from explorer.data.store import Store
from explorer.data.store_service import StoreService

_YEAR = re.compile(r"\s+of\s+(?:19|20)\d{2}$")
_SMALL_WORDS = frozenset(("of", "on", "and", "for", "the", "to", "in"))
_OWN_CASE = re.compile(r"[A-Z]{2,}[a-z]+[A-Z]\w*")  # a coined word: `RESourceEU`
_CAPITALS = re.compile(r"[A-Z]{5,}")
_MOST_WORDS = 5
_DATED = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_NUMBERED = re.compile(r"\w.*\d{2}")
# Words for documents and rules, which alone are no name of one document.
_GENERAL = frozenset((
    "action", "act", "ban", "control", "controls", "critical", "decision", "decree", "export", "exports", "import",
    "imports", "law", "list", "materials", "measures", "mercury", "minerals", "notice", "order", "plan", "quotas",
    "regulation", "regulations", "rules", "trade",
))  # fmt: skip


class ShortNames(StoreService):
    """The short names of the documents of a store, each that of one document only."""

    def __init__(self, store: Store) -> None:
        found: dict[str, set[str]] = defaultdict(set)
        for instrument in store.instruments.values():
            for name in (*_names(instrument.title_en), *_own_numbers(instrument.number or "")):
                found[name].add(instrument.instrument_id)
        self._instruments = {
            name: store.instruments[next(iter(ids))] for name, ids in found.items() if len(ids) == 1
        }
        names = sorted(self._instruments, key=len, reverse=True)
        self._pattern = re.compile(
            "|".join(rf"(?<!\w){_pattern(name)}(?!\w)" for name in names) if names else r"(?!)"
        )

    def find(self, text: str) -> tuple[int, int, Instrument] | None:
        """Return where the first short name in a text begins and ends, and its document; None without one."""
        match = self._pattern.search(text)
        if match is None:
            return None
        plain = " ".join(match[0].casefold().split())
        return *match.span(), next(i for name, i in self._instruments.items() if name.casefold() == plain)


def _pattern(name: str) -> str:
    """Return how a name is written in a text: in capitals only where it is a word in capitals."""
    words = r"\s+".join(re.escape(word) for word in name.split())
    return words if _CAPITALS.fullmatch(name) else f"(?i:{words})"


def _own_numbers(number: str) -> list[str]:
    """Return the number of a document in a form that no others have: `Public Law 110-414`, `COM(2025) 945`."""
    first = number.partition(",")[0].partition(" and ")[0]
    is_own = _NUMBERED.match(first) and not _DATED.search(first) and whole_number(first) is None
    return [first] if is_own and len(first.split()) <= _MOST_WORDS else []


def _names(title: str) -> list[str]:
    """Return the short names in a title: a coined word, and the words before a colon where each has a capital."""
    coined = _OWN_CASE.findall(title)
    name = _YEAR.sub("", title.partition(":")[0]).strip()
    words = name.split()
    is_name = (
        len(words) <= _MOST_WORDS
        and all(word[0].isupper() and word.isalpha() for word in words if word not in _SMALL_WORDS)
        and (len(words) > 1 or bool(_CAPITALS.fullmatch(name)))
        and not {word.casefold() for word in words} - _SMALL_WORDS <= _GENERAL
    )
    is_act = len(words) > 2 and words[-1] == "Act"
    return [*coined, *([name] if is_name or is_act else [])]
