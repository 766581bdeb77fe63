"""Changed evidence files end as the corpus says, and never pass."""

from tests.fuzz.corpus_tests import CorpusTests
from tests.fuzz.evidence_files import FUZZ


class TestEvidenceFiles(CorpusTests):
    fuzz = FUZZ
    by_chance = 300
