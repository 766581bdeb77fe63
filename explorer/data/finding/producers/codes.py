"""The verdict on a code, or what to type for one, and the items under the code."""

from collections.abc import Iterator
from functools import partial

from explorer.data.controls.codes import Verdict
from explorer.data.controls.parties import catch_all_sentence
from explorer.data.dates import may_be_day
from explorer.data.finding.candidates import Candidate, Rank, Request
from explorer.data.finding.code_verdicts import (
    CodeText,
    CodeVerdicts,
    items_beginning,
    may_be_year,
    read_code,
    verdict_pill,
    verdict_sentence,
)
from explorer.data.finding.document_numbers import whole_number
from explorer.data.finding.producers.items import item_row, open_item
from explorer.data.finding.producers.metals import metal_row
from explorer.data.finding.rows import CODE, ITEMS, METALS, Row
from explorer.data.records import Item
from explorer.language import gettext, ngettext

_LEAST_DIGITS = 6


def candidates(request: Request) -> Iterator[Candidate]:
    """Yield the verdict on a complete code and its items, or for a beginning of one the items below it."""
    code = read_code(request.query.text)
    if code is None or _is_day_or_number(request.query.text):
        return
    if code.is_complete:
        yield from _verdict(request, code)
    else:
        yield from _beginning(request, code)


def _is_day_or_number(text: str) -> bool:
    """Return whether a text with digits is written as a day or as the number of a document: `2024-12-10`, `2024-46`."""
    if whole_number(text) is not None:
        return True
    return not text.strip().isdigit() and may_be_day(text)


def _verdict(request: Request, code: CodeText) -> Iterator[Candidate]:
    verdict = CodeVerdicts.of(request.store).check(code, request.context)
    make = partial(_verdict_row, request, code, verdict)
    yield Candidate(Rank.ANSWER, CODE, "verdict", code.plain, make, found=bool(verdict.naming_matches))
    yield from matching_items(request, code, verdict)


def matching_items(request: Request, code: CodeText, verdict: Verdict) -> Iterator[Candidate]:
    """Yield the items that match a code, in the order of the verdict, and their metals."""
    items: dict[str, tuple[Item, str]] = {}
    for match in verdict.matches:
        items.setdefault(match.item.item_id, (match.item, match.hs_code or ""))
    yield from _items(request, list(items.values()), verdict.normalised, code.text)


def _verdict_row(request: Request, code: CodeText, verdict: Verdict) -> Row:
    item = next(iter(match.item for match in verdict.naming_matches), None)
    pill, state = verdict_pill(verdict)
    detail = item.description if item is not None else ""
    if verdict.catch_all is not None and not verdict.described:
        detail = catch_all_sentence(verdict.catch_all.measure)
    return Row(
        kind="verdict",
        key=code.plain,
        group=CODE,
        title=verdict_sentence(code, verdict),
        detail=detail,
        metal_id=item.metal_id if item is not None else "",
        pill=pill,
        pill_state=state,
        verdict=verdict.verdict,
        action=open_item(item, code.text) if item is not None else None,
        title_marks=((0, len(code.text)),),
    )


def _beginning(request: Request, code: CodeText) -> Iterator[Candidate]:
    """Yield the items whose customs codes begin with too few or an odd number of digits, and say so."""
    items = items_beginning(request.store, code.plain, request.context.origin)
    if not items and may_be_year(code):
        return
    make = partial(_beginning_row, code, len(items))
    yield Candidate(Rank.ANSWER, CODE, "code_beginning", code.plain, make, found=bool(items))
    yield from _items(request, items, code.plain)


def _beginning_row(code: CodeText, count: int) -> Row:
    text = ngettext(
        "{count} item on file has a customs code that begins with {code}.",
        "{count} items on file have customs codes that begin with {code}.",
        count,
    )
    none = gettext("No item on file has a customs code that begins with {code}.")
    more = gettext("Enter at least six digits for a verdict.")
    whole = gettext("A verdict needs 6, 8 or 10 digits; a spreadsheet may have dropped a leading zero.")
    return Row(
        kind="code_beginning",
        key=code.plain,
        group=CODE,
        title=(text if count else none).format(count=count, code=code.text),
        detail=more if len(code.plain) < _LEAST_DIGITS else whole,
    )


def _items(
    request: Request, items: list[tuple[Item, str]], wanted: str, code: str = ""
) -> Iterator[Candidate]:
    """Yield the items, and the metals that they belong to; `code` is one on which there is a verdict."""
    for position, (item, hs_code) in enumerate(items):
        make = partial(item_row, request, item, hs_code, wanted, code)
        yield Candidate(Rank.EXACT, ITEMS, "item", item.item_id, make, (position,))
    for position, metal_id in enumerate(dict.fromkeys(item.metal_id for item, _ in items)):
        row = partial(metal_row, request, metal_id)
        yield Candidate(Rank.RELATED, METALS, "metal", metal_id, row, (position,))
