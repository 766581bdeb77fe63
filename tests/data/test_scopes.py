"""How the scope of a measure reads in a sentence."""

import pytest

from explorer.data.scopes import phrase


@pytest.mark.parametrize(
    ("kind", "scope", "text", "remarks"),
    [
        ("licence", "Ore, metal, oxide", " for ore, metal and oxide", ""),
        ("licence", "Raw mineral, unprocessed", " for raw mineral, unprocessed", ""),
        ("licence", "NCM and NCA precursors", " for NCM and NCA precursors", ""),
        (
            "licence",
            "A thing; technology. Metal is not named",
            " for a thing, with technology",
            "Metal is not named.",
        ),
        ("licence", "As one of the rare earths, raw material only", " for raw material", ""),
        ("prohibition", "Unprocessed", " for unprocessed material", ""),
        ("prohibition", "raw ore banned", ": raw ore banned", ""),
        ("technology", "Extraction of gallium", ": extraction of gallium", ""),
        ("trade_licence", "Ordinary export licence on the contract", "", ""),
        ("trade_licence", "As one of the rare earths: ordinary export licence on the contract", "", ""),
        ("reporting", "As one of the rare earths, reporting only", "", ""),
        ("quota", "As one of the rare earths, yearly quota", "", ""),
        ("state_trading", "15 named exporters", ": 15 named exporters", ""),
        ("licence", None, "", ""),
    ],
)
def test_phrase(kind: str, scope: str | None, text: str, remarks: str) -> None:
    found = phrase(kind, scope)
    assert (found.text, found.remarks) == (text, remarks)
