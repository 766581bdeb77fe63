"""Opens the edition in use; one that can't be used is replaced by the last good one, with a message."""

import contextlib
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from explorer.data.editions.choice import (
    Choice,
    changing_choice,
    description_digest,
    read_choice,
    write_choice,
)
from explorer.data.editions.folder import (
    BUNDLED,
    bundled_version,
    changed_text,
    distinct_version,
    edition_path,
    is_changed,
    version_of,
    version_order,
)
from explorer.data.storage.checksum import expected
from explorer.data.storage.connection import data_file_error, not_opened, unreadable
from explorer.data.store import Store
from explorer.errors import DataFileError, KnownError
from explorer.language import gettext, paragraph


class Opened(Struct, frozen=True):
    """An open edition with its name, which is empty for any other data file.

    `warning` says that the chosen edition can't be used. `replaced` says that the program came with a newer edition,
    which is used from now on. `older` says that the program came with a newer one that is not used.
    """

    store: Store
    name: str
    warning: str = ""
    replaced: str = ""
    older: str = ""


def open_file(path: Path) -> Opened:
    """Open a data file that is not an edition in the folder."""
    return Opened(Store.open(path), "")


def current_path() -> Path:
    """Return the path of the edition that would be opened, where it is in order."""
    return edition_path(_wanted(read_choice()[0], bundled_version()))


def _wanted(choice: Choice, bundled: str) -> str:
    """Return the edition to use: the newer one of the program, unless the user chose another."""
    if choice.use == BUNDLED or choice.is_explicit or not bundled:
        return choice.use
    is_newer = version_order(bundled) > version_order(version_of(choice.use))
    return BUNDLED if is_newer else choice.use


def open_current() -> Opened:
    """Open the edition in use; raise DataFileError where even that of the program can't be used."""
    choice, fault = read_choice()
    if choice.use == BUNDLED and not fault:
        return Opened(Store.open(), BUNDLED)
    bundled = bundled_version()
    wanted = _wanted(choice, bundled)
    faults = [fault] if fault else []
    for name in dict.fromkeys((wanted, *choice.before, BUNDLED)):
        try:
            store = open_edition(name, choice)
        except DataFileError as error:
            if name == BUNDLED:
                raise
            if name == wanted:
                text = gettext("The data edition {version} cannot be used.")
                faults += [text.format(version=_distinct(name)), str(error)]
            continue
        version = distinct_version(store.path, store.edition.data_version)
        return Opened(
            store,
            name,
            _warning(faults, version),
            _replaced(choice.use, version) if name == wanted != choice.use else "",
            older_text(version, bundled) if name != BUNDLED else "",
        )
    raise AssertionError


def _warning(faults: list[str], used: str) -> str:
    if not faults:
        return ""
    return paragraph((*faults, gettext("Edition {version} is used instead.").format(version=used)))


def _replaced(before: str, version: str) -> str:
    text = gettext(
        "The program came with edition {version}, which is newer than the installed edition {before} and is "
        "now in use."
    )
    return text.format(version=version, before=_distinct(before))


def _distinct(name: str) -> str:
    """Return the version of an installed edition, or its name where another one has that version."""
    return distinct_version(edition_path(name), version_of(name))


def older_text(version: str, bundled: str) -> str:
    """Return the sentence on an edition that is older than the one of the program, empty for a newer one."""
    if not bundled or version_order(version) >= version_order(bundled):
        return ""
    text = gettext("An older edition is in use: {version}. The program came with edition {bundled}.")
    return text.format(version=version, bundled=bundled)


def open_edition(name: str, choice: Choice) -> Store:
    """Open an edition by its name; an installed one is checked again where that was not done with this description."""
    if name == BUNDLED:
        return Store.open()
    path = edition_path(name)
    fault = unreadable(path)
    if fault:
        raise data_file_error(path, fault)
    has_checksum = bool(expected(path))
    try:
        if has_checksum and is_changed(path):
            raise data_file_error(path, changed_text(path))
    except OSError as error:
        raise data_file_error(path, not_opened(path, error.strerror or error)) from error
    digest = description_digest()
    is_checked = has_checksum and choice.checked.get(name) == digest
    store = Store.open(path, is_checked=is_checked)
    if not is_checked:
        with contextlib.suppress(KnownError, OSError):  # it is checked again next time
            _record_checked(name, digest)
    return store


def _record_checked(name: str, digest: str) -> None:
    with changing_choice() as choice:
        write_choice(replace(choice, checked={**choice.checked, name: digest}))


def accept_replacement() -> None:
    """Use the newer edition of the program from now on, after the window has said so."""
    with contextlib.suppress(KnownError, OSError), changing_choice() as choice:
        write_choice(choice.using(BUNDLED, is_explicit=False))
