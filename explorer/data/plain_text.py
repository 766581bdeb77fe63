"""A text that a user has typed or pasted, on one line and without characters that control a display."""

import re

# Controls, marks of writing direction, invisible separators and characters that XML does not allow.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


def one_line(text: str) -> str:
    """Return a text on one line, without characters that control a display."""
    return " ".join(INVISIBLE.sub("", " ".join(text.split())).split())
