"""Verifies thousands of changed evidence files and says what became of each.

    python -m tests.fuzz.evidence_files --count 3000 --seed 1
    python -m tests.fuzz.evidence_files --corpus        writes evidence_files.csv again

Each case has a kind and a seed, which make it again. It must end in a result or in one sentence, within a time limit.
No changed file may pass as the same, except one whose manifest names another maker of the PDF, which nobody can check.
"""

import argparse
import csv
import json
import os
import random
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.fuzz import evidence_archives, evidence_contents
from tests.fuzz.data_files import make_base
from tests.fuzz.evidence_parts import as_json, parts_of

KINDS = {**evidence_archives.MUTATIONS, **evidence_contents.MUTATIONS}
RARE = ("a_bomb", "many_parts")
CORPUS = Path(__file__).with_suffix(".csv")
HEADER = ("kind", "seed", "outcome", "sentence")
REFUSED, FAILED, UNCHANGED = "refused", "failed", "unchanged"
# Kinds whose sentence depends on the lengths of the parts or on the facts of the edition.
ANYWHERE = (
    *(kind for kind in KINDS if kind.startswith("a_value_in")),
    *("one_bit", "many_bits", "a_bit_of_the_list", "zeros", "cut"),
)
_HASH = re.compile(r"[0-9a-f]{64}")
LONGEST_SECONDS, LONGEST_SENTENCE = 30.0, 4000


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a changed file; `seconds` is the time of the processor."""

    kind: str
    seed: int
    outcome: str
    sentence: str
    seconds: float = 0.0


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
    return goods[seed % 3] if kind in evidence_archives.MUTATIONS or kind in ANYWHERE else goods[0]


def cases(count: int, seed: int) -> Iterator[tuple[str, int]]:
    """Yield kinds and seeds: each kind in turn, the slow ones seldom."""
    chance = random.Random(seed)
    made = 0
    while made < count:
        for kind in KINDS:
            if made < count and (kind not in RARE or chance.random() < 0.02):
                made += 1
                yield kind, chance.randrange(10**9)


def try_case(goods: tuple[bytes, ...], folder: Path, kind: str, seed: int) -> Outcome:
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
    begun = time.process_time()
    try:
        found = verify(path, load_drawing)
    except KnownError as error:
        outcome, sentence = REFUSED, str(error).replace(str(path), "FILE.zip")
    except Exception as error:
        return Outcome(kind, seed, FAILED, f"{type(error).__name__}: {error}")
    else:
        sentences = [result_sentence(found, path), *detail_sentences(found)]
        outcome, sentence = found.outcome, " ".join(sentences)
        own = made_by(maker())
        sentence = _HASH.sub(
            "HASH", sentence.replace(own, "MAKER").replace(own.replace(qVersion(), "6.99.0"), "OTHER")
        )
        if outcome == SAME and content == good:
            outcome = UNCHANGED
        elif outcome == SAME and not _only_names_another_maker(good, content):
            return Outcome(kind, seed, FAILED, "A changed file passed as the same.")
    seconds = time.process_time() - begun
    if seconds > LONGEST_SECONDS:
        return Outcome(kind, seed, FAILED, f"The check took {seconds:.0f} s.", seconds)
    if not is_clear(sentence):
        return Outcome(kind, seed, FAILED, sentence, seconds)
    return Outcome(kind, seed, outcome, sentence, round(seconds, 3))


def _only_names_another_maker(good: bytes, content: bytes) -> bool:
    before, after = parts_of(good), parts_of(content)
    manifests = [json.loads(parts.pop("manifest.json")) for parts in (before, after)]
    makers = [manifest.pop("made_by") for manifest in manifests]
    return before == after and manifests[0] == manifests[1] and makers[0] != makers[1]


def is_clear(sentence: str) -> bool:
    """Return whether a result is printable text that ends as a sentence."""
    plain = sentence.isprintable() and len(sentence) < LONGEST_SENTENCE and sentence.endswith((".", "`"))
    return plain and "Traceback" not in sentence and not re.search(r"\b\w+Error\b", sentence)


def run_cases(wanted: Iterable[tuple[str, int]], goods: tuple[bytes, ...]) -> Iterator[Outcome]:
    """Run cases one after the other."""
    with tempfile.TemporaryDirectory() as folder:
        for kind, seed in wanted:
            yield try_case(goods, Path(folder), kind, seed)


def main(arguments: list[str] | None = None) -> int:
    """Run the cases, print the counts and every failure; return 1 where a case failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.evidence_files")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--corpus", action="store_true", help="write one case of each kind to evidence_files.csv"
    )
    options = parser.parse_args(arguments)
    wanted = (
        [(kind, options.seed) for kind in KINDS]
        if options.corpus
        else list(cases(options.count, options.seed))
    )
    found: list[Outcome] = []
    with tempfile.TemporaryDirectory() as name:
        goods = prepared(Path(name))
        for outcome in run_cases(wanted, goods):
            found.append(outcome)
            if outcome.outcome == FAILED or len(found) % 200 == 0:
                print(len(found), outcome, flush=True)
    if options.corpus:
        write_corpus(found)
    print_counts(found)
    return int(any(o.outcome == FAILED for o in found))


def prepared(folder: Path) -> tuple[bytes, ...]:
    """Return good files of a small edition, which this process then takes for that of the program."""
    from explorer import paths

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ[paths.USER_DATA_VARIABLE] = str(folder / "user")
    make_base(folder / "base.db")
    base = folder / "base.db"
    paths.data_file = lambda: base
    return make_files()


def write_corpus(found: Iterable[Outcome]) -> None:
    """Write the recipe and the outcome of each case."""
    with CORPUS.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows((o.kind, o.seed, o.outcome, o.sentence) for o in found)


def print_counts(found: list[Outcome]) -> None:
    """Print how often each outcome occurred, by kind and in all, and the slowest case."""
    names = sorted({o.outcome for o in found})
    for kind in KINDS:
        counts = Counter(o.outcome for o in found if o.kind == kind)
        print(f"{kind:50}", *(f"{name} {counts[name]}" for name in names if counts[name]), sep="  ")
    counts = Counter(o.outcome for o in found)
    slowest = max(found, key=lambda o: o.seconds)
    print(
        f"{len(found)} cases of {len(KINDS)} kinds: {dict(counts)}; {len({o.sentence for o in found})} sentences"
    )
    print(f"Slowest: {slowest.kind} {slowest.seed}, {slowest.seconds} s")


if __name__ == "__main__":
    sys.exit(main())
