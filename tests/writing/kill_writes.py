"""Kills a process many times while it writes a file: each time the file is the old or the new one, whole.

    python -m tests.writing.kill_writes --count 200            all kinds of writing, with a line of counts for each
    python -m tests.writing.kill_writes --count 200 sheet      one kind

Half of the kills come at a random moment of a whole write, the others around the moments at which the file itself is
opened and renamed. The processes are forked from one that has imported the program, so that a kill takes little time.
"""

import argparse
import contextlib
import os
import random
import select
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from types import FrameType

from tests.writing.writers import WRITERS, Writer

MOMENTS = ("open", "os.rename", "os.remove")  # of the file, as Python reports them
LONGEST_PAUSE = 0.003  # seconds after such a moment
PART = ".minor-metals-"


class NotWhole(Exception):
    """Raised where a file is neither the old nor the new one."""


def preload() -> None:
    """Import what the writers use."""


def write_forever(writer: Writer, path: Path, first: int, pipe: int) -> None:
    """Write the variants in turn, with a byte into the pipe before each write and at each moment of the file."""

    def moment(event: str, arguments: tuple[object, ...]) -> None:
        if event in MOMENTS and any(PART in str(a) or str(a) == str(path) for a in arguments[:2]):
            with contextlib.suppress(OSError):
                os.write(pipe, b"m")

    sys.addaudithook(moment)
    variant = first
    while True:
        os.write(pipe, b"w")
        writer.write(path, variant)
        variant = 1 - variant


def forked(writer: Writer, path: Path, first: int) -> tuple[int, int]:
    """Return the id of a process that writes for ever, and the end of its pipe."""
    read, write = os.pipe()
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        os.close(read)
        with contextlib.suppress(BaseException):
            write_forever(writer, path, first, write)
        os._exit(3)
    os.close(write)
    return child, read


def wait_for(pipe: int, letter: bytes, count: int) -> int:
    """Return how many bytes came, once the pipe had a letter so many times; fail where the writer has ended."""
    found = seen = 0
    while found < count:
        ready, _, _ = select.select([pipe], [], [], 60)
        got = os.read(pipe, 1) if ready else b""
        if not got:
            raise NotWhole("The writer has ended by itself.")
        seen += 1
        found += got == letter
    return seen


def references(writer: Writer, folder: Path) -> tuple[list[object], float]:
    """Return the states of both variants, and how long a write takes in seconds."""
    path = folder / writer.file_name
    child, pipe = forked(writer, path, 0)
    states, begun, seconds = list[object](), time.monotonic(), 0.0
    try:
        wait_for(pipe, b"w", 3)  # both variants are written once: 0, 1, and now 0 again
        begun = time.monotonic()
        wait_for(pipe, b"w", 2)
        seconds = (time.monotonic() - begun) / 2
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(pipe)
    for variant in (0, 1):
        child = os.fork()
        if child == 0:
            writer.write(path, variant)
            os._exit(0)
        assert os.waitpid(child, 0)[1] == 0
        states.append(writer.state(path))
    assert states[0] != states[1]
    return states, seconds


def kill_once(writer: Writer, path: Path, first: int, chance: random.Random, seconds: float) -> None:
    """Kill a writer at a moment by chance."""
    child, pipe = forked(writer, path, first)
    try:
        wait_for(pipe, b"w", 2)  # the first write is slow, as it starts the parts of the program
        if chance.random() < 0.5 or writer.name == "settings":
            time.sleep(chance.uniform(0, seconds))
        else:
            wait_for(pipe, b"m", chance.randrange(1, 6))
            time.sleep(chance.uniform(0, LONGEST_PAUSE))
    finally:
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        os.close(pipe)
    if not os.WIFSIGNALED(status):
        raise NotWhole("The writer has ended by itself.")


def kill(writer: Writer, count: int, seed: int, folder: Path) -> Counter[str]:
    """Kill a writer many times; return how often the file was each variant, and how often parts were left."""
    chance = random.Random(seed)
    states, seconds = references(writer, folder)
    path = folder / writer.file_name
    counts = Counter[str]()
    for number in range(count):
        kill_once(writer, path, number % 2, chance, seconds)
        state = writer.state(path)
        if state not in states:
            raise NotWhole(f"{writer.name}: the file is neither the old nor the new one after kill {number}.")
        counts["first" if state == states[0] else "second"] += 1
        counts["unfinished part left"] += any(p.name.startswith(PART) for p in folder.iterdir())
    child = os.fork()  # the next write clears what the killed ones left
    if child == 0:
        for variant in (0, 1):
            writer.write(path, variant)
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
    left = [p.name for p in folder.iterdir() if p.name.startswith(PART)]
    if left:
        raise NotWhole(f"{writer.name}: {len(left)} unfinished files stay behind.")
    return counts


def _interrupted(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.writing.kill_writes")
    parser.add_argument("kinds", nargs="*", help=f"kinds of writing (default: all): {', '.join(WRITERS)}")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    signal.signal(signal.SIGTERM, _interrupted)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    preload()
    for kind in options.kinds or WRITERS:
        with tempfile.TemporaryDirectory() as name:
            os.environ["MINOR_METALS_USER_DATA"] = str(Path(name) / "user")
            os.environ["XDG_CONFIG_HOME"] = str(Path(name) / "config")
            folder = Path(name) / "files"
            folder.mkdir()
            counts = kill(WRITERS[kind], options.count, options.seed, folder)
            print(f"{kind}: {options.count} kills, {dict(sorted(counts.items()))}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
