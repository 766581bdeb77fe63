"""`minor-metals parties`: text, JSON, CSV, files and exit codes."""

import csv
import io
import json
from pathlib import Path

from tests.commands.running import Run

ON = ("--on", "2026-10-08")


def test_text_gives_verdict_reasons_listings_and_what_is_not_covered(run: Run) -> None:
    code, out, err = run("parties", "skydio inc", "Mitubishi Materials", "Umicore", *ON)
    assert (code, err) == (0, "")
    assert out.startswith(
        "Lists of named parties issued by China as of 8 Oct 2026\n\nskydio inc: ON A LIST\n"
    )
    assert "  Skydio, Inc. 斯凯迪奥公司 (United States)\n" in out
    assert (
        "    Notice 7 of 2025 (11 US firms on the unreliable entity list): ban, listed on 4 Apr 2025; paused until "
        "10 Jan 2027 (presumed)\n" in out
    )
    assert (
        "    Announcement 13 of 2025 (15 US entities placed on the export control list): ban, listed on 4 Mar "
        "2025; listed, measures stopped since 10 Nov 2025\n" in out
    )
    assert "\nMitubishi Materials: SIMILAR\n  Mitsubishi Materials Corporation " in out
    assert "    Words that match: Mitubishi (on file: Mitsubishi) and Materials.\n" in out
    assert "\nUmicore: NOT IN THIS DATABASE\n" in out
    assert "Ownership is not covered" in out


def test_nothing_found_ends_with_1_and_a_text_that_is_not_a_name_with_2(run: Run) -> None:
    assert run("parties", "Umicore", *ON).code == 1
    code, out, err = run("parties", "Skydio", "123", *ON)
    assert (code, err) == (2, "minor-metals: 1 line could not be checked.\n")
    assert "123: not checked. “123” is not a name: it has no letters.\n" in out


def test_a_single_text_that_is_not_a_name_is_answered_in_a_sentence(run: Run) -> None:
    assert run("parties", "", *ON) == (2, "", "minor-metals: The name is empty.\n")
    sentence = "minor-metals: “123” is not a name: it has no letters.\n"
    for form in ((), ("--json",), ("--csv",), ("--pdf", "a.pdf")):
        assert run("parties", "123", *form, *ON) == (2, "", sentence)


def test_the_name_of_a_file_is_not_checked_as_a_company(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "suppliers.csv"
    path.write_text("name\nRaytheon Missile Systems\n")
    for name in (path, "Suppliers.XLSX", "nothing.txt"):
        code, out, err = run("parties", name)
        assert (code, out) == (2, "")
        assert err.endswith(
            "is the name of a file, not of a company. Add --file before it to check the names in it.\n"
        )
    assert run("parties", "--file", path).code == 0


def test_json_has_every_match_with_its_listings_and_sources(run: Run) -> None:
    code, out, err = run("parties", "Skydio", "Umicore", "--on", "2026-11-29", "--json")
    found = json.loads(out)
    assert code == 0 and err == "minor-metals: Checked to 8 Oct 2026: the last 52 days are not covered.\n"
    assert (found["on"], found["from"], found["beyond_verified"], found["lists_on_file"]) == (
        "2026-11-29",
        "CHN",
        True,
        True,
    )
    skydio, umicore = found["names"]
    assert (skydio["verdict"], umicore["verdict"], umicore["matches"]) == (
        "ON A LIST",
        "NOT IN THIS DATABASE",
        [],
    )
    (match,) = [m for m in skydio["matches"] if m["match"] == "same"]
    assert (match["party_id"], match["country_id"], match["is_listed"]) == ("skydio", "USA", True)
    assert [
        (x["document"], x["state"], x["presumed"], x["until"], x["since"]) for x in match["listings"]
    ] == [
        ("cn-uel-2025-7", "suspended", True, "2027-01-10", None),
        ("cn-2025-13", "ended", False, None, "2025-11-10"),
    ]
    used = {i for m in skydio["matches"] for x in (m, *m["listings"]) for i in x["source_ids"]}
    assert set(found["sources"]) == used
    assert any("Ownership is not covered" in text for text in found["not_covered"])


def test_a_file_is_checked_line_by_line(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "partners.csv"
    path.write_text('order,customer\n1,"Skydio, Inc."\n2,Umicore\n3,\n4,TDK株式会社\n', encoding="utf-8")
    code, out, err = run("parties", "--file", path, *ON, "--csv")
    assert (code, err) == (2, "minor-metals: 1 line could not be checked.\n")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [(r["line"], r["customer"], r["verdict"], r["error"]) for r in rows] == [
        ("2", "Skydio, Inc.", "ON A LIST", ""),
        ("3", "Umicore", "NOT IN THIS DATABASE", ""),
        ("4", "", "", "The name is empty."),
        ("5", "TDK株式会社", "ON A LIST", ""),
    ]
    assert (rows[0]["parties"], rows[0]["presumed"]) == ("Skydio, Inc. (skydio)", "yes")
    assert rows[0]["documents"] == "cn-uel-2025-7; cn-2025-13"
    assert (rows[3]["kinds"], rows[3]["beyond_verified"], rows[3]["your_entry"]) == ("end_use", "no", "no")
    assert (rows[1]["presumed"], rows[2]["presumed"]) == ("no", "")


def test_column_and_origin_can_be_chosen(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "partners.csv"
    path.write_text("customer;owner\nUmicore;Leidos\n", encoding="utf-8")
    assert "Leidos: ON A LIST" in run("parties", "--file", path, "--column", "Owner", *ON).out
    out = run("parties", "Leidos", "--from", "Germany", *ON).out
    assert "Leidos: NOT IN THIS DATABASE" in out
    assert "No lists of named parties issued by Germany are on file" in out


def test_options_that_exclude_each_other_are_refused(run: Run, tmp_path: Path) -> None:
    for words, sentence in (
        ((), "Give either names or --file FILE."),
        (("Leidos", "--file", "x.csv"), "Give either names or --file FILE."),
        (("Leidos", "--json", "--csv"), "--json and --csv cannot be combined."),
        (("Leidos", "--column", "a"), "--column applies to --file only."),
    ):
        assert run("parties", *words) == (2, "", f"minor-metals: {sentence}\n")
