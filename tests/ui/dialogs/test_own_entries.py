"""Entries in the window: adding, what follows at once, the list, and notes."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from explorer import paths
from explorer.data.store import Store
from explorer.data.user.entries import entries
from explorer.data.user.entry_records import EventFacts, MeasureFacts, Notice
from explorer.data.user.notes import note_on
from explorer.data.user.user_file import UserFile
from explorer.models.own_entries import load_entries
from explorer.models.state import AppState
from explorer.ui.dialogs.own.entries_dialog import EntriesDialog
from explorer.ui.dialogs.own.entry_dialog import EntryDialog
from explorer.ui.windows.main_window import MainWindow
from tests.data.entries.conftest import NOTICE, REFUSAL, pause

AFTER = date(2026, 11, 28)


@pytest.fixture(autouse=True)
def own_file(tmp_path, monkeypatch):
    """The user's file of one test."""
    monkeypatch.setenv(paths.USER_DATA_VARIABLE, str(tmp_path / "home"))
    return tmp_path / "home" / "own.db"


@pytest.fixture
def workspace(qtbot, edition_file, settings):
    """A window with a store of its own, since entries change its facts."""
    with Store.open(edition_file) as store:
        window = MainWindow(settings, str)
        state = AppState("gallium")
        state.set_context(day=AFTER, destination="USA")
        state.set_tab("controls")
        window.populate(store, state)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        qtbot.waitUntil(lambda: window.workspace.detail.header.pill.text() != "")
        yield window.workspace
        window.close()


def dialog_of(workspace, kind):
    [dialog] = workspace.findChildren(kind)
    return dialog


def fill(dialog, first="28 Nov 2026", last="10 Nov 2027"):
    dialog.event_form.first.set_text(first)
    dialog.event_form.last.set_text(last)
    dialog.title.set_text("Announcement 80 of 2026")
    dialog.address.set_text("https://www.mofcom.gov.cn/80.html")
    dialog.read.set_text("1 Jan 2020")


def pill(workspace):
    return workspace.detail.header.pill.text()


def listed_pill(workspace):
    model = workspace.list.model
    entries_of_rows = (model.index(row).data(model.EntryRole) for row in range(model.rowCount()))
    return next(e.pill.full for e in entries_of_rows if e is not None and e.metal.metal_id == "gallium")


def test_an_entry_is_added_by_keyboard_and_everything_follows(workspace, qtbot):
    assert pill(workspace) == "refused in principle (presumed)"
    QTest.keyClick(
        workspace, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    dialog = dialog_of(workspace, EntryDialog)
    assert not dialog.isModal() and dialog.event_form.measure.currentData() == REFUSAL
    assert dialog.preview.text() == "Fill in the fields above to see what changes."
    fill(dialog)
    assert (
        "gallium, China to the United States, on 28 Nov 2026: “refusal paused (your entry)” instead of “refused in "
        "principle (presumed)”." in dialog.preview.text()
    )
    dialog.save_button.click()
    [saved] = entries(UserFile())
    assert saved.facts == pause() and saved.notice.title == "Announcement 80 of 2026"
    assert pill(workspace) == "refusal paused (your entry)"
    assert listed_pill(workspace) == "refusal paused (your entry)"
    assert workspace.status.entries_button.text() == "1 of your entries is in use"
    assert "is now in use" in workspace.status.sentence
    [line] = [x for x in workspace.detail.page("controls").list.lines() if x.measure_id == REFUSAL]
    assert line.button.state.text() == "paused (your entry)"


def test_each_field_has_its_sentence_while_it_is_typed(workspace):
    workspace.window_actions.action("add_entry").trigger()
    dialog = dialog_of(workspace, EntryDialog)
    assert dialog.title.message.text() == ""
    dialog.address.set_text("mofcom.gov.cn")
    assert (
        dialog.address.message.text() == "Give the address of the notice, beginning with http:// or https://."
    )
    dialog.event_form.first.set_text("soon")
    assert dialog.event_form.first.message.text().startswith("“soon” is not a date.")
    fill(dialog, last="1 Nov 2026")
    assert dialog.address.message.text() == "" and not dialog.address.message.isVisible()
    contradiction = "The last day of the pause, 1 Nov 2026, is before its first day, 28 Nov 2026."
    assert dialog.preview.text() == contradiction
    dialog.save()
    assert dialog.message.text() == contradiction and entries(UserFile()) == ()
    dialog.title.set_text("")
    dialog.save()
    assert dialog.title.message.text() == "Give the title of the notice."


def test_the_notice_is_kept_for_the_next_measure(workspace):
    workspace.window_actions.action("add_entry").trigger()
    dialog = dialog_of(workspace, EntryDialog)
    fill(dialog)
    dialog.next_button.click()
    assert dialog.isVisible() and dialog.added.isVisible() and dialog.close_button.text() == "Close"
    assert dialog.title.value() == "Announcement 80 of 2026" and dialog.read.value() == "2020-01-01"
    assert dialog.event_form.first.value() == "2026-11-28"
    dialog.save()
    assert dialog.message.text() == "Choose a measure from the list." and len(entries(UserFile())) == 1
    assert not dialog.added.isVisible()
    dialog.event_form.show_measure("cn-2023-23")
    assert not dialog.added.isVisible()
    dialog.save()
    saved = entries(UserFile())
    assert {e.facts.measure_id for e in saved} == {REFUSAL, "cn-2023-23"}
    assert len({e.notice for e in saved}) == 1 and not dialog.isVisible()


def test_the_next_new_measure_of_a_document_asks_for_its_metals(workspace):
    workspace.window_actions.action("add_entry").trigger()
    dialog = dialog_of(workspace, EntryDialog)
    fill(dialog)
    dialog.new.click()
    form = dialog.measure_form
    form.document.set_text("Announcement 90 of 2026")
    form.effective.set_text("28 Nov 2026")
    form.codes.set_text("8106101091")
    dialog.next_button.click()
    assert (form.metals.edit.text(), form.codes.edit.text()) == ("", "")
    assert form.metals.message.text() == "" and form.document.value() == "Announcement 90 of 2026"
    assert dialog.preview.text() == "Fill in the fields above to see what changes."
    form.metals.set_text("bismuth")
    dialog.save()
    assert {e.facts.metal_ids for e in entries(UserFile())} == {("gallium",), ("bismuth",)}


def test_an_entry_that_is_edited_has_no_next_one(workspace):
    workspace.window_actions.action("add_entry").trigger()
    dialog = dialog_of(workspace, EntryDialog)
    fill(dialog)
    dialog.save()
    workspace.dialogs.own_entries.list_entries()
    dialog_of(workspace, EntriesDialog).editRequested.emit(entries(UserFile())[0])
    edited = next(d for d in workspace.findChildren(EntryDialog) if d.isVisible())
    assert not edited.next_button.isVisible()


def test_a_new_measure_is_added(workspace):
    workspace.state.set_metal("bismuth")
    workspace.window_actions.action("add_entry").trigger()
    dialog = dialog_of(workspace, EntryDialog)
    fill(dialog)
    dialog.new.click()
    form = dialog.measure_form
    assert form.isVisible() and not dialog.event_form.isVisible()
    form.document.set_text("Announcement 90 of 2026")
    form.kind.setCurrentIndex(form.kind.findData("in_principle"))
    form.effective.set_text("28 Nov 2026")
    form.codes.set_text("8106.10.10.91, 1c229")
    assert "“refused in principle (your entry)” instead of" in dialog.preview.text()
    dialog.save()
    [saved] = entries(UserFile())
    assert saved.facts == MeasureFacts(
        "Announcement 90 of 2026",
        "CHN",
        "USA",
        "prohibition",
        ("bismuth",),
        effective="2026-11-28",
        strictness="in_principle",
        codes=("1C229", "8106101091"),
    )
    assert pill(workspace) == "refused in principle (your entry)"


def test_the_card_of_a_measure_leads_to_the_dialog(workspace, qtbot):
    page = workspace.detail.page("controls")
    page.list.open_line("cn-2023-23")
    line = page.list.line("cn-2023-23")
    [button] = [b for b in line.card.findChildren(QPushButton) if b.text() == "Add an entry…"]
    button.click()
    assert dialog_of(workspace, EntryDialog).event_form.measure.currentData() == "cn-2023-23"


def test_the_page_of_a_document_leads_to_the_dialog(workspace):
    workspace.state.open_record("document", "cn-2023-23")
    page = workspace.records.record.page()
    [button] = [b for b in page.findChildren(QPushButton) if b.text() == "Add an entry…"]
    button.click()
    assert dialog_of(workspace, EntryDialog).event_form.measure.currentData() == "cn-2023-23"


def test_the_list_switches_edits_removes_and_restores(workspace):
    model = workspace.shared.entries
    added = model.add(pause(), NOTICE)
    workspace.status.entries_button.click()
    dialog = dialog_of(workspace, EntriesDialog)
    assert not dialog.isModal() and dialog.table.records.rowCount() == 1
    dialog.switch_button.click()
    assert pill(workspace) == "refused in principle (presumed)" and dialog.switch_button.text() == "Turn on"
    assert not workspace.status.entries_button.isVisible()
    dialog.all_button.click()
    assert pill(workspace) == "refusal paused (your entry)"
    dialog.edit_button.click()
    editor = dialog_of(workspace, EntryDialog)
    assert editor.event_form.last.edit.text() == "10 Nov 2027"
    editor.event_form.last.set_text("31 Dec 2027")
    editor.save()
    [changed] = entries(UserFile())
    assert changed.facts == pause("2027-12-31") and changed.entry_id == added.entry_id
    dialog.remove_button.click()
    assert entries(UserFile()) == () and pill(workspace) == "refused in principle (presumed)"
    assert dialog.message.text().startswith("Removed: Announcement 46 of 2024, section 2")
    dialog.undo_button.click()
    assert entries(UserFile()) == (changed,) and pill(workspace) == "refusal paused (your entry)"


def test_the_list_says_what_is_covered_and_what_cannot_be_used(workspace):
    model = workspace.shared.entries
    model.add(pause("2026-11-27", first="2025-11-09"), NOTICE)
    model.add(EventFacts("cn-2020-gone", "repealed", "2026-11-28"), NOTICE)
    workspace.window_actions.action("own_entries").trigger()
    records = dialog_of(workspace, EntriesDialog).table.records
    rows = {records.index(r, 0).data(): records.index(r, 4).data() for r in range(2)}
    assert rows["in use"].endswith("You can remove the entry.") and "includes this pause of" in rows["in use"]
    assert rows["cannot be used"].endswith("has no measure “cn-2020-gone”. It is kept but not used.")
    workspace.report_entries(())
    assert "includes 1 of your entries. Open “Your entries…” to remove it." in workspace.banner.sentence
    workspace.banner.withdraw()


def test_entries_are_read_at_the_start_and_after_other_programs(edition_file, workspace):
    other = UserFile()
    with Store.open(edition_file) as store:
        assert load_entries(store) == [] and not store.entries.used
        workspace.shared.entries.add(pause(), Notice("A", "https://a.cn", "2020-01-01"))
        assert load_entries(store) == [] and len(store.entries.used) == 1
    from explorer.data.user.entries import switch_entries

    [saved] = entries(other)
    switch_entries(other, {saved.entry_id: False})
    workspace.shared.entries.reload()
    assert pill(workspace) == "refused in principle (presumed)"


def test_a_file_that_cannot_be_read_is_a_sentence(own_file, edition_file):
    own_file.mkdir(parents=True)
    with Store.open(edition_file) as store:
        [sentence] = load_entries(store)
    assert sentence.startswith("Your own data")


def test_the_page_of_an_entry_closes_with_the_entry(workspace):
    model = workspace.shared.entries
    added = model.add(pause(), NOTICE)
    workspace.state.open_record("document", added.entry_id)
    assert workspace.records.record is not None
    model.remove(added.entry_id)
    assert workspace.state.record is None and workspace.records.record is None
    workspace.history.go_back()
    assert workspace.records.record is None


def test_the_first_measure_of_a_country_makes_it_an_origin(workspace):
    box = workspace.top.origin
    assert box.findData("BRA") < 0
    facts = MeasureFacts("Act 1", "BRA", "ALL", "licence", ("tin",), effective="2026-01-01")
    workspace.shared.entries.add(facts, NOTICE)
    assert box.findData("BRA") >= 0 and box.shown_id() == "CHN" and box.currentText() == "China"


def test_a_note_is_saved_while_it_is_typed_and_undone_in_its_field(workspace, qtbot):
    page = workspace.detail.page("overview")
    workspace.state.set_tab("overview")
    qtbot.waitUntil(page.isVisible)
    note = page.note
    note.edit.setFocus()
    QTest.keyClicks(note.edit, "ask the supplier")
    qtbot.waitUntil(lambda: note_on(UserFile(), "metal", "gallium") is not None)
    saved = note_on(UserFile(), "metal", "gallium")
    assert saved is not None and saved.text == "ask the supplier"
    QTest.keyClick(note.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    note.save()
    assert note_on(UserFile(), "metal", "gallium") is None
    QTest.keyClicks(note.edit, "again")
    workspace.state.set_metal("tin")
    assert note_on(UserFile(), "metal", "gallium").text == "again" and note.edit.toPlainText() == ""
    workspace.state.set_metal("gallium")
    assert note.edit.toPlainText() == "again"


def test_a_measure_has_a_note_of_its_own(workspace):
    page = workspace.detail.page("controls")
    page.list.open_line("cn-2023-23")
    card = page.list.line("cn-2023-23").card
    card.note.edit.setPlainText("licence takes 45 days")
    card.note.save()
    assert note_on(UserFile(), "measure", "cn-2023-23").text == "licence takes 45 days"
