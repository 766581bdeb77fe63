"""Which edition is in use, kept in a small file beside the installed editions."""

import contextlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from explorer import paths
from explorer.data.editions.folder import BUNDLED, is_edition_name
from explorer.data.storage import description
from explorer.data.user.lock import exclusive
from explorer.errors import KnownError
from explorer.files import sentence_of_errors, write_file
from explorer.language import gettext, gettext_noop

FILE, FORMAT = "editions.json", 1
MOST_BYTES, MOST_BEFORE = 65_536, 20
_IN_USE = gettext_noop("Another window or command is installing an edition. Try again later. File: {path}")


class Choice(Struct, frozen=True):
    """The edition in use and those used before, the last one first.

    `is_explicit` says that the user chose it, so that a newer edition that comes with the program does not replace it.
    `checked` has the installed editions that were found good, each with the checksum of the description it was checked
    against.
    """

    use: str = BUNDLED
    is_explicit: bool = False
    before: tuple[str, ...] = ()
    checked: Mapping[str, str] = {}

    def using(self, name: str, *, is_explicit: bool) -> "Choice":
        """Return the choice of another edition; the present one is the first of those used before."""
        before = [used for used in (self.use, *self.before) if used != name]
        return replace(self, use=name, is_explicit=is_explicit, before=tuple(before[:MOST_BEFORE]))


def choice_file() -> Path:
    """Return the path of the file, which need not exist."""
    return paths.editions_folder() / FILE


def read_choice() -> tuple[Choice, str]:
    """Return the choice, and a sentence where its file is damaged; without one the edition of the program is used."""
    path = choice_file()
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        return Choice(), ""
    except OSError as error:
        text = gettext("The list of editions, {path}, cannot be read ({reason}).")
        return Choice(), text.format(path=path, reason=error.strerror or error)
    try:
        return _checked(json.loads(content[:MOST_BYTES].decode("utf-8"))), ""
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        text = gettext("The list of editions, {path}, is damaged. Choose an edition again.")
        return Choice(), text.format(path=path)


def _checked(read: Any) -> Choice:
    """Return the choice that a file contains; raise an error where it is not what this program writes."""
    choice = Choice(read["use"], read["explicit"], tuple(read["before"]), dict(read["checked"]))
    names = (choice.use, *choice.before, *choice.checked)
    if read["format"] != FORMAT or type(choice.is_explicit) is not bool:
        raise ValueError
    if not all(is_edition_name(name) for name in names):
        raise ValueError
    return choice


@contextlib.contextmanager
def changing_choice() -> Iterator[Choice]:
    """Yield the choice, which no other process changes meanwhile."""
    make_folder()
    with contextlib.ExitStack() as held:
        with sentence_of_errors(choice_file()):  # such as a folder that may only be read
            held.enter_context(exclusive(choice_file(), in_use=_IN_USE))
        yield read_choice()[0]


def write_choice(choice: Choice) -> None:
    """Save a choice completely or not at all."""
    content = {
        "format": FORMAT,
        "use": choice.use,
        "explicit": choice.is_explicit,
        "before": list(choice.before),
        "checked": dict(choice.checked),
    }
    text = json.dumps(content, indent=1) + "\n"
    write_file(choice_file(), text.encode("utf-8"), force=True)


def make_folder() -> None:
    """Create the folder of the editions; raise KnownError where that is not possible."""
    folder = paths.editions_folder()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        sentence = gettext("The folder {folder} cannot be created ({reason}).")
        raise KnownError(sentence.format(folder=folder, reason=error.strerror or error)) from error


def description_digest() -> str:
    """Return the checksum of the description that editions are checked against."""
    import hashlib  # needed only where an edition was installed: without it the window opens faster

    return hashlib.sha256((paths.resources() / description.FILE).read_bytes()).hexdigest()
