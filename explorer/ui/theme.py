"""The theme of the window: which one a setting means, with its palette and style sheet; and the font of all text."""

from string import Template

from msgspec.structs import fields
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from explorer import palette, paths
from explorer.charts import style
from explorer.charts.plot import fonts
from explorer.palette import Theme
from explorer.ui.widgets.style import NUMBER, SMALL, TEXT, TITLE


def choose(setting: str) -> Theme:
    """Return the theme of a setting: `light`, `dark` or `system`."""
    if setting == "system":
        return palette.theme(dark=system_scheme() == Qt.ColorScheme.Dark)
    return palette.theme(dark=setting == "dark")


def force(setting: str) -> None:
    """Let the system use a forced theme for its own parts, such as title bars and file dialogs."""
    schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
    hints = QGuiApplication.styleHints()
    if setting in schemes:
        hints.setColorScheme(schemes[setting])
    else:
        hints.unsetColorScheme()


def system_scheme() -> Qt.ColorScheme:
    """Return the colour scheme of the system, which may be unknown."""
    return QGuiApplication.styleHints().colorScheme()


def apply(app: QApplication, theme: Theme) -> None:
    """Set the palette and the style sheet."""
    app.setStyleSheet("")  # removing a style sheet first halves the time that a new one takes
    set_font(app)
    set_background(app, theme)
    app.setStyleSheet(style_sheet(theme))


def set_font(app: QApplication) -> None:
    """Use the bundled fonts of the charts for all text, with figures of equal width."""
    fonts.load()
    font = QFont(list(style.FONT_FAMILIES))
    font.setPixelSize(TEXT)
    font.setFeature(QFont.Tag("tnum"), 1)
    if app.font() != font:
        app.setFont(font)
        # Qt posts the change: a window that is already shown would give its new parts the font before.
        app.sendPostedEvents(None, QEvent.Type.ApplicationFontChange)


def set_background(app: QApplication, theme: Theme) -> None:
    """Set the colours of an empty window, without the style sheet, which takes longer."""
    app.setPalette(_qt_palette(theme))


def style_sheet(theme: Theme) -> str:
    """Return the style sheet with the colours and the icons of a theme."""
    template = Template((paths.resources() / "themes" / "window.qss").read_text(encoding="utf-8"))
    return template.substitute(
        _colours(theme),
        small=SMALL,
        text_size=TEXT,
        title=TITLE,
        number=NUMBER,
        arrow=_icon("arrow", theme),
        check=_icon("check", theme),
    )


def _colours(theme: Theme) -> dict[str, str]:
    """Return the colours by the names that the style sheet uses, such as `border` and `licence_ground`."""
    colours = {f.name: getattr(theme, f.name) for f in fields(theme) if f.type is str}
    for kind, pair in theme.kinds.items():
        colours |= {kind: pair.text, f"{kind}_ground": pair.ground}
    return colours


def _icon(name: str, theme: Theme) -> str:
    """Return the path of an icon in the colours of the theme, quoted as a style sheet takes it."""
    path = paths.resources() / "icons" / f"{name}-{theme.name}.svg"
    return f'"{path.as_posix()}"'


def _qt_palette(theme: Theme) -> QPalette:
    result = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.window,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.surface,
        QPalette.ColorRole.AlternateBase: theme.raised,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.Button: theme.surface,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.ToolTipBase: theme.raised,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.accent_text,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.LinkVisited: theme.accent,
        QPalette.ColorRole.Mid: theme.border,
    }
    for role, colour in roles.items():
        result.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.muted))
    return result
