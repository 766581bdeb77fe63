"""Evidence files in the window: saved from the tab Controls and the code check, and verified in a dialog."""

import json
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from explorer.data.context import Context
from explorer.data.evidence.question import Question
from explorer.data.store import Store
from explorer.factsheet.evidence import make_file
from explorer.ui.dialogs.verify_evidence import VerifyEvidenceDialog
from explorer.ui.widgets.source import Source
from tests.fuzz.evidence_parts import as_json, packed, parts_of

pytestmark = pytest.mark.usefixtures("no_editions")
GALLIUM = Question(Context(date(2024, 12, 10), "CHN", "USA"), "gallium")


@pytest.fixture
def asked(workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that every dialog is answered with, for gallium from China to the United States."""
    path = tmp_path / "evidence.zip"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), "ZIP files (*.zip)"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))
    workspace.state.set_context(day=date(2024, 12, 10), origin="CHN", destination="USA")
    return path


def press(window, keys: str) -> None:
    combination = QKeySequence(keys)[0]
    window.activateWindow()
    QTest.keyClick(window, combination.key(), combination.keyboardModifiers())


def dialog_of(window, qtbot) -> VerifyEvidenceDialog:
    """Return the dialog that is open, once its file was checked."""
    (dialog,) = [d for d in window.findChildren(VerifyEvidenceDialog) if d.isVisible()]
    qtbot.waitUntil(dialog.copy_button.isEnabled)
    read_out = QAccessible.queryAccessibleInterface(dialog.message).text(QAccessible.Text.Name)
    assert read_out == dialog.message.text()
    return dialog


def test_the_tab_controls_saves_what_the_command_writes(window, workspace, asked, store, qtbot) -> None:
    workspace.state.set_tab("controls")
    page = workspace.detail.page("controls")
    qtbot.waitUntil(lambda: page.evidence_button.isVisible())
    with qtbot.waitSignal(workspace.dialogs.evidence.written):
        QTest.keyClick(page.evidence_button, Qt.Key.Key_Space)
    assert asked.read_bytes() == make_file(store, GALLIUM)
    assert workspace.status.open_button.isVisible() and workspace.status.folder_button.isVisible()


def test_the_button_is_before_the_measures_in_the_order_of_the_tab_key(workspace, asked, qtbot) -> None:
    workspace.state.set_tab("controls")
    page = workspace.detail.page("controls")
    qtbot.waitUntil(lambda: page.list.lines() and page.list.lines()[0].button.isVisible())
    page.evidence_button.setFocus()
    QTest.keyClick(page.evidence_button, Qt.Key.Key_Tab)
    assert workspace.focusWidget() is page.list.lines()[0].button


@pytest.mark.parametrize("way", ["key", "menu"])
def test_the_menu_and_the_key_save_the_metal_that_is_shown(
    window, workspace, asked, store, way: str, qtbot
) -> None:
    with qtbot.waitSignal(workspace.dialogs.evidence.written):
        if way == "key":
            press(window, "Ctrl+Shift+F")
        else:
            workspace.window_actions.action("save_evidence").trigger()
    assert asked.read_bytes() == make_file(store, GALLIUM)


def test_the_code_check_saves_its_lines(window, workspace, asked, qtbot) -> None:
    workspace.state.set_view("codes")
    press(window, "Ctrl+Shift+F")
    assert workspace.banner.isVisible() and not asked.exists()
    view = workspace.views.view("codes")
    view.input.take(Source(text="8112.92.9010\n84\n3C001"))
    qtbot.waitUntil(lambda: view.session.line_list is not None and not view.session.is_busy)
    with qtbot.waitSignal(workspace.dialogs.evidence.written):
        view.result.evidence.click()
    parts = parts_of(asked.read_bytes())
    assert json.loads(parts["manifest.json"])["question"]["codes"] == ["8112.92.9010", "84", "3C001"]
    lines = json.loads(parts["answer.json"])["lines"]
    assert [line["fault"] is None for line in lines] == [True, False, True]


def test_the_check_of_names_has_no_such_button(workspace) -> None:
    workspace.state.set_view("names")
    view = workspace.views.view("names")
    assert view.result.evidence not in view.result.buttons and not view.result.evidence.isVisible()


def test_a_refusal_is_shown(workspace, asked) -> None:
    workspace.state.set_context(day=date(2024, 12, 10), origin="CHN", destination="CHN")
    workspace.dialogs.evidence.save_metal()
    assert workspace.banner.isVisible() and not asked.exists()


def test_an_existing_file_that_the_dialog_did_not_confirm_is_kept(
    workspace, asked, tmp_path, monkeypatch
) -> None:
    """The dialog asks about the name without its ending, which is added later."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / "evidence"), ""))
    asked.write_bytes(b"mine")
    workspace.dialogs.evidence.save_metal()
    assert asked.read_bytes() == b"mine" and workspace.banner.isVisible()


def test_a_good_file_is_verified_from_the_menu(window, workspace, asked, store: Store, qtbot) -> None:
    asked.write_bytes(make_file(store, GALLIUM))
    workspace.window_actions.action("verify_evidence").trigger()
    dialog = dialog_of(window, qtbot)
    assert dialog.verdict.text() == "Complete, and the same answer"
    assert (
        dialog.message.text() == "evidence.zip is complete, and edition 2026.12-test gives the same answer."
    )
    assert "Gallium 镓. Exports from China to the United States as of 10 Dec 2024." in dialog.context.text()
    assert "does not prove who made the file" in dialog.caution.text()
    assert not dialog.details.isVisible() and not dialog.install_button.isVisible()
    assert dialog.close_button.isDefault() and dialog.focusWidget() is dialog.close_button
    dialog.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    assert dialog.verdict.text() in copied and dialog.caution.text() in copied
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_changed_file_names_part_and_field(window, workspace, asked, store: Store, qtbot) -> None:
    parts = parts_of(make_file(store, GALLIUM))
    answer = json.loads(parts["answer.json"])
    answer["status"]["status"] = "none"
    asked.write_bytes(packed({**parts, "answer.json": as_json(answer)}))
    workspace.dialogs.evidence.verify_file(asked)
    dialog = dialog_of(window, qtbot)
    assert dialog.verdict.text() == "Not the same" and "Do not rely on it." in dialog.message.text()
    assert "answer.json, status.status" in dialog.details.toPlainText()


def test_a_damaged_file_and_one_that_is_not_there(window, workspace, asked, store: Store, qtbot) -> None:
    asked.write_bytes(make_file(store, GALLIUM)[:-1])
    workspace.dialogs.evidence.verify_file(asked)
    dialog = dialog_of(window, qtbot)
    assert dialog.verdict.text() == "Damaged, or not an evidence file" and not dialog.caution.isVisible()
    dialog.accept()
    asked.unlink()
    workspace.dialogs.evidence.verify_file(asked)
    assert "cannot be read" in dialog_of(window, qtbot).message.text()


def test_an_edition_that_is_not_installed_can_be_installed(
    window, workspace, asked, later_file: Path, qtbot, monkeypatch
) -> None:
    with Store.open(later_file) as later:
        asked.write_bytes(make_file(later, GALLIUM))
    workspace.dialogs.evidence.verify_file(asked)
    dialog = dialog_of(window, qtbot)
    assert (
        dialog.verdict.text() == "Not fully checked" and "2099.01 is not installed" in dialog.message.text()
    )
    assert "SHA-256 of the database" in dialog.details.toPlainText()
    with qtbot.waitSignal(workspace.shared.editions.installRequested):
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: ("", ""))
        dialog.install_button.click()
    assert not dialog.isVisible()


def test_another_file_can_be_chosen(window, workspace, asked, store: Store, qtbot) -> None:
    asked.write_bytes(make_file(store, GALLIUM))
    workspace.dialogs.evidence.verify_file(asked)
    first = dialog_of(window, qtbot)
    first.other_button.click()
    assert not first.isVisible()
    assert dialog_of(window, qtbot).verdict.text() == "Complete, and the same answer"
