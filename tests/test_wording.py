"""The patterns that the texts, names and docstrings of the program must not have again."""

import re
from pathlib import Path

import pytest

from tests.imports import ROOT

PATTERNS = re.compile(
    r"\b(told|tells|which else|that there is|day asked|day shown|controlling (?:country|jurisdiction)|"
    r"country that controls|leaves? away|way on|for lack of|as printed|end-user duty|verified to)\b"
    r"|(?<!there )(?<!`official` )(?<!`complete` )\bis no (?!longer|room|code|chart|share)\w+",
    re.IGNORECASE,
)
ALLOWED = {
    "explorer/data/storage/file_check.py",  # names the key `verified_to` of the edition
    "explorer/data/finding/questions/harmless_words.py",  # has words that people write in questions
}


def files() -> list[Path]:
    """Return the modules of the program and of the builder, and the template of all texts."""
    modules = [p for folder in ("explorer", "db") for p in sorted((ROOT / folder).rglob("*.py"))]
    return [*modules, ROOT / "resources" / "i18n" / "explorer.pot"]


@pytest.mark.parametrize("path", files(), ids=lambda p: str(p.relative_to(ROOT)))
def test_no_such_pattern_is_left(path: Path) -> None:
    if str(path.relative_to(ROOT)) not in ALLOWED:
        text = " ".join(path.read_text(encoding="utf-8").split())
        assert [text[max(0, m.start() - 30) : m.end() + 20] for m in PATTERNS.finditer(text)] == []


@pytest.mark.parametrize(
    "text",
    ["is no day", "as Linux tells it", "Verified to 8 Oct", "for lack of room", "a controlling country"],
)
def test_the_patterns_find_what_they_are_for(text: str) -> None:
    assert PATTERNS.search(text)


@pytest.mark.parametrize(
    "text", ["there is no chart", "is no longer shown", "is not a valid date", "says so"]
)
def test_the_patterns_leave_plain_english_alone(text: str) -> None:
    assert not PATTERNS.search(text)
