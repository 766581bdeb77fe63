"""The dialogs on the user's own series, over a window."""

from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from explorer.language import gettext
from explorer.ui.view_context import ViewContext


class OwnSeriesDialogs(QObject):
    """Opens the dialogs; `reported` gives a sentence on what was done, `written` a file."""

    reported = Signal(str)
    written = Signal(str, Path)

    def __init__(self, shared: ViewContext, settings: QSettings | None, window: QWidget) -> None:
        super().__init__(window)
        self._shared, self._window, self._settings = shared, window, settings
        shared.own.addRequested.connect(self.add_from)
        shared.own.listRequested.connect(self.list_series)

    @Slot()
    def add(self) -> None:
        """Open the dialog that adds a series."""
        self.add_from("", "")

    @Slot(str, str)
    def add_from(self, path: str, text: str) -> None:
        """Open the dialog that adds a series, and read a file or text if one is given."""
        from explorer.ui.dialogs.own.add_dialog import AddSeriesDialog
        from explorer.ui.widgets.source import Source

        shared = self._shared
        dialog = AddSeriesDialog(shared.own, shared.store, shared.state.metal_id, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.added.connect(self._added)
        dialog.open()
        if path or text:
            dialog.read(Source(Path(path)) if path else Source(text=text))

    @Slot()
    def list_series(self) -> None:
        """Open the list of the user's series."""
        from explorer.ui.dialogs.own.list_dialog import OwnSeriesDialog

        settings = self._settings if self._settings is not None else QSettings()
        dialog = OwnSeriesDialog(self._shared.own, self._shared.store, settings, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.addRequested.connect(self.add)
        dialog.saved.connect(self._saved)
        dialog.open()

    @Slot(str, str)
    def _added(self, metal_id: str, name: str) -> None:
        metal = self._shared.store.metal(metal_id)
        text = gettext("Added “{name}” to {metal}. See Prices.")
        self.reported.emit(text.format(name=name, metal=metal.name_en))

    @Slot(str)
    def _saved(self, path: str) -> None:
        self.written.emit(gettext("Saved {file}").format(file=path), Path(path))
