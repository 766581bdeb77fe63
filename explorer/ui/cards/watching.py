"""What puts a metal on the user's watchlist, or takes it off: a star to press, and the entry of a menu."""

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from explorer.language import gettext
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.clipboard import confirm
from explorer.ui.widgets.context_menu import Entry
from explorer.ui.widgets.view_icons import star_icon

SIDE, STAR = 26, 18


class WatchButton(QPushButton):
    """A star beside the name of the metal shown, filled while the metal is on the watchlist."""

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shared = shared
        self.setProperty("role", "star")
        self.setCheckable(True)
        self.setAutoDefault(True)  # Enter presses it, as Space does
        self.setFixedSize(SIDE, SIDE)
        self.setIconSize(QSize(STAR, STAR))
        self.clicked.connect(self._clicked)
        shared.watchlist.changed.connect(self.show_metal)

    @Slot()
    def show_metal(self) -> None:
        """Show whether the metal shown is watched, in the colours of the theme."""
        theme = self._shared.theme
        is_watched = self._shared.watchlist.is_watched(self._shared.state.metal_id)
        self.setIcon(star_icon(theme.muted, theme.accent))
        self.setChecked(is_watched)
        self.setAccessibleName(gettext("Watched") if is_watched else gettext("Watch this metal"))
        self.setToolTip(
            gettext("On your watchlist, whose prices are on Today. Click to stop watching (Ctrl+Shift+W)")
            if is_watched
            else gettext(
                "Watch this metal: put it on your watchlist, whose prices are on Today (Ctrl+Shift+W)"
            )
        )

    @Slot()
    def _clicked(self) -> None:
        toggle_metal_shown(self._shared, self)
        self.show_metal()  # also where the file could not be written


def watch_entry(shared: ViewContext, metal_id: str, owner: QWidget) -> Entry:
    """Return the entry; the status bar of the window says what was done."""
    text = gettext("Stop watching") if shared.watchlist.is_watched(metal_id) else gettext("Watch")

    def run() -> None:
        toggle_watched(shared, metal_id, owner)

    return Entry(text, run)


def toggle_metal_shown(shared: ViewContext, owner: QWidget) -> None:
    """Put the metal shown on the watchlist, or take it off."""
    toggle_watched(shared, shared.state.metal_id, owner)


def toggle_watched(shared: ViewContext, metal_id: str, owner: QWidget) -> None:
    """Put a metal on the watchlist, or take it off."""
    is_watched = not shared.watchlist.is_watched(metal_id)
    if shared.watchlist.set_watched(metal_id, is_watched=is_watched):
        text = (
            gettext("{metal} is now on your watchlist.")
            if is_watched
            else gettext("{metal} is no longer on your watchlist.")
        )
        confirm(owner, text.format(metal=shared.store.metal(metal_id).name_en))
