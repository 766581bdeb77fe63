"""A verdict in the few words of a row: the pills, and the item and the measure behind them."""

from collections.abc import Iterator

from msgspec import Struct

from explorer.data.controls.codes import (
    ANNOUNCED,
    LISTED,
    NO_CODE,
    POSSIBLE,
    SUSPENDED,
    Verdict,
)
from explorer.data.controls.pill import rule_pill
from explorer.data.controls.status import IN_FORCE
from explorer.data.finding.code_cause import Cause, causes, described_item, item_and_measure
from explorer.data.finding.code_check import UNREADABLE, CheckedLine, group_name
from explorer.data.finding.code_verdicts import verdict_pill, verdict_words
from explorer.data.store import Store
from explorer.language import gettext, ngettext


class AnswerText(Struct, frozen=True):
    """The verdict with its pill state; pills of what applies to the goods; item and measure, or the fault."""

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
        verdict_words(verdict), _verdict_state(verdict), tuple(_goods(verdict)), _item(store, verdict)
    )


def _verdict_state(verdict: Verdict) -> str:
    """Return the pill state that colours a verdict: that of the measure of the item that decides it."""
    if verdict.verdict in (NO_CODE, POSSIBLE) or not verdict.matches:
        return "none"
    state = {LISTED: IN_FORCE, SUSPENDED: "suspended", ANNOUNCED: "announced"}[verdict.verdict]
    first = next(m for m in verdict.matches if m.state == state)
    return rule_pill(first.measure, first.state, presumed=False, your_entry=False)[1]


def _goods(verdict: Verdict) -> Iterator[tuple[str, str]]:
    """Yield the pill of what is in force for the goods, and that of a stricter measure that is paused or announced."""
    if verdict.headline is None:
        return
    yield verdict_pill(verdict)
    yield from (cause.pill for cause in causes(verdict) if cause.entry.state != IN_FORCE)


def _item(store: Store, verdict: Verdict) -> str:
    """Return the item and the measure behind the first label, and how many other items match.

    Where no item matches, say that the wording decides.
    """
    items = list(dict.fromkeys(match.item for match in verdict.matches))
    if verdict.described:
        label, item = described_item(store, verdict.described[0])
        text = gettext("Named only in the description of an item ({label}): {item}")
        return text.format(label=label, item=item)
    if not items:
        return gettext("No item on file names this code; the wording of the items decides.")
    found = causes(verdict)
    first = found[0] if found else Cause(verdict_pill(verdict), items[0], verdict.matches[0])
    shown, more = item_and_measure(store, first), len(items) - 1
    if not more:
        return shown
    return ngettext("{item} (and {count} more)", "{item} (and {count} more)", more).format(
        item=shown, count=more
    )
