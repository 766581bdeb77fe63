"""The rules of every table: each column refuses what its description refuses, keys, references, lists, translations."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.columns import DATE_KINDS, Column, Table
from db.csv_tables import CsvTable, CsvTables, Row
from db.faults import Fault
from db.rules import tables as rules
from db.tables import TABLES
from db.values import shape_rule
from tests.db.edited import Copy, facts, key_of, line_of, one_row, the_fault

UNCLEAN = "A text must have no white space at its ends and no control characters."
COLUMNS = [(table, column) for table in TABLES.values() for column in table.columns]
REFERRING = [(table, column) for table, column in COLUMNS if column.refers in TABLES]
SOURCED = [table.name for table in TABLES.values() if table.is_sourced]


def wrong_values(column: Column) -> Iterator[tuple[str, str]]:
    """Yield values that the column refuses, each with the rule that it breaks."""
    if column.required:
        yield "", "The cell must not be empty."
    yield "a ", UNCLEAN
    if not column.has_lines:
        yield "a\nb", UNCLEAN
    if column.words:
        yield "nonsense", f"The word must be one of: {', '.join(column.words)}."
    if column.pattern:
        yield "!", f"The text must have the shape {column.pattern}."
        yield "x!", f"The text must have the shape {column.pattern}."
    if column.kind in DATE_KINDS:
        yield from wrong_dates(column)
    if column.kind in ("integer", "real"):
        yield from wrong_numbers(column)


def wrong_dates(column: Column) -> Iterator[tuple[str, str]]:
    rule_of = {
        "date": "A date must be YYYY, YYYY-MM or YYYY-MM-DD and exist.",
        "day": "A day must be YYYY-MM-DD and exist.",
        "period": "A period must be a date, or two dates from/to in order.",
    }
    partial = ("2024", "2024-05") if column.kind == "day" else ()
    spans = ("2024/2023", "2024/") if column.kind == "period" else ("2023/2024",)
    for value in ("soon", "202", "2023-02-30", "2024-13", "20240501", *partial, *spans):
        yield value, rule_of[column.kind]


def wrong_numbers(column: Column) -> Iterator[tuple[str, str]]:
    kind = (
        "The cell must be a plain whole number."
        if column.kind == "integer"
        else "The cell must be a plain number."
    )
    for value in ("many", "1e3", "1,000", "01"):
        yield value, kind
    if column.kind == "integer":
        yield "5.0", kind
    if column.low is not None:
        yield f"{column.low - 1:.10g}", f"The number must be at least {column.low:g}."
    if column.high is not None:
        yield f"{column.high + 1:.10g}", f"The number must be at most {column.high:g}."


@pytest.mark.parametrize(
    ("table", "column", "value", "rule"),
    [
        pytest.param(table, column, value, rule, id=f"{table.name}.{column.name}={value!a}")
        for table, column in COLUMNS
        for value, rule in wrong_values(column)
    ],
)
def test_a_column_refuses_what_its_description_refuses(
    table: Table, column: Column, value: str, rule: str
) -> None:
    assert shape_rule(column)(value) == rule
    wrong = one_row(table.name, **{column.name: value})
    assert list(rules.cells({table.name: wrong})) == [wrong.fault(wrong.rows[0], column.name, rule)]


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_cells_may_be_empty_where_the_description_allows_it(table: Table) -> None:
    row = one_row(table.name, **{column.name: "" for column in table.columns})
    refused = [fault.column for fault in rules.cells({table.name: row})]
    assert refused == [column.name for column in table.columns if column.required]


def test_only_official_wording_has_several_lines() -> None:
    assert [(table.name, column.name) for table, column in COLUMNS if column.has_lines] == [
        ("legal_texts", "text")
    ]
    assert any("\n" in row["text"] for row in facts()["legal_texts"].rows)
    assert not list(rules.cells({"legal_texts": one_row("legal_texts", text="第一条\n第二条")}))


def test_a_wrong_cell_is_reported_with_its_line(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "legal_texts")
    # Rows above this one have several lines.
    line = copy.set(
        "legal_texts", key_of("legal_texts", lambda row: row["subject_kind"] == "measure"), lang="fr"
    )
    fault = the_fault(rules.cells(copy.tables()), "legal_texts.csv", line, "lang")
    assert (fault.value, fault.rule) == ("fr", "The word must be one of: zh, en.")
    text = copy.path("legal_texts").read_text(encoding="utf-8")
    assert ",fr," in text.split("\n")[line - 1]


def test_cells_of_a_row_with_too_few_are_not_judged_by_their_columns() -> None:
    first = one_row("sectors").rows[0]
    ragged = CsvTable(TABLES["sectors"], [Row(2, {**first.cells, "description": ""}, is_ragged=True)])
    assert not list(rules.cells({"sectors": ragged}))


@pytest.mark.parametrize(("table", "column"), REFERRING, ids=lambda part: part.name)
def test_a_key_of_another_table_has_a_row_there(table: Table, column: Column) -> None:
    wrong = one_row(table.name, **{column.name: "nobody"})
    found = list(rules.references({column.refers: facts()[column.refers], table.name: wrong}))
    rule = f"The id must be in {column.refers}.csv."
    assert wrong.fault(wrong.rows[0], column.name, rule) in found
    assert len(found) == 1 or column.refers == table.name


def test_a_table_that_cannot_be_read_breaks_no_reference() -> None:
    broken = CsvTable(TABLES["metals"], is_broken=True)
    assert not list(rules.references({"metals": broken, "uses": facts()["uses"]}))


@pytest.mark.parametrize("table", SOURCED)
@pytest.mark.parametrize(
    ("cell", "value", "rule"),
    [
        ("{known};none", "none", "Each source id must be in sources.csv."),
        ("{known};", "", "Each source id must be in sources.csv."),
        ("{known};{known}", "{known};{known}", "A list must not repeat an entry."),
    ],
)
def test_each_source_is_on_file_and_named_once(table: str, cell: str, value: str, rule: str) -> None:
    known = facts()["sources"].rows[0]["source_id"]
    wrong = one_row(table, source_ids=cell.format(known=known))
    expected = Fault(wrong.file, wrong.rows[0].line, "source_ids", value.format(known=known), rule)
    assert list(rules.sources({"sources": facts()["sources"], table: wrong})) == [expected]


def test_every_table_of_facts_names_sources() -> None:
    without = {"meta", "sources", "sectors", "countries", "texts_zh", "search_terms"}
    without |= {"buyer_imports", "buyer_dependence"}
    assert set(SOURCED) == set(TABLES) - without


@pytest.mark.parametrize(
    ("table", "column", "cell", "value", "rule"),
    [
        ("claims", "metal_ids", "tungsten;tin-foil", "tin-foil", "Each metal id must be in metals.csv."),
        ("claims", "metal_ids", "coal", "coal", "Each metal id must be in metals.csv."),
        ("search_terms", "metal_ids", "coal", "coal", "Each metal id must be in metals.csv."),
        ("claims", "metal_ids", "tin;tin", "tin;tin", "A list must not repeat an entry."),
        (
            "metals",
            "by_product_of",
            "luck;coal;zinc",
            "luck",
            "Each host must be a metal of metals.csv or one of: coal.",
        ),
        ("metals", "by_product_of", "zinc;zinc", "zinc;zinc", "A list must not repeat an entry."),
    ],
)
def test_each_metal_of_a_list_is_on_file_and_named_once(
    tmp_path: Path, table: str, column: str, cell: str, value: str, rule: str
) -> None:
    copy = Copy(tmp_path, table)
    line = copy.set(
        table, {"claims": "apt-licence", "metals": "gallium", "search_terms": "GaN"}[table], **{column: cell}
    )
    fault = the_fault(rules.metal_lists(copy.tables()), f"{table}.csv", line, column)
    assert (fault.value, fault.rule) == (value, rule)


@pytest.mark.parametrize(
    ("chart", "rule"),
    [
        ("globe tungsten", "The kind of chart must be one of: price, controls, "),
        ("production gallium", "The chart must be of a metal of the claim."),
        ("price tungsten nowhere", "The series of a price chart must be in price_series.csv."),
    ],
)
def test_the_chart_of_a_claim_exists(tmp_path: Path, chart: str, rule: str) -> None:
    copy = Copy(tmp_path, "claims", "price_series")
    line = copy.set("claims", "apt-licence", chart=chart)
    fault = the_fault(rules.claim_charts(copy.tables()), "claims.csv", line, "chart")
    assert fault.value == chart and fault.rule.startswith(rule)


def test_a_chart_of_a_claim_may_name_a_series_or_be_absent(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "claims", "price_series")
    copy.set("claims", "apt-licence", chart="")
    copy.set("claims", "germanium-price-rise", chart="price germanium germanium-fob-china-argus")
    assert not list(rules.claim_charts(copy.tables()))


@pytest.mark.parametrize(
    ("cells", "column", "rule"),
    [
        (
            {"metal_ids": "", "phrases": ""},
            "metal_ids",
            "A term must lead to a metal or to other words.",
        ),
        ({"kind": "name", "metal_ids": "indium;tin"}, "metal_ids", "A name must be that of one metal."),
    ],
)
def test_a_search_term_leads_somewhere(tmp_path: Path, cells: dict[str, str], column: str, rule: str) -> None:
    copy = Copy(tmp_path, "search_terms")
    line = copy.set("search_terms", "GaN", **cells)
    fault = the_fault(rules.search_terms(copy.tables()), "search_terms.csv", line, column)
    assert fault.rule == rule


def test_a_search_term_occurs_once_whatever_its_capitals(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "search_terms")
    line = copy.insert("search_terms", "GaN", term="gan", kind="form", metal_ids="gallium", reason="Again.")
    first = line_of("search_terms", "GaN")
    fault = the_fault(rules.search_terms(copy.tables()), "search_terms.csv", line, "term")
    assert fault.rule == f"A term must occur once; line {first} has it in other capitals."


@pytest.mark.parametrize("name", TABLES)
def test_a_key_occurs_once(name: str) -> None:
    table = facts()[name]
    first, second = table.rows[:2]
    again = CsvTable(table.definition, [first, Row(second.line, first.cells)])
    fault = the_fault(rules.keys({name: again}), table.file, second.line, ",".join(table.definition.key))
    assert fault.value == "|".join(first.key(table.definition))
    assert fault.rule == f"A key must occur once; line {first.line} already has this one."


@pytest.mark.parametrize("name", TABLES)
def test_rows_are_sorted_by_their_keys(name: str) -> None:
    table = facts()[name]
    first, second = table.rows[:2]
    swapped = CsvTable(table.definition, [Row(2, second.cells), Row(3, first.cells)])
    fault = the_fault(rules.keys({name: swapped}), table.file, 3, ",".join(table.definition.key))
    assert (fault.value, fault.rule) == (
        "|".join(first.key(table.definition)),
        "Rows must be sorted by their keys.",
    )


def test_numbers_in_keys_are_sorted_as_numbers() -> None:
    cells = facts()["uses"].rows[0].cells
    for numbers, count in ((("9", "10"), 0), (("10", "9"), 1)):
        rows = [Row(line, {**cells, "use_no": number}) for line, number in enumerate(numbers, start=2)]
        assert len(list(rules.keys({"uses": CsvTable(TABLES["uses"], rows)}))) == count


@pytest.mark.parametrize(
    ("country", "bloc", "is_fault"),
    [
        ("DEU", "FRA", True),
        ("DEU", "DEU", True),
        ("EUU", "EUU", True),
        ("EUU", "DEU", True),
        ("CHE", "EUU", False),
    ],
)
def test_a_bloc_is_not_a_member_of_a_bloc(tmp_path: Path, country: str, bloc: str, is_fault: bool) -> None:
    copy = Copy(tmp_path, "countries")
    line = copy.set("countries", country, bloc=bloc)
    found = [fault for fault in rules.blocs(copy.tables()) if fault.line == line]
    rule = "A bloc cannot be a member of a bloc."
    assert found == ([Fault("countries.csv", line, "bloc", bloc, rule)] if is_fault else [])


@pytest.mark.parametrize(
    ("destination", "is_known"),
    [("ALL", True), ("EUU", True), ("JPN-MIL", True), ("CHN-MIL", False), ("all", False), ("XXX", False)],
)
def test_a_destination_is_everybody_a_country_or_known_military_users(
    tmp_path: Path, destination: str, is_known: bool
) -> None:
    copy = Copy(tmp_path, "measures")
    line = copy.set("measures", "cn-2023-23", destination=destination)
    rule = "A destination must be ALL, a country id or one of: JPN-MIL, USA-MIL."
    found = [] if is_known else [Fault("measures.csv", line, "destination", destination, rule)]
    assert list(rules.destinations(copy.tables())) == found


WORD = "vocabulary|Bi content|form"


@pytest.mark.parametrize(
    ("key", "column", "value", "rule"),
    [
        ("metals|gallium|kind", "file", "stones", "The file must be a table or vocabulary."),
        ("metals|gallium|kind", "column", "colour", "The column must be one of metals.csv."),
        ("metals|gallium|kind", "key", "none", "The key must be in metals.csv."),
        ("metals|gallium|kind", "column", "note", "The English cell must not be empty."),
        (WORD, "key", "mud", "The word must occur in a column of this name."),
        (WORD, "column", "colour", "The column must belong to a table."),
    ],
)
def test_a_translation_belongs_to_an_english_cell(
    tmp_path: Path, key: str, column: str, value: str, rule: str
) -> None:
    copy = Copy(tmp_path, "texts_zh")
    line = copy.set("texts_zh", key, **{column: value})
    assert the_fault(rules.translations(copy.tables()), "texts_zh.csv", line, column).rule == rule


def test_an_official_chinese_title_is_not_translated(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "instruments")
    copy.set("instruments", "cd-cobalt-2025-quota", title_zh="钴出口配额")
    line = line_of("texts_zh", "instruments|cd-cobalt-2025-quota|title_zh")
    fault = the_fault(rules.translations(copy.tables()), "texts_zh.csv", line, "column")
    assert fault.rule == "Only a document without a Chinese title may have a translated one."


def test_a_translation_may_be_out_of_date(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "metals")
    copy.set("metals", "gallium", summary="A changed text.")
    assert not list(rules.translations(copy.tables()))


@pytest.mark.parametrize("broken", ["metals", "production"])
def test_texts_of_a_table_that_cannot_be_read_are_not_judged(tmp_path: Path, broken: str) -> None:
    copy = Copy(tmp_path, "texts_zh")
    for key in ("metals|gallium|kind", WORD):
        copy.set("texts_zh", key, key="none")
    tables: CsvTables = copy.tables()
    expected = {"metals": {WORD.split("|")[0]}, "production": {"metals"}}[broken]
    tables[broken] = CsvTable(TABLES[broken], is_broken=True)
    found = {tables["texts_zh"].rows[fault.line - 2]["file"] for fault in rules.translations(tables)}
    assert found == expected


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ({"verified_to": "2026-10-08"}, ("key", "data_version", "The edition must have this key.")),
        ({"data_version": "2026.12"}, ("key", "verified_to", "The edition must have this key.")),
        (
            {"data_version": "2026.12", "verified_to": "2026-10"},
            ("value", "2026-10", "A day must be YYYY-MM-DD and exist."),
        ),
        (
            {"data_version": "2026.12", "schema": "3", "verified_to": "2026-10-08"},
            ("key", "schema", "The build writes this key: remove the row."),
        ),
        (
            {"data_version": "2026.12", "sha256:metals.csv": "0", "verified_to": "2026-10-08"},
            ("key", "sha256:metals.csv", "The build writes this key: remove the row."),
        ),
    ],
)
def test_the_edition_has_a_version_and_a_day(rows: dict[str, str], fault: tuple[str, str, str]) -> None:
    records = [Row(line, {"key": key, "value": value}) for line, (key, value) in enumerate(rows.items(), 2)]
    (found,) = rules.edition({"meta": CsvTable(TABLES["meta"], records)})
    assert (found.column, found.value, found.rule) == fault


def test_the_edition_on_file_is_sound() -> None:
    assert list(rules.edition(facts())) == []


@pytest.mark.parametrize(("table", "name"), [("lists", "entry_count"), ("prices", "value")])
def test_numbers_too_long_for_the_data_file_are_refused(table: str, name: str) -> None:
    broken = shape_rule(next(c for c in TABLES[table].columns if c.name == name))
    assert broken("9" * 19) == "A number must have at most 18 digits before the point."
    assert broken("9" * 5000) == "A number must have at most 18 digits before the point."
    assert broken("123456") == ""
