"""Mutated files with the user's own data end as the corpus says."""

from tests.fuzz.corpus_tests import CorpusTests
from tests.fuzz.user_files import FUZZ


class TestUserFiles(CorpusTests):
    fuzz = FUZZ
    by_chance = 106
