"""How many changed names are found and how many unrelated ones are not, on the frozen edition."""

import pytest

from explorer.data.store import Store
from tests.data.parties.measured import (
    CHANGED,
    FALSE_ALARMS,
    MISSED,
    UNRELATED,
    Result,
    alarm_rows,
    as_csv,
    measure,
    missed_rows,
    report,
)
from tests.data.parties.unrelated import unrelated

KINDS = 6


@pytest.fixture(scope="module")
def result(store: Store) -> Result:
    """The counts, printed for `pytest -rP`."""
    found = measure(store)
    print(report(found))
    return found


def test_changed_names_are_found(result: Result) -> None:
    assert result.kinds.total() == CHANGED and len(result.kinds) == KINDS
    assert max(result.kinds.values()) - min(result.kinds.values()) <= 1
    assert result.recall >= 0.99


def test_unrelated_names_are_not_taken_for_a_party(result: Result) -> None:
    assert len(set(unrelated(UNRELATED))) == UNRELATED
    assert result.alarm_rate <= 0.005


def test_names_that_fail_are_the_ones_kept(result: Result) -> None:
    """`python -m tests.data.parties.measured` writes the files again after a change of the rule."""
    assert as_csv(missed_rows(result)) == MISSED.read_text(encoding="utf-8")
    assert as_csv(alarm_rows(result)) == FALSE_ALARMS.read_text(encoding="utf-8")
