"""Reading a data file: nothing in it runs, nothing can be written, and an endless query can be stopped."""

import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from explorer.data.storage import connection
from explorer.data.store import Store
from explorer.errors import DataFileError

ROOT = Path(__file__).resolve().parents[3]
ENDLESS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
SEARCH_WITHOUT_END = f"""
import sys
from explorer import cli
from explorer.commands import search as command

def search(store, *_):
    print("begun", flush=True)
    return store.query({ENDLESS!r})

command.search = search
sys.exit(cli.main(["--data", sys.argv[1], "search", "gallium"]))
"""


def test_a_data_file_is_neither_trusted_nor_written(edition_file: Path) -> None:
    opened = connection.connect(edition_file, connection.Watch())
    for setting, value in (("query_only", 1), ("trusted_schema", 0), ("ignore_check_constraints", 1)):
        assert opened.execute(f"PRAGMA {setting}").fetchone() == (value,)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        opened.execute("DELETE FROM meta")
    with pytest.raises(sqlite3.DataError, match="too big"):
        opened.execute("SELECT zeroblob(20000000)").fetchall()
    opened.close()


def test_a_slow_query_is_a_data_file_error(
    edition_file: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "MOST_SECONDS", 0.05)
    with pytest.raises(DataFileError) as raised:
        store.query(ENDLESS)
    assert f"The data file {edition_file} takes too long to read. " in str(raised.value)
    assert store.count("meta") > 0


def test_a_file_that_cannot_be_opened_is_not_called_damaged(tmp_path: Path) -> None:
    watch = connection.Watch()
    with pytest.raises(sqlite3.OperationalError) as raised:
        connection.connect(tmp_path / "nothing.db", watch).execute("PRAGMA page_count")
    sentence = str(connection.failure(raised.value, tmp_path / "nothing.db", watch))
    assert sentence.endswith(
        "nothing.db cannot be opened (unable to open database file). Choose another data file."
    )


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal")
def test_ctrl_c_stops_an_endless_query(edition_file: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", SEARCH_WITHOUT_END, edition_file],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "begun\n"
    time.sleep(0.2)
    begun = time.monotonic()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert time.monotonic() - begun < 2
    assert (process.returncode, out, err) == (130, "", "")


def test_a_value_is_shown_short_and_without_control_characters() -> None:
    assert connection.printable("a\x1b[31m\nb\u202e") == "a\ufffd[31m b\ufffd"
    assert connection.printable("x" * 200) == "x" * 80 + "…"
    assert connection.printable("氮化镓 x’s") == "氮化镓 x’s"
