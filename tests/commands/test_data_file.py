"""Data files that cannot be used: one sentence, exit code 2, no traceback."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from explorer import paths
from explorer.commands import search
from tests.commands.running import Run

COMMANDS = [
    ("list",),
    ("show", "gallium"),
    ("status", "gallium"),
    ("check", "8112929010"),
    ("search", "gallium"),
    ("sources",),
    ("export", "gallium", "--chart", "price", "-o", "never.png"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c[0])
@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("foreign", "is not a Minor Metals Explorer database"),
        ("newer", "has schema 99, newer than this program"),
        ("older", "has schema 1, older than this program"),
        ("text_file", "is damaged"),
    ],
)
def test_every_command_names_the_problem(
    run: Run, request: pytest.FixtureRequest, command: tuple[str, ...], kind: str, message: str
) -> None:
    path = request.getfixturevalue(kind)
    code, out, err = run(*command, "--data", path)
    assert (code, out) == (2, "")
    assert message in err and err.count("\n") == 1


@pytest.mark.parametrize("place", ["before", "after"])
def test_a_data_file_that_is_cut_short(run: Run, truncated: Path, place: str) -> None:
    option = ("--data", str(truncated))
    argv = (*option, "status", "gallium") if place == "before" else ("status", "gallium", *option)
    code, out, err = run(*argv)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1 and str(truncated) in err


def test_a_missing_data_file(run: Run, tmp_path: Path) -> None:
    code, out, err = run("status", "gallium", "--data", tmp_path / "nothing.db")
    assert (code, out) == (2, "") and "is missing" in err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("command", COMMANDS[:-1], ids=lambda c: c[0])
def test_a_schema_that_is_not_text(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    path = tmp_path / "damaged.db"
    whole, damaged = b'CREATE TABLE "sectors" (', b'CREATE TABLE "\xff\xfe\xc3...." ('
    data = paths.data_file().read_bytes()
    assert whole in data and len(damaged) == len(whole)
    path.write_bytes(data.replace(whole, damaged, 1))
    code, out, err = run(*command, "--data", path)
    assert (code, out) == (2, "") and "is damaged" in err
    assert run("doctor", "--data", path).code == 2


def test_a_data_file_that_lacks_a_table(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "lacking.db"
    shutil.copy(paths.data_file(), path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE prices_sources")
        connection.execute("DROP TABLE prices")
        connection.commit()
    code, out, err = run("status", "gallium", "--data", path)
    assert (code, out) == (2, "")
    assert "The table prices is missing. Choose another data file." in err
    assert run("doctor", "--data", path).code == 2


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="needs a device")
def test_a_device_is_not_a_data_file(run: Run) -> None:
    code, _, err = run("status", "gallium", "--data", "/dev/null")
    assert code == 2 and "is not a regular file. Choose another data file" in err


def test_a_file_that_may_not_be_read(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    is_file = Path.is_file

    def refuse(self: Path) -> bool:
        if self.name == "hidden.db":
            raise PermissionError(13, "Permission denied", str(self))
        return is_file(self)

    monkeypatch.setattr(Path, "is_file", refuse)
    code, out, err = run("status", "gallium", "--data", tmp_path / "hidden.db")
    assert (code, out) == (
        2,
        "",
    ) and "hidden.db cannot be opened (Permission denied). Choose another data file" in err
    code, out, _ = run("doctor", "--json", "--data", tmp_path / "hidden.db")
    assert code == 2 and json.loads(out)["data_sha256"] == "cannot be read (Permission denied)"


@pytest.fixture
def own_file(tmp_path: Path, edition_file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program's own data file with its checksum, which a test may change."""
    path = tmp_path / "metals.db"
    for name in (path.name, f"{path.name}.sha256"):
        shutil.copy(edition_file.with_name(name), tmp_path)
    monkeypatch.setattr(paths, "data_file", lambda: path)
    return path


def test_a_wrong_letter_in_the_programs_own_file_is_a_sentence(run: Run, own_file: Path) -> None:
    assert run("status", "gallium").code == 0
    with closing(sqlite3.connect(own_file)) as connection:
        connection.execute("UPDATE measures SET effective = '20z3-08-01'")
        connection.commit()
    code, out, err = run("status", "gallium")
    assert (code, out) == (2, "") and err.count("\n") == 1
    assert "cannot be used (ValueError: " in err
    assert err.endswith("). Reinstall the program, or run `python -m db`.\n")


def test_an_error_of_the_program_is_not_blamed_on_an_intact_file(
    run: Run, own_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(search, "search", fail)
    for option in ((), ("--data", own_file)):
        with pytest.raises(ZeroDivisionError):
            run(*option, "search", "gallium")
    own_file.with_name("metals.db.sha256").unlink()
    with pytest.raises(ZeroDivisionError):
        run("search", "gallium")


def test_an_unexpected_error_in_another_data_file_is_a_sentence(
    run: Run, edition_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = shutil.copy(edition_file, tmp_path / "other.db")

    def fail(*_: object) -> None:
        raise KeyError("\x1b[31m" + "x" * 200)

    monkeypatch.setattr(search, "search", fail)
    code, out, err = run("search", "gallium", "--data", path)
    assert (code, out) == (2, "") and err.count("\n") == 1 and err.strip().isprintable()
    assert "other.db cannot be used" in err and "Choose another data file." in err


def test_a_folder_is_not_a_data_file(run: Run, tmp_path: Path) -> None:
    code, _, err = run("status", "gallium", "--data", tmp_path)
    assert code == 2 and "is a folder. Choose another data file" in err
