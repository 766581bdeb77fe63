"""The manifest of an evidence file: the question, the edition, the command, and size and hash of each part."""

import hashlib
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import Struct

from explorer.data.context import Context
from explorer.data.evidence.command import command
from explorer.data.evidence.errors import DamagedError, NewerFormatError
from explorer.data.evidence.json_text import NotJsonError, json_bytes, read_json
from explorer.data.evidence.part_names import MANIFEST, NAMES
from explorer.data.evidence.question import LONGEST_CODE, MOST_CODES, Question
from explorer.language import gettext

FORMAT = 1
KIND = "Minor Metals Explorer evidence file"
_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)
_VERSION = re.compile(r"\d{4}\.\d{2}(-[a-z0-9]{1,20})?", re.ASCII)
_DAY = re.compile(r"(19|20|21)\d{2}-\d{2}-\d{2}", re.ASCII)
_PARTIAL_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)
_PLACE = re.compile(r"[A-Z]{3}(-MIL)?", re.ASCII)
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,99}", re.ASCII)
_PLAIN = re.compile(r"[ -~]{0,100}", re.ASCII)


class EditionName(Struct, frozen=True):
    """An edition by its version, the last day checked, and the SHA-256 of its database and of its facts."""

    version: str
    verified_to: str
    database_sha256: str
    facts_sha256: str


class PdfMaker(Struct, frozen=True):
    """What decides the bytes of a PDF beside its content: versions of program and Qt, the system, the fonts."""

    program: str
    qt: str
    system: str
    fonts_sha256: str


class Manifest(Struct, frozen=True):
    """What a manifest says; `parts` has size and SHA-256 of each other part."""

    question: Question
    edition: EditionName
    maker: PdfMaker
    entries: int
    parts: Mapping[str, tuple[int, str]]


def manifest_of(
    question: Question, edition: EditionName, maker: PdfMaker, entries: int, parts: Mapping[str, bytes]
) -> Manifest:
    """Return the manifest of parts."""
    listed = {
        name: (len(parts[name]), hashlib.sha256(parts[name]).hexdigest()) for name in NAMES if name in parts
    }
    return Manifest(question, edition, maker, entries, listed)


def manifest_bytes(manifest: Manifest) -> bytes:
    """Return a manifest as the part of an evidence file."""
    return json_bytes(manifest_record(manifest))


def manifest_record(manifest: Manifest) -> dict[str, Any]:
    """Return a manifest as plain values."""
    question, edition, maker = manifest.question, manifest.edition, manifest.maker
    subject: dict[str, Any] = (
        {"metal": question.metal_id} if question.metal_id else {"codes": list(question.codes)}
    )
    context = question.context
    return {
        "kind": KIND,
        "format": FORMAT,
        "question": {
            **subject,
            "on": context.as_of.isoformat(),
            "from": context.origin,
            "to": context.destination,
        },
        "edition": {
            "version": edition.version,
            "verified_to": edition.verified_to,
            "database_sha256": edition.database_sha256,
            "facts_sha256": edition.facts_sha256,
        },
        "entries_of_the_user": manifest.entries,
        "command": command(question),
        "made_by": {
            "program": maker.program,
            "qt": maker.qt,
            "system": maker.system,
            "fonts_sha256": maker.fonts_sha256,
        },
        "parts": {name: {"size": size, "sha256": digest} for name, (size, digest) in manifest.parts.items()},
    }


def read_manifest(content: bytes) -> Manifest:
    """Return the manifest in a part; raise DamagedError where it is not one, NewerFormatError for a later format."""
    try:
        read = read_json(content)
        if read["kind"] != KIND:
            raise ValueError
        if type(read["format"]) is int and read["format"] > FORMAT:
            text = gettext(
                "The evidence file has format {format}; this version of the program reads format {known}. "
                "Update the program."
            )
            raise NewerFormatError(text.format(format=min(read["format"], 10**6), known=FORMAT))
        manifest = _manifest(read)
    except (NotJsonError, ValueError, LookupError, TypeError, AttributeError, OverflowError) as error:
        raise DamagedError(
            gettext("The part {name} is not as the program writes it.").format(name=MANIFEST)
        ) from error
    return manifest


def _manifest(read: Any) -> Manifest:
    question, edition, maker = read["question"], read["edition"], read["made_by"]
    context = Context(
        date.fromisoformat(_text(question["on"], _DAY)),
        _text(question["from"], _PLACE),
        _text(question["to"], _PLACE),
    )
    if ("metal" in question) == ("codes" in question) or read["format"] != FORMAT:
        raise ValueError
    asked = (
        Question(context, _text(question["metal"], _ID))
        if "metal" in question
        else Question(context, codes=_codes(question["codes"]))
    )
    named = EditionName(
        _text(edition["version"], _VERSION),
        _text(edition["verified_to"], _PARTIAL_DAY),
        _text(edition["database_sha256"], _SHA256),
        _text(edition["facts_sha256"], _SHA256),
    )
    made_by = PdfMaker(
        _text(maker["program"], _PLAIN),
        _text(maker["qt"], _PLAIN),
        _text(maker["system"], _PLAIN),
        _text(maker["fonts_sha256"], _SHA256),
    )
    parts = {
        name: (_number(part["size"]), _text(part["sha256"], _SHA256)) for name, part in read["parts"].items()
    }
    return Manifest(asked, named, made_by, _number(read["entries_of_the_user"]), parts)


def _text(value: object, form: re.Pattern[str]) -> str:
    if type(value) is not str or not form.fullmatch(value):
        raise ValueError
    return value


def _number(value: object) -> int:
    if type(value) is not int or not 0 <= value < 10**9:
        raise ValueError
    return value


def _codes(values: Any) -> tuple[str, ...]:
    if type(values) is not list or not 0 < len(values) <= MOST_CODES:
        raise ValueError
    if any(type(code) is not str or len(code) > LONGEST_CODE or not _is_unicode(code) for code in values):
        raise ValueError
    return tuple(values)


def _is_unicode(text: str) -> bool:
    return text.encode("utf-8", "replace").decode("utf-8") == text
