"""The About dialog: versions, the edition of the data, licences and terms."""

import platform
import sqlite3
from datetime import date
from html import escape

import PySide6
from PySide6.QtCore import QSize, Qt, Signal, Slot, qVersion
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
from explorer.data.numbers import exact
from explorer.data.store import Store
from explorer.language import gettext, ngettext
from explorer.palette import Theme
from explorer.ui.dialogs.licences import LicencesPage, TermsPage
from explorer.ui.widgets.dialog_size import size_within
from explorer.ui.widgets.labels import facts_html, label


class AboutDialog(QDialog):
    """Shows what the program and its data are; `reportRequested` asks for the diagnostic report."""

    reportRequested = Signal()

    def __init__(
        self,
        store: Store,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(gettext("About Minor Metals Explorer"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(size_within(self, QSize(900, 580)))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.facts = FactsPage(store)
        self.tabs.addTab(self.facts, gettext("Program and data"))
        self.tabs.addTab(LicencesPage(), gettext("Licences"))
        self.tabs.addTab(TermsPage(), gettext("Terms of the data"))
        column.addWidget(self.tabs, 1)
        column.addLayout(self._make_buttons())
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of a theme."""
        self.facts.set_theme(theme)

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.copy = QPushButton(gettext("Copy diagnostic report"))
        self.copy.setToolTip(gettext("Copy the output of “minor-metals doctor”"))
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self._copy_clicked)
        self.message = label("", "muted")
        close = QPushButton(gettext("Close"))
        close.setDefault(True)
        close.clicked.connect(self.close)
        row.addWidget(self.copy)
        row.addWidget(self.message, 1)
        row.addWidget(close)
        return row

    @Slot()
    def _copy_clicked(self) -> None:
        self.message.setText(gettext("Preparing the report…"))
        self.reportRequested.emit()

    @Slot()
    def report_copied(self) -> None:
        """Confirm that the report is on the clipboard."""
        self.message.setText(gettext("Report copied to the clipboard."))


class FactsPage(QTextBrowser):
    """Versions, the edition of the data, and its checksum."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(gettext("Program and data"))
        self._store = store

    def set_theme(self, theme: Theme) -> None:
        """Show the page in the colours of a theme."""
        muted = theme.muted
        about = gettext("Offline reference on critical and minor metals. Nothing is sent from this computer.")
        program, data = gettext("Program"), gettext("Data")
        self.setHtml(
            f"<h2>Minor Metals Explorer</h2><p>{escape(about)}</p>"
            f"<h3>{escape(program)}</h3>{facts_html(self._program(), muted)}"
            f"<h3>{escape(data)}</h3>{facts_html(self._data(), muted)}"
        )

    def _program(self) -> list[tuple[str, str]]:
        return [
            (gettext("Version"), __version__),
            ("Qt", qVersion()),
            ("PySide6", PySide6.__version__),
            ("Python", platform.python_version()),
            ("SQLite", sqlite3.sqlite_version),
            (gettext("Operating system"), escape(platform.platform())),
        ]

    def _data(self) -> list[tuple[str, str]]:
        edition = self._store.edition
        age = (date.today() - first_day(edition.verified_to)).days
        checked = ngettext("{day}, {count} day ago", "{day}, {count} days ago", age)
        return [
            (gettext("Edition"), escape(edition.data_version)),
            (
                gettext("Controls checked to"),
                escape(checked.format(day=show(edition.verified_to), count=exact(age))),
            ),
            (gettext("Coverage"), escape(edition.verified_note)),
            (gettext("Checksum of the data"), f"<code>{escape(edition.sha256)}</code>"),
            (gettext("Data file"), escape(str(self._store.path))),
        ]
