"""Mutated data files end as the corpus says."""

from tests.fuzz.corpus_tests import CorpusTests
from tests.fuzz.data_files import FUZZ


class TestDataFiles(CorpusTests):
    fuzz = FUZZ
