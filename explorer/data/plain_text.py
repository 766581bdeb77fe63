"""Text without characters that control a display: from a file or a paste, and in the files that are written."""

import re

from explorer.errors import MARKS

# Controls, marks of writing direction, invisible separators and characters that XML does not allow.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)

# Controls but line ends and tabs; lone surrogates stay, which stand for bytes that are kept.
_CONTROLS = re.compile(f"[\x00-\x08\x0b-\x1f{MARKS}]")


def without_controls(text: str) -> str:
    """Return a text without control characters and marks of writing direction; its line ends and tabs stay."""
    return text if text.isprintable() else _CONTROLS.sub("", text)


def one_line(text: str) -> str:
    """Return a text on one line, without characters that control a display."""
    return " ".join(INVISIBLE.sub("", " ".join(text.split())).split())
