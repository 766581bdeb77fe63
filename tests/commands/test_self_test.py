"""The self-test in a process of its own: a whole copy passes, a broken one is named."""

import json
import os
import subprocess
import sys
from pathlib import Path

from explorer.data.store import Store
from tests.commands.running import Run

ROOT = Path(__file__).resolve().parents[2]


FAULTY = """
import sys
from explorer.cli import main
from explorer.commands import self_test
from explorer.ui.views.metals.tabs.overview import TabPage

def fail(page):
    int("a wrong letter")

TabPage.refresh = fail
self_test.METALS = self_test.METALS[:1]
sys.exit(main(["--self-test"]))
"""


def run_python(*words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LANG": "C", "LC_ALL": ""}
    return subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def test_this_copy_of_the_program_passes(live_store: Store) -> None:
    done = run_python("-m", "explorer", "--self-test")
    assert done.stderr == ""
    (line,) = done.stdout.splitlines()
    found = json.loads(line)
    assert (done.returncode, found["ok"], found["failed"]) == (0, True, [])
    assert (found["data"], found["statuses"]) == (live_store.edition.data_version, len(live_store.metals))
    assert found["charts"] > 60 and found["views"] > 60 and found["sheets"] == 8


def test_a_fault_in_a_page_fails_the_test() -> None:
    done = run_python("-c", FAULTY)
    found = json.loads(done.stdout)
    assert (done.returncode, found["ok"]) == (2, False)
    assert any("a wrong letter" in fault for fault in found["failed"])


def test_a_broken_data_file_is_named(run: Run, truncated: Path) -> None:
    code, out, _ = run("--data", truncated, "--self-test")
    found = json.loads(out)
    assert (code, found["ok"]) == (2, False)
    assert str(truncated) in found["failed"][0]
