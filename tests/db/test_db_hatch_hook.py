"""The hook of the packager: a data file for wheels, none for source archives."""

import importlib.util
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import db.build

pytest.importorskip("hatchling")


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return the list of the outputs that would have been built."""
    outputs: list[Path] = []
    monkeypatch.setattr(db.build, "build", outputs.append)
    return outputs


def _hook(root: Path, target: str) -> Any:
    path = Path(db.build.__file__).with_name("hatch_hook.py")
    spec = importlib.util.spec_from_file_location("hatch_hook", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    metadata = SimpleNamespace(name="minor-metals-explorer")
    return module.DataFileHook(str(root), {}, None, metadata, str(root), target)


def test_a_wheel_gets_a_data_file(tmp_path: Path, built: list[Path]) -> None:
    build_data: dict[str, Any] = {}
    _hook(tmp_path, "wheel").initialize("standard", build_data)
    assert built == [tmp_path / "resources" / "metals.db"]
    assert build_data == {}


def test_an_editable_wheel_carries_no_second_copy(tmp_path: Path, built: list[Path]) -> None:
    build_data: dict[str, Any] = {}
    _hook(tmp_path, "wheel").initialize("editable", build_data)
    assert len(built) == 1
    assert build_data == {"force_include_editable": {"resources/.gitkeep": "explorer/resources/.gitkeep"}}


def test_a_source_archive_needs_none(tmp_path: Path, built: list[Path]) -> None:
    _hook(tmp_path, "sdist").initialize("standard", {})
    assert built == []


def test_clean_removes_the_data_file(tmp_path: Path) -> None:
    data_file = tmp_path / "resources" / "metals.db"
    data_file.parent.mkdir()
    data_file.write_bytes(b"")
    hook = _hook(tmp_path, "wheel")
    hook.clean([])
    hook.clean([])
    assert not data_file.exists()
