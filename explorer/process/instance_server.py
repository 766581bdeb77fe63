"""Takes the requests of later launches from their folder."""

import contextlib
import os

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal, Slot

from explorer.process.single_instance import InstanceAddress, take_request


class InstanceServer(QObject):
    """Watches the folder of an address and emits the link of each request."""

    requestReceived = Signal(str)

    def __init__(self, address: InstanceAddress, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._address = address
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._take_requests)

    def start(self) -> None:
        """Take the requests that are waiting and all later ones."""
        for path in self._address.leftovers():
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
        self._watcher.addPath(str(self._address.folder))
        self._take_requests()

    def close(self) -> None:
        """Take no more requests."""
        self._watcher.removePath(str(self._address.folder))

    @Slot()
    def _take_requests(self) -> None:
        for path in self._address.requests():
            request = take_request(path)
            if request is None:
                continue
            if request.token:  # where Qt reads it when a window is brought to the front
                os.environ["XDG_ACTIVATION_TOKEN"] = request.token
            self.requestReceived.emit(request.link)
