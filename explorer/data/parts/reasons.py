"""What changes the verdict on a code on a day: the measures behind it, or the tariff years of its codes."""

from collections.abc import Iterable, Iterator
from datetime import date

from explorer.data.controls.codes import CodeChecker, Verdict
from explorer.data.controls.state_changes import StateChange, StateChanges
from explorer.data.finding.code_cause import causes
from explorer.data.parts.records import Reason
from explorer.data.store import Store


def reasons(
    store: Store, codes: Iterable[str], before: CodeChecker, after: CodeChecker
) -> Iterator[tuple[str, Reason]]:
    """Yield codes with what changes their verdicts on the as-of date of `after`; `before` is for the day before."""
    found: dict[tuple[object, ...], Reason] = {}
    for code in codes:
        first, second = before.check(code), after.check(code)
        key = id(first.matches), first.verdict, id(second.matches), second.verdict
        if key not in found:
            found[key] = _reason(store, first, second, after.context.as_of)
        yield code, found[key]


def _reason(store: Store, before: Verdict, after: Verdict, day: date) -> Reason:
    """Return the changes of measures of the kinds that lead before or after, or without any, of all that match."""
    steps = tuple(_steps(store, (before, after), day))
    kinds = {cause.entry.measure.kind for verdict in (before, after) for cause in causes(verdict)}
    leading = tuple(step for step in steps if step.measure.kind in kinds)
    return Reason(leading or steps, by_tariff_years=not steps)


def _steps(store: Store, verdicts: Iterable[Verdict], day: date) -> Iterator[StateChange]:
    """Yield the changes of the measures of matching items, and of those that apply to their metals, on a day."""
    matches = [match for verdict in verdicts for match in verdict.matches]
    measures = {match.measure.measure_id: match.measure for match in matches}
    measures |= {a.measure.measure_id: a.measure for match in matches for a in match.related}
    changes = StateChanges.of(store)
    for measure in measures.values():
        yield from (step for step in changes.of_measure(measure) if step.day == day)
