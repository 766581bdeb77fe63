"""`minor-metals parts`: lists are saved, listed, renamed and removed, and checked as text, JSON, CSV and calendar."""

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from explorer import paths
from explorer.data.dates import show
from explorer.data.parts.check import check_parts
from explorer.data.store import Store
from explorer.data.user.entries import add_entry
from explorer.data.user.entry_records import EventFacts, Notice
from explorer.data.user.parts import all_parts, find_parts
from explorer.data.user.parts_results import save_check
from explorer.data.user.user_file import UserFile
from tests.commands.running import Run
from tests.data.calendar_parser import events_of

CODES = "part;customs code;note\nA-1;8112929010;Ga\nA-2;8110.10.10.00;\nA-3;999999;\n"
BEFORE, AFTER, END = "2025-11-08", "2025-11-09", "2026-11-28"


@pytest.fixture(autouse=True)
def own_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's file of one test."""
    monkeypatch.setenv(paths.USER_DATA_VARIABLE, str(tmp_path / "home"))
    return tmp_path / "home" / "own.db"


@pytest.fixture
def motors(run: Run, tmp_path: Path) -> str:
    """The ID of a saved list of exports from China to the United States."""
    (tmp_path / "motors.csv").write_text(CODES)
    added = run("parts", "add", tmp_path / "motors.csv", "--to", "USA", "--json")
    assert (added.code, added.err) == (0, "")
    list_id: str = json.loads(added.out)["list"]
    return list_id


def checked(run: Run, *words: str) -> dict[str, Any]:
    [found] = json.loads(run("parts", "check", *words, "--json").out)["lists"]
    assert isinstance(found, dict)
    return found


def test_a_list_is_added_listed_renamed_and_removed(run: Run, motors: str) -> None:
    [listed] = json.loads(run("parts", "list", "--json").out)["lists"]
    today = date.today().isoformat()
    assert listed == {
        **{"list": motors, "name": "motors", "from": "CHN", "to": "USA", "lines": 3, "file": "motors.csv"},
        **{"added": today, "checked": today, "edition": "2026.12-test"},
    }
    assert "China to the United States" in run("parts", "list").out
    assert (
        run("parts", "rename", "MOTORS", "Engines").out == "Renamed the parts list “motors” to “Engines”.\n"
    )
    assert run("parts", "remove", "Engines").out == f"Removed the parts list “Engines” ({motors}).\n"
    code, out, err = run("parts", "list")
    assert (code, out, err) == (1, "", "minor-metals: You have no parts list.\n")


def test_the_text_of_an_addition_names_the_list_and_the_places(run: Run, tmp_path: Path) -> None:
    (tmp_path / "codes.txt").write_text("8112929010\n3C001\n")
    code, out, err = run("parts", "add", tmp_path / "codes.txt", "--name", "All of them")
    assert (code, err) == (0, "")
    assert out.startswith("Saved the parts list “All of them” (parts-")
    assert "2 lines, exports from China to all destinations." in out


def test_lines_without_a_code_are_named_and_left_out_on_request(run: Run, tmp_path: Path) -> None:
    (tmp_path / "motors.csv").write_text(CODES + "A-4;84;\n")
    words = ("parts", "add", str(tmp_path / "motors.csv"), "--to", "USA")
    code, out, err = run(*words)
    assert (code, out) == (2, "") and not UserFile().path.exists()
    line = "minor-metals: Line 5: “84” has 2 digits: customs codes have 6, 8 or 10.\n"
    assert err == line + (
        "minor-metals: 1 line has no valid code, so the list was not saved. Correct it, or add --skip-bad-lines.\n"
    )
    added = run(*words, "--skip-bad-lines", "--json")
    assert added.code == 0 and added.err == line
    assert json.loads(added.out)["left_out"] == [5] and json.loads(added.out)["lines"] == 3


def test_changes_have_their_day_document_and_flags(run: Run, motors: str) -> None:
    found = checked(run, "motors", "--since", BEFORE, "--on", AFTER, "--ahead", "384")
    assert (found["since"], found["until"], found["since_last_check"]) == (BEFORE, AFTER, False)
    assert [change["code"] for change in found["changed"]] == ["8112929010", "8110.10.10.00"]
    first = found["changed"][0]
    assert (first["line"], first["part"], first["day"]) == (2, "A-1; Ga", AFTER)
    assert first["before"]["words"] == "LISTED: refused in principle"
    assert first["after"]["words"] == "LISTED: licence; refusal paused"
    assert (first["documents"], first["because"]) == (["cn-2025-72"], ["date"])
    assert not first["beyond_verified"] and not first["after"]["presumed"]
    assert [change["day"] for change in found["ahead"]] == [END, END]
    assert all(c["beyond_verified"] and c["after"]["presumed"] for c in found["ahead"])


def test_text_has_what_changed_what_will_and_why(run: Run, motors: str) -> None:
    code, out, _ = run("parts", "check", "--since", BEFORE, "--on", AFTER, "--ahead", "400")
    assert code == 0
    assert "motors: exports from China to the United States, as of 9 Nov 2025\n" in out
    assert "2 verdicts differ from those on 8 Nov 2025." in out
    assert "28 Nov 2026 (not checked)" in out and "no notice confirms this" in out
    assert "None of these verdicts means “free to export”" in out


def test_csv_has_the_values_of_the_json(run: Run, motors: str) -> None:
    words = ("--since", BEFORE, "--on", AFTER, "--ahead", "400")
    found = checked(run, *words)
    rows = list(csv.DictReader(io.StringIO(run("parts", "check", *words, "--csv").out)))
    assert len(rows) == 4
    changes = [*(("changed", c) for c in found["changed"]), *(("ahead", c) for c in found["ahead"])]
    for row, (record, change) in zip(rows, changes, strict=True):
        assert (row["record"], row["list"], row["name"]) == (record, motors, "motors")
        assert (row["line"], row["code"], row["day"]) == (str(change["line"]), change["code"], change["day"])
        for side in ("before", "after"):
            for name, value in change[side].items():
                word = {None: "", True: "yes", False: "no"}.get(value, value)
                assert row[f"{side}_{name}"] == word, (side, name)
        assert row["documents"] == ";".join(change["documents"])
        assert row["reasons"] == " ".join(change["reasons"])
        beyond = "yes" if change["beyond_verified"] else "no"
        assert (row["beyond_verified"], row["until_beyond_verified"]) == (beyond, "no")


def test_csv_says_where_the_day_of_the_check_is_not_covered(run: Run, motors: str) -> None:
    """The change of 9 Nov 2025 is covered, what may have happened up to the as-of date is not."""
    out = run("parts", "check", "--since", BEFORE, "--on", "2026-11-20", "--csv").out
    rows = [row for row in csv.DictReader(io.StringIO(out)) if row["record"] == "changed"]
    assert {(row["day"], row["beyond_verified"], row["until_beyond_verified"]) for row in rows} == {
        ("2025-11-09", "no", "yes")
    }


def test_a_table_and_a_calendar_name_the_lists_that_were_not_checked(
    run: Run, motors: str, tmp_path: Path
) -> None:
    for words in (("--csv",), ("--ics", str(tmp_path / "parts.ics"))):
        code, _, err = run("parts", "check", "--on", BEFORE, *words)
        sentence = f"motors: The last check ({show(date.today())}) is later than the as-of date (8 Nov 2025)."
        assert code == 2 and err.startswith(f"minor-metals: {sentence} Choose an earlier day"), words


def test_a_check_since_a_day_up_to_that_day_finds_nothing(run: Run, motors: str) -> None:
    code, out, _ = run("parts", "check", "motors", "--since", AFTER, "--on", AFTER, "--json")
    assert code == 1 and json.loads(out)["lists"][0]["changed"] == []


def test_a_check_becomes_the_last_one_unless_it_is_kept_or_is_of_another_day(
    run: Run, motors: str, later_file: Path
) -> None:
    def last() -> Any:
        [parts] = all_parts(UserFile())
        return parts.last

    first = last()
    assert first is not None and first.day == date.today()
    notice = Notice("Announcement 80 of 2026", "https://www.mofcom.gov.cn/80.html", "2020-01-01")
    ended = EventFacts("cn-2023-23", "repealed", "2020-01-01")
    add_entry(UserFile(), ended, notice)
    for words in (("--keep",), ("--since", AFTER), ("--on", AFTER, "--since", AFTER), ("--without-own",)):
        run("parts", "check", *words)
        assert last() == first, words
    run("parts", "check", "--data", later_file)
    assert last() == first
    found = checked(run, "motors")
    assert [(c["code"], c["because"]) for c in found["changed"]] == [("8112929010", ["entry"])]
    assert (
        found["changed"][0]["reasons"][0]
        == "An entry of yours gives a different verdict from the last check."
    )
    assert last() != first and checked(run, "motors")["changed"] == []


def test_another_edition_is_named_as_the_reason(
    run: Run, motors: str, later_file: Path, store: Store
) -> None:
    day = date(2026, 11, 20)
    check = check_parts(store, replace(find_parts(UserFile(), motors), last=None), day).check
    assert check is not None
    save_check(UserFile(), motors, check)
    found = checked(run, "motors", "--data", str(later_file), "--on", day.isoformat())
    [change] = found["changed"]
    assert (change["code"], change["because"]) == ("8112929010", ["edition"])
    assert change["documents"] == ["cn-2099-1"] and change["day"] == "2026-11-09"
    assert (found["edition_before"], found["edition"]) == ("2026.12-test", "2099.01")


def test_the_days_ahead_are_written_to_a_calendar_file(run: Run, motors: str, tmp_path: Path) -> None:
    path = tmp_path / "parts.ics"
    words = ("parts", "check", "--since", AFTER, "--on", AFTER, "--ahead", "400", "--ics", str(path))
    assert run(*words).out == f"{path}\n"
    [event] = [e for e in events_of(path.read_bytes()) if "a different verdict" in e["SUMMARY"]]
    assert event["DTSTART;VALUE=DATE"] == "20261128"
    assert event["SUMMARY"] == "motors: 2 lines get a different verdict (China to the United States)"
    assert "Line 2, 8112929010: LISTED: licence; refusal paused → LISTED: refused" in event["DESCRIPTION"]
    assert "presumed" in event["DESCRIPTION"] and "after the last day checked" in event["DESCRIPTION"]
    assert run(*words).code == 2 and run(*words, "--force").code == 1


def test_combinations_that_mean_nothing_are_refused(run: Run, motors: str) -> None:
    for words, sentence in (
        (("--json", "--csv"), "--json and --csv cannot be combined."),
        (("--force",), "--force applies only with --ics."),
        (("none",), "You have no parts list with the name “none”. Your lists: “motors”."),
    ):
        code, out, err = run("parts", "check", *words)
        assert (code, out) == (2 if words != ("none",) else 1, "") and err == f"minor-metals: {sentence}\n"
    late = run("parts", "check", "--since", "2026-11-28", "--on", "2026-11-27")
    sentence = "The first day, 28 Nov 2026, is after the last day, 27 Nov 2026."
    assert (late.code, late.out, late.err) == (2, "", f"minor-metals: {sentence}\n")
    before = run("parts", "check", "--on", "2020-01-01")
    assert before.code == 2 and "is later than the as-of date (1 Jan 2020)." in before.out


def test_an_export_of_own_data_has_the_lists(run: Run, motors: str, tmp_path: Path) -> None:
    run("own", "export", str(tmp_path / "own.db"))
    run("parts", "remove", "motors")
    assert run("own", "import", str(tmp_path / "own.db")).out == "Added 1 parts list.\n"
    run("parts", "rename", "motors", "Engines")
    kept = run("own", "import", str(tmp_path / "own.db"))
    assert "The parts list “motors” (parts-" in kept.err and "differs from yours, which was kept" in kept.err
    replaced = run("own", "import", str(tmp_path / "own.db"), "--replace", "--json")
    assert json.loads(replaced.out)["differing_parts"] == [motors]
    assert [p.facts.name for p in all_parts(UserFile())] == ["motors"]
