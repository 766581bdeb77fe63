"""Files are written completely or not at all, and only over ordinary files."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from explorer.errors import KnownError
from explorer.files import atomic_write, ensure_folder, write_file

posix_only = pytest.mark.skipif(os.name != "posix", reason="Windows has other links, modes and signals")
GONE = "999999999"  # higher than any process id


def write(path: Path, force: bool = False, text: str = "new") -> None:
    write_file(path, text.encode(), force=force)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_replaced_only_when_forced(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write(path, text="old")
    with pytest.raises(
        KnownError, match=r"already exists\. Choose another name, or choose to replace the file\."
    ):
        write(path)
    assert path.read_text() == "old"
    write(path, force=True)
    assert path.read_text() == "new"
    assert names(tmp_path) == ["a.txt"]


def test_a_file_created_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with pytest.raises(KnownError, match="exists"), atomic_write(path, False) as file:
        file.write(b"new")
        path.write_text("mine")
    assert path.read_text() == "mine" and names(tmp_path) == ["a.txt"]


def test_a_failure_keeps_the_old_file_and_leaves_no_part(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write(path, text="old")
    with pytest.raises(ZeroDivisionError), atomic_write(path, True) as file:
        file.write(b"half")
        raise ZeroDivisionError
    assert path.read_text() == "old"
    assert names(tmp_path) == ["a.txt"]


@posix_only
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o444])
def test_a_replaced_file_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "a.txt"
    write(path, text="old")
    path.chmod(mode)
    write(path, force=True)
    assert stat.S_IMODE(path.stat().st_mode) == mode and path.read_text() == "new"


@posix_only
def test_the_rights_of_a_group_are_not_given_to_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    path = tmp_path / "a.txt"
    write(path, text="old")
    path.chmod(0o664)
    monkeypatch.setattr(os, "geteuid", lambda: 0)  # root, which always changes the owner
    monkeypatch.setattr(os, "fchown", refuse)
    write(path, force=True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o644


@posix_only
def test_a_new_file_has_the_default_mode(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write(tmp_path / "a.txt")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == 0o640


@posix_only
def test_a_private_file_is_private_while_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write(path, text="old")
    path.chmod(0o600)
    with atomic_write(path, True) as file:
        assert stat.S_IMODE(os.fstat(file.fileno()).st_mode) == 0o600


def test_the_temporary_name_differs_each_time(tmp_path: Path) -> None:
    seen = set()
    for _ in range(5):
        with atomic_write(tmp_path / "a.txt", True):
            seen |= {name for name in names(tmp_path) if name != "a.txt"}
    assert len(seen) == 5


@posix_only
def test_a_link_in_the_way_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "urandom", bytes)
    with atomic_write(tmp_path / "a.txt", True):
        (name,) = names(tmp_path)
    victim = tmp_path / "victim"
    victim.write_text("mine")
    (tmp_path / name).symlink_to(victim)
    with pytest.raises(KnownError, match="cannot be written"):
        write(tmp_path / "a.txt", force=True)
    assert victim.read_text() == "mine" and (tmp_path / name).is_symlink()


@posix_only
def test_a_file_is_on_disk_before_it_is_renamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, synced = tmp_path / "a.txt", []
    write(path, text="old")

    def sync(number: int) -> None:
        synced.append((stat.S_ISDIR(os.fstat(number).st_mode), path.read_text()))

    monkeypatch.setattr(os, "fsync", sync)
    write(path, force=True)
    assert synced == [(False, "old"), (True, "new")]


@posix_only
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    target, link = tmp_path / "deep" / "real.txt", tmp_path / "link.txt"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    write(link, force=True)
    assert link.is_symlink() and target.read_text() == "new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert names(tmp_path) == ["deep", "link.txt"] and names(tmp_path / "deep") == ["real.txt"]


@posix_only
def test_a_link_to_a_missing_file_creates_it(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    link = tmp_path / "link.txt"
    link.symlink_to(tmp_path / "deep" / "real.txt")
    write(link)
    assert link.is_symlink() and (tmp_path / "deep" / "real.txt").read_text() == "new"


@posix_only
def test_a_pipe_is_refused(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(KnownError, match="device or pipe"):
        write(pipe, force=True)
    assert pipe.is_fifo()


@posix_only
def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    link = tmp_path / "ring"
    link.symlink_to(link)
    with pytest.raises(KnownError):
        write(link, force=True)


def test_a_missing_folder_and_a_folder_of_that_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="does not exist"):
        write(tmp_path / "none" / "a.txt")
    with pytest.raises(KnownError, match="is a folder"):
        write(tmp_path)


@pytest.mark.parametrize("name", ["a\0b", "\ud800"])
def test_an_invalid_name_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(KnownError, match="the file name is not valid"):
        write(tmp_path / name)
    with pytest.raises(KnownError, match="the name is not valid"):
        ensure_folder(str(tmp_path / name))


def test_the_folder_of_an_unknown_user_is_refused() -> None:
    with pytest.raises(KnownError, match="cannot be created"):
        ensure_folder("~nobody-of-this-name/charts")


# files left by processes that were ended while they wrote


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has started to write a file and waits."""
    code = (
        "import sys; from pathlib import Path; from explorer.files import atomic_write\n"
        "with atomic_write(Path(sys.argv[1]), False) as file:\n"
        "    file.write(b'half'); print('begun', flush=True); sys.stdin.read()\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "other.txt")],
        cwd=Path(__file__).resolve().parents[1],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None and process.stdout.readline() == "begun\n"
    yield process
    process.kill()
    process.communicate()


@posix_only
def test_files_of_a_killed_process_are_removed_by_the_next_one(
    tmp_path: Path, writer: subprocess.Popen[str]
) -> None:
    writer.send_signal(signal.SIGKILL)
    writer.wait()
    assert [name for name in names(tmp_path) if name.endswith(".part")]
    write(tmp_path / "a.txt")
    assert names(tmp_path) == ["a.txt"]


@posix_only
def test_files_of_a_running_process_are_kept(
    tmp_path: Path, writer: subprocess.Popen[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "a.txt")

    def lookup(*_: object) -> None:
        raise ProcessLookupError

    monkeypatch.setattr(
        os, "kill", lookup
    )  # as in another process namespace; the lock still shows that it runs
    write(tmp_path / "b.txt")
    writer.communicate("")
    assert names(tmp_path) == ["a.txt", "b.txt", "other.txt"]


@posix_only
@pytest.mark.parametrize("kind", ["other name", "link", "folder", "of another user"])
def test_files_of_others_are_kept(tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / f".minor-metals-{GONE}-{'0' * 24}.part"
    if kind == "other name":
        path = tmp_path / f".minor-metals-{GONE}-notes.part"
        path.write_text("mine")
    elif kind == "link":
        (tmp_path / "mine").write_text("mine")
        path.symlink_to(tmp_path / "mine")
    elif kind == "folder":
        path.mkdir()
    else:
        path.write_text("mine")
        own = os.geteuid()
        monkeypatch.setattr(os, "geteuid", lambda: own + 1)
    write(tmp_path / "a.txt")
    assert path.name in names(tmp_path)
