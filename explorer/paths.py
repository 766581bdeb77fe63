"""The paths of the program's own files: in a checkout, an installed package or a frozen bundle."""

import contextlib
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from explorer.errors import KnownError, quoted
from explorer.language import gettext

FOLDER_NAME = "minor-metals-explorer"
USER_DATA_VARIABLE = "MINOR_METALS_USER_DATA"
LONGEST_EXAMPLE = 200
_PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """Return the folder `resources`: inside an installed package, next to the package in a checkout."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "resources"
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


def own_command() -> list[str]:
    """Return the command that starts this program."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "explorer"]


def data_file() -> Path:
    """Return the path of the bundled database, which need not exist."""
    return resources() / "metals.db"


def user_data_folder(environment: Mapping[str, str] = os.environ, system: str = sys.platform) -> Path:
    """Return the folder for what the user saves in the program, which need not exist.

    The variable MINOR_METALS_USER_DATA names another folder; raise KnownError where its path is relative, since each
    working folder would then have data of its own. A relative path in a variable of the system is not used.
    """
    own = environment.get(USER_DATA_VARIABLE, "")
    if own:
        return _own_folder(own)
    names: tuple[str, ...] = ()
    if system == "win32":
        names = ("APPDATA", "LOCALAPPDATA")
        home = Path.home() / "AppData" / "Roaming"
    elif system == "darwin":
        home = Path.home() / "Library" / "Application Support"
    else:
        names, home = ("XDG_DATA_HOME",), Path.home() / ".local" / "share"
    given = (Path(environment.get(name, "")) for name in names)
    return next((folder for folder in given if folder.is_absolute()), home) / FOLDER_NAME


def _own_folder(given: str) -> Path:
    """Return the folder that the variable of the program names."""
    folder = Path(given)
    if folder.is_absolute():
        return folder
    with contextlib.suppress(RuntimeError):  # “~name” of nobody on this computer
        folder = folder.expanduser()
    sentence = gettext(
        "The variable {variable} has a relative path, {path}. Set it to a full path, such as {example}."
    )
    example = quoted(str(folder.absolute()), LONGEST_EXAMPLE)
    raise KnownError(sentence.format(variable=USER_DATA_VARIABLE, path=quoted(given), example=example))


def user_file() -> Path:
    """Return the path of the file with what the user saved in the program, which need not exist."""
    return user_data_folder() / "own.db"


def editions_folder() -> Path:
    """Return the folder of the data editions that the user installed, which need not exist."""
    return user_data_folder() / "editions"
