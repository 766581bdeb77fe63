"""Parts lists in the user's file: saved, renamed, removed, restored, checked, exported and imported."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from explorer.data.parts.check import check_parts
from explorer.data.parts.from_codes import code_list, parts_lines
from explorer.data.reading.read_codes import read_code_text
from explorer.data.store import Store
from explorer.data.user.exchange import export_to, import_from
from explorer.data.user.parts import (
    add_parts,
    all_parts,
    find_parts,
    remove_parts,
    rename_parts,
    restore_parts,
    summaries,
)
from explorer.data.user.parts_records import MOST_LINES, PartsFacts, PartsLine, PartsList
from explorer.data.user.parts_results import save_check
from explorer.data.user.series import all_series
from explorer.data.user.user_file import UserFile
from explorer.errors import KnownError, NotFound
from tests.data.entries.conftest import With, entry, pause
from tests.data.entries.conftest import with_ as with_

FACTS = PartsFacts("Motors", "CHN", "USA", "motors.xlsx")
LINES = (PartsLine(2, "8112.92.90.10", "A-1"), PartsLine(3, "3C001"), PartsLine(5, "8112929010", "A-3"))
DAY = date(2026, 11, 28)


@pytest.fixture
def motors(file: UserFile) -> PartsList:
    """A saved list."""
    return add_parts(file, FACTS, LINES)


def save(file: UserFile, store: Store, parts: PartsList, day: date = DAY) -> PartsList:
    check = check_parts(store, parts, day).check
    assert check is not None
    save_check(file, parts.list_id, check)
    return find_parts(file, parts.list_id)


def test_a_list_is_saved_with_all_that_it_states(file: UserFile, motors: PartsList) -> None:
    assert all_parts(file) == (motors,) and find_parts(file, " MOTORS ") == motors
    assert (motors.facts, motors.lines, motors.added, motors.last) == (FACTS, LINES, "2026-11-28", None)
    [summary] = summaries(file)
    assert (summary.list_id, summary.lines, summary.checked) == (motors.list_id, 3, None)


def test_without_lists_no_file_is_made(file: UserFile) -> None:
    assert all_parts(file) == summaries(file) == ()
    with pytest.raises(NotFound, match="You have no parts list"):
        find_parts(file, "Motors")
    assert not file.path.exists()


def test_a_list_is_renamed_removed_and_restored_with_its_last_check(
    file: UserFile, store: Store, motors: PartsList
) -> None:
    checked = save(file, store, motors)
    renamed = rename_parts(file, motors.list_id, " Big  motors ")
    assert renamed.facts.name == "Big motors" and find_parts(file, "big motors") == renamed
    assert remove_parts(file, motors.list_id) == renamed and all_parts(file) == ()
    restore_parts(file, renamed)
    assert all_parts(file) == (renamed,) and renamed.last == checked.last is not None


@pytest.mark.parametrize("facts", ["edition", "entries"])
def test_a_check_is_saved_with_the_verdicts_of_later_days(
    file: UserFile, store: Store, with_: With, motors: PartsList, facts: str
) -> None:
    used = with_(entry(pause())) if facts == "entries" else store
    check = check_parts(used, motors, DAY).check
    saved = save(file, used, motors)
    assert saved.last == check and saved.last is not None and saved.last.edition == store.edition.data_version
    assert set(saved.last.courses) == {line.code for line in LINES}
    course = saved.last.courses["3C001"]
    assert (course.used != course.published) == (facts == "entries")
    assert save(file, store, motors, date(2027, 1, 1)).last != check


def test_a_check_of_a_list_that_is_gone_is_not_saved(file: UserFile, store: Store, motors: PartsList) -> None:
    check = check_parts(store, motors, DAY).check
    assert check is not None
    remove_parts(file, motors.list_id)
    save_check(file, motors.list_id, check)
    assert all_parts(file) == ()


@pytest.mark.parametrize(
    ("facts", "lines", "sentence"),
    [
        (replace(FACTS, name=" "), LINES, "Give the parts list a name."),
        (replace(FACTS, name="x" * 201), LINES, "has more than 200 characters"),
        (replace(FACTS, name="motors"), LINES, "You already have a parts list with the name “Motors”."),
        (replace(FACTS, name="New"), (), "The list has no line with a code."),
        (replace(FACTS, name="New"), (PartsLine(1, "84"),), "“84” has 2 digits"),
        (
            replace(FACTS, name="New"),
            (PartsLine(1, "3C001"),) * (MOST_LINES + 1),
            "A parts list has at most 20000 lines; this one has 20001.",
        ),
    ],
)
def test_what_is_not_valid_is_one_sentence(
    file: UserFile, motors: PartsList, facts: PartsFacts, lines: tuple[PartsLine, ...], sentence: str
) -> None:
    with pytest.raises(KnownError, match=sentence):
        add_parts(file, facts, lines)
    assert all_parts(file) == (motors,)


def test_a_name_of_another_list_is_refused(file: UserFile, motors: PartsList) -> None:
    other = add_parts(file, replace(FACTS, name="Magnets"), LINES)
    with pytest.raises(KnownError, match="You already have a parts list with the name “Motors”"):
        rename_parts(file, other.list_id, "MOTORS")
    assert rename_parts(file, motors.list_id, "MOTORS").facts.name == "MOTORS"
    with pytest.raises(
        NotFound, match=r"no parts list with the name “none”\. Your lists: “Magnets” and “MOTORS”"
    ):
        find_parts(file, "none")


def test_one_file_takes_the_lists_to_another_computer(
    file: UserFile, store: Store, motors: PartsList, tmp_path: Path
) -> None:
    checked = save(file, store, motors)
    export_to(file, tmp_path / "one.db", force=False)
    other = UserFile(tmp_path / "other" / "own.db")
    merge = import_from(other, tmp_path / "one.db")
    assert merge.added_parts == (checked,) and all_parts(other) == (checked,)
    assert import_from(other, tmp_path / "one.db").is_unchanged
    export_to(other, tmp_path / "two.db", force=False)
    assert (tmp_path / "one.db").read_bytes() == (tmp_path / "two.db").read_bytes()


def test_a_list_that_differs_is_kept_unless_it_is_to_be_replaced(
    file: UserFile, motors: PartsList, tmp_path: Path
) -> None:
    export_to(file, tmp_path / "one.db", force=False)
    renamed = rename_parts(file, motors.list_id, "Engines")
    merge = import_from(file, tmp_path / "one.db")
    assert merge.differing_parts == (motors,) and all_parts(file) == (renamed,)
    assert import_from(file, tmp_path / "one.db", replace=True).is_replaced
    assert all_parts(file) == (motors,)


def test_two_lists_with_one_name_are_found_by_their_ids(
    file: UserFile, motors: PartsList, tmp_path: Path
) -> None:
    other = UserFile(tmp_path / "other" / "own.db")
    theirs = add_parts(other, FACTS, LINES)
    export_to(other, tmp_path / "one.db", force=False)
    import_from(file, tmp_path / "one.db")
    with pytest.raises(KnownError, match=r"several parts lists with the name “Motors”\. Give the ID: parts-"):
        find_parts(file, "Motors")
    assert find_parts(file, theirs.list_id) == theirs and find_parts(file, motors.list_id) == motors


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM parts_lines",
        "UPDATE parts_lists SET edition = NULL",
        "UPDATE parts_lists SET checked = NULL, edition = NULL",
        "DELETE FROM parts_verdicts WHERE facts = 'published'",
        "UPDATE parts_lists SET checked = '1999-01-01'",
        "UPDATE parts_verdicts SET verdict = 'FREE'",
        "UPDATE parts_verdicts SET presumed = 2",
        "UPDATE parts_lists SET list_id = 'motors'",
        "UPDATE parts_lists SET destination = 'usa'",
        "UPDATE parts_lines SET code = char(8238)",
    ],
)
def test_a_file_with_half_a_list_or_values_that_are_not_allowed_is_refused(
    file: UserFile, store: Store, motors: PartsList, tmp_path: Path, statement: str
) -> None:
    save(file, store, motors)
    export_to(file, tmp_path / "one.db", force=False)
    with closing(sqlite3.connect(tmp_path / "one.db", isolation_level=None)) as connection:
        connection.execute(statement)
    other = UserFile(tmp_path / "other" / "own.db")
    with pytest.raises(KnownError, match="cannot be imported"):
        import_from(other, tmp_path / "one.db")
    assert other.is_empty


def test_a_file_of_the_version_before_has_no_lists_and_gets_the_tables(
    saved: UserFile, open_file: Callable[[], UserFile], path: Path
) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for table in ("parts_verdicts", "parts_lines", "parts_lists"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("PRAGMA user_version = 2")
    file = open_file()
    assert all_parts(file) == () and len(all_series(file)) == 1
    motors = add_parts(file, FACTS, LINES)
    assert all_parts(open_file()) == (motors,) and len(all_series(file)) == 1


def test_lines_come_from_a_list_and_go_back_to_it() -> None:
    read = read_code_text("Part;Customs code;Note\nA-1;8112.92.90.10;\n;84;\nA-3;3C001;x\n")
    lines, bad = parts_lines(read)
    assert lines == (PartsLine(2, "8112.92.90.10", "A-1"), PartsLine(4, "3C001", "A-3; x"))
    assert bad == ((3, "“84” has 2 digits: customs codes have 6, 8 or 10."),)
    again = code_list(PartsList("parts-0000000a", FACTS, "2026-11-28", lines))
    assert again.names == ("part", "code") and parts_lines(again) == (lines, ())
    plain = code_list(PartsList("parts-0000000a", FACTS, "2026-11-28", LINES[1:2]))
    assert plain.names == ("code",) and parts_lines(plain) == (LINES[1:2], ())
