"""Qt prints nothing on the terminal while views are visited, the content is replaced, and the program ends."""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
# What the platform of tests prints on windows that it does not move.
OF_PLATFORM = "This plugin does not support"


def test_no_message_is_printed(edition_file: Path, tmp_path: Path) -> None:
    own = {
        **os.environ,
        "HOME": str(tmp_path),
        "MINOR_METALS_USER_DATA": str(tmp_path / "user"),
        "PYTHONPATH": str(HERE.parents[1]),
        "QT_QPA_PLATFORM": "offscreen",
    }
    words = [sys.executable, HERE / "visit_views.py", edition_file, tmp_path]
    done = subprocess.run(words, env=own, capture_output=True, text=True, timeout=240)
    printed = [line for line in done.stderr.splitlines() if OF_PLATFORM not in line]
    assert (done.returncode, printed) == (0, [])
