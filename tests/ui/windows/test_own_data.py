"""All of the user's own data are exported from the menu and imported into a window that shows them at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from explorer import paths
from explorer.data.dates import show
from explorer.data.user.entries import add_entry
from explorer.data.user.entry_records import EventFacts, Notice
from explorer.data.user.exchange import export_to
from explorer.data.user.notes import note_on, set_note
from explorer.data.user.own_facts import read_entries_into
from explorer.data.user.records import SeriesFacts, UserPoint
from explorer.data.user.series import add_series, all_series
from explorer.data.user.user_file import UserFile
from explorer.data.user.watchlist import add_to_watchlist, watchlist
from explorer.ui.dialogs.own.import_dialog import ImportDialog
from tests.ui.finding import by_name


@pytest.fixture(autouse=True)
def own_file(tmp_path, monkeypatch) -> UserFile:
    """The user's file of one test, which the window of the test uses."""
    monkeypatch.setenv(paths.USER_DATA_VARIABLE, str(tmp_path / "user"))
    return UserFile()


@pytest.fixture
def theirs(tmp_path, monkeypatch, store) -> Iterator[Path]:
    """A file that another user exported, which the file dialog returns; its entry is not in the facts afterwards."""
    other = UserFile(tmp_path / "other" / "own.db")
    facts = SeriesFacts("gallium", "Spot", "USD/kg", "USD", "monthly", "a.csv")
    add_series(other, facts, [UserPoint("2026-10", 5.0)])
    add_to_watchlist(other, "gallium")
    set_note(other, "metal", "gallium", "theirs")
    notice = Notice("Notice 1", "https://example.org/1", "2026-11-21")
    add_entry(other, EventFacts("cn-2023-23", "suspended", "2026-11-20", "2027-11-20"), notice)
    path = tmp_path / "theirs.db"
    export_to(other, path, force=False)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))
    yield path
    read_entries_into(store, UserFile(tmp_path / "none" / "own.db"))


def differences(window) -> ImportDialog:
    """Return the dialog that shows what differs."""
    dialog = window.findChild(ImportDialog)
    assert dialog is not None and dialog.isVisible()
    return dialog


def choose(workspace, text: str) -> None:
    """Choose an entry of the menu Export."""
    menu = by_name(workspace.top, QPushButton, "Export charts").menu()
    (action,) = [a for a in menu.actions() if a.text() == text]
    action.trigger()


def test_the_export_can_be_imported(workspace, own_file, tmp_path, monkeypatch):
    offered = []

    def ask(_parent, _title, start, kinds):
        offered.append(Path(start).name)
        return str(tmp_path / "mine"), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    choose(workspace, "Export your data…")
    assert workspace.banner.sentence == "You have not saved any data of your own yet." and not offered
    add_to_watchlist(own_file, "tin")
    choose(workspace, "Export your data…")
    path = tmp_path / "mine.db"
    assert offered == ["my-data.db"] and workspace.status.sentence == f"Saved {path}"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))
    choose(workspace, "Import your data…")
    assert workspace.banner.sentence == "Nothing new to add."


def test_an_import_says_what_it_added_and_everything_shows_it(workspace, own_file, theirs, qtbot):
    page = workspace.detail.page("overview")
    qtbot.waitUntil(page.note.edit.isVisible)
    shared = workspace.shared
    with qtbot.waitSignals([shared.own.changed, shared.entries.changed, workspace.state.factsChanged]):
        choose(workspace, "Import your data…")
    assert workspace.banner.sentence == (
        "Added 1 series. Added 1 metal to your watchlist. Added 1 note. Added 1 entry."
    )
    assert workspace.detail.header.watch.isChecked()
    assert page.note.edit.toPlainText() == "theirs"
    assert [p.series.name for p in shared.own.prices(("gallium",))] == ["Spot"]
    assert len(shared.store.entries.used) + len(shared.store.entries.unusable) == 1


def test_a_note_that_is_being_written_is_kept_and_its_field_has_the_one_on_file(
    window, workspace, own_file, theirs, qtbot
):
    window.activateWindow()
    note = workspace.detail.page("overview").note
    qtbot.waitUntil(note.edit.isVisible)
    note.edit.setFocus()
    note.edit.setPlainText("mine")
    note.save()
    choose(workspace, "Import your data…")
    dialog = differences(window)
    assert dialog.keep_button.isDefault()
    empty = dialog.message.y() - dialog.table.geometry().bottom()
    assert dialog.table.height() < 100 and empty < 30 and dialog.height() < 300
    dialog.keep_button.click()
    shown = note_on(own_file, "metal", "gallium")
    assert shown is not None and shown.text == "mine" == note.edit.toPlainText()
    assert workspace.banner.sentence.endswith(
        "1 series, note, entry or parts list in the file differs from yours, which was kept."
    )


def test_differences_are_shown_and_what_is_replaced_is_kept_in_a_copy(
    window, workspace, own_file, theirs, qtbot
):
    set_note(own_file, "metal", "gallium", "mine")
    add_to_watchlist(own_file, "gallium")
    choose(workspace, "Import your data…")
    dialog = differences(window)
    introduction = next(line.text() for line in dialog.findChildren(QLabel))
    assert introduction.startswith("New in the file: 2. The same as yours: 1. Different from yours: 1.")
    row = [dialog.table.records.index(0, column).data() for column in range(3)]
    today = show(own_file.today())
    assert row == ["Note on gallium", f"“mine” (changed {today}).", f"“theirs” (changed {today})."]
    assert all_series(own_file) == ()
    with qtbot.waitSignal(workspace.shared.own.changed):
        dialog.replace_button.click()
    note = note_on(own_file, "metal", "gallium")
    assert note is not None and note.text == "theirs"
    assert workspace.detail.page("overview").note.edit.toPlainText() == "theirs"
    assert "1 series, note, entry or parts list of yours was replaced" in workspace.banner.sentence
    (copy,) = own_file.path.parent.glob("own-before-import-*.db")
    assert str(copy) in workspace.banner.sentence
    before = note_on(UserFile(copy), "metal", "gallium")
    assert before is not None and before.text == "mine"


def test_a_cancelled_import_changes_nothing(window, workspace, own_file, theirs):
    set_note(own_file, "metal", "gallium", "mine")
    before = own_file.path.read_bytes()
    choose(workspace, "Import your data…")
    differences(window).cancel_button.click()
    assert own_file.path.read_bytes() == before and not workspace.banner.isVisible()
    assert list(own_file.path.parent.glob("own-before-import-*")) == []


def test_a_field_with_the_focus_shows_an_imported_note(window, workspace, theirs, qtbot):
    window.activateWindow()
    note = workspace.detail.page("overview").note
    qtbot.waitUntil(note.edit.isVisible)
    note.edit.setFocus()
    choose(workspace, "Import your data…")
    assert note.edit.toPlainText() == "theirs"


def test_another_file_is_refused_and_nothing_changes(workspace, own_file, theirs):
    theirs.write_text("nothing")
    choose(workspace, "Import your data…")
    assert "cannot be imported" in workspace.banner.sentence
    assert watchlist(own_file) == () == all_series(own_file)


def test_no_file_chosen_changes_nothing(workspace, own_file, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: ("", ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    add_to_watchlist(own_file, "tin")
    for entry in ("Import your data…", "Export your data…"):
        choose(workspace, entry)
    assert not workspace.banner.isVisible() and not workspace.status.sentence
