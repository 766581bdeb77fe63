"""What changes the verdict on a code on a day: the measures behind it, or the tariff years of its codes."""

from collections.abc import Iterable, Iterator
from datetime import date

from explorer.data.controls.codes import CodeChecker, Match, Verdict, digits
from explorer.data.controls.state_changes import StateChange, StateChanges
from explorer.data.finding.code_cause import causes
from explorer.data.parts.courses import code_days
from explorer.data.parts.records import Reason
from explorer.data.records import Measure
from explorer.data.store import Store


def reasons(
    store: Store, codes: Iterable[str], before: CodeChecker, after: CodeChecker
) -> Iterator[tuple[str, Reason]]:
    """Yield codes with what changes their verdicts on the as-of date of `after`; `before` is for the day before."""
    found: dict[tuple[object, ...], Reason] = {}
    for code in codes:
        first, second = before.check(code), after.check(code)
        key = first.shared_key, second.shared_key
        if key not in found:
            found[key] = _reason(store, first, second, after.context.as_of)
        yield code, found[key]


def _reason(store: Store, before: Verdict, after: Verdict, day: date) -> Reason:
    """Return the changes of measures of the kinds that lead before or after, or without any reason, of all that match.

    A match that begins or ends while its measure stays as it is does so by the tariff years of its code, or only gives
    way to a nearer one.
    """
    steps = tuple(_steps(store, (before, after), day))
    changing = {step.measure.measure_id for step in steps}
    matches = {_key(match): match for match in (*before.matches, *after.matches)}
    one_sided = {*map(_key, before.matches)} ^ {*map(_key, after.matches)}
    by_tariff_years = any(key[0] not in changing and _has_turn(matches[key], day) for key in one_sided)
    kinds = {cause.entry.measure.kind for verdict in (before, after) for cause in causes(verdict)}
    leading = tuple(step for step in steps if step.measure.kind in kinds)
    return Reason(leading or (() if by_tariff_years else steps), by_tariff_years)


def _key(match: Match) -> tuple[str, str, str | None]:
    """Return the measure, the item and the customs code of a match."""
    return match.measure.measure_id, match.item.item_id, match.hs_code


def _has_turn(match: Match, day: date) -> bool:
    """Return whether the tariff years of the customs code of a match begin on a day, or ended on the one before."""
    return any(day in code_days(code) for code in match.item.codes if digits(code.hs_code) == match.hs_code)


def _steps(store: Store, verdicts: Iterable[Verdict], day: date) -> Iterator[StateChange]:
    """Yield the changes of measures behind verdicts on a day."""
    changes = StateChanges.of(store)
    for measure in _measures(verdicts):
        yield from (step for step in changes.of_measure(measure) if step.day == day)


def entry_steps(store: Store, verdicts: Iterable[Verdict], as_of: date) -> tuple[StateChange, ...]:
    """Return the last change, up to a day, of each measure behind verdicts that rests on an entry of the user.

    The verdicts may be those without the entries, so the measures are taken from the facts in use.
    """
    found = []
    for measure in _measures(verdicts):
        steps = StateChanges.of(store).of_measure(store.measures[measure.measure_id])
        found += [step for step in steps if step.after.your_entry and step.day <= as_of][-1:]
    return tuple(found)


def _measures(verdicts: Iterable[Verdict]) -> Iterable[Measure]:
    """Return the measures of matching items, and those that apply to their metals, each once."""
    matches = [match for verdict in verdicts for match in verdict.matches]
    measures = {match.measure.measure_id: match.measure for match in matches}
    measures |= {a.measure.measure_id: a.measure for match in matches for a in match.related}
    return measures.values()
