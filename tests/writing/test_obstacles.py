"""A full disk, a missing folder and a folder that is read-only are one sentence each, and change nothing."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fuzz.cases import environment
from tests.imports import ROOT


def may_be_entered(folder: Path) -> bool:
    """Return whether every user may enter a folder."""
    return all(part.stat().st_mode & 0o001 for part in (folder, *folder.parents))


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user may enter, unlike those of pytest."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


@pytest.mark.skipif(sys.platform == "win32", reason="the obstacles are those of POSIX")
@pytest.mark.parametrize("obstacle", ["full", "missing", "read_only"])
def test_an_obstacle_is_one_sentence_for_every_kind_of_writing(open_folder: Path, obstacle: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.writing.obstacles", str(open_folder), obstacle],
        cwd=ROOT,
        env=environment(open_folder),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found = json.loads(done.stdout)
    assert len(found) > 10
    for kind, (sentence, kept) in found.items():
        assert kept, kind
        assert sentence.count("\n") == 1 and sentence.strip().endswith("."), (kind, sentence)


@pytest.mark.skipif(sys.platform == "win32", reason="the rights are those of POSIX")
def test_a_home_that_is_read_only_is_one_sentence_for_settings_and_one_for_own_data(
    edition_file: Path, open_folder: Path
) -> None:
    if hasattr(os, "geteuid") and os.geteuid() == 0 and not may_be_entered(ROOT):
        pytest.skip("Only the owner may enter the checkout, and root has to become another user here.")
    home = open_folder / "home"
    home.mkdir()
    own = ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR", "MINOR_METALS_USER_DATA")
    variables = {name: str(home / name if name != "HOME" else home) for name in own}
    try:
        done = subprocess.run(
            [sys.executable, "-m", "tests.writing.read_only_home", str(edition_file), str(home)],
            cwd=ROOT,
            env={**environment(open_folder), **variables},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
    finally:
        home.chmod(0o755)
    assert done.returncode == 0, done.stderr[-2000:]
    found = json.loads(done.stdout)
    assert found["said"].startswith("The settings cannot be saved") and not found["again"]
    assert found["own"].startswith("Your own data cannot be read or saved: Permission denied")
    assert not found["address"] and not found["fault"]
