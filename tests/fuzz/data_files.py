"""Installs thousands of mutated data files and counts what became of them; see `tests.fuzz.cases` for the options.

Each case must end in the acceptance of the file as it is, or in one sentence, without a change to the editions that are
installed. Some commands then read a file that was accepted.
"""

import hashlib
import io
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path

from tests.fuzz import byte_mutations, schema_mutations, value_mutations
from tests.fuzz.cases import ACCEPTED, FAILED, ROOT, Attempt, Fuzz, environment, is_clear, main, refused

KINDS = {**byte_mutations.MUTATIONS, **schema_mutations.MUTATIONS, **value_mutations.MUTATIONS}
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


def try_case(base: Path, folder: Path, kind: str, seed: int) -> tuple[str, str]:
    """Examine a mutated file as an installation does; return FAILED with what was wrong."""
    from explorer import paths
    from explorer.data.editions.candidate import examine
    from explorer.errors import KnownError

    path = mutated(base, folder, kind, seed)
    before, bytes_before = state_of(paths.editions_folder()), path.read_bytes()
    try:
        found = examine(path)
    except KnownError as error:
        outcome, sentence = refused(str(error).replace(str(path), "FILE"))
    else:
        outcome, sentence = ACCEPTED, ""
        if (
            found.sha256 != hashlib.sha256(bytes_before).hexdigest()
            or found.part.path.read_bytes() != bytes_before
        ):
            outcome, sentence = FAILED, "The copy differs from the file."
        found.discard()
        fault = used(path, random.Random(seed))
        if fault:
            outcome, sentence = FAILED, fault
    if state_of(paths.editions_folder()) != before:
        return FAILED, "The folder of the editions was changed."
    if path.read_bytes() != bytes_before:
        return FAILED, "The file itself was changed."
    return outcome, sentence


def used(path: Path, chance: random.Random) -> str:
    """Run a command on an accepted file; return what failed, empty for nothing. None may fail with a traceback."""
    from explorer.cli import main as command
    from explorer.data.store import Store

    words = chance.choice(COMMANDS)
    with replaced(Store, "_check", lambda *_: None):  # the file was checked already
        out, err = io.StringIO(), io.StringIO()
        try:
            with redirect_stdout(out), redirect_stderr(err):
                code = command(["--data", str(path), *words])
        except Exception as error:
            return f"{' '.join(words)}: {type(error).__name__}: {error}"
    if code not in (0, 1, 2) or (code == 2 and not is_clear(err.getvalue().strip())):
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


def prepare(folder: Path) -> None:
    """Make a base file, and install it as an edition."""
    base = folder / "base.db"
    make_base(base)
    command = [sys.executable, "-m", "explorer", "data", "install", str(base)]
    subprocess.run(command, cwd=ROOT, env=environment(folder), check=True, stdout=subprocess.DEVNULL)


@contextmanager
def session(prepared: Path) -> Iterator[Attempt]:
    """Yield the attempt to install a file."""
    yield lambda folder, kind, seed: try_case(prepared / "base.db", folder, kind, seed)


FUZZ = Fuzz("data_files", KINDS, prepare, session, rare=value_mutations.RARE)

if __name__ == "__main__":
    sys.exit(main(FUZZ))
