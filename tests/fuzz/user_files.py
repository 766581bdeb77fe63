"""Opens and imports thousands of mutated files with the user's own data.

See `tests.fuzz.cases` for the options. A file that cannot be used is renamed, its bytes are kept, and the backup is
used; an import that is refused changes nothing. What is read afterwards must be allowed values.
"""

import itertools
import random
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from unittest import mock

from tests.fuzz import user_mutations
from tests.fuzz.cases import ACCEPTED, FAILED, Attempt, Fuzz, main, refused
from tests.fuzz.command_checks import HARMFUL

READ, IMPORT = "read_", "import_"
KINDS = tuple(use + kind for use in (READ, IMPORT) for kind in user_mutations.MUTATIONS)
TODAY = date(2026, 11, 28)
RECOVERED = "recovered"


def make_file(path: Path) -> None:
    """Save two series, a watchlist, notes, an event and a measure."""
    from explorer.data.user.entries import add_entry
    from explorer.data.user.entry_records import EventFacts, MeasureFacts, Notice
    from explorer.data.user.notes import set_note
    from explorer.data.user.records import SeriesFacts, UserPoint
    from explorer.data.user.series import add_series
    from explorer.data.user.user_file import UserFile
    from explorer.data.user.watchlist import add_to_watchlist

    file = UserFile(path, today=lambda: TODAY)
    for metal in ("gallium", "tin"):
        points = [
            UserPoint(f"{year}-{month:02}", 100.0 + month)
            for year in range(2000, 2026)
            for month in range(1, 13)
        ]
        add_series(
            file, SeriesFacts(metal, f"{metal}, Rotterdam", "USD/kg", "USD", "monthly", "a.csv"), points
        )
    for metal in ("tungsten", "indium"):
        add_to_watchlist(file, metal)
        set_note(file, "metal", metal, "One line\nand another: 镓")
    notice = Notice("Announcement 80 of 2026", "https://www.mofcom.gov.cn/80.html", TODAY.isoformat())
    add_entry(file, EventFacts("cn-2024-46-2a", "suspended", "2026-11-28", "2027-11-10"), notice)
    measure = MeasureFacts(
        "Announcement 81 of 2026",
        "CHN",
        "ALL",
        "licence",
        ("tin",),
        "2026-11-20",
        "2026-12-01",
        codes=("800110",),
    )
    add_entry(file, measure, notice)


def everything(path: Path, reports: list[str]) -> tuple[object, ...]:
    """Return all that a file holds; raise KnownError where it cannot be read."""
    from explorer.data.user.entries import entries
    from explorer.data.user.notes import notes
    from explorer.data.user.series import all_series, points_of
    from explorer.data.user.user_file import UserFile
    from explorer.data.user.watchlist import watchlist

    file = UserFile(path, reports.append, lambda: TODAY)
    series = all_series(file)
    points = tuple(points_of(file, s.series_id) for s in series[:50])
    return series, points, watchlist(file), notes(file), entries(file)


def try_reading(good: Path, path: Path, chance: random.Random) -> tuple[str, str]:
    """Read a mutated file, with or without a backup, and write to it."""
    from explorer.data.user.user_file import UserFile
    from explorer.data.user.watchlist import add_to_watchlist
    from explorer.errors import KnownError

    mutated, reports = path.read_bytes(), list[str]()
    has_backup = chance.random() < 0.5
    if has_backup:
        shutil.copy(good, path.with_name(f"{path.name}.bak"))
    try:
        found = everything(path, reports)
        add_to_watchlist(UserFile(path, reports.append, lambda: TODAY), "zinc")
    except KnownError as error:
        kept = path.exists() and path.read_bytes() == mutated
        return refused(_plain(str(error), path)) if kept else (FAILED, "The file is not kept.")
    if HARMFUL.search("".join(map(_text, found))):
        return FAILED, "A value has control characters."
    if not reports:
        return ACCEPTED, ""
    if not any(
        p.read_bytes() == mutated
        for p in path.parent.glob("own.db.damaged-*")
        if not p.name.endswith("journal")
    ):
        return FAILED, "The damaged file is not kept."
    if has_backup and found != everything(good, []):
        return FAILED, "The backup was not used."
    outcome, sentence = refused(_plain(reports[0], path))
    return (RECOVERED if outcome != FAILED else outcome), sentence


def try_importing(good: Path, path: Path, chance: random.Random) -> tuple[str, str]:
    """Import a mutated file into other data of the user."""
    from explorer.data.user.exchange import export_to, import_from
    from explorer.data.user.user_file import UserFile
    from explorer.data.user.watchlist import add_to_watchlist
    from explorer.errors import KnownError

    own, reports = path.with_name("mine.db"), list[str]()
    if chance.random() < 0.5:
        shutil.copy(good, own)
    file = UserFile(own, reports.append, lambda: TODAY)
    add_to_watchlist(file, "zinc")
    before, mutated = everything(own, reports), path.read_bytes()
    try:
        import_from(file, path, replace=chance.random() < 0.5)
    except KnownError as error:
        unchanged = everything(own, reports) == before and path.read_bytes() == mutated
        return (
            refused(_plain(str(error), path))
            if unchanged
            else (FAILED, "A refused import changed something.")
        )
    found = everything(own, reports)
    if reports or HARMFUL.search("".join(map(_text, found))):
        return FAILED, "The import saved what is not allowed."
    export_to(file, own.with_name("again.db"), force=False)
    same = everything(own.with_name("again.db"), reports) == found and not reports
    return (ACCEPTED, "") if same else (FAILED, "The export differs.")


def _text(value: object) -> str:
    return str(value).replace("\\n", "") if not isinstance(value, tuple) else "".join(map(_text, value))


def _plain(sentence: str, path: Path) -> str:
    """Return a sentence without what differs from run to run: the folder and the time of the backup."""
    import re

    text = (
        sentence.replace(f"{path}.", "FILE.").replace(str(path.parent), "FOLDER").replace(path.name, "FILE")
    )
    text = re.sub(r"The backup of [^.]+ was", "The backup of TIME was", text)
    return text if text.endswith(".") else f"{text}."  # a sentence may end with a path


def prepare(folder: Path) -> None:
    """Make the file that the cases change, with the same ids each time."""
    numbers = itertools.count(1)
    with mock.patch("os.urandom", lambda size: next(numbers).to_bytes(size, "big")):
        make_file(folder / "good.db")


@contextmanager
def session(prepared: Path) -> Iterator[Attempt]:
    """Yield the attempt to use a file."""
    good = prepared / "good.db"

    def attempt(folder: Path, kind: str, seed: int) -> tuple[str, str]:
        chance = random.Random(seed)
        path = Path(shutil.copy(good, folder / "own.db"))
        use = READ if kind.startswith(READ) else IMPORT
        user_mutations.MUTATIONS[kind.removeprefix(use)](path, chance)
        for end in ("-journal", "-wal", "-shm"):
            path.with_name(path.name + end).unlink(missing_ok=True)
        return (try_reading if use == READ else try_importing)(good, path, chance)

    yield attempt


FUZZ = Fuzz(
    "user_files",
    KINDS,
    prepare,
    session,
    chunk=200,
    rare=frozenset(k for k in KINDS if k.endswith("many_rows")),
)

if __name__ == "__main__":
    sys.exit(main(FUZZ))
