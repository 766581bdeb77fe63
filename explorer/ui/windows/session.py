"""What is remembered from one start to the next: the state, and where the window stood."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect, QSettings, QSize
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QMainWindow, QSplitter

if TYPE_CHECKING:
    from explorer.data.store import Store
    from explorer.models.state import AppState

FORMAT = 1
FIRST_SIZE = QSize(1320, 860)
STRIP_HEIGHT, LEAST_WIDTH = 32, 120


def open_settings() -> QSettings:
    """Return the settings of this user; what can't be read is empty, what can't be written is not kept.

    What stands in their place without being a file is left alone: opening a pipe waits for whoever writes to it.
    """
    # Qt tells the folder of all settings by the name of a file of nobody's, which it does not find.
    nobody = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "-", "-").fileName()
    file = Path(nobody).parent.parent / "Minor Metals Explorer" / "explorer.ini"
    used = (file, file.with_name(f"{file.name}.lock"))
    return QSettings("" if any(map(_is_no_file, used)) else str(file), QSettings.Format.IniFormat)


def _is_no_file(path: Path) -> bool:
    try:
        return path.exists() and not path.is_file()
    except OSError:
        return False


def restored_state(store: "Store", settings: QSettings | None) -> "AppState":
    """Return the state of the last session, as far as these data know it."""
    from explorer.data.places import destinations, origins
    from explorer.models.state import AppState

    state = AppState()
    if settings is not None:
        state.restore(
            settings,
            store.metals.keys(),
            {place.place_id for place in origins(store)},
            {place.place_id for place in destinations(store)},
        )
    return state


def restored_theme(settings: QSettings | None) -> str:
    """Return the theme of the last session, `system` where none was chosen."""
    return str(settings.value("theme", "") or "system") if settings is not None else "system"


def restore_parts(splitter: QSplitter, settings: QSettings | None) -> None:
    """Divide a window as it was last time."""
    parts = settings.value("splitter") if settings is not None and _readable(settings) else None
    if isinstance(parts, QByteArray):
        splitter.restoreState(parts)


def _readable(settings: QSettings) -> bool:
    return str(settings.value("format", FORMAT)) == str(FORMAT)


def restore_window(window: QMainWindow, settings: QSettings | None) -> None:
    """Put a window where it stood last time, where that is on a screen."""
    window.resize(FIRST_SIZE)
    geometry = settings.value("geometry") if settings is not None and _readable(settings) else None
    if isinstance(geometry, QByteArray):
        window.restoreGeometry(geometry)
    if not window.isMaximized() and not window.isFullScreen():
        stands = window.geometry()
        place = brought_back(stands, [s.availableGeometry() for s in _screens()])
        if place.size() != stands.size():
            window.resize(place.size())
        if place.topLeft() != stands.topLeft():
            window.move(place.topLeft())


def _screens() -> list[QScreen]:
    primary = QGuiApplication.primaryScreen()
    return [primary, *(s for s in QGuiApplication.screens() if s is not primary)] if primary else []


def save_window(window: QMainWindow, splitter: QSplitter, state: "AppState", settings: QSettings) -> None:
    """Write down where a window stands and what it shows."""
    settings.setValue("format", FORMAT)
    settings.setValue("geometry", window.saveGeometry())
    settings.setValue("splitter", splitter.saveState())
    state.save(settings)
    settings.sync()


def brought_back(window: QRect, screens: Sequence[QRect]) -> QRect:
    """Return where a window can be seen and taken hold of; the first screen is where a lost one goes.

    A window whose upper edge is on a screen stays, one that is larger than its screen is made to fit.
    """
    if not screens:
        return window
    strip = QRect(window.x(), window.y(), window.width(), STRIP_HEIGHT)
    home = max(screens, key=lambda s: _area(s.intersected(strip)))
    seen = home.intersected(strip)
    lost = seen.width() < min(LEAST_WIDTH, window.width()) or seen.height() < STRIP_HEIGHT // 2
    home = screens[0] if lost else home
    size = window.size().boundedTo(home.size())
    if not lost and size == window.size():
        return window
    place = QRect(window.topLeft(), size)
    if lost:
        place.moveCenter(home.center())
    else:
        place.moveLeft(min(max(window.x(), home.left()), home.right() + 1 - size.width()))
        place.moveTop(min(max(window.y(), home.top()), home.bottom() + 1 - size.height()))
    return place


def _area(rectangle: QRect) -> int:
    return 0 if rectangle.isEmpty() else rectangle.width() * rectangle.height()
