"""Changes to the bytes and to the ZIP structure of an evidence file: damage, other packers, and traps."""

import io
import random
import struct
import zipfile
from collections.abc import Callable

from tests.fuzz.evidence_parts import entries, packed, parts_of

Mutation = Callable[[bytes, random.Random], bytes]


def one_bit(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def many_bits(content: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.randrange(2, 100)):
        content = one_bit(content, chance)
    return content


def a_bit_of_the_list(content: bytes, chance: random.Random) -> bytes:
    start = entries(content)[0][0]
    return content[:start] + one_bit(content[start:], chance)


def zeros(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content) - 1000)
    length = chance.choice((16, 512, 1000))
    return content[:start] + bytes(length) + content[start + length :]


def cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(1, len(content))]


def cut_start(content: bytes, chance: random.Random) -> bytes:
    return content[chance.randrange(1, 5000) :]


def bytes_after_the_end(content: bytes, chance: random.Random) -> bytes:
    return content + chance.randbytes(chance.randrange(1, 500))


def bytes_before_the_start(content: bytes, chance: random.Random) -> bytes:
    return chance.choice((b"#!/bin/sh\n", b"PK\x03\x04", b"%PDF-1.4\n")) + content


def bytes_between(content: bytes, chance: random.Random) -> bytes:
    """Put bytes before the list of the parts, and correct its place."""
    start = entries(content)[0][0]
    added = chance.randbytes(chance.randrange(1, 100))
    end = content[-22:-6] + (start + len(added)).to_bytes(4, "little") + content[-2:]
    return content[:start] + added + content[start:-22] + end


def empty(content: bytes, chance: random.Random) -> bytes:
    return b""


def another_format(content: bytes, chance: random.Random) -> bytes:
    return chance.choice(
        (b"<!DOCTYPE html><title>Download</title>", b"%PDF-1.4\n", b"\x7fELF" + chance.randbytes(999), b"PK")
    )


def another_archive(content: bytes, chance: random.Random) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return buffer.getvalue()


def an_archive_of_it(content: bytes, chance: random.Random) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("evidence.zip", content)
    return buffer.getvalue()


def no_parts(content: bytes, chance: random.Random) -> bytes:
    return b"PK\x05\x06" + bytes(18)


def compressed(content: bytes, chance: random.Random) -> bytes:
    return _packed_with(parts_of(content), zipfile.ZIP_DEFLATED)


def a_bomb(content: bytes, chance: random.Random) -> bytes:
    """Put a part of 500 million zeros into half a megabyte."""
    parts = parts_of(content) | {"answer.pdf": bytes(500_000_000)}
    return _packed_with(parts, zipfile.ZIP_DEFLATED)


def another_order(content: bytes, chance: random.Random) -> bytes:
    parts = list(parts_of(content).items())
    return _packed_with(dict([*parts[1:], parts[0]]), zipfile.ZIP_STORED)


def with_days(content: bytes, chance: random.Random) -> bytes:
    """Pack the parts again with the day on which that is done."""
    return _packed_with(parts_of(content), zipfile.ZIP_STORED, (2026, 11, 24, 1, 2, 4))


def a_comment(content: bytes, chance: random.Random) -> bytes:
    buffer = io.BytesIO(content)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.comment = b"Checked and found good."
    return buffer.getvalue()


def a_missing_part(content: bytes, chance: random.Random) -> bytes:
    parts = parts_of(content)
    del parts[chance.choice(list(parts))]
    return packed(parts, hashed=False)


def another_part(content: bytes, chance: random.Random) -> bytes:
    return _with_name(content, chance, "invoice.txt")


def a_path(content: bytes, chance: random.Random) -> bytes:
    names = ("../answer.json", "/etc/passwd", "C:\\Windows\\a.exe", "a/answer.json", "..\\answer.json", "..")
    return _with_name(content, chance, chance.choice(names))


def a_folder(content: bytes, chance: random.Random) -> bytes:
    return _with_name(content, chance, "answer/")


def a_name_that_controls_the_terminal(content: bytes, chance: random.Random) -> bytes:
    return _with_name(content, chance, "a\x1b[2J\u202etxt.json")


def a_name_that_is_not_text(content: bytes, chance: random.Random) -> bytes:
    return _with_name(content, chance, "answer.jsXn").replace(b"answer.jsXn", b"answer.js\xffn")


def twice(content: bytes, chance: random.Random) -> bytes:
    """List a part twice; the second one is another part of its own, as some readers would find it."""
    return _with_name(content, chance, "answer.jsYn").replace(b"answer.jsYn", b"answer.json")


def twice_at_one_place(content: bytes, chance: random.Random) -> bytes:
    """List one part a second time, which takes no room."""
    start, length = entries(content)[3]
    end = struct.unpack("<4s4H2LH", content[-22:])
    changed = (*end[:3], end[3] + 1, end[4] + 1, end[5] + length, *end[6:])
    added = content[start : start + length]
    return content[:-22] + added + struct.pack("<4s4H2LH", *changed)


def many_parts(content: bytes, chance: random.Random) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number in range(70_000):
            archive.writestr(f"{number}", b"")
    return buffer.getvalue()


def encrypted(content: bytes, chance: random.Random) -> bytes:
    return _in_an_entry(content, chance, 8, lambda _: 1)


def a_link(content: bytes, chance: random.Random) -> bytes:
    return _in_an_entry(content, chance, 40, lambda _: 0o120777)


def a_huge_size(content: bytes, chance: random.Random) -> bytes:
    for field in (20, 24):
        content = _in_an_entry(content, random.Random(1), field, lambda _: 0xFFFF_FFF0, "<L")
    return content


def two_sizes(content: bytes, chance: random.Random) -> bytes:
    return _in_an_entry(content, chance, 24, lambda size: size + 1, "<L")


def another_checksum(content: bytes, chance: random.Random) -> bytes:
    return _in_an_entry(content, chance, 16, lambda checksum: checksum ^ 1, "<L")


def another_place(content: bytes, chance: random.Random) -> bytes:
    return _in_an_entry(content, chance, 42, lambda place: place ^ 0x7FFF_0000, "<L")


def another_name_in_the_head(content: bytes, chance: random.Random) -> bytes:
    return content.replace(b"answer.json", b"answer.xxxx", 1)


def an_extra_field(content: bytes, chance: random.Random) -> bytes:
    parts, buffer = parts_of(content), io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, part in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system, info.external_attr = 3, 0o100644 << 16
            info.extra = b"\xfe\xca\x04\x00hide"
            archive.writestr(info, part)
    return buffer.getvalue()


def swapped_parts(content: bytes, chance: random.Random) -> bytes:
    parts = parts_of(content)
    parts["items.json"], parts["sources.json"] = parts["sources.json"], parts["items.json"]
    return packed(parts, hashed=False)


def noise(content: bytes, chance: random.Random) -> bytes:
    return b"PK\x03\x04" + chance.randbytes(5000) + b"PK\x05\x06" + chance.randbytes(18)


def _packed_with(
    parts: dict[str, bytes], method: int, day: tuple[int, int, int, int, int, int] = (1980, 1, 1, 0, 0, 0)
) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, part in parts.items():
            info = zipfile.ZipInfo(name, day)
            info.create_system, info.external_attr, info.compress_type = 3, 0o100644 << 16, method
            archive.writestr(info, part)
    return buffer.getvalue()


def _with_name(content: bytes, chance: random.Random, name: str) -> bytes:
    """Return a file with one part more."""
    buffer = io.BytesIO(content)
    with zipfile.ZipFile(buffer, "a") as archive:
        info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
        info.filename = name
        archive.writestr(info, chance.randbytes(50))
    return buffer.getvalue()


def _in_an_entry(
    content: bytes, chance: random.Random, field: int, change: Callable[[int], int], form: str = "<H"
) -> bytes:
    """Return a file with a number of one entry of the list changed."""
    place = chance.choice(entries(content))[0] + field
    size = struct.calcsize(form)
    (number,) = struct.unpack(form, content[place : place + size])
    return content[:place] + struct.pack(form, change(number)) + content[place + size :]


MUTATIONS: dict[str, Mutation] = {
    mutation.__name__: mutation
    for mutation in (
        *(one_bit, many_bits, a_bit_of_the_list, zeros, cut, cut_start, bytes_after_the_end),
        *(bytes_before_the_start, bytes_between, empty, another_format, another_archive, an_archive_of_it),
        *(no_parts, compressed, a_bomb, another_order, with_days, a_comment, a_missing_part, another_part),
        *(a_path, a_folder, a_name_that_controls_the_terminal, a_name_that_is_not_text, twice),
        *(twice_at_one_place, many_parts, encrypted, a_link, a_huge_size, two_sizes, another_checksum),
        *(another_place, another_name_in_the_head, an_extra_field, swapped_parts, noise),
    )
}
