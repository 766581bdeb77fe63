"""An edition that another process has open is not removed; the lock of a process that ended does not count."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from explorer.data.editions import actions
from explorer.data.editions.candidate import examine
from explorer.data.editions.folder import BUNDLED, edition_path
from explorer.data.store import Store
from explorer.errors import KnownError
from tests.imports import ROOT

pytestmark = pytest.mark.usefixtures("no_editions")
# Opens a data file as a window does, and reads it through a new connection whenever it gets a line.
READER = """
import sys
from contextlib import closing
from pathlib import Path
from explorer.data.storage.connection import Watch, connect
from explorer.data.store import Store
with Store.open(Path(sys.argv[1])) as store:
    print("open", flush=True)
    for line in sys.stdin:
        with closing(connect(store.path, Watch())) as connection:
            print(connection.execute("SELECT count(*) FROM metals").fetchone()[0], flush=True)
"""


@pytest.fixture
def name(later_file: Path, tmp_path: Path) -> str:
    """The name of an installed edition that is not the chosen one."""
    installed = actions.install(examine(Path(shutil.copy(later_file, tmp_path / "later.db"))))
    actions.use(BUNDLED)
    return installed.name


@pytest.fixture
def reader(name: str) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the edition open."""
    process = subprocess.Popen(
        [sys.executable, "-c", READER, edition_path(name)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        assert answer(process) == "open"
        yield process
        process.kill()


def answer(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_an_edition_that_another_process_shows_stays_and_can_be_read(
    name: str, reader: subprocess.Popen[str]
) -> None:
    with pytest.raises(KnownError) as caught:
        actions.remove(name)
    assert str(caught.value) == (
        f"Edition {name} cannot be removed while another window or command has it open. Close it there, or choose "
        "another edition there."
    )
    assert edition_path(name).exists() and reader.stdin is not None
    print("read", file=reader.stdin, flush=True)
    assert int(answer(reader)) > 0
    reader.stdin.close()
    reader.wait(30)
    assert actions.remove(name).name == name and not edition_path(name).exists()


def test_the_lock_of_a_process_that_was_killed_does_not_count(
    name: str, reader: subprocess.Popen[str]
) -> None:
    reader.kill()
    reader.wait(30)
    actions.remove(name)
    assert not edition_path(name).exists()


def test_several_processes_can_have_an_edition_open(name: str, reader: subprocess.Popen[str]) -> None:
    with Store.open(edition_path(name)) as store:
        reader.kill()
        reader.wait(30)
        with pytest.raises(KnownError, match="while another window or command has it open"):
            actions.remove(name)
        assert store.metals
    actions.remove(name)


def test_an_edition_that_could_not_be_opened_can_be_removed(name: str) -> None:
    path = edition_path(name)
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(KnownError):
        Store.open(path)
    actions.remove(name)
    assert not path.exists()
