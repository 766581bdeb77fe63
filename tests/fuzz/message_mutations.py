"""Files in the folder through which a later launch passes its request to the open window: damaged and made to do harm.

Each mutation writes into the folder of an address; a wrong file must be removed or left alone.
"""

import os
import random
from collections.abc import Callable
from pathlib import Path

from explorer.process.single_instance import MAX_BYTES, InstanceAddress, Request, encode_request
from tests.fuzz.link_mutations import CONTROLS, LINKS

Mutation = Callable[[InstanceAddress, random.Random, float], None]
LINK = "minor-metals:gallium?tab=controls"
TIMES = ("", "nan", "inf", "-inf", "1e999", "-1", "0", "x", "9" * 400, "1_000", "２０２６", "0x10", "١")


def _put(address: InstanceAddress, content: bytes) -> Path:
    path = address.new_request()
    path.write_bytes(content)
    return path


def _changed(change: Callable[[bytes, random.Random], bytes]) -> Mutation:
    """Return the mutation that changes the bytes of a valid request."""

    def write(address: InstanceAddress, chance: random.Random, now: float) -> None:
        _put(address, change(encode_request(Request(LINK, "token"), now), chance))

    return write


def _of_link(kind: str) -> Mutation:
    """Return the mutation that sends a damaged link as a launch does."""

    def write(address: InstanceAddress, chance: random.Random, now: float) -> None:
        _put(address, encode_request(Request(LINKS[kind](chance)), now))

    return write


def _lines(wanted: Callable[[random.Random, float], str]) -> Mutation:
    """Return the mutation that writes lines by hand."""

    def write(address: InstanceAddress, chance: random.Random, now: float) -> None:
        _put(address, wanted(chance, now).encode("utf-8", "surrogatepass"))

    return write


def _flipped(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randrange(1, 6)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _not_utf8(content: bytes, chance: random.Random) -> bytes:
    return content.replace(b"gallium", chance.choice((b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xe9\x95")))


def _added(content: bytes, chance: random.Random) -> bytes:
    return content + chance.choice((b"x", b"\n", b"\0", b"more\n", content, b" " * MAX_BYTES))


def _line_ends(content: bytes, chance: random.Random) -> bytes:
    return content.replace(b"\n", chance.choice((b"\r\n", b"\r", b"\n\n", b"\x0b", "\u2028".encode())))


def huge(address: InstanceAddress, chance: random.Random, now: float) -> None:
    """Write a request of many gigabytes, which take no room on the disk, or one just above the limit."""
    path = _put(address, encode_request(Request(LINK), now))
    size = chance.choice((MAX_BYTES + 1, 10**7, 10**11))
    try:
        os.truncate(path, size)
    except OSError:
        os.truncate(path, MAX_BYTES + 1)


def long_line(address: InstanceAddress, chance: random.Random, now: float) -> None:
    size = chance.choice((2_999, 3_001, 5_000, MAX_BYTES - 60))
    _put(address, f"{now:.3f}\n{LINK}&x={'y' * size}\n\n".encode())


def folder(address: InstanceAddress, chance: random.Random, now: float) -> None:
    path = address.new_request()
    path.mkdir()
    if chance.random() < 0.5:
        (path / "file").touch()


def pipe(address: InstanceAddress, chance: random.Random, now: float) -> None:
    os.mkfifo(address.new_request())


def link_to_a_file(address: InstanceAddress, chance: random.Random, now: float) -> None:
    target = chance.choice((Path("/etc/passwd"), Path("/dev/zero"), Path("missing"), address.lock))
    address.new_request().symlink_to(target)


def link_to_itself(address: InstanceAddress, chance: random.Random, now: float) -> None:
    path = address.new_request()
    path.symlink_to(path)


def other_names(address: InstanceAddress, chance: random.Random, now: float) -> None:
    name = chance.choice(
        ("x.request", f"{address.key}-.request", f"{address.key}-\u202e\x1b.request", "-rf.request")
    )
    (address.folder / name).write_bytes(encode_request(Request(LINK), now))


def many(address: InstanceAddress, chance: random.Random, now: float) -> None:
    for number in range(chance.choice((10, 300))):
        content = encode_request(Request(LINK), now) if number % 2 else chance.randbytes(50)
        (address.folder / f"{address.key}-{number:06}-1.request").write_bytes(content)


def leftovers(address: InstanceAddress, chance: random.Random, now: float) -> None:
    for end in ("part", "taken", "request.part", "tmp"):
        (address.folder / f"{address.key}-1-1.{end}").write_bytes(chance.randbytes(50))


def two_with_one_name(address: InstanceAddress, chance: random.Random, now: float) -> None:
    """Put a folder where the request would be renamed to."""
    path = _put(address, encode_request(Request(LINK), now))
    path.with_suffix(".taken").mkdir()


KINDS: dict[str, Mutation] = {
    "valid": _changed(lambda content, chance: content),
    "cut": _changed(lambda content, chance: content[: chance.randrange(len(content))]),
    "flipped_bits": _changed(_flipped),
    "not_utf8": _changed(_not_utf8),
    "added": _changed(_added),
    "line_ends": _changed(_line_ends),
    "noise": _changed(lambda content, chance: chance.randbytes(chance.randrange(0, 300))),
    "zero_bytes": _changed(lambda content, chance: content.replace(b"a", b"\0", chance.randrange(1, 3))),
    "other_encoding": _changed(
        lambda content, chance: content.decode().encode(chance.choice(("utf-16", "utf-32")))
    ),
    "wrong_times": _lines(lambda chance, now: f"{chance.choice(TIMES)}\n{LINK}\n\n"),
    "old_or_early": _lines(lambda chance, now: f"{now + chance.choice((-11, 11, -1e9, 1e9))}\n{LINK}\n\n"),
    "wrong_tokens": _lines(
        lambda chance, now: (
            f"{now}\n{LINK}\n{chance.choice((*CONTROLS[3:], 'x' * 9_000, '$(id)', '=', '%n'))}\n"
        )
    ),
    "fewer_or_more_lines": _lines(lambda chance, now: f"{now}\n{LINK}" + "\n" * chance.choice((0, 1, 3, 99))),
    **{f"sent_{kind}": _of_link(kind) for kind in LINKS},
    **{
        mutation.__name__: mutation
        for mutation in (
            *(huge, long_line, folder, pipe, link_to_a_file, link_to_itself, other_names, many, leftovers),
            two_with_one_name,
        )
    },
}
RARE = frozenset({"many"})
