"""Checks the minisign signature beside a data file with the public key of this program.

A signature file has four lines: a comment; algorithm, number of the key and signature in Base64; a comment that is
signed too; and the signature of the first signature with that comment. See https://jedisct1.github.io/minisign/.
"""

import binascii
from pathlib import Path

from msgspec import Struct

from explorer import paths
from explorer.data.storage.connection import data_file_error, printable
from explorer.errors import DataFileError
from explorer.language import gettext

ENDING = ".minisig"
VALID, NOT_CHECKED, NONE = "valid", "not checked", "none"
MOST_BYTES = 4_096
_PLAIN, _HASHED = b"Ed", b"ED"  # the algorithm of a signature of the file itself, and of its BLAKE2b digest
_NUMBER, _KEY, _SIGNATURE = 8, 32, 64  # bytes
_COMMENT, _TRUSTED = b"untrusted comment: ", b"trusted comment: "


class SignatureCheck(Struct, frozen=True):
    """The result of the check, one of VALID, NOT_CHECKED and NONE, and the sentence on it."""

    result: str
    sentence: str


class _Signature(Struct, frozen=True):
    is_hashed: bool
    key_number: bytes
    signature: bytes
    comment: bytes
    comment_signature: bytes


class _Invalid(Exception):
    """Raised where a file is not a signature or key."""


def key_file() -> Path:
    """Return the path of the public key that is part of the program; the file is empty where there is none."""
    return paths.resources() / "keys" / "editions.pub"


def signature_file(path: Path) -> Path:
    """Return the path of the signature of a data file."""
    return path.with_name(path.name + ENDING)


def check_signature(path: Path, copy: Path, blake2b: bytes) -> SignatureCheck:
    """Check the signature beside a data file, of which a copy was made; raise DataFileError for a wrong one."""
    file = signature_file(path)
    if not file.exists():
        return SignatureCheck(NONE, gettext("No signature file found."))
    key = _own_key()
    if key is None:
        return SignatureCheck(NOT_CHECKED, gettext("Signature not checked: this program has no key."))
    try:
        import nacl.signing  # noqa: F401
    except ImportError:
        return SignatureCheck(NOT_CHECKED, gettext("Signature not checked: PyNaCl is not installed."))
    try:
        with file.open("rb") as opened:
            signature = _read_signature(opened.read(MOST_BYTES + 1))
    except (OSError, _Invalid) as error:
        sentence = gettext("The signature file {file} is damaged.").format(file=file.name)
        raise data_file_error(path, sentence) from error
    if signature.key_number != key[0]:
        raise _wrong(path, gettext("The signature {file} was made with another key."))
    content = blake2b if signature.is_hashed else copy.read_bytes()
    signed_comment = signature.signature + signature.comment
    if not _verified(key[1], content, signature.signature) or not _verified(
        key[1], signed_comment, signature.comment_signature
    ):
        raise _wrong(path, gettext("The signature {file} does not match this file."))
    comment = printable(signature.comment.decode("utf-8", "replace"))
    text = gettext("Signed with the key of this program: {comment}")
    return SignatureCheck(VALID, text.format(comment=comment))


def _wrong(path: Path, text: str) -> DataFileError:
    return data_file_error(path, text.format(file=signature_file(path).name))


def _verified(key: bytes, content: bytes, signature: bytes) -> bool:
    from nacl.exceptions import BadSignatureError
    from nacl.signing import VerifyKey

    try:
        VerifyKey(key).verify(content, signature)
    except BadSignatureError:
        return False
    return True


def _own_key() -> tuple[bytes, bytes] | None:
    """Return the number and the public key of the program, None without one."""
    try:
        content = key_file().read_bytes()
    except FileNotFoundError:
        return None
    if not content.strip():
        return None
    try:
        decoded = _decoded(_lines(content, 2)[1], len(_PLAIN) + _NUMBER + _KEY)
    except _Invalid as error:
        text = gettext("The key file of the program, {file}, is damaged.")
        raise data_file_error(paths.data_file(), text.format(file=key_file())) from error
    return decoded[2 : 2 + _NUMBER], decoded[2 + _NUMBER :]


def _read_signature(content: bytes) -> _Signature:
    """Return the parts of a signature file; raise _Invalid where it is not one."""
    comment, signature, trusted, comment_signature = _lines(content, 4)
    decoded = _decoded(signature, 2 + _NUMBER + _SIGNATURE)
    if not comment.startswith(_COMMENT) or not trusted.startswith(_TRUSTED):
        raise _Invalid
    if decoded[:2] not in (_PLAIN, _HASHED):
        raise _Invalid
    return _Signature(
        decoded[:2] == _HASHED,
        decoded[2 : 2 + _NUMBER],
        decoded[2 + _NUMBER :],
        trusted.removeprefix(_TRUSTED),
        _decoded(comment_signature, _SIGNATURE),
    )


def _lines(content: bytes, count: int) -> list[bytes]:
    lines = content.rstrip(b"\r\n").replace(b"\r\n", b"\n").split(b"\n")
    if len(content) > MOST_BYTES or len(lines) != count:
        raise _Invalid
    return lines


def _decoded(line: bytes, length: int) -> bytes:
    try:
        decoded = binascii.a2b_base64(line, strict_mode=True)
    except binascii.Error as error:
        raise _Invalid from error
    if len(decoded) != length:
        raise _Invalid
    return decoded
