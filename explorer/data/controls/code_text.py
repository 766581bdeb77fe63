"""Customs numbers and control codes as a reader types them, in the one form in which they are compared."""

import re
import unicodedata

from explorer.errors import KnownError, quoted
from explorer.language import gettext, ngettext

LENGTHS = (6, 8, 10)

_BETWEEN_DIGITS = re.compile(r"[\s.\-\u2010-\u2015\u2212]+")
_LABEL = re.compile(
    r"(?:HS|HTS|HTSUS|CN|TARIC|NC|ECCN|TARIFF|CODE|NO|商品编号|海关编码|海关商品编号)(?:\s*(?:CODE|NO))?[\s.:#：]*(?=\d)",
    re.I,
)
_CONTROL = re.compile(r"(?=[0-9]*[A-Z])(?=[A-Z]*[0-9])[0-9A-Z]{2,12}(\.[0-9A-Z]{1,4}){0,6}", re.ASCII)
# An entry of a control list with its sub-entry attached: `3C001A`, `3C001-A`, `3C001(A)`.
_SUB_ENTRY = re.compile(r"(\d[A-Z]\d{3})(?:[-(.]|(?=[A-Z]))([0-9A-Z][0-9A-Z.()-]*)", re.ASCII)
_PIECE = re.compile(r"[A-Z]+|\d+", re.ASCII)
_CATALOGUE_NUMBER = re.compile(r"\d{6}[A-Z]", re.ASCII)
_HIDDEN_NUMBER = re.compile(r"\d{6}")
_SEVERAL = re.compile(r"\w{5}[;,、；，]\s*\w{5}")


def normalise(code: str) -> str:
    """Return a customs number as digits, a control code as lists print it (`1C117.d`); raise KnownError otherwise."""
    text = _unlabelled(unicodedata.normalize("NFKC", code).strip())
    digits = _BETWEEN_DIGITS.sub("", text)
    if not digits.isascii():
        text = _unlabelled("".join(c for c in text if unicodedata.category(c) != "Cf"))
        digits = _BETWEEN_DIGITS.sub("", text)
    if digits.isascii() and digits.isdigit():
        return _customs_number(digits, code)
    control = _control_code(text)
    if control is None:
        sentence = (
            gettext(
                "{code} is not a valid code. Enter one code at a time: a customs code of 6, 8 or 10 digits, such as "
                "8112929010, or a control code, such as 3C001."
            )
            if _SEVERAL.search(text)
            else gettext(
                "{code} is not a valid code. Enter a customs code of 6, 8 or 10 digits, such as 8112929010, or a "
                "control code, such as 3C001."
            )
        )
        raise KnownError(sentence.format(code=quoted(code)))
    return control


def _unlabelled(text: str) -> str:
    """Return a code without the word before it: `HS 8112929010`, `ECCN 3C001`."""
    label = _LABEL.match(text)
    return text[label.end() :] if label else text


def _control_code(text: str) -> str | None:
    """Return a control code as lists print it, sub-entries after dots; None where the text is not one.

    `3C001a`, `3C001 a`, `3C001(a)` and `3C001-a` are all `3C001.a`. A customs number with letters attached
    (`8112929010kg`) is not a code.
    """
    plain = "".join(text.split()).rstrip(".").upper()
    sub_entry = _SUB_ENTRY.fullmatch(plain)
    if sub_entry is not None and ".." not in plain:
        plain = ".".join((sub_entry[1], *_PIECE.findall(sub_entry[2])))
    hidden = _HIDDEN_NUMBER.search(plain) and not _CATALOGUE_NUMBER.fullmatch(plain)
    if hidden or not _CONTROL.fullmatch(plain):
        return None
    head, dot, tail = plain.partition(".")
    return head + dot + tail.lower()


def _customs_number(digits: str, code: str) -> str:
    if len(digits) in LENGTHS:
        return digits
    count = len(digits)
    if count + 1 in LENGTHS:
        sentence = gettext(
            "{code} has {count} digits: customs codes have 6, 8 or 10; a spreadsheet may have dropped a leading zero."
        )
    else:
        sentence = ngettext(
            "{code} has {count} digit: customs codes have 6, 8 or 10.",
            "{code} has {count} digits: customs codes have 6, 8 or 10.",
            count,
        )
    raise KnownError(sentence.format(code=quoted(code), count=count))
