"""The error on a file that is not a complete evidence file."""

from explorer.errors import KnownError


class DamagedError(KnownError):
    """Raised with a sentence that names the part of an evidence file that is damaged, missing or not expected."""


class NewerFormatError(KnownError):
    """Raised where a later version of the program made an evidence file in a format that this one cannot read."""
