"""Damaged lists of parts, names and prices end as the corpus says."""

from tests.fuzz.corpus_tests import CorpusTests
from tests.fuzz.parts_lists import FUZZ


class TestPartsLists(CorpusTests):
    fuzz = FUZZ
