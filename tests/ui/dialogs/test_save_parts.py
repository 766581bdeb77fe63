"""The dialog that saves the list of Code check: places and lines are shown, a name is asked for."""

import pytest

from explorer import paths
from explorer.data.user.parts import all_parts
from explorer.data.user.user_file import UserFile
from explorer.ui.dialogs.own.save_parts_dialog import SavePartsDialog
from explorer.ui.widgets.source import Source


@pytest.fixture(autouse=True)
def file(tmp_path, monkeypatch):
    """The user's file of one test."""
    monkeypatch.setenv(paths.USER_DATA_VARIABLE, str(tmp_path / "home"))
    return UserFile()


@pytest.fixture
def codes(workspace, qtbot):
    """Code check with a list of three lines, one without a valid code, to the United States."""
    workspace.state.set_context(origin="CHN", destination="USA")
    workspace.state.set_view("codes")
    view = workspace.views.view("codes")
    assert not view.saved_lists.save.isEnabled() and not view.saved_lists.open.isEnabled()
    view.input.take(Source(text="8112929010\n84\n3C001"))
    qtbot.waitUntil(lambda: view.session.line_list is not None)
    return view


def dialog_of(workspace, codes) -> SavePartsDialog:
    codes.saved_lists.save.click()
    [dialog] = workspace.findChildren(SavePartsDialog)
    return dialog


def test_a_list_is_saved_with_its_places_and_opens_again(codes, workspace, qtbot, file):
    dialog = dialog_of(workspace, codes)
    assert dialog.text.text() == "2 lines with a code, for exports from China to the United States."
    assert not dialog.save_button.isEnabled()
    dialog.name.setText(" Motors ")
    with qtbot.waitSignal(workspace.shared.parts.checked, timeout=10_000):
        dialog.save_button.click()
    [parts] = all_parts(file)
    assert (parts.facts.name, parts.facts.origin, parts.facts.destination) == ("Motors", "CHN", "USA")
    assert [(line.number, line.code) for line in parts.lines] == [(1, "8112929010"), (3, "3C001")]
    assert parts.last is not None
    assert (
        workspace.status.sentence == "Saved the parts list “Motors”. “My parts” on Today shows what changes."
    )
    codes.input.clear.click()
    workspace.state.set_context(destination="JPN")
    codes.saved_lists.menu.aboutToShow.emit()
    [action] = codes.saved_lists.menu.actions()
    assert action.text() == "Motors (CHN to USA)"
    action.trigger()
    assert workspace.state.context.destination == "USA" and codes.input.file.text() == "Motors"
    qtbot.waitUntil(lambda: sum(codes.session.lines.counts.values()) == 2)
    assert [answer.code for answer in codes.session.lines.checked] == ["8112929010", "3C001"]


def test_a_name_that_is_taken_is_refused_in_the_dialog(codes, workspace, file):
    first = dialog_of(workspace, codes)
    first.name.setText("Motors")
    first.save()
    dialog = SavePartsDialog(
        workspace.shared.parts, workspace.shared.store, codes.session.line_list, workspace.shared.context
    )
    dialog.name.setText("motors")
    dialog.save()
    assert dialog.message.text().startswith("You already have a parts list with the name “Motors”.")
    assert len(all_parts(file)) == 1
    dialog.deleteLater()


def test_a_link_opens_a_saved_list_and_names_one_that_is_gone(codes, workspace, qtbot):
    dialog = dialog_of(workspace, codes)
    dialog.name.setText("Motors")
    dialog.save()
    workspace.follow("minor-metals:view/codes?list=motors")
    assert codes.session.line_list.name == "Motors" and codes.session.source is None
    workspace.follow("minor-metals:view/codes?list=Engines")
    assert (
        codes.input.message.text() == "You have no parts list with the name “Engines”. Your lists: “Motors”."
    )
