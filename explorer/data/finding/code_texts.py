"""A verdict in the few words of a row: the pills and the first item."""

from collections.abc import Iterator
from dataclasses import dataclass

from explorer.data.controls.codes import (
    ANNOUNCED,
    LISTED,
    NO_CODE,
    POSSIBLE,
    SUSPENDED,
    Match,
    RelatedMeasure,
    Verdict,
)
from explorer.data.controls.pill import rule_pill
from explorer.data.controls.status import IN_FORCE
from explorer.data.finding.code_check import UNREADABLE, CheckedLine, group_name
from explorer.data.finding.code_verdicts import verdict_pill
from explorer.data.metal_names import short_name
from explorer.data.reading.code_list import CodeLine, CodeList, cell_text
from explorer.data.records import KIND_RANK
from explorer.data.store import Store
from explorer.language import gettext, ngettext


@dataclass(frozen=True, slots=True)
class AnswerText:
    """The verdict with its pill state; words and states of what applies to the goods; metal and item, or the fault."""

    verdict: str
    verdict_state: str
    pills: tuple[tuple[str, str], ...]
    item: str


def answer_text(store: Store, answer: CheckedLine) -> AnswerText:
    """Return the texts of an answer."""
    verdict = answer.verdict
    if verdict is None:
        return AnswerText(group_name(UNREADABLE), "none", (), answer.fault)
    return AnswerText(
        verdict.verdict, _verdict_state(verdict), tuple(_goods(verdict)), _first_item(store, verdict)
    )


def code_shown(codes: CodeList, line: CodeLine) -> str:
    """Return the code of a line as it is written; of a line that could not be split nothing."""
    return cell_text(line.cells[codes.column]) if codes.column < len(line.cells) else ""


def _verdict_state(verdict: Verdict) -> str:
    """Return the pill state that colours a verdict: that of the measure of the item that decides it."""
    if verdict.verdict in (NO_CODE, POSSIBLE) or not verdict.matches:
        return "none"
    state = {LISTED: IN_FORCE, SUSPENDED: "suspended", ANNOUNCED: "announced"}[verdict.verdict]
    first = next(m for m in verdict.matches if m.state == state)
    return rule_pill(first.measure, first.state, presumed=False)[1]


def _goods(verdict: Verdict) -> Iterator[tuple[str, str]]:
    """Yield the pill of what is in force for the goods, and that of a stricter measure that is paused or announced."""
    if verdict.headline is None:
        return
    yield verdict_pill(verdict)
    rank = KIND_RANK[verdict.headline]
    entries: list[Match | RelatedMeasure] = []
    for match in verdict.matches:
        entries += (match, *match.related)
    waiting = [e for e in entries if e.state != IN_FORCE and KIND_RANK[e.measure.kind] > rank]
    if waiting:
        first = max(waiting, key=lambda e: (KIND_RANK[e.measure.kind], e.state == "suspended"))
        yield rule_pill(first.measure, first.state, presumed=first.presumed)


def _first_item(store: Store, verdict: Verdict) -> str:
    """Return the first item that matches, and how many more do; where none does, that the wording decides."""
    items = list(dict.fromkeys(match.item for match in verdict.matches))
    if not items:
        return gettext("No item on file names this code; the wording of the items decides.")
    first, more = items[0], len(items) - 1
    fields = {
        "metal": short_name(store.metal(first.metal_id)),
        "code": first.printed_number,
        "item": first.description,
    }
    text = gettext("{metal} {code}: {item}") if first.printed_number else gettext("{metal}: {item}")
    shown = text.format(**fields)
    if not more:
        return shown
    return ngettext("{item} (and {count} more)", "{item} (and {count} more)", more).format(
        item=shown, count=more
    )
