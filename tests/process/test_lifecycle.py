"""What the system may want of an open window."""

import pytest
from PySide6.QtWidgets import QApplication

from explorer import app
from explorer.models.view_request import ViewRequest
from explorer.process import lifecycle
from explorer.process.instance_server import Doorkeeper, PipeDoorkeeper
from explorer.process.lifecycle import Lifecycle
from explorer.process.single_instance import Start
from explorer.process.unix_signals import SignalWatch
from explorer.ui.windows.session import restored_state


@pytest.fixture
def session(qapp, window):
    made = Lifecycle(qapp, Start(ViewRequest()))
    app.connect(made, window)
    yield made
    made.end()


def test_the_end_of_the_desktop_s_session_saves_and_closes_nothing(
    session, window, workspace, store, settings
):
    workspace.state.set_metal("tungsten")
    session.saveRequested.emit()
    assert restored_state(store, settings).metal_id == "tungsten"
    assert window.isVisible()


@pytest.fixture
def short_pause(monkeypatch):
    monkeypatch.setattr(lifecycle, "SAVED_AFTER_MS", 50)


def test_what_is_shown_is_saved_in_a_pause(short_pause, session, workspace, store, settings, qtbot):
    workspace.state.set_metal("tin")
    qtbot.waitUntil(lambda: restored_state(store, settings).metal_id == "tin")
    workspace.state.set_tab("uses")
    qtbot.waitUntil(lambda: restored_state(store, settings).tab == "uses")
    assert restored_state(store, settings).metal_id == "tin"


def test_a_signal_saves_and_closes(session, window, workspace, store, settings, monkeypatch):
    codes = []
    monkeypatch.setattr(QApplication, "exit", codes.append)
    workspace.state.set_metal("antimony")
    for number in (2, 15):
        session.findChild(SignalWatch).asked.emit(number)
    assert codes == [130, 0]
    assert restored_state(store, settings).metal_id == "antimony"
    assert not window.isVisible()


def test_without_a_door_none_is_opened(session, workspace):
    workspace.detail.opened.emit()
    session.end()
    assert session.findChildren(Doorkeeper) == session.findChildren(PipeDoorkeeper) == []
