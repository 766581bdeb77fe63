"""Checks the saved parts lists once the window is shown, and says on the status bar what has changed."""

from PySide6.QtCore import QObject, QTimer, Slot

from explorer.data.parts.notice import notice_text
from explorer.models.views import PARTS_VIEW
from explorer.ui.view_context import ViewContext
from explorer.ui.windows.status_bar import StatusBar

AFTER_MS = 1_200  # after the first page is painted, so that the check does not slow the start


class PartsNotice(QObject):
    """Shows a line where lines have a different verdict since the last check; it opens My parts."""

    def __init__(self, shared: ViewContext, status: StatusBar, parent: QObject) -> None:
        super().__init__(parent)
        self._shared, self._status = shared, status
        self._is_started = False
        shared.parts.checked.connect(self._show)
        shared.state.factsChanged.connect(self._facts_changed)
        status.partsRequested.connect(self._open)

    @Slot()
    def start(self) -> None:
        """Check the lists a little later."""
        QTimer.singleShot(AFTER_MS, self, self._check)

    @Slot()
    def _check(self) -> None:
        self._is_started = True
        self._shared.parts.check()

    def reload(self) -> None:
        """Take over lists that another window or a command changed, once there was a first check."""
        if self._is_started:
            self._shared.parts.reload()

    @Slot()
    def _facts_changed(self) -> None:
        """Check again with other entries of the user."""
        if self._is_started:
            self._shared.parts.check()

    @Slot()
    def _show(self) -> None:
        results = self._shared.parts.results
        self._status.show_parts(sum(len(r.changes) for r in results), notice_text(results))

    @Slot()
    def _open(self) -> None:
        """Show all changes since the last check."""
        state = self._shared.state
        state.set_options(PARTS_VIEW, {"list": "", "since": ""})
        state.set_view(PARTS_VIEW)
