"""The backup copy of the user's file, and the handling of a damaged file: renamed, never deleted."""

from contextlib import closing
from datetime import date, datetime
from pathlib import Path

from explorer.data.dates import show
from explorer.data.user.connection import Damaged, Newer, connect, open_bytes, sentences_of_errors
from explorer.data.user.file_check import checked_version
from explorer.errors import UserFileError
from explorer.files import write_file
from explorer.language import gettext, paragraph, pgettext

# What SQLite keeps beside a file; beside another file of the same name it would damage that one.
_COMPANIONS = ("-journal", "-wal", "-shm")


def backup_of(path: Path) -> Path:
    """Return the path of the backup copy of a file."""
    return path.with_name(f"{path.name}.bak")


def back_up(path: Path) -> None:
    """Replace the backup copy by the present state of a file that was found to be good."""
    with closing(connect(path)) as connection:
        write_file(backup_of(path), connection.serialize(), force=True)


def recover(path: Path, cause: str, today: date) -> str:
    """Rename a damaged file and put the backup in its place; return the sentences for the user.

    The caller holds the lock. `cause` is a sentence. Raise UserFileError where the backup is from a later version of
    the program, which is then left as it is.
    """
    backup = backup_of(path)
    backup_fault = _fault_of_backup(backup)
    aside = _rename_damaged(path, today) if path.exists() else None
    clear_place(path, today)
    if aside is None:
        gone = gettext("The file with your own data is missing: {path}.").format(path=path)
    else:
        text = gettext("The file with your own data was damaged and has been renamed to {aside}.")
        gone = paragraph((text.format(aside=aside), cause))
    if backup_fault is None:
        saved = datetime.fromtimestamp(backup.stat().st_mtime)
        write_file(path, backup.read_bytes(), force=True)
        return paragraph((gone, _backup_used(saved)))
    if backup.exists():
        _rename_damaged(backup, today)
    lost = gettext(
        "There is no usable backup: your series, watchlist, notes, entries and parts lists are lost unless the file is "
        "repaired."
    )
    return paragraph((gone, lost))


def clear_place(path: Path, today: date) -> None:
    """Move what SQLite left beside a file that is gone, so that it is not applied to the next file of that name."""
    _move_companions(path, path.with_name(_free_name(path, today)))


def newer_error(path: Path) -> UserFileError:
    """Return the error on a file that a later version of the program wrote."""
    sentence = gettext(
        "Your own data were saved by a newer version of this program and are left unchanged. Update the program "
        "to use them. File: {path}"
    )
    return UserFileError(sentence.format(path=path))


def _backup_used(saved: datetime) -> str:
    day = show(saved.date())
    # Translators: a day and a time of day.
    when = pgettext("date", "{day}, {time}").format(day=day, time=f"{saved:%H:%M}")
    return gettext("The backup of {when} was restored. Later changes are lost.").format(when=when)


def _fault_of_backup(backup: Path) -> str | None:
    """Return why the backup can't be used, None where it can; raise UserFileError for one of a later version."""
    if not backup.is_file():
        return ""
    try:
        with sentences_of_errors(backup), closing(open_bytes(backup.read_bytes())) as connection:
            checked_version(connection, backup, backup.stat().st_size)
    except Damaged as fault:
        return str(fault)
    except Newer:
        raise newer_error(backup) from None
    return None


def _rename_damaged(path: Path, today: date) -> Path:
    """Rename a file so that its name has the day, and never onto another file; return the new path."""
    aside = path.with_name(_free_name(path, today))
    _move_companions(path, aside)
    path.rename(aside)
    return aside


def _move_companions(path: Path, aside: Path) -> None:
    for end in _COMPANIONS:
        companion = path.with_name(path.name + end)
        if companion.exists():
            companion.rename(aside.with_name(aside.name + end))


def _free_name(path: Path, today: date) -> str:
    number = 1
    while True:
        count = f"-{number}" if number > 1 else ""
        name = f"{path.name}.damaged-{today.isoformat()}{count}"
        if not any(path.with_name(name + end).exists() for end in ("", *_COMPANIONS)):
            return name
        number += 1
