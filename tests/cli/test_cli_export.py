"""`minor-metals export`: a chart as PNG."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.cli.running import Run

ARGS = ("export", "gallium", "--chart", "price", "--on", "2026-11-24", "--to", "USA")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_size_and_resolution(run: Run, qtbot: QtBot, tmp_path: Path, theme: str) -> None:
    target = tmp_path / "gallium.png"
    code, out, err = run(*ARGS, "-o", target, "--size", "800x500", "--dpi", "96", "--theme", theme)
    assert (code, err) == (0, "") and "800 x 500 pixels" in out
    image = QImage(str(target))
    assert (image.width(), image.height()) == (800, 500)
    assert round(image.dotsPerMeterX() * 0.0254) == 96
    assert (image.pixelColor(2, 2).lightness() < 100) is (theme == "dark")


def test_an_existing_file_needs_force(run: Run, qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "gallium.png"
    target.write_bytes(b"mine")
    code, _, err = run(*ARGS, "-o", target)
    assert code == 2 and "--force" in err and target.read_bytes() == b"mine"
    assert run(*ARGS, "-o", target, "--force", "--log").code == 0
    assert target.read_bytes().startswith(b"\x89PNG")
    assert [p.name for p in tmp_path.iterdir()] == ["gallium.png"]


def test_no_data_says_why(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "barite.png"
    code, out, err = run("export", "barite", "--chart", "price", "--on", "2026-11-24", "-o", target)
    assert (code, out) == (1, "") and err.startswith("minor-metals: No chart: ")
    assert not target.exists()


@pytest.mark.parametrize(
    ("argv", "code", "said"),
    [
        (("--chart", "pie"), 1, "there are price, "),
        (("--chart", "price", "--series", "nothing"), 1, "to choose from"),
        (("--chart", "production", "--log"), 2, "--log"),
        (("--chart", "price", "--size", "800"), 2, "1600x900"),
        (("--chart", "price", "--size", "1x1"), 2, "pixels"),
        (("--chart", "price", "--size", "99999x99999"), 2, "pixels"),
        (("--chart", "price", "--dpi", "0"), 2, "dpi"),
        (("--chart", "price", "--dpi", "x"), 2, "whole number"),
        (("--chart", "price", "--on", "x"), 2, "YYYY-MM-DD"),
    ],
)
def test_faults(run: Run, tmp_path: Path, argv: tuple[str, ...], code: int, said: str) -> None:
    outcome = run("export", "gallium", "-o", tmp_path / "a.png", *argv)
    assert outcome.code == code and said in outcome.err
    assert not list(tmp_path.iterdir())


def test_only_png(run: Run, tmp_path: Path) -> None:
    code, _, err = run(*ARGS, "-o", tmp_path / "a.jpg")
    assert code == 2 and ".png" in err


def test_the_list_tells_all_kinds_with_their_metals_and_options(run: Run) -> None:
    code, out, _ = run("export", "--list")
    assert code == 0
    lines = {line.split("  ")[0]: line for line in out.splitlines()}
    for kind in ("price-change", "concentration", "controls-all", "risk", "compare"):
        assert kind in lines
    assert "--shape" in lines["production-years"] and "one to eight" in lines["compare"]
    assert "--event" in lines["price-change"] and "all" in lines["risk"]


def test_the_list_for_many_metals_says_which_charts_take_fewer(run: Run) -> None:
    metals = ("Ga", "Ge", "Sb", "W", "Bi", "In", "Mo", "Te", "Dy")
    code, out, _ = run("export", *metals, "--list", "--on", "2026-11-24", "--to", "USA")
    assert code == 0 and "takes one to 8 metals" in out


def test_a_chart_of_all_metals_needs_none(run: Run, qtbot: QtBot, tmp_path: Path) -> None:
    code, _, err = run("export", "--chart", "risk", "--on", "2026-11-24", "-o", tmp_path / "risk.csv")
    assert (code, err) == (0, "")
    assert "Gallium" in (tmp_path / "risk.csv").read_text(encoding="utf-8")


def test_two_series_and_an_event_by_its_id(run: Run, qtbot: QtBot, tmp_path: Path) -> None:
    both = ("--series", "apt-china-smm", "--series", "apt-china-ctia", "--index")
    assert run("export", "W", "--chart", "price", *both, "-o", tmp_path / "w.csv").code == 0
    assert "printed_unit" in (tmp_path / "w.csv").read_text(encoding="utf-8")
    event = ("--chart", "price-change", "--event", "cn-2025-10", "-o", tmp_path / "e.csv")
    assert run("export", "W", "Mo", *event).code == 0
    code, _, err = run("export", "W", "--chart", "price-change", "--event", "x", "-o", tmp_path / "x.csv")
    assert code == 1 and "No measure has the id" in err
