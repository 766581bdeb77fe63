"""Errors that a user can correct, each with a sentence; every other exception is a bug."""

from explorer.language import paragraph


class KnownError(Exception):
    """Raised with a sentence for the user: what is wrong and what to do.

    Where that is not the same everywhere, `window_hint` says what to do in the window and `command_hint` what to do on
    the command line. As text, an error is that for the window.
    """

    def __init__(self, sentence: str = "", *, window_hint: str = "", command_hint: str = "") -> None:
        super().__init__(sentence)
        self._sentence, self._window_hint, self._command_hint = sentence, window_hint, command_hint

    def __str__(self) -> str:
        return paragraph((self._sentence, self._window_hint))

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
