"""The edition that an evidence file names: its SHA-256, and its database on this computer."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from explorer.data.editions.choice import read_choice
from explorer.data.editions.current import open_edition
from explorer.data.editions.folder import editions
from explorer.data.evidence.manifest import EditionName
from explorer.data.storage.checksum import sha256
from explorer.data.storage.connection import data_file_error, not_opened
from explorer.data.store import Store
from explorer.errors import DataFileError


class NamedEdition(Struct, frozen=True):
    """The open database of an edition; `is_same_file` is False where only its facts have the same SHA-256."""

    store: Store
    is_same_file: bool


def edition_name(store: Store) -> EditionName:
    """Return the edition of an open database by its SHA-256; raise DataFileError where the file can't be read."""
    edition = store.edition
    try:
        digest = sha256(store.path)
    except OSError as error:
        raise data_file_error(store.path, not_opened(store.path, error.strerror or error)) from error
    return EditionName(edition.data_version, edition.verified_to, digest, edition.sha256)


def open_named(wanted: EditionName, data: Path | None = None) -> NamedEdition | None:
    """Open the edition that a file names: a data file, that of the program or an installed one; None without it.

    The same facts give another database with another version of SQLite, so one with the same facts is used where the
    very file is not there.
    """
    by_facts: NamedEdition | None = None
    for store in _candidates(wanted, data):
        found = _compared(store, wanted)
        if found is not None and found.is_same_file:
            if by_facts is not None:
                by_facts.store.close()
            return found
        if found is None or by_facts is not None:
            store.close()
        else:
            by_facts = found
    return by_facts


def _compared(store: Store, wanted: EditionName) -> NamedEdition | None:
    try:
        name = edition_name(store)
    except DataFileError:
        return None
    if name.database_sha256 == wanted.database_sha256:
        return NamedEdition(store, is_same_file=True)
    same_facts = (name.version, name.facts_sha256) == (wanted.version, wanted.facts_sha256)
    return NamedEdition(store, is_same_file=False) if same_facts else None


def _candidates(wanted: EditionName, data: Path | None) -> Iterator[Store]:
    """Yield the databases that can be the wanted one, open."""
    if data is not None:
        yield Store.open(data)
    choice, _ = read_choice()
    for edition in editions():
        is_likely = edition.version == wanted.version or edition.sha256 == wanted.database_sha256
        if is_likely and not edition.fault:
            try:
                yield open_edition(edition.name, choice)
            except DataFileError:
                continue
