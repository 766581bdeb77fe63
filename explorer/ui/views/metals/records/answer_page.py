"""The page of an answer: the sentence, how the question was read, and a table whose lines open what they are about."""

from functools import partial

from PySide6.QtWidgets import QWidget

from explorer.data.finding.answer_pages.content import AnswerContent, Field, Listing
from explorer.data.finding.answer_pages.page import answer_content
from explorer.data.finding.answer_pages.quoted_answer import quoted_answer
from explorer.data.finding.rows import OPEN_DOCUMENT
from explorer.language import gettext, paragraph
from explorer.models.search_actions import apply_action
from explorer.models.table import Cell
from explorer.ui.cards.legal.sources_table import SourcesTable
from explorer.ui.cards.metal_chip import MetalChips
from explorer.ui.cards.provenance import offer_sources
from explorer.ui.view_context import ViewContext
from explorer.ui.views.metals.records.page import RecordPage
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.clipboard import confirm, copy_text
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.table_view import TableView


class AnswerPage(RecordPage):
    """Shows the complete answer to a question for the as-of date, origin and destination of the state."""

    def __init__(self, shared: ViewContext, question: str, parent: QWidget | None = None) -> None:
        state = shared.state
        asked = state.asked or state.context.as_of
        self._content = answer_content(shared.store, question, shared.context, asked)
        super().__init__(shared, gettext("Answer: {question}").format(question=question), parent)

    def build(self) -> None:
        self._table: TableView | None = None
        for content in self._content.sections or (self._content,):
            self._add_answer(content)
            for listing in content.listings:
                self._add_listing(content, listing)
            self._add_metals(content)
            if content.source_ids:
                self.add_card(gettext("Sources"), SourcesTable(self.shared.store, content.source_ids))

    def focus_target(self) -> QWidget | None:
        """Return the table of the answer, if it has one."""
        return self._table

    def _add_answer(self, content: AnswerContent) -> None:
        parts = [label(sentence) for sentence in content.sentences]
        parts += [label(remark, "warning") for remark in content.remarks]
        parts += [label(note, "small") for note in content.notes]
        if content.suggestions:
            parts.append(label(gettext("Questions that are understood:"), "muted"))
            parts += [label(suggestion) for suggestion in content.suggestions]
        heading = gettext("“{question}”").format(question=content.question)
        card = self.add_card(heading, *parts, subtitle=content.reading, stacked=True)
        copy = link_button(gettext("Copy answer"))
        copy.clicked.connect(partial(self._copy, content))
        card.add_action(copy)

    def _add_listing(self, content: AnswerContent, listing: Listing) -> None:
        table = TableView([name for name, _ in listing.columns], listing.name)
        table.set_weights(*(weight for _, weight in listing.columns), long=listing.long)
        table.set_rows([_cells(listing, number) for number in range(len(listing.lines))])
        table.opened.connect(partial(self._open, listing))
        opens_document = listing.lines[0].action.kind == OPEN_DOCUMENT
        table.record_name = gettext("Open document") if opens_document else gettext("Open metal")
        table.remark = paragraph(content.remarks)
        offer_sources(self.shared.store, (table,))
        hint = (
            gettext("Press Enter or double-click a row to set its destination and open it.")
            if listing.lines[0].action.destination
            else gettext("Press Enter or double-click a row to open it.")
        )
        self.add_card(listing.name, label(hint, "muted"), table)
        self._table = self._table or table

    def _add_metals(self, content: AnswerContent) -> None:
        if content.metals:
            chips = MetalChips(self.shared, content.metals, self.shared.context)
            chips.chosen.connect(partial(self._show_metal, content))
            self.add_card(gettext("Metals"), chips)

    def _open(self, listing: Listing, key: str) -> None:
        # What is around this page stays where it is replaced by the page for another destination.
        around = self.parentWidget() or self
        sentence = apply_action(self.shared.store, self.shared.state, listing.lines[int(key)].action)
        if sentence:
            confirm(around, sentence)

    def _show_metal(self, content: AnswerContent, metal_id: str) -> None:
        state, tab = self.shared.state, content.tab
        state.set_metal(metal_id)
        state.set_tab(tab or state.tab)

    def _copy(self, content: AnswerContent, _checked: bool = False) -> None:
        copy_text(self, quoted_answer(self.shared.store, content))


def _cells(listing: Listing, number: int) -> list[Cell]:
    """Return a line as the cells of a table; the first one has its number as the key."""
    line = listing.lines[number]
    cells = [_cell(field, by_value=at in listing.by_value) for at, field in enumerate(line.fields)]
    first = line.fields[0]
    sort = cells[0].sort
    cells[0] = Cell(first.text, sort, first.tip, key=str(number), source_ids=line.source_ids)
    return cells


def _cell(field: Field, *, by_value: bool) -> Cell:
    return Cell(field.text, field.value, field.tip) if by_value else Cell(field.text, tip=field.tip)
