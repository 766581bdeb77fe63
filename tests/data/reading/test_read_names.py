"""Lists of names from text and files: every line in its place, commas inside names, the column of the names."""

from pathlib import Path

import pytest

from explorer.data.reading.read_names import NameList, read_name_file, read_name_text, with_column
from explorer.data.writing.xlsx_file import Column, xlsx_bytes
from explorer.errors import KnownError


def names_of(found: NameList) -> list[tuple[int, str]]:
    """Return the number and the name of each line, or the reason why it has none."""
    result = []
    for line in found.lines:
        try:
            result.append((line.number, found.checked(line)))
        except KnownError as error:
            result.append((line.number, str(error)))
    return result


def test_one_name_on_each_line_keeps_its_commas() -> None:
    found = read_name_text("Skydio, Inc.\n\nPVH Corp.\nBoeing Defense, Space & Security\n")
    assert (found.names, found.has_header) == (("name",), False)
    assert names_of(found) == [(1, "Skydio, Inc."), (3, "PVH Corp."), (4, "Boeing Defense, Space & Security")]


def test_two_names_with_a_comma_each_are_no_table() -> None:
    assert names_of(read_name_text("Skydio, Inc.\nEpirus, Inc.")) == [
        (1, "Skydio, Inc."),
        (2, "Epirus, Inc."),
    ]


def test_quotes_around_names_are_not_part_of_them() -> None:
    assert names_of(read_name_text('"Illumina, Inc."\n“PVH Corp.”')) == [
        (1, "Illumina, Inc."),
        (2, "PVH Corp."),
    ]


def test_names_on_one_line_are_separated_by_semicolons() -> None:
    assert names_of(read_name_text("Skydio, Inc.; PVH Corp.;")) == [(1, "Skydio, Inc."), (1, "PVH Corp.")]


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_a_table_with_a_header_is_read_by_its_column(separator: str) -> None:
    rows = (("Order", "Customer", "Country"), ("17", "Skydio", "USA"), ("18", "PVH Corp.", "USA"))
    found = read_name_text("\n".join(separator.join(row) for row in rows))
    assert (found.names, found.column, found.has_header) == (("Order", "Customer", "Country"), 1, True)
    assert names_of(found) == [(2, "Skydio"), (3, "PVH Corp.")]


def test_without_a_header_the_column_with_the_most_letters_is_taken() -> None:
    found = read_name_text('1;"Illumina, Inc.";2026-01-01\n2;PVH Corp.;2026-02-01')
    assert (found.names, found.column) == (("column 1", "column 2", "column 3"), 1)
    assert names_of(found) == [(1, "Illumina, Inc."), (2, "PVH Corp.")]


def test_a_header_in_chinese_is_known() -> None:
    found = read_name_text("编号\t公司名称\n1\t漢翔航空工業\n2\t三菱材料株式会社")
    assert (found.column, found.has_header) == (1, True)
    assert names_of(found) == [(2, "漢翔航空工業"), (3, "三菱材料株式会社")]


def test_a_line_without_a_name_keeps_its_place_with_the_reason() -> None:
    found = read_name_text("company;country\nSkydio;USA\n;USA\nLeidos\n")
    assert names_of(found) == [(2, "Skydio"), (3, "The name is empty."), (4, "Leidos")]


def test_a_workbook_and_a_csv_file_are_read(tmp_path: Path) -> None:
    book = tmp_path / "partners.xlsx"
    book.write_bytes(xlsx_bytes("Partners", [Column("No."), Column("Supplier")], [["1", "Skydio, Inc."]]))
    found = read_name_file(book)
    assert (found.name, found.sheets) == ("partners.xlsx", ("Partners",))
    assert names_of(found) == [(2, "Skydio, Inc.")]
    text = tmp_path / "partners.txt"
    text.write_bytes("公司名称\n漢翔航空工業\n".encode("gb18030"))
    assert names_of(read_name_file(text)) == [(2, "漢翔航空工業")]


def test_another_column_can_be_named() -> None:
    found = read_name_text("company;owner\nSkydio;Adam\n")
    assert names_of(with_column(found, " OWNER ")) == [(2, "Adam")]
    with pytest.raises(KnownError, match=r"no column “city”\. Its columns are “company”, “owner”"):
        with_column(found, "city")


def test_an_empty_text_is_refused() -> None:
    with pytest.raises(KnownError, match=r"The pasted text is empty\."):
        read_name_text(" \n ")
