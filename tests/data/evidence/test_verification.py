"""The check of evidence files: other editions, the user's entries, other makers, and changed parts."""

import json
import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from explorer import paths
from explorer.data.context import Context
from explorer.data.editions.actions import install
from explorer.data.editions.candidate import examine
from explorer.data.entries.apply import with_entries
from explorer.data.evidence.entries import read_entries, with_concerned_entries
from explorer.data.evidence.question import Question, check_question
from explorer.data.evidence.verification import (
    DIFFERENT,
    NOT_INSTALLED,
    PDF_NOT_COMPARED,
    SAME,
    Drawing,
    verify,
)
from explorer.data.evidence.verification_text import (
    as_dict,
    context_sentences,
    detail_sentences,
    result_sentence,
)
from explorer.data.hints import on_command_line
from explorer.data.store import Store
from explorer.data.user.entry_records import Entry, EventFacts, MeasureFacts, Notice
from explorer.errors import KnownError
from explorer.factsheet.evidence import load_drawing, make_file
from tests.data.evidence.conftest import CODES, GALLIUM, Verify
from tests.fuzz.evidence_parts import as_json, packed, parts_of

NOTICE = Notice("Announcement 99 of 2024", "https://www.mofcom.gov.cn/99.html", "2024-12-09")
REPEAL = Entry("own_0123abcd", EventFacts("cn-2024-46-2a", "repealed", "2024-12-09"), NOTICE, "2024-12-09")
ON_BISMUTH = Entry(
    "own_00000001",
    MeasureFacts("Announcement 98 of 2024", "CHN", "JPN", "licence", ("bismuth",), effective="2024-12-01"),
    NOTICE,
    "2024-12-09",
)


def test_the_same_edition_gives_the_same_answer(verified: Verify, store: Store, good: bytes) -> None:
    for content in (good, make_file(store, CODES)):
        found = verified(content)
        assert (found.outcome, found.differences) == (SAME, ())


@pytest.mark.parametrize("metal_id", ["gallium", "rare-earths", "tin", "bismuth", "lithium"])
@pytest.mark.parametrize("day", [date(2024, 12, 10), date(2026, 11, 10), date(2027, 1, 1)])
def test_other_questions_are_the_same_too(verified: Verify, store: Store, metal_id: str, day: date) -> None:
    question = Question(Context(day, "CHN", "ALL"), metal_id)
    assert verified(make_file(store, question)).outcome == SAME


def test_an_edition_that_is_not_installed_is_named(
    verified: Verify, later_file: Path, tmp_path: Path
) -> None:
    with Store.open(later_file) as later:
        content, of_codes = make_file(later, GALLIUM), make_file(later, CODES)
    asked = [next(context_sentences(verified(file))) for file in (content, of_codes)]
    assert asked == [
        "Question: metal gallium, from CHN to USA, 10 Dec 2024.",
        "Question: 4 codes, from CHN to USA, 10 Dec 2024.",
    ]
    found = verified(content)
    assert found.outcome == NOT_INSTALLED and found.manifest is not None
    text = " ".join((result_sentence(found, tmp_path / "x.zip"), *detail_sentences(found)))
    assert "edition 2099.01 is not installed" in text and text.endswith("choose “Install data edition…”.")
    with on_command_line():
        assert "`minor-metals data install FILE`" in " ".join(detail_sentences(found))
    assert found.manifest.edition.database_sha256 in text
    install(examine(later_file))
    assert verified(content).outcome == SAME


def test_another_edition_with_the_same_version_does_not_count(
    verified: Verify, edition_file: Path, tmp_path: Path, good: bytes
) -> None:
    """The bundled edition has the version that the file names, but other facts."""
    changed = Path(shutil.copy(edition_file, tmp_path / "changed.db"))
    with closing(sqlite3.connect(changed)) as connection:
        connection.execute("UPDATE meta SET value = ? WHERE key = 'sha256'", ("ab" * 32,))
        connection.commit()
    with Store.open(changed, is_checked=True) as store:
        content = make_file(store, GALLIUM)
    assert verified(content).outcome == NOT_INSTALLED
    assert verified(good).outcome == SAME


def test_the_same_facts_in_another_database_count_and_that_is_said(
    verified: Verify, edition_file: Path, tmp_path: Path
) -> None:
    """Another version of SQLite builds another file of the same facts."""
    other = Path(shutil.copy(edition_file, tmp_path / "other.db"))
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("VACUUM")
        connection.execute("PRAGMA user_version")
    content = bytearray(other.read_bytes())
    content[96:100] = (3_030_001).to_bytes(4, "big")  # the version of SQLite that wrote the file
    other.write_bytes(content)
    with Store.open(other, is_checked=True) as store:
        file = make_file(store, GALLIUM)
    found = verified(file)
    assert (found.outcome, found.is_same_file) == (SAME, False)
    assert "The very database that the file names is not here." in " ".join(detail_sentences(found))
    assert verified(file, other).is_same_file


def test_entries_of_the_user_are_in_the_file_and_count(verified: Verify, store: Store) -> None:
    own = with_entries(store, (REPEAL, ON_BISMUTH))
    content = make_file(own, GALLIUM)
    parts = parts_of(content)
    answer = json.loads(parts["answer.json"])
    assert answer["status"]["status"] == "licence" and answer["status"]["your_entry"]
    assert [entry["id"] for entry in json.loads(parts["entries.json"])] == ["own_0123abcd"]
    found = verified(content)
    assert (found.outcome, [e.entry_id for e in found.entries]) == (SAME, ["own_0123abcd"])
    text = " ".join(detail_sentences(found))
    assert "rests on 1 entry of a user" in text and NOTICE.title in text and NOTICE.address in text
    assert "entry that the user added" in parts["README.txt"].decode()
    hidden = {name: part for name, part in parts.items() if name != "entries.json"}
    manifest = json.loads(parts["manifest.json"]) | {"entries_of_the_user": 0}
    without = verified(packed({**hidden, "manifest.json": as_json(manifest)}))
    assert without.outcome == DIFFERENT
    assert "answer.json" in {difference.part for difference in without.differences}


def test_entries_on_codes_are_chosen_by_their_measures(store: Store) -> None:
    own = with_entries(store, (REPEAL, ON_BISMUTH))
    kept = with_concerned_entries(own, CODES).entries.used
    assert [entry.entry_id for entry in kept] == ["own_0123abcd"]
    japan = Question(Context(date(2024, 12, 10), "CHN", "JPN"), "bismuth")
    assert [e.entry_id for e in with_concerned_entries(own, japan).entries.used] == ["own_00000001"]
    germany = Question(Context(date(2024, 12, 10), "CHN", "DEU"), "tin")
    assert with_concerned_entries(own, germany).entries.used == ()


def test_entries_in_a_file_are_read_as_they_were_written(store: Store) -> None:
    own = with_entries(store, (REPEAL, ON_BISMUTH))
    japan = Question(Context(date(2024, 12, 10), "CHN", "JPN"), "bismuth")
    for question, entry in ((GALLIUM, REPEAL), (japan, ON_BISMUTH)):
        content = parts_of(make_file(own, question))["entries.json"]
        assert read_entries(content) == (entry,)


def test_the_pdf_of_another_version_is_not_compared(tmp_path: Path, good: bytes, no_editions: Path) -> None:
    path = tmp_path / "evidence.zip"
    path.write_bytes(good)
    own = load_drawing()
    other = Drawing(lambda evidence: own.draw(evidence) + b"\n", replace(own.maker, qt="6.99.0"))
    found = verify(path, lambda: other)
    assert (found.outcome, found.differences) == (PDF_NOT_COMPARED, ())
    text = " ".join((result_sentence(found, path), *detail_sentences(found)))
    assert "answer.pdf could not be compared" in text and "Qt 6.99.0" in text
    assert as_dict(found, path)["outcome"] == "pdf not compared"
    same_maker = Drawing(other.draw, own.maker)
    assert verify(path, lambda: same_maker).outcome == DIFFERENT


def test_a_difference_names_part_and_field(verified: Verify, good: bytes) -> None:
    parts = parts_of(good)
    answer = json.loads(parts["answer.json"])
    answer["status"]["status"] = "none"
    found = verified(packed({**parts, "answer.json": as_json(answer)}))
    [difference] = found.differences
    assert (difference.part, difference.field) == ("answer.json", "status.status")
    assert (difference.in_file, difference.by_edition) == ('"none"', '"prohibition"')


def test_the_file_is_found_by_its_bytes_not_by_the_data_of_the_user(
    verified: Verify, store: Store, good: bytes
) -> None:
    """Entries of the user who verifies do not count."""
    from explorer.data.user.entries import add_entry
    from explorer.data.user.user_file import UserFile

    add_entry(UserFile(), EventFacts("cn-2024-46-2a", "repealed", "2024-12-09"), NOTICE)
    assert paths.user_file().is_file()
    assert verified(good).outcome == SAME


def test_what_no_file_can_answer_is_refused(store: Store) -> None:
    context = GALLIUM.context
    for question, sentence in (
        (Question(replace(context, destination="CHN"), "gallium"), "are not exports"),
        (Question(replace(context, destination="XXX"), "gallium"), "No country or bloc has the ID “XXX”."),
        (Question(context, "kryptonite"), "No metal with the ID"),
        (Question(context), "Give a metal, or one or more codes."),
        (Question(context, codes=("8112929010",) * 501), "at most 500 codes; the list has 501"),
        (Question(context, codes=("8" * 101,)), "longer than a code can be"),
        (Question(context, codes=("84", "x")), "“84” has 2 digits"),
    ):
        with pytest.raises(KnownError, match=sentence):
            check_question(store, question)
