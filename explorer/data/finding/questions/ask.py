"""A question and its answer: read, answered from the data, or refused with what was not understood."""

from collections.abc import Callable
from datetime import date
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from explorer.data.characters import simplified
from explorer.data.context import Context
from explorer.data.controls.headline import beyond
from explorer.data.finding.asked_terms import defined_term
from explorer.data.finding.chinese_numerals import with_digits
from explorer.data.finding.query import MOST_CHARACTERS
from explorer.data.finding.questions import faults
from explorer.data.finding.questions import reading as r
from explorer.data.finding.questions.answers import (
    buyers,
    changes,
    controls,
    ends,
    lists,
    prices,
    records,
    supply,
)
from explorer.data.finding.questions.answers.answer import Answer
from explorer.data.finding.questions.answers.form_wording import names_forms
from explorer.data.finding.questions.forms import is_product
from explorer.data.finding.questions.grammar import Parsed
from explorer.data.finding.questions.opens import opened, opened_parts
from explorer.data.finding.questions.reading import Reading, asides_text, claim_text, reading_text
from explorer.data.finding.questions.sentences import parse_sentences
from explorer.data.finding.questions.several_questions import Several, read_several
from explorer.data.finding.questions.suggestions import suggestions
from explorer.data.glossary import Term
from explorer.data.places import place_name
from explorer.data.store import Store
from explorer.data.supply.buyers import CREDIT
from explorer.language import gettext, paragraph

_ANSWERS: dict[str, Callable[[Store, Reading], Answer]] = {
    r.STATUS: controls.status,
    r.SINCE: controls.since,
    r.UNTIL: ends.until,
    r.LIST: lists.listed,
    r.CHANGES: changes.changes,
    r.PRODUCERS: supply.producers,
    r.USES: supply.uses,
    r.PRICE: prices.price,
    r.RELIANCE: buyers.reliance,
    r.SUPPLIERS: buyers.suppliers,
    r.CODE: records.code,
    r.DOCUMENT: records.document,
}


class AnsweredPart(Struct, frozen=True):
    """One of several questions of a text, as it was typed, with its answer."""

    question: str
    reading: Reading
    reading_text: str
    answer: Answer

    @property
    def text(self) -> str:
        """The answer with the words that were not used."""
        return paragraph((self.answer.text, claim_text(self.reading), asides_text(self.reading)))


class Reply(Struct, frozen=True):
    """The reply to a question.

    Without a reading, `text` is why it was not understood, `unused` the words that were not used and `suggestions`
    are texts that are understood. `asks` is whether the text looks like a question at all, `asks_plainly` whether it
    was understood and has the form of one. `parts` are the questions of a text that asks several; the reading is then
    that of the first. `definition` is the term whose meaning is asked for; it needs no reading, and `text` defines it.
    """

    reading: Reading | None
    reading_text: str
    text: str
    answer: Answer | None
    unused: tuple[str, ...]
    asks: bool
    asks_plainly: bool = False
    suggest: Callable[[], tuple[str, ...]] = tuple
    parts: tuple[AnsweredPart, ...] = ()
    definition: Term | None = None

    @property
    def suggestions(self) -> tuple[str, ...]:
        """The texts that are understood; they are sought only where they are shown."""
        return self.suggest()


_ABOUT_BUYERS = (r.RELIANCE, r.SUPPLIERS)  # their answers name the buyer

_ABOUT_WORDINGS = (r.STATUS, r.SINCE, r.UNTIL)


def answer_to(store: Store, reading: Reading) -> Answer:
    """Return the answer to a question; one on several destinations is about each of them."""
    answers = [_ANSWERS[reading.intent](store, each) for each in reading.one_by_one()]
    if len(answers) == 1:
        return answers[0]
    texts, ending = _with_one_ending([answer.text for answer in answers], _ending(store, reading))
    if reading.intent not in _ABOUT_BUYERS:
        entry = gettext("To {destination}: {answer}")
        texts = [
            entry.format(destination=place_name(store, place), answer=text)
            for place, text in zip(reading.destinations, texts, strict=True)
        ]
    metals = tuple(dict.fromkeys(metal for answer in answers for metal in answer.metals))
    return replace(answers[0], text=paragraph((*texts, ending)), metals=metals)


def _ending(store: Store, reading: Reading) -> str:
    """Return the remark in which an answer ends: the credit of trade figures, or that the day was not checked."""
    return CREDIT if reading.intent in _ABOUT_BUYERS else beyond(store, reading.until)


def _with_one_ending(texts: list[str], ending: str) -> tuple[list[str], str]:
    """Return texts without the ending that they share, and the ending where any has it."""
    has_ending = bool(ending) and any(text.endswith(ending) for text in texts)
    return [text.removesuffix(ending).strip() for text in texts], ending if has_ending else ""


def _names_forms(store: Store, reading: Reading, answer: Answer) -> bool:
    """Return whether an answer names the forms that a question asks about, such as ore, so that it is about them.

    Answers on controls say of each form what the wording is; others say which product was not used as a filter.
    """
    others = [form for form in reading.forms if not is_product(form.text)]
    if not others or reading.intent in _ABOUT_WORDINGS:
        return True
    return len(reading.metals) == 1 and names_forms(store, reading, answer.text)


def ask(store: Store, text: str, context: Context, today: date | None = None) -> Reply:
    """Return the reply to a question; words such as “yesterday” count from `today`, by default that of the clock."""
    today = today or date.today()
    plain = text.encode("utf-8", "replace").decode("utf-8").replace("\x00", " ").strip()
    text = with_digits(simplified(plain[:MOST_CHARACTERS]))
    term = defined_term(text)
    if term is not None:
        return Reply(None, "", term.text, None, (), False, definition=term)
    parsed = parse_sentences(store, text, context, today)
    several = read_several(store, text, context, today, parsed)
    if several is not None:
        return _reply_to_several(store, text, several, context, today)
    if parsed.reading is None:
        return _refusal(store, text, parsed, context, today)
    part = _answered(store, text, parsed, today)
    if isinstance(part, Parsed):
        return _refusal(store, text, part, context, today)
    return Reply(part.reading, part.reading_text, part.text, part.answer, (), True, parsed.asks)


def _answered(store: Store, text: str, parsed: Parsed, today: date) -> AnsweredPart | Parsed:
    """Return the answer to a question that was read, or the refusal of one whose forms no answer names."""
    assert parsed.reading is not None
    metals = parsed.reading.metals or records.metals_of_code(store, parsed.reading)
    reading = replace(parsed.reading, metals=metals)
    answer = answer_to(store, reading)
    answer = replace(answer, action=opened(text, today, reading, answer.action))
    if _names_forms(store, reading, answer):
        return AnsweredPart(text, reading, reading_text(store, reading), answer)
    words = tuple(form.text for form in reading.forms if not is_product(form.text))
    return replace(parsed, reading=None, unused=words, fault=faults.of_words(store, words, reading.metals))


def _reply_to_several(store: Store, text: str, several: Several, context: Context, today: date) -> Reply:
    """Return the reply to a text of several questions: an answer to each, or which of them is not understood."""
    found = [
        _answered(store, part.text, part.parsed, today) if part.parsed.reading is not None else part.parsed
        for part in several.parts
    ]
    refused = next((each for each in found if isinstance(each, Parsed)), None)
    if refused is not None or several.fault:
        at = found.index(refused) if refused is not None else 0
        fault = several.fault or faults.of_part(several.parts[at].text, refused.fault if refused else "")
        unused = refused.unused if refused is not None else ()
        failing = replace(several.parts[at].parsed, reading=None, fault=fault, unused=unused)
        return _refusal(store, text, failing, context, today, several.understood)
    parts = tuple(each for each in found if isinstance(each, AnsweredPart))
    first = parts[0]
    texts = [part.text for part in parts]
    endings = dict.fromkeys(_ending(store, part.reading) for part in parts)
    for ending in endings:
        texts, shown = _with_one_ending(texts, ending)
        texts.append(shown)
    action = opened_parts(text, today, context)
    answer = replace(first.answer, text=paragraph(texts), action=action)
    readings = "; ".join(dict.fromkeys(part.reading_text for part in parts))
    return Reply(first.reading, readings, answer.text, answer, (), True, True, parts=parts)


def _refusal(
    store: Store, text: str, parsed: Parsed, context: Context, today: date, understood: tuple[str, ...] = ()
) -> Reply:
    """Return the reply to a question that was not understood, of which some parts may be `understood`."""
    suggest = partial(suggestions, store, text, parsed, context, today, understood)
    around = next((t for t in parsed.tokens if t.days is not None and t.days.are_around), None)
    is_only_fault = around is not None and {*parsed.unused} <= {around.text}
    fault = faults.of_days_around(around.text) if around is not None and is_only_fault else parsed.fault
    return Reply(None, "", fault, None, parsed.unused, parsed.asks, suggest=suggest)
