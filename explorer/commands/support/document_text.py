"""A document as text."""

from collections.abc import Iterator

from explorer.commands.support.items import item_and_limits
from explorer.commands.support.output import section, table, unknown, wrap
from explorer.data.citation import citation, cite_document
from explorer.data.context import Context
from explorer.data.controls.document_texts import (
    applies_word,
    clauses,
    covers_words,
    dates_of,
    event_words,
    other_origin,
    particular_text,
    shows_destination,
    state_text,
    title_basis,
)
from explorer.data.controls.documents import Document, DocumentEvent
from explorer.data.controls.headline import beyond
from explorer.data.controls.item_texts import code_texts
from explorer.data.controls.legal_texts import texts_by_subject, thresholds_by_item
from explorer.data.controls.listings import listing_words
from explorer.data.controls.measure_list import end_words, rule_words
from explorer.data.controls.pauses import start_words
from explorer.data.controls.service import Controls
from explorer.data.controls.wording import PARTICULARS, coverage, mark, note_words, shown_text
from explorer.data.dates import show, with_dates_in_words
from explorer.data.places import setting
from explorer.data.store import Store
from explorer.data.terms import confidence_word, document_kind_label
from explorer.data.words import instrument_name
from explorer.language import gettext, ngettext

_TEXT_WIDTH = 100


def as_text(store: Store, shown: Document, asked: Context) -> str:
    """Return a document as sections of text."""
    parts = ["\n".join(_names(store, shown)), "\n".join(_question(store, shown, asked))]
    sections = (
        (gettext("Measures"), _measures(store, shown)),
        (gettext("Metals"), _metals(store, shown)),
        (gettext("Items"), _items(store, shown)),
        (gettext("Events"), _events(store, shown, shown.events)),
        (gettext("Documents that amend this one"), _events(store, shown, shown.changed_by)),
        (gettext("Documents that this one amends"), _events(store, shown, shown.changes, others=True)),
        (_parties_heading(shown), _parties(store, shown)),
        (gettext("Details given by the document"), _particulars(shown)),
        (gettext("Official wording"), _wording(store, shown)),
        (gettext("Addresses"), _addresses(shown)),
        (gettext("Citation"), cite_document(store, shown.instrument)),
        (gettext("Sources"), citation(store, shown.source_ids)),
    )
    parts += [section(heading, text) for heading, text in sections if text]
    return "\n\n".join(parts)


def _names(store: Store, shown: Document) -> Iterator[str]:
    instrument, title = shown.instrument, shown.title_zh
    yield gettext("{document}: {title}").format(
        document=instrument_name(instrument), title=instrument.title_en
    )
    if title is not None:
        yield gettext("{title} ({basis})").format(title=title.text, basis=title_basis(title))
    yield from wrap(with_dates_in_words(instrument.summary), _TEXT_WIDTH)
    for name, value in (
        (gettext("Kind"), document_kind_label(instrument.kind)),
        (gettext("Issuer"), instrument.issuer or unknown()),
        (gettext("Jurisdiction"), store.country_name(instrument.jurisdiction)),
        (gettext("Announced"), show(instrument.announced) or unknown()),
        (gettext("Effective"), dates_of(shown) or unknown()),
        (gettext("Confidence"), confidence_word(instrument.confidence)),
        (gettext("ID"), instrument.instrument_id),
    ):
        yield gettext("{name}: {value}").format(name=name, value=value)


def _question(store: Store, shown: Document, asked: Context) -> Iterator[str]:
    yield setting(store, shown.context)
    yield from filter(None, (other_origin(store, shown, asked), shown.refusal, beyond(store, asked.as_of)))


def _measures(store: Store, shown: Document) -> str:
    if not shown.measures:
        return gettext("No measure of this document is on file.")
    header = [
        *(gettext("Part"), gettext("Kind and destination"), gettext("Effective")),
        *(gettext("Status"), gettext("Until")),
    ]
    if shows_destination(shown):
        header.append(gettext("Applies"))
    header.append(gettext("Summary"))
    rows = []
    for m in shown.measures:
        start = start_words(m.measure, shown.context.as_of)
        until = end_words(m.measure, m.state.name, m.state.until) if m.state is not None else ""
        cells = [m.measure.clause or "", rule_words(store, m.measure), start, state_text(m), until]
        cells += [applies_word(m)] if shows_destination(shown) else []
        rows.append([*cells, with_dates_in_words(m.measure.summary)])
    return table(header, rows)


def _metals(store: Store, shown: Document) -> str:
    rows = []
    for metal_id in (*shown.metal_ids, *shown.form_metal_ids):
        words, _ = Controls.of(store).pill(metal_id, shown.context)
        rows.append((store.metal(metal_id).name_en, covers_words(shown, metal_id), words))
    return table((gettext("Metal"), gettext("Covers"), gettext("Status")), rows) if rows else ""


def _items(store: Store, shown: Document) -> str:
    if not shown.items:
        return ""
    limits = thresholds_by_item(store)
    texts = texts_by_subject(store, "item")
    rows = [
        (
            item.printed_number,
            store.metal(item.metal_id).name_en,
            "; ".join(code_texts(item, store.measures[item.measure_id], shown.context.as_of)),
            item_and_limits(item, limits.get(item.item_id, ())),
        )
        for item in shown.items
    ]
    header = (
        gettext("Control code"),
        gettext("Metal"),
        gettext("Customs codes"),
        gettext("Item and limits"),
    )
    found = sum(item.item_id in texts for item in shown.items)
    return "\n".join((table(header, rows), coverage(found, len(shown.items))))


def _events(store: Store, shown: Document, events: tuple[DocumentEvent, ...], *, others: bool = False) -> str:
    """Return events as a table; `others` are those of other documents, which are named."""
    if not events:
        return ""
    header = [gettext("Event"), gettext("Part"), gettext("Note")]
    rows = [
        [event_words(e, shown.context.as_of), clauses(e.measures), note_words(store, e.event.note)]
        for e in events
    ]
    if others:
        header = [gettext("Document"), *header]
        rows = [[instrument_name(e.document), *row] for e, row in zip(events, rows, strict=True)]
    return table(header, rows)


def _parties_heading(shown: Document) -> str:
    count = len(shown.parties)
    return ngettext("{count} named party", "{count} named parties", count).format(count=count)


def _parties(store: Store, shown: Document) -> str:
    rows = []
    for named in shown.parties:
        party, listing = named.listed.party, named.listed.listing
        country = store.country_name(party.country_id) if party.country_id else unknown()
        state = listing_words(listing, named.measure, shown.context.as_of)
        rows.append((listing.list_no, party.name_en, party.name_zh or "", country, state))
    header = (
        gettext("No."),
        gettext("Name"),
        gettext("Chinese name"),
        gettext("Country"),
        gettext("Status"),
    )
    return table(header, rows) if rows else ""


def _particulars(shown: Document) -> str:
    rows = [(gettext(PARTICULARS[t.article]), particular_text(t)) for t in shown.particulars]
    return table((gettext("Particular"), gettext("Chinese text")), rows) if rows else ""


def _wording(store: Store, shown: Document) -> str:
    if not shown.wording:
        return gettext("No official wording of this document is on file.")
    blocks = []
    for text in shown.wording:
        heading = gettext("{article} ({mark})").format(article=text.article, mark=mark(store, text))
        blocks.append("\n".join((heading, shown_text(text))))
    return "\n\n".join(blocks)


def _addresses(shown: Document) -> str:
    if not shown.addresses:
        return gettext("No address of an official text is on file.")
    lines = []
    for address in shown.addresses:
        lines.append(address.url)
        opened = gettext("This page was not opened.") if address.not_opened else ""
        remark = gettext("{title}. {opened}") if opened else gettext("{title}.")
        lines.append("  " + remark.format(title=address.title, opened=opened))
        if address.note:
            lines.append("  " + gettext("Note: {note}").format(note=address.note))
    return "\n".join(lines)
