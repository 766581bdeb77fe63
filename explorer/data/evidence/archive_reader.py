"""Reads the ZIP file of the parts without trust: every byte must be as this program writes it.

Nothing is unpacked to a folder. Since parts are never compressed, none can be larger than the file.
"""

import struct
import zlib

from msgspec import Struct

from explorer.data.evidence.archive import write_archive
from explorer.data.evidence.errors import DamagedError
from explorer.data.evidence.part_names import NAMES, OPTIONAL, most_bytes
from explorer.errors import quoted
from explorer.language import gettext

_END, _ENTRY, _HEAD = struct.Struct("<4s4H2LH"), struct.Struct("<4s6H3L5H2L"), struct.Struct("<4s5H3L2H")
_END_MARK, _ENTRY_MARK, _HEAD_MARK = b"PK\x05\x06", b"PK\x01\x02", b"PK\x03\x04"
_ENCRYPTED, _STORED = 0x1, 0
_TYPE, _LINK = 0o170000, 0o120000


class _Entry(Struct, frozen=True):
    """A part as the list at the end of the file describes it."""

    name: str
    flags: int
    method: int
    checksum: int
    packed: int
    size: int
    mode: int
    start: int


def read_archive(data: bytes) -> dict[str, bytes]:
    """Return the parts by their names; raise DamagedError for a file that is not complete or has anything else."""
    count, position = _read_end(data)
    parts: dict[str, bytes] = {}
    for _ in range(count):
        entry, position = _read_entry(data, position)
        _check_name(entry.name, parts)
        _check_entry(entry)
        parts[entry.name] = _content(data, entry)
    for name in NAMES:
        if name not in parts and name not in OPTIONAL:
            raise DamagedError(gettext("The part {name} is missing.").format(name=name))
    if write_archive(parts) != data:
        raise DamagedError(
            gettext(
                "The parts are whole, but other bytes of the file were changed or added: it was packed again."
            )
        )
    return parts


def _read_end(data: bytes) -> tuple[int, int]:
    """Return the number of parts and the place of their list."""
    if not data:
        raise DamagedError(gettext("The file is empty."))
    if data[:4] not in (_HEAD_MARK, _END_MARK):
        raise DamagedError(gettext("It does not begin as an evidence file does."))
    end = data.rfind(_END_MARK)
    if end < 0 or len(data) - end < _END.size:
        raise DamagedError(gettext("Its end is missing."))
    if len(data) - end > _END.size:
        raise DamagedError(gettext("It has other data after its end."))
    _, disk, first_disk, here, count, size, start, comment = _END.unpack(data[-_END.size :])
    if disk or first_disk or here != count or comment:
        raise DamagedError(_bad_list())
    if count > len(NAMES):
        text = gettext("It has {count} parts; an evidence file has at most {most}.")
        raise DamagedError(text.format(count=count, most=len(NAMES)))
    if start + size != len(data) - _END.size:
        raise DamagedError(_bad_list())
    return count, start


def _bad_list() -> str:
    return gettext("The list of its parts is damaged.")


def _read_entry(data: bytes, position: int) -> tuple[_Entry, int]:
    """Return an entry of the list and the place of the next one."""
    content = data[position : position + _ENTRY.size]
    if len(content) < _ENTRY.size or content[:4] != _ENTRY_MARK:
        raise DamagedError(_bad_list())
    (_, _, _, flags, method, _, _, checksum, packed, size, name, extra, comment, _, _, mode, start) = (
        _ENTRY.unpack(content)
    )
    end = position + _ENTRY.size + name
    text = data[position + _ENTRY.size : end].decode("utf-8", "replace")
    return _Entry(text, flags, method, checksum, packed, size, mode >> 16, start), end + extra + comment


def _check_name(name: str, known: dict[str, bytes]) -> None:
    if name in known:
        raise DamagedError(gettext("The part {name} is there twice.").format(name=name))
    if name in NAMES:
        return
    if any(mark in name for mark in ("/", "\\", ":", "..", "\0")):
        text = gettext("A part has a path as its name, {name}; nothing was unpacked.")
        raise DamagedError(text.format(name=quoted(name)))
    raise DamagedError(gettext("An evidence file has no part {name}.").format(name=quoted(name)))


def _check_entry(entry: _Entry) -> None:
    """Raise DamagedError for a part that is not a plain file of a reasonable size."""
    sentence, most = "", most_bytes(entry.name)
    if entry.flags & _ENCRYPTED:
        sentence = gettext("The part {name} is encrypted; an evidence file never is.")
    elif entry.mode & _TYPE == _LINK:
        sentence = gettext("The part {name} is a link; nothing was opened.")
    elif entry.method != _STORED:
        sentence = gettext("The part {name} is compressed: the file was packed again by another program.")
    elif entry.packed != entry.size:
        sentence = gettext("The part {name} has two different sizes.")
    elif entry.size > most:
        sentence = gettext("The part {name} is too large (limit: {most} bytes).")
    if sentence:
        raise DamagedError(sentence.format(name=entry.name, most=most))


def _content(data: bytes, entry: _Entry) -> bytes:
    """Return the content of a part, whose own head must agree with the list."""
    start = entry.start + _HEAD.size
    head = data[entry.start : start]
    damaged = gettext("The part {name} is damaged: its head does not agree with the list of the parts.")
    if len(head) < _HEAD.size:
        raise DamagedError(damaged.format(name=entry.name))
    mark, _, flags, method, _, _, checksum, packed, size, name, extra = _HEAD.unpack(head)
    same = (flags, method, checksum, packed, size) == (
        *(entry.flags, entry.method, entry.checksum),
        *(entry.packed, entry.size),
    )
    end_of_name = start + name
    if mark != _HEAD_MARK or not same or data[start:end_of_name] != entry.name.encode():
        raise DamagedError(damaged.format(name=entry.name))
    content = data[end_of_name + extra : end_of_name + extra + entry.size]
    if len(content) != entry.size or zlib.crc32(content) != entry.checksum:
        raise DamagedError(
            gettext("The part {name} is damaged: its checksum does not match.").format(name=entry.name)
        )
    return content
