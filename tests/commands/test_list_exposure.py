"""`minor-metals list --sort`: what is controlled, ranked by the imports of the destination."""

import json
import re
from typing import Any

import pytest

from tests.commands.running import Run

ON = ("--on", "2026-11-27")
CREDIT = "CEPII, BACI (HS92), Etalab Open Licence 2.0; tonnes of product, reconciled customs data; own calculation."


def listed(run: Run, *argv: str) -> dict[str, dict[str, Any]]:
    """Return the JSON of the ranking, metal by metal in its order."""
    rows = json.loads(run("list", "--sort", "exposure", *ON, *argv, "--json").out)
    return {row["metal"]: row["exposure"] for row in rows}


def test_the_most_exposed_metals_come_first(run: Run) -> None:
    found = listed(run, "--to", "DEU")
    ranked = [
        (m, e["hs_code"], e["year"], e["share_pct"]) for m, e in found.items() if e["state"] == "ranked"
    ]
    assert ranked == [
        ("rare-earths", "280530", 2024, 89.12),
        ("bismuth", "810600", 2024, 85.04),
        ("graphite", "250410", 2024, 31.85),
        ("tungsten", "810110", 2024, 6.78),
        ("antimony", "261710", 2024, 0.0),
    ]
    assert list(found)[:5] == [m for m, *_ in ranked]


def test_a_ranked_metal_has_both_shares_flags_coverage_and_credit(run: Run) -> None:
    found = listed(run, "--to", "DEU")["rare-earths"]
    assert (found["value_share_pct"], found["share_chn_hkg_pct"]) == (75.16, 89.12)
    assert found["share_chn_hkg_value_pct"] == 75.77
    assert (found["flag"], found["preliminary"], found["confidence"]) == ("p", True, "medium")
    assert (found["covers"], found["measure_ids"], found["presumed"]) == ("part", ["cn-2025-18"], False)
    assert "samarium" in found["coverage_reason"] and found["scope"] == "alone" and found["what_else"]
    assert (found["credit"], found["source_ids"]) == (CREDIT, ["cepii-baci"])
    assert [(h["hs_code"], h["share_pct"]) for h in found["headings"]] == [
        ("280530", 89.12),
        ("284690", 58.47),
    ]


def test_metals_without_a_share_have_a_reason_and_no_zero(run: Run) -> None:
    found = listed(run, "--to", "DEU")
    rest = {m: e for m, e in found.items() if e["state"] != "ranked"}
    assert rest and all(e["share_pct"] is None and e["reason"] for e in rest.values())
    assert rest["molybdenum"]["state"] == "other_form"
    assert rest["gallium"]["state"] == "no_heading" and rest["gallium"]["credit"] is None
    assert (rest["dysprosium"]["state"], rest["dysprosium"]["group"]) == ("no_heading", "rare-earths")
    assert rest["copper"]["state"] == "not_controlled"


def test_another_origin_has_no_figures_with_hong_kong(run: Run) -> None:
    rows = json.loads(
        run("list", "--sort", "exposure", "--from", "IDN", "--to", "DEU", "--on", "2025-03-01", "--json").out
    )
    copper = rows[0]["exposure"]
    assert (rows[0]["metal"], copper["share_pct"], copper["share_chn_hkg_pct"]) == ("copper", 7.52, None)


def test_military_users_are_their_country_with_a_note(run: Run) -> None:
    found = listed(run, "--to", "USA-MIL")["bismuth"]
    assert (found["buyer"], found["buyer_name"], found["share_pct"]) == ("USA", "the United States", 42.21)
    assert found["notes"][0].startswith("The figures are for all imports by the United States")


def test_the_ranking_in_words(run: Run) -> None:
    code, out, _ = run("list", "--sort", "exposure", "--to", "DEU", *ON)
    assert code == 0
    lines = out.splitlines()
    assert lines[0] == (
        "Share of China in imports by Germany, where a licence or ban in force covers the customs code, "
        "as of 27 Nov 2026:"
    )
    first = re.split(" {2,}", lines[4])
    assert first[:6] == ["rare-earths", "280530", "metals", "2024", "89 %", "75 %"]
    assert first[-2:] == ["preliminary", "Covered in part by Announcement 18 of 2025 (licence)."]
    assert re.search(r"\ngallium +The trade data do not cover imports of gallium by Germany;", out)
    assert re.search(r"\nmolybdenum +Imports of molybdenum by Germany .* Not covered by Announcement 10", out)
    assert "\nHS 280530 (1992): Earth-metals, rare" in out and CREDIT in out
    assert "days are not covered" in out


def test_a_status_keeps_the_order(run: Run) -> None:
    found = listed(run, "--to", "DEU", "--status", "licence")
    assert list(found)[:2] == ["rare-earths", "bismuth"] and "copper" not in found


@pytest.mark.parametrize(
    ("to", "message"),
    [
        ((), "Choose a destination with --to: the figures are by importing country."),
        (("--to", "AFG"), "The trade data do not cover imports by Afghanistan"),
        (("--to", "CHN"), "Goods sent from China to China are not exports"),
    ],
)
def test_a_destination_without_imports_is_one_sentence(run: Run, to: tuple[str, ...], message: str) -> None:
    code, out, err = run("list", "--sort", "exposure", *to, *ON, "--json")
    assert (code, out) == (2, "") and message in err and err.count("\n") == 1


def test_the_list_by_status_has_the_strictest_first(run: Run) -> None:
    out = run("list", "--sort", "status", "--on", "2024-12-10", "--to", "USA", "--json").out
    assert {m["metal"] for m in json.loads(out)[:4]} == {"antimony", "gallium", "germanium", "superhard"}
    assert "exposure" not in json.loads(out)[0]
