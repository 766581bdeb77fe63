"""The complete answer for several destinations: lines for each of them, which set it."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from explorer.data.controls.service import Controls
from explorer.data.finding.answer_pages.content import AnswerContent, Field, Line, Listing, all_sources
from explorer.data.finding.answer_pages.listed_metals import deciding_sources
from explorer.data.finding.code_verdicts import CodeVerdicts, verdict_pill
from explorer.data.finding.questions.reading import CODE, STATUS, Reading
from explorer.data.finding.rows import Action
from explorer.data.places import destinations, not_an_export, place_name
from explorer.data.store import Store
from explorer.language import gettext, paragraph


class Part(Struct, frozen=True):
    """The answer for one of the destinations, with what it opens."""

    reading: Reading
    action: Action
    content: AnswerContent


def combined(store: Store, parts: Sequence[Part], content: AnswerContent) -> AnswerContent:
    """Return the answers for several destinations as one; what limits them is shown once."""
    listings = [part.content.listing for part in parts if part.content.listing is not None]
    if listings:
        listing = by_destination(
            store,
            [(p.reading.destination, p.content.listing) for p in parts if p.content.listing is not None],
        )
        sentences = tuple(_sentence(store, part) for part in parts)
    else:
        listing, sentences = _answers(store, parts), ()
    sources = (*(i for part in parts for i in part.content.source_ids), *all_sources(listing.lines))
    return replace(
        content,
        sentences=sentences,
        remarks=tuple(dict.fromkeys(text for part in parts for text in part.content.remarks)),
        notes=tuple(dict.fromkeys(text for part in parts for text in part.content.notes)),
        listing=listing,
        source_ids=tuple(dict.fromkeys(sources)),
        documents=tuple(dict.fromkeys(i for part in parts for i in part.content.documents)),
    )


def _sentence(store: Store, part: Part) -> str:
    return gettext("To {destination}: {answer}").format(
        destination=place_name(store, part.reading.destination), answer=paragraph(part.content.sentences)
    )


def _label(store: Store, place_id: str) -> str:
    """Return the name of a destination as the field above has it: `United States`."""
    names = {place.place_id: place.name for place in destinations(store)}
    return names.get(place_id) or place_name(store, place_id)


def by_destination(store: Store, found: Sequence[tuple[str, Listing]]) -> Listing:
    """Return one table with the lines of those for several destinations; each line also sets its destination."""
    lines, first = [], found[0][1]
    for place, listing in found:
        name = Field(_label(store, place))
        for line in listing.lines:
            action = replace(line.action, destination=place)
            lines.append(Line((name, *line.fields), action, line.source_ids))
    columns = ((gettext("Destination"), 3), *first.columns)
    by_value = tuple(at + 1 for at in first.by_value)
    return Listing(first.name, columns, tuple(lines), by_value, tuple(at + 1 for at in first.long))


def _answers(store: Store, parts: Sequence[Part]) -> Listing:
    """Return a table with a line for each destination and sentence, and with the status where the question is on it."""
    columns: tuple[tuple[str, int], ...] = (
        (gettext("Destination"), 3),
        (gettext("Status"), 4),
        (gettext("Answer"), 12),
    )
    lines = [line for part in parts for line in _lines(store, part)]
    if not any(line.fields[1].text for line in lines):
        columns = (columns[0], columns[2])
        lines = [replace(line, fields=(line.fields[0], line.fields[2])) for line in lines]
    return Listing(gettext("Destinations"), columns, tuple(lines), long=(len(columns) - 1,))


def _lines(store: Store, part: Part) -> Iterator[Line]:
    """Yield a line for each sentence; where the question is on metals, there is one for each of them."""
    reading, sentences = part.reading, part.content.sentences
    subjects = reading.metals if len(reading.metals) == len(sentences) else ("",) * len(sentences)
    place = Field(_label(store, reading.destination))
    for metal_id, sentence in zip(subjects, sentences, strict=True):
        is_item = bool(part.action.item)
        metal = part.action.metal if is_item or not metal_id else metal_id
        yield Line(
            (place, Field(_status(store, reading, metal_id)), Field(sentence)),
            replace(part.action, metal=metal, question="", asked=None, destination=reading.destination),
            deciding_sources(store, metal_id, reading.context) if metal_id else (),
        )


def _status(store: Store, reading: Reading, metal_id: str) -> str:
    """Return the words of the pill for a question on the status of a metal or a code on a day, otherwise nothing."""
    if not_an_export(store, reading.origin, reading.destination) or not reading.is_day:
        return ""
    if reading.intent == STATUS and metal_id:
        return Controls.of(store).pill_words(metal_id, reading.context).full
    if reading.intent == CODE and reading.code is not None:
        verdict = CodeVerdicts.of(store).check(reading.code, reading.context)
        words, _ = verdict_pill(verdict)
        return gettext("{verdict}: {status}").format(verdict=verdict.verdict, status=words) if words else ""
    return ""
