"""Evidence files taken apart and put together again, with hashes that fit, as somebody who changes them would do."""

import hashlib
import io
import json
import zipfile
from typing import Any

from explorer.data.evidence.archive import write_archive
from explorer.data.evidence.part_names import MANIFEST

Parts = dict[str, bytes]


def parts_of(content: bytes) -> Parts:
    """Return the parts of a good file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def as_json(value: Any) -> bytes:
    """Return a value as the program writes it."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "surrogatepass")


def with_hashes(parts: Parts) -> Parts:
    """Return parts with a manifest that has their sizes and hashes."""
    manifest = json.loads(parts[MANIFEST])
    others = {name: content for name, content in parts.items() if name != MANIFEST}
    order = {name: number for number, name in enumerate(manifest["parts"])}
    manifest["parts"] = {
        name: {"size": len(others[name]), "sha256": hashlib.sha256(others[name]).hexdigest()}
        for name in sorted(others, key=lambda name: (order.get(name, 99), name))
    }
    return {**parts, MANIFEST: as_json(manifest)}


def packed(parts: Parts, *, hashed: bool = True) -> bytes:
    """Return a file of parts, by default with a manifest that fits."""
    return write_archive(with_hashes(parts) if hashed else parts)


def entries(content: bytes) -> list[tuple[int, int]]:
    """Return the places of the entries in the list of the parts, with their lengths."""
    start = int.from_bytes(content[-6:-2], "little")
    count = int.from_bytes(content[-12:-10], "little")
    found = []
    for _ in range(count):
        length = 46 + int.from_bytes(content[start + 28 : start + 30], "little")
        found.append((start, length))
        start += length
    return found
