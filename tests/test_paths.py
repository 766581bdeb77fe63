"""Where the program keeps what the user saves."""

from pathlib import Path

import pytest

from explorer import paths
from explorer.errors import KnownError

HOME = Path.home()


@pytest.mark.parametrize(
    ("system", "environment", "folder"),
    [
        ("linux", {}, HOME / ".local/share/minor-metals-explorer"),
        ("linux", {"XDG_DATA_HOME": "/data"}, Path("/data/minor-metals-explorer")),
        ("linux", {"XDG_DATA_HOME": "data"}, HOME / ".local/share/minor-metals-explorer"),
        ("darwin", {"XDG_DATA_HOME": "/data"}, HOME / "Library/Application Support/minor-metals-explorer"),
        ("win32", {"APPDATA": "/a", "LOCALAPPDATA": "/l"}, Path("/a/minor-metals-explorer")),
        ("win32", {"LOCALAPPDATA": "/l"}, Path("/l/minor-metals-explorer")),
        ("win32", {}, HOME / "AppData/Roaming/minor-metals-explorer"),
        ("linux", {"MINOR_METALS_USER_DATA": "/mine", "XDG_DATA_HOME": "/data"}, Path("/mine")),
        ("linux", {"MINOR_METALS_USER_DATA": ""}, HOME / ".local/share/minor-metals-explorer"),
    ],
)
def test_the_folder_is_the_usual_one_of_the_system(
    system: str, environment: dict[str, str], folder: Path
) -> None:
    assert paths.user_data_folder(environment, system) == folder


@pytest.mark.parametrize(
    ("path", "full"),
    [("mine", Path.cwd() / "mine"), ("./mine", Path.cwd() / "mine"), ("~/mine", HOME / "mine")],
)
def test_a_relative_folder_is_refused_with_the_full_path(path: str, full: Path) -> None:
    with pytest.raises(KnownError) as caught:
        paths.user_data_folder({"MINOR_METALS_USER_DATA": path}, "linux")
    assert str(caught.value) == (
        f"The variable MINOR_METALS_USER_DATA has a relative path, “{path}”. "
        f"Set it to a full path, such as “{full}”."
    )


def test_the_file_of_a_test_is_not_that_of_the_person_who_runs_it(user_data: Path) -> None:
    assert paths.user_file() == user_data / "own.db"
