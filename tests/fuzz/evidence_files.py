"""Verifies thousands of changed evidence files; see `tests.fuzz.cases`.

No changed file may pass as the same, except one whose manifest names another maker of the PDF, which nobody can check.
"""

import json
import random
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from tests.fuzz import evidence_archives, evidence_contents
from tests.fuzz.cases import FAILED, REFUSED, Attempt, Fuzz, is_clear, main
from tests.fuzz.data_files import make_base
from tests.fuzz.evidence_parts import as_json, parts_of

KINDS = {**evidence_archives.MUTATIONS, **evidence_contents.MUTATIONS}
RARE = frozenset({"a_bomb", "many_parts"})
UNCHANGED = "unchanged"
# Kinds whose sentence depends on the lengths of the parts, and so on the fonts of the PDF.
VARYING = frozenset(
    (
        *(kind for kind in KINDS if kind.startswith("a_value_in")),
        *("one_bit", "many_bits", "a_bit_of_the_list", "zeros", "cut"),
    )
)
LONGEST_SENTENCE = 4000  # several sentences on what differs
_HASH = re.compile(r"[0-9a-f]{64}")


def make_files() -> tuple[bytes, ...]:
    """Return good files: gallium, a list of codes with an entry of the user, and bismuth with a measure of the user."""
    from explorer.commands.export import start_drawing

    start_drawing()
    from explorer.data.context import Context
    from explorer.data.entries.apply import with_entries
    from explorer.data.evidence.entries import read_entries
    from explorer.data.evidence.question import Question
    from explorer.data.store import Store
    from explorer.factsheet.evidence import make_file

    context = Context(date(2024, 12, 10), "CHN", "USA")
    measure = {**evidence_contents.OF_A_MEASURE, "metal_ids": ["bismuth"], "codes": []}
    entries = read_entries(as_json([evidence_contents.ENTRY, measure]))
    with Store.open() as store:
        own = with_entries(store, entries)
        return (
            make_file(store, Question(context, "gallium")),
            make_file(own, Question(context, codes=("8112929010", "3C001", "84", "811292"))),
            make_file(own, Question(context, "bismuth")),
        )


def good_file(goods: tuple[bytes, ...], kind: str, seed: int) -> bytes:
    """Return the file that a case changes: most kinds are for the one on gallium."""
    if kind == "a_value_in_the_entries":
        return goods[1 + seed % 2]
    return goods[seed % 3] if kind in evidence_archives.MUTATIONS or kind in VARYING else goods[0]


def try_case(goods: tuple[bytes, ...], folder: Path, kind: str, seed: int) -> tuple[str, str]:
    """Verify a changed file; return FAILED with what was wrong."""
    from PySide6.QtCore import qVersion

    from explorer.data.evidence.verification import SAME, verify
    from explorer.data.evidence.verification_text import detail_sentences, made_by, result_sentence
    from explorer.errors import KnownError
    from explorer.factsheet.evidence import load_drawing, maker

    good = good_file(goods, kind, seed)
    content = KINDS[kind](good, random.Random(seed))
    path = folder / "FILE.zip"
    path.write_bytes(content)
    try:
        found = verify(path, load_drawing)
    except KnownError as error:
        outcome, sentence = REFUSED, str(error).replace(str(path), "FILE.zip")
    else:
        sentence = " ".join([result_sentence(found, path), *detail_sentences(found)])
        own = made_by(maker())
        sentence = sentence.replace(own, "MAKER").replace(own.replace(qVersion(), "6.99.0"), "OTHER")
        outcome, sentence = found.outcome, _HASH.sub("HASH", sentence)
        if outcome == SAME and content == good:
            outcome = UNCHANGED
        elif outcome == SAME and not _only_names_another_maker(good, content):
            return FAILED, "A changed file passed as the same."
    return (outcome if is_clear(sentence, LONGEST_SENTENCE) else FAILED), sentence


def _only_names_another_maker(good: bytes, content: bytes) -> bool:
    before, after = parts_of(good), parts_of(content)
    manifests = [json.loads(parts.pop("manifest.json")) for parts in (before, after)]
    makers = [manifest.pop("made_by") for manifest in manifests]
    return before == after and manifests[0] == manifests[1] and makers[0] != makers[1]


def prepare(folder: Path) -> None:
    """Make a small edition, which the processes take for that of the program."""
    make_base(folder / "base.db")


@contextmanager
def session(prepared: Path) -> Iterator[Attempt]:
    """Yield the attempt to verify a file, for which good files are made first."""
    from explorer import paths

    base = prepared / "base.db"
    paths.data_file = lambda: base
    goods = make_files()
    yield lambda folder, kind, seed: try_case(goods, folder, kind, seed)


FUZZ = Fuzz("evidence_files", KINDS, prepare, session, chunk=200, rare=RARE, varying=VARYING)

if __name__ == "__main__":
    sys.exit(main(FUZZ))
