"""What lies ahead for the measures on the lines of a parts list, also where no verdict changes with it."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress

from msgspec import Struct

from explorer.data.context import Context
from explorer.data.controls.codes import Verdict
from explorer.data.controls.parties import military_rules
from explorer.data.finding.code_verdicts import CodeVerdicts
from explorer.data.overview.dates import DatedChange, changes_by_rule, without_consequences
from explorer.data.parts.records import PartsResult
from explorer.data.records import Measure
from explorer.data.store import Store
from explorer.errors import KnownError


class LinesDate(Struct, frozen=True):
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
    applying: dict[tuple[object, ...], tuple[Measure, ...]] = {}  # many lines share their matches
    measures: dict[str, Measure] = {}
    lines: dict[str, set[int]] = defaultdict(set)
    for line in result.parts.lines:
        with suppress(KnownError):
            verdict = checker.check(line.code)
            if verdict.shared_key not in applying:
                applying[verdict.shared_key] = tuple(_applying(store, verdict, context))
            for measure in applying[verdict.shared_key]:
                measures[measure.measure_id] = measure
                lines[measure.measure_id].add(line.number)
    return measures, lines


def _applying(store: Store, verdict: Verdict, context: Context) -> Iterator[Measure]:
    """Yield the measures on the goods of a code, then those for the military users of the destination alone."""
    for match in verdict.naming_matches:
        yield from (entry.measure for entry in match.measures)
    yield from (status.measure for status, _ in military_rules(store, verdict.metal_ids, context))
