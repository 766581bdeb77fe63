"""`minor-metals stress`: text, JSON and CSV of one result, filters, and refusals."""

import csv
import json
from typing import Any

import pytest

from tests.commands.running import Run

WITHOUT = ("stress", "--without", "CHN", "--buyer", "DEU")


def as_json(run: Run, *argv: str) -> Any:
    code, out, err = run(*argv, "--json")
    assert (code, err) == (0, "")
    return json.loads(out)


def as_csv(run: Run, *argv: str) -> tuple[list[str], list[dict[str, str]]]:
    lines = run(*argv, "--csv").out.splitlines()
    notes = [line for line in lines if line.startswith("# ")]
    return notes, list(csv.DictReader(lines[len(notes) :]))


def test_the_text_has_figures_bounds_reasons_and_assumptions(run: Run) -> None:
    code, out, err = run(*WITHOUT)
    assert (code, err) == (0, "")
    assert out.startswith("World output without China\n")
    gallium = next(line for line in out.splitlines() if line.startswith("gallium "))
    for figure in ("900 000 kg", "99 %", "9000 kg", "China 99 %", "Russia 67 %", "9804", "5556", "estimated"):
        assert figure in gallium
    tungsten = next(line for line in out.splitlines() if line.startswith("tungsten "))
    assert "67 000 t" in tungsten and "at least 917" in tungsten
    assert "32 % of tonnage, 30 % of value (HS 250410, powder or flakes, 2024, preliminary)" in out.replace(
        "; with Hong Kong 32 % of tonnage, 30 % of value", ""
    )
    assert "counted with its group (rare earths)" in out
    assert "Output of the countries removed is lost at once and in full." in out
    assert "\N{NARROW NO-BREAK SPACE}" not in out


def test_the_csv_agrees_with_the_json(run: Run) -> None:
    found = as_json(run, *WITHOUT)
    notes, rows = as_csv(run, *WITHOUT)
    metals = [*found["metals"], *found["not_calculated"]]
    assert [row["metal"] for row in rows] == [metal["metal"] for metal in metals]
    for row, metal in zip(rows, metals, strict=True):
        for name in ("lost", "lost_pct", "remaining", "hhi_after", "imports_tonnage_pct", "total"):
            value = metal.get(name)
            assert row[name] == "" if value is None else float(row[name]) == value
        assert row["reason"] == (metal["reason"] or "")
    assert any("CEPII, BACI" in note for note in notes)
    assert len({tuple(row) for row in rows}) == 1


def test_an_unknown_loss_is_null_and_not_zero(run: Run) -> None:
    found = as_json(run, "stress", "--without", "USA")
    antimony = next(m for m in found["metals"] if m["metal"] == "antimony")
    assert (antimony["lost"], antimony["lost_pct"], antimony["remaining"]) == (None, None, None)
    assert antimony["lost_at_least"] is True and antimony["withheld"] == ["USA"]
    assert antimony["removed_rows"][0]["flag"] == "W"
    assert "withheld: United States" in antimony["reason"]
    assert antimony["imports_state"] is None and antimony["buyer"] is None


def test_a_metal_without_a_customs_code_says_so(run: Run) -> None:
    gallium = next(m for m in as_json(run, *WITHOUT)["metals"] if m["metal"] == "gallium")
    assert (gallium["imports_state"], gallium["imports_tonnage_pct"]) == ("no_heading", None)
    assert gallium["imports_reason"].startswith("No supplier figures are on file for gallium")


def test_what_a_customs_code_contains_is_in_text_json_and_csv(run: Run) -> None:
    """Ore and concentrate of nickel differ much in content under HS 260400."""
    start = "Laterite ore of 1 to 2 % Ni beside concentrate of 10 % and more"
    nickel = next(m for m in as_json(run, *WITHOUT)["metals"] if m["metal"] == "nickel")
    assert (nickel["imports_hs_code"], nickel["imports_use"]) == ("260400", "yes")
    assert nickel["imports_contents"].startswith(start) and nickel["imports_scope"] == "mixed"
    assert nickel["import_headings"][0]["contents"] == nickel["imports_contents"]
    _, rows = as_csv(run, *WITHOUT)
    row = next(row for row in rows if row["metal"] == "nickel")
    assert row["imports_contents"] == nickel["imports_contents"]
    out = run(*WITHOUT).out
    assert out.count(f"HS 260400: {start}") == 1 and "HS 250410: " not in out


def test_a_code_that_matches_a_metal_poorly_is_listed_with_its_contents_and_never_leads(run: Run) -> None:
    """HS 261390 is all that is on file for molybdenum, and is shown only with this text beside it."""
    start = "Roasted concentrate (261310), the other half of trade, is not in the package"
    reason = (
        "Imports by Germany are on file only under customs codes that match the metal poorly (HS 261390); "
        "see Suppliers."
    )
    molybdenum = next(m for m in as_json(run, *WITHOUT)["metals"] if m["metal"] == "molybdenum")
    assert (molybdenum["imports_state"], molybdenum["imports_reason"]) == ("labelled_only", reason)
    assert (molybdenum["imports_hs_code"], molybdenum["imports_tonnage_pct"]) == (None, None)
    [listed] = molybdenum["import_headings"]
    assert (listed["hs_code"], listed["use"], listed["scope"]) == ("261390", "labelled", "part")
    assert listed["contents"].startswith(start)
    _, rows = as_csv(run, *WITHOUT)
    row = next(row for row in rows if row["metal"] == "molybdenum")
    assert (row["imports_state"], row["imports_reason"]) == ("labelled_only", reason)
    out = run(*WITHOUT).out
    assert out.count(f"HS 261390: {start}") == 1 and reason in out


def test_the_threshold_filters_and_says_what_may_reach_it(run: Run) -> None:
    found = as_json(run, *WITHOUT, "--threshold", "90")
    assert all(metal["lost_pct"] >= 90 for metal in found["metals"])
    assert "tungsten" in found["below_threshold"] and found["may_reach_threshold"]
    out = run(*WITHOUT, "--threshold", "90").out
    assert "lose at least 90 % of world output." in out and "May also reach this share" in out
    code, _, err = run("stress", "--without", "ISL", "--threshold", "50")
    assert code == 1 and "No metal" in err


def test_the_csv_says_how_it_is_filtered_and_what_may_reach_the_share(run: Run) -> None:
    found = as_json(run, *WITHOUT, "--threshold", "90", "--stage", "primary")
    notes, rows = as_csv(run, *WITHOUT, "--threshold", "90", "--stage", "primary")
    assert len(rows) == len(found["metals"]) > 0
    assert "# Stage of production: Primary output" in notes
    assert any(f"{len(rows)} metal" in note and "at least 90 % of world output." in note for note in notes)
    may_reach = [note for note in notes if note.startswith("# May also reach this share")]
    assert len(may_reach) == bool(found["may_reach_threshold"])
    notes, _ = as_csv(run, *WITHOUT, "--threshold", "90")
    assert any(note.startswith("# May also reach this share") for note in notes)
    notes, _ = as_csv(run, *WITHOUT)
    assert not any("Stage of production" in note or "May also reach" in note for note in notes)


def test_a_company_has_sites_and_no_losses(run: Run) -> None:
    found = as_json(run, "stress", "--without", "Korea Zinc")
    assert found["metals"] == [] and found["companies"] == ["Korea Zinc"]
    assert found["sites"] and all("lost" not in site for site in found["sites"])
    out = run("stress", "--without", "Korea Zinc").out
    assert out.startswith("Sites of the companies\n") and "no loss is calculated" in out


def test_projects_are_counted_and_delayed(run: Run) -> None:
    now, late = as_json(run, *WITHOUT)["projects"], as_json(run, *WITHOUT, "--delay", "4")["projects"]
    assert now["count"] == late["count"] == len(now["projects"])
    years = [int(c["year"]) for c in now["planned_capacity"]]
    assert years and [int(c["year"]) for c in late["planned_capacity"]] == [year + 4 for year in years]
    assert f"Incomplete: {now['without_figure']} of {now['count']} projects (" in run(*WITHOUT).out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--without", "Umicorre"), "No country, bloc or company “Umicorre”."),
        (("--without", ""), "No country, bloc or company given."),
        (("--without", "Korea"), "“Korea” can mean"),
        (("--without", "EU", "--buyer", "DEU"), "Choose another buyer: Germany is removed itself."),
        (("--without", "CHN", "--buyer", "ISL"), "The trade data do not cover imports by Iceland"),
        (("--without", "CHN", "--threshold", "120"), "is not a number from 0 to 100"),
        (("--without", "CHN", "--threshold", "nan"), "is not a number from 0 to 100"),
        (("--without", "CHN", "--delay", "3"), "--delay"),
        (("--without", "CHN", "--json", "--csv"), "--json and --csv cannot be combined."),
        (("--without", "Korea Zinc", "--csv"), "Use --json for the sites of companies."),
        ((), "--without"),
    ],
)
def test_what_is_refused(run: Run, words: tuple[str, ...], sentence: str) -> None:
    code, out, err = run("stress", *words)
    assert (code, out) == (2, "") and sentence in err
