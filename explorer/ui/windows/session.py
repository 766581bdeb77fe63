"""What one session keeps for the next: the state and the geometry of the window."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect, QSettings, QSize
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QMainWindow, QSplitter

from explorer.models.stored_values import stored_text

if TYPE_CHECKING:
    from explorer.data.store import Store
    from explorer.models.state import AppState

FORMAT = 1
MOST_BYTES = 5_000_000
_NEVER_SAVED = (b"@Variant(", b"@DateTime(")
FIRST_SIZE = QSize(1320, 860)
STRIP_HEIGHT, LEAST_WIDTH = 32, 120


def open_settings() -> QSettings:
    """Return the settings of this user; settings that can't be read are empty, and nothing is kept without a file.

    A path that is not a file is not opened: opening a pipe would wait until somebody writes to it. A file with values
    that this program never saves is renamed, since Qt may crash on such a value.
    """
    file = settings_file()
    used = (file, file.with_name(f"{file.name}.lock"))
    is_usable = not any(map(_is_not_a_file, used)) and _is_harmless(file)
    return QSettings(str(file) if is_usable else "", QSettings.Format.IniFormat)


def settings_file() -> Path:
    """Return the path of the settings file of this user."""
    # Qt gives the folder of all settings only as part of the name of a settings file, which need not exist.
    example = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "-", "-").fileName()
    return Path(example).parent.parent / "Minor Metals Explorer" / "explorer.ini"


def _is_not_a_file(path: Path) -> bool:
    try:
        return path.exists() and not path.is_file()
    except OSError:
        return False


def _is_harmless(file: Path) -> bool:
    """Return whether a file can be opened; one with what this program never saves must be renamed for that."""
    try:
        if file.is_file() and (
            file.stat().st_size > MOST_BYTES or any(value in file.read_bytes() for value in _NEVER_SAVED)
        ):
            file.replace(file.with_name(f"{file.name}.damaged"))
    except OSError:
        return False
    return True


def restored_state(store: "Store", settings: QSettings | None) -> "AppState":
    """Return the state of the last session, without values that this edition of the data does not have."""
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
        state.set_view(state.start_view)
    return state


def carried_state(before: "AppState", store: "Store", settings: QSettings | None) -> "AppState":
    """Return the state of a window for another edition: the same view, day and places, as far as the edition has them.

    It goes through the links of the views, whose parts are checked against the edition.
    """
    from explorer.models.view_request import ViewRequest, read, write
    from explorer.models.views import ALL_VIEWS, defaults

    state = restored_state(store, settings)
    state.set_theme(before.theme)
    state.set_language(before.language)
    for view in ALL_VIEWS:
        options = tuple((name, value) for name, value in before.options(view).items() if value)
        request, _ = read(write(ViewRequest(view=view, options=options)), store)
        state.set_options(view, defaults(view) | dict(request.options))
    request, _ = read(write(before.as_request()), store)
    state.apply(request)
    return state


def restored_theme(settings: QSettings | None) -> str:
    """Return the theme of the last session, `system` where none was chosen."""
    return (stored_text(settings, "theme") if settings is not None else "") or "system"


def restore_parts(splitter: QSplitter, settings: QSettings | None) -> None:
    """Restore the position of the splitter."""
    parts = _stored_bytes(settings, "splitter")
    if parts is not None:
        splitter.restoreState(parts)


def _stored_bytes(settings: QSettings | None, key: str) -> QByteArray | None:
    """Return the position or geometry that was saved in this format, None without one."""
    if settings is None or stored_text(settings, "format", str(FORMAT)) != str(FORMAT):
        return None
    try:
        value = settings.value(key)
    except (RuntimeError, TypeError, ValueError, OverflowError):
        return None
    return value if isinstance(value, QByteArray) else None


def restore_window(window: QMainWindow, settings: QSettings | None) -> None:
    """Restore the geometry of a window, moved onto a screen where needed."""
    window.resize(FIRST_SIZE)
    geometry = _stored_bytes(settings, "geometry")
    if geometry is not None:
        window.restoreGeometry(geometry)
    if not window.isMaximized() and not window.isFullScreen():
        saved = window.geometry()
        place = visible_geometry(saved, [s.availableGeometry() for s in _screens()])
        if place.size() != saved.size():
            window.resize(place.size())
        if place.topLeft() != saved.topLeft():
            window.move(place.topLeft())


def _screens() -> list[QScreen]:
    primary = QGuiApplication.primaryScreen()
    return [primary, *(s for s in QGuiApplication.screens() if s is not primary)] if primary else []


def save_window(
    window: QMainWindow, splitter: QSplitter | None, state: "AppState", settings: QSettings
) -> None:
    """Save the geometry of a window and its state; a splitter that was not shown keeps the position on file."""
    settings.setValue("format", FORMAT)
    settings.setValue("geometry", window.saveGeometry())
    if splitter is not None:
        settings.setValue("splitter", splitter.saveState())
    state.save(settings)
    settings.sync()


def unsaved_words(settings: QSettings) -> str:
    """Return the sentence that settings could not be saved, empty where they were."""
    if settings.fileName() and settings.status() == QSettings.Status.NoError:
        return ""
    from explorer.language import gettext

    text = gettext("The settings cannot be saved, so the next start will not know this view. File: {path}")
    return text.format(path=settings.fileName() or settings_file())


def visible_geometry(window: QRect, screens: Sequence[QRect]) -> QRect:
    """Return a geometry in pixels whose title bar is visible; without one the window goes to the first screen.

    A window whose title bar is on a screen keeps its place; one that is larger than its screen is reduced to fit.
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
