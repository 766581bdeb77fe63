"""The hook of the packager: a data file and its description for wheels, neither for source archives."""

import importlib.util
import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import db.build
from db.derived import ALL_TABLES

pytest.importorskip("hatchling")


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    """Return the folder of a project's resources, with a file of somebody else in it."""
    folder = tmp_path / "resources"
    folder.mkdir()
    (folder / "other.json").write_text("{}")
    return folder


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return the list of the data files that would have been built."""
    outputs: list[Path] = []
    monkeypatch.setattr(db.build, "build", outputs.append)
    return outputs


def hook(root: Path, target: str) -> Any:
    path = Path(db.build.__file__).with_name("hatch_hook.py")
    spec = importlib.util.spec_from_file_location("hatch_hook", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    metadata = SimpleNamespace(name="minor-metals-explorer")
    return module.DataFileHook(str(root), {}, None, metadata, str(root), target)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_wheel_gets_a_data_file_and_its_description(resources: Path, built: list[Path]) -> None:
    build_data: dict[str, Any] = {}
    hook(resources.parent, "wheel").initialize("standard", build_data)
    assert built == [resources / "metals.db"]
    description = json.loads((resources / "tables.json").read_text(encoding="utf-8"))
    assert set(description["tables"]) == {table.name for table in ALL_TABLES}
    assert build_data == {}


def test_an_editable_wheel_has_no_second_copy(resources: Path, built: list[Path]) -> None:
    build_data: dict[str, Any] = {}
    hook(resources.parent, "wheel").initialize("editable", build_data)
    assert len(built) == 1
    assert "tables.json" in names(resources)
    assert build_data == {"force_include_editable": {"resources/.gitkeep": "explorer/resources/.gitkeep"}}


def test_a_source_archive_needs_neither(resources: Path, built: list[Path]) -> None:
    hook(resources.parent, "sdist").initialize("standard", {})
    assert built == []
    assert names(resources) == {"other.json"}


def test_clean_removes_what_was_built_and_nothing_else(resources: Path) -> None:
    for name in ("metals.db", "metals.db.sha256", "tables.json"):
        (resources / name).write_bytes(b"")
    for _ in range(2):
        hook(resources.parent, "wheel").clean([])
        assert names(resources) == {"other.json"}
