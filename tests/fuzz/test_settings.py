"""Windows with damaged settings open as the corpus says."""

from tests.fuzz.corpus_tests import CorpusTests
from tests.fuzz.settings import FUZZ


class TestSettings(CorpusTests):
    fuzz = FUZZ
