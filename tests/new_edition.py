"""Checks that the tests still pass on a later edition: creates one and runs the whole suite on it.

    python -m tests.new_edition

Copies the checkout, gives the copy other facts (version, last checked day, more prices, one more measure), builds its
data file and runs its tests. Only tests that assert those facts may fail: the truth tables in `tests/facts` and the
counts in the README. Exits with 1 where any other test fails.
"""

import csv
import datetime
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[1]
FACTS = ("tests.facts.", "tests.test_readme")
VERSION = "2099.01"
DAYS_LATER = 45
NEW_POINTS = 3
NOTICE = "cn-2099-1"

Row = dict[str, str]


def copy_checkout(folder: Path) -> None:
    """Copy all files that git does not ignore."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    for name in filter(None, listed.stdout.decode().split("\0")):
        source, target = ROOT / name, folder / name
        if source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
            target.chmod(source.stat().st_mode)


def edit(data: Path, table: str, change: Callable[[list[Row]], None], *key: str) -> None:
    """Change the rows of a CSV file and sort them by their key again."""
    path = data / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows, header = list(reader), list(reader.fieldnames or ())
    change(rows)
    if key:
        rows.sort(key=lambda row: [row[column] for column in key])
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def create_edition(data: Path) -> None:
    """Turn the facts in a folder into those of a later edition."""
    edit(data, "meta", _later)
    series = _add_prices(data)
    edit(data, "price_series", lambda rows: _extend(rows, series))
    edit(data, "instruments", lambda rows: rows.append(_instrument(rows)), "instrument_id")
    edit(data, "measures", lambda rows: rows.append(_measure(rows)), "measure_id")
    edit(data, "measure_metals", lambda rows: rows.append(_target(rows)), "measure_id", "metal_id")
    edit(data, "measure_events", lambda rows: rows.extend(_events(rows)), "measure_id", "date", "event")


def _later(rows: list[Row]) -> None:
    for row in rows:
        if row["key"] == "data_version":
            row["value"] = VERSION
        if row["key"] == "verified_to":
            day = datetime.date.fromisoformat(row["value"]) + datetime.timedelta(days=DAYS_LATER)
            row["value"] = day.isoformat()


def _add_prices(data: Path) -> dict[str, list[str]]:
    """Add months to each monthly series that is dated by month; return the new dates by series."""
    added: dict[str, list[str]] = {}

    def change(rows: list[Row]) -> None:
        last = {row["series_id"]: row for row in rows}
        for series_id, row in last.items():
            if len(row["date"]) != len("2026-07") or row["date"] < "2026":
                continue
            for n in range(1, NEW_POINTS + 1):
                months = int(row["date"][:4]) * 12 + int(row["date"][5:]) - 1 + n
                date = f"{months // 12}-{months % 12 + 1:02}"
                value = f"{float(row['value']) * (1 + n / 20):.4g}"
                plain = f"{float(value):f}".rstrip("0").rstrip(".")
                rows.append({**row, "date": date, "value": plain, "low": "", "high": "", "flag": "p"})
                added.setdefault(series_id, []).append(date)

    edit(data, "prices", change, "series_id", "date")
    return added


def _extend(rows: list[Row], added: dict[str, list[str]]) -> None:
    for row in rows:
        dates = added.get(row["series_id"], [])
        if dates:
            row["points"] = str(int(row["points"]) + len(dates))
            row["last_date"] = dates[-1]


def _instrument(rows: list[Row]) -> Row:
    like = next(row for row in rows if row["instrument_id"] == "cn-2023-23")
    return {**like, "instrument_id": NOTICE, "number": "Announcement 1 of 2099", "announced": "2026-11-02"}


def _measure(rows: list[Row]) -> Row:
    like = next(row for row in rows if row["measure_id"] == "cn-2023-23")
    days = {"announced": "2026-11-02", "effective": "2026-11-09"}
    return {**like, "measure_id": NOTICE, "instrument_id": NOTICE, "kind": "prohibition", **days}


def _target(rows: list[Row]) -> Row:
    like = next(row for row in rows if row["measure_id"] == "cn-2023-23")
    return {**like, "measure_id": NOTICE, "metal_id": "gallium"}


def _events(rows: list[Row]) -> list[Row]:
    like = next(row for row in rows if row["measure_id"] == "cn-2023-23")
    days = {"announced": "2026-11-02", "effective": "2026-11-09"}
    return [{**like, "measure_id": NOTICE, "event": event, "date": day} for event, day in days.items()]


def run_tests(folder: Path) -> tuple[int, list[str]]:
    """Run the suite in a folder; return the number of tests and the names of those that failed."""
    report = folder / "report.xml"
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "--tb=no",
        "-p",
        "no:cacheprovider",
        f"--junitxml={report}",
    ]
    subprocess.run(command, cwd=folder, check=False, stdout=subprocess.DEVNULL)
    cases = list(ElementTree.parse(report).iter("testcase"))
    failed = [case for case in cases if case.find("failure") is not None or case.find("error") is not None]
    return len(cases), sorted(f"{case.get('classname')}::{case.get('name')}" for case in failed)


def main() -> int:
    """Create the edition, run the tests and print those that failed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)  # some tests run the program as a user without rights
        copy_checkout(folder)
        create_edition(folder / "db" / "data")
        subprocess.run([sys.executable, "-m", "db"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        count, failed = run_tests(folder)
    asserted = [test for test in failed if test.startswith(FACTS)]
    others = [test for test in failed if test not in asserted]
    print(f"{count} tests on edition {VERSION}: {len(failed)} failed, {len(others)} of them unexpectedly.")
    for heading, tests in (("Assert facts that changed:", asserted), ("Unexpected:", others)):
        if tests:
            print(heading, *tests, sep="\n  ")
    return 1 if others or not asserted or not count else 0


if __name__ == "__main__":
    sys.exit(main())
