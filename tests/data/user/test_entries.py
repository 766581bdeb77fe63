"""Entries in the user's file: saved, changed, switched, removed, restored; what is not valid is one sentence."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from explorer.data.user import schema
from explorer.data.user.entries import (
    add_entry,
    change_entry,
    entries,
    entry,
    remove_entry,
    restore_entry,
    switch_entries,
)
from explorer.data.user.entry_records import Entry, EventFacts, MeasureFacts, Notice
from explorer.data.user.exchange import export_to, import_from
from explorer.data.user.user_file import UserFile
from explorer.errors import KnownError, NotFound

NOTICE = Notice("Announcement 80 of 2026", "https://www.mofcom.gov.cn/80.html", "2026-11-28")
PAUSE = EventFacts("cn-2024-46-2a", "suspended", "2026-11-28", "2027-11-10")
LICENCE = MeasureFacts(
    "Announcement 90 of 2026",
    "CHN",
    "JPN",
    "licence",
    ("tin", "bismuth"),
    announced="2026-11-20",
    effective="2026-12-01",
    issuer="Ministry of Commerce",
    scope="ingots",
)


def test_entries_are_saved_with_all_that_they_state(file: UserFile) -> None:
    event, measure = add_entry(file, PAUSE, NOTICE), add_entry(file, LICENCE, NOTICE)
    assert set(entries(file)) == {event, measure}
    assert event.facts == PAUSE and measure.facts == replace(LICENCE, metal_ids=("bismuth", "tin"))
    assert event.is_on and event.added == "2026-11-28" and event.notice == NOTICE


def test_an_entry_that_states_the_same_as_another_is_refused(file: UserFile) -> None:
    saved = add_entry(file, PAUSE, NOTICE)
    other = replace(NOTICE, title="Press report of 28 November 2026")
    with pytest.raises(
        KnownError, match=f"^You already have an entry that states the same: {saved.entry_id}"
    ):
        add_entry(file, PAUSE, other)
    switch_entries(file, {saved.entry_id: False})
    with pytest.raises(KnownError, match=f"states the same, but it is turned off: {saved.entry_id}"):
        add_entry(file, PAUSE, NOTICE)
    add_entry(file, replace(PAUSE, until="2027-11-11"), NOTICE)
    assert len(entries(file)) == 2


def test_without_entries_no_file_is_made(file: UserFile) -> None:
    assert entries(file) == () and not file.path.exists()


def test_an_entry_is_switched_changed_removed_and_restored(file: UserFile) -> None:
    saved = add_entry(file, PAUSE, NOTICE)
    switch_entries(file, {saved.entry_id: False})
    assert not entry(file, saved.entry_id).is_on
    changed = change_entry(file, saved.entry_id, replace(PAUSE, until="2027-12-31"), NOTICE)
    assert entries(file) == (changed,) and not changed.is_on
    assert remove_entry(file, saved.entry_id) == changed and entries(file) == ()
    restore_entry(file, changed)
    assert entries(file) == (changed,)


def test_an_event_can_become_a_measure(file: UserFile) -> None:
    saved = add_entry(file, PAUSE, NOTICE)
    change_entry(
        file, saved.entry_id, replace(LICENCE, codes=("8106101091",), metal_ids=("bismuth",)), NOTICE
    )
    [found] = entries(file)
    assert isinstance(found.facts, MeasureFacts) and found.facts.codes == ("8106101091",)


@pytest.mark.parametrize("use", [entry, remove_entry])
def test_an_unknown_entry_is_not_found_and_makes_no_file(
    file: UserFile, use: Callable[[UserFile, str], Entry]
) -> None:
    with pytest.raises(NotFound, match=r"You have no entry with the ID “own_00000000”"):
        use(file, "own_00000000")
    with pytest.raises(NotFound):
        switch_entries(file, {"own_00000000": True})
    assert not file.path.exists()


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        (
            replace(PAUSE, until="2026-11-27"),
            "The last day of the pause, 27 Nov 2026, is before its first day, 28 Nov 2026.",
        ),
        (EventFacts("cn-2024-46-2a", "resumed", "2026-11-28", "2027-01-01"), "Only a pause has a last day."),
        (replace(LICENCE, document=" "), "Give the number or name of the document."),
        (replace(LICENCE, metal_ids=()), "Name at least one metal, and at most 100."),
        (
            replace(LICENCE, announced=None, effective=None),
            "Give the day on which the measure takes effect or was announced.",
        ),
        (
            replace(LICENCE, expires="2026-11-30"),
            "The last day in force, 30 Nov 2026, is before the first one, 1 Dec 2026.",
        ),
        (replace(LICENCE, strictness="in_principle"), "Only a ban can be a refusal in principle."),
        (
            replace(LICENCE, codes=("8106101091",)),
            "Codes belong to one metal: add an entry for each metal that has codes.",
        ),
        (replace(LICENCE, scope="x" * 301), "The scope has more than 300 characters."),
    ],
)
def test_facts_that_contradict_themselves_are_refused(
    file: UserFile, facts: EventFacts | MeasureFacts, sentence: str
) -> None:
    with pytest.raises(KnownError) as caught:
        add_entry(file, facts, NOTICE)
    assert str(caught.value) == sentence and not file.path.exists()


ADDRESS_FAULT = "Give the address of the notice, beginning with http:// or https://."


@pytest.mark.parametrize(
    ("notice", "sentence"),
    [
        (replace(NOTICE, title="\u200b "), "Give the title of the notice."),
        (replace(NOTICE, address=""), ADDRESS_FAULT),
        (replace(NOTICE, address="mofcom.gov.cn"), ADDRESS_FAULT),
        (replace(NOTICE, address="javascript:alert(1)"), ADDRESS_FAULT),
        (replace(NOTICE, address="file:///etc/passwd"), ADDRESS_FAULT),
        (replace(NOTICE, address="https://"), ADDRESS_FAULT),
        (replace(NOTICE, address="https://a@b.cn/"), ADDRESS_FAULT),
        (replace(NOTICE, address="https://[1"), ADDRESS_FAULT),
        (replace(NOTICE, address="https://a:99999/"), ADDRESS_FAULT),
        (
            replace(NOTICE, read="2026-11-29"),
            "The day on which you read the notice, 29 Nov 2026, is in the future.",
        ),
        (replace(NOTICE, title="x" * 301), "The title has more than 300 characters."),
    ],
)
def test_a_notice_that_is_not_valid_is_refused(file: UserFile, notice: Notice, sentence: str) -> None:
    with pytest.raises(KnownError) as caught:
        add_entry(file, PAUSE, notice)
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("typed", "saved"),
    [
        ("HTTPS://WWW.Mofcom.gov.cn/A?b=1#c", "https://www.mofcom.gov.cn/A?b=1#c"),
        (" http://例え.jp/道 ", "http://xn--r8jz45g.jp/%E9%81%93"),
        ("https://a.cn:8443/x%20y", "https://a.cn:8443/x%20y"),
    ],
)
def test_an_address_is_saved_in_ascii(file: UserFile, typed: str, saved: str) -> None:
    assert add_entry(file, PAUSE, replace(NOTICE, address=typed)).notice.address == saved


def test_a_file_of_the_first_version_gets_the_new_tables(file: UserFile) -> None:
    file.path.parent.mkdir(parents=True)
    with closing(sqlite3.connect(file.path)) as old:
        for statement in schema.MIGRATIONS[0]:
            old.execute(statement)
        old.execute("INSERT INTO watchlist VALUES ('tin', '2026-01-01')")
        old.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        old.execute("PRAGMA user_version = 1")
        old.commit()
    assert entries(file) == ()
    saved = add_entry(file, PAUSE, NOTICE)
    assert entries(file) == (saved,)
    with file.reading() as connection:
        assert connection.execute("SELECT metal_id FROM watchlist").fetchall() == [("tin",)]


def test_export_and_import_carry_entries_and_keep_what_differs(file: UserFile, tmp_path: Path) -> None:
    saved, other = add_entry(file, PAUSE, NOTICE), UserFile(tmp_path / "other" / "own.db", today=file.today)
    export_to(file, tmp_path / "one.db", force=False)
    assert import_from(other, tmp_path / "one.db").added_entries == (saved,)
    assert entries(other) == (saved,)
    change_entry(other, saved.entry_id, replace(PAUSE, until="2028-01-01"), NOTICE)
    merge = import_from(other, tmp_path / "one.db")
    assert merge.differing_entries == (saved,) and entries(other) != (saved,)
    import_from(other, tmp_path / "one.db", replace=True)
    assert entries(other) == (saved,)


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM entry_events",
        "UPDATE entries SET address = 'javascript:alert(1)'",
        "UPDATE entries SET is_on = 2",
        "UPDATE entry_events SET event = 'forgotten'",
        "UPDATE entry_events SET date = '2026-02-30'",
        "UPDATE entry_measures SET kind = 'none'",
        "DELETE FROM entry_metals",
        "INSERT INTO entry_codes VALUES ('own_ffffffff', '8106101091')",
    ],
)
def test_a_damaged_entry_is_found_and_the_backup_is_used(
    open_file: Callable[[], UserFile], reports: list[str], damage: str
) -> None:
    first = open_file()
    add_entry(first, PAUSE, NOTICE)
    add_entry(first, LICENCE, NOTICE)
    switch_entries(open_file(), {e.entry_id: True for e in entries(first)})
    with closing(sqlite3.connect(first.path)) as connection:
        connection.execute(damage)
        connection.commit()
    assert len(entries(open_file())) == 2
    assert len(reports) == 1 and "was damaged and has been renamed" in reports[0]
