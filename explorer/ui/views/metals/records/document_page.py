"""The page of a document: titles, dates, measures, metals, items, events, parties, wording, addresses, sources."""

from html import escape

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from explorer.data.citation import citation, cite_document
from explorer.data.controls.document_texts import (
    dates_of,
    other_origin,
    particular_text,
    title_basis,
)
from explorer.data.controls.documents import Document, document
from explorer.data.controls.headline import beyond
from explorer.data.controls.wording import ADDRESS, PARTICULARS, TITLE, wording_heading
from explorer.data.dates import show, with_dates_in_words
from explorer.data.places import is_on_file, setting
from explorer.data.terms import confidence_word, document_kind_label
from explorer.data.words import instrument_name
from explorer.language import gettext, ngettext, paragraph
from explorer.ui.cards.legal.addresses import AddressList
from explorer.ui.cards.legal.events import EventsTable
from explorer.ui.cards.legal.items import ItemsTable, LimitsTable
from explorer.ui.cards.legal.measures_table import MeasuresTable
from explorer.ui.cards.legal.parties import PartiesTable
from explorer.ui.cards.legal.sources_table import SourcesTable
from explorer.ui.cards.legal.wording import copy_wording, wording_label
from explorer.ui.cards.metal_chip import MetalChips
from explorer.ui.view_context import ViewContext
from explorer.ui.views.metals.records.page import RecordPage
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.clipboard import copy_text
from explorer.ui.widgets.labels import facts_html, label


class DocumentPage(RecordPage):
    """Shows a document as of the date of the state, for its destination."""

    def __init__(self, shared: ViewContext, instrument_id: str, parent: QWidget | None = None) -> None:
        self._shown: Document = document(shared.store, instrument_id, shared.context)
        name = gettext("Document: {name}").format(name=instrument_name(self._shown.instrument))
        super().__init__(shared, name, parent)

    def build(self) -> None:
        self._add_head()
        self._add_measures()
        self._add_wording()
        self._add_metals()
        self._add_items()
        self._add_events()
        self._add_parties()
        self._add_particulars()
        addresses = AddressList(self._shown.addresses)
        self.add_card(gettext("Official text"), addresses, section=gettext("Official text"))
        sources = SourcesTable(self.shared.store, self._shown.source_ids)
        self.add_card(gettext("Sources"), sources, section=gettext("Sources"))

    def _add_head(self) -> None:
        shown, shared = self._shown, self.shared
        instrument, title = shown.instrument, shown.title_zh
        parts = [label(instrument.title_en, "title")]
        if title is not None:
            basis = f'<span style="color:{shared.theme.muted}">({escape(title_basis(title))})</span>'
            text = f"{escape(title.text)} {basis}"
            parts.append(label(text, rich=True))
        parts.append(label(with_dates_in_words(instrument.summary)))
        parts.append(label(facts_html(self._facts(), shared.theme.muted), rich=True))
        card = self.add_card(instrument_name(instrument), *parts, section=gettext("Document"), stacked=True)
        for text, slot in (
            (gettext("Copy citation"), self._copy_citation),
            (gettext("Add an entry…"), self._add_entry),
        ):
            button = link_button(text)
            button.clicked.connect(slot)
            card.add_action(button)

    def _facts(self) -> list[tuple[str, str]]:
        instrument = self._shown.instrument
        unknown = gettext("unknown")
        return [
            (gettext("Kind"), escape(document_kind_label(instrument.kind))),
            (gettext("Issuer"), escape(instrument.issuer)),
            (gettext("Jurisdiction"), escape(self.shared.store.country_name(instrument.jurisdiction))),
            (gettext("Announced"), escape(show(instrument.announced) or unknown)),
            (gettext("Effective"), escape(dates_of(self._shown) or unknown)),
            (gettext("Confidence"), escape(confidence_word(instrument.confidence))),
        ]

    def _add_measures(self) -> None:
        shown, shared = self._shown, self.shared
        store = shared.store
        remarks = (
            other_origin(store, shown, shared.context),
            shown.refusal,
            beyond(store, shown.context.as_of),
        )
        remark = paragraph(filter(None, remarks))
        parts: list[QWidget] = [label(remark, "warning")] if remark else []
        if shown.measures:
            table = MeasuresTable(store, shown)
            table.measureRequested.connect(self._open_measure)
            parts.append(table)
        else:
            parts.append(label(gettext("No measure of this document is on file."), "muted"))
        self.add_card(
            gettext("Measures"), *parts, section=gettext("Measures"), subtitle=setting(store, shown.context)
        )

    def _add_metals(self) -> None:
        shown = self._shown
        for heading, section, metal_ids in (
            (gettext("Metals"), gettext("Metals"), shown.metal_ids),
            (
                gettext("Metals of which it names special forms only"),
                gettext("Special forms"),
                shown.form_metal_ids,
            ),
        ):
            if metal_ids:
                chips = MetalChips(self.shared, metal_ids, shown.context)
                chips.chosen.connect(self._show_metal)
                self.add_card(heading, chips, section=section)

    def _add_items(self) -> None:
        shown, store = self._shown, self.shared.store
        if not shown.items:
            return
        table = ItemsTable(store, shown.items, shown.context, with_metal=True)
        caption = label(table.caption(), "muted")
        self.add_card(gettext("Items and codes"), caption, table, section=gettext("Items"))
        limits = LimitsTable(store, shown.items)
        if limits.count:
            self.add_card(gettext("Limits"), limits, section=gettext("Limits"))

    def _add_events(self) -> None:
        shown, store = self._shown, self.shared.store
        changed_by = gettext("Documents that amend this one"), gettext("Amended by")
        changes = gettext("Documents that this one amends"), gettext("Amends")
        for (heading, section), events, in_full, of_others in (
            ((gettext("Events"), gettext("Events")), shown.events, True, False),
            (changed_by, shown.changed_by, False, False),
            (changes, shown.changes, True, True),
        ):
            if events:
                table = EventsTable(
                    store,
                    events,
                    shown.context,
                    heading,
                    with_wording=in_full,
                    with_notes=in_full,
                    of_others=of_others,
                )
                table.documentRequested.connect(self._open_document)
                self.add_card(heading, table, section=section)

    def _add_parties(self) -> None:
        shown = self._shown
        if not shown.parties:
            return
        count = len(shown.parties)
        heading = ngettext("{count} named party", "{count} named parties", count).format(count=count)
        table = PartiesTable(self.shared.store, shown.parties, shown.context.as_of)
        self.add_card(heading, table, section=gettext("Parties"))

    def _add_particulars(self) -> None:
        """Add what the document says about itself; its title and addresses have places of their own."""
        elsewhere = (TITLE, ADDRESS)
        texts = [text for text in self._shown.particulars if text.article not in elsewhere]
        if texts:
            facts = [(gettext(PARTICULARS[t.article]), escape(particular_text(t))) for t in texts]
            self.add_card(
                gettext("Details given by the document"),
                label(facts_html(facts, self.shared.theme.muted), rich=True),
                section=gettext("Details"),
            )

    def _add_wording(self) -> None:
        shown, shared = self._shown, self.shared
        section = gettext("Wording")
        if not shown.wording:
            text = gettext("No official wording of this document is on file.")
            self.add_card(gettext("Official wording"), label(text, "muted"), section=section)
            return
        wording = wording_label(shared.store, shown.wording, shared.theme)
        card = self.add_card(wording_heading(shown.wording), wording, section=section)
        copy = link_button(gettext("Copy wording"))
        copy.clicked.connect(self._copy_wording)
        card.add_action(copy)

    @Slot(str)
    def _show_metal(self, metal_id: str) -> None:
        """Show a metal for the exports that the document is about."""
        state, origin = self.shared.state, self._shown.context.origin
        if is_on_file(self.shared.store, origin):
            state.set_context(origin=origin)
        state.set_metal(metal_id)

    @Slot(str)
    def _open_measure(self, measure_id: str) -> None:
        """Show a measure on the metal that is selected, or on the first that it names."""
        targets = [t.metal_id for t in self.shared.store.measures[measure_id].targets]
        if targets:
            current = self.shared.state.metal_id
            self._show_metal(current if current in targets else targets[0])
            self.shared.state.select_measure(measure_id)

    @Slot(str)
    def _open_document(self, instrument_id: str) -> None:
        self.shared.state.open_record("document", instrument_id)

    @Slot()
    def _add_entry(self) -> None:
        """Ask for the dialog on the first measure of the document."""
        measures = self._shown.measures
        self.shared.entries.addRequested.emit(measures[0].measure.measure_id if measures else "")

    @Slot()
    def _copy_citation(self) -> None:
        store = self.shared.store
        document_line = cite_document(store, self._shown.instrument)
        text = "\n".join((document_line, citation(store, self._shown.source_ids)))
        copy_text(self, text)

    @Slot()
    def _copy_wording(self) -> None:
        copy_wording(self, self.shared.store, self._shown.wording)
