"""What the tests of every class of inputs check: a case of each kind, and some cases by chance."""

from pathlib import Path
from typing import ClassVar

import pytest

from tests.fuzz.cases import FAILED, Fuzz, Outcome, cases, read_corpus, run_cases

LEAST_KINDS, SEED = 20, 7


def depends_on_versions(outcome: Outcome) -> bool:
    """Return whether the words of a sentence depend on the version of SQLite or of Python."""
    return "damaged" in outcome.sentence or "invalid choice" in outcome.sentence


class CorpusTests:
    """The tests of a class of inputs, whose subclass is collected by pytest."""

    fuzz: ClassVar[Fuzz]
    by_chance: ClassVar[int] = 60

    @pytest.fixture(scope="class")
    @classmethod
    def prepared(cls, tmp_path_factory: pytest.TempPathFactory) -> Path:
        """The folder with what all cases need."""
        folder = tmp_path_factory.mktemp(cls.fuzz.name)
        cls.fuzz.prepare(folder)
        return folder

    def test_each_kind_ends_as_recorded(self, prepared: Path) -> None:
        recorded = read_corpus(self.fuzz)
        assert [case.kind for case in recorded] == list(self.fuzz.kinds)
        assert len(recorded) >= LEAST_KINDS
        found = list(run_cases(self.fuzz, [(case.kind, case.seed) for case in recorded], prepared))
        for before, now in zip(recorded, found, strict=True):
            assert now.outcome == before.outcome, now
            varies = now.kind in self.fuzz.varying or depends_on_versions(before) or depends_on_versions(now)
            if not varies:
                assert now.sentence == before.sentence

    def test_cases_by_chance_end_in_a_result_or_a_sentence(self, prepared: Path) -> None:
        found = list(run_cases(self.fuzz, cases(self.fuzz, self.by_chance, SEED), prepared))
        assert len(found) == self.by_chance
        assert [case for case in found if case.outcome == FAILED] == []
