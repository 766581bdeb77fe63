"""Data editions in the window: checking and installing a file, changing the edition, and its messages."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from explorer import paths
from explorer.app import populate
from explorer.data.editions import actions, folder
from explorer.data.editions.candidate import examine
from explorer.data.editions.current import open_current
from explorer.data.store import Store
from explorer.models.state import AppState
from explorer.models.view_request import ViewRequest
from explorer.process.launch import Launch
from explorer.ui.dialogs.install_edition import InstallEditionDialog
from explorer.ui.dialogs.remove_edition import RemoveEditionDialog
from explorer.ui.widgets.source import Source
from explorer.ui.windows.main_window import MainWindow
from tests.editions import copied

pytestmark = pytest.mark.usefixtures("no_editions")


@pytest.fixture
def later(later_file, tmp_path) -> Path:
    return copied(later_file, tmp_path / "later.db")


def installed_dialog(window, qtbot, path: Path) -> InstallEditionDialog:
    """Return the dialog on a file, once the file was checked."""
    window.installation.check(path)
    dialog = window.findChild(InstallEditionDialog)
    qtbot.waitUntil(lambda: dialog.bar.isHidden(), timeout=20_000)
    return dialog


def rows(dialog: InstallEditionDialog) -> str:
    labels = dialog.facts.findChildren(type(dialog.message))
    return "\n".join(part.text() for part in labels)


def test_a_file_is_checked_shown_and_installed(window, qtbot, later):
    state = window.workspace.state
    window.open_link("minor-metals:gallium?tab=controls&on=2026-11-20&from=CHN&to=USA")
    dialog = installed_dialog(window, qtbot, later)
    shown = rows(dialog)
    assert folder.sha256(later) in shown and "The file matches its checksum file." in shown
    assert "22 Nov 2026" in shown and "No signature file found." in shown
    assert dialog.install_button.hasFocus() or dialog.install_button.isDefault()
    QTest.mouseClick(dialog.install_button, Qt.MouseButton.LeftButton)
    assert dialog.message.text() == "Edition 2099.01 is now in use; controls checked to 22 Nov 2026."
    now = window.workspace.state
    assert now is not state
    assert (now.metal_id, now.tab, now.context) == (state.metal_id, state.tab, state.context)
    assert window.workspace.shared.store.edition.data_version == "2099.01"
    assert "2099.01" in window.workspace.status.edition_label.text()
    QTest.mouseClick(dialog.changes_button, Qt.MouseButton.LeftButton)
    page = window.workspace.views.view("data").page("edition-changes")
    qtbot.waitUntil(lambda: page.statuses.records.rowCount() == 1, timeout=20_000)
    assert page.statuses.records.rows[0][0].text == "Gallium"
    assert (page.old.currentData(), page.new.currentText()[:7]) == ("bundled", "2099.01")


def test_a_bad_file_is_refused_and_leaves_nothing(window, qtbot, later):
    with closing(sqlite3.connect(later)) as connection:
        connection.execute("CREATE TRIGGER more AFTER INSERT ON meta BEGIN SELECT 1; END")
        connection.commit()
    later.with_name("later.db.sha256").unlink()
    dialog = installed_dialog(window, qtbot, later)
    assert "The file has a trigger, which is not allowed: “more”." in dialog.message.text()
    read_out = QAccessible.queryAccessibleInterface(dialog.message).text(QAccessible.Text.Name)
    assert read_out == dialog.message.text()
    assert dialog.install_button.isHidden() and dialog.facts.isHidden()
    dialog.reject()
    assert list(paths.editions_folder().iterdir()) == []


def test_a_check_is_cancelled_and_an_offer_declined(window, qtbot, later):
    window.installation.check(later)
    dialog = window.findChild(InstallEditionDialog)
    QTest.mouseClick(dialog.close_button, Qt.MouseButton.LeftButton)
    assert list(paths.editions_folder().iterdir()) == []
    dialog.deleteLater()
    declined = InstallEditionDialog(later, window)
    declined.show()
    declined.start()
    qtbot.waitUntil(lambda: not declined.install_button.isHidden(), timeout=20_000)
    declined.close()
    assert list(paths.editions_folder().iterdir()) == []
    with closing(open_current().store) as store:
        assert store.path == paths.data_file()


def test_the_command_asks_for_a_file(window, qtbot, later, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(later), ""))
    window.workspace.window_actions.action("install_edition").trigger()
    dialog = window.findChild(InstallEditionDialog)
    qtbot.waitUntil(lambda: dialog.bar.isHidden(), timeout=20_000)
    dialog.reject()


def test_a_choice_by_a_command_is_said_once_and_changes_nothing_by_itself(window, qtbot, later):
    workspace = window.workspace

    def said_on_return() -> bool:
        QApplication.sendEvent(workspace, QEvent(QEvent.Type.WindowActivate))
        return workspace.banner.sentence.startswith(
            "Another data edition was chosen outside this window, which still shows edition "
        )

    actions.install(examine(later))
    qtbot.waitUntil(said_on_return)
    assert workspace is window.workspace
    workspace.banner.hide()
    assert said_on_return() and workspace.banner.isHidden()
    actions.use("bundled")
    assert said_on_return() and workspace.banner.isHidden()


def test_another_edition_keeps_what_was_typed_in_every_view(window, qtbot, later):
    state, views = window.workspace.state, window.workspace.views
    state.set_option("stress", "without", "CHN")
    state.set_option("names", "names", "Skydio;Umicore")
    state.set_view("codes")
    views.view("codes").input.take(Source(text="\n".join(f"8112929{n:03}" for n in range(40))))
    qtbot.waitUntil(lambda: not views.view("codes").session.is_busy, timeout=20_000)
    state.set_view("today")
    actions.install(examine(later))
    window.open_chosen_edition()
    state, views = window.workspace.state, window.workspace.views
    assert state.options("stress")["without"] == "CHN"
    assert state.options("names")["names"] == "Skydio;Umicore"
    codes = views.view("codes")
    qtbot.waitUntil(lambda: codes.session.line_list is not None, timeout=20_000)
    assert len(codes.session.line_list.lines) == 40


@pytest.fixture
def editions_page(window, qtbot, later):
    """The page of editions, with a later one installed and in use."""
    actions.install(examine(later))
    window.open_chosen_edition()

    def page():
        state = window.workspace.state
        state.set_option("data", "page", "editions")
        state.set_view("data")
        found = window.workspace.views.view("data").page("editions")
        qtbot.waitUntil(lambda: not found.is_stale, timeout=10_000)
        return found

    return page


def test_the_page_lists_the_editions_and_chooses_one(window, qtbot, editions_page):
    page = editions_page()
    assert [[cell.text for cell in row[:4]] for row in page.records.rows] == [
        ["2026.12-test", "8 Oct 2026", "came with the program", ""],
        ["2099.01", "22 Nov 2026", page.records.rows[1][2].text, "in use"],
    ]
    assert page.use_button.isEnabled() and page.previous_button.text() == "Go back to edition 2026.12-test"
    page.grid.select_row(1)
    assert not page.use_button.isEnabled() and not page.changes_button.isEnabled()
    page.grid.select_row(0)
    page.grid.setFocus()
    QTest.keyClick(page.grid, Qt.Key.Key_Return)
    assert window.workspace.shared.store.edition.data_version == "2026.12-test"
    assert window.workspace.state.view == "data"
    page = editions_page()
    page.previous_button.click()
    assert window.workspace.shared.store.edition.data_version == "2099.01"


def test_the_page_removes_an_edition_that_is_not_in_use(window, qtbot, editions_page):
    page = editions_page()
    for row in (0, 1):  # that of the program, and the one in use
        page.grid.select_row(row)
        assert not page.remove_button.isEnabled()
    page.grid.select_row(0)
    page.use_button.click()
    page = editions_page()
    name = page.records.rows[1][0].key
    page.grid.select_row(1)
    page.remove_button.click()
    (dialog,) = window.findChildren(RemoveEditionDialog)
    assert name in dialog.question.text() and dialog.cancel_button.isDefault()
    dialog.reject()
    assert folder.edition_path(name).exists()
    page.remove_button.click()
    dialog = next(d for d in window.findChildren(RemoveEditionDialog) if d.isVisible())
    dialog.remove_button.click()
    qtbot.waitUntil(lambda: page.records.rowCount() == 1, timeout=5_000)
    assert not folder.edition_path(name).exists()
    assert window.workspace.status.sentence == f"Removed edition {name}."


def test_an_edition_that_another_window_shows_stays_with_a_message(window, qtbot, editions_page):
    page = editions_page()
    page.grid.select_row(0)
    page.use_button.click()
    page = editions_page()
    name = page.records.rows[1][0].key
    page.grid.select_row(1)
    with Store.open(folder.edition_path(name)):
        page.remove_button.click()
        (dialog,) = window.findChildren(RemoveEditionDialog)
        dialog.remove_button.click()
        assert f"Edition {name} cannot be removed while another window" in window.workspace.banner.sentence
    assert folder.edition_path(name).exists() and page.records.rowCount() == 2


def test_the_edition_of_the_start_can_be_removed_once_the_window_shows_another(qtbot, settings, later):
    installed = actions.install(examine(later)).name
    window = MainWindow(settings, str)
    qtbot.addWidget(window)
    populate(window, Launch(ViewRequest()), settings)
    window.show()
    assert window.workspace.shared.store.path == folder.edition_path(installed)
    actions.use(folder.BUNDLED)
    window.open_chosen_edition()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    actions.remove(installed)
    assert not folder.edition_path(installed).exists()


def test_the_page_compares_an_edition_with_the_one_in_use(window, qtbot, editions_page, monkeypatch):
    page = editions_page()
    page.grid.select_row(0)
    page.changes_button.click()
    changes = window.workspace.views.view("data").page("edition-changes")
    window.workspace.state.set_context(day=None, today=False, origin="CHN", destination="ALL")
    qtbot.waitUntil(lambda: changes.records.rowCount() > 0, timeout=20_000)
    tables = {row[0].text for row in changes.records.rows}
    assert {"Documents", "Measures", "Metals of the measures"} <= tables
    assert "Facts:" in changes.summary.text()
    assert changes.csv().startswith("record,change,table,key,column,sources")
    window.workspace.state.set_option("data", "filter", "cn-2099-1 measures")
    qtbot.waitUntil(lambda: changes.records.rowCount() < 20, timeout=5_000)
    with monkeypatch.context() as patch:
        patch.setattr(
            folder, "sha256", lambda path: pytest.fail(f"{path} is read for a letter of the filter")
        )
        window.workspace.state.set_option("data", "filter", "cn-2099-1 measures events")
        assert 0 < changes.records.rowCount() < 20
    changes.all_places.click()
    qtbot.waitUntil(lambda: changes.statuses.records.rowCount() > 1, timeout=20_000)
    changes.old.setCurrentIndex(changes.new.currentIndex())
    changes.old.activated.emit(changes.new.currentIndex())
    assert changes.summary.text() == "Choose two different editions."


def test_a_broken_edition_is_reported_until_the_message_is_closed(
    window, qtbot, editions_page, settings, store
):
    path = window.workspace.shared.store.path
    path.write_bytes(path.read_bytes()[:-4096])
    opened = open_current()
    again = MainWindow(settings, str)
    qtbot.addWidget(again)
    again.populate(opened.store, AppState("gallium"))
    again.workspace.destroyed.connect(opened.store.close)
    again.workspace.show_edition(opened)
    banner = again.workspace.edition_banner
    assert "The data edition 2099.01 cannot be used." in banner.sentence
    again.workspace.state.set_metal("antimony")
    again.workspace.show_message("Something else.")
    assert not banner.isHidden() and "2099.01" in banner.sentence
    banner.close_button.click()
    assert banner.isHidden()


def test_an_older_edition_is_named_in_the_status_bar(window, qtbot, earlier_file):
    actions.install(examine(earlier_file))
    window.open_chosen_edition()
    status = window.workspace.status
    assert status.older.text() == "Older edition" and not status.older.isHidden()
    assert "2020.06" in status.older.toolTip()
    assert window.workspace.edition_banner.isHidden()


def test_a_newer_edition_of_the_program_is_said_once(
    window, qtbot, edition_file, earlier_file, later_file, monkeypatch
):
    with monkeypatch.context() as patch:
        patch.setattr(paths, "data_file", lambda: earlier_file)
        actions.install(examine(edition_file))
    monkeypatch.setattr(paths, "data_file", lambda: later_file)
    window.open_chosen_edition()
    assert "The program came with edition 2099.01" in window.workspace.edition_banner.sentence
    window.open_chosen_edition()
    assert window.workspace.edition_banner.isHidden()


def test_the_content_before_is_deleted(window, qtbot, editions_page):
    before = window.workspace
    gone = []
    before.destroyed.connect(lambda: gone.append(True))
    count = len(window.children())
    for _ in range(3):
        window.workspace.shared.editions.roll_back()
        qtbot.waitUntil(lambda: len(window.children()) <= count, timeout=5_000)
    assert gone


def test_an_edition_that_cannot_be_chosen_is_a_message(window, qtbot, editions_page):
    page = editions_page()
    shutil.rmtree(paths.editions_folder())
    window.workspace.shared.editions.use("2099.01")
    assert "No data edition “2099.01”" in window.workspace.banner.sentence
    assert page.records.rowCount() == 2
