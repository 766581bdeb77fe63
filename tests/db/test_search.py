"""Search: what a reader may type finds what it should."""

import sqlite3

import pytest

from db.search import code_forms, entries, normalise, plain_code, without_tones
from tests.db.edited import facts


def match(database: sqlite3.Connection, word: str) -> set[tuple[str, str]]:
    phrase = '"' + normalise(word).replace('"', '""') + '"'
    query = "SELECT s.kind, s.key FROM search_fts AS f JOIN search AS s ON s.id = f.rowid WHERE search_fts MATCH ?"
    return set(database.execute(query, (phrase,)))


@pytest.mark.parametrize(
    ("word", "kind", "key"),
    [
        ("氮化镓", "item", "cn-2023-23-1-2"),
        ("氮化镓", "metal", "gallium"),
        ("1C117", "item", "cn-2025-10-1-1-1"),
        ("1c117d", "item", "cn-2025-10-1-1-1"),
        ("8112929010", "item", "cn-2023-23-1-1"),
        ("8112.92.9010", "item", "cn-2023-23-1-1"),
        ("Tungsten", "metal", "tungsten"),
        ("zhòngjīngshí", "metal", "barite"),
        ("zhongjingshi", "metal", "barite"),
        ("gallium", "instrument", "cn-2023-23"),
        ("2023-07-03", "instrument", "cn-2023-23"),
        ("bertrandite (Utah)", "metal", "beryllium"),
        ("cannot be replaced", "claim", "bismuth-irreplaceable"),
        ("Sangdong", "producer", "almonty-sangdong"),
        ("Wagerup", "project", "alcoa-sojitz-wagerup"),
        ("阿鲁巴", "country", "ABW"),
        ("100ppi.com/news/detail-20260129", "source", "100ppi-2026-01-29-ree"),
        ("含阻燃剂", "use", "antimony|3"),
        ("（ARECOMS）", "instrument", "cd-cobalt-2025-quota"),
        ("ＡＲＥＣＯＭＳ", "instrument", "cd-cobalt-2025-quota"),
    ],
)
def test_a_word_finds_its_row(database: sqlite3.Connection, word: str, kind: str, key: str) -> None:
    assert (kind, key) in match(database, word)


def test_one_character_is_found_with_like(database: sqlite3.Connection) -> None:
    rows = set(
        database.execute(
            "SELECT kind, key FROM search WHERE title LIKE :word OR title_zh LIKE :word OR body LIKE :word",
            {"word": "%钨%"},
        )
    )
    assert {("metal", "tungsten"), ("instrument", "cn-2025-10")} <= rows


def test_each_record_has_one_row(database: sqlite3.Connection) -> None:
    counts = dict(database.execute("SELECT kind, count(*) FROM search GROUP BY kind"))
    tables = ("metal", "instrument", "item", "use", "claim", "source", "producer", "project")
    expected = {kind: len(facts()[f"{kind}s"].rows) for kind in tables}
    others = {"country": len(facts()["countries"].rows), "party": len(facts()["parties"].rows)}
    assert counts == expected | others


def test_the_table_holds_every_entry_in_order(database: sqlite3.Connection) -> None:
    columns = ("kind", "key", "metal_id", "title", "title_zh", "body")
    rows = database.execute(f"SELECT id, {', '.join(columns)} FROM search ORDER BY id").fetchall()
    expected = [
        (n, *(entry[column] for column in columns)) for n, entry in enumerate(entries(facts()), start=1)
    ]
    assert rows == expected


def test_the_index_has_the_trigrams_of_every_row_and_no_others(database: sqlite3.Connection) -> None:
    assert database.execute("SELECT count(*) FROM search_fts_docsize").fetchone() == (
        sum(1 for _ in entries(facts())),
    )
    assert match(database, "gal") >= match(database, "gallium") > set()
    assert match(database, "ungst") == match(database, "tungst") > set()
    assert match(database, "xqzxqz") == set()


def test_rows_of_a_metal_name_it(database: sqlite3.Connection) -> None:
    of_metals = database.execute("SELECT DISTINCT kind FROM search WHERE metal_id IS NOT NULL")
    assert {kind for (kind,) in of_metals} == {"metal", "item", "use", "producer", "project"}
    missing = database.execute(
        "SELECT count(*) FROM search "
        "WHERE metal_id IS NOT NULL AND metal_id NOT IN (SELECT metal_id FROM metals)"
    )
    assert missing.fetchone() == (0,)


def test_pinyin_has_plain_spellings() -> None:
    assert without_tones("wū") == ["wu"]
    assert without_tones("lǚ") == ["lu", "lü", "lv"]


def test_codes_have_both_forms() -> None:
    assert code_forms("8112929010") == ["8112929010", "8112.92.9010"]
    assert code_forms("28049090") == ["28049090", "2804.90.90"]
    assert plain_code("1C117.d 1") == "1C117D1"
