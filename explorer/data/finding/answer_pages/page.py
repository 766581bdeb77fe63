"""The complete answer to a question, of which the search shows what fits a few lines."""

from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from explorer.data.context import Context
from explorer.data.controls.headline import beyond
from explorer.data.finding.answer_pages.changes import change_listing
from explorer.data.finding.answer_pages.content import AnswerContent, all_sources
from explorer.data.finding.answer_pages.deciding_documents import deciding_documents, documents_note
from explorer.data.finding.answer_pages.destinations import Part, by_destination, combined
from explorer.data.finding.answer_pages.listed_metals import TAB, metal_listing
from explorer.data.finding.answer_pages.measures import measure_listing
from explorer.data.finding.answer_pages.reliance import reliance_listing
from explorer.data.finding.questions.answers.answer import Answer
from explorer.data.finding.questions.answers.changes_elsewhere import changes_elsewhere
from explorer.data.finding.questions.ask import answer_to, ask
from explorer.data.finding.questions.reading import (
    CHANGES,
    LIST,
    PARTY,
    RELIANCE,
    STATUS,
    UNTIL,
    Reading,
    asides_text,
    claim_text,
)
from explorer.data.places import not_an_export
from explorer.data.store import Store
from explorer.data.supply.buyers import CREDIT
from explorer.errors import KnownError


def answer_content(store: Store, question: str, context: Context, asked: date) -> AnswerContent:
    """Return the complete answer; words such as “yesterday” count from the day on which it was asked."""
    try:
        reply = ask(store, question, context, asked)
    except KnownError as error:
        return AnswerContent(question, understood=False, reading="", sentences=(str(error),))
    if reply.parts:
        sections = tuple(
            _section(store, p.question, p.reading, p.reading_text, p.answer) for p in reply.parts
        )
        return AnswerContent(question, understood=True, reading="", sentences=(), sections=sections)
    if reply.definition is not None:
        return AnswerContent(question, understood=True, reading="", sentences=(reply.text,))
    reading, answer = reply.reading, reply.answer
    if reading is None or answer is None:
        return AnswerContent(
            question, understood=False, reading="", sentences=(reply.text,), suggestions=reply.suggestions
        )
    return _section(store, question, reading, reply.reading_text, answer)


def _section(
    store: Store, question: str, reading: Reading, reading_text: str, answer: Answer
) -> AnswerContent:
    """Return the complete answer to a question, or to one of several."""
    content = _content(store, reading, answer, AnswerContent(question, True, reading_text, (answer.text,)))
    note = documents_note(store, content.documents)
    if reading.intent == STATUS and reading.is_day:
        with_measures = _with_measures(store, reading, content)
        note = note if with_measures is content else ""  # the table of measures names them
        content = with_measures
    return replace(
        content,
        remarks=(*content.remarks, *_given(claim_text(reading), asides_text(reading))),
        notes=(*content.notes, *_given(note)),
    )


def _with_measures(store: Store, reading: Reading, content: AnswerContent) -> AnswerContent:
    """Return an answer about the status of metals with the measures that it rests on, and their sources."""
    if reading.more_destinations:
        each = [(place.destination, measure_listing(store, place)) for place in reading.one_by_one()]
        found = [(place, listing) for place, listing in each if listing is not None]
        if not found:
            return content
        listing = by_destination(store, found)
        sources = dict.fromkeys((*content.source_ids, *all_sources(listing.lines)))
        return replace(content, measures=listing, source_ids=tuple(sources))
    listing_of_one = measure_listing(store, reading)
    if listing_of_one is None:
        return content
    return replace(content, listing=listing_of_one, source_ids=all_sources(listing_of_one.lines))


def _content(store: Store, reading: Reading, answer: Answer, content: AnswerContent) -> AnswerContent:
    """Return what the page of an answer shows for its intent, or for each of several destinations."""
    if reading.more_destinations:
        return combined(store, _parts(store, reading, content), content)
    if reading.listed == PARTY:
        return content
    if reading.intent in (CHANGES, LIST) and not_an_export(store, reading.origin, reading.destination):
        return content
    if reading.intent == CHANGES:
        return _changes(store, reading, content)
    if reading.intent == RELIANCE and not reading.metals:
        return _reliance(store, reading, content)
    if reading.intent == LIST:
        return _list(store, reading, answer.metals, content)
    return _metals(store, reading, answer, content)


def _parts(store: Store, reading: Reading, content: AnswerContent) -> list[Part]:
    """Return the answer for each destination by itself."""
    parts = []
    for each in reading.one_by_one():
        answer = answer_to(store, each)
        own = _content(store, each, answer, replace(content, sentences=(answer.text,)))
        parts.append(Part(each, answer.action, own))
    return parts


def _changes(store: Store, reading: Reading, content: AnswerContent) -> AnswerContent:
    sentence, listing = change_listing(store, reading)
    return replace(
        content,
        sentences=(sentence,),
        remarks=_given(changes_elsewhere(store, reading), beyond(store, reading.until)),
        listing=listing,
        source_ids=all_sources(listing.lines),
    )


def _reliance(store: Store, reading: Reading, content: AnswerContent) -> AnswerContent:
    sentence, remarks, notes, listing = reliance_listing(store, reading)
    sources = all_sources(listing.lines) if listing is not None else ()
    return replace(
        content,
        sentences=(sentence,),
        remarks=remarks,
        notes=notes,
        listing=listing,
        tab="trade",
        source_ids=sources,
    )


def _list(store: Store, reading: Reading, metals: tuple[str, ...], content: AnswerContent) -> AnswerContent:
    listing = metal_listing(store, metals, reading.context)
    remark = beyond(store, reading.until)
    return replace(
        content,
        sentences=_without(content.sentences, (remark,)),
        remarks=_given(remark),
        listing=listing,
        tab=TAB,
        source_ids=all_sources(listing.lines),
    )


def _metals(store: Store, reading: Reading, answer: Answer, content: AnswerContent) -> AnswerContent:
    """Return the answer of each metal as a sentence of its own, what they have in common as remarks."""
    single = [answer_to(store, replace(reading, metals=(metal_id,))) for metal_id in reading.metals]
    remarks, notes = (
        tuple(text for text in texts if text and answer.text.endswith(text))
        for texts in ((beyond(store, reading.until),), (CREDIT,))
    )
    texts = (a.text for a in single) if single else content.sentences
    return replace(
        content,
        sentences=_without(texts, (*remarks, *notes)),
        remarks=remarks,
        notes=notes,
        metals=reading.metals,
        tab=single[0].action.tab if single else "",
        documents=_documents(store, reading),
    )


def _documents(store: Store, reading: Reading) -> tuple[str, ...]:
    """Return the documents that decide an answer on the controls of metals on a day, each once."""
    if reading.intent not in (STATUS, UNTIL) or not reading.is_day:
        return ()
    found = (i for metal_id in reading.metals for i in deciding_documents(store, metal_id, reading.context))
    return tuple(dict.fromkeys(found))


def _without(texts: Iterable[str], remarks: Iterable[str]) -> tuple[str, ...]:
    """Return texts without the remarks at their ends, which are shown once."""
    found = []
    for text in texts:
        for remark in remarks:
            text = text.removesuffix(remark).rstrip() if remark else text
        found.append(text)
    return tuple(found)


def _given(*remarks: str) -> tuple[str, ...]:
    return tuple(remark for remark in remarks if remark)
