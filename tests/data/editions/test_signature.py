"""Signatures of data files in the format of minisign, with keys that the tests make."""

import base64
import hashlib
from pathlib import Path

import pytest
from nacl.signing import SigningKey

from explorer.data.editions import signature
from explorer.data.editions.signature import NONE, NOT_CHECKED, VALID, SignatureCheck, check_signature
from explorer.errors import DataFileError

NUMBER, OTHER_NUMBER = b"12345678", b"87654321"
CONTENT = b"an edition"
# The example in the documentation of minisign: a signature of the text “test” itself.
PUBLISHED_KEY = (
    b"untrusted comment: minisign public key\nRWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3\n"
)
PUBLISHED = (
    b"untrusted comment: signature from minisign secret key\n"
    b"RWQf6LRCGA9i59SLOFxz6NxvASXDJeRtuZykwQepbDEGt87ig1BNpWaVWuNrm73YiIiJbq71Wi+dP9eKL8OC351vwIasSSbXxwA=\n"
    b"trusted comment: timestamp:1555779966\tfile:test\n"
    b"QtKMXWyYcwdpZAlPF7tE2ENJkRd1ujvKjlj1m9RtHTBnZPa5WKU5uWRs5GoP5M/VqE81QFuMKI5k/SfNQUaOAA==\n"
)


def key_text(key: SigningKey, number: bytes = NUMBER) -> bytes:
    """Return the public key file of a key."""
    return b"untrusted comment: a key\n" + base64.b64encode(b"Ed" + number + bytes(key.verify_key)) + b"\n"


def signed(
    key: SigningKey, content: bytes, comment: bytes = b"edition 2099.01", number: bytes = NUMBER
) -> bytes:
    """Return the signature file of a content."""
    first = key.sign(hashlib.blake2b(content).digest()).signature
    lines = (
        b"untrusted comment: anything",
        base64.b64encode(b"ED" + number + first),
        b"trusted comment: " + comment,
        base64.b64encode(key.sign(first + comment).signature),
    )
    return b"\n".join(lines) + b"\n"


@pytest.fixture
def key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SigningKey:
    """A new key, whose public part is that of the program."""
    made = SigningKey.generate()
    use_key(monkeypatch, tmp_path, key_text(made))
    return made


def use_key(monkeypatch: pytest.MonkeyPatch, folder: Path, content: bytes) -> None:
    (folder / "editions.pub").write_bytes(content)
    monkeypatch.setattr(signature, "key_file", lambda: folder / "editions.pub")


def check(folder: Path, text: bytes | None, content: bytes = CONTENT) -> SignatureCheck:
    """Check a data file with a signature beside it."""
    file = folder / "metals.db"
    file.write_bytes(content)
    if text is not None:
        signature.signature_file(file).write_bytes(text)
    return check_signature(file, file, hashlib.blake2b(content).digest())


def refusal(folder: Path, text: bytes, content: bytes = CONTENT) -> str:
    with pytest.raises(DataFileError) as raised:
        check(folder, text, content)
    return str(raised.value)


def test_a_valid_signature_is_shown_with_its_comment(tmp_path: Path, key: SigningKey) -> None:
    found = check(tmp_path, signed(key, CONTENT))
    assert found == SignatureCheck(VALID, "Signed with the key of this program: edition 2099.01")
    assert check(tmp_path, signed(key, CONTENT).replace(b"\n", b"\r\n")).result == VALID


def test_control_characters_of_a_comment_are_not_shown(tmp_path: Path, key: SigningKey) -> None:
    assert check(tmp_path, signed(key, CONTENT, "a\x1b[31m\u202eb".encode())).sentence.endswith(
        ": a\ufffd[31m\ufffdb"
    )


def test_the_published_example_of_minisign_is_valid(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use_key(monkeypatch, tmp_path, PUBLISHED_KEY)
    assert check(tmp_path, PUBLISHED, b"test").result == VALID
    assert "does not match this file" in refusal(tmp_path, PUBLISHED, b"Test")
    assert "does not match this file" in refusal(
        tmp_path, PUBLISHED.replace(b"file:test", b"file:best"), b"test"
    )


def test_without_a_key_nothing_is_said_to_be_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = signed(SigningKey.generate(), CONTENT)
    expected = SignatureCheck(NOT_CHECKED, "Signature not checked: this program has no key.")
    assert check(tmp_path, text) == expected
    use_key(monkeypatch, tmp_path, b"\n")
    assert check(tmp_path, text) == expected
    (tmp_path / "editions.pub").unlink()
    assert check(tmp_path, text) == expected


def test_without_a_signature_that_is_said(tmp_path: Path, key: SigningKey) -> None:
    assert check(tmp_path, None) == SignatureCheck(NONE, "No signature file found.")


def test_a_signature_of_something_else_is_refused(tmp_path: Path, key: SigningKey) -> None:
    other = SigningKey.generate()
    for text in (
        signed(key, b"another edition"),
        signed(other, CONTENT),
        signed(key, CONTENT).replace(b"edition 2099.01", b"edition 2099.02"),
    ):
        sentence = refusal(tmp_path, text)
        assert (
            sentence == "The signature metals.db.minisig does not match this file. Choose another data file."
        )
    assert "was made with another key" in refusal(tmp_path, signed(other, CONTENT, number=OTHER_NUMBER))


def test_a_damaged_signature_file_is_refused(tmp_path: Path, key: SigningKey) -> None:
    good = signed(key, CONTENT)
    lines = good.split(b"\n")
    for text in (
        b"",
        b"\n\n\n",
        good[:100],
        good + b"more\n",
        b"\n".join((lines[0], b"!" + lines[1], *lines[2:])),
        b"\n".join((lines[0], lines[1][:-4], *lines[2:])),
        b"\n".join((lines[0], lines[1].replace(b"RU", b"XX", 1), *lines[2:])),
        good.replace(b"trusted comment: edition", b"edition"),
        b"x" * 10_000,
        b"\0" * 300,
    ):
        assert (
            refusal(tmp_path, text)
            == "The signature file metals.db.minisig is damaged. Choose another data file."
        )


def test_a_damaged_key_of_the_program_is_an_error_of_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = signed(SigningKey.generate(), CONTENT)
    for content in (b"abc", PUBLISHED_KEY[:-5], PUBLISHED_KEY + b"x\n"):
        use_key(monkeypatch, tmp_path, content)
        assert "The key file of the program" in refusal(tmp_path, text)
