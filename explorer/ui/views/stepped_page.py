"""The page of a view that is filled in steps where the data are many, so that the window keeps answering its user."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from explorer.data.stepwise import Steps, result_of
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.stepwise_run import StepwiseRun
from explorer.ui.view_context import ViewContext
from explorer.ui.views.page import ViewPage
from explorer.ui.widgets.labels import label

AT_ONCE = 400  # metals; with so many a page is filled without a step
PATIENCE_MS = 100  # after which a page says that it is being filled


@guarded
class SteppedPage(ViewPage):
    """A page whose `filling` may take long.

    What it showed before is of another day, place or choice. It is hidden after a moment, and `waiting` is shown.
    """

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        self.waiting = label(gettext("Calculating…"), "muted")
        super().__init__(shared, parent)
        self.waiting.hide()
        self._run = StepwiseRun(self)
        self._run.finished.connect(self._filled)
        self._run.failed.connect(self._filled)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._show_waiting)

    @property
    def results(self) -> tuple[QWidget, ...]:
        """The parts of the page that show what is calculated."""
        raise NotImplementedError

    def filling(self) -> Steps[None]:
        """Fill the cards for the state in steps; the parts that show a result are shown by the last one."""
        raise NotImplementedError

    @property
    def is_filling(self) -> bool:
        """Whether what is shown is not yet that of the state."""
        return self._run.is_running

    def fill(self) -> None:
        """Fill the cards at once, or in steps where there are many metals; what was begun before is given up."""
        self._stop()
        if len(self.shared.store.metals) <= AT_ONCE:
            result_of(self.filling())
        else:
            self._run.start(self.filling())
            self._patience.start()

    def finish(self) -> None:
        """Do the rest of the filling now, for what is copied or saved."""
        self._run.finish()

    def hideEvent(self, event: QHideEvent) -> None:
        """Give up what is not finished; it begins again when the page is shown."""
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
        self._patience.stop()
        self.waiting.hide()

    @Slot()
    def _show_waiting(self) -> None:
        for part in self.results:
            part.hide()
        self.waiting.show()
