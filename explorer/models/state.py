"""What the window shows: one metal, one day, one origin, one destination, one tab."""

from collections.abc import Set
from datetime import date

from PySide6.QtCore import QObject, QSettings, Signal

from explorer.data.context import Context
from explorer.models.view_request import TABS as TABS
from explorer.models.view_request import ViewRequest


class AppState(QObject):
    """The state that all views read. A day of None means today, so that a restored window stays current."""

    metalChanged = Signal(str)
    contextChanged = Signal()
    tabChanged = Signal(str)
    themeChanged = Signal(str)

    def __init__(self, metal_id: str = "gallium", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._metal_id = metal_id
        self._day: date | None = None
        self._origin = "CHN"
        self._destination = "ALL"
        self._tab = TABS[0]
        self._theme = "system"

    @property
    def metal_id(self) -> str:
        """The metal shown."""
        return self._metal_id

    @property
    def context(self) -> Context:
        """The as-of date, origin and destination."""
        return Context(self._day or date.today(), self._origin, self._destination)

    @property
    def follows_today(self) -> bool:
        """Whether no day was chosen, so that the window follows the clock."""
        return self._day is None

    @property
    def tab(self) -> str:
        """The tab of the detail that is open, one of TABS."""
        return self._tab

    @property
    def theme(self) -> str:
        """`system`, `light` or `dark`."""
        return self._theme

    def set_metal(self, metal_id: str) -> None:
        """Show another metal."""
        if metal_id != self._metal_id:
            self._metal_id = metal_id
            self.metalChanged.emit(metal_id)

    def set_context(
        self, *, day: date | None = None, today: bool = False, origin: str = "", destination: str = ""
    ) -> None:
        """Change day, origin or destination, those that are given, and tell once."""
        before = (self._day, self._origin, self._destination)
        self._day = None if today else day or self._day
        self._origin = origin or self._origin
        self._destination = destination or self._destination
        if before != (self._day, self._origin, self._destination):
            self.contextChanged.emit()

    def set_tab(self, tab: str) -> None:
        """Open another tab of the detail."""
        if tab != self._tab and tab in TABS:
            self._tab = tab
            self.tabChanged.emit(tab)

    def set_theme(self, theme: str) -> None:
        """Follow the system's light or dark, or force one."""
        if theme != self._theme and theme in ("system", "light", "dark"):
            self._theme = theme
            self.themeChanged.emit(theme)

    def as_request(self) -> ViewRequest:
        """Return what would bring another window to this view."""
        return ViewRequest(
            self._metal_id, self._tab, self._day, self._day is None, self._origin, self._destination
        )

    def apply(self, request: ViewRequest) -> None:
        """Show what a link or the command line asks for; what it leaves out stays."""
        self.set_metal(request.metal_id or self._metal_id)
        self.set_context(
            day=request.day, today=request.today, origin=request.origin, destination=request.destination
        )
        self.set_tab(request.tab or self._tab)

    def save(self, settings: QSettings) -> None:
        """Write the state to the settings."""
        settings.setValue("metal", self._metal_id)
        settings.setValue("origin", self._origin)
        settings.setValue("destination", self._destination)
        settings.setValue("tab", self._tab)
        settings.setValue("theme", self._theme)

    def restore(
        self, settings: QSettings, metals: Set[str], origins: Set[str], destinations: Set[str]
    ) -> None:
        """Read the state back, passing over what this data edition does not know.

        The day is not kept: a start shows today, for an answer of another day must not pass for today's.
        """
        metal = str(settings.value("metal", ""))
        if metal in metals:
            self._metal_id = metal
        origin, destination = str(settings.value("origin", "")), str(settings.value("destination", ""))
        self._origin = origin if origin in origins else self._origin
        self._destination = destination if destination in destinations else self._destination
        self.set_tab(str(settings.value("tab", "")))
        self.set_theme(str(settings.value("theme", "")))
