"""The help page on the terms of the program."""

from html import escape

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from explorer.data.glossary import Section, Term, sections
from explorer.guard import guarded
from explorer.language import gettext
from explorer.palette import Theme
from explorer.ui.widgets.labels import facts_html


@guarded
class GlossaryDialog(QDialog):
    """Lists the terms by subject; typing shows only those that contain the text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(gettext("Glossary"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 600)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(gettext("Find a term"))
        self.filter.setAccessibleName(gettext("Find a term"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._fill)
        self.page = QTextBrowser()
        self.page.setAccessibleName(gettext("Terms"))
        close = QPushButton(gettext("Close"))
        close.setDefault(True)
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        column.addWidget(self.filter)
        column.addWidget(self.page, 1)
        column.addLayout(row)
        self._fill()

    def set_theme(self, theme: Theme) -> None:
        """Show the page in the colours of a theme."""
        self._theme = theme
        self._fill()

    @Slot()
    def _fill(self) -> None:
        text = self.filter.text().strip().casefold()
        found = (self._section(section, text) for section in sections())
        html = "".join(part for part in found if part)
        nothing = gettext("No term found. Clear the text to see all terms.")
        self.page.setHtml(html or f"<p>{escape(nothing)}</p>")

    def _section(self, section: Section, text: str) -> str:
        """Return a section as HTML, empty where none of its terms contains the text."""
        rows = [(term.name, escape(term.definition)) for term in section.terms if _contains(term, text)]
        return f"<h3>{escape(section.title)}</h3>{facts_html(rows, self._theme.muted)}" if rows else ""


def _contains(term: Term, text: str) -> bool:
    return text in term.name.casefold() or text in term.definition.casefold()
