"""A process that is killed while it installs an edition leaves the old or the new one, whole."""

import hashlib
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from explorer import paths
from explorer.data.editions.candidate import examine
from explorer.data.editions.choice import read_choice
from explorer.data.editions.current import open_current
from explorer.data.editions.folder import BUNDLED, editions
from tests.fuzz.data_files import make_base
from tests.imports import ROOT

KILLS = int(os.environ.get("MINOR_METALS_KILLS", "10"))
LONGEST_PAUSE = 0.03  # seconds after a line of the writer
FILES = 4
# Installs one file after the other, with a line for each report and each step of the installation; files that are
# installed already are only chosen, which is another kind of write.
WRITER = """
import sys
from pathlib import Path
from explorer.data.editions.actions import install
from explorer.data.editions.candidate import examine
def report(part):
    print(part, flush=True)
while True:
    for name in sys.argv[1:]:
        found = examine(Path(name), report)
        report("examined")
        install(found)
        report("installed")
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Small editions with different versions, by their checksums."""
    folder = tmp_path_factory.mktemp("versions")
    make_base(folder / "base.db")
    made = {}
    for number in range(1, FILES + 1):
        path = Path(shutil.copy(folder / "base.db", folder / f"{number}.db"))
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("UPDATE meta SET value = ? WHERE key = 'data_version'", (f"2030.0{number}",))
            connection.commit()
        made[hashlib.sha256(path.read_bytes()).hexdigest()] = path
    return made


def whole_edition(files: dict[str, Path]) -> str:
    """Return the name of the edition in use, which must be one of the files, byte for byte, or that of the program."""
    opened = open_current()
    opened.store.close()
    assert not opened.warning
    assert opened.name == read_choice()[0].use
    if opened.name != BUNDLED:
        assert hashlib.sha256(opened.store.path.read_bytes()).hexdigest() in files
    return opened.name


def killed_after(files: list[str], lines: int, pause: float) -> None:
    """Start the writer and kill it a moment after it has written some lines."""
    writer = subprocess.Popen([sys.executable, "-c", WRITER, *files], cwd=ROOT, stdout=subprocess.PIPE)
    assert writer.stdout is not None
    with writer.stdout:
        for _ in range(lines):
            assert writer.stdout.readline()
        time.sleep(pause)
        writer.kill()
        writer.wait(30)


@pytest.mark.usefixtures("no_editions")
@pytest.mark.skipif(sys.platform == "win32", reason="the test uses SIGKILL")
def test_a_killed_installation_leaves_the_old_or_the_new_edition(files: dict[str, Path]) -> None:
    chance = random.Random(14)
    reports: list[float] = []
    examine(next(iter(files.values())), reports.append).discard()
    reached = set()
    for _ in range(KILLS):
        names = [str(path) for path in files.values()]
        chance.shuffle(names)
        # Half of the kills come around the end of an installation, where the most is written.
        late = len(reports) + chance.randrange(4)
        lines = chance.choice((late, chance.randrange(2 * len(reports))))
        killed_after(names, lines, chance.uniform(0, LONGEST_PAUSE))
        in_use = whole_edition(files)
        reached.add(in_use)
        for edition in editions():
            assert not edition.fault
            if edition.name not in (BUNDLED, in_use) and chance.random() < 0.5:
                edition.path.unlink()
                edition.path.with_name(f"{edition.path.name}.sha256").unlink()
    assert len(reached) > 1
    left = {file.name for file in paths.editions_folder().iterdir()}
    expected = {f"{e.name}{end}" for e in editions() if not e.is_bundled for end in (".db", ".db.sha256")}
    unfinished = {name for name in left if name.startswith(".minor-metals-")}
    orphans = {name for name in left - unfinished if name.endswith(".sha256")}
    assert left - unfinished - orphans <= expected | {"editions.json", "editions.json.lock"}
