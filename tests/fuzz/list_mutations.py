"""Lists of parts, names and prices as files: damaged, in other encodings, and made to do harm."""

import random
from collections.abc import Callable
from pathlib import Path

from tests.fuzz import byte_mutations

Mutation = Callable[[Path, random.Random], None]
GIGABYTE = 1_000_000_000
HEAD = ("Part", "HS code", "Supplier", "Date", "Price USD/kg")
CODES = ("8112929010", "3C001.a", "810110", "2804.61", "0000", "", "x", "8112 92 90", "8.11E+09")
NAMES = (
    "Acme Metals GmbH",
    "锗业股份有限公司",
    "Société Générale d’Étain",
    "Zhuzhou “Cemented” Co., Ltd",
    "",
)
FORMULAS = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    '=HYPERLINK("http://a")',
    "=cmd|' /C calc'!A0",
    "\t=1",
    "＝1+1",
)
MARKUP = (
    "<b>bold</b>",
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "&lt;&#0;",
    "%s%n{0}{x}",
)
CONTROLS = ("\x1b[31m", "\x07", "\x08\x08\x08", "\x9b31m", "\x7f", "\x01\x02", "\x0c", "\x1c")
DIRECTIONS = ("\u202e", "\u2066a\u2069", "\u200f", "\u061c", "\u2028", "\u2029", "\ufeff", "\u202bא\u202c")


def rows(chance: random.Random, count: int = 0) -> list[list[str]]:
    """Return rows of a list with a header."""
    made = [list(HEAD)]
    for number in range(count or chance.randrange(1, 40)):
        day = f"2026-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
        price = f"{chance.uniform(1, 900):.2f}"
        made.append([f"P-{number}", chance.choice(CODES), chance.choice(NAMES), day, price])
    return made


def text(table: list[list[str]], separator: str = ";", end: str = "\n") -> str:
    """Return rows as lines, without quotes."""
    return "".join(separator.join(row) + end for row in table)


def encoded(encoding: str, mark: bytes = b"") -> Mutation:
    """Return the mutation that writes a list in an encoding."""

    def write(path: Path, chance: random.Random) -> None:
        path.write_bytes(mark + text(rows(chance), chance.choice(";\t|")).encode(encoding, "replace"))

    return write


def spoiled(texts: tuple[str, ...]) -> Mutation:
    """Return the mutation that puts texts into cells, or before and after what they hold."""

    def write(path: Path, chance: random.Random) -> None:
        table = rows(chance)
        for _ in range(chance.randrange(1, 6)):
            row = chance.choice(table)
            column, added = chance.randrange(len(row)), chance.choice(texts)
            row[column] = chance.choice((added, row[column] + added, added + row[column]))
        path.write_text(text(table), encoding="utf-8", newline="")

    return write


def bytes_changed(change: Callable[[bytes, random.Random], bytes], *, workbook: bool = False) -> Mutation:
    """Return the mutation that changes the bytes of a list or of a workbook."""

    def write(path: Path, chance: random.Random) -> None:
        whole = _workbook(chance) if workbook else text(rows(chance)).encode()
        path.write_bytes(change(whole, chance))

    return write


def _workbook(chance: random.Random) -> bytes:
    from explorer.data.writing.xlsx_file import Column, xlsx_bytes

    head, *table = rows(chance)
    return xlsx_bytes("Parts", [Column(name) for name in head], table)


def _flipped(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randrange(1, 9)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _not_utf8(content: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(content))
    bad = chance.choice((b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xe9\x95", b"\xf8\x88\x80\x80\x80"))
    return content[:place] + bad + content[place:]


def _zero_bytes(content: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(content))
    return content[:place] + bytes(chance.choice((1, 7, 4_000))) + content[place:]


def _quotes(content: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.randrange(1, 5)):
        place = chance.randrange(len(content))
        content = content[:place] + chance.choice((b'"', b'""', b'"\n', b';"', b"'")) + content[place:]
    return content


def _line_ends(content: bytes, chance: random.Random) -> bytes:
    ends = (b"\r", b"\r\n", b"\n\r", b"\r\r\n", b"\x0b", b"\x0c", b"\x1e", "\u2028".encode(), b"\x85")
    lines = content.split(b"\n")
    return b"".join(line + chance.choice(ends) for line in lines)


def _added_noise(content: bytes, chance: random.Random) -> bytes:
    return content + chance.randbytes(chance.randrange(1, 9_000))


def unclosed_quote(path: Path, chance: random.Random) -> None:
    table = rows(chance, 3_000)
    for row in chance.sample(table, chance.choice((1, 2, 50, 2_999))):
        row[chance.randrange(len(row))] = '"open'
    path.write_text(text(table), encoding="utf-8")


def cells_of_several_lines(path: Path, chance: random.Random) -> None:
    table = rows(chance, 50)
    for row in table[1:]:
        row[2] = '"one\ntwo;three\n' + chance.choice(("four", 'fo""ur', "")) + '"'
    path.write_text(text(table), encoding="utf-8")


def ragged_rows(path: Path, chance: random.Random) -> None:
    table = [row[: chance.randrange(6)] + ["x"] * chance.randrange(6) for row in rows(chance, 60)]
    path.write_text(text(table), encoding="utf-8")


def no_header(path: Path, chance: random.Random) -> None:
    path.write_text(text(rows(chance)[1:], chance.choice(",;\t|")), encoding="utf-8")


def same_header(path: Path, chance: random.Random) -> None:
    table = rows(chance)
    table[0] = [chance.choice(("code", "", "Code ", "line", "error"))] * len(HEAD)
    path.write_text(text(table), encoding="utf-8")


def declared_separator(path: Path, chance: random.Random) -> None:
    first = chance.choice(("sep=;", '"sep=,"', "SEP=\t", "sep=", "sep=x", "sep=;;"))
    path.write_text(f"{first}\n{text(rows(chance))}", encoding="utf-8")


def many_columns(path: Path, chance: random.Random) -> None:
    width = chance.choice((999, 1_001, 5_000, 20_000))
    path.write_text(text([["code"] * width, ["8112929010"] * width]), encoding="utf-8")


def many_lines(path: Path, chance: random.Random) -> None:
    path.write_text("code\n" + "8112929010\n" * chance.choice((50_000, 200_001)), encoding="utf-8")


def long_cell(path: Path, chance: random.Random) -> None:
    table = rows(chance)
    table[-1][chance.randrange(5)] = chance.choice("x1=\u202e镓") * chance.choice((33_000, 99_000, 1_100_000))
    path.write_text(text(table), encoding="utf-8")


def blanks(path: Path, chance: random.Random) -> None:
    path.write_text(
        chance.choice(("", " ", "\n" * 9_000, "\t\t\n;;;\n", "\ufeff", "\r" * 99)), encoding="utf-8"
    )


def strange_numbers(path: Path, chance: random.Random) -> None:
    table = rows(chance)
    wrong = ("1e999", "NaN", "-0", "９８１２", "1,234.5", "1.234,5", "9" * 400, "٣", "0x10", "½", "1e-400")
    for row in table[1:]:
        row[chance.choice((1, 4))] = chance.choice(wrong)
    path.write_text(text(table), encoding="utf-8")


def strange_dates(path: Path, chance: random.Random) -> None:
    table = rows(chance)
    wrong = (
        "2026-02-30",
        "31/12/2026",
        "12/31/2026",
        "1.1.26",
        "9999-12-31",
        "0000",
        "Feb",
        "2026年13月",
        "60",
    )
    for row in table[1:]:
        row[3] = chance.choice(wrong)
    path.write_text(text(table), encoding="utf-8")


def huge_line(path: Path, chance: random.Random) -> None:
    """Write one line of a gigabyte, or one that is just below the limit of the size of files."""
    letter, size = chance.choice((b"8", b"x", b'"', b";")), chance.choice((GIGABYTE, 99_000_000))
    with path.open("wb") as file:
        for _ in range(size // 1_000_000):
            file.write(letter * 1_000_000)


def packed_zeros(path: Path, chance: random.Random) -> None:
    """Write a small archive that unpacks to a gigabyte."""
    import zipfile

    name = chance.choice(("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"))
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open(name, "w", force_zip64=True) as file,
    ):
        for _ in range(chance.choice((50, 1_000))):
            file.write(bytes(1_000_000))


def entities(path: Path, chance: random.Random) -> None:
    """Write a workbook whose texts are entities, nested or from a file."""
    import zipfile

    nested = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    outside = '<!ENTITY e11 SYSTEM "file:///etc/passwd">'
    declared = chance.choice((f'<!ENTITY e0 "x">{nested}', outside))
    texts = f'<?xml version="1.0"?><!DOCTYPE sst [{declared}]><sst><si><t>&e11;</t></si></sst>'
    plain = path.with_name("plain.xlsx")
    plain.write_bytes(_workbook(chance))
    with zipfile.ZipFile(plain) as before, zipfile.ZipFile(path, "w") as archive:
        for name in before.namelist():
            archive.writestr(name, texts if name == "xl/sharedStrings.xml" else before.read(name))


def another_format(path: Path, chance: random.Random) -> None:
    byte_mutations.no_content(path, chance)
    path.write_bytes(path.read_bytes() + chance.choice(_FORMATS) + chance.randbytes(3_000))


_FORMATS = (
    b"\x89PNG\r\n\x1a\n",
    b"%PDF-1.7\n",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"<html>",
    b"{\\rtf1",
    b"PK\3\4",
)


def not_a_file(path: Path, chance: random.Random) -> None:
    kind = chance.choice(("folder", "nothing", "ring", "elsewhere"))
    if kind == "folder":
        path.mkdir()
    elif kind == "ring":
        path.symlink_to(path)
    elif kind == "elsewhere":
        path.symlink_to(path.with_name("missing.csv"))


def copied_many_times(path: Path, chance: random.Random) -> None:
    """Write a list after itself, with its header, in two encodings."""
    table = rows(chance)
    again = text(table).encode(chance.choice(("utf-16", "gb18030", "cp437")), "replace")
    path.write_bytes((text(table).encode() + again) * 2)


MUTATIONS: dict[str, Mutation] = {
    "utf_8": encoded("utf-8"),
    "utf_8_with_mark": encoded("utf-8-sig"),
    "utf_16": encoded("utf-16"),
    "utf_16_without_mark": encoded("utf-16-le"),
    "utf_16_big_endian": encoded("utf-16-be", b"\xfe\xff"),
    "utf_32": encoded("utf-32"),
    "gb18030": encoded("gb18030"),
    "shift_jis": encoded("shift_jis"),
    "windows_1252": encoded("cp1252"),
    "wrong_mark": encoded("utf-8", b"\xff\xfe"),
    "formulas": spoiled(FORMULAS),
    "markup": spoiled(MARKUP),
    "control_characters": spoiled(CONTROLS),
    "writing_directions": spoiled(DIRECTIONS),
    "flipped_bits": bytes_changed(_flipped),
    "not_utf_8": bytes_changed(_not_utf8),
    "zero_bytes": bytes_changed(_zero_bytes),
    "quotes": bytes_changed(_quotes),
    "line_ends": bytes_changed(_line_ends),
    "added_noise": bytes_changed(_added_noise),
    "cut": bytes_changed(lambda content, chance: content[: chance.randrange(len(content))]),
    "workbook": bytes_changed(lambda content, chance: content, workbook=True),
    "workbook_flipped_bits": bytes_changed(_flipped, workbook=True),
    "workbook_cut": bytes_changed(
        lambda content, chance: content[: chance.randrange(4, len(content))], workbook=True
    ),
    **{
        mutation.__name__: mutation
        for mutation in (
            *(unclosed_quote, cells_of_several_lines, ragged_rows, no_header, same_header),
            *(declared_separator, many_columns, many_lines, long_cell, blanks, strange_numbers),
            *(strange_dates, huge_line, packed_zeros, entities, another_format, not_a_file),
            copied_many_times,
        )
    },
}
RARE = frozenset({"huge_line", "packed_zeros", "many_lines"})
