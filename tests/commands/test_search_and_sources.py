"""`minor-metals search` and `sources`."""

import json

from explorer.data.store import Store
from tests.commands.running import Run


def test_search_as_json(run: Run) -> None:
    code, out, err = run("search", "镓", "--json")
    found = json.loads(out)
    assert (code, err) == (0, "")
    assert list(found[0]) == ["kind", "key", "metal", "title", "title_zh", "excerpt"]
    assert (found[0]["kind"], found[0]["key"]) == ("metal", "gallium")


def test_search_in_words(run: Run) -> None:
    out = run("search", "46", "of", "2024").out
    assert out.splitlines()[2].startswith("document  cn-2024-46 ")


def test_search_keeps_to_its_limit(run: Run) -> None:
    assert len(json.loads(run("search", "licence", "--limit", "3", "--json").out)) == 3
    assert run("search", "licence", "--limit", "0").code == 2
    assert run("search", "licence", "--limit", "x").code == 2


def test_nothing_found(run: Run) -> None:
    code, out, err = run("search", "qqqqqq")
    assert (code, out) == (1, "") and err == "minor-metals: Nothing found for “qqqqqq”.\n"
    code, out, _ = run("search", "qqqqqq", "--json")
    assert (code, json.loads(out)) == (1, [])


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
