"""Mutated data files: one case of each kind ends as the corpus says, and so do some cases by chance."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fuzz import data_files
from tests.fuzz.data_files import CORPUS, FAILED, KINDS, Outcome, cases, run_cases

BY_CHANCE = 65


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A base file, and a folder with an installed edition."""
    return data_files.prepared(tmp_path_factory.mktemp("fuzz"))


def corpus() -> Iterator[Outcome]:
    with CORPUS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield Outcome(row["kind"], int(row["seed"]), row["outcome"], row["sentence"])


def is_from_sqlite(sentence: str) -> bool:
    """Return whether the words of a sentence depend on the version of SQLite."""
    return "damaged" in sentence


def test_each_kind_ends_as_recorded(prepared: tuple[Path, Path]) -> None:
    recorded = list(corpus())
    assert [case.kind for case in recorded] == list(KINDS)
    found = list(run_cases([(case.kind, case.seed) for case in recorded], *prepared))
    for before, now in zip(recorded, found, strict=True):
        assert now.outcome == before.outcome, now
        if not is_from_sqlite(before.sentence) and not is_from_sqlite(now.sentence):
            assert now.sentence == before.sentence


def test_cases_by_chance_end_in_a_copy_or_a_sentence(prepared: tuple[Path, Path]) -> None:
    found = list(run_cases(cases(BY_CHANCE, 7), *prepared))
    assert len(found) == BY_CHANCE
    assert [case for case in found if case.outcome == FAILED] == []
