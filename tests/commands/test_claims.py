"""`minor-metals claims`: text, JSON and CSV of all claims, of a verdict, and of one claim."""

import csv
import json
from io import StringIO

import pytest

from tests.commands.running import Run


def test_the_list_names_each_claim_with_its_verdict(run: Run) -> None:
    code, out, err = run("claims")
    assert (code, err) == (0, "")
    assert len(out.splitlines()) == 32  # 30 claims below a header and a line
    (line,) = [line for line in out.splitlines() if line.startswith("us-antimony-china-63 ")]
    assert "imprecise" in line and "63 %" in line and "55 %" in line
    assert line.endswith("63% of US antimony imports come from China")


def test_json_and_csv_hold_the_same_facts(run: Run) -> None:
    found = json.loads(run("claims", "--json").out)
    rows = list(csv.DictReader(StringIO(run("claims", "--csv").out)))
    assert len(found) == 30
    assert [(r["claim_id"], r["verdict"], r["chart"], r["explanation"]) for r in rows] == [
        (c["claim_id"], c["verdict"], c["chart"] or "", c["explanation"]) for c in found
    ]
    (bloomberg,) = [c for c in found if c["claim_id"] == "bloomberg-precedent"]
    assert (bloomberg["best_value"], bloomberg["chart"], bloomberg["verdict"]) == (None, None, "unverified")
    (antimony,) = [c for c in found if c["claim_id"] == "us-antimony-china-63"]
    assert (antimony["claimed"], antimony["found"], antimony["metals"]) == ("63 %", "55 %", ["antimony"])
    assert antimony["chart"] == "import-sources antimony USA|metal and oxide|2021/2024"


def test_one_claim_has_its_reasons_and_sources(run: Run) -> None:
    code, out, _ = run("claims", "Bismuth-Irreplaceable")
    assert code == 0 and "Verdict: contradicted" in out and "Best figure on file: substitutes exist" in out
    assert "U.S. Geological Survey" in out.splitlines()[-2] + out.splitlines()[-1]
    assert "Best figure on file: none on file" in run("claims", "bloomberg-precedent").out


def test_a_verdict_selects_its_claims(run: Run) -> None:
    found = json.loads(run("claims", "--verdict", "contradicted", "--json").out)
    assert {c["claim_id"] for c in found} == {"bismuth-irreplaceable", "ga-ge-exports-halved-2024"}


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("nothing",), "No claim with the ID “nothing”"),
        (("--json", "--csv"), "cannot be combined"),
        (("apt-licence", "--verdict", "confirmed"), "not both"),
    ],
)
def test_what_cannot_be_asked_is_one_sentence(run: Run, words: tuple[str, ...], part: str) -> None:
    code, out, err = run("claims", *words)
    assert code in (1, 2) and not out and part in err and err.count("\n") == 1
