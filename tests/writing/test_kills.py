"""A process that is killed while it writes a file leaves the old or the new one, whole."""

import os
import subprocess
import sys

import pytest

from tests.imports import ROOT
from tests.writing.writers import WRITERS

KILLS = int(os.environ.get("MINOR_METALS_KILLS", "4"))


@pytest.mark.skipif(sys.platform == "win32", reason="the test uses SIGKILL")
@pytest.mark.parametrize("kind", WRITERS)
def test_a_killed_write_leaves_the_old_or_the_new_file(kind: str) -> None:
    command = [sys.executable, "-m", "tests.writing.kill_writes", "--count", str(KILLS), kind]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=120 + 10 * KILLS, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.startswith(f"{kind}: {KILLS} kills, ")
