"""A document with all that the data know about it: measures, metals, items, events, parties, wording, addresses."""

import re
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from explorer.data.context import Context
from explorer.data.controls.addresses import Address, addresses
from explorer.data.controls.legal_records import LegalText, Listing, TranslatedText
from explorer.data.controls.legal_texts import ListedParty, parties_by_measure, texts_by_subject
from explorer.data.controls.paused_days import listed_events, pause_at
from explorer.data.controls.status import MILITARY_USERS, State, comes_from, matches, state_on
from explorer.data.controls.wording import PARTICULARS, TITLE
from explorer.data.places import ALL, not_an_export
from explorer.data.records import Instrument, Item, Measure, MeasureEvent
from explorer.data.store import Store
from explorer.errors import NotFound, quoted
from explorer.language import gettext

# How a measure applies to the destination: as such, to its military users only, or not at all.
APPLIES, MILITARY_ONLY, APPLIES_NOT = "yes", "military users", "no"
PRINTED, ON_FILE, TRANSLATED = "particulars", "on file", "translation"
_DIGITS = re.compile(r"\d+")


class ChineseTitle(Struct, frozen=True):
    """The Chinese title of a document: from its particulars, on file, or our translation of the English one."""

    text: str
    basis: str
    source_ids: tuple[str, ...] = ()


class DocumentMeasure(Struct, frozen=True):
    """A measure of a document with its state, None before its announcement, and how it applies to the destination."""

    measure: Measure
    state: State | None
    applies: str


class DocumentEvent(Struct, frozen=True):
    """An event of one or more measures of a document, and the other document behind it.

    `pause` is that of the measures on the day of the event, where it is not a pause itself.
    """

    event: MeasureEvent
    document: Instrument
    measures: tuple[Measure, ...]
    by: Instrument | None
    pause: State | None = None


class NamedParty(Struct, frozen=True):
    """A party with the measure that names it."""

    listed: ListedParty
    measure: Measure


class Document(Struct, frozen=True):
    """A document for a day and a destination; `context` has the origin whose exports it controls.

    `metal_ids` are the metals that its measures target, `form_metal_ids` those of which it names special forms only.
    `changed_by` are events of its own measures that other documents caused, `changes` those of other documents that
    it caused. `refusal` is the sentence where nothing is exported between origin and destination.
    """

    instrument: Instrument
    context: Context
    title_zh: ChineseTitle | None
    particulars: tuple[LegalText, ...]
    wording: tuple[LegalText, ...]
    addresses: tuple[Address, ...]
    measures: tuple[DocumentMeasure, ...]
    metal_ids: tuple[str, ...]
    form_metal_ids: tuple[str, ...]
    items: tuple[Item, ...]
    events: tuple[DocumentEvent, ...]
    changed_by: tuple[DocumentEvent, ...]
    changes: tuple[DocumentEvent, ...]
    parties: tuple[NamedParty, ...]
    source_ids: tuple[str, ...]
    refusal: str


def document(store: Store, instrument_id: str, context: Context) -> Document:
    """Return a document as of a day for a destination; raise NotFound for an unknown id."""
    instrument = store.instruments.get(instrument_id)
    if instrument is None:
        raise NotFound(gettext("No document with the ID {id}.").format(id=quoted(instrument_id)))
    own = tuple(m for m in store.measures.values() if m.instrument_id == instrument_id)
    context = _for_exports_of(store, instrument, context)
    texts = texts_by_subject(store, "instrument").get(instrument_id, ())
    events = events_of(store, own)
    others = (m for m in store.measures.values() if m.instrument_id != instrument_id)
    caused = (e for e in events_of(store, others) if e.by is instrument)
    targeted = tuple(dict.fromkeys(t.metal_id for m in own for t in m.targets))
    items = _items(store, own)
    return Document(
        instrument=instrument,
        context=context,
        title_zh=_title_zh(store, instrument, texts),
        particulars=tuple(t for t in texts if t.article in PARTICULARS),
        wording=_wording(store, own, texts),
        addresses=addresses(store, instrument),
        measures=tuple(DocumentMeasure(m, state_on(m, context.as_of), applies(m, context)) for m in own),
        metal_ids=targeted,
        form_metal_ids=tuple(dict.fromkeys(i.metal_id for i in items if i.metal_id not in targeted)),
        items=items,
        events=events,
        changed_by=tuple(e for e in events if e.by is not None and e.by is not instrument),
        changes=tuple(caused),
        parties=_parties(store, own),
        source_ids=_source_ids(instrument, own),
        refusal=not_an_export(store, context.origin, context.destination),
    )


def applies(measure: Measure, context: Context) -> str:
    """Return how a measure applies to the destination; for all destinations every measure of the origin does."""
    if not comes_from(measure, context.origin):
        return APPLIES_NOT
    if context.destination == ALL or measure.is_purchasing_rule or matches(measure, context):
        return APPLIES
    military = replace(context, destination=f"{context.destination}{MILITARY_USERS}")
    return MILITARY_ONLY if matches(measure, military) else APPLIES_NOT


def _for_exports_of(store: Store, instrument: Instrument, context: Context) -> Context:
    """Return a context with the origin whose exports the document controls; a member of its bloc stays."""
    members = store.bloc_members.get(instrument.jurisdiction, frozenset())
    return context if context.origin in members else replace(context, origin=instrument.jurisdiction)


def _title_zh(store: Store, instrument: Instrument, texts: Iterable[LegalText]) -> ChineseTitle | None:
    for text in texts:
        if text.article == TITLE:
            return ChineseTitle(text.text, PRINTED, text.source_ids)
    if instrument.title_zh:
        return ChineseTitle(instrument.title_zh, ON_FILE)
    import hashlib  # needed only here: without it the window opens faster

    key = {"file": "instruments", "key": instrument.instrument_id, "column": "title_zh"}
    for translated in store.rows(TranslatedText, **key):
        if translated.english_sha8 == hashlib.sha256(instrument.title_en.encode()).hexdigest()[:8]:
            return ChineseTitle(translated.text, TRANSLATED)
    return None


def _wording(store: Store, own: Iterable[Measure], texts: Iterable[LegalText]) -> tuple[LegalText, ...]:
    """Return the wording of a document and of its measures, each passage once."""
    of_measures = texts_by_subject(store, "measure")
    found = [t for t in texts if t.article not in PARTICULARS]
    found += [t for m in own for t in of_measures.get(m.measure_id, ())]
    return tuple({(t.article, t.text): t for t in reversed(found)}.values())[::-1]


def events_of(store: Store, measures: Iterable[Measure]) -> tuple[DocumentEvent, ...]:
    """Return events in order of date; the same event of several measures of one document is one."""
    found: dict[tuple[object, ...], list[Measure]] = {}
    first: dict[tuple[object, ...], MeasureEvent] = {}
    for measure in measures:
        for event in listed_events(measure):
            what = (event.date, event.event, event.until, event.basis, event.by_instrument_id, event.note)
            key = (measure.instrument_id, *what, pause_at(measure, event))
            found.setdefault(key, []).append(measure)
            first.setdefault(key, event)
    events = [
        DocumentEvent(
            event=first[key],
            document=of[0].instrument,
            measures=tuple(of),
            by=store.instruments.get(first[key].by_instrument_id or ""),
            pause=pause_at(of[0], first[key]),
        )
        for key, of in found.items()
    ]
    return tuple(sorted(events, key=lambda e: e.event.date))


def _items(store: Store, own: Iterable[Measure]) -> tuple[Item, ...]:
    """Return the items of measures in the order of their numbers."""
    ids = {m.measure_id for m in own}
    found = (i for i in store.items.values() if i.measure_id in ids)
    return tuple(sorted(found, key=lambda i: item_order(i.item_id)))


def item_order(item_id: str) -> tuple[str, ...]:
    """Return the key by which `…-1-10` comes after `…-1-2`."""
    return tuple(_DIGITS.sub(lambda number: number[0].zfill(6), item_id).split("-"))


def _parties(store: Store, own: Iterable[Measure]) -> tuple[NamedParty, ...]:
    """Return the parties measure by measure, in the order of their numbers in the notice."""
    by_measure = parties_by_measure(store)
    return tuple(
        NamedParty(x, m)
        for m in own
        for x in sorted(by_measure.get(m.measure_id, ()), key=lambda x: number_in_notice(x.listing))
    )


def number_in_notice(listing: Listing) -> tuple[int, ...]:
    """Return the number of a party in its notice, such as `14.9`, as numbers that can be sorted."""
    return tuple(int(part) for part in _DIGITS.findall(listing.list_no))


def _source_ids(instrument: Instrument, own: Iterable[Measure]) -> tuple[str, ...]:
    of_measures = (i for m in own for i in m.source_ids)
    return tuple(dict.fromkeys((*instrument.source_ids, *of_measures)))
