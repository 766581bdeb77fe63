"""Errors that a user can correct, each with a sentence; every other exception is a bug."""


class KnownError(Exception):
    """Raised with a sentence for the user: what is wrong and what to do."""


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
