"""Counts how many changed names of parties are found, and how many unrelated names are taken for one.

    python -m tests.data.parties.measured

prints the counts and writes the names that failed to `missed.csv` and `false_alarms.csv` beside this module. The test
compares its own result with these files, so that a change of the rule shows which names it affects.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from explorer.data.context import Context
from explorer.data.controls.legal_records import Party
from explorer.data.parties.check import NOT_FOUND, PartyChecker
from explorer.data.store import Store
from tests.data.parties.mutations import Mutated, mutations
from tests.data.parties.unrelated import unrelated

FOLDER = Path(__file__).resolve().parent
MISSED, FALSE_ALARMS = FOLDER / "missed.csv", FOLDER / "false_alarms.csv"
CHANGED, UNRELATED = 2_000, 5_000
DAY = date(2026, 10, 8)


@dataclass(frozen=True, slots=True)
class Result:
    """The changed names by kind, those that were not found, and the unrelated names with a party taken for them."""

    kinds: Counter[str]
    missed: tuple[Mutated, ...]
    alarms: tuple[tuple[str, str], ...]

    @property
    def recall(self) -> float:
        return 1 - len(self.missed) / self.kinds.total()

    @property
    def alarm_rate(self) -> float:
        return len(self.alarms) / UNRELATED


def measure(store: Store) -> Result:
    """Check all names as of a day on which every party is listed."""
    checker = PartyChecker(store, Context(DAY))
    changed = mutations(store.rows(Party), CHANGED)
    missed = tuple(m for m in changed if m.party_id not in found(checker, m.text))
    alarms = []
    for name in unrelated(UNRELATED):
        verdict = checker.check(name)
        if verdict.verdict != NOT_FOUND:
            alarms.append((name, verdict.matches[0].party.party_id))
    return Result(Counter(m.kind for m in changed), missed, tuple(alarms))


def found(checker: PartyChecker, text: str) -> set[str]:
    return {match.party.party_id for match in checker.check(text).matches}


def missed_rows(result: Result) -> list[Sequence[str]]:
    return [("kind", "name", "name_on_file", "party_id")] + [
        (m.kind, m.text, m.original, m.party_id) for m in result.missed
    ]


def alarm_rows(result: Result) -> list[Sequence[str]]:
    return [("name", "party_id"), *result.alarms]


def as_csv(rows: Iterable[Sequence[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def report(result: Result) -> str:
    missed = Counter(m.kind for m in result.missed)
    lines = [f"{kind}: {count - missed[kind]} of {count} found" for kind, count in result.kinds.items()]
    lines.append(f"all: {result.kinds.total() - len(result.missed)} of {result.kinds.total()} found")
    lines.append(f"unrelated: {len(result.alarms)} of {UNRELATED} taken for a party")
    return "\n".join(lines)


def main() -> None:
    with Store.open() as store:
        result = measure(store)
    print(report(result))
    MISSED.write_text(as_csv(missed_rows(result)), encoding="utf-8")
    FALSE_ALARMS.write_text(as_csv(alarm_rows(result)), encoding="utf-8")


if __name__ == "__main__":
    main()
