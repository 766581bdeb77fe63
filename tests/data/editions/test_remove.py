"""Removing an installed edition, and telling editions of one version apart."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from explorer import paths
from explorer.data.context import Context
from explorer.data.dates import first_day
from explorer.data.editions import actions, current, difference_texts, folder
from explorer.data.editions.candidate import examine
from explorer.data.editions.choice import choice_file, read_choice
from explorer.data.editions.comparison import compare
from explorer.data.editions.folder import BUNDLED
from explorer.data.store import Store
from explorer.errors import KnownError, NotFound

pytestmark = pytest.mark.usefixtures("no_editions")


@pytest.fixture
def later(later_file: Path, tmp_path: Path) -> Path:
    """A copy of a later edition, without a checksum file."""
    return Path(shutil.copy(later_file, tmp_path / "later.db"))


@pytest.fixture
def twin(later_file: Path, tmp_path: Path) -> Path:
    """Another file of the same version."""
    path = Path(shutil.copy(later_file, tmp_path / "twin.db"))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE meta SET value = '2026-11-23' WHERE key = 'verified_to'")
        connection.execute("VACUUM")
    return path


def test_an_edition_that_is_not_in_use_is_removed_with_its_checksum(later: Path) -> None:
    name = actions.install(examine(later)).name
    actions.use(BUNDLED)
    removed = actions.remove("2099.01")
    assert removed.name == name
    left = sorted(file.name for file in paths.editions_folder().iterdir())
    assert left == ["editions.json", "editions.json.lock"]
    choice, fault = read_choice()
    assert (choice.before, dict(choice.checked), fault) == ((), {}, "")
    assert actions.previous() is None
    assert actions.install(examine(later)).is_new


def test_the_edition_in_use_and_that_of_the_program_stay(later: Path) -> None:
    name = actions.install(examine(later)).name
    with pytest.raises(KnownError, match="is in use and cannot be removed") as caught:
        actions.remove(name)
    assert str(caught.value).endswith("Use another edition first.")
    assert "`minor-metals data use EDITION`" in caught.value.for_command_line
    with pytest.raises(KnownError, match="came with the program cannot be removed"):
        actions.remove(BUNDLED)
    with pytest.raises(NotFound):
        actions.remove("2031.01")
    assert folder.edition_path(name).exists()


def test_a_folder_that_cannot_be_written_is_refused_in_a_sentence(later: Path) -> None:
    name = actions.install(examine(later)).name
    actions.use(BUNDLED)
    lock = choice_file().with_name("editions.json.lock")
    lock.unlink()
    lock.mkdir()  # that cannot be opened, as no file of a folder that may only be read
    for change in (actions.remove, actions.use):
        with pytest.raises(KnownError, match=r"editions\.json cannot be written"):
            change(name)
    assert folder.edition_path(name).exists()


def test_the_edition_that_a_window_shows_stays(later: Path) -> None:
    name = actions.install(examine(later)).name
    actions.use(BUNDLED)
    with pytest.raises(KnownError, match="is in use"):
        actions.remove(name, shown=folder.edition_path(name))
    assert folder.edition_path(name).exists()


def test_a_damaged_edition_that_was_chosen_is_removed_and_chosen_no_more(later: Path) -> None:
    name = actions.install(examine(later)).name
    path = folder.edition_path(name)
    path.write_bytes(path.read_bytes()[:-100])
    actions.remove(name)
    opened = current.open_current()
    with opened.store:
        assert (opened.name, opened.warning) == (BUNDLED, "")


def test_editions_of_one_version_have_their_names_in_messages(
    later: Path, twin: Path, no_editions: Path
) -> None:
    first = actions.install(examine(later)).name
    assert folder.distinct_version(folder.edition_path(first), "2099.01") == "2099.01"
    second = actions.install(examine(twin)).name
    for name in (first, second):
        assert folder.distinct_version(folder.edition_path(name), "2099.01") == name
    path = folder.edition_path(second)
    path.write_bytes(path.read_bytes()[:-100])
    opened = current.open_current()
    with opened.store:
        assert f"The data edition {second} cannot be used." in opened.warning
        assert opened.warning.endswith(f"Edition {first} is used instead.")


def test_an_installed_edition_of_the_version_of_the_program_has_its_name(
    later: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = actions.install(examine(later)).name
    monkeypatch.setattr(folder, "bundled_version", lambda: "2099.01")
    assert folder.distinct_version(folder.edition_path(name), "2099.01") == name
    bundled = folder.distinct_version(folder.edition_path(BUNDLED), "2099.01")
    assert bundled == "2099.01 (came with the program)"


def test_a_comparison_of_two_files_of_one_version_names_the_files(later: Path, twin: Path) -> None:
    with Store.open(later) as old, Store.open(twin) as new:
        context = Context(first_day("2026-11-20"), "CHN", "ALL")
        text = difference_texts.count_text(compare(old, new, context, all_places=False))
    assert text.startswith(
        "From edition 2099.01 (later.db) (controls checked to 22 Nov 2026) to 2099.01 (twin.db)"
    )
