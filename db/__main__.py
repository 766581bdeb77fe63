"""Builds the data file from the command line: `python -m db`."""

import argparse
import sys
from pathlib import Path

from .build import DEFAULT_OUTPUT, build
from .faults import DataFaultsError


def main(arguments: list[str] | None = None) -> int:
    """Build the data file, print what it holds, and return the exit code."""
    parser = argparse.ArgumentParser(prog="db", description="Check the facts and build the data file.")
    parser.add_argument("--out", type=Path, default=DEFAULT_OUTPUT, help="where the file goes (%(default)s)")
    output: Path = parser.parse_args(arguments).out
    try:
        counts = build(output)
    except (DataFaultsError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    for name, count in counts.items():
        print(f"{name:28}{count:8}")
    print(f"{output}: {output.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
