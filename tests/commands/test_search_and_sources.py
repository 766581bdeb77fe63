"""`minor-metals search` and `sources`."""

import csv
import json
from datetime import date
from pathlib import Path

import pytest

from explorer.data.context import Context
from explorer.data.finding.search import search
from explorer.data.store import Store
from tests.commands.running import Run

QUERIES_FILE = Path(__file__).resolve().parent.parent / "data" / "finding" / "queries.csv"
with QUERIES_FILE.open(encoding="utf-8", newline="") as file:
    QUERIES = [row["query"] for row in csv.DictReader(file)]


CONTEXT = ("--on", "2026-11-27", "--to", "USA")


def test_search_as_json(run: Run) -> None:
    code, out, err = run("search", "镓", *CONTEXT, "--json")
    first = json.loads(out)[0]
    assert (code, err) == (0, "")
    assert list(first) == [
        *("kind", "group", "heading", "key", "metal", "title", "title_zh", "detail", "matched", "pill"),
        *("pill_state", "verdict", "action"),
    ]
    assert (first["kind"], first["key"], first["metal"], first["heading"]) == (
        *("metal", "gallium", "gallium"),
        "Metals and materials",
    )
    assert first["action"] == {"kind": "open_metal", "metal": "gallium"}
    assert first["matched"] == {"title": [[8, 9]], "detail": []}


@pytest.mark.parametrize("query", QUERIES)
def test_the_json_has_the_rows_of_the_window_in_the_same_order(run: Run, store: Store, query: str) -> None:
    day = date(2026, 11, 27)
    expected = search(store, query, Context(day, "CHN", "USA"), day)
    code, out, _ = run("search", query, *CONTEXT, "--json", "--limit", "1000")
    assert json.loads(out) == [row.as_dict() for row in expected.rows]
    assert code == (0 if expected.found else 1)


@pytest.mark.parametrize("text", ["", " ", "\t"])
def test_an_empty_search_is_one_sentence(run: Run, text: str) -> None:
    done = run("search", text)
    assert (done.code, done.out) == (2, "") and "to search for." in done.err


def test_search_in_words(run: Run) -> None:
    lines = run("search", "46", "of", "2024").out.splitlines()
    assert lines[0] == "Documents" and lines[4].startswith("cn-2024-46 ")
    code = run("search", "8112929010", *CONTEXT).out
    assert "LISTED" in code and code.rstrip().endswith("the last 50 days are not covered.")
    question = run("search", "may gallium go to Japan", *CONTEXT).out.splitlines()
    assert question[0] == "Answer" and question[3] == "gallium · China to Japan · 27 Nov 2026"


def test_search_keeps_to_its_limit(run: Run) -> None:
    assert len(json.loads(run("search", "licence", "--limit", "3", "--json").out)) == 3
    assert run("search", "licence", "--limit", "0").code == 2
    assert run("search", "licence", "--limit", "x").code == 2


def test_nothing_found(run: Run) -> None:
    code, out, err = run("search", "qqqqqq")
    assert (code, out, err) == (1, "", "minor-metals: Nothing on file for “qqqqqq”.\n")
    code, out, _ = run("search", "qqqqqq", "--json")
    assert (code, [row["kind"] for row in json.loads(out)]) == (1, ["not_on_file"])


def test_every_source_is_listed(run: Run, store: Store) -> None:
    assert len(json.loads(run("sources", "--json").out)) == len(store.sources)
    assert run("sources").out.count("\n") == len(store.sources) + 2


def test_one_source_and_its_use(run: Run) -> None:
    out = run("sources", "usgs-mcs-2026-gallium").out
    assert out.startswith(
        'U.S. Geological Survey, "Mineral Commodity Summaries 2026: Gallium", 2026-02-06, https'
    )
    assert "production" in out
    found = json.loads(run("sources", "USGS-mcs-2026-gallium", "--json").out)
    assert found["used"]["production"] > 0 and found["citation"].endswith(".")


def test_an_unknown_source(run: Run) -> None:
    code, out, err = run("sources", "usgs-mcs-2026-galium")
    assert (code, out) == (1, "") and "usgs-mcs-2026-gallium" in err
