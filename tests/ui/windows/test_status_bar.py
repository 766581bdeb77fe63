"""The status bar: the edition and its age, and a message that takes the place of the counts."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from explorer.ui.windows import status_bar


def texts(bar):
    return [shown.text() for shown in bar.findChildren(QLabel) if shown.isVisible() and shown.text()]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 10, 8), ["Edition {edition} · controls checked to 8 Oct 2026"]),
        (
            date(2026, 11, 27),
            ["Edition {edition}", "Checked to 8 Oct 2026: the last 50 days are not covered"],
        ),
    ],
)
def test_the_edition_and_the_last_checked_day_are_shown(workspace, store, day, expected):
    workspace.state.set_context(day=day)
    shown = texts(workspace.status)
    assert shown[: len(expected)] == [t.format(edition=store.edition.data_version) for t in expected]
    counts = next(x for x in workspace.status.findChildren(QLabel) if "metals and materials" in x.toolTip())
    assert counts.isVisible() and counts.toolTip().startswith(
        f"<qt>{len(store.metals)} metals and materials · "
    )


def test_a_message_takes_the_place_of_the_counts_for_a_while(workspace, qtbot, monkeypatch):
    monkeypatch.setattr(status_bar, "MESSAGE_MS", 50)
    bar = status_bar.StatusBar(workspace.shared.store, workspace.state)
    qtbot.addWidget(bar)
    bar.resize(900, 24)
    bar.show()
    QApplication.processEvents()
    before = texts(bar)
    bar.show_message("Copied a link")
    assert bar.sentence == "Copied a link" and "Copied a link" in texts(bar)
    assert not any("metals and materials" in text for text in texts(bar))
    qtbot.waitUntil(lambda: bar.sentence == "")
    assert texts(bar) == before


def test_a_reader_is_reminded_that_it_is_no_advice(workspace):
    assert "Reference, not legal advice" in texts(workspace.status)
    workspace.window().resize(920, 560)
    assert "Reference, not legal advice" in texts(workspace.status)


def test_a_saved_file_is_named_in_a_narrow_window(workspace, tmp_path):
    window, bar = workspace.window(), workspace.status
    window.resize(1000, 700)
    assert bar.edition_label.isVisible()
    bar.show_saved(f"Saved {tmp_path}/dates.ics", tmp_path / "dates.ics")
    assert not bar.edition_label.isVisible()
    window.resize(1440, 900)
    QApplication.processEvents()
    assert bar.edition_label.isVisible()


@pytest.fixture
def saved(workspace, tmp_path):
    path = tmp_path / "gallium-price.png"
    path.write_bytes(b"image")
    workspace.status.show_saved("Saved it", path)
    return path


def test_a_saved_file_can_be_opened_and_shown_in_its_folder(workspace, saved, qtbot):
    bar = workspace.status
    assert "Saved it" in texts(bar) and bar.open_button.text() == "Open"
    for button, signal in ((bar.open_button, bar.openRequested), (bar.folder_button, bar.folderRequested)):
        assert button.isVisible()
        with qtbot.waitSignal(signal) as caught:
            button.click()
        assert caught.args == [saved]


def test_a_folder_has_one_button(workspace, tmp_path):
    workspace.status.show_saved("Done", tmp_path)
    assert workspace.status.open_button.text() == "Open folder"
    assert not workspace.status.folder_button.isVisible()


def test_another_message_takes_the_buttons_away_and_the_bar_keeps_its_height(workspace, saved):
    height = workspace.status.height()
    workspace.status.show_message("Copied a link")
    assert not workspace.status.open_button.isVisible() and not workspace.status.folder_button.isVisible()
    assert workspace.status.height() == height


def test_a_file_that_is_gone_is_reported(workspace, saved):
    saved.unlink()
    workspace.status.open_button.click()
    assert str(saved) in workspace.banner.sentence


def test_the_buttons_stay_while_one_has_the_focus(window, workspace, qtbot, monkeypatch, saved):
    monkeypatch.setattr(status_bar, "SAVED_MS", 30)
    workspace.status.show_saved("Saved it", saved)
    window.activateWindow()
    workspace.status.open_button.setFocus()
    qtbot.waitUntil(workspace.status.open_button.hasFocus)
    qtbot.wait(120)
    assert workspace.status.open_button.isVisible()
    workspace.list.filter.setFocus()
    qtbot.waitUntil(lambda: not workspace.status.open_button.isVisible())
