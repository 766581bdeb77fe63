"""`minor-metals document`: by number or id, as text and as JSON."""

import json

import pytest

from tests.commands.running import Run

DAY = ("--on", "2026-11-27")


def sections(text: str) -> dict[str, str]:
    """Return the text of each section by its heading."""
    lines = text.splitlines()
    starts = [n for n, line in enumerate(lines) if line and set(line) == {"="}]
    ends = [*(n - 1 for n in starts[1:]), len(lines)]
    return {lines[n - 1]: "\n".join(lines[n + 1 : end]).strip() for n, end in zip(starts, ends, strict=True)}


def test_a_document_by_number_for_a_destination(run: Run) -> None:
    code, out, err = run("document", "46/2024", *DAY, "--to", "USA")
    assert (code, err) == (0, "")
    assert out.startswith("Announcement 46 of 2024: Stricter controls on exports of dual-use items")
    assert "(official title, as in the named copy)" in out
    assert "Exports from China to the United States as of 27 Nov 2026" in out
    assert "Checked to 8 Oct 2026: the last 50 days are not covered." in out
    found = sections(out)
    (row,) = [line for line in found["Measures"].splitlines() if line.startswith("section 2, first clause")]
    assert "refusal in principle, the United States" in row and "paused until 27 Nov 2026" in row
    assert "paused until 27 Nov 2026 by Announcement 72 of 2025" not in found["Measures"]
    assert "9 Nov 2025: paused until 27 Nov 2026 by Announcement 72 of 2025" in found["Events"]
    assert "9 Nov 2025: paused until 27 Nov 2026" in found["Documents that amend this one"]
    assert "This page was not opened." in found["Addresses"]
    assert "(page not opened)" in found["Citation"]
    assert "一、禁止两用物项对美国军事用户或军事用途出口。" in found["Official wording"]
    assert "Issuer's wording, from the named copy (MOFCOM (China)" in found["Official wording"]


def test_the_origin_is_that_of_the_document(run: Run) -> None:
    out = run("document", "cd-cobalt-2025-susp", *DAY).out
    assert "Exports from DR Congo to all destinations as of 27 Nov 2026" in out
    assert "not from China" not in out
    assert "No official wording of this document is on file." in out
    assert "(our translation; no official Chinese title on file)" in out
    asked = run("document", "cd-cobalt-2025-susp", *DAY, "--from", "China").out
    assert "This document is about exports from DR Congo, not from China." in asked


def test_a_document_without_measures(run: Run) -> None:
    out = run("document", "72/2025", *DAY).out
    found = sections(out)
    assert found["Measures"] == "No measure of this document is on file."
    assert found["Documents that this one amends"].count("Announcement 46 of 2024") == 2


def test_parties_are_counted_and_listed_with_their_states(run: Run) -> None:
    out = run("document", "cn-2025-21", *DAY).out
    listed = sections(out)["16 named parties"]
    assert listed.count("paused until 10 Jan 2027 (presumed)") == 16


def test_the_json_has_every_part(run: Run) -> None:
    code, out, _ = run("document", "46/2024", *DAY, "--to", "USA", "--json")
    found = json.loads(out)
    assert code == 0
    assert found["document"]["instrument_id"] == "cn-2024-46"
    assert found["document"]["title_zh_basis"] == "particulars"
    assert (found["on"], found["from"], found["to"]) == ("2026-11-27", "CHN", "USA")
    assert found["beyond_verified"] is True
    measures = {m["measure_id"]: m for m in found["measures"]}
    paused = measures["cn-2024-46-2a"]
    assert (paused["state"], paused["presumed"], paused["until"]) == ("suspended", False, "2026-11-27")
    assert paused["applies"] == "yes" and measures["cn-2024-46-1"]["applies"] == "military users"
    assert measures["cn-2024-46-1d"]["presumed"] is True
    assert {a["not_opened"] for a in found["addresses"]} == {True}
    assert [e["by_instrument_id"] for e in found["changed_by"]][:2] == ["cn-2025-70", "cn-2025-72"]
    gallium = next(m for m in found["metals"] if m["metal"] == "gallium")
    assert gallium == {
        "metal": "gallium",
        "targeted": True,
        "pill": gallium["pill"],
        "pill_state": gallium["pill_state"],
    }
    assert {t["official"] for t in found["wording"]} == {"yes"}
    assert found["citation"].startswith("MOFCOM, Announcement 46 of 2024, ")


def test_items_have_their_codes_limits_and_wording(run: Run) -> None:
    found = json.loads(run("document", "33/2024", *DAY, "--json").out)
    oxide = next(i for i in found["items"] if i["control_code"] == "3C003.c")
    assert [c["hs_code"] for c in oxide["hs_codes"]] == ["2825800010"]
    assert [(t["quantity"], t["operator"], t["value"]) for t in oxide["thresholds"]] == [
        ("purity", ">=", "99.99")
    ]
    assert oxide["legal_texts"][0]["official"] == "yes"
    text = sections(run("document", "33/2024", *DAY).out)["Items"]
    assert "2825.80.0010" in text and "purity ≥ 99.99 %" in text


@pytest.mark.parametrize(("text", "part"), [("1/2025", "can mean"), ("nothing", "No document is called")])
def test_what_is_not_found_is_one_sentence(run: Run, text: str, part: str) -> None:
    code, out, err = run("document", text)
    assert (code, out) == (1, "") and part in err and err.count("\n") == 1


def test_every_document_can_be_printed(run: Run) -> None:
    for instrument_id in ("cn-2024-51", "us-ear-ccl", "g7-cmap", "eu-2021-821", "us-dfars-7052"):
        assert run("document", instrument_id, *DAY, "--to", "JPN").code == 0
