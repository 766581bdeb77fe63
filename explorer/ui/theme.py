"""The look as data: named colours for light and dark, and the style sheet made from them."""

from dataclasses import dataclass, fields
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication


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

_SHEET = Template("""
QMainWindow, QWidget#page, QScrollArea, QStackedWidget { background: $window; }
QWidget { color: $text; }
QToolTip { background: $raised; color: $text; border: 1px solid $border; padding: 4px; }
QFrame[role="bar"] { background: $surface; border: 0; border-bottom: 1px solid $border; }
QFrame[role="side"] { background: $surface; border: 0; border-right: 1px solid $border; }
QFrame[role="card"] { background: $surface; border: 1px solid $border; border-radius: 6px; }
QFrame[role="rule"] { background: $line; border: 0; max-height: 1px; }
QStatusBar { background: $surface; border-top: 1px solid $border; }
QStatusBar::item { border: 0; }
QLabel { background: transparent; }
QLabel[role="muted"], QLabel[role="small"] { color: $muted; }
QLabel[role="small"] { font-size: ${small}pt; }
QLabel[role="brand"], QLabel[role="heading"] { font-weight: 600; }
QLabel[role="title"] { font-size: ${title}pt; font-weight: 600; }
QLabel[role="number"] { font-size: ${number}pt; font-weight: 600; }
QLabel[role="tile"] { background: $tile; border-radius: 6px; font-size: ${title}pt; font-weight: 600; }
QFrame[role="banner"] { background: $licence_ground; border: 1px solid $licence; border-radius: 6px; }
QFrame[role="banner"] QLabel { color: $licence; }
QLineEdit, QComboBox, QDateEdit {
  background: $surface; border: 1px solid $border; border-radius: 5px; padding: 4px 8px; min-height: 20px;
  selection-background-color: $accent; selection-color: $accent_text; }
QLineEdit:focus, QComboBox:focus, QDateEdit:focus, QPushButton:focus, QToolButton:focus { border: 1px solid $accent; }
QComboBox::drop-down, QDateEdit::drop-down { border: 0; width: 20px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url($arrow); width: 9px; height: 9px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $border; selection-background-color: $selected;
  selection-color: $text; outline: 0; }
QPushButton, QToolButton { background: $surface; border: 1px solid $border; border-radius: 5px; padding: 4px 10px; min-height: 20px; }
QPushButton:hover, QToolButton:hover { background: $raised; }
QPushButton:disabled { color: $muted; }
QPushButton[role="chip"] { border-radius: 10px; padding: 1px 8px; min-height: 18px; font-size: ${small}pt; }
QPushButton[role="chip"]:checked { background: $accent; color: $accent_text; border-color: $accent; }
QPushButton[role="link"] { border: 1px solid transparent; background: transparent; color: $accent; padding: 2px 4px; min-height: 16px; }
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus { border: 1px solid $accent; }
QPushButton[role="link"]:checked { background: $selected; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; border: 0; border-bottom: 2px solid transparent; padding: 6px 2px; margin-right: 20px; color: $muted; }
QTabBar::tab:selected { color: $accent; border-bottom: 2px solid $accent; font-weight: 600; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:focus { color: $accent; }
QListView { background: $surface; border: 0; outline: 0; }
QTableView { background: $surface; alternate-background-color: $raised; border: 0; gridline-color: $line; outline: 0;
  selection-background-color: $selected; selection-color: $text; }
QTableView:focus { border: 1px solid $accent; }
QHeaderView { background: $surface; border: 0; }
QHeaderView::section { background: $surface; color: $muted; border: 0; border-bottom: 1px solid $border; padding: 4px 6px; font-size: ${small}pt; }
QScrollArea { border: 0; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $border; border-radius: 4px; min-height: 28px; min-width: 28px; margin: 1px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $border; }
QMenu { background: $surface; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 4px 20px 4px 12px; }
QMenu::item:selected { background: $selected; color: $text; }
QCheckBox { spacing: 6px; }
$pills
""")


def choose(setting: str) -> Theme:
    """Return the theme for a setting: `light`, `dark`, or the system's choice."""
    if setting == "system":
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return DARK if setting == "dark" else LIGHT


def apply(app: QApplication, theme: Theme, arrow: str) -> None:
    """Dress the application: palette for what styles draw themselves, style sheet for the rest."""
    app.setPalette(_palette(theme))
    app.setStyleSheet(sheet(theme, app.font(), arrow))


def sheet(theme: Theme, font: QFont, arrow: str) -> str:
    """Return the style sheet; text sizes derive from the system font, `arrow` is the path of an SVG."""
    base = font.pointSizeF() if font.pointSizeF() > 0 else 10.0
    names = {f.name: getattr(theme, f.name) for f in fields(theme)}
    pills = "\n".join(
        f'QLabel[pill="{state}"] {{ color: {theme.pill(state)[0]}; background: {theme.pill(state)[1]};'
        f" border-radius: 9px; padding: 0 8px; min-height: 18px; font-size: {base * 0.92:.2f}pt; }}"
        for state in ("prohibition", "licence", "suspended", "technology", "announced", "other", "none")
    )
    return _SHEET.substitute(
        names,
        small=f"{base * 0.92:.2f}",
        title=f"{base * 1.6:.2f}",
        number=f"{base * 1.7:.2f}",
        arrow=arrow,
        pills=pills,
    )


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
