"""Files whose schema could run something, or never end, while they are checked."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from explorer.data.store import Store
from explorer.errors import DataFileError


def fault(path: Path) -> str:
    """Return the reason for which a data file is refused."""
    with pytest.raises(DataFileError) as raised:
        Store.open(path)
    sentence = str(raised.value)
    return sentence.removeprefix(f"The data file {path} cannot be used. ").removesuffix(
        " Choose another data file."
    )


@pytest.fixture
def copy(edition_file: Path, tmp_path: Path) -> Path:
    """A copy of the edition."""
    return Path(shutil.copy(edition_file, tmp_path / "copy.db"))


def run(path: Path, *statements: str) -> None:
    """Run statements on a file, which may change its schema by hand."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_nested_views_are_refused_before_sqlite_resolves_them(copy: Path) -> None:
    """SQLite needs twice the time for each further level, and cannot be stopped meanwhile."""
    levels = [f"CREATE VIEW n{i} AS SELECT a.* FROM n{i - 1} a JOIN n{i - 1} b" for i in range(1, 40)]
    run(copy, "CREATE VIEW n0 AS SELECT * FROM meta", *levels)
    assert fault(copy) == "The file has a view that this version does not use: “n0”."


def test_a_view_in_place_of_a_table_is_refused(copy: Path) -> None:
    run(copy, "ALTER TABLE meta RENAME TO other", 'CREATE VIEW "meta" AS SELECT * FROM other')
    assert "has a view that this version does not use: “meta”." in fault(copy)


@pytest.mark.parametrize(
    ("kind", "name", "sql"),
    [
        ("table", "more", "CREATE TRIGGER more AFTER INSERT ON meta BEGIN SELECT 1; END"),
        ("index", "more", "CREATE VIEW more AS SELECT 1"),
        ("table", "sqlite_stat1", "CREATE VIEW sqlite_stat1 AS SELECT 1"),
        ("table", "more", "CREATE /* */ VIEW more AS SELECT 1"),
        ("table", "v_codes", "CREATE VIEW v_codes AS SELECT 1"),
    ],
)
def test_what_a_statement_is_counts_and_not_what_the_schema_calls_it(
    copy: Path, kind: str, name: str, sql: str
) -> None:
    run(
        copy,
        f"DELETE FROM sqlite_schema WHERE name = '{name}'",
        f"INSERT INTO sqlite_schema VALUES ('{kind}', '{name}', '{name}', 0, '{sql}')",
    )
    sentence = fault(copy)
    assert name in sentence or "damaged (malformed database schema" in sentence, sentence


@pytest.mark.parametrize(
    "definition",
    [
        '"name" TEXT NOT NULL COLLATE NOCASE',
        "\"name\" TEXT NOT NULL DEFAULT 'a'",
        '"name" TEXT NOT NULL CHECK (length("name") > 0)',
        '"name" TEXT, "more" TEXT AS (hex(zeroblob(1000)))',
        "name TEXT",
        '"name" TEXT /* \' */',
    ],
)
def test_a_table_can_contain_plain_columns_only(copy: Path, definition: str) -> None:
    run(copy, f'CREATE TABLE "more" ({definition})')
    assert fault(copy) == "The table more has a different definition."


def test_a_further_plain_table_is_accepted(copy: Path) -> None:
    """A later edition may have one."""
    run(copy, 'CREATE TABLE "more" ("name" TEXT NOT NULL) STRICT', 'CREATE INDEX "m" ON "more" ("name")')
    Store.open(copy).close()


def test_too_many_tables_and_too_long_statements_are_refused(copy: Path) -> None:
    columns = ", ".join(f'"column_{i}" TEXT' for i in range(1_900))
    run(copy, f'CREATE TABLE "more" ({columns})')
    assert fault(copy) == "The table more has a different definition."
    run(copy, *(f'CREATE TABLE "more{i}" ("a" TEXT)' for i in range(1_000)))
    assert fault(copy) == "The file has too many tables."


def test_a_file_in_write_ahead_mode_is_refused(copy: Path) -> None:
    content = bytearray(copy.read_bytes())
    content[18:20] = b"\x02\x02"
    copy.write_bytes(content)
    assert fault(copy) == "The file was changed by another program."


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM search_fts_data WHERE id > 10",
        "UPDATE search_fts_data SET block = zeroblob(length(block)) WHERE id > 10",
        "UPDATE search SET title = 'Something else' WHERE id = 1",
        "INSERT INTO search_fts_config VALUES ('rank', 'hex()')",
        "DELETE FROM search_fts_docsize",
    ],
)
def test_a_search_index_with_other_contents_is_refused(copy: Path, statement: str) -> None:
    run(copy, statement)
    newer_sqlite = "The data file is damaged (malformed inverted index for FTS5 table main.search_fts)."
    assert fault(copy) in ("The search index is damaged.", newer_sqlite)


@pytest.mark.parametrize(
    ("change", "record"),
    [
        ("key = 'nothing' WHERE id = (SELECT min(id) FROM search WHERE kind = 'metal')", "metal nothing"),
        ("key = 'gallium|999' WHERE id = (SELECT min(id) FROM search WHERE kind = 'use')", "use gallium|999"),
        (
            "kind = 'planet' WHERE kind = 'claim' AND id = (SELECT max(id) FROM search WHERE kind = 'claim')",
            "planet ",
        ),
    ],
)
def test_every_row_of_the_search_belongs_to_a_record(copy: Path, change: str, record: str) -> None:
    run(copy, f"UPDATE search SET {change}")
    assert fault(copy).startswith(f"The search finds a record that is missing: “{record}")


def test_marks_of_writing_direction_are_refused(copy: Path) -> None:
    run(copy, "UPDATE measures SET summary = 'a\u202eb' WHERE measure_id = 'cn-2023-23'")
    assert fault(copy) == "The column measures.summary has an invalid value: “a\ufffdb”."


def test_an_address_must_be_one_of_the_web(copy: Path) -> None:
    run(copy, "UPDATE sources SET url = 'javascript:alert(1)' WHERE source_id = 'usgs-mcs-2026'")
    run(copy, "UPDATE sources SET url = 'file:///etc/passwd' WHERE url IS NOT NULL")
    assert fault(copy) == "The column sources.url has an invalid value: “file:///etc/passwd”."


@pytest.mark.parametrize("version", ["../2026.12", "2026.12/x", "2026", "2026.12-" + "a" * 21, ""])
def test_the_version_must_be_that_of_an_edition(copy: Path, version: str) -> None:
    run(copy, f"UPDATE meta SET value = '{version}' WHERE key = 'data_version'")
    assert fault(copy) == f"“{version}” is not a valid edition version, such as 2026.12."


def test_two_tables_that_share_their_pages_are_refused(copy: Path) -> None:
    run(
        copy,
        "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'prices') "
        "WHERE name = 'trade'",
    )
    assert fault(copy).startswith("The data file is damaged (")
