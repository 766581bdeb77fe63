"""Changes to the bytes of a data file: damage of a disk or a transfer, and headers made by hand."""

import gzip
import random
from collections.abc import Callable
from pathlib import Path

PAGE = 4096
Mutation = Callable[[Path, random.Random], None]


def _edit(path: Path, change: Callable[[bytearray], bytes | bytearray | None]) -> None:
    content = bytearray(path.read_bytes())
    changed = change(content)
    path.write_bytes(content if changed is None else changed)


def _page(content: bytearray, chance: random.Random) -> int:
    """Return the first byte of some page after the first one."""
    return chance.randrange(1, len(content) // PAGE) * PAGE


def one_bit(path: Path, chance: random.Random) -> None:
    def change(content: bytearray) -> None:
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)

    _edit(path, change)


def many_bits(path: Path, chance: random.Random) -> None:
    def change(content: bytearray) -> None:
        for _ in range(chance.randrange(2, 200)):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)

    _edit(path, change)


def bits_of_a_page(path: Path, chance: random.Random) -> None:
    """Change the head of a page, where its structure is."""

    def change(content: bytearray) -> None:
        start = _page(content, chance)
        for _ in range(chance.randrange(1, 8)):
            content[start + chance.randrange(64)] = chance.randrange(256)

    _edit(path, change)


def bytes_of_the_schema(path: Path, chance: random.Random) -> None:
    def change(content: bytearray) -> None:
        for _ in range(chance.randrange(1, 4)):
            content[100 + chance.randrange(PAGE - 100)] = chance.randrange(256)

    _edit(path, change)


def zeros(path: Path, chance: random.Random) -> None:
    def change(content: bytearray) -> None:
        start = chance.randrange(len(content))
        end = min(len(content), start + chance.choice((16, 512, PAGE, 8 * PAGE)))
        content[start:end] = bytes(end - start)

    _edit(path, change)


def noise(path: Path, chance: random.Random) -> None:
    def change(content: bytearray) -> None:
        start = _page(content, chance)
        content[start : start + PAGE] = chance.randbytes(PAGE)

    _edit(path, change)


def swapped_pages(path: Path, chance: random.Random) -> None:
    def change(content: bytearray) -> None:
        a, b = _page(content, chance), _page(content, chance)
        content[a : a + PAGE], content[b : b + PAGE] = content[b : b + PAGE], content[a : a + PAGE]

    _edit(path, change)


def copied_page(path: Path, chance: random.Random) -> None:
    def change(content: bytearray) -> None:
        a, b = _page(content, chance), _page(content, chance)
        content[a : a + PAGE] = content[b : b + PAGE]

    _edit(path, change)


def cut(path: Path, chance: random.Random) -> None:
    _edit(path, lambda content: content[: chance.randrange(len(content))])


def cut_pages(path: Path, chance: random.Random) -> None:
    """Cut at the end of a page and correct the number of pages."""

    def change(content: bytearray) -> bytearray:
        pages = chance.randrange(1, len(content) // PAGE)
        content[28:32] = pages.to_bytes(4, "big")
        return content[: pages * PAGE]

    _edit(path, change)


def added_bytes(path: Path, chance: random.Random) -> None:
    _edit(path, lambda content: content + chance.randbytes(chance.randrange(1, 3 * PAGE)))


def header(path: Path, chance: random.Random) -> None:
    def change(content: bytearray) -> None:
        content[chance.randrange(100)] = chance.randrange(256)

    _edit(path, change)


def page_size(path: Path, chance: random.Random) -> None:
    def change(content: bytearray) -> None:
        size = chance.choice((0, 1, 512, 1024, 2048, 8192, 16384, 32768, 4095, 65535))
        content[16:18] = size.to_bytes(2, "big")

    _edit(path, change)


def write_ahead(path: Path, chance: random.Random) -> None:
    def change(content: bytearray) -> None:
        content[18], content[19] = chance.choice(((2, 2), (1, 2), (2, 1), (3, 3), (0, 0)))

    _edit(path, change)


def text_encoding(path: Path, chance: random.Random) -> None:
    def change(content: bytearray) -> None:
        content[56:60] = chance.choice((0, 2, 3, 4, 2**31)).to_bytes(4, "big")

    _edit(path, change)


def free_pages(path: Path, chance: random.Random) -> None:
    def change(content: bytearray) -> None:
        pages = len(content) // PAGE
        content[32:36] = chance.choice((0, 1, pages, pages + 1, 2**32 - 1)).to_bytes(4, "big")
        content[36:40] = chance.choice((0, 1, pages, 2**31)).to_bytes(4, "big")

    _edit(path, change)


def reserved_bytes(path: Path, chance: random.Random) -> None:
    def change(content: bytearray) -> None:
        content[20] = chance.choice((1, 8, 32, 128, 255))

    _edit(path, change)


def no_content(path: Path, chance: random.Random) -> None:
    path.write_bytes(chance.choice((b"", b"\0", b"SQLite format 3\0", b"SQLite format 3\0" + bytes(84))))


def another_format(path: Path, chance: random.Random) -> None:
    content = path.read_bytes()
    choices = (
        gzip.compress(content[:100_000], mtime=0),
        b"PK\x03\x04" + chance.randbytes(5_000),
        b"<!DOCTYPE html><title>Download</title>",
        b"\xff\xfe" + "metals".encode("utf-16-le") * 900,
        b"key,value\ndata_version,2099.01\n" * 100,
        b"\x7fELF" + chance.randbytes(9_000),
    )
    path.write_bytes(chance.choice(choices))


def noise_after_the_header(path: Path, chance: random.Random) -> None:
    _edit(path, lambda content: bytes(content[:100]) + chance.randbytes(20 * PAGE))


MUTATIONS: dict[str, Mutation] = {
    mutation.__name__: mutation
    for mutation in (
        *(one_bit, many_bits, bits_of_a_page, bytes_of_the_schema, zeros, noise, swapped_pages, copied_page),
        *(cut, cut_pages, added_bytes, header, page_size, write_ahead, text_encoding, free_pages),
        *(reserved_bytes, no_content, another_format, noise_after_the_header),
    )
}
