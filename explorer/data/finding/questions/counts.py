"""How many entries a question asks for: `top three`, `the five largest`, `前三大`."""

import re
from collections.abc import Iterator

MOST = 20
_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "twelve": 12, "fifteen": 15, "twenty": 20, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
    "九": 9, "十": 10, "二十": 20,
}  # fmt: skip
_ENGLISH = rf"(?P<count>\d{{1,2}}|{'|'.join(n for n in _NUMBERS if n.isascii())})"
_CHINESE = r"(?P<count>\d{1,2}|二十|[两二三四五六七八九十])"
_LARGEST = r"(?:top|largest|biggest|leading|main|most\s+important|major|principal|key|chief)"
_COUNTED = (
    r"(?:countries|nations|producers|suppliers|sources|uses|applications|miners|refiners|makers|exporters)"
)
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_LARGEST}[\s-]+{_ENGLISH}\b(?![.,]?\d|\s*%)",
        rf"\b(?<![.,\d]){_ENGLISH}[\s-]+{_LARGEST}\b",
        rf"\b(?<![.,\d]){_ENGLISH}(?=\s+(?:[a-z]+\s+){{0,2}}{_COUNTED}\b)",
        rf"(?<![目以之日天先从])前{_CHINESE}(?:大|名|位|强|个)?(?!个?[月年天日周季\d])",
        rf"(?<![第\d]){_CHINESE}大(?!约|概|型|量|部)",
        rf"(?<![第\d]){_CHINESE}个(?!月|星期|季)(?=最|主要|.{{0,3}}(?:国|生产|供应|来源|用途))",
    )
)


def find_counts(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield where a text says how many entries it asks for, and how many."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            word = match["count"].casefold()
            count = int(word) if word.isdigit() else _NUMBERS[word]
            if 0 < count <= MOST:
                yield match.start(), match.end(), count
