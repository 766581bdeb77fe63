"""Builds the data file from the command line: `python -m db`."""

import argparse
import sys
from pathlib import Path

from .build import DEFAULT_DESCRIPTION, DEFAULT_OUTPUT, build
from .csv_tables import DATA
from .faults import DataFaultsError
from .schema import write_description


def main(arguments: list[str] | None = None) -> int:
    """Build the data file, print how many rows each table has, and return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m db", description="Check the facts and build the data file."
    )
    parser.add_argument(
        "--out",
        type=Path,
        help=f"write the data file and its checksum here (default: {DEFAULT_OUTPUT}, with tables.json)",
    )
    parser.add_argument("--facts", type=Path, default=DATA, help="folder with the CSV files (%(default)s)")
    options = parser.parse_args(arguments)
    output: Path = options.out or DEFAULT_OUTPUT
    try:
        counts = build(output, options.facts)
        if options.out is None:
            write_description(DEFAULT_DESCRIPTION)
    except (DataFaultsError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    for name, count in counts.items():
        print(f"{name:28}{count:8}")
    print(f"{output}: {output.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
