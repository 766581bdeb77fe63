"""`minor-metals own add-event`, `add-measure`, `entries`, `entry`, and the entries in all other commands."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

from explorer import paths
from explorer.data.user.entries import add_entry, entries
from explorer.data.user.entry_records import EventFacts, Notice
from explorer.data.user.user_file import UserFile
from tests.commands.running import Run

NOTICE = ("--title", "Announcement 80 of 2026", "--address", "https://www.mofcom.gov.cn/80.html")
PAUSE = ("own", "add-event", "cn-2024-46-2a", "suspended", "--date", "2026-11-28", "--until", "2027-11-10")
READ = ("--read", "2020-01-01")  # before any day on which the tests run
GALLIUM = ("gallium", "--to", "USA", "--on", "2026-11-28")
USED = "minor-metals: 1 of your entries is in use; --without-own leaves it out.\n"


@pytest.fixture(autouse=True)
def own_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's file of one test."""
    monkeypatch.setenv(paths.USER_DATA_VARIABLE, str(tmp_path / "home"))
    return tmp_path / "home" / "own.db"


@pytest.fixture
def paused(run: Run) -> str:
    """The ID of a saved pause."""
    added = run(*PAUSE, *NOTICE, *READ, "--json")
    assert (added.code, added.err) == (0, "")
    entry_id: str = json.loads(added.out)["entry"]["id"]
    return entry_id


def test_an_event_is_added_listed_switched_and_removed(run: Run) -> None:
    assert run("own", "entries").out == "You have no entries.\n" and run("own", "entries").code == 1
    code, out, err = run(*PAUSE, *NOTICE, *READ)
    assert (code, err) == (0, "")
    [entry] = json.loads(run("own", "entries", "--json").out)["entries"]
    words = "Announcement 46 of 2024, section 2, first clause: paused from 28 Nov 2026 until 10 Nov 2027"
    assert out.splitlines()[0] == f"Added the entry {entry['id']}. {words}."
    assert entry["words"] == words and entry["state"] == "used" and entry["covered_by"] is None
    assert (entry["event"], entry["date"], entry["until"], entry["basis"]) == (
        *("suspended", "2026-11-28", "2027-11-10"),
        "text",
    )
    assert run("own", "entry", entry["id"], "off").out == f"Turned off: {words}.\n"
    assert json.loads(run("own", "entries", "--json").out)["entries"][0]["state"] == "off"
    assert run("own", "entry", "all", "on").out == f"Turned on: {words}.\n"
    assert run("own", "entry", entry["id"], "remove").out == f"Removed: {words}.\n"
    assert run("own", "entries").code == 1


def test_a_status_follows_at_once_and_says_on_what_it_rests(run: Run, paused: str) -> None:
    code, out, err = run("status", *GALLIUM)
    assert code == 0 and err == USED
    assert "paused until 10 Nov 2027 (your entry)" in out
    assert "“Announcement 80 of 2026”, read 1 Jan 2020" in out
    found = json.loads(run("status", *GALLIUM, "--json").out)
    assert found["your_entry"] and found["answer"]["your_entry"] and not found["presumed"]
    assert [e["id"] for e in found["your_entries"]] == [paused]
    [refusal] = [m for m in found["measures"] if m["measure_id"] == "cn-2024-46-2a"]
    assert refusal["your_entry"] and refusal["state"] == "suspended"


def test_without_own_answers_from_the_edition_alone(run: Run, paused: str) -> None:
    left_out = run("status", *GALLIUM, "--without-own", "--json")
    before_command = run("--without-own", "status", *GALLIUM, "--json")
    assert left_out == before_command and left_out.err == ""
    run("own", "entry", paused, "off")
    assert run("status", *GALLIUM, "--json") == left_out
    found = json.loads(left_out.out)
    assert found["presumed"] and not found["your_entry"] and found["your_entries"] == []


def test_every_command_follows(run: Run, paused: str) -> None:
    context = ("--to", "USA", "--on", "2026-11-28")
    [listed] = [m for m in json.loads(run("list", *context, "--json").out) if m["metal"] == "gallium"]
    assert listed["pill"] == "refusal paused (your entry)" and listed["your_entry"]
    [verdict] = json.loads(run("check", "8112929010", *context, "--json").out)
    assert (verdict["headline"], verdict["your_entry"]) == ("licence", True)
    changed = json.loads(
        run("changes", "--since", "2026-11-20", "--until", "2027-11-12", "--to", "USA", "--json").out
    )
    [gallium] = [m for m in changed["metals"] if m["metal"] == "gallium"]
    assert not gallium["before"]["your_entry"] and gallium["after"]["presumed"]
    rows = list(
        csv.DictReader(
            io.StringIO(run("changes", "--since", "2026-11-20", "--until", "2026-11-29", "--csv").out)
        )
    )
    assert any(r["measure"] == "cn-2024-46-2a" and r["after_your_entry"] == "yes" for r in rows)
    timeline = json.loads(run("timeline", *context, "--json").out)
    [row] = [r for r in timeline["rows"] if r["measure_id"] == "cn-2024-46-2a"]
    assert [s["your_entry"] for s in row["spans"] if s["from"] == "2026-11-28"] == [True]
    today = json.loads(run("today", *context, "--json").out)
    assert "your_entry" in json.dumps(today)
    [pause] = [
        row
        for row in csv.DictReader(io.StringIO(run("today", *context, "--csv").out))
        if row["day"] == "2026-11-28" and "cn-2024-46-2a" in row["measures"].split(";")
    ]
    assert (pause["before_your_entry"], pause["after_your_entry"], pause["after_presumed"]) == (
        "no",
        "yes",
        "no",
    )
    assert "(your entry)" in pause["words"]
    document = json.loads(run("document", "46/2024", *context, "--json").out)
    assert [e["your_entry"] for e in document["events"] if e["date"] == "2026-11-28"] == [True]
    asked = run("ask", "may gallium go to the United States", "--on", "2026-11-28")
    assert "This is based on your entry." in asked.out


def test_a_list_of_codes_is_marked(run: Run, paused: str, tmp_path: Path) -> None:
    parts = tmp_path / "parts.csv"
    parts.write_text("part,code\nwafer,8112929010\nother,8103200000\n")
    done = run("check", "--file", parts, "--to", "USA", "--on", "2026-11-28")
    wafer, other = csv.DictReader(io.StringIO(done.out))
    assert (wafer["your_entry"], other["your_entry"]) == ("yes", "no")
    assert "cn-2024-46-2a: prohibition USA paused until 2027-11-10 (your entry)" in wafer["also"]


def test_a_code_that_an_entry_took_off_the_list_is_marked_beside_one_that_never_was(
    run: Run, tmp_path: Path
) -> None:
    run("own", "add-event", "cn-2023-23", "repealed", "--date", "2026-11-28", *NOTICE, *READ)
    parts = tmp_path / "parts.csv"
    parts.write_text("part,code\nother,999999\nwafer,3C001.a\n")
    done = run("check", "--file", parts, "--to", "DEU", "--on", "2026-11-28")
    other, wafer = csv.DictReader(io.StringIO(done.out))
    assert wafer["verdict"] == other["verdict"] == "NO REFERENCE CODE ON FILE"
    assert (other["your_entry"], wafer["your_entry"]) == ("no", "yes")


def test_a_chart_says_that_it_rests_on_an_entry(run: Run, paused: str, tmp_path: Path) -> None:
    done = run("export", *GALLIUM, "--chart", "controls", "-o", tmp_path / "controls.csv")
    assert done.code == 0
    text = (tmp_path / "controls.csv").read_text(encoding="utf-8")
    assert "your entry" in text and "Dotted outline: based on your entry, not on the data edition." in text


def test_a_new_measure_is_added(run: Run) -> None:
    code, out, err = run(
        *("own", "add-measure", "--document", "Announcement 90 of 2026", "--kind", "prohibition"),
        *("--metal", "Bi", "--to", "Japan", "--effective", "2026-12-01", "--scope", "ingots", *NOTICE, *READ),
    )
    assert (code, err) == (0, "")
    assert "Announcement 90 of 2026: ban on bismuth from China to Japan, in force from 1 Dec 2026." in out
    found = json.loads(run("status", "bismuth", "--to", "JPN", "--on", "2026-12-01", "--json").out)
    assert found["status"] == "prohibition" and found["answer"]["pill"] == "ban (your entry)"


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (
            (*PAUSE[:2], "cn-2024-46", *PAUSE[3:]),
            1,
            "No measure has the ID “cn-2024-46”. Similar IDs: cn-2024-46-1, ",
        ),
        (
            (*PAUSE[:-1], "2026-11-01"),
            2,
            "The last day of the pause, 1 Nov 2026, is before its first day, 28 Nov 2026.",
        ),
        ((*PAUSE[:-1], "soon"), 2, "“soon” is not a date."),
        ((*PAUSE[:3], "forgotten", *PAUSE[4:]), 2, "invalid choice: 'forgotten'"),
    ],
)
def test_an_event_that_is_not_valid_is_one_sentence(
    run: Run, own_file: Path, words: tuple[str, ...], code: int, sentence: str
) -> None:
    done = run(*words, *NOTICE, *READ)
    assert done.code == code and sentence in done.err and done.err.count("\n") == 1
    assert not own_file.exists()


def test_a_new_measure_that_is_not_an_export_is_refused(run: Run, own_file: Path) -> None:
    words = ("own", "add-measure", "--document", "A", "--kind", "licence", "--metal", "tin", "--to", "CHN")
    done = run(*words, "--effective", "2027-01-01", *NOTICE, *READ)
    assert done.code == 2 and "are not exports" in done.err and not own_file.exists()


def test_an_unknown_entry_is_not_found(run: Run) -> None:
    done = run("own", "entry", "own_00000000", "off")
    assert done.code == 1 and "You have no entry with the ID “own_00000000”." in done.err
    assert run("own", "entry", "all", "off").err == "minor-metals: You have no entries.\n"
    assert run("own", "entry", "all", "remove").code == 2


def test_an_entry_on_a_measure_that_the_edition_lacks_is_kept_and_said(run: Run, own_file: Path) -> None:
    facts = EventFacts("cn-2020-gone", "repealed", "2026-11-28")
    add_entry(UserFile(own_file), facts, Notice("A", "https://a.cn", date.today().isoformat()))
    done = run("own", "entries")
    assert "has no measure “cn-2020-gone”. The entry is kept but not used." in done.out
    assert run("status", *GALLIUM).err == ""
    assert len(entries(UserFile(own_file))) == 1


def test_an_entry_that_the_edition_has_is_offered_to_be_dropped(run: Run) -> None:
    run(*PAUSE[:-1], "2026-11-27", *NOTICE, *READ)  # fails: the last day is before the first
    assert run(*PAUSE[:4], "--date", "2025-11-09", "--until", "2026-11-27", *NOTICE, *READ).code == 0
    [entry] = json.loads(run("own", "entries", "--json").out)["entries"]
    assert "includes this pause of Announcement 46 of 2024" in entry["covered_by"]
    assert f"`minor-metals own entry {entry['id']} remove`" in run("own", "entries").out


def test_a_file_that_cannot_be_read_is_one_sentence_with_the_way_out(run: Run, own_file: Path) -> None:
    own_file.mkdir(parents=True)
    done = run("status", *GALLIUM)
    assert done.code == 2 and done.out == "" and "Add --without-own to leave out your entries." in done.err
    assert run("status", *GALLIUM, "--without-own").code == 0


def test_the_self_test_and_other_tables_leave_entries_out(run: Run, paused: str) -> None:
    rows = run("data", "table", "measure_events", "--where", "2027-11-10", "--csv").out
    assert "2027-11-10" not in rows
