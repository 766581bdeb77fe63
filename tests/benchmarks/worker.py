"""Measures one checkout of the program and prints JSON; compare.py starts it once for each checkout.

    python worker.py which|memory|work|processes [--calls NAME] [--codes N] [--repeats N]

Runs as a script with the tree as its folder and on PYTHONPATH, so it must import nothing of `tests`. `which` finds
the calls that fit the tree; a later tree that fits none gets a file `calls_N.py` of its own, named in GENERATIONS.
"""

import argparse
import importlib
import json
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Any

GENERATIONS = ("calls_2", "calls_1")  # newest first
DAY = date(2026, 10, 1)
CODES, REPEATS, SHARE_PUBLISHED = 100_000, 3, 0.2
# Run before the timed queries, so that the first of them does not include what is loaded only once.
WARMING = ("hafnium", "Announcement 1 of 2099", "8101", "2A999", "铪", "2020-01-01")
COMMANDS = {"status_command": ["status", "gallium"], "list_command": ["list", "--json"]}
QUERIES = (
    *("gallium", "Germanium", "wolfram", "rare earths", "neodymium", "GaN", "Sb", "g", "tun"),
    *("镓", "钨", "土", "锑", "限制", "出口", "稀土", "石墨", "氧化物"),
    *("8112.92.90.10", "8112929010", "811292", "2849.90", "28499020", "0000.00"),
    *("3C001", "3C001.a", "1C117.d", "3c001 a", "1C"),
    *("Announcement 23 of 2023", "2023年第23号", "46/2024", "2025-18", "No. 9 of 1999"),
    *("2023-08-01", "2024-12-03", "1999-01-01"),
    *("export licence", "permanent magnets", "Japan", "by-product of zinc", "smelter in Germany"),
    *("zzzz", "qwx 123", "%_%", "龘"),
)


def which(*_: Any) -> dict[str, Any]:
    """Return the newest calls that fit the tree, and the words that open its window."""
    faults = []
    for name in GENERATIONS:
        try:
            calls = importlib.import_module(name)
            _try(calls)
        except (ImportError, AttributeError, TypeError) as fault:
            faults.append(f"{name}: {fault}")
            continue
        if calls.package().parent != Path.cwd().resolve():
            raise SystemExit(f"The program came from {calls.package()}, not from {Path.cwd()}.")
        return {"calls": name, "window": calls.WINDOW}
    raise SystemExit(f"No calls fit this tree ({'; '.join(faults)}): add a file to the folder of calls_1.py.")


def _try(calls: Any) -> None:
    """Call each function once; one that returns nothing would be measured as fast."""
    with calls.open_store() as store:
        results = {
            "measures": calls.load(store),
            "status": len(calls.statuses(store, DAY)),
            "search": len(calls.search(store, QUERIES[0])),
            "codes": calls.check(store, DAY, calls.published_codes(store)),
        }
    if not all(results.values()):
        raise SystemExit(f"A call returns nothing: {results}.")


def memory(calls: Any, *_: int) -> dict[str, float]:
    """Return the megabytes held once the store is open and all metals are read with their statuses."""
    import resource

    with calls.open_store() as store:
        held = calls.statuses(store, DAY)
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        del held
    return {"memory": pages * resource.getpagesize() / 2**20}


def work(calls: Any, codes: int, repeats: int) -> dict[str, Any]:
    """Return the measurements of this process; each date and query is used once, so nothing is cached."""
    results: dict[str, Any] = {}
    results["load"] = statistics.median([_milliseconds(_load, calls) for _ in range(repeats)])
    with calls.open_store() as store:
        calls.load(store)
        days = [DAY + timedelta(n) for n in range(repeats)]
        results["status"] = statistics.median([_milliseconds(calls.statuses, store, day) for day in days])
        drawn = _draw(calls.published_codes(store), codes)
        results["codes"] = _milliseconds(calls.check, store, DAY, drawn)
        for text in WARMING:
            calls.search(store, text)
        results["queries"] = {text: _milliseconds(calls.search, store, text) for text in QUERIES}
        results["size"] = calls.data_file(store).stat().st_size / 1e6
    return results


def processes(calls: Any, _: int, repeats: int) -> dict[str, float]:
    """Return the time of whole processes, and of the import of the command line in a new process."""
    timed_import = (
        f"import time; begun = time.perf_counter(); import {calls.COMMAND_MODULE};"
        "print(1000 * (time.perf_counter() - begun))"
    )
    results = {
        name: statistics.median([_milliseconds(_run, [*calls.COMMAND, *words]) for _ in range(repeats)])
        for name, words in COMMANDS.items()
    }
    results["import"] = statistics.median([float(_run(["-c", timed_import])) for _ in range(repeats)])
    return results


def _load(calls: Any) -> None:
    with calls.open_store() as store:
        calls.load(store)


def _draw(published: list[str], count: int) -> list[str]:
    """Return codes of which some are on the lists, the same at every run."""
    draw = random.Random(1)
    return [
        draw.choice(published) if draw.random() < SHARE_PUBLISHED else str(draw.randrange(10**9, 10**10))
        for _ in range(count)
    ]


def _milliseconds(do: Callable[..., object], *about: object) -> float:
    """Return the milliseconds that a piece of work takes."""
    begun = time.perf_counter()
    do(*about)
    return 1000 * (time.perf_counter() - begun)


def _run(words: list[str]) -> str:
    """Run a process of this checkout and return its output, which must not be empty."""
    done = subprocess.run([sys.executable, *words], capture_output=True, encoding="utf-8", check=False)
    if done.returncode or not done.stdout:
        raise SystemExit(f"{' '.join(words[2:])} ended with {done.returncode}: {done.stderr.strip()}")
    return done.stdout


PARTS: dict[str, Callable[..., dict[str, Any]]] = {
    "which": which,
    "memory": memory,
    "work": work,
    "processes": processes,
}


def main() -> None:
    """Measure one part and print it."""
    parser = argparse.ArgumentParser(description="Measure one tree of the program from inside.")
    parser.add_argument("part", choices=PARTS)
    parser.add_argument("--calls", choices=GENERATIONS, default=GENERATIONS[0])
    parser.add_argument("--codes", type=int, default=CODES)
    parser.add_argument("--repeats", type=int, default=REPEATS)
    args = parser.parse_args()
    calls = None if args.part == "which" else importlib.import_module(args.calls)
    print(json.dumps(PARTS[args.part](calls, args.codes, args.repeats)))


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        main()
