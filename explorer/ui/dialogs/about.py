"""The About dialog: versions, the edition of the data, licences and terms."""

import platform
import sqlite3
from collections.abc import Sequence
from datetime import date
from html import escape

import PySide6
from PySide6.QtCore import Qt, Signal, Slot, qVersion
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from explorer import __version__
from explorer.data.dates import first_day, show
from explorer.data.store import Store
from explorer.language import gettext
from explorer.palette import Theme
from explorer.ui.dialogs.licences import LicencesPage, TermsPage
from explorer.ui.widgets.labels import facts_html, label


class AboutDialog(QDialog):
    """Shows what the program and its data are; `reportRequested` asks for the diagnostic report."""

    reportRequested = Signal()

    def __init__(
        self,
        store: Store,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        keys: Sequence[tuple[str, str]] = (),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Minor Metals Explorer"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(900, 580)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.facts = FactsPage(store)
        self.tabs.addTab(self.facts, self.tr("Program and data"))
        self.tabs.addTab(LicencesPage(), self.tr("Licences"))
        self.tabs.addTab(TermsPage(), self.tr("Terms of the data"))
        self.keys = KeysPage(keys)
        self.tabs.addTab(self.keys, gettext("Keyboard"))
        column.addWidget(self.tabs, 1)
        column.addLayout(self._make_buttons())
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of a theme."""
        self.facts.set_theme(theme)
        self.keys.set_theme(theme)

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.copy = QPushButton(self.tr("Copy diagnostic report"))
        self.copy.setToolTip(self.tr("The text of `minor-metals doctor`"))
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self._copy_clicked)
        self.message = label("", "muted")
        self.message.setAccessibleName(self.tr("Message"))
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.close)
        row.addWidget(self.copy)
        row.addWidget(self.message, 1)
        row.addWidget(close)
        return row

    @Slot()
    def _copy_clicked(self) -> None:
        self.message.setText(self.tr("Writing the report…"))
        self.reportRequested.emit()

    @Slot()
    def report_copied(self) -> None:
        """Confirm that the report is on the clipboard."""
        self.message.setText(self.tr("The report is on the clipboard."))


class FactsPage(QTextBrowser):
    """Versions, the edition of the data, and its checksum."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Program and data"))
        self._store = store

    def set_theme(self, theme: Theme) -> None:
        """Show the page in the colours of a theme."""
        muted = theme.muted
        about = self.tr("Offline reference to the critical and minor metals. Nothing leaves this computer.")
        self.setHtml(
            f"<h2>Minor Metals Explorer</h2><p>{escape(about)}</p>"
            f"<h3>{escape(self.tr('Program'))}</h3>{facts_html(self._program(), muted)}"
            f"<h3>{escape(self.tr('Data'))}</h3>{facts_html(self._data(), muted)}"
        )

    def _program(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Version"), __version__),
            (self.tr("Qt"), qVersion()),
            (self.tr("PySide6"), PySide6.__version__),
            (self.tr("Python"), platform.python_version()),
            (self.tr("SQLite"), sqlite3.sqlite_version),
            (self.tr("System"), escape(platform.platform())),
        ]

    def _data(self) -> list[tuple[str, str]]:
        edition = self._store.edition
        age = (date.today() - first_day(edition.verified_to)).days
        days = self.tr("{} day ago") if age == 1 else self.tr("{} days ago")
        return [
            (self.tr("Edition"), escape(edition.data_version)),
            (self.tr("Verified to"), f"{show(edition.verified_to)}, {escape(days.format(f'{age:,}'))}"),
            (self.tr("What that means"), escape(edition.verified_note)),
            (self.tr("sha256 of the inputs"), f"<code>{escape(edition.sha256)}</code>"),
            (self.tr("File"), escape(str(self._store.path))),
        ]


class KeysPage(QTextBrowser):
    """The keys of the window, and what each does."""

    def __init__(self, keys: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(gettext("Keyboard"))
        self._rows = [(name, escape(text)) for name, text in keys]

    def set_theme(self, theme: Theme) -> None:
        """Show the keys in the colours of a theme."""
        self.setHtml(facts_html(self._rows, theme.muted))
