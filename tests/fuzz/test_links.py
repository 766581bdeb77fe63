"""Damaged links and words of the command line end as the corpus says."""

from tests.fuzz.corpus_tests import CorpusTests
from tests.fuzz.links import FUZZ


class TestLinks(CorpusTests):
    fuzz = FUZZ
