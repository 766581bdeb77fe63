"""The verdicts on codes of the data file that ships, against a table worked out by hand from the notices."""

import pytest

from explorer.data.controls.codes import ANNOUNCED, LISTED, NO_CODE, POSSIBLE, SUSPENDED
from explorer.data.store import Store
from tests.data.controls.test_codes import ask, ids

NUMBERS = [
    # gallium metal: published 3 July 2023, licence on 1 August, barred to the United States in December 2024
    ("8112929010", "2023-07-02", "ALL", NO_CODE, None),
    ("8112929010", "2023-07-03", "ALL", ANNOUNCED, "none"),
    ("8112929010", "2023-07-31", "USA", ANNOUNCED, "none"),
    ("8112929010", "2023-08-01", "ALL", LISTED, "licence"),
    ("8112929010", "2024-12-02", "USA", LISTED, "licence"),
    ("8112929010", "2024-12-10", "USA", LISTED, "prohibition"),
    ("8112929010", "2024-12-10", "JPN", LISTED, "licence"),
    ("8112929010", "2024-12-10", "USA-MIL", LISTED, "prohibition"),
    ("8112929010", "2026-01-05", "JPN-MIL", LISTED, "licence"),
    ("8112929010", "2026-01-06", "JPN-MIL", LISTED, "prohibition"),
    ("8112929010", "2026-10-01", "USA", LISTED, "licence"),
    ("8112929010", "2026-11-28", "USA", LISTED, "prohibition"),
    # neighbours of the printed numbers
    ("8112929011", "2024-12-10", "ALL", POSSIBLE, "licence"),
    ("8112929011", "2024-12-10", "USA", POSSIBLE, "prohibition"),
    ("8112920000", "2024-12-10", "ALL", POSSIBLE, "licence"),
    ("81129290", "2024-12-10", "ALL", POSSIBLE, "licence"),
    ("811292", "2024-12-10", "ALL", POSSIBLE, "licence"),
    ("811292", "2023-07-03", "ALL", POSSIBLE, "none"),
    ("811292", "2023-07-02", "ALL", NO_CODE, None),
    ("811293", "2024-12-10", "ALL", NO_CODE, None),
    ("0101210000", "2024-12-10", "ALL", NO_CODE, None),
    # tariff years: the numbers of wafers and waste changed with 2026
    ("3818009001", "2025-12-31", "ALL", LISTED, "licence"),
    ("3818009001", "2026-01-01", "ALL", POSSIBLE, "licence"),
    ("3818009020", "2025-12-31", "ALL", POSSIBLE, "licence"),
    ("3818009020", "2026-01-01", "ALL", LISTED, "licence"),
    ("3824999940", "2025-12-31", "ALL", LISTED, "licence"),
    ("3824999940", "2026-01-01", "ALL", POSSIBLE, "licence"),
    ("8112120000", "2025-12-31", "ALL", NO_CODE, None),
    ("8112120000", "2026-01-01", "ALL", LISTED, "licence"),
    ("8112120000", "2026-01-01", "USA-MIL", LISTED, "prohibition"),
    # antimony ore: named exporters before the licence
    ("2617101000", "2024-08-14", "ALL", NO_CODE, None),
    ("2617101000", "2024-08-15", "ALL", ANNOUNCED, "state_trading"),
    ("2617101000", "2024-09-15", "ALL", LISTED, "licence"),
    ("2617101000", "2024-12-10", "USA", LISTED, "prohibition"),
    # helium, barred for all
    ("2804290010", "2026-07-09", "ALL", NO_CODE, None),
    ("2804290010", "2026-07-10", "ALL", LISTED, "prohibition"),
    ("28042900", "2026-07-10", "FRA", POSSIBLE, "prohibition"),
    # diamond powder: 8 digits printed, paused before its first day beside an older licence for other items
    ("71051020", "2025-10-08", "ALL", NO_CODE, None),
    ("71051020", "2025-10-09", "ALL", ANNOUNCED, "licence"),
    ("71051020", "2025-10-09", "USA", ANNOUNCED, "prohibition"),
    ("71051020", "2025-11-07", "ALL", SUSPENDED, "licence"),
    ("71051020", "2026-11-11", "ALL", SUSPENDED, "licence"),
    ("71051020", "2027-01-11", "ALL", LISTED, "licence"),
    ("7105102011", "2027-01-11", "ALL", POSSIBLE, "licence"),
    ("7105102011", "2026-11-28", "USA", POSSIBLE, "prohibition"),
    ("710510", "2026-10-01", "ALL", POSSIBLE, "licence"),
    # holmium and others beside seven rare earths under one heading
    ("28053019", "2025-10-09", "ALL", ANNOUNCED, "trade_licence"),
    ("28053019", "2026-10-01", "ALL", SUSPENDED, "trade_licence"),
    ("28053019", "2027-01-05", "ALL", SUSPENDED, "technology"),
    ("28053019", "2027-01-11", "ALL", LISTED, "licence"),
    ("2805301910", "2026-10-01", "ALL", LISTED, "licence"),
    # battery precursors and cells: nothing in force for nickel, know-how only for lithium
    ("28539030", "2026-10-01", "ALL", SUSPENDED, "none"),
    ("28539030", "2027-01-11", "ALL", LISTED, "licence"),
    ("85076000", "2026-10-01", "ALL", SUSPENDED, "technology"),
    ("8507600090", "2026-10-01", "ALL", POSSIBLE, "technology"),
]


@pytest.mark.parametrize(("text", "on", "to", "verdict", "headline"), NUMBERS)
def test_customs_numbers(
    live_store: Store, text: str, on: str, to: str, verdict: str, headline: str | None
) -> None:
    found = ask(live_store, text, on, to)
    assert (found.verdict, found.headline) == (verdict, headline)
    assert (found.matches == ()) == (verdict == NO_CODE)
    assert (found.code, found.normalised) == (text, text)
    if verdict not in (POSSIBLE, NO_CODE):
        assert {m.hs_code for m in found.matches} == {text}


CONTROL_CODES = [
    ("3C001", "2023-07-02", "ALL", "CHN", NO_CODE, None, set()),
    ("3C001.a", "2023-07-03", "ALL", "CHN", ANNOUNCED, "none", {"cn-2023-23-1-1"}),
    ("3C001.a", "2024-12-10", "USA", "CHN", LISTED, "prohibition", {"cn-2023-23-1-1"}),
    ("3c001.A", "2024-12-10", "ALL", "CHN", LISTED, "licence", {"cn-2023-23-1-1"}),
    # the whole beginning up to a dot, and nothing shorter
    (
        "1C117",
        "2025-03-01",
        "ALL",
        "CHN",
        LISTED,
        "licence",
        {
            *(f"cn-2025-10-1-1-{n}" for n in (1, 2, 3)),
            *(f"cn-2025-10-1-2-{n}" for n in (1, 2, 3)),
            "cn-2025-10-4-1",
        },
    ),
    ("1C117.b", "2025-03-01", "ALL", "CHN", LISTED, "licence", {"cn-2025-10-4-1"}),
    ("1C11", "2025-03-01", "ALL", "CHN", NO_CODE, None, set()),
    ("1C117.", "2024-06-01", "ALL", "CHN", NO_CODE, None, set()),
    ("1C117.d.1", "2025-03-01", "ALL", "CHN", NO_CODE, None, set()),
    (
        "1C111.b.1",
        "2003-01-01",
        "ALL",
        "CHN",
        LISTED,
        "licence",
        {f"cn-2002-361-1c111-b-1-{x}" for x in "abcdefgh"},
    ),
    # one number, two meanings
    ("1C117", "2025-03-01", "ALL", "EUU", LISTED, "licence", {"eu-2021-821-1c117", "eu-2021-821-1c117-b"}),
    (
        "3C003",
        "2025-03-01",
        "ALL",
        "EUU",
        LISTED,
        "licence",
        {f"eu-2021-821-3c003{x}" for x in ("", "-in", "-b-as", "-b-sb")},
    ),
    (
        "3C003",
        "2025-03-01",
        "ALL",
        "CHN",
        LISTED,
        "licence",
        {*(f"cn-2024-33-1-{n}" for n in range(1, 7)), "cn-2024-33-1-6-indium"},
    ),
    (
        "3C001",
        "2025-03-01",
        "ALL",
        "EUU",
        LISTED,
        "licence",
        {f"eu-2021-821-3c001-{x}" for x in ("ga", "ge", "in")},
    ),
    ("1C902", "2026-10-01", "ALL", "EUU", NO_CODE, None, set()),
    # a member of the Union counts the Union's list
    ("3C001.b", "2025-03-01", "ALL", "DEU", LISTED, "licence", {"eu-2021-821-3c001-ge"}),
    # every listed item is barred to US military users: fine nickel powder, licensed for all others
    ("1C240.a", "2026-06-01", "ALL", "CHN", LISTED, "licence", {"cn-1998-245-1c240-a"}),
    ("1C240.a", "2026-06-01", "USA-MIL", "CHN", LISTED, "prohibition", {"cn-1998-245-1c240-a"}),
    ("1C240.a", "2024-12-02", "USA-MIL", "CHN", LISTED, "licence", {"cn-1998-245-1c240-a"}),
    ("1C240.a", "2026-06-01", "JPN-MIL", "CHN", LISTED, "prohibition", {"cn-1998-245-1c240-a"}),
    # several codes in one cell; a cell that joins three of one beginning is found once
    ("2A901.b", "2024-10-01", "ALL", "CHN", LISTED, "licence", {"cn-2024-33-2-2"}),
    ("2A901", "2024-10-01", "ALL", "CHN", LISTED, "licence", {"cn-2024-33-2-2"}),
    ("1E101.b", "2025-03-01", "ALL", "CHN", LISTED, "licence", {"cn-2025-10-1-4", "cn-2025-10-4-2"}),
    ("1E004", "2025-03-01", "ALL", "CHN", LISTED, "licence", {"cn-2025-10-1-4"}),
    # numbers of the technology catalogue
    ("252604x", "2025-07-14", "ALL", "CHN", NO_CODE, None, set()),
    ("252604x", "2025-07-15", "ALL", "CHN", LISTED, "technology", {f"cn-2025-28-{n}" for n in (1, 2, 3)}),
    # paused, and never merely possible; reagents stand under the group, seven of which are licensed
    (
        "1C909.a",
        "2026-10-01",
        "ALL",
        "CHN",
        SUSPENDED,
        "trade_licence",
        {f"cn-2025-57-1-{n}" for n in range(1, 8)},
    ),
    (
        "1C914.c",
        "2025-10-09",
        "ALL",
        "CHN",
        ANNOUNCED,
        "licence",
        {f"cn-2025-56-2-{n}" for n in range(29, 34)},
    ),
    ("2B005.b", "2026-10-01", "ALL", "CHN", SUSPENDED, "licence", {"cn-2025-55-5"}),
]


@pytest.mark.parametrize(("text", "on", "to", "origin", "verdict", "headline", "items"), CONTROL_CODES)
def test_control_codes(
    live_store: Store,
    text: str,
    on: str,
    to: str,
    origin: str,
    verdict: str,
    headline: str | None,
    items: set[str],
) -> None:
    found = ask(live_store, text, on, to, origin)
    assert (found.verdict, found.headline) == (verdict, headline)
    assert sorted(ids(found)) == sorted(items)
    assert all(m.hs_code is None for m in found.matches)
