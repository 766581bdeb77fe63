"""What the system may want of an open window."""

import pytest
from PySide6.QtWidgets import QApplication

from explorer.instance import Start
from explorer.models.link import Wish
from explorer.ui.attendance import Attendance
from explorer.ui.session import restored_state


@pytest.fixture
def session(qapp, window):
    made = Attendance(qapp, window, Start(Wish()))
    yield made
    made.end()


def test_the_end_of_the_desktop_s_session_saves_and_closes_nothing(
    session, window, workspace, store, settings
):
    workspace.state.set_metal("tungsten")
    session._session_ends()
    assert restored_state(store, settings).metal_id == "tungsten"
    assert window.isVisible()


def test_what_is_shown_is_saved_in_a_pause(session, workspace, store, settings, qtbot):
    session._quiet.setInterval(50)
    for change in (
        lambda: workspace.state.set_metal("tin"),
        lambda: workspace.state.set_tab("uses"),
    ):
        with qtbot.waitSignal(session._quiet.timeout):
            change()
    again = restored_state(store, settings)
    assert (again.metal_id, again.tab) == ("tin", "uses")


def test_a_signal_saves_and_closes(session, window, workspace, store, settings, monkeypatch):
    codes = []
    monkeypatch.setattr(QApplication, "exit", codes.append)
    workspace.state.set_metal("antimony")
    for number in (2, 15):
        session._signals.asked.emit(number)
    assert codes == [130, 0]
    assert restored_state(store, settings).metal_id == "antimony"
    assert not window.isVisible()


def test_without_a_door_none_is_opened(session):
    session._open_door()
    session.end()
    assert session._keeper is None
