"""Chinese characters in their simplified form, in which the vocabulary and the names are compared."""

import json
from functools import cache

from explorer import paths

# `python -m tests.character_forms` writes the file again.
FORMS = ("characters", "forms.json")


def simplified(text: str) -> str:
    """Return a text with simplified characters, each in the place of the traditional one."""
    return text if text.isascii() else text.translate(_table("traditional"))


def unified(text: str) -> str:
    """Return a text with one form of each character, whether it is written in Chinese or in Japanese."""
    return text if text.isascii() else text.translate(_table("japanese")).translate(_table("traditional"))


@cache
def _table(origin: str) -> dict[int, str]:
    forms = json.loads(paths.resources().joinpath(*FORMS).read_text(encoding="utf-8"))[origin]
    return {ord(form): line[0] for line in forms for form in line[1:]}
