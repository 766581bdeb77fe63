"""The help of the program: what can be typed, the keys, and the terms, each from its registry."""

from collections.abc import Sequence
from html import escape

from msgspec import Struct
from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from explorer.data import glossary
from explorer.guard import guarded
from explorer.language import gettext, gettext_noop
from explorer.palette import Theme
from explorer.ui.widgets.clearable_field import ClearableField
from explorer.ui.widgets.dialog_size import size_within
from explorer.ui.widgets.labels import facts_html

NAMES = 190  # pixels for keys and terms
_SEARCHES = (
    (
        gettext_noop("gallium · 镓 · GaN · REE"),
        gettext_noop("A metal, by name, symbol, formula or abbreviation"),
    ),
    (gettext_noop("8112 92 89 · 3C001"), gettext_noop("The verdict on a customs code or a control code")),
    (gettext_noop("Announcement 46 of 2024"), gettext_noop("A document, with all that it controls")),
    (
        gettext_noop("Germany · from Congo · 10 Nov 2026"),
        gettext_noop("The destination, the origin or the date"),
    ),
    (gettext_noop("may gallium go to Japan"), gettext_noop("A question, in English or Chinese")),
    (gettext_noop("HHI · what is a unit value"), gettext_noop("The definition of a term")),
    (gettext_noop("> export"), gettext_noop("Commands only; they are also found without the sign")),
)
_GESTURES = (
    (gettext_noop("Drag"), gettext_noop("Show only the dates between two places of a chart over time")),
    (gettext_noop("Shift and drag"), gettext_noop("Move along the time axis")),
    (gettext_noop("Ctrl and drag"), gettext_noop("Measure the change between two dates")),
    (gettext_noop("Ctrl and wheel"), gettext_noop("Zoom in and out")),
    (gettext_noop("Double click"), gettext_noop("Show all dates again")),
)
Rows = Sequence[tuple[str, str]]


class Section(Struct, frozen=True):
    """A heading and its rows: what is explained, and the explanation."""

    title: str
    rows: tuple[tuple[str, str], ...]

    def found(self, text: str) -> "Section":
        """Return the section with the rows that contain a text."""
        rows = (row for row in self.rows if any(text in part.casefold() for part in row))
        return Section(self.title, tuple(rows))


@guarded
class HelpDialog(QDialog):
    """Shows sections below each other, and at the left a list that leads to them; typing keeps what contains the text.

    `keys` are the sections of the keys: a heading, and what each key does.
    """

    def __init__(self, keys: Sequence[tuple[str, Rows]], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sections = _sections(keys)
        self._terms = len(self._sections) - len(glossary.sections())
        self.setWindowTitle(gettext("Help"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(size_within(self, QSize(920, 640)))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addWidget(self._make_filter())
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._make_contents())
        self.page = QTextBrowser()
        self.page.setAccessibleName(gettext("Help"))
        row.addWidget(self.page, 1)
        column.addLayout(row, 1)
        close = QPushButton(gettext("Close"))
        close.setDefault(True)
        close.clicked.connect(self.close)
        end = QHBoxLayout()
        end.addStretch(1)
        end.addWidget(close)
        column.addLayout(end)
        self._fill()

    def _make_filter(self) -> QLineEdit:
        self.filter = ClearableField()
        self.filter.setPlaceholderText(gettext("Find a key, a command or a term"))
        self.filter.setAccessibleName(gettext("Find a key, a command or a term"))
        self.filter.textChanged.connect(self._fill)
        return self.filter

    def _make_contents(self) -> QListWidget:
        self.contents = QListWidget()
        self.contents.setAccessibleName(gettext("Sections"))
        self.contents.addItems([section.title for section in self._sections])
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.contents.setSpacing(3)
        self.contents.setFixedWidth(self.contents.sizeHintForColumn(0) + 24)
        self.contents.currentRowChanged.connect(self._go_to)
        self.contents.itemClicked.connect(self._go_to_current)  # the current section again
        return self.contents

    def open_at(self, *, glossary: bool = False) -> None:
        """Show all sections from the top, or from the terms, with the focus on the field."""
        self.filter.clear()
        self.contents.setCurrentRow(self._terms if glossary else 0)
        self._go_to_current()
        self.filter.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Show the page in the colours of a theme."""
        self._theme = theme
        self._fill()

    @Slot()
    def _fill(self) -> None:
        text = self.filter.text().strip().casefold()
        found = [section.found(text) for section in self._sections]
        html = "".join(self._html(number, section) for number, section in enumerate(found) if section.rows)
        for number, section in enumerate(found):
            self.contents.item(number).setHidden(not section.rows)
        nothing = gettext("Nothing in the help contains this text. Clear it to see everything.")
        self.page.setHtml(html or f"<p>{escape(nothing)}</p>")

    def _html(self, number: int, section: Section) -> str:
        rows = [(name, escape(text)) for name, text in section.rows]
        title = f'<h3><a name="{number}"></a>{escape(section.title)}</h3>'
        return f"{title}{facts_html(rows, self._theme.muted, NAMES)}"

    @Slot(int)
    def _go_to(self, number: int) -> None:
        if number:
            self.page.scrollToAnchor(str(number))
        else:
            self.page.verticalScrollBar().setValue(0)

    @Slot()
    def _go_to_current(self) -> None:
        self._go_to(self.contents.currentRow())


def _sections(keys: Sequence[tuple[str, Rows]]) -> tuple[Section, ...]:
    """Return all sections in their order, the terms last."""
    return (
        Section(gettext("What you can type in the search"), _translated(_SEARCHES)),
        *(Section(title, tuple(rows)) for title, rows in keys),
        Section(gettext("Charts over time with the mouse"), _translated(_GESTURES)),
        *(Section(s.title, tuple((t.name, t.definition) for t in s.terms)) for s in glossary.sections()),
    )


def _translated(rows: Rows) -> tuple[tuple[str, str], ...]:
    return tuple((gettext(name), gettext(text)) for name, text in rows)
