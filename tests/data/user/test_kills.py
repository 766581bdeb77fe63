"""A process that is killed while it writes leaves the old or the new state, whole."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from explorer.data.user.series import all_series, points_of
from explorer.data.user.user_file import UserFile
from explorer.data.user.watchlist import watchlist
from tests.imports import ROOT

KILLS = int(os.environ.get("MINOR_METALS_KILLS", "40"))
LONGEST_SECONDS = 0.12
POINTS = 300
# Each change sets all prices and the only metal on the watchlist to the next number, in one transaction.
WRITER = f"""
import sys
from pathlib import Path
from explorer.data.user.records import SeriesFacts, UserPoint
from explorer.data.user.series import insert_points, insert_series
from explorer.data.user.user_file import UserFile
path, number = Path(sys.argv[1]), int(sys.argv[2])
print("ready", flush=True)
while True:
    number += 1
    with UserFile(path).writing() as connection:
        connection.execute("DELETE FROM series")
        connection.execute("DELETE FROM watchlist")
        insert_series(connection, "a", SeriesFacts("tin", "A", "USD/kg", "USD"), "2026-11-28")
        insert_points(connection, "a", [UserPoint(str(1900 + i % 300), float(number)) for i in range({POINTS})])
        connection.execute("INSERT INTO watchlist VALUES (?, '2026-11-28')", (f"n{{number}}",))
"""


def state(path: Path) -> int:
    """Return the number that is saved, 0 where nothing is; fail where the state is not whole."""
    reports: list[str] = []
    file = UserFile(path, reports.append)
    series, watched = all_series(file), watchlist(file)
    assert not reports
    if not series:
        assert not watched
        return 0
    values = {point.value for point in points_of(file, "a")}
    assert series[0].points == POINTS and len(values) == 1
    assert [s.metal_id for s in watched] == [f"n{int(*values)}"]
    return int(*values)


@pytest.mark.skipif(sys.platform == "win32", reason="the test uses SIGKILL")
def test_a_killed_write_leaves_the_old_or_the_new_state(path: Path) -> None:
    chance = random.Random(12)
    reached = 0
    for _ in range(KILLS):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), str(reached)], cwd=ROOT, stdout=subprocess.PIPE
        )
        assert writer.stdout is not None
        with writer.stdout:
            assert writer.stdout.readline() == b"ready\n"
            time.sleep(chance.uniform(0, LONGEST_SECONDS))
            writer.kill()
            writer.wait(30)
        now = state(path)
        assert now >= reached
        reached = now
    assert reached > 0
    leftovers = {p.name for p in path.parent.iterdir()} - {
        "own.db",
        "own.db.bak",
        "own.db.lock",
        "own.db-journal",
    }
    assert all(name.startswith(".minor-metals-") for name in leftovers)
    with UserFile(path).writing() as connection:
        connection.execute("DELETE FROM watchlist")
    assert {p.name for p in path.parent.iterdir()} == {"own.db", "own.db.bak", "own.db.lock"}
