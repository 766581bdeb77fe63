"""Writes every kind of file where something is in the way, and prints how each ended.

python -m tests.writing.obstacles FOLDER full|missing|read_only
"""

import json
import os
import resource
import signal
import sys
from pathlib import Path

from tests.writing.kill_writes import preload
from tests.writing.writers import WRITERS, Refused, Writer

FULL, MISSING, READ_ONLY = "full", "missing", "read_only"
NOBODY = 65_534


def attempt(writer: Writer, path: Path) -> str:
    """Return the sentence that ends a write, empty where it succeeds."""
    from explorer.errors import KnownError

    try:
        writer.write(path, 1)
    except Refused as error:
        return str(error)
    except KnownError as error:
        return f"{error}\n"
    return ""


def main(arguments: list[str]) -> int:
    """Write each file once, put the obstacle in the way, and try to write the other variant."""
    folder, obstacle = Path(arguments[0]), arguments[1]
    preload()
    writers = [w for w in WRITERS.values() if w.name != "settings"]  # which are written by Qt
    places = {}
    for writer in writers:
        place = folder / writer.name
        place.mkdir()
        places[writer.name] = path = place / writer.file_name
        for variant in (0, 1, 0):  # each makes what it needs
            writer.write(path, variant)
    if obstacle == FULL:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
    if obstacle == READ_ONLY:
        for path in folder.rglob("*"):
            path.chmod(0o555 if path.is_dir() else 0o444)
        if os.geteuid() == 0:
            os.setgroups([])
            os.setegid(NOBODY)
            os.seteuid(NOBODY)
    found = {}
    for writer in writers:
        path = places[writer.name]
        before = path.read_bytes()
        aim = path.parent / "missing" / path.name if obstacle == MISSING else path
        sentence = attempt(writer, aim)
        kept = path.read_bytes() == before and not [
            p for p in path.parent.iterdir() if p.name.endswith(".part")
        ]
        found[writer.name] = (sentence, kept)
    print(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
