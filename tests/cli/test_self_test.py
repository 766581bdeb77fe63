"""The self-test in a process of its own: a whole copy passes, a broken one is named."""

import json
import os
import subprocess
import sys
from pathlib import Path

from explorer.data.store import Store
from tests.cli.running import Run

ROOT = Path(__file__).resolve().parents[2]


def test_this_copy_of_the_program_passes(live_store: Store) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LANG": "C", "LC_ALL": ""}
    done = subprocess.run(
        [sys.executable, "-m", "explorer", "--self-test"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.stderr == ""
    (line,) = done.stdout.splitlines()
    found = json.loads(line)
    assert (done.returncode, found["ok"], found["failed"]) == (0, True, [])
    assert (found["data"], found["statuses"]) == (live_store.edition.data_version, len(live_store.metals))
    assert found["charts"] > 60 and found["views"] > 60 and found["sheets"] == 2


def test_a_broken_data_file_is_named(run: Run, truncated: Path) -> None:
    code, out, _ = run("--data", truncated, "--self-test")
    found = json.loads(out)
    assert (code, found["ok"]) == (2, False)
    assert str(truncated) in found["failed"][0]
