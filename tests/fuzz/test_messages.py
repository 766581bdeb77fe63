"""Damaged requests of later launches end as the corpus says."""

import os

import pytest

from tests.fuzz.corpus_tests import CorpusTests
from tests.fuzz.messages import FUZZ


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the cases use pipes and links")
class TestMessages(CorpusTests):
    fuzz = FUZZ
