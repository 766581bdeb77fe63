"""The description of the tables, and the texts that a column accepts."""

import json
from pathlib import Path

import pytest

from explorer import paths
from explorer.data.storage import description
from explorer.data.storage.description import Column
from explorer.errors import DataFileError


def test_the_description_names_tables_columns_words_and_units() -> None:
    tables = json.loads((paths.resources() / description.FILE).read_text(encoding="utf-8"))["tables"]
    measures = tables["measures"]
    assert measures["key"] == ["measure_id"]
    assert measures["columns"]["instrument_id"]["refers"] == "instruments"
    assert measures["columns"]["source_ids"]["parts_of"] == "sources"
    assert tables["buyer_imports"]["columns"]["quantity_t"]["unit"] == "t"
    assert all(t["description"] and t["title"] for t in tables.values())
    named = [(name, c) for t in tables.values() for name, c in t["columns"].items() if name != "id"]
    assert all(c["description"] for _, c in named)


def test_the_description_is_read_as_written() -> None:
    found = description.read()
    measures = found.tables["measures"]
    assert measures.columns["kind"].words[0] == "prohibition"
    assert (measures.row_key, found.tables["uses"].row_key) == ("measure_id", "id")
    assert found.tables["buyer_imports"].without_rowid
    assert "v_suppliers" in found.statements and found.most_characters == 10_000


@pytest.mark.parametrize(
    ("column", "good", "bad"),
    [
        (Column("c", "TEXT", "text", words=("e", "p")), ("e",), ("E", "", "ep")),
        (Column("c", "TEXT", "text", pattern=r"\d{6}"), ("811292",), ("81129", "8112920", "８１１２９２")),
        (
            Column("c", "TEXT", "day", low=1800, high=2100),
            ("2024-02-29",),
            ("2023-02-29", "2024", "2024-2-9", "1799-12-31", "2101-01-01", "２０２４-02-29", "never"),
        ),
        (Column("c", "TEXT", "date", low=1800, high=2100), ("2024", "2024-02"), ("2024/2025", "24", "20x4")),
        (
            Column("c", "TEXT", "period", low=1800, high=2100),
            ("2024", "2018/2024-03"),
            ("2018/", "2018/2024/2025", "2018/9999", ""),
        ),
        (Column("c", "TEXT", "text"), ("anything",), ()),
    ],
)
def test_a_column_accepts_its_own_texts_only(
    column: Column, good: tuple[str, ...], bad: tuple[str, ...]
) -> None:
    assert [text for text in (*good, *bad) if column.accepts(text)] == [*good]
    assert column.is_closed == bool(bad)


def test_a_missing_description_is_a_data_file_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    with pytest.raises(DataFileError, match=r"is missing or damaged\. Reinstall the program"):
        description.read()
    nothing = '{"tables": {}, "statements": {}, "most_characters": 9}'
    older = '{"tables": {}, "views": {}, "search_index": {"table": "search"}}'
    for content in ('{"tables": {"meta": []}}', nothing, older, "[" * 100_000):
        (tmp_path / "tables.json").write_text(content)
        with pytest.raises(DataFileError, match="is missing or damaged"):
            description.read()
