"""Writes the traditional and Japanese forms of Chinese characters, from the dictionaries of OpenCC.

    pip install -e '.[names]' && python -m tests.character_forms

OpenCC is needed here only: the program reads resources/characters/forms.json. Characters beyond the basic plane are
left out, since no name on file has any.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OUTPUT = ROOT / "resources" / "characters" / "forms.json"
LAST = "\uffff"
# What OpenCC leaves to the context: in names of metals, places and companies one reading is meant. 矽 and 鎦 are other
# names of silicon and lutetium.
OWN = {"麽": "么", "於": "于", "夥": "伙", "剋": "克", "乾": "干", "鎦": "镥", "矽": "硅", "鑛": "矿"}


def pairs(name: str) -> Iterator[tuple[str, str]]:
    """Yield the entries of a dictionary that replace one character by another, the first one of several."""
    import opencc

    path = Path(opencc.__file__).parent / "dictionary" / name
    for line in path.read_text(encoding="utf-8").splitlines():
        form, _, others = line.partition("\t")
        first, *_ = others.split()
        if form not in others.split() and max(form, first) <= LAST:
            yield form, first


def lines(forms: dict[str, str]) -> list[str]:
    """Return each character with the forms that stand for it."""
    grouped: dict[str, list[str]] = defaultdict(list)
    for form, character in forms.items():
        grouped[character].append(form)
    return [character + "".join(sorted(others)) for character, others in sorted(grouped.items())]


def main() -> None:
    """Write the file, one list for each origin of the forms."""
    traditional = dict(pairs("TSCharacters.txt")) | OWN
    simplified = set(traditional.values())
    japanese = {
        new: traditional.get(old, old)
        for old, new in pairs("JPVariants.txt")
        if new not in simplified and traditional.get(old, old) != new
    }
    text = json.dumps({"traditional": lines(traditional), "japanese": lines(japanese)}, ensure_ascii=False)
    OUTPUT.write_text(text.replace('"], "', '"],\n"') + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
