"""The encodings of tables."""

import pytest

from explorer.data.reading.text_file import decoded
from explorer.errors import KnownError

WESTERN = "Größe;Währung;Preis €/kg – Ä\n1;2;3,5\n"
CHINESE = "日期,镓价格（元/千克）\n2026年11月27日,1650\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_western_text(encoding: str) -> None:
    assert decoded(WESTERN.encode(encoding), "a") == WESTERN


@pytest.mark.parametrize(
    "text", ["Größe", "naïve", "Müller, Preis in £", "Erlöse für Germanium", "prix moyen à l’été"]
)
def test_few_letters_with_accents_are_not_taken_for_chinese(text: str) -> None:
    assert decoded(text.encode("cp1252"), "a") == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030", "utf-16-be", "utf-16-le"])
def test_chinese_text(encoding: str) -> None:
    text = CHINESE + "2026-11-28,1700\n" * 20
    assert decoded(text.encode(encoding), "a") == text


def test_long_chinese_text_is_judged_by_its_start() -> None:
    text = CHINESE * 20_000
    assert decoded(text.encode("gb18030"), "a") == text


@pytest.mark.parametrize("data", [b"\x81\xff", b"a\0b\0\0c\0", b"\xff\xfea", b"8112929010\n" * 9 + b"\0"])
def test_bytes_that_are_no_text(data: bytes) -> None:
    with pytest.raises(KnownError, match="is not text"):
        decoded(data, "a")
