"""Errors that a user can correct, each with a sentence; every other exception is a bug."""

import re

from explorer.language import paragraph

# Control characters from DEL on, marks of writing direction, and separators of lines, for a class of a pattern.
MARKS = "\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
# All control characters but line ends and tabs, and surrogates.
_CONTROLS = re.compile(f"[\0-\x08\x0b-\x1f{MARKS}\ud800-\udfff]")


def visible(text: str) -> str:
    r"""Return a text with control characters spelled out, such as `\u001b`, which JSON reads back unchanged."""
    return _CONTROLS.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


class KnownError(Exception):
    """Raised with a sentence for the user: what is wrong and what to do.

    Where that is not the same everywhere, `window_hint` says what to do in the window and `command_hint` what to do on
    the command line. As text, an error is that for the window. Control characters, as a file name may have them, are
    spelled out.
    """

    def __init__(self, sentence: str = "", *, window_hint: str = "", command_hint: str = "") -> None:
        super().__init__(sentence)
        self._sentence, self._window_hint = visible(sentence), visible(window_hint)
        self._command_hint = visible(command_hint)

    def __str__(self) -> str:
        return paragraph((self._sentence, self._window_hint))

    @property
    def for_other_programs(self) -> str:
        """The sentence for another program, which can use neither the window nor the commands."""
        return self._sentence

    @property
    def for_command_line(self) -> str:
        """The sentence with what to do on the command line."""
        return paragraph((self._sentence, self._command_hint))


class NotFound(KnownError):
    """Raised where a requested record does not exist; the sentence names similar ones."""


class DataFileError(KnownError):
    """Raised where the data file is missing, damaged, of another program or newer than this one."""


class UserFileError(KnownError):
    """Raised where the file with the user's own data cannot be read or written; the program goes on without it."""


LONGEST_QUOTED = 40


def quoted(text: str, longest: int = LONGEST_QUOTED) -> str:
    """Return a user's text in quotation marks: on one line, without invisible characters, shortened for a sentence."""
    line = " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split())
    return f"“{line if len(line) <= longest else line[: longest - 1] + '…'}”"
