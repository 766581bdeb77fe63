"""Runs inputs that were damaged or made to do harm, each made from a kind and a seed, and counts how they end.

    python -m tests.fuzz.NAME --count 3000 --seed 1
    python -m tests.fuzz.NAME --corpus              writes NAME.csv again

A case must end in a result or in one clear sentence, within a time limit. The cases run in processes of their own, so
that a crash is found too, with a home, settings and user data in a folder of their own. The corpus holds a case of
each kind with the sentence that it led to.
"""

import argparse
import csv
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HEADER = ("kind", "seed", "outcome", "sentence")
ACCEPTED, REFUSED, FAILED = "accepted", "refused", "failed"
LONGEST_SECONDS, LONGEST_SENTENCE = 300.0, 600  # for all cases of a process, which take some 20 seconds
NO_END = "The case did not end in time."
RARELY = 0.02  # how often a slow kind has its turn
# Tries the case of a kind and a seed in a folder that it has for itself; returns an outcome and the sentence.
Attempt = Callable[[Path, str, int], tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a case; `seconds` is the time of the processor."""

    kind: str
    seed: int
    outcome: str
    sentence: str
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Fuzz:
    """A class of inputs: a module of this folder, and the kinds of its cases.

    `prepare` makes in a folder, once, what all cases need. `session` yields the attempt inside a process, with that
    folder. A process runs `chunk` cases. Kinds that are `rare` are slow; the sentences of kinds that are `varying` are
    not the same on every computer.
    """

    name: str
    kinds: Collection[str]
    prepare: Callable[[Path], None]
    session: Callable[[Path], AbstractContextManager[Attempt]]
    chunk: int = 60
    rare: frozenset[str] = frozenset()
    varying: frozenset[str] = frozenset()

    @property
    def corpus(self) -> Path:
        """Return the file with a case of each kind."""
        return Path(__file__).with_name(f"{self.name}.csv")


def cases(fuzz: Fuzz, count: int, seed: int) -> Iterator[tuple[str, int]]:
    """Yield kinds and seeds: each kind in turn, the slow ones seldom."""
    chance = random.Random(seed)
    made = 0
    while made < count:
        for kind in fuzz.kinds:
            if kind in fuzz.rare and chance.random() > RARELY:
                continue
            if made < count:
                made += 1
                yield kind, chance.randrange(10**9)


def is_clear(sentence: str, longest: int = LONGEST_SENTENCE) -> bool:
    """Return whether a sentence is short printable text that ends as a sentence, without the words of a traceback.

    A sentence may end with a command to type.
    """
    plain = sentence.isprintable() and len(sentence) < longest and sentence.endswith((".", "`"))
    return plain and "Traceback" not in sentence and not re.search(r"\w+Error:", sentence)


def refused(sentence: str) -> tuple[str, str]:
    """Return the outcome of a case that ended in a sentence."""
    return (REFUSED if is_clear(sentence) else FAILED), sentence


def environment(folder: Path) -> dict[str, str]:
    """Return the environment of a process whose home, settings and user data are in a folder."""
    own = {
        "HOME": folder,
        "XDG_CONFIG_HOME": folder / "config",
        "XDG_DATA_HOME": folder / "data",
        "XDG_CACHE_HOME": folder / "cache",
        "XDG_RUNTIME_DIR": folder / "run",
        "XDG_STATE_HOME": folder / "state",
        "MINOR_METALS_USER_DATA": folder / "user",
        "QT_QPA_PLATFORM": "offscreen",
    }
    for path in (folder / "config", folder / "run", folder / "user"):
        path.mkdir(mode=0o700, exist_ok=True)
    return {**os.environ, **{name: str(value) for name, value in own.items()}}


def work(fuzz: Fuzz, prepared: Path, listed: Path) -> None:
    """Run the cases of a file, with two JSON lines for each."""
    with fuzz.session(prepared) as attempt:
        for kind, seed in json.loads(listed.read_text()):
            print(json.dumps({"begun": [kind, seed]}), flush=True)
            begun = time.process_time()
            with tempfile.TemporaryDirectory() as folder:
                try:
                    outcome, sentence = attempt(Path(folder), kind, seed)
                except Exception as error:
                    outcome, sentence = FAILED, f"{type(error).__name__}: {error}"
            found = Outcome(kind, seed, outcome, sentence, round(time.process_time() - begun, 3))
            print(json.dumps(asdict(found)), flush=True)


def run_cases(fuzz: Fuzz, wanted: Iterable[tuple[str, int]], prepared: Path) -> Iterator[Outcome]:
    """Run cases in processes of their own; a case whose process ends has failed, and one without end stops the run."""
    left = list(wanted)
    while left:
        chunk, left = left[: fuzz.chunk], left[fuzz.chunk :]
        done, stopped = _run_chunk(fuzz, chunk, prepared)
        yield from done
        if stopped is not None:
            yield stopped
            if stopped.sentence == NO_END:
                return
        left = chunk[len(done) + (stopped is not None) :] + left


def _run_chunk(
    fuzz: Fuzz, chunk: list[tuple[str, int]], prepared: Path
) -> tuple[list[Outcome], Outcome | None]:
    """Return the outcomes of a process, and the case during which it ended, None where it did not."""
    listed = prepared / "cases.json"
    listed.write_text(json.dumps(chunk))
    command = [sys.executable, "-m", f"tests.fuzz.{fuzz.name}", "--worker", str(prepared), str(listed)]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment(prepared),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            out, err = process.communicate(timeout=LONGEST_SECONDS)
            reason = f"The process ended with code {process.returncode}: {err[-300:]}"
        except subprocess.TimeoutExpired:
            process.kill()
            out, _ = process.communicate()
            reason = NO_END
    lines = [json.loads(line) for line in out.splitlines()]
    done = [Outcome(**line) for line in lines if "begun" not in line]
    if len(done) == len(chunk):
        return done, None
    kind, seed = chunk[len(done)]
    return done, Outcome(kind, seed, FAILED, reason)


def main(fuzz: Fuzz, arguments: list[str] | None = None) -> int:
    """Run the cases, print the counts and every failure; return 1 where a case failed."""
    parser = argparse.ArgumentParser(prog=f"python -m tests.fuzz.{fuzz.name}")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--corpus", action="store_true", help=f"write one case of each kind to {fuzz.corpus.name}"
    )
    parser.add_argument("--worker", nargs=2, type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.worker:
        work(fuzz, *options.worker)
        return 0
    wanted = (
        [(kind, options.seed + place) for place, kind in enumerate(fuzz.kinds)]
        if options.corpus
        else list(cases(fuzz, options.count, options.seed))
    )
    found: list[Outcome] = []
    with tempfile.TemporaryDirectory() as name:
        prepared = Path(name)
        fuzz.prepare(prepared)
        for outcome in run_cases(fuzz, wanted, prepared):
            found.append(outcome)
            if outcome.outcome == FAILED or len(found) % 100 == 0:
                print(len(found), outcome, flush=True)
    if options.corpus:
        write_corpus(fuzz, found)
    print_counts(fuzz, found)
    return int(any(o.outcome == FAILED for o in found))


def read_corpus(fuzz: Fuzz) -> list[Outcome]:
    """Return the cases of the corpus."""
    with fuzz.corpus.open(encoding="utf-8", newline="") as file:
        return [
            Outcome(row["kind"], int(row["seed"]), row["outcome"], row["sentence"])
            for row in csv.DictReader(file)
        ]


def write_corpus(fuzz: Fuzz, found: Iterable[Outcome]) -> None:
    """Write the recipe and the outcome of each case."""
    with fuzz.corpus.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows((o.kind, o.seed, o.outcome, o.sentence) for o in found)


def print_counts(fuzz: Fuzz, found: list[Outcome]) -> None:
    """Print how often each outcome occurred, by kind and in all, and the slowest case."""
    for kind in fuzz.kinds:
        counts = Counter(o.outcome for o in found if o.kind == kind)
        print(f"{kind:32}", *(f"{name} {count:5}" for name, count in sorted(counts.items())), sep="  ")
    counts = Counter(o.outcome for o in found)
    slowest = max(found, key=lambda o: o.seconds)
    sentences = len({o.sentence for o in found if o.sentence})
    print(f"{len(found)} cases of {len(fuzz.kinds)} kinds: {dict(counts)}; {sentences} sentences")
    print(f"Slowest: {slowest.kind} {slowest.seed}, {slowest.seconds} s")
