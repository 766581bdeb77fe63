"""Which edition is opened: the chosen one, the newer one of the program, or the last good one."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from explorer import paths
from explorer.data.editions import actions, choice, current, folder
from explorer.data.editions.candidate import examine
from explorer.data.editions.choice import Choice, choice_file, read_choice
from explorer.data.editions.folder import BUNDLED
from explorer.data.storage import description
from explorer.errors import DataFileError, KnownError, NotFound

pytestmark = pytest.mark.usefixtures("no_editions")
OWN = "2026.12-test"


def install(path: Path) -> str:
    """Install a file and return the name of the edition."""
    return actions.install(examine(path)).name


def opened() -> current.Opened:
    """Return the opened edition, closed again."""
    found = current.open_current()
    found.store.edition  # noqa: B018
    found.store.close()
    return found


def test_without_an_installation_the_edition_of_the_program_is_used() -> None:
    found = opened()
    assert (found.name, found.warning, found.replaced, found.older) == (BUNDLED, "", "", "")
    assert not paths.editions_folder().exists()


def test_editions_are_chosen_by_name_or_version_and_taken_back(later_file: Path, earlier_file: Path) -> None:
    later, earlier = install(later_file), install(earlier_file)
    assert opened().name == earlier
    assert actions.roll_back().name == later == opened().name
    assert actions.roll_back().name == BUNDLED == opened().name
    assert actions.roll_back().name == earlier == opened().name
    assert actions.use("2099.01").name == later == opened().name
    assert actions.use(BUNDLED).name == BUNDLED == opened().name
    assert actions.use("newest").name == later == opened().name
    with pytest.raises(NotFound, match="No data edition “2031"):
        actions.use("2031.05")


def test_there_is_nothing_to_take_back_before_an_installation() -> None:
    with pytest.raises(KnownError, match="There is no previous edition"):
        actions.roll_back()


def test_the_edition_before_one_that_is_gone_is_found_with_one_reading_of_each_file(
    later_file: Path, earlier_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later, earlier = install(later_file), install(earlier_file)
    actions.use(BUNDLED)
    folder.edition_path(earlier).unlink()
    read, read_out = [], folder.sha256
    monkeypatch.setattr(folder, "sha256", lambda path: read.append(path.stem) or read_out(path))
    found = actions.previous()
    assert found is not None and found.name == later
    assert read == [later]


def program_update(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setattr(paths, "data_file", lambda: file)


def test_a_newer_edition_of_the_program_replaces_an_installed_one(
    earlier_file: Path, later_file: Path, edition_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        program_update(patch, earlier_file)
        name = install(edition_file)
        assert opened().name == name
    program_update(monkeypatch, later_file)
    found = opened()
    assert found.name == BUNDLED and found.store.edition.data_version == "2099.01"
    assert found.replaced == (
        "The program came with edition 2099.01, which is newer than the installed edition 2026.12-test and is now "
        "in use."
    )
    current.accept_replacement()
    assert opened().replaced == ""
    actions.use(name)
    found = opened()
    assert (found.name, found.replaced) == (name, "")
    assert found.older == "An older edition is in use: 2026.12-test. The program came with edition 2099.01."


def cut(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(5_000)


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize("harm", [cut, flip, Path.unlink, lambda path: path.write_bytes(b"")])
def test_a_broken_edition_is_replaced_by_the_last_good_one(
    later_file: Path, earlier_file: Path, harm: Callable[[Path], object]
) -> None:
    earlier, later = install(earlier_file), install(later_file)
    harm(folder.edition_path(later))
    found = opened()
    assert found.name == earlier
    assert found.warning.startswith(
        f"The data edition 2099.01 cannot be used. The data file {folder.edition_path(later)}"
    )
    assert found.warning.endswith(" Install this edition again. Edition 2020.06 is used instead.")
    harm(folder.edition_path(earlier))
    found = opened()
    assert found.name == BUNDLED
    assert found.warning.endswith(f"Edition {OWN} is used instead.")
    assert install(later_file) == later
    assert (opened().name, opened().warning) == (later, "")


def test_an_edition_is_checked_again_after_the_description_has_changed(
    later_file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    name = install(later_file)
    resources = tmp_path / "resources"
    resources.mkdir()
    text = (paths.resources() / description.FILE).read_text(encoding="utf-8")
    (resources / description.FILE).write_text(text.replace('"licence",', "", 1), encoding="utf-8")
    monkeypatch.setattr(paths, "resources", lambda: resources)
    assert "cannot be used. The column instruments.kind has an invalid value" in opened().warning
    (resources / description.FILE).write_text(text + "\n", encoding="utf-8")
    found = opened()
    assert (found.name, found.warning) == (name, "")
    assert read_choice()[0].checked[name] == choice.description_digest()


def test_a_file_put_into_the_folder_by_hand_is_checked_when_it_is_used(later_file: Path) -> None:
    install(later_file)
    by_hand = paths.editions_folder() / "2050.01-00000000.db"
    shutil.copy(later_file, by_hand)
    actions.use("2050.01")
    assert opened().name == by_hand.stem
    by_hand.write_bytes(by_hand.read_bytes()[:-1000])
    assert "The data edition 2050.01 cannot be used." in opened().warning


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "null",
        "[]",
        '{"format": 2, "use": "bundled", "explicit": false, "before": [], "checked": {}}',
        '{"format": 1, "use": "../../x", "explicit": false, "before": [], "checked": {}}',
        '{"format": 1, "use": "bundled", "explicit": 1, "before": [], "checked": {}}',
        '{"format": 1, "use": "bundled", "explicit": false, "before": [7], "checked": {}}',
        "[" * 100_000,
        '"' + "x" * 100_000 + '"',
        "\udcff",
    ],
)
def test_a_damaged_list_of_editions_leads_to_the_edition_of_the_program(later_file: Path, text: str) -> None:
    name = install(later_file)
    choice_file().write_bytes(text.encode("utf-8", "surrogateescape"))
    found = opened()
    assert found.name == BUNDLED
    assert found.warning == (
        f"The list of editions, {choice_file()}, is damaged. Choose an edition again. Edition {OWN} is used instead."
    )
    actions.use("2099.01")
    assert (opened().name, opened().warning) == (name, "")


def test_a_list_of_editions_that_is_a_folder_is_a_sentence(later_file: Path) -> None:
    paths.editions_folder().mkdir(parents=True)
    choice_file().mkdir()
    assert "cannot be read (Is a directory)" in opened().warning


def test_a_broken_edition_of_the_program_is_an_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program_update(monkeypatch, tmp_path / "nothing.db")
    with pytest.raises(DataFileError, match="is missing"):
        current.open_current()


def test_the_choice_keeps_the_editions_used_before_each_once() -> None:
    first = Choice().using("2099.01-00000000", is_explicit=False)
    assert (first.use, first.before) == ("2099.01-00000000", (BUNDLED,))
    again = first.using(BUNDLED, is_explicit=True).using("2099.01-00000000", is_explicit=True)
    assert (again.use, again.before, again.is_explicit) == ("2099.01-00000000", (BUNDLED,), True)
