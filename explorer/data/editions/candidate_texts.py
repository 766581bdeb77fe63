"""What was found out about a data file that is to be installed, in words."""

from explorer.data.dates import show
from explorer.data.editions.candidate import MATCHES, Candidate
from explorer.data.editions.folder import bundled_version, version_order
from explorer.language import gettext


def facts(found: Candidate) -> list[tuple[str, str]]:
    """Return the facts on a file, each with its name."""
    return [
        (gettext("Edition"), found.version),
        (gettext("Controls checked to"), show(found.verified_to)),
        (gettext("SHA-256"), found.sha256),
        (gettext("Checksum file"), checksum_text(found)),
        (gettext("Signature"), found.signature.sentence),
    ]


def checksum_text(found: Candidate) -> str:
    """Return whether a checksum file was found; one that does not match is an error."""
    if found.checksum == MATCHES:
        return gettext("The file matches its checksum file.")
    return gettext("No checksum file found.")


def older_note(found: Candidate) -> str:
    """Return the sentence on a file that is older than the edition of the program, empty for a newer one."""
    bundled = bundled_version()
    if version_order(found.version) >= version_order(bundled):
        return ""
    text = gettext("This edition is older than the one that came with the program, {version}.")
    return text.format(version=bundled)
