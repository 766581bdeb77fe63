"""A measure in full: what it does, the issuer's wording, dates, items with codes, limits, events and addresses."""

from html import escape

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.data.citation import cite_measure
from explorer.data.controls.addresses import addresses
from explorer.data.controls.documents import events_of, item_order
from explorer.data.controls.legal_texts import texts_by_subject
from explorer.data.controls.pauses import basis_words, lapse_words, start_words
from explorer.data.controls.status import IN_FORCE, IN_PRINCIPLE, MeasureStatus
from explorer.data.controls.wording import wording_heading
from explorer.data.dates import show, with_dates_in_words
from explorer.data.entries.concerned import entries_of_measures, entries_sentence
from explorer.data.places import place_name
from explorer.data.records import Item
from explorer.data.terms import confidence_word
from explorer.data.user.records import MEASURE
from explorer.data.words import measure_kind, state_word
from explorer.language import gettext, gettext_noop, paragraph
from explorer.ui.cards import provenance
from explorer.ui.cards.legal.addresses import AddressList
from explorer.ui.cards.legal.events import EventsTable
from explorer.ui.cards.legal.items import ItemsTable, LimitsTable
from explorer.ui.cards.legal.wording import copy_wording, wording_label
from explorer.ui.cards.note_field import NoteField
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.clipboard import copy_text
from explorer.ui.widgets.labels import facts_html, label
from explorer.ui.widgets.layouts import Columns, FlowLayout, stacked
from explorer.ui.widgets.style import STEP

_LINKS = Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
MAX_SOURCES = 4
MIN_COLUMN = 320
_KIND_LINES = {
    "prohibition": gettext_noop("Ban: exports to {destination}"),
    IN_PRINCIPLE: gettext_noop("Refusal in principle: exports to {destination}"),
    "licence": gettext_noop("Licence requirement: exports to {destination}"),
    "end_use": gettext_noop("End-use rule: goods for {destination}"),
    "quota": gettext_noop("Quota: exports to {destination}"),
    "state_trading": gettext_noop("State trading: exports to {destination}"),
    "trade_licence": gettext_noop("Ordinary export licence: exports to {destination}"),
    "technology": gettext_noop("Technology control: exports to {destination}"),
    "reporting": gettext_noop("Reporting duty: exports to {destination}"),
}


class MeasureCard(QWidget):
    """Shows a measure for the current metal."""

    def __init__(self, shared: ViewContext, status: MeasureStatus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shared, self._status = shared, status
        self.items_table: ItemsTable | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6 * STEP, STEP, 2 * STEP, 4 * STEP)
        self._column.setSpacing(2 * STEP)
        self._texts = texts_by_subject(shared.store, "measure").get(status.measure.measure_id, ())
        self._column.addWidget(self._actions())
        self._add_description()
        self._add_facts()
        self._add_items()
        self._add_events()
        self._add_part(
            gettext("Official text"), AddressList(addresses(shared.store, status.measure.instrument))
        )
        self.note = NoteField(shared.notes, MEASURE)
        self.note.show_subject(status.measure.measure_id)
        self._add_part(gettext("Your note"), self.note)

    @property
    def measure_id(self) -> str:
        """The id of the measure shown."""
        return self._status.measure.measure_id

    def mark_item(self, item_id: str) -> int:
        """Mark an item in the table and return its top in this card in pixels, -1 where it is not listed."""
        if self.items_table is None:
            return -1
        top = self.items_table.mark(item_id, self._shared.theme.kind("licence").ground)
        return -1 if top < 0 else self.items_table.mapTo(self, QPoint(0, top)).y()

    def _add_part(self, heading: str, *widgets: QWidget) -> None:
        self._column.addSpacing(STEP)
        self._column.addWidget(label(heading, "heading"))
        for widget in widgets:
            self._column.addWidget(widget)

    def _actions(self) -> QWidget:
        """Return the buttons for the document and for copies."""
        holder = QWidget()
        row = FlowLayout(holder)
        buttons = [
            (gettext("Open document"), self._open_document),
            (gettext("Copy citation"), self._copy_citation),
            (gettext("Add an entry…"), self._add_entry),
        ]
        if self._texts:
            buttons.append((gettext("Copy wording"), self._copy_wording))
        for text, slot in buttons:
            button = link_button(text)
            button.clicked.connect(slot)
            row.addWidget(button)
        return holder

    def _add_description(self) -> None:
        """Add what the measure does in our words, and beside it the wording of the issuer."""
        measure, store, theme = self._status.measure, self._shared.store, self._shared.theme
        instrument = measure.instrument
        titles = "<br>".join(escape(t) for t in (instrument.title_en, instrument.title_zh) if t)
        ours = stacked(
            label(self._kind_line(), "heading"),
            label(titles, rich=True),
            label(with_dates_in_words(measure.summary)),
        )
        if not self._texts:
            self._column.addWidget(ours)
            self._column.addWidget(label(gettext("No official wording of this measure is on file."), "muted"))
            return
        theirs = stacked(
            label(wording_heading(self._texts), "heading"), wording_label(store, self._texts, theme)
        )
        self._column.addWidget(Columns((ours, 1), (theirs, 1), least=MIN_COLUMN))

    def _kind_line(self) -> str:
        measure = self._status.measure
        destination = place_name(self._shared.store, measure.destination)
        if measure.is_purchasing_rule:
            return gettext("Purchasing rule ({kind}) for {destination}; does not affect the status").format(
                kind=measure_kind(measure), destination=destination
            )
        kind = IN_PRINCIPLE if measure.strictness == IN_PRINCIPLE else measure.kind
        return gettext(_KIND_LINES[kind]).format(destination=destination)

    def _add_facts(self) -> None:
        facts = label(facts_html(self._facts(), self._shared.theme.muted), rich=True)
        facts.setOpenExternalLinks(False)
        facts.linkActivated.connect(self._link)
        facts.setTextInteractionFlags(facts.textInteractionFlags() | _LINKS)
        self._column.addWidget(facts)

    def _facts(self) -> list[tuple[str, str]]:
        measure, as_of = self._status.measure, self._shared.context.as_of
        return [
            (gettext("Issuer"), escape(measure.instrument.issuer)),
            (gettext("Announced"), show(measure.announced) or escape(gettext("unknown"))),
            (gettext("Effective"), escape(start_words(measure, as_of))),
            (gettext("Expires"), show(measure.expires)),
            (gettext("Status"), escape(state_word(self._status))),
            (gettext("Note"), escape(self._presumed_words())),
            (gettext("Your entry"), escape(self._entry_words())),
            (gettext("Scope"), escape(self._status.scope or "")),
            (gettext("Sources"), self._source_links()),
            (gettext("Confidence"), escape(confidence_word(measure.confidence))),
        ]

    def _presumed_words(self) -> str:
        """Return what a presumed state, or a pause by a statement, rests on."""
        status, as_of = self._status, self._shared.context.as_of
        if status.state == IN_FORCE:
            words = lapse_words(status, as_of, self._shared.store.edition.verified_to)
            return words if status.presumed else ""
        presumed = gettext("Presumed: not confirmed by a later notice.") if status.presumed else ""
        return paragraph(filter(None, (basis_words(status, as_of) or presumed,)))

    def _entry_words(self) -> str:
        """Return which entries of the user add or change the measure, empty without any."""
        store = self._shared.store
        return entries_sentence(store, entries_of_measures(store, (self._status.measure,)))

    def _source_links(self) -> str:
        source_ids = self._status.measure.source_ids
        links = provenance.links(self._shared.store, source_ids[:MAX_SOURCES])
        more = len(source_ids) - MAX_SOURCES
        if more <= 0:
            return links
        rest = gettext("{count} more (see Sources)").format(count=more)
        return f"{links}; {escape(rest)}"

    def _items(self) -> list[Item]:
        items = self._shared.store.items_of.get(self._shared.state.metal_id, ())
        own = (i for i in items if i.measure_id == self.measure_id)
        return sorted(own, key=lambda i: item_order(i.item_id))

    def _add_items(self) -> None:
        items, store = self._items(), self._shared.store
        if not items:
            return
        self.items_table = ItemsTable(store, items, self._shared.context)
        self._add_part(
            gettext("Items and codes"), label(self.items_table.caption(), "muted"), self.items_table
        )
        limits = LimitsTable(store, items)
        if limits.count:
            self._add_part(gettext("Limits"), limits)

    def _add_events(self) -> None:
        store = self._shared.store
        events = [replace(e, measures=()) for e in events_of(store, [self._status.measure])]
        if not events:
            return
        table = EventsTable(store, events, self._shared.context, gettext("Events"))
        table.documentRequested.connect(self._open_other_document)
        self._add_part(gettext("Events"), table)

    @Slot()
    def _open_document(self) -> None:
        self._open_other_document(self._status.measure.instrument_id)

    @Slot(str)
    def _open_other_document(self, instrument_id: str) -> None:
        self._shared.state.open_record("document", instrument_id)

    @Slot()
    def _add_entry(self) -> None:
        self._shared.entries.addRequested.emit(self.measure_id)

    @Slot()
    def _copy_citation(self) -> None:
        copy_text(self, cite_measure(self._shared.store, self._status.measure))

    @Slot()
    def _copy_wording(self) -> None:
        copy_wording(self, self._shared.store, self._texts)

    @Slot(str)
    def _link(self, target: str) -> None:
        if target.startswith("source:"):
            self._shared.state.select_source(target.removeprefix("source:"))
