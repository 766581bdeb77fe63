"""Reads thousands of damaged lists of parts, names and prices, and checks what is written from them.

See `tests.fuzz.cases` for the options. A list is read as codes, as names and as prices, by the commands and by what
the window uses. Nothing written may hold a formula or a control character.
"""

import hashlib
import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.fuzz import list_mutations
from tests.fuzz.cases import ACCEPTED, FAILED, REFUSED, Attempt, Fuzz, main, refused
from tests.fuzz.command_checks import harm_in_csv, harm_in_workbook, run_command
from tests.fuzz.data_files import make_base

KINDS = list_mutations.MUTATIONS
NAMES = ("parts.csv", "parts.txt", "parts.xlsx")
COLUMN, SUPPLIER = "HS code", "Supplier"
ON = ("--on", "2026-12-01")  # a fixed day, since answers say how long before it the controls were checked


def checked_codes(path: Path, chance: random.Random, data: Path) -> tuple[str, str]:
    """Check the codes of a list; what is written must be harmless."""
    form = chance.choice(("csv", "xlsx", "jsonl", "pdf"))
    out = path.with_name(f"out.{form}")
    words = ["--data", str(data), "check", "--file", str(path), "--to", "USA", *ON]
    words += ["--pdf", str(out)] if form == "pdf" else ["-o", str(out)]
    if chance.random() < 0.7:
        words += ["--column", COLUMN]
    outcome, sentence = run_command(words, path)
    outcome = ACCEPTED if outcome == REFUSED and out.exists() else outcome
    harm = ""
    if outcome != FAILED and out.exists():
        if form == "csv":
            harm = harm_in_csv(out.read_text("utf-8", "surrogateescape"), _delimiter(out))
        if form == "xlsx":
            harm = harm_in_workbook(out)
    return (FAILED, f"Harmful: {harm!r}") if harm else (outcome, sentence)


def _delimiter(path: Path) -> str:
    """Return the delimiter of a checked list, which is that of the list itself."""
    with path.open(encoding="utf-8", errors="surrogateescape") as file:
        head = file.readline()
    return max(",;\t|", key=head.count)


def checked_names(path: Path, chance: random.Random, data: Path) -> tuple[str, str]:
    """Check the names of a list."""
    words = ["--data", str(data), "parties", "--file", str(path), *ON]
    words += chance.choice((["--csv"], ["--json"], ["--pdf", str(path.with_name("out.pdf"))]))
    if chance.random() < 0.5:
        words += ["--column", SUPPLIER]
    return run_command(words, path)


def added_prices(path: Path, chance: random.Random, data: Path) -> tuple[str, str]:
    """Add the prices of a list to the user's own data."""
    words = ["--data", str(data), "own", "add", str(path), "--metal", "gallium", "--unit", "USD/kg"]
    words += chance.choice(([], ["--json"], ["--series", "Price USD/kg"]))
    return run_command(words, path)


def shown_list(path: Path, chance: random.Random, data: Path) -> tuple[str, str]:
    """Read a list as the window does."""
    from explorer.data.reading.read_codes import read_code_file, read_code_text
    from explorer.data.reading.read_names import read_name_file, read_name_text
    from explorer.errors import KnownError

    try:
        if chance.random() < 0.5:
            found = chance.choice((read_code_file, read_name_file))(path)
        else:
            text = path.read_text("utf-8", "replace") if path.is_file() else ""
            found = chance.choice((read_code_text, read_name_text))(text[:200_000])
    except KnownError as error:
        return refused(str(error).replace(str(path), "FILE").replace(path.name, "FILE"))
    cells = [str(cell) for line in found.lines for cell in (*line.cells, *found.names)]
    harm = next((cell for cell in cells if any(c in "\x1b\u202e\u2066\u200f\x9b\x07" for c in cell)), "")
    return (FAILED, f"Harmful: {harm[:80]!r}") if harm else (ACCEPTED, "")


USES = (checked_codes, checked_names, added_prices, shown_list)


def prepare(folder: Path) -> None:
    """Make the data file to check against, as an edition of the program."""
    make_base(folder / "base.db")


@contextmanager
def session(prepared: Path) -> Iterator[Attempt]:
    """Yield the attempt to read a list, which must leave the list as it is."""
    from explorer import paths

    base = prepared / "base.db"
    paths.data_file = lambda: (
        base
    )  # so that the file counts as the program's own, which is not checked each time

    def attempt(folder: Path, kind: str, seed: int) -> tuple[str, str]:
        chance = random.Random(seed)
        path = folder / chance.choice(NAMES)
        KINDS[kind](path, chance)
        before = _digest(path)
        found = chance.choice(USES)(path, chance, base)
        return found if _digest(path) == before else (FAILED, "The list was changed.")

    yield attempt


def _digest(path: Path) -> str:
    if not path.is_file():
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


FUZZ = Fuzz("parts_lists", KINDS, prepare, session, rare=list_mutations.RARE)

if __name__ == "__main__":
    sys.exit(main(FUZZ))
