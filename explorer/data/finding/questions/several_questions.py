"""Texts that ask several questions: where each begins, and what it takes from the others, such as the metal."""

import re
from collections.abc import Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from explorer.data.context import Context
from explorer.data.finding.questions import faults
from explorer.data.finding.questions.grammar import Parsed
from explorer.data.finding.questions.meanings import Meaning
from explorer.data.finding.questions.question_parts import Token
from explorer.data.finding.questions.question_starts import split_questions
from explorer.data.finding.questions.reading import (
    CHANGES,
    CODE,
    LIST,
    PRICE,
    PRODUCERS,
    RELIANCE,
    STATUS,
    SUPPLIERS,
    Reading,
)
from explorer.data.finding.questions.role_names import DESTINATION
from explorer.data.finding.questions.sentences import parse_sentences
from explorer.data.finding.questions.tokens import tokenise
from explorer.data.store import Store

MOST = 4
_PRONOUN = re.compile(r"\b(?:it|they|them|this metal|that metal)\b|它们?|该金属|这种金属", re.IGNORECASE)
_OF_OTHERS = re.compile(
    r"\b(?:of|from|to|in|by) (?:them|these|those|there)\b|\b(?:that|this|which) (?:country|company)\b|其中|该国",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:they|them|their|these|those)\b|(?<!is )(?<!are )\bthere\b(?! "
    r"(?:is|are|an?|any)\b)|它们|他们|这些|那些|那里",
    re.IGNORECASE,
)
_SHARE_OF_PLACE = re.compile(
    r"(?:and\s+)?(?:what|which)(?:['’]s|\s+is)?\s+(?:the\s+)?share\s+(?:of\s+it\s+)?(?:does|has|do|have|of)\s+(?:the\s+)?"
    r"(?P<place>[\w .'’-]+?)(?:\s+(?:have|hold|produce|account\s+for))?"
    r"|(?P<chinese>[\u4e00-\u9fff]+?)(?:的份额|的占比|占|占比|的?份额)(?:是|有)?(?:多少|多大|几成)",
    re.IGNORECASE,
)
_OF_CONTROLS = (STATUS, LIST, CODE, CHANGES)
_OF_FIGURES = (PRICE, PRODUCERS, RELIANCE, SUPPLIERS)


class Part(Struct, frozen=True):
    """One of several questions: as it was typed, as it is asked by itself, and how it reads."""

    text: str
    asked: str
    parsed: Parsed


class Several(Struct, frozen=True):
    """The questions of a text; without all of them understood, `fault` is why."""

    parts: tuple[Part, ...] = ()
    fault: str = ""

    @property
    def understood(self) -> tuple[str, ...]:
        """The questions that are understood, as they are asked by themselves."""
        return tuple(part.asked for part in self.parts if part.parsed.reading is not None)

    @property
    def failing(self) -> Part | None:
        """The first question that is not understood."""
        return next((part for part in self.parts if part.parsed.reading is None), None)


def read_several(store: Store, text: str, context: Context, today: date, whole: Parsed) -> Several | None:
    """Return the questions of a text, None where it asks a single one; `whole` is how it reads as one."""
    texts = split_questions(text, tokenise(store, text, today, context.as_of))
    if not 1 < len(texts) <= MOST:
        return None
    parts = _read(store, texts, context, today)
    if not any(part.parsed.reading for part in parts):
        return None
    readings = [part.parsed.reading for part in parts if part.parsed.reading is not None]
    if len(readings) < len(parts):
        several = Several(parts)
        failing = several.failing
        assert failing is not None
        fault = faults.of_part(failing.text, failing.parsed.fault)
        return replace(several, fault=fault)
    if not _are_different(readings) and whole.reading is not None:
        return None
    return Several(parts, _fault_in_dates(parts))


def _read(store: Store, texts: Sequence[str], context: Context, today: date) -> tuple[Part, ...]:
    """Return how each question reads, with the metal and the places that only another one names."""
    alone = [parse_sentences(store, text, context, today) for text in texts]
    subjects = [_subject_text(parsed.tokens) for parsed in alone]
    places = [_named_places(parsed) for parsed in alone]
    found = []
    for at, text in enumerate(texts):
        own = _with_places(context, _nearest(places, at, 0), _nearest(places, at, 1))
        other = _reference_to_others(text, alone[:at])
        if other:
            fault = faults.of_reference(other)
            found.append(Part(text, text, replace(alone[at], reading=None, fault=fault, unused=(other,))))
            continue
        texts_to_try = [text] if subjects[at] else _with_subjects(text, subjects, at)
        texts_to_try = [*_on_output(text, subjects, alone[: at + 1]), *texts_to_try]
        read = [Part(text, asked, parse_sentences(store, asked, own, today)) for asked in texts_to_try]
        found.append(next((part for part in read if part.parsed.reading is not None), read[0]))
    return tuple(found)


def _reference_to_others(text: str, before: Sequence[Parsed]) -> str:
    """Return the word for what an answer before a question names: `and which of them restrict exports`; else empty."""
    names_others = any(
        p.reading is not None and p.reading.intent in (PRODUCERS, SUPPLIERS, LIST) for p in before
    )
    found = _OF_OTHERS.search(text) or (_OTHERS.search(text) if names_others else None)
    return found[0] if before and found is not None else ""


def _on_output(text: str, subjects: Sequence[str], alone: Sequence[Parsed]) -> list[str]:
    """Return a question on the share of a place, after one on producers, as one on output: `and what share has Chile`.

    It is on the stage of production that the question before it names.
    """
    *before, own = alone
    reading = before[-1].reading if before else None
    subject = subjects[len(before) - 1] if before else ""
    if reading is None or reading.intent != PRODUCERS or subjects[len(before)] or not subject:
        return []
    share = _SHARE_OF_PLACE.fullmatch(text.strip(" ,.?？。，"))
    named = share and (share["place"] or share["chinese"])
    place = next((t for t in own.tokens if t.place is not None), None)
    if place is None or named != place.text:
        return []
    stage = next(iter(reading.stage_words), "production")
    return [f"share of {named} in {subject} {stage}"]


def _with_subjects(text: str, subjects: Sequence[str], at: int) -> list[str]:
    """Return a question with the subject of the nearest one before it, by itself, and with that of one after it."""
    before = next(filter(None, reversed(subjects[:at])), "")
    after = next(filter(None, subjects[at + 1 :]), "")
    found = (_with_subject(text, before), text, "" if before else _with_subject(text, after))
    return list(dict.fromkeys(filter(None, found)))


def _subject_text(tokens: Sequence[Token]) -> str:
    """Return the metals with their forms, the document or the code that a question names, as it names them."""
    text, end = "", -1
    for token in tokens:
        if token.metal or token.code or token.is_document or Meaning.FORM in token.meanings:
            separator = " " * (token.start - end) if token.start - end <= 1 else " and "
            text += f"{separator if text else ''}{token.text}"
            end = token.end
    return text if any(t.metal or t.code or t.is_document for t in tokens) else ""


def _with_subject(text: str, subject: str) -> str:
    """Return a question with a subject in place of its pronoun, else beside it; empty without a subject."""
    if not subject:
        return ""
    replaced, count = _PRONOUN.subn(lambda _: subject, text, count=1)
    if count:
        return replaced
    return f"{text} {subject}" if text.isascii() else f"{subject}{text}"


def _named_places(parsed: Parsed) -> tuple[str, str]:
    """Return the origin and the destination that a question names for exports; empty where it names none."""
    reading = parsed.reading
    is_of_exports = reading is not None and reading.has_origin and reading.intent != PRODUCERS
    origin = reading.origin if reading is not None and is_of_exports else ""
    return origin, next(iter(parsed.places.get(DESTINATION, ())), "")


def _nearest(places: Sequence[tuple[str, str]], at: int, role: int) -> str:
    """Return the place that a question, else the nearest before it, else the first after it, names in a role."""
    return next((p[role] for p in (*reversed(places[: at + 1]), *places[at + 1 :]) if p[role]), "")


def _with_places(context: Context, origin: str, destination: str) -> Context:
    return Context(context.as_of, origin or context.origin, destination or context.destination)


def _are_different(readings: Sequence[Reading]) -> bool:
    """Return whether questions ask different things, so that one reading of all would leave something out."""
    if len({reading.intent for reading in readings}) > 1:
        return True
    if len({(r.stages, r.has_origin) for r in readings if r.intent == PRODUCERS}) > 1:
        return True
    return len({r.metals for r in readings}) > 1 and len({(r.origin, r.destinations) for r in readings}) > 1


def _fault_in_dates(parts: Sequence[Part]) -> str:
    """Return the sentence that one question's date may also be another's; empty where that is clear."""
    readings = [(part, part.parsed.reading) for part in parts if part.parsed.reading is not None]
    dated = [reading for _, reading in readings if reading.has_days]
    for part, reading in readings:
        is_past = any(Meaning.PAST in t.meanings for t in part.parsed.tokens)
        for family in (_OF_CONTROLS, _OF_FIGURES):
            shares_family = any(other.intent in family for other in dated)
            if not reading.has_days and reading.intent in family and dated and (shares_family or is_past):
                return faults.date_of_part(part.text)
    return ""
