"""Files are written whole or not at all, and never over what is no ordinary file."""

import os
from pathlib import Path

import pytest

from explorer.data.files import whole_file
from explorer.errors import KnownError


def write(path: Path, force: bool = False, text: str = "new") -> None:
    with whole_file(path, force) as part:
        part.write_text(text)


def test_a_file_is_replaced_only_when_forced(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write(path, text="old")
    with pytest.raises(KnownError, match="exists: add --force"):
        write(path)
    assert path.read_text() == "old"
    write(path, force=True)
    assert path.read_text() == "new"
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


def test_a_failure_leaves_what_was_there_and_nothing_half_written(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write(path, text="old")
    with pytest.raises(ZeroDivisionError), whole_file(path, True) as part:
        part.write_text("half")
        raise ZeroDivisionError
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    target, link = tmp_path / "deep" / "real.txt", tmp_path / "link.txt"
    target.write_text("old")
    link.symlink_to(target)
    write(link, force=True)
    assert link.is_symlink() and target.read_text() == "new"


@pytest.mark.skipif(os.name != "posix", reason="there are no named pipes in folders on Windows")
def test_a_pipe_is_refused(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(KnownError, match="device or pipe"):
        write(pipe, force=True)
    assert pipe.is_fifo()


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_a_link_that_leads_to_itself_is_told(tmp_path: Path) -> None:
    link = tmp_path / "ring"
    link.symlink_to(link)
    with pytest.raises(KnownError):
        write(link, force=True)


def test_a_missing_folder_and_a_folder_in_the_way(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="does not exist"):
        write(tmp_path / "none" / "a.txt")
    with pytest.raises(KnownError, match="is a folder"):
        write(tmp_path)
