"""The answers on a list of codes as cells for other programs, the same in the window and on the command line."""

from collections.abc import Iterator, Sequence
from typing import Any

from explorer.data.context import Context
from explorer.data.controls.codes import Match, RelatedMeasure, Verdict
from explorer.data.controls.parties import military_rules
from explorer.data.controls.status import ANNOUNCED, ENDED, IN_FORCE, SUSPENDED, state_on
from explorer.data.finding.code_check import CheckedLine
from explorer.data.reading import list_table
from explorer.data.reading.code_list import CodeList
from explorer.data.store import Store
from explorer.data.writing.csv_file import yes_no

ADDED = (
    "verdict",
    "headline",
    "strictness",
    "presumed",
    "your_entry",
    "metals",
    "control_codes",
    "measures",
    "states",
    "also",
    "military_users_only",
    "described_in",
    "beyond_verified",
    "as_of",
    "origin",
    "destination",
)
# The words for states in the answers, the same in every language.
_STATES = {ANNOUNCED: "announced", IN_FORCE: "in force", SUSPENDED: "paused", ENDED: "ended"}
Cells = dict[str, list[str] | str]


def added_cells(store: Store, verdict: Verdict, context: Context, *, is_beyond: bool) -> Cells:
    """Return the cells that are added to a row; those with several values are lists.

    The question is among them, so that a file says by itself for which day and route its verdicts are. `is_beyond` is
    whether the as-of date is later than the last day checked.
    """

    def distinct(values: Iterator[str | None]) -> list[str]:
        return list(dict.fromkeys(v for v in values if v))

    matches = verdict.matches
    others = [a for m in verdict.naming_matches for a in m.related]
    others += [verdict.catch_all] if verdict.catch_all is not None else []
    military = _military_rules(store, verdict, context)
    return {
        "verdict": verdict.verdict,
        "headline": verdict.headline or "",
        "strictness": verdict.strictness or "",
        "presumed": yes_no(verdict.presumed),
        "your_entry": yes_no(verdict.your_entry),
        "metals": distinct(m.item.metal_id for m in matches),
        "control_codes": distinct(code for m in matches for code in m.item.control_codes),
        "measures": distinct(m.measure.measure_id for m in matches),
        "states": distinct(f"{m.measure.measure_id}: {_state(m, context)}" for m in matches),
        "also": distinct(_rule(other, context) for other in others),
        "military_users_only": distinct(_rule(rule, context) for rule in military),
        "described_in": [f"{m.item.item_id}: {_state(m, context)}" for m in verdict.described],
        "beyond_verified": yes_no(is_beyond),
        "as_of": context.as_of.isoformat(),
        "origin": context.origin,
        "destination": context.destination,
    }


def verdict_dict(store: Store, verdict: Verdict, context: Context) -> dict[str, Any]:
    """Return a verdict as plain values for JSON, with the rules for military users, which it does not count."""
    rules = _military_rules(store, verdict, context)
    military = [{**rule.as_dict(), "metals": named} for rule, named in rules.items()]
    return {**verdict.as_dict(), "military_users_only": military}


def _military_rules(store: Store, verdict: Verdict, context: Context) -> dict[RelatedMeasure, list[str]]:
    """Return the rules for the military users of the destination alone, each with the metals that it names."""
    metals: dict[RelatedMeasure, list[str]] = {}
    for found, metal_id in military_rules(store, verdict.metal_ids, context):
        rule = RelatedMeasure(found.measure, found.state, found.presumed, found.your_entry)
        metals.setdefault(rule, []).append(metal_id)
    return metals


def joined(value: list[str] | str) -> str:
    """Return a cell as one text."""
    return value if isinstance(value, str) else "; ".join(value)


def paused_until(match: Match | RelatedMeasure, context: Context) -> str | None:
    """Return the last day of a pause as an ISO date, None where the measure is not paused or the day is unknown."""
    state = state_on(match.measure, context.as_of) if match.state == SUSPENDED else None
    return state.until if state is not None else None


def header(codes: CodeList) -> list[str]:
    """Return the number of the line, the columns of the list, the added columns, and the reason without a verdict."""
    return list_table.header(codes, ADDED)


def rows(
    store: Store, codes: CodeList, lines: Sequence[CheckedLine], context: Context, *, is_beyond: bool
) -> Iterator[list[str]]:
    """Yield the rows under the header."""
    answers: dict[tuple[object, ...], list[str]] = {}  # many lines share one

    def added(checked: CheckedLine) -> list[str]:
        verdict = checked.verdict
        if verdict is None:
            return [""] * len(ADDED)
        key = verdict.shared_key
        if key not in answers:
            cells = added_cells(store, verdict, context, is_beyond=is_beyond)
            answers[key] = [*map(joined, cells.values())]
        return answers[key]

    return list_table.rows(codes, ((c.line, added(c), c.fault) for c in lines))


def stem(context: Context) -> str:
    """Return the name of a file without its suffix: `codes-CHN-USA-2026-11-24`."""
    return f"codes-{context.origin}-{context.destination}-{context.as_of.isoformat()}"


def _rule(rule: RelatedMeasure, context: Context) -> str:
    """Return a measure that is not that of the item: `cn-2025-89: trade_licence ALL in force`."""
    measure = rule.measure
    return f"{measure.measure_id}: {measure.kind} {measure.destination} {_state(rule, context)}"


def _state(match: Match | RelatedMeasure, context: Context) -> str:
    """Return the state for other programs, with an ISO date: `paused until 2026-11-27`."""
    until = paused_until(match, context)
    word = f"{_STATES[match.state]} until {until}" if until else _STATES[match.state]
    marks = [*(["presumed"] if match.presumed else []), *(["your entry"] if match.your_entry else [])]
    return f"{word} ({', '.join(marks)})" if marks else word
