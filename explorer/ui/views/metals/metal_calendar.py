"""The button that saves what lies ahead for the metal shown as a calendar file."""

from PySide6.QtCore import QObject, Slot

from explorer.data.metal_names import plain_name
from explorer.data.overview.calendar_entries import dates_as_calendar
from explorer.data.overview.dates import DatedChange
from explorer.data.overview.metal_dates import metal_dates_ahead
from explorer.guard import guarded
from explorer.language import gettext
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.file_saving import save_file


@guarded
class MetalCalendar(QObject):
    """Holds the button; it is hidden where no date lies ahead."""

    def __init__(self, shared: ViewContext, parent: QObject) -> None:
        super().__init__(parent)
        self._shared = shared
        self._dates: tuple[DatedChange, ...] = ()
        self.button = link_button(gettext("Add to calendar…"))
        self.button.clicked.connect(self._save)

    def show_metal(self) -> None:
        """Find the dates ahead of the metal, date and places of the state."""
        shared = self._shared
        self._dates = metal_dates_ahead(shared.store, shared.metal.metal_id, shared.context)
        text = gettext("Save a calendar file (.ics) of the dates ahead for {metal}")
        self.button.setToolTip(text.format(metal=plain_name(shared.metal)))
        self.button.setVisible(bool(self._dates))

    @Slot()
    def _save(self) -> None:
        shared, found = self._shared, self._dates
        name = gettext("{metal}-dates-{day}.ics")
        name = name.format(metal=shared.metal.metal_id, day=shared.context.as_of.isoformat())
        title, filters = gettext("Add dates to calendar"), gettext("Calendar files (*.ics)")
        save_file(self.button, title, name, ".ics", filters, lambda: dates_as_calendar(shared.store, found))
