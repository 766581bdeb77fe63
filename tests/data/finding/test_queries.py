"""The queries of a trial with users, and what must come first, must also be among the rows, and must not."""

import csv
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from explorer.data.context import Context
from explorer.data.finding.rows import Results, Row
from explorer.data.finding.search import search
from explorer.data.store import Store

DAY = date(2026, 11, 27)
CONTEXT = Context(DAY, "CHN", "USA")
with (Path(__file__).parent / "queries.csv").open(encoding="utf-8", newline="") as file:
    QUERIES = list(csv.DictReader(file))
Check = Callable[[Store, Row, re.Match[str]], bool]


def is_metal(_store: Store, row: Row, match: re.Match[str]) -> bool:
    """A metal, by a row of its own or by the answer about it; on a tab, or as a correction."""
    if match["corrected"]:
        return row.kind == "did_you_mean" and row.metal_id == match["metals"]
    if match["tab"] and (row.action is None or row.action.tab != match["tab"].lower()):
        return False
    return row.kind in ("metal", "answer") and row.metal_id in match["metals"].split(" or ")


def is_code(store: Store, row: Row, match: re.Match[str]) -> bool:
    """The verdict on a control code, which opens an item with that code."""
    if row.kind != "verdict" or row.action is None:
        return False
    codes = store.items[row.action.item].control_codes
    return row.key == match["code"] and any(c.startswith(match["code"]) for c in codes)


def is_item(store: Store, row: Row, match: re.Match[str]) -> bool:
    """An item whose title has the words, or whose customs codes begin with the digits."""
    if row.kind != "item":
        return False
    words = (match["words"] or "").removeprefix("for ")
    digits = words.replace(".", "")
    if digits.isdigit():
        return any(code.hs_code.startswith(digits) for code in store.items[row.key].codes)
    return all(word.rstrip("s").casefold() in row.title.casefold() for word in words.split())


def is_document(_store: Store, row: Row, match: re.Match[str]) -> bool:
    return row.kind == "document" and match["number"] in row.title


def is_filter(_store: Store, row: Row, _match: re.Match[str]) -> bool:
    action = row.action
    return (
        row.kind == "filter"
        and action is not None
        and (action.status, action.day, action.origin, action.destination)
        == ("prohibition", DAY, "CHN", "USA")
    )


def is_setting(store: Store, row: Row, match: re.Match[str]) -> bool:
    """The setting of a day or a place, the one that is named where one is."""
    what = match["what"]
    names = {
        "destination": store.country_name(row.key),
        "origin": store.country_name(row.key),
        "day": row.title,
    }
    return row.kind == f"set_{what}" and (match["value"] or "") in names[what]


def is_supplier(store: Store, row: Row, match: re.Match[str]) -> bool:
    if row.kind not in ("producer", "project"):
        return False
    [[country]] = store.query(f"SELECT country_id FROM {row.kind}s WHERE {row.kind}_id = ?", row.key)
    return store.country_name(country) == match["place"]


CHECKS: tuple[tuple[str, Check], ...] = (
    (
        r"metal (?P<metals>[a-z-]+(?: or [a-z-]+)*)(?: on (?P<tab>\w+))?(?P<corrected> with did-you-mean)?",
        is_metal,
    ),
    (r"verdict (?P<verdict>[A-Z ]+)", lambda _, row, match: row.verdict == match["verdict"]),
    (r"item (?P<code>\dC\d+(?:\.\w+)?)", is_code),
    (r"items?(?: (?P<words>.+))?", is_item),
    (r"document (?P<number>.+?)(?: of the DRC)?", is_document),
    (r"list filtered by ban for the day and places", is_filter),
    (r"set (?P<what>day|destination|origin)(?: (?P<value>.+))?", is_setting),
    (r"not on file with a nearest offer", lambda _, row, __: row.kind == "not_on_file"),
    (r"claim", lambda _, row, __: row.kind == "claim"),
    (r"suppliers in (?P<place>\w+)", is_supplier),
    (
        r"events of that day",
        lambda _, row, __: row.kind == "document" and row.detail.startswith("10 Nov 2026: "),
    ),
)


def holds(store: Store, row: Row, expected: str) -> bool:
    """Return whether a row is what a cell of the file says."""
    for pattern, check in CHECKS:
        match = re.fullmatch(pattern, expected)
        if match is not None:
            return check(store, row, match)
    pytest.fail(f"No check for “{expected}”.")


def several(expected: str) -> list[str]:
    """Return the parts of a cell: `metals a b` stands for `metal a` and `metal b`."""
    head, _, names = expected.partition(" ")
    return [f"metal {name}" for name in names.split()] if head == "metals" else [expected]


@pytest.fixture(scope="module")
def results(live_store: Store) -> dict[str, Results]:
    return {q["query"]: search(live_store, q["query"], CONTEXT, DAY) for q in QUERIES}


@pytest.mark.parametrize("query", QUERIES, ids=lambda q: q["query"])
def test_the_best_row_comes_first(
    live_store: Store, results: dict[str, Results], query: dict[str, str]
) -> None:
    rows = results[query["query"]].rows
    assert holds(live_store, rows[0], query["first"]), rows[0]
    if query["first"].startswith("not on file"):
        assert rows[1].kind == "offer" and rows[1].action is not None


@pytest.mark.parametrize("query", [q for q in QUERIES if q["also"]], ids=lambda q: q["query"])
def test_what_else_is_meant_is_among_the_rows(
    live_store: Store, results: dict[str, Results], query: dict[str, str]
) -> None:
    for expected in several(query["also"]):
        assert any(holds(live_store, row, expected) for row in results[query["query"]].rows), expected


@pytest.mark.parametrize("query", [q for q in QUERIES if q["not"]], ids=lambda q: q["query"])
def test_what_is_not_meant_is_not_shown(
    live_store: Store, results: dict[str, Results], query: dict[str, str]
) -> None:
    found, unwanted = results[query["query"]], query["not"]
    rows = found.rows
    if unwanted == "nothing found":
        assert found.found and all(row.kind != "not_on_file" for row in rows)
    elif unwanted == "metals by pinyin above it":
        assert next(r.metal_id for r in rows if r.kind == "metal") == rows[0].metal_id == "germanium"
    elif unwanted == "poor copy of another document":
        assert rows[0].kind == "document" and found.groups[-1].group_id == "sources"
    elif unwanted == "Congo decision first":
        assert not next(r for r in rows if r.kind == "document").key.startswith("cd-")
    elif unwanted.endswith(" first"):
        assert not holds(live_store, rows[0], unwanted.removesuffix(" first"))
    else:
        assert not [r for r in rows if unwanted.casefold() in f"{r.title} {r.detail}".casefold()]
