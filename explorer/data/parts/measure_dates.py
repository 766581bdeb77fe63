"""What lies ahead for the measures on the lines of a parts list, also where no verdict changes with it."""

from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass

from explorer.data.controls.parties import military_rules
from explorer.data.finding.code_verdicts import CodeVerdicts
from explorer.data.overview.dates import DatedChange, changes_by_rule, without_consequences
from explorer.data.parts.records import PartsResult
from explorer.data.records import Measure
from explorer.data.store import Store
from explorer.errors import KnownError


@dataclass(frozen=True, slots=True)
class LinesDate:
    """A date of measures, with the numbers of the lines that they apply to."""

    change: DatedChange
    lines: tuple[int, ...]


def measure_dates(store: Store, result: PartsResult) -> tuple[LinesDate, ...]:
    """Return the dates after the as-of date up to the last day of a check, those of military users included."""
    if result.check is None:
        return ()
    measures, lines = _measures(store, result)
    found = changes_by_rule(store, measures.values(), result.context.as_of, result.until)
    ahead = without_consequences(e for e in found if e.applies_from > result.context.as_of)
    return tuple(
        LinesDate(change, tuple(sorted({n for m in change.measures for n in lines[m.measure_id]})))
        for change in ahead
    )


def _measures(store: Store, result: PartsResult) -> tuple[dict[str, Measure], dict[str, set[int]]]:
    """Return the measures that apply to lines, and the numbers of those lines."""
    checker, context = CodeVerdicts.of(store).checker(result.context), result.context
    measures: dict[str, Measure] = {}
    lines: dict[str, set[int]] = defaultdict(set)
    for line in result.parts.lines:
        with suppress(KnownError):
            matches = checker.check(line.code).matches
            named = [entry.measure for match in matches for entry in match.measures]
            metals = dict.fromkeys(match.item.metal_id for match in matches)
            named += [status.measure for status, _ in military_rules(store, metals, context)]
            for measure in named:
                measures[measure.measure_id] = measure
                lines[measure.measure_id].add(line.number)
    return measures, lines
