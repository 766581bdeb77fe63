"""Search: what a reader may type finds what it should."""

import sqlite3

import pytest
from edited import facts

from db.search import code_forms, normalise, plain_code, without_tones


def _match(database: sqlite3.Connection, word: str) -> set[tuple[str, str]]:
    phrase = '"' + normalise(word).replace('"', '""') + '"'
    return set(database.execute("SELECT kind, key FROM search WHERE search MATCH ?", (phrase,)))


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
        ("bauxite through", "metal", "aluminium"),
        ("irreplaceable", "claim", "bismuth-irreplaceable"),
        ("Sangdong", "producer", "almonty-sangdong"),
        ("Wagerup", "project", "alcoa-sojitz-wagerup"),
        ("阿鲁巴", "country", "ABW"),
        ("100ppi.com/news/detail-20231020", "source", "100ppi-2023-10-20-ree"),
        ("汽车、卡车", "use", "aluminium|1"),
        ("（ARECOMS）", "instrument", "cd-cobalt-2025-quota"),
        ("ＡＲＥＣＯＭＳ", "instrument", "cd-cobalt-2025-quota"),
    ],
)
def test_a_word_finds_its_row(database: sqlite3.Connection, word: str, kind: str, key: str) -> None:
    assert (kind, key) in _match(database, word)


def test_one_character_is_found_with_like(database: sqlite3.Connection) -> None:
    rows = set(
        database.execute(
            "SELECT kind, key FROM search WHERE title LIKE :word OR title_zh LIKE :word OR body LIKE :word",
            {"word": "%钨%"},
        )
    )
    assert {("metal", "tungsten"), ("instrument", "cn-2025-10")} <= rows


def test_there_is_one_row_for_each_thing(database: sqlite3.Connection) -> None:
    counts = dict(database.execute("SELECT kind, count(*) FROM search GROUP BY kind"))
    tables = ("metal", "instrument", "item", "use", "claim", "source", "producer", "project")
    expected = {kind: len(facts()[f"{kind}s"].rows) for kind in tables}
    assert counts == expected | {"country": len(facts()["countries"].rows)}


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
