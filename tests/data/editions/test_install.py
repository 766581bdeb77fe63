"""Installing an edition: what is refused, what is shown, and what is in use afterwards."""

import hashlib
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from explorer import paths
from explorer.data.editions import actions, candidate, current, folder
from explorer.data.editions.candidate import MATCHES, NO_FILE, examine
from explorer.data.editions.folder import BUNDLED
from explorer.errors import KnownError
from tests.editions import copied

pytestmark = pytest.mark.usefixtures("no_editions")


@pytest.fixture
def later(later_file: Path, tmp_path: Path) -> Path:
    """A copy of a later edition, without a checksum file."""
    return Path(shutil.copy(later_file, tmp_path / "later.db"))


def in_use() -> tuple[str, str]:
    """Return the name and the version of the edition in use, and require that nothing was wrong."""
    opened = current.open_current()
    with opened.store as store:
        assert not opened.warning
        return opened.name, store.edition.data_version


def refusal(path: Path) -> str:
    """Return the sentence with which a file is refused, which leaves nothing behind."""
    with pytest.raises(KnownError) as raised:
        examine(path)
    assert "\n" not in str(raised.value)
    left = paths.editions_folder()
    assert not left.exists() or [file.name for file in left.iterdir()] == []
    return str(raised.value)


def test_a_good_file_is_copied_whole_and_used(later: Path) -> None:
    found = examine(later)
    digest = hashlib.sha256(later.read_bytes()).hexdigest()
    assert (found.version, found.verified_to, found.sha256) == ("2099.01", "2026-11-22", digest)
    assert found.checksum == NO_FILE
    assert in_use() == (BUNDLED, "2026.12-test")
    installed = actions.install(found)
    assert (installed.before, installed.is_new) == (BUNDLED, True)
    assert in_use() == (f"2099.01-{digest[:8]}", "2099.01")
    copy = folder.edition_path(installed.name)
    assert copy.read_bytes() == later.read_bytes()
    assert copy.with_name(f"{copy.name}.sha256").read_text() == f"{digest}  {copy.name}\n"
    names = sorted(file.name for file in paths.editions_folder().iterdir())
    assert names == sorted([copy.name, f"{copy.name}.sha256", "editions.json", "editions.json.lock"])


def test_a_file_that_is_installed_already_is_only_used(later: Path) -> None:
    name = actions.install(examine(later)).name
    actions.use(BUNDLED)
    again = actions.install(examine(later))
    assert (again.name, again.is_new, again.before) == (name, False, BUNDLED)
    assert in_use() == (name, "2099.01")


def test_the_file_that_came_with_the_program_is_not_copied(later: Path, edition_file: Path) -> None:
    actions.install(examine(later))
    installed = actions.install(examine(edition_file))
    assert (installed.name, installed.is_new) == (BUNDLED, False)
    assert in_use() == (BUNDLED, "2026.12-test")
    assert len(folder.editions()) == 2


def test_an_older_edition_counts_as_chosen_and_is_said_to_be_older(earlier_file: Path) -> None:
    actions.install(examine(earlier_file))
    opened = current.open_current()
    opened.store.close()
    text = "An older edition is in use: 2020.06. The program came with edition 2026.12-test."
    assert (opened.store.edition.data_version, opened.older) == ("2020.06", text)


def test_the_checksum_file_is_compared(later_file: Path, tmp_path: Path) -> None:
    path = copied(later_file, tmp_path / "later.db")
    found = examine(path)
    assert found.checksum == MATCHES
    found.discard()
    for text in ("0" * 64 + "  later.db\n", "", "no checksum"):
        path.with_name("later.db.sha256").write_text(text)
        assert refusal(path) == (
            f"The data file {path} does not match its checksum file later.db.sha256. Choose another data file."
        )


def changed(path: Path, *statements: str) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    return path


def cut(path: Path) -> Path:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)
    return path


def test_a_file_of_another_program_is_refused(later: Path) -> None:
    changed(later, "PRAGMA application_id = 7")
    sentence = f"The file {later} is not a Minor Metals Explorer database. Choose another data file."
    assert refusal(later) == sentence
    cut(later)
    assert "The data file" in refusal(later)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda path: path.with_name("nothing.db"), "is missing."),
        (lambda path: path.parent, "is a folder."),
        (
            lambda path: changed(path, "PRAGMA user_version = 99"),
            "has schema 99, newer than this program supports (4).",
        ),
        (
            lambda path: changed(path, "CREATE TRIGGER t AFTER INSERT ON meta BEGIN SELECT 1; END"),
            "cannot be used. The file has a trigger, which is not allowed: “t”.",
        ),
        (
            lambda path: changed(path, "UPDATE measures SET kind = 'ban' WHERE measure_id = 'cn-2023-23'"),
            "cannot be used. The column measures.kind has an invalid value: “ban”.",
        ),
    ],
)
def test_a_bad_file_is_refused_in_a_sentence_that_names_it(
    later: Path, change: Callable[[Path], Path], sentence: str
) -> None:
    path = change(later)
    assert f"The data file {path} {sentence}" in refusal(path)
    assert in_use() == (BUNDLED, "2026.12-test")


def test_a_file_without_facts_is_refused(later: Path) -> None:
    with closing(sqlite3.connect(later)) as connection:
        tables = [
            row[0] for row in connection.execute("SELECT name FROM pragma_table_list WHERE type = 'table'")
        ]
        for name in tables:
            if name not in ("meta", "metadata") and not name.startswith("sqlite_"):
                connection.execute(f"DELETE FROM {name}")
        connection.execute("INSERT INTO search_fts (search_fts) VALUES ('rebuild')")
        connection.commit()
    assert "It contains no metals." in refusal(later)


def test_a_file_that_is_too_large_is_refused(later: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidate, "MOST_FILE_BYTES", 1_000_000)
    assert f"The file {later} is larger than 1 MB." in refusal(later)


class Stopped(Exception):
    """Raised by a report."""


def test_the_check_reports_its_progress_and_can_be_stopped(later: Path) -> None:
    parts: list[float] = []
    examine(later, parts.append).discard()
    assert parts == sorted(parts) and parts[-1] == 1 and len(set(parts)) > 8
    for calls in (1, 3, len(parts) // 2, len(parts) - 2):
        left = iter(range(calls))

        def stop(_part: float, left: Iterator[int] = left) -> None:
            if next(left, None) is None:
                raise Stopped

        with pytest.raises(Stopped):
            examine(later, stop)
        assert list(paths.editions_folder().iterdir()) == []


def test_a_full_disk_is_reported_in_a_sentence(later: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, before[1]))
    try:
        assert refusal(later) == f"{paths.editions_folder()} cannot be written (File too large)."
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert in_use() == (BUNDLED, "2026.12-test")


def test_a_folder_that_cannot_be_created_is_reported_in_a_sentence(later: Path, tmp_path: Path) -> None:
    (tmp_path / "user").write_text("a file")
    with pytest.raises(KnownError) as raised:
        examine(later)
    assert str(raised.value) == f"The folder {paths.editions_folder()} cannot be created (Not a directory)."


READ_ONLY = """
import os, sys
from explorer.cli import main
main(["data", "install", sys.argv[1]])  # imports what the second call needs, from folders that only root may read
os.environ["MINOR_METALS_USER_DATA"] = sys.argv[2]
os.setgroups([]); os.setegid(65534); os.seteuid(65534)
sys.exit(main(["data", "install", sys.argv[1]]))
"""


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="gives up the rights of root")
def test_a_home_that_is_read_only_is_reported_in_a_sentence(later_file: Path) -> None:
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        home, file = Path(name) / "home", Path(shutil.copy(later_file, name))
        home.mkdir(mode=0o555)
        command = [sys.executable, "-c", READ_ONLY, str(file), str(home / "data")]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    sentence = f"minor-metals: The folder {home}/data/editions cannot be created (Permission denied).\n"
    assert (done.returncode, done.stderr) == (2, sentence)
