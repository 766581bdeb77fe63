"""The selected source: its dates, its address before it is opened, and the facts that depend on it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from explorer.data.citation import cite
from explorer.data.contents.source_facts import SourceFacts
from explorer.data.contents.tables import described_table
from explorer.data.dates import show
from explorer.data.numbers import exact
from explorer.data.terms import source_kind_label
from explorer.data.web_address import insecure_remark
from explorer.guard import guarded
from explorer.language import gettext, ngettext
from explorer.models.table import Cell
from explorer.ui.browser import is_web_address, open_in_browser
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.clipboard import copy_text
from explorer.ui.widgets.content_area import ContentArea
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.layouts import FlowLayout
from explorer.ui.widgets.style import STEP
from explorer.ui.widgets.table_view import TableView


@guarded
class SourcePane(ContentArea):
    """Shows a source; `tableOpened` asks for the rows of a table that cite it."""

    tableOpened = Signal(str, str)

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shared = shared
        self._facts: SourceFacts | None = None
        self.setProperty("role", "content")
        self.setAccessibleName(gettext("Selected source"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        content.setObjectName("page")
        column = QVBoxLayout(content)
        column.setContentsMargins(3 * STEP, 0, 2 * STEP, 0)
        column.setSpacing(3 * STEP)
        self.empty = label(gettext("No sources match the filter."), "muted")
        self.about = Card(" ", " ", stacked=True)
        self.facts = Card(" ", " ", stacked=True)
        for part in (self.empty, self.about, self.facts):
            column.addWidget(part)
            part.hide()  # until a source is shown
        column.addStretch(1)
        self._build_about()
        self._build_facts()
        self.setWidget(content)

    def _build_about(self) -> None:
        self.dates, self.note = label(""), label("", "muted")
        self.address, self.insecure = label(""), label("", "warning")
        buttons = QWidget()
        flow = FlowLayout(buttons, STEP)
        self.open_button = link_button(gettext("Open in browser"))
        self.copy_address = link_button(gettext("Copy address"))
        self.copy_citation = link_button(gettext("Copy citation"))
        self.open_button.clicked.connect(self._open)
        self.copy_address.clicked.connect(self._copy_address)
        self.copy_citation.clicked.connect(self._copy_citation)
        for button in (self.open_button, self.copy_address, self.copy_citation):
            flow.addWidget(button)
        for part in (self.dates, self.note, self.address, self.insecure, buttons):
            self.about.add(part)

    def _build_facts(self) -> None:
        self.tables = TableView((gettext("Kind of fact"), gettext("Facts")), gettext("Facts by kind"))
        self.tables.set_weights(4, 1)
        self.tables.record_name = gettext("List these facts")
        self.tables.opened.connect(self._open_table)
        self.facts.add(self.tables)
        self.facts.add(label(gettext("Press Enter or double-click a row to list its facts."), "small"))

    def show_source(self, facts: SourceFacts | None) -> None:
        """Show a source, or the reason why there is none."""
        self.empty.setVisible(facts is None)
        self.about.setVisible(facts is not None)
        self.facts.setVisible(facts is not None)
        if facts is None or facts == self._facts:
            self._facts = facts
            return
        self._facts, source, unknown = facts, facts.source, gettext("unknown")
        self.about.set_heading(source.title, source.publisher)
        text = gettext("Kind: {kind}\nDate: {date}\nLast checked: {checked}\nID: {id}")
        self.dates.setText(
            text.format(
                kind=source_kind_label(source.kind),
                date=show(source.date) or unknown,
                checked=_checked(facts) or unknown,
                id=source.source_id,
            )
        )
        self.note.setText(source.note or "")
        self.note.setVisible(bool(source.note))
        self.address.setText(source.url or gettext("No address is on file."))
        self.insecure.setText(insecure_remark())
        self.insecure.setVisible(facts.is_insecure)
        self.open_button.setVisible(is_web_address(source.url))
        self.copy_address.setVisible(bool(source.url))
        self._show_facts(facts)

    def _show_facts(self, facts: SourceFacts) -> None:
        heading = ngettext(
            "{count} fact depends on this source", "{count} facts depend on this source", facts.facts
        )
        subtitle = gettext("Rows of the data file that cite this source, by table.")
        self.facts.set_heading(heading.format(count=exact(facts.facts)), subtitle)
        counts = sorted(facts.counts.items(), key=lambda pair: -pair[1])
        self.tables.set_rows(
            [
                (Cell(gettext(described_table(name).title), key=name), Cell(exact(count), count))
                for name, count in counts
            ]
        )

    @Slot(str)
    def _open_table(self, table: str) -> None:
        if self._facts is not None:
            self.tableOpened.emit(self._facts.source.source_id, table)

    @Slot()
    def _open(self) -> None:
        if self._facts is not None:
            open_in_browser(self._facts.source.url)

    @Slot()
    def _copy_address(self) -> None:
        if self._facts is not None:
            copy_text(self, self._facts.source.url or "")

    @Slot()
    def _copy_citation(self) -> None:
        if self._facts is not None:
            copy_text(self, cite(self._facts.source))


def _checked(facts: SourceFacts) -> str:
    """Return the last day covered by the checks of export controls, empty for a source of other facts."""
    day = show(facts.last_checked)
    return gettext("{day} (checks of export controls)").format(day=day) if day else ""
