"""Changed evidence files: one case of each kind ends as the corpus says, and so do some cases by chance."""

import csv
from collections.abc import Iterator

import pytest

from tests.fuzz import evidence_files
from tests.fuzz.evidence_files import ANYWHERE, CORPUS, FAILED, KINDS, Outcome, cases, run_cases

BY_CHANCE = 300


@pytest.fixture(scope="module")
def goods(qapp: object) -> tuple[bytes, ...]:
    """Good evidence files of the frozen edition."""
    return evidence_files.make_files()


def corpus() -> Iterator[Outcome]:
    with CORPUS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield Outcome(row["kind"], int(row["seed"]), row["outcome"], row["sentence"])


@pytest.mark.usefixtures("no_editions")
def test_each_kind_ends_as_recorded(goods: tuple[bytes, ...]) -> None:
    recorded = list(corpus())
    assert [case.kind for case in recorded] == list(KINDS)
    found = list(run_cases([(case.kind, case.seed) for case in recorded], goods))
    for before, now in zip(recorded, found, strict=True):
        assert now.outcome == before.outcome, now
        if now.kind not in ANYWHERE:
            assert now.sentence == before.sentence


@pytest.mark.usefixtures("no_editions")
def test_cases_by_chance_end_in_a_result_and_never_pass(goods: tuple[bytes, ...]) -> None:
    found = list(run_cases(cases(BY_CHANCE, 7), goods))
    assert len(found) == BY_CHANCE
    assert [case for case in found if case.outcome == FAILED] == []
