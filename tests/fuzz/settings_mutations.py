"""The file explorer.ini with the settings: damaged, with wrong values, and with values of other types."""

import os
import random
from collections.abc import Callable
from pathlib import Path

Mutation = Callable[[Path, random.Random], None]
GOOD = {
    "metal": "tungsten",
    "origin": "CHN",
    "destination": "USA",
    "tab": "controls",
    "theme": "dark",
    "start": "timeline",
    "sparklines": "0",
    "columns": "status,share,hhi",
    "compared": "gallium,tungsten",
    "used": "2026-11-20",
    "used_before": "2026-11-10",
    "format": "1",
    "greeting": "dismissed",
    "copied": "1",
    "geometry": "@ByteArray(\\x1\\xd9\\xd0\\xcb\\0\\x3\\0\\0\\0\\0\\0\\n\\0\\0\\0\\n\\0\\0\\x5/\\0\\0\\x3m)",
    "splitter": "@ByteArray(\\0\\0\\0\\xff\\0\\0\\0\\x1\\0\\0\\0\\x2\\0\\0\\x1\\x2c\\0\\0\\x2X)",
}
EXPORT = {
    "form": "svg",
    "preset": "own",
    "width": "800",
    "height": "600.5",
    "unit": "mm",
    "dpi": "300",
    "dark": "true",
    "sizes": "100x80mm@300;1200x900px@144",
    "folder": "/tmp",
}
HARMFUL = (
    "<b>x</b>",
    "=1+1",
    "../../etc",
    "javascript:alert(1)",
    "%s%n{0}",
    "'; DROP TABLE meta; --",
    "镓",
    "\\x202e",
)
NUMBERS = ("-1", "1e999", "nan", "inf", "99999999999999999999", "0", "", "1,5", "0x10", "٣", "1e-300")
TYPED = (
    "@Invalid()",
    "@Variant(\\0\\0\\0\\t\\xff\\xff\\xff\\xff)",
    "@Variant(\\0\\0\\0\\b\\x7f\\xff\\xff\\xff)",
    "@Variant(\\0\\0\\0\\n\\xff\\xff\\xff\\xfe\\0a)",
    "@Variant(\\0\\0\\0\\f\\x7f\\xff\\xff\\xff)",
    "@Variant(\\0\\0\\0\\x87\\x7f\\xc0\\0\\0)",
    "@Variant(\\0\\0\\0\\x1e\\0)",
    "@Variant(\\0\\0\\x4\\0\\0\\0\\0\\0\\xd" + "QFontDatabase)",
    "@Variant()",
    "@Rect(1 2 3 4)",
    "@Rect(-99999999999 0 99999999999 1)",
    "@Size(0 -1)",
    "@Point(9e9 1)",
    "@String(",
    "@@",
    "@DateTime(\\0)",
    "@ByteArray(",
    "@ByteArray()",
)


def lines(values: dict[str, str], export: dict[str, str]) -> str:
    """Return settings as the lines of a file."""
    general = "".join(f"{key}={value}\n" for key, value in values.items())
    return f"[General]\n{general}\n[export]\n" + "".join(f"{key}={value}\n" for key, value in export.items())


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", errors="surrogateescape", newline="")


def _with(wanted: Callable[[random.Random], str]) -> Mutation:
    """Return the mutation that gives some settings other values."""

    def change(path: Path, chance: random.Random) -> None:
        values, export = dict(GOOD), dict(EXPORT)
        for _ in range(chance.randrange(1, 8)):
            group = chance.choice((values, values, export))
            group[chance.choice(list(group))] = wanted(chance)
        _write(path, lines(values, export))

    return change


def _of_bytes(change: Callable[[bytearray, random.Random], bytes | bytearray]) -> Mutation:
    """Return the mutation that changes the bytes of the file."""

    def write(path: Path, chance: random.Random) -> None:
        path.write_bytes(change(bytearray(lines(GOOD, EXPORT).encode()), chance))

    return write


def _flipped(content: bytearray, chance: random.Random) -> bytearray:
    for _ in range(chance.randrange(1, 20)):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    return content


def _zeros(content: bytearray, chance: random.Random) -> bytearray:
    start = chance.randrange(len(content))
    content[start : start + chance.choice((1, 50, 400))] = bytes(chance.choice((1, 50, 400)))
    return content


def _spliced(content: bytearray, chance: random.Random) -> bytearray:
    one, two = sorted(chance.randrange(len(content)) for _ in range(2))
    return content[:two] + content[one:]


def _not_utf8(content: bytearray, chance: random.Random) -> bytearray:
    return content.replace(b"tungsten", chance.choice((b"\xff", b"\xc0\x80", b"\xed\xa0\x80")))


def as_saved(path: Path, chance: random.Random) -> None:
    _write(path, lines(GOOD, EXPORT))


def wrong_geometry(path: Path, chance: random.Random) -> None:
    """Change bytes of the geometry of the window, and of the splitter."""
    values = dict(GOOD)
    for key in ("geometry", "splitter"):
        count = chance.choice((0, 3, 46, 66, 900))
        noise = "".join(f"\\x{byte:x}g"[:-1] + "\\0" for byte in chance.randbytes(count))
        kept = values[key].removesuffix(")")[: chance.randrange(11, 60)]
        values[key] = chance.choice((f"@ByteArray({noise})", f"{kept}{noise})", kept))
    _write(path, lines(values, EXPORT))


def far_away(path: Path, chance: random.Random) -> None:
    """Put the window far outside of all screens, or make it huge."""
    import struct

    numbers = [chance.choice((-(2**31), -99_999, 0, 1, 99_999, 2**31 - 1)) for _ in range(8)]
    data = struct.pack(">IHH8iIBBi4i", 0x1D9D0CB, 3, 0, *numbers, 0, chance.randrange(3), 0, 0, *numbers[:4])
    values = GOOD | {"geometry": "@ByteArray(" + "".join(f"\\x{byte:x}" for byte in data) + ")"}
    _write(path, lines(values, EXPORT))


def missing_settings(path: Path, chance: random.Random) -> None:
    kept = chance.sample(list(GOOD), chance.randrange(len(GOOD)))
    _write(path, lines({key: GOOD[key] for key in kept}, {}))


def repeated_settings(path: Path, chance: random.Random) -> None:
    both = [lines(GOOD, EXPORT), lines(dict.fromkeys(GOOD, "x"), dict.fromkeys(EXPORT, "y"))]
    chance.shuffle(both)
    _write(path, "".join(both * chance.randrange(1, 9)))


def other_sections(path: Path, chance: random.Random) -> None:
    text = lines(GOOD, EXPORT)
    section = chance.choice(
        ("[", "[]", "[a/b/c]", "[%General]", "[General", "[" + "x" * 9_000 + "]", "[\\0]")
    )
    _write(path, text.replace(chance.choice(("[General]", "[export]")), section))


def strange_keys(path: Path, chance: random.Random) -> None:
    keys = (
        "%",
        "%zz",
        "%U0041",
        "a/b",
        "/",
        "=",
        "x" * 50_000,
        "1\\size",
        "theme\\1\\x",
        "%00",
        "metal%2Fx",
        ";metal",
    )
    added = "".join(f"{chance.choice(keys)}={chance.choice(HARMFUL)}\n" for _ in range(9))
    _write(path, f"[General]\n{added}{lines(GOOD, EXPORT)}")


def many_settings(path: Path, chance: random.Random) -> None:
    _write(path, lines(GOOD | {f"k{n}": "x" for n in range(chance.choice((5_000, 40_000)))}, EXPORT))


def huge_value(path: Path, chance: random.Random) -> None:
    key, size = chance.choice([*GOOD]), chance.choice((10_000, 1_000_000, 20_000_000))
    _write(path, lines(GOOD | {key: chance.choice(("x", "gallium,", "\\x4e", "@", "1")) * size}, EXPORT))


def lists_of_values(path: Path, chance: random.Random) -> None:
    _write(path, lines({key: f"{value}, {value}" for key, value in GOOD.items()}, EXPORT))


def other_encoding(path: Path, chance: random.Random) -> None:
    encoding = chance.choice(("utf-16", "utf-32", "utf-8-sig", "utf-16-le"))
    path.write_bytes(lines(GOOD | {"metal": "钨"}, EXPORT).encode(encoding))


def line_ends(path: Path, chance: random.Random) -> None:
    end = chance.choice(("\r", "\r\n", "\n\r", "\\\n", "\x0b", "\u2028"))
    _write(path, lines(GOOD, EXPORT).replace("\n", end))


def comments(path: Path, chance: random.Random) -> None:
    _write(path, "".join(f"{chance.choice(';#')}{line}\n" for line in lines(GOOD, EXPORT).splitlines()))


def another_format(path: Path, chance: random.Random) -> None:
    formats = (
        b"",
        b"\0",
        b"SQLite format 3\0",
        b"\x89PNG\r\n\x1a\n",
        b'{"metal": 1}',
        b"<plist/>",
        b"\x1f\x8b",
    )
    path.write_bytes(chance.choice(formats) + chance.randbytes(chance.choice((0, 5_000))))


def not_a_file(path: Path, chance: random.Random) -> None:
    pipe = ("pipe",) if hasattr(os, "mkfifo") else ()
    kind = chance.choice(("folder", "nothing", "ring", "elsewhere", "lock", *pipe))
    if kind == "folder":
        path.mkdir()
    elif kind == "ring":
        path.symlink_to(path)
    elif kind == "elsewhere":
        path.symlink_to(path.with_name("missing.ini"))
    elif kind == "lock":
        _write(path, lines(GOOD, EXPORT))
        path.with_name(f"{path.name}.lock").mkdir()
    elif kind == "pipe":
        os.mkfifo(path)


def strange_days(path: Path, chance: random.Random) -> None:
    days = (
        "9999-12-31",
        "0001-01-01",
        "2026-02-30",
        "today",
        "20261120",
        "2026-W01-1",
        "２０２６-01-01",
        "-1",
    )
    _write(path, lines(GOOD | {"used": chance.choice(days), "used_before": chance.choice(days)}, EXPORT))


def strange_sizes(path: Path, chance: random.Random) -> None:
    sizes = ("0x0px@144", "1e9x1px@1", "99999x99999mm@2400", "x", ";;;", "1x1px@0")
    sizes += ("9" * 400 + "x1px@72", "1x1in@99999999999")
    export = EXPORT | {"sizes": ";".join(chance.choice(sizes) for _ in range(4))}
    export |= {name: chance.choice(NUMBERS) for name in ("dpi", "width", "height")}
    _write(path, lines(GOOD, export | {"preset": chance.choice(("own", "x", ""))}))


def strange_folders(path: Path, chance: random.Random) -> None:
    folders = (
        "/",
        "/proc/self/fd",
        "/dev/null",
        "a\\0b",
        "~",
        "",
        "/x" * 3_000,
        "\\\\server\\share",
        "/usr/../tmp",
        ".",
    )
    _write(path, lines(GOOD, EXPORT | {"folder": chance.choice(folders)}))


MUTATIONS: dict[str, Mutation] = {
    "flipped_bits": _of_bytes(_flipped),
    "zeros": _of_bytes(_zeros),
    "spliced": _of_bytes(_spliced),
    "cut": _of_bytes(lambda content, chance: content[: chance.randrange(len(content))]),
    "not_utf8": _of_bytes(_not_utf8),
    "added_noise": _of_bytes(lambda content, chance: content + chance.randbytes(chance.randrange(1, 9_000))),
    "harmful_values": _with(lambda chance: chance.choice(HARMFUL)),
    "wrong_numbers": _with(lambda chance: chance.choice(NUMBERS)),
    "typed_values": _with(lambda chance: chance.choice(TYPED)),
    "values_of_others": _with(lambda chance: chance.choice([*GOOD.values(), *EXPORT.values()])),
    "random_typed_values": _with(
        lambda chance: "@Variant(" + "".join(f"\\x{b:x}" for b in (0, 0, 0, *chance.randbytes(30))) + ")"
    ),
    **{
        mutation.__name__: mutation
        for mutation in (
            *(as_saved, wrong_geometry, far_away, missing_settings, repeated_settings, other_sections),
            *(strange_keys, many_settings, huge_value, lists_of_values, other_encoding, line_ends, comments),
            *(another_format, not_a_file, strange_days, strange_sizes, strange_folders),
        )
    },
}
RARE = frozenset({"many_settings", "huge_value"})
