"""The script that makes the shapes of the map, whose original is not part of the project."""

import importlib.util
import sys
from types import ModuleType

import pytest

from tests.imports import ROOT


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("simplify", ROOT / "resources" / "map" / "simplify.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_points_that_add_little_area_are_left_out_and_ends_stay(script: ModuleType) -> None:
    line = [(0.0, 0.0), (1.0, 0.001), (2.0, 0.0), (3.0, 1.0), (4.0, 0.0)]
    assert script.simplified(line) == [(0.0, 0.0), (2.0, 0.0), (3.0, 1.0), (4.0, 0.0)]


def test_the_same_triangle_counts_less_near_a_pole(script: ModuleType) -> None:
    low = script.triangle((0.0, 0.0), (1.0, 1.0), (2.0, 0.0))
    high = script.triangle((0.0, 59.0), (1.0, 60.0), (2.0, 59.0))
    assert low == pytest.approx(1.0, abs=0.001) and high == pytest.approx(0.51, abs=0.01)


def test_islets_are_left_out_but_never_the_largest_part(script: ModuleType) -> None:
    def square(size: float) -> list[tuple[float, float]]:
        return [(0.0, 0.0), (size, 0.0), (size, size), (0.0, size), (0.0, 0.0)]

    arcs = [square(1.0), square(0.1), square(0.05)]
    assert script.without_islets([[[0]], [[1]], [[2]]], arcs, arcs) == [[[0]]]
    assert script.without_islets([[[1]], [[2]]], arcs, arcs) == [[[1]]]


def test_arcs_are_written_as_differences_in_hundredths_of_a_degree(script: ModuleType) -> None:
    assert list(script.rounded([(1.0, 2.0), (1.004, 2.0), (1.5, 1.75)])) == [100, 200, 50, -25]


def test_another_original_is_refused(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path, capsys
) -> None:
    other = tmp_path / "50m.json"
    other.write_text("{}", encoding="utf-8")
    before = script.TARGET.read_bytes()
    monkeypatch.setattr(sys, "argv", ["simplify.py", str(other)])
    assert script.main() == 1 and "expected " + script.ORIGINAL_SHA256 in capsys.readouterr().err
    assert script.TARGET.read_bytes() == before
