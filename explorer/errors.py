"""Faults that a user can mend, told in one sentence; everything else is a bug."""


class KnownError(Exception):
    """A fault with a sentence for the user: what is wrong, and a way on."""


class NotFound(KnownError):
    """What was asked for does not exist; the sentence names what comes near."""


class DataFileError(KnownError):
    """The data file is missing, damaged, foreign or newer than this program."""


LONGEST_QUOTED = 40


def quoted(text: str) -> str:
    """Return a text from outside in quotation marks: on one line, without invisible signs, cut to fit a sentence."""
    line = " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split())
    return f"“{line if len(line) <= LONGEST_QUOTED else line[: LONGEST_QUOTED - 1] + '…'}”"
