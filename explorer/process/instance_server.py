"""Where a second start of the program rings: its link is read, shown by the first window, and answered."""

import os
import socket

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal, Slot

from explorer.process import single_instance

MOST_CALLERS = 32
LONGEST_CALL_MS = 5_000  # a caller waits for half of it


class Doorkeeper(QObject):
    """Reads the messages that come in at the door of `explorer.process.single_instance`; `rung` carries their links."""

    rung = Signal(str)

    def __init__(self, door: single_instance.Door, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._door = door
        self._callers: dict[int, tuple[socket.socket, QSocketNotifier, bytearray]] = {}
        self._bell = QSocketNotifier(door.listener.fileno(), QSocketNotifier.Type.Read, self)
        self._bell.activated.connect(self._come)

    def close(self) -> None:
        """Answer no more, and let the next start be the first."""
        self._bell.setEnabled(False)
        for number in tuple(self._callers):
            self._leave(number)
        self._door.close()

    @Slot()
    def _come(self) -> None:
        try:
            caller, _ = self._door.listener.accept()
        except OSError:
            return
        if len(self._callers) >= MOST_CALLERS:
            caller.close()
            return
        caller.setblocking(False)
        ear = QSocketNotifier(caller.fileno(), QSocketNotifier.Type.Read, self)
        self._callers[caller.fileno()] = (caller, ear, bytearray())
        ear.activated.connect(self._hear)
        end = QTimer(ear)
        end.setSingleShot(True)
        end.timeout.connect(self._tired)
        end.start(LONGEST_CALL_MS)

    @Slot()
    def _tired(self) -> None:
        """Close the door on a caller that has not said its say in time, however much it says."""
        ear = self.sender().parent()
        for number, (_, own, _) in tuple(self._callers.items()):
            if own is ear:
                self._leave(number)

    @Slot()
    def _hear(self) -> None:
        number = self.sender().socket()  # type: ignore[attr-defined]
        if number not in self._callers:
            return
        caller, _, received = self._callers[number]
        try:
            said = caller.recv(single_instance.MOST_BYTES)
        except BlockingIOError:
            return
        except OSError:
            said = b""
        received += said
        whole = single_instance.parse(bytes(received))
        if whole is not None:
            try:
                caller.sendall(single_instance.ANSWER)
            except OSError:  # it lost patience and opened a window of its own
                whole = None
        if whole is not None or not said or len(received) > single_instance.MOST_BYTES:
            self._leave(number)
        if whole is not None:
            self.rung.emit(told(*whole))

    def _leave(self, number: int) -> None:
        caller, ear, _ = self._callers.pop(number)
        ear.setEnabled(False)
        ear.deleteLater()
        caller.close()


class PipeDoorkeeper(QObject):
    """Does the same where there are no sockets of files: on Windows, by a named pipe."""

    rung = Signal(str)

    def __init__(self, place: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._come)
        self._server.listen(place)

    def close(self) -> None:
        """Answer no more."""
        self._server.close()

    @Slot()
    def _come(self) -> None:
        from PySide6.QtNetwork import QLocalSocket

        caller = self._server.nextPendingConnection()
        if caller is None:
            return
        if len(self._server.findChildren(QLocalSocket)) > MOST_CALLERS:
            caller.abort()
            caller.deleteLater()
            return
        caller.readyRead.connect(self._hear)
        caller.disconnected.connect(caller.deleteLater)
        QTimer.singleShot(LONGEST_CALL_MS, caller, caller.abort)

    @Slot()
    def _hear(self) -> None:
        from PySide6.QtNetwork import QLocalSocket

        caller = self.sender()
        if not isinstance(caller, QLocalSocket):
            return
        received = bytes(caller.peek(single_instance.MOST_BYTES).data())
        whole = single_instance.parse(received)
        if whole is None:
            if len(received) >= single_instance.MOST_BYTES:
                caller.abort()
            return
        caller.readAll()
        there = caller.write(single_instance.ANSWER) == len(single_instance.ANSWER)
        caller.flush()
        caller.disconnectFromServer()
        if there:
            self.rung.emit(told(*whole))


def told(link: str, token: str) -> str:
    """Return the link, and keep the token where Qt looks for it when a window asks to come forward."""
    if token.isprintable() and token:
        os.environ["XDG_ACTIVATION_TOKEN"] = token
    return link
