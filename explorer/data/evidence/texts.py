"""Sentences on evidence files that the file itself, the program and the commands share."""

from explorer.language import gettext


def proves_nothing_about_maker() -> str:
    """Return what the check of a file does not show."""
    return gettext(
        "The hashes show that the parts belong together, the check shows that the edition gives the same answer. "
        "Neither proves who made the file, or when."
    )
