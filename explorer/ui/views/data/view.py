"""Data: what the data file contains, on pages that tabs lead to."""

from collections.abc import Mapping
from functools import partial
from importlib import import_module

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from explorer.data.dates import show
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.views import (
    BY_PRODUCTS_PAGE,
    CORRECTIONS_PAGE,
    COVERAGE_PAGE,
    DATA_PAGES,
    DATA_VIEW,
    DISAGREEMENTS_PAGE,
    EDITION_CHANGES_PAGE,
    EDITIONS_PAGE,
    SOURCES_PAGE,
    TABLES_PAGE,
)
from explorer.palette import Theme
from explorer.ui.view_context import ViewContext
from explorer.ui.views.data.page import DataPage
from explorer.ui.views.page import MARGINS
from explorer.ui.widgets.labels import label, rule
from explorer.ui.widgets.style import STEP
from explorer.ui.widgets.tab_bar import TabBar

# The module and the class of each page, imported when it is first opened.
_PAGES: Mapping[str, tuple[str, str]] = {
    SOURCES_PAGE: ("sources_page", "SourcesPage"),
    COVERAGE_PAGE: ("coverage_page", "CoveragePage"),
    TABLES_PAGE: ("tables_page", "TablesPage"),
    DISAGREEMENTS_PAGE: ("disagreements_page", "DisagreementsPage"),
    BY_PRODUCTS_PAGE: ("by_products_page", "ByProductsPage"),
    CORRECTIONS_PAGE: ("corrections_page", "CorrectionsPage"),
    EDITIONS_PAGE: ("editions_page", "EditionsPage"),
    EDITION_CHANGES_PAGE: ("edition_changes_page", "EditionChangesPage"),
}


@guarded
class DataView(QWidget):
    """Shows the page of the state; each page is built when it is first opened."""

    opened = Signal()
    exportRequested = Signal(object)

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shared = shared
        self._pages: dict[str, DataPage] = {}
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(gettext("Data"))
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self._stack, 1)
        shared.state.optionsChanged.connect(self._options_changed)
        self._show_page()

    def _head(self) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        left, top, _, _ = MARGINS
        column.setContentsMargins(left, top, left, 0)
        column.setSpacing(STEP)
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        self.subtitle = label("", "muted")
        row.addWidget(label(gettext("Data"), "title", wrap=False), 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.subtitle, 1, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(row)
        self.tabs = TabBar(gettext("Pages of the data"))
        names = {
            SOURCES_PAGE: gettext("Sources"),
            COVERAGE_PAGE: gettext("Coverage"),
            TABLES_PAGE: gettext("Tables"),
            DISAGREEMENTS_PAGE: gettext("Disagreements"),
            BY_PRODUCTS_PAGE: gettext("By-products"),
            CORRECTIONS_PAGE: gettext("Correct a fact"),
            EDITIONS_PAGE: gettext("Editions"),
            EDITION_CHANGES_PAGE: gettext("What changed"),
        }
        for page in DATA_PAGES:
            self.tabs.addTab(names[page])
        self.tabs.currentChanged.connect(self._tab_chosen)
        column.addWidget(self.tabs)
        column.addWidget(rule())
        return head

    def page(self, name: str) -> DataPage:
        """Return a page, built at its first use."""
        if name not in self._pages:
            module, class_name = _PAGES[name]
            build = getattr(import_module(f"explorer.ui.views.data.{module}"), class_name)
            page: DataPage = build(self._shared)
            self._pages[name] = page
            page.opened.connect(self.opened)
            self._stack.addWidget(page)
        return self._pages[name]

    def focus_content(self) -> None:
        """Move the focus to what the open page shows."""
        self.page(self._open).focus_content()

    def export_content(self) -> bool:
        """Save the table of the open page; return whether it has one."""
        return self.page(self._open).export_content()

    def restyle(self, theme: Theme) -> None:
        """Draw the pages that were opened in a theme."""
        for page in self._pages.values():
            page.restyle(theme)

    @property
    def _open(self) -> str:
        return self._shared.state.options(DATA_VIEW)["page"]

    def _show_page(self) -> None:
        blocked = self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(DATA_PAGES.index(self._open))
        self.tabs.blockSignals(blocked)
        self._stack.setCurrentWidget(self.page(self._open))
        self.subtitle.setText(self._subtitle_text())

    def _subtitle_text(self) -> str:
        """Return the edition, and that the as-of date does not matter where that is so."""
        edition = self._shared.store.edition
        text = gettext(
            "Edition {version}, controls checked to {day}. The as-of date does not change this view."
        )
        if self._open == EDITION_CHANGES_PAGE:
            text = gettext("Edition {version}, controls checked to {day}.")
        version = self._shared.editions.version_in_use(self._shared.store)
        return text.format(version=version, day=show(edition.verified_to))

    @Slot(str)
    def _options_changed(self, view: str) -> None:
        if view == DATA_VIEW:
            self._show_page()

    @Slot(int)
    def _tab_chosen(self, index: int) -> None:
        """Open a page; a filter is that of the page for which it was typed."""
        choose = partial(self._shared.state.set_option, DATA_VIEW)
        choose("page", DATA_PAGES[index])
        choose("filter", "")
        choose("cites", "")
