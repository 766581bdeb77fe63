"""The metals that a text names: by their names anywhere in it, by symbol or pinyin where that is all of it."""

from msgspec import Struct

from explorer.data.finding.terms import SearchTerms
from explorer.data.finding.words import Word, split_words
from explorer.data.metal_names import short_name
from explorer.data.spelling import OTHER_SPELLINGS, fold, normalised, toneless
from explorer.data.store import Store
from explorer.data.store_service import StoreService

_MOST_WORDS = 4
# Chinese words that contain the name of a metal without naming it.
_OTHER_CHINESE = (
    *("金属", "合金", "冶金", "金融", "资金", "现金", "铅笔"),
    *("铁路", "钢铁", "银行", "金额", "美金", "基金"),
)


class MetalMention(Struct, frozen=True):
    """A metal that a text names, and the part of the text that does."""

    metal_id: str
    start: int
    end: int


class MetalNames(StoreService):
    """The names of the metals of a store, by which a text is searched."""

    def __init__(self, store: Store) -> None:
        self._latin: dict[str, str] = {}
        self._chinese: dict[str, str] = dict.fromkeys(_OTHER_CHINESE, "")
        self._whole: dict[str, str] = {}
        self._pinyin: dict[str, list[str]] = {}
        self._symbols = {m.symbol: m.metal_id for m in store.metals.values() if m.symbol}
        for metal in store.metals.values():
            self._add(metal.metal_id, metal.metal_id, metal.name_en, short_name(metal), metal.name_zh)
            self._add(metal.metal_id, metal.name_en.partition(" (")[0])
            self._whole.setdefault(normalised(metal.symbol or metal.metal_id), metal.metal_id)
            for sound in dict.fromkeys((normalised(metal.pinyin), toneless(metal.pinyin))):
                self._pinyin.setdefault(sound, []).append(metal.metal_id)
        for name, metal_id in SearchTerms.of(store).names().items():
            self._add(metal_id, name)
            if name.isascii():
                self._add(metal_id, f"{name}s")
        for other, name in OTHER_SPELLINGS.items():
            if name in store.metals:
                self._add(name, other)

    def _add(self, metal_id: str, *names: str) -> None:
        for name in names:
            self._whole.setdefault(normalised(name), metal_id)
            if name.isascii():
                self._latin.setdefault(fold(name), metal_id)
            else:
                self._chinese.setdefault(normalised(name), metal_id)

    def whole(self, text: str) -> str:
        """Return the metal whose name or symbol a whole text is, empty without one."""
        return self._whole.get(normalised(text), "")

    def with_symbol(self, symbol: str) -> str:
        """Return the metal of a symbol as it is written, empty without one."""
        return self._symbols.get(symbol, "")

    def pronounced(self, text: str) -> tuple[str, ...]:
        """Return the metals whose Chinese names are pronounced like a whole text."""
        return tuple(self._pinyin.get(normalised(text), ()))

    def beginning(self, text: str) -> tuple[str, ...]:
        """Return the metals one of whose names begins with a text."""
        wanted = normalised(text)
        found = (metal_id for name, metal_id in self._whole.items() if name.startswith(wanted))
        return tuple(dict.fromkeys(found)) if wanted else ()

    def spelt(self) -> dict[str, str]:
        """Return the names in Latin letters of two letters or more, with the metal of each."""
        return {name: metal_id for name, metal_id in self._whole.items() if name.isascii() and len(name) > 2}

    def chinese(self) -> dict[str, str]:
        """Return the Chinese names, with the metal of each, and words that only contain one, with no metal."""
        return self._chinese

    def mentions(self, text: str) -> tuple[MetalMention, ...]:
        """Return the metals that a text names, in the order of their places; longer names count first."""
        words = split_words(text)
        found = [*self._latin_mentions(words), *self._chinese_mentions(text)]
        return tuple(sorted(found, key=lambda m: m.start))

    def _latin_mentions(self, words: list[Word]) -> list[MetalMention]:
        found, at = [], 0
        while at < len(words):
            for count in range(min(_MOST_WORDS, len(words) - at), 0, -1):
                part = words[at : at + count]
                metal_id = self._latin.get(fold("".join(w.plain for w in part)))
                if metal_id:
                    found.append(MetalMention(metal_id, part[0].start, part[-1].end))
                    at += count - 1
                    break
            at += 1
        return found

    def _chinese_mentions(self, text: str) -> list[MetalMention]:
        if text.isascii():
            return []
        found, at = [], 0
        longest = max(map(len, self._chinese))
        while at < len(text):
            for length in range(min(longest, len(text) - at), 0, -1):
                metal_id = self._chinese.get(text[at : at + length])
                if metal_id is not None:
                    if metal_id:
                        found.append(MetalMention(metal_id, at, at + length))
                    at += length - 1
                    break
            at += 1
        return found
