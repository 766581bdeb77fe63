"""Installs thousands of mutated data files and says what became of each.

    python -m tests.fuzz.data_files --count 3000 --seed 1
    python -m tests.fuzz.data_files --corpus        writes data_files.csv again

Each case has a kind and a seed, which make it again. It must end in the acceptance of the file as it is, or in one
sentence, within a time limit, without a change to the editions that are installed. The cases run in processes of their
own, so that a crash of SQLite is found.
"""

import argparse
import csv
import hashlib
import io
import json
import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.fuzz import byte_mutations, schema_mutations, value_mutations

KINDS = {**byte_mutations.MUTATIONS, **schema_mutations.MUTATIONS, **value_mutations.MUTATIONS}
ROOT = Path(__file__).resolve().parents[2]
CORPUS = Path(__file__).with_suffix(".csv")
HEADER = ("kind", "seed", "outcome", "sentence")
ACCEPTED, REFUSED, FAILED = "accepted", "refused", "failed"
LONGEST_SECONDS, LONGEST_SENTENCE = 120.0, 600
CHUNK = 60
COMMANDS = (
    *(
        ("list", "--to", "USA"),
        ("today", "--to", "JPN"),
        ("show", "gallium"),
        ("status", "锑", "--to", "DEU"),
    ),
    *(("search", "gallium"), ("search", "8112"), ("search", "氮化"), ("ask", "who makes tungsten")),
    *(("check", "8112929010", "3C001"), ("document", "cn-2023-23"), ("timeline",), ("claims",)),
    *(("table",), ("sources", "gallium"), ("data", "sources"), ("data", "table", "search")),
    *(
        ("changes", "--since", "2024-01-01"),
        ("stress", "--without", "CHN"),
        ("map", "gallium"),
        ("compare", "Ga", "W"),
    ),
)
KEPT_ROWS = 150
LARGE = ("buyer_imports", "buyer_dependence", "production", "prices", "trade", "import_sources", "dependence")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a mutated file; `seconds` is the time of the processor."""

    kind: str
    seed: int
    outcome: str
    sentence: str
    seconds: float = 0.0


def make_base(path: Path) -> None:
    """Build a small edition: the frozen one with few rows in its large tables."""
    from db.build import build

    build(path, ROOT / "tests" / "edition")
    with closing(sqlite3.connect(path)) as connection:
        for table in LARGE:
            by_rowid = table not in ("buyer_imports", "buyer_dependence")
            order = "rowid" if by_rowid else "buyer"
            key = "rowid" if by_rowid else "(buyer, metal_id, form, hs_code, year)"
            columns = "rowid" if by_rowid else "buyer, metal_id, form, hs_code, year"
            kept = f"SELECT {columns} FROM {table} ORDER BY {order} LIMIT {KEPT_ROWS}"
            connection.execute(f"DELETE FROM {table} WHERE {key} NOT IN ({kept})")
            if by_rowid:
                links = f"{table}_sources"
                column = connection.execute(f"SELECT name FROM pragma_table_info('{links}')").fetchone()[0]
                connection.execute(f"DELETE FROM {links} WHERE {column} NOT IN (SELECT id FROM {table})")
        connection.commit()
        connection.execute("VACUUM")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    path.with_name(f"{path.name}.sha256").write_text(f"{digest}  {path.name}\n")


def cases(count: int, seed: int) -> Iterator[tuple[str, int]]:
    """Yield kinds and seeds: each kind in turn, the slow ones seldom."""
    chance = random.Random(seed)
    names = list(KINDS)
    made = 0
    while made < count:
        for name in names:
            if name in value_mutations.RARE and chance.random() > 0.02:
                continue
            if made < count:
                made += 1
                yield name, chance.randrange(10**9)


def mutated(base: Path, folder: Path, kind: str, seed: int) -> Path:
    """Return a mutated copy of the base."""
    path = Path(shutil.copy(base, folder / "edition.db"))
    KINDS[kind](path, random.Random(seed))
    for end in ("-journal", "-wal", "-shm"):
        path.with_name(path.name + end).unlink(missing_ok=True)
    return path


def state_of(folder: Path) -> dict[str, str]:
    """Return the checksums of all files in the folder of the editions."""
    return {
        f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in sorted(folder.iterdir()) if f.is_file()
    }


def try_case(base: Path, folder: Path, kind: str, seed: int) -> Outcome:
    """Examine a mutated file as an installation does; return FAILED with what was wrong."""
    from explorer import paths
    from explorer.data.editions.candidate import examine
    from explorer.errors import KnownError

    path = mutated(base, folder, kind, seed)
    before, bytes_before = state_of(paths.editions_folder()), path.read_bytes()
    begun = time.process_time()
    try:
        found = examine(path)
    except KnownError as error:
        sentence = str(error).replace(str(path), "FILE")
        outcome = REFUSED if _is_clear(sentence) else FAILED
    except Exception as error:
        outcome, sentence = FAILED, f"{type(error).__name__}: {error}"
    else:
        outcome, sentence = ACCEPTED, ""
        if (
            found.sha256 != hashlib.sha256(bytes_before).hexdigest()
            or found.part.path.read_bytes() != bytes_before
        ):
            outcome, sentence = FAILED, "The copy differs from the file."
        found.discard()
    seconds = time.process_time() - begun
    if state_of(paths.editions_folder()) != before:
        outcome, sentence = FAILED, "The folder of the editions was changed."
    if path.read_bytes() != bytes_before:
        outcome, sentence = FAILED, "The file itself was changed."
    return Outcome(kind, seed, outcome, sentence, round(seconds, 3))


def used(path: Path, chance: random.Random) -> str:
    """Run some commands on an accepted file; return what failed, empty for nothing. None may fail with a traceback."""
    from explorer.cli import main as command
    from explorer.data.store import Store

    with replaced(Store, "_check", lambda *_: None):  # the file was checked already
        for words in chance.sample(COMMANDS, 3):
            out, err = io.StringIO(), io.StringIO()
            try:
                with redirect_stdout(out), redirect_stderr(err):
                    code = command(["--data", str(path), *words])
            except Exception as error:
                return f"{' '.join(words)}: {type(error).__name__}: {error}"
            if code not in (0, 1, 2) or (code == 2 and not _is_clear(err.getvalue().strip())):
                return f"{' '.join(words)}: {code}, {err.getvalue()[-200:]}"
    return ""


@contextmanager
def replaced(owner: type, name: str, value: object) -> Iterator[None]:
    """Replace an attribute of a class inside the block."""
    before = getattr(owner, name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, before)


def _is_clear(sentence: str) -> bool:
    """Return whether a refusal is short printable text that ends as a sentence."""
    plain = sentence.isprintable() and len(sentence) < LONGEST_SENTENCE and sentence.endswith(".")
    return plain and "Traceback" not in sentence and not re.search(r"\w+Error:", sentence)


def worker(base: Path, listed: Path) -> None:
    """Run the cases of a file, one JSON line for each; the editions are those of the environment."""
    with tempfile.TemporaryDirectory() as folder:
        for kind, seed in json.loads(listed.read_text()):
            print(json.dumps({"begun": [kind, seed]}), flush=True)
            print(json.dumps(asdict(try_case(base, Path(folder), kind, seed))), flush=True)


def run_cases(wanted: Iterable[tuple[str, int]], base: Path, editions: Path) -> Iterator[Outcome]:
    """Run cases in processes of their own; a case whose process ends or takes too long has failed."""
    left = list(wanted)
    while left:
        chunk, left = left[:CHUNK], left[CHUNK:]
        done, stopped = _run_chunk(chunk, base, editions)
        yield from done
        if stopped is not None:
            yield stopped
        left = chunk[len(done) + (stopped is not None) :] + left


def _run_chunk(
    chunk: list[tuple[str, int]], base: Path, editions: Path
) -> tuple[list[Outcome], Outcome | None]:
    """Return the outcomes of a process, and the case during which it ended, None where it did not."""
    listed = editions / "cases.json"
    listed.write_text(json.dumps(chunk))
    environment = {**os.environ, "MINOR_METALS_USER_DATA": str(editions)}
    command = [sys.executable, "-m", "tests.fuzz.data_files", "--worker", str(base), str(listed)]
    limit = LONGEST_SECONDS * (1 + len(chunk) / 10)
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            out, err = process.communicate(timeout=limit)
            reason = f"The process ended with code {process.returncode}: {err[-300:]}"
        except subprocess.TimeoutExpired:
            process.kill()
            out, _ = process.communicate()
            reason = "The case did not end in time."
    lines = [json.loads(line) for line in out.splitlines()]
    done = [Outcome(**line) for line in lines if "begun" not in line]
    if len(done) == len(chunk):
        return done, None
    kind, seed = chunk[len(done)]
    return done, Outcome(kind, seed, FAILED, reason)


def prepared(folder: Path) -> tuple[Path, Path]:
    """Return a base file, and a folder of user data in which an edition is installed."""
    base, editions = folder / "base.db", folder / "user"
    make_base(base)
    editions.mkdir()
    environment = {**os.environ, "MINOR_METALS_USER_DATA": str(editions)}
    command = [sys.executable, "-m", "explorer", "data", "install", str(base)]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    return base, editions


def main(arguments: list[str] | None = None) -> int:
    """Run the cases, print the counts and every failure; return 1 where a case failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.data_files")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--corpus", action="store_true", help="write one case of each kind to data_files.csv")
    parser.add_argument("--worker", nargs=2, type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.worker:
        worker(*options.worker)
        return 0
    wanted = (
        [(kind, options.seed) for kind in KINDS]
        if options.corpus
        else list(cases(options.count, options.seed))
    )
    found: list[Outcome] = []
    with tempfile.TemporaryDirectory() as name:
        base, editions = prepared(Path(name))
        for outcome in run_cases(wanted, base, editions):
            found.append(outcome)
            if outcome.outcome == FAILED or len(found) % 100 == 0:
                print(len(found), outcome, flush=True)
    if options.corpus:
        write_corpus(found)
    print_counts(found)
    return int(any(o.outcome == FAILED for o in found))


def write_corpus(found: Iterable[Outcome]) -> None:
    """Write the recipe and the outcome of each case."""
    with CORPUS.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows((o.kind, o.seed, o.outcome, o.sentence) for o in found)


def print_counts(found: list[Outcome]) -> None:
    """Print how often each outcome occurred, by kind and in all, and the slowest case."""
    for kind in KINDS:
        counts = Counter(o.outcome for o in found if o.kind == kind)
        print(f"{kind:32}", *(f"{name} {counts[name]:5}" for name in (ACCEPTED, REFUSED, FAILED)), sep="  ")
    counts = Counter(o.outcome for o in found)
    slowest = max(found, key=lambda o: o.seconds)
    print(
        f"{len(found)} cases of {len(KINDS)} kinds: {dict(counts)}; {len({o.sentence for o in found})} sentences"
    )
    print(f"Slowest: {slowest.kind} {slowest.seed}, {slowest.seconds} s")


if __name__ == "__main__":
    sys.exit(main())
