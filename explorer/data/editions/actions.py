"""Installs and removes editions, and chooses the one in use."""

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from explorer.data.editions.candidate import Candidate
from explorer.data.editions.choice import (
    Choice,
    changing_choice,
    description_digest,
    read_choice,
    write_choice,
)
from explorer.data.editions.current import open_current
from explorer.data.editions.folder import (
    BUNDLED,
    Edition,
    bundled_version,
    edition_path,
    editions,
    find_edition,
    version_order,
)
from explorer.data.storage.checksum import checksum_file
from explorer.data.storage.connection import data_file_error
from explorer.data.storage.file_locks import locked_for_removal
from explorer.errors import KnownError
from explorer.files import sentence_of_errors, write_file
from explorer.language import gettext

NEWEST = "newest"
_SHARING_VIOLATION = 32  # the number that Windows gives where a program has the file open


class Installed(Struct, frozen=True):
    """What an installation did: the name of the edition, that of the one used before, and whether it was new."""

    name: str
    before: str
    is_new: bool


def install(candidate: Candidate) -> Installed:
    """Put a candidate in its place and use it from now on; an edition that is there already is only used.

    An edition that is older than that of the program counts as chosen, since it would not be used otherwise.
    """
    name = BUNDLED if candidate.is_bundled else candidate.name
    is_older = version_order(candidate.version) < version_order(bundled_version())
    try:
        with changing_choice() as choice:
            is_new = name != BUNDLED and not candidate.is_installed
            if is_new:
                _put_in_place(candidate)
            if name != BUNDLED:
                choice = replace(choice, checked={**choice.checked, name: description_digest()})
            write_choice(choice.using(name, is_explicit=is_older))
            return Installed(name, choice.use, is_new)
    finally:
        candidate.discard()


def _put_in_place(candidate: Candidate) -> None:
    """Write the checksum file, then rename the copy: without its file, a checksum counts for nothing."""
    path = edition_path(candidate.name)
    line = f"{candidate.sha256}  {path.name}\n"
    write_file(checksum_file(path), line.encode("ascii"), force=True)
    with sentence_of_errors(path):
        candidate.part.finish(path, force=True)


def use(name: str) -> Edition:
    """Use an edition from now on, by its name or version; return it.

    `newest` lets a newer edition that comes with the program replace the installed one.
    """
    if name.strip().casefold() == NEWEST:
        return _use(_newest(), is_explicit=False)
    return _use(find_edition(name), is_explicit=True)


def _newest() -> Edition:
    good = [edition for edition in editions() if not edition.fault]
    if not good:
        raise KnownError(gettext("No edition can be used."))
    return max(good, key=lambda e: (version_order(e.version), not e.is_bundled))


def _use(edition: Edition, *, is_explicit: bool) -> Edition:
    if edition.fault:
        raise data_file_error(edition.path, edition.fault)
    with changing_choice() as choice:
        write_choice(choice.using(edition.name, is_explicit=is_explicit))
    return edition


def remove(name: str, *, shown: Path | None = None) -> Edition:
    """Remove an installed edition by its name or version, and return it as it was.

    Raise KnownError for the edition of the program, the one in use, the one whose file a window has `shown`, and one
    that another window or command has open. One that is chosen but can't be used may be removed: another is in use.
    """
    edition = find_edition(name)
    if edition.is_bundled:
        raise KnownError(gettext("The edition that came with the program cannot be removed."))
    opened = open_current()
    opened.store.close()
    if edition.name == opened.name or edition.path == shown:
        raise KnownError(
            gettext("Edition {name} is in use and cannot be removed.").format(name=edition.name),
            window_hint=gettext("Use another edition first."),
            command_hint=gettext("Use another one first: `minor-metals data use EDITION`."),
        )
    with changing_choice() as choice:
        _delete(edition)
        if choice.use == edition.name:
            choice = choice.using(opened.name, is_explicit=False)
        before = tuple(used for used in choice.before if used != edition.name)
        checked = {used: digest for used, digest in choice.checked.items() if used != edition.name}
        write_choice(replace(choice, before=before, checked=checked))
    return edition


def _delete(edition: Edition) -> None:
    """Delete the file of an edition, then its checksum, which is useless without it."""
    path = edition.path
    with locked_for_removal(path) as is_closed:
        if not is_closed:
            raise _open_elsewhere(edition)
        try:
            path.unlink()
            checksum_file(path).unlink(missing_ok=True)
        except OSError as error:
            if getattr(error, "winerror", None) == _SHARING_VIOLATION:
                raise _open_elsewhere(edition) from error
            text = gettext("{path} cannot be deleted ({reason}).")
            raise KnownError(text.format(path=path, reason=error.strerror or error)) from error


def _open_elsewhere(edition: Edition) -> KnownError:
    text = gettext(
        "Edition {name} cannot be removed while another window or command has it open. Close it there, or choose "
        "another edition there."
    )
    return KnownError(text.format(name=edition.name))


def roll_back() -> Edition:
    """Use the edition that was used before; raise KnownError where there is none."""
    found = previous()
    if found is None:
        raise KnownError(gettext("There is no previous edition."))
    with changing_choice() as choice:
        before = tuple(name for name in choice.before if name != found.name)
        write_choice(Choice(found.name, True, (*before, choice.use), choice.checked))
    return found


def previous() -> Edition | None:
    """Return the edition that was used last before the present one and is still there, None without one."""
    choice, _ = read_choice()
    good = {edition.name: edition for edition in editions() if not edition.fault} if choice.before else {}
    return next((good[name] for name in choice.before if name in good), None)
