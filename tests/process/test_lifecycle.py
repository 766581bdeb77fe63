"""What the system and later launches may ask of an open window."""

import pytest
from PySide6.QtWidgets import QApplication

from explorer import app
from explorer.models.view_request import ViewRequest
from explorer.process import lifecycle
from explorer.process.instance_lock import InstanceLock
from explorer.process.instance_server import InstanceServer
from explorer.process.launch import Launch
from explorer.process.lifecycle import Lifecycle
from explorer.process.single_instance import InstanceAddress
from explorer.process.unix_signals import UnixSignals
from explorer.ui.windows.session import restored_state


@pytest.fixture
def session(qapp, window):
    session = Lifecycle(qapp, Launch(ViewRequest()))
    app.connect(session, window)
    yield session
    session.end()


def test_the_end_of_the_desktop_session_saves_and_closes_nothing(session, window, workspace, store, settings):
    workspace.state.set_metal("tungsten")
    session.saveRequested.emit()
    assert restored_state(store, settings).metal_id == "tungsten"
    assert window.isVisible()


@pytest.fixture
def short_delay(monkeypatch):
    monkeypatch.setattr(lifecycle, "SAVE_DELAY_MS", 50)


def test_changes_are_saved_after_a_delay(short_delay, session, workspace, store, settings, qtbot):
    workspace.state.set_metal("tin")
    qtbot.waitUntil(lambda: restored_state(store, settings).metal_id == "tin")
    workspace.state.set_tab("uses")
    qtbot.waitUntil(lambda: restored_state(store, settings).tab == "uses")
    assert restored_state(store, settings).metal_id == "tin"


def test_a_termination_signal_saves_and_closes(session, window, workspace, store, settings, monkeypatch):
    codes = []
    monkeypatch.setattr(QApplication, "exit", codes.append)
    workspace.state.set_metal("antimony")
    for number in (2, 15):
        session.findChild(UnixSignals).terminationRequested.emit(number)
    assert codes == [130, 0]
    assert restored_state(store, settings).metal_id == "antimony"
    assert not window.isVisible()


def test_without_a_lock_no_server_is_started(session, workspace):
    workspace.detail.opened.emit()
    assert session.findChildren(InstanceServer) == []


def test_the_server_runs_from_the_first_painted_view_to_the_end(qapp, window, workspace, tmp_path):
    lock = InstanceLock(InstanceAddress(tmp_path, "key"))
    assert lock.acquire()
    session = Lifecycle(qapp, Launch(ViewRequest(), lock=lock))
    app.connect(session, window)
    workspace.detail.opened.emit()
    workspace.detail.opened.emit()
    (server,) = session.findChildren(InstanceServer)
    server.requestReceived.emit("minor-metals:tungsten")
    assert workspace.state.metal_id == "tungsten"
    session.end()
    assert not lock.address.lock.exists()
