"""The answer to a text that is a question, what it leads to, and what was not understood of one."""

from collections.abc import Iterator
from functools import partial

from msgspec.structs import replace

from explorer.data.controls.codes import Verdict
from explorer.data.controls.service import Controls
from explorer.data.finding.candidates import Candidate, Rank, Request
from explorer.data.finding.code_verdicts import CodeVerdicts, read_code, verdict_pill
from explorer.data.finding.document_numbers import whole_number
from explorer.data.finding.producers import codes, days
from explorer.data.finding.producers.documents import document_row
from explorer.data.finding.producers.metals import metal_row
from explorer.data.finding.questions.ask import Reply, ask
from explorer.data.finding.questions.reading import CHANGES, LIST, PRICE, PRODUCERS, STATUS, USES, Reading
from explorer.data.finding.rows import ANSWER, DOCUMENTS, METALS, OPEN_METAL, SEARCH, Action, Row
from explorer.data.finding.words import split_words

_LEAST_WORDS, _LEAST_IDEOGRAPHS = 3, 4
# Questions whose words say nothing else to search for, even where they are only a noun: `antimony uses`.
_ONLY_QUESTIONS = (USES, PRICE, PRODUCERS)
ANSWERS = ("answer", "filter")


def reply_to(request: Request) -> Reply:
    """Return the reply to the text as a question; a code or the number of a document alone is only looked up."""
    reply = ask(request.store, request.query.text, request.context, request.today)
    text = request.query.text.rstrip("?？ ")
    is_number = read_code(text) is not None or whole_number(text) is not None
    return replace(reply, reading=None, answer=None, asks=False) if is_number else reply


def is_only_question(reply: Reply) -> bool:
    """Return whether a text is a question and nothing to search for."""
    return reply.reading is not None and (reply.asks_plainly or reply.reading.intent in _ONLY_QUESTIONS)


def candidates(request: Request, reply: Reply) -> Iterator[Candidate]:
    """Yield the answer with the records that it is about, or what was not understood of a question."""
    if reply.reading is not None:
        kind = "filter" if reply.reading.intent == LIST and not reply.parts else "answer"
        make = partial(_answer_row, request, reply, kind)
        yield Candidate(Rank.ANSWER, ANSWER, kind, request.query.plain, make)
        listed = reply.answer.metals if reply.answer is not None else ()
        yield from _records(request, reply.reading, (*reply.reading.metals, *listed))
        for part in reply.parts[1:]:
            yield from _records(request, part.reading, (*part.reading.metals, *part.answer.metals))
    elif reply.asks and _is_long_enough(request.query.text):
        yield from _not_understood(request, reply)


def _is_long_enough(text: str) -> bool:
    """Return whether a text is more than the beginning of a question."""
    ideographs = sum("\u4e00" <= c <= "\u9fff" for c in text)
    return len(split_words(text)) >= _LEAST_WORDS or ideographs >= _LEAST_IDEOGRAPHS


def _answer_row(request: Request, reply: Reply, kind: str) -> Row:
    """Return the row of an answer, with the pill of its metal or the verdict on its code."""
    assert reply.reading is not None and reply.answer is not None
    pill, state, verdict = _pill(request, reply.reading) if not reply.parts else ("", "", "")
    return Row(
        kind=kind,
        key=request.query.plain,
        group=ANSWER,
        title=reply.text,
        detail=reply.reading_text,
        metal_id=reply.reading.metals[0] if reply.reading.metals else reply.answer.action.metal,
        pill=pill,
        pill_state=state,
        verdict=verdict,
        action=reply.answer.action,
    )


def _pill(request: Request, reading: Reading) -> tuple[str, str, str]:
    """Return the words and the state of the pill of an answer, and the verdict on its code."""
    if reading.more_destinations:
        return "", "", ""
    if reading.intent == STATUS and len(reading.metals) == 1 and reading.is_day:
        return (*Controls.of(request.store).pill(reading.metals[0], reading.context), "")
    verdict = _verdict(request, reading)
    return (*verdict_pill(verdict), verdict.verdict) if verdict is not None else ("", "", "")


def _verdict(request: Request, reading: Reading) -> Verdict | None:
    if reading.code is None:
        return None
    return CodeVerdicts.of(request.store).check(reading.code, reading.context)


def _records(request: Request, reading: Reading, metals: tuple[str, ...]) -> Iterator[Candidate]:
    """Yield the records that an answer is about: its metals, document, items, or the documents of its days."""
    plain = replace(request, query=replace(request.query, variants=()), context=reading.context)
    for position, metal_id in enumerate(metals):
        make = partial(_metal_row, plain, metal_id)
        yield Candidate(Rank.NAMED, METALS, "metal", metal_id, make, (position,))
    if reading.document is not None:
        row = partial(document_row, plain, reading.document)
        yield Candidate(Rank.NAMED, DOCUMENTS, "document", reading.document.instrument_id, row)
    verdict = _verdict(request, reading)
    if verdict is not None and reading.code is not None:
        yield from codes.matching_items(plain, reading.code, verdict)
    if reading.intent == CHANGES and not reading.metals:
        yield from days.records(plain, reading.since, reading.until)


def _metal_row(request: Request, metal_id: str) -> Row:
    """Return the row of a metal for the day and the places of the question, which it sets as well."""
    row = metal_row(request, metal_id)
    context = request.context
    action = Action(
        OPEN_METAL, metal=metal_id, day=context.as_of, origin=context.origin, destination=context.destination
    )
    return replace(row, action=action)


def _not_understood(request: Request, reply: Reply) -> Iterator[Candidate]:
    """Yield what was not understood, and questions that are; first where the text ends as a question."""
    text = request.query.text
    rank = Rank.ANSWER if text.endswith(("?", "？", "吗")) else Rank.PRONOUNCED
    make = partial(_remark_row, reply)
    yield Candidate(rank, ANSWER, "not_understood", request.query.plain, make, found=False)
    for position, suggestion in enumerate(reply.suggestions, start=1):
        row = partial(_suggestion_row, suggestion)
        yield Candidate(rank, ANSWER, "suggestion", suggestion, row, (position,), found=False)


def _remark_row(reply: Reply) -> Row:
    return Row(kind="not_understood", key="", group=ANSWER, title=reply.text)


def _suggestion_row(text: str) -> Row:
    return Row(kind="suggestion", key=text, group=ANSWER, title=text, action=Action(SEARCH, text=text))
