"""Faults that a user can mend, told in one sentence; everything else is a bug."""


class KnownError(Exception):
    """A fault with a sentence for the user: what is wrong, and a way on."""


class NotFound(KnownError):
    """What was asked for does not exist; the sentence names what comes near."""


class DataFileError(KnownError):
    """The data file is missing, damaged, foreign or newer than this program."""
