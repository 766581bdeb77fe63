"""The look as data: named colours for light and dark, and the style sheet made from them."""

from dataclasses import dataclass, fields
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from explorer import paths


@dataclass(frozen=True, slots=True)
class Theme:
    """Named colours; a pill has a text and a ground colour for each status, with at least 4.5:1 between them."""

    name: str
    window: str
    surface: str
    raised: str
    border: str
    line: str
    text: str
    muted: str
    accent: str
    accent_text: str
    selected: str
    tile: str
    prohibition: str
    prohibition_ground: str
    licence: str
    licence_ground: str
    suspended: str
    suspended_ground: str
    technology: str
    technology_ground: str
    announced: str
    announced_ground: str
    other: str
    other_ground: str
    none: str
    none_ground: str

    def pill(self, state: str) -> tuple[str, str]:
        """Return text and ground colour of a pill state."""
        return getattr(self, state), getattr(self, f"{state}_ground")


LIGHT = Theme(
    name="light",
    window="#f3f5f8",
    surface="#ffffff",
    raised="#f8fafc",
    border="#d5dde6",
    line="#e6ebf1",
    text="#14202e",
    muted="#55647a",
    accent="#0f56ab",
    accent_text="#ffffff",
    selected="#e6effa",
    tile="#e6ecf3",
    prohibition="#8c1d0b",
    prohibition_ground="#fde2dd",
    licence="#7a4b00",
    licence_ground="#fff1d6",
    suspended="#15457a",
    suspended_ground="#e3ecf7",
    technology="#4b2f8c",
    technology_ground="#ece7f8",
    announced="#5a5a00",
    announced_ground="#f4f4c8",
    other="#3d4a59",
    other_ground="#edf0f3",
    none="#566270",
    none_ground="#edf0f3",
)

DARK = Theme(
    name="dark",
    window="#10151b",
    surface="#181f27",
    raised="#1e2630",
    border="#323d4a",
    line="#27313c",
    text="#e8edf3",
    muted="#a3b0bf",
    accent="#7db4f5",
    accent_text="#0b1622",
    selected="#1f3247",
    tile="#28333f",
    prohibition="#ffb4a6",
    prohibition_ground="#4d1a11",
    licence="#ffd38a",
    licence_ground="#432d06",
    suspended="#a9cdf7",
    suspended_ground="#17324f",
    technology="#cdbcf7",
    technology_ground="#322658",
    announced="#e2e28a",
    announced_ground="#37370c",
    other="#c9d3de",
    other_ground="#2b3540",
    none="#aab6c3",
    none_ground="#262f39",
)


def choose(setting: str) -> Theme:
    """Return the theme for a setting: `light`, `dark`, or the system's choice."""
    if setting == "system":
        return DARK if system_scheme() == Qt.ColorScheme.Dark else LIGHT
    return DARK if setting == "dark" else LIGHT


def force(setting: str) -> None:
    """Ask the system for its own part in a forced theme, such as title bars and the dialogs of files."""
    schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
    hints = QGuiApplication.styleHints()
    if setting in schemes:
        hints.setColorScheme(schemes[setting])
    else:
        hints.unsetColorScheme()


def system_scheme() -> Qt.ColorScheme:
    """Return what the system asks for, which is unknown where it does not say."""
    return QGuiApplication.styleHints().colorScheme()


def apply(app: QApplication, theme: Theme) -> None:
    """Dress the application: palette for what styles draw themselves, style sheet for the rest."""
    app.setStyleSheet("")  # taken off and put on, a sheet takes half as long as exchanged
    app.setPalette(_palette(theme))
    app.setStyleSheet(sheet(theme, app.font()))


def sheet(theme: Theme, font: QFont) -> str:
    """Return the style sheet; text sizes derive from the system font, icons are those of the theme."""
    base = font.pointSizeF() if font.pointSizeF() > 0 else 10.0
    names = {f.name: getattr(theme, f.name) for f in fields(theme)}
    pills = "\n".join(
        f'QLabel[pill="{state}"] {{ color: {theme.pill(state)[0]}; background: {theme.pill(state)[1]};'
        f" border-radius: 9px; padding: 0 8px; min-height: 18px; font-size: {base * 0.92:.2f}pt; }}"
        for state in names
        if f"{state}_ground" in names
    )
    template = Template((paths.resources() / "themes" / "window.qss").read_text(encoding="utf-8"))
    return template.substitute(
        names,
        small=f"{base * 0.92:.2f}",
        title=f"{base * 1.6:.2f}",
        number=f"{base * 1.7:.2f}",
        arrow=_icon("arrow", theme),
        check=_icon("check", theme),
        pills=pills,
    )


def ground(app: QApplication, theme: Theme) -> None:
    """Give windows their ground before there is anything on them: the style sheet takes longer."""
    app.setPalette(_palette(theme))


def _icon(name: str, theme: Theme) -> str:
    """Return the path of an icon in the colours of the theme, quoted as a style sheet takes it."""
    path = paths.resources() / "icons" / f"{name}-{theme.name}.svg"
    return f'"{path.as_posix()}"'


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
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
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.muted))
    return palette
