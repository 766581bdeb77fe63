"""The page of a view that is filled in steps where there are many metals, so that the window stays responsive."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from explorer.data.steps import Steps, result_of
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.step_runner import StepRunner
from explorer.ui.view_context import ViewContext
from explorer.ui.views.view_page import ViewPage
from explorer.ui.widgets.labels import label

AT_ONCE = 400  # metals, up to which a page is filled at once
NOTICE_MS = 100  # after which a page says that it is being filled


@guarded
class SteppedPage(ViewPage):
    """A page that can take long to fill.

    Its old `results`, which are for another day, place or choice, are hidden after a moment, and `waiting` is shown.
    """

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        self.waiting = label(gettext("Calculating…"), "muted")
        super().__init__(shared, parent)
        self.waiting.hide()
        self._run = StepRunner(self)
        self._run.finished.connect(self._filled)
        self._run.failed.connect(self._filled)
        self._notice = QTimer(self)
        self._notice.setSingleShot(True)
        self._notice.setInterval(NOTICE_MS)
        self._notice.timeout.connect(self._show_waiting)

    @property
    def results(self) -> tuple[QWidget, ...]:
        """The parts of the page that show what is calculated."""
        raise NotImplementedError

    def fill_in_steps(self) -> Steps[None]:
        """Fill the cards for the state in steps, the last of which shows the results."""
        raise NotImplementedError

    @property
    def is_filling(self) -> bool:
        """Whether the page does not yet show the results for the state."""
        return self._run.is_running

    def fill(self) -> None:
        """Fill the cards at once, or in steps where there are many metals; earlier steps are stopped."""
        self._stop()
        if len(self.shared.store.metals) <= AT_ONCE:
            result_of(self.fill_in_steps())
        else:
            self._run.start(self.fill_in_steps())
            self._notice.start()

    def finish(self) -> None:
        """Take the remaining steps now, before something is copied or saved."""
        self._run.finish()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop filling a hidden page; it begins again when the page is shown."""
        super().hideEvent(event)
        if self.is_filling:
            self._stop()
            self.is_stale = True

    def export_content(self) -> bool:
        """Save the table with the focus, else the first one; return whether there is one."""
        self.finish()
        return super().export_content()

    def _stop(self) -> None:
        self._run.stop()
        self._filled()

    @Slot()
    def _filled(self, _result: object = None) -> None:
        self._notice.stop()
        self.waiting.hide()

    @Slot()
    def _show_waiting(self) -> None:
        for part in self.results:
            part.hide()
        self.waiting.show()
