"""`minor-metals export`: a chart as PNG."""

import json
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.commands.running import Run

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


def test_no_data_is_explained(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "barite.png"
    code, out, err = run("export", "barite", "--chart", "price", "--on", "2026-11-24", "-o", target)
    assert (code, out) == (2, "") and err.startswith("minor-metals: No chart: ")
    assert not target.exists()


@pytest.mark.parametrize(
    ("argv", "code", "message"),
    [
        (("--chart", "pie"), 1, "Choose from price, "),
        (("--chart", "price", "--series", "nothing"), 1, "Choose from "),
        (("--chart", "production", "--log"), 2, "--log"),
        (("--chart", "price", "--size", "800"), 2, "1600x900"),
        (("--chart", "price", "--size", "1x1"), 2, "pixels"),
        (("--chart", "price", "--size", "99999x99999"), 2, "pixels"),
        (("--chart", "price", "--dpi", "0"), 2, "dpi"),
        (("--chart", "price", "--dpi", "x"), 2, "whole number"),
        (("--chart", "price", "--since", "Dec 2024"), 2, "is not a full date"),
        (("--chart", "price-change", "--event", "10/12/2024"), 2, "10 Dec 2024 or 12 Oct 2024"),
        (("--chart", "price", "--on", "x"), 2, "Try 10 Dec 2024 or 2024-12-10"),
    ],
)
def test_errors(run: Run, tmp_path: Path, argv: tuple[str, ...], code: int, message: str) -> None:
    outcome = run("export", "gallium", "-o", tmp_path / "a.png", *argv)
    assert outcome.code == code and message in outcome.err
    assert not list(tmp_path.iterdir())


def test_an_unknown_ending_is_refused(run: Run, tmp_path: Path) -> None:
    code, _, err = run(*ARGS, "-o", tmp_path / "a.jpg")
    assert code == 2 and ".png" in err


@pytest.mark.parametrize("argv", [("--on", "0001-01-01"), ("--on", "9999-12-31"), ("--since", "9999-12-31")])
def test_a_date_out_of_range_is_reported(run: Run, tmp_path: Path, argv: tuple[str, ...]) -> None:
    code, out, err = run("export", "gallium", "--chart", "controls", *argv, "-o", tmp_path / "a.png")
    assert (code, out) == (2, "") and "out of range (1900 to 2199)" in err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("day", ["1900-01-01", "2199-12-31"])
@pytest.mark.parametrize("chart", ["controls", "price", "production-years", "trade"])
def test_the_first_and_the_last_day_that_can_be_drawn(run: Run, tmp_path: Path, day: str, chart: str) -> None:
    assert run("export", "gallium", "--chart", chart, "--on", day, "-o", tmp_path / "a.svg").code in (0, 2)


def test_a_range_that_begins_after_the_as_of_date_is_reported(run: Run, tmp_path: Path) -> None:
    argv = ("--chart", "controls", "--on", "2026-10-08", "--since", "2030-01-01", "-o", tmp_path / "a.png")
    code, _, err = run("export", "gallium", *argv)
    assert code == 2 and "would start on 1 Jan 2030" in err


def test_the_list_has_all_kinds_with_their_metals_and_options(run: Run) -> None:
    code, out, _ = run("export", "--list")
    assert code == 0
    lines = {line.split("  ")[0]: line for line in out.splitlines()}
    for kind in ("price-change", "concentration", "controls-all", "risk", "compare"):
        assert kind in lines
    assert "--shape" in lines["production-years"] and "one to eight" in lines["compare"]
    assert "--event" in lines["price-change"] and "all" in lines["risk"]


def test_the_list_for_many_metals_names_the_charts_that_take_fewer(run: Run) -> None:
    metals = ("Ga", "Ge", "Sb", "W", "Bi", "In", "Mo", "Te", "Dy")
    code, out, _ = run("export", *metals, "--list", "--on", "2026-11-24", "--to", "USA")
    assert code == 0 and "takes one to 8 metals" in out


def test_a_chart_of_all_metals_needs_none(run: Run, qtbot: QtBot, tmp_path: Path) -> None:
    code, _, err = run("export", "--chart", "risk", "--on", "2026-11-24", "-o", tmp_path / "risk.csv")
    assert code == 0 and re.fullmatch(r"minor-metals: \d+ of \d+ metals not shown: .*\.\n", err)
    assert "Gallium" in (tmp_path / "risk.csv").read_text(encoding="utf-8")


def test_all_charts_of_a_metal_are_those_it_has_for_itself(run: Run, qtbot: QtBot, tmp_path: Path) -> None:
    outcome = run(
        "export", "antimony", "--all", "--format", "csv", "--on", "2026-11-24", "-o", f"{tmp_path}/a/"
    )
    names = {p.name for p in (tmp_path / "a").iterdir()}
    assert outcome.code == 0
    assert {
        f"antimony-{k}-2026-11-24.csv" for k in ("price", "controls", "concentration", "price-change")
    } <= names
    assert not any(k in name for name in names for k in ("compare", "risk", "controls-all"))
    assert run("export", "--all").code == 2


def test_metals_that_a_chart_leaves_out_are_reported(run: Run, qtbot: QtBot, tmp_path: Path) -> None:
    metals = ("gallium", "holmium", "antimony")
    outcome = run(
        "export", *metals, "--chart", "price-change", "--on", "2026-11-24", "-o", tmp_path / "a.svg"
    )
    assert outcome.code == 0 and outcome.err.startswith("minor-metals: Holmium not shown: ")
    assert outcome.err.count("\n") == 1
    assert (
        run("export", "gallium", "--chart", "price", "--on", "2026-11-24", "-o", tmp_path / "b.svg").err == ""
    )


def test_each_chart_of_several_metals_reports_what_it_leaves_out(
    run: Run, qtbot: QtBot, tmp_path: Path
) -> None:
    charts = ("--chart", "concentration", "--chart", "compare", "--chart", "price-change")
    asked = ("export", "gallium", "cesium", "barite", *charts, "--on", "2026-11-24", "--format", "csv")
    code, _, err = run(*asked, "-o", f"{tmp_path}/a/")
    assert code == 0
    for kind, metals in (
        ("concentration", "cesium and barite"),
        ("compare", "barite"),
        ("price-change", "Cesium and barite"),
    ):
        (line,) = [x for x in err.splitlines() if f", {kind}: " in x and metals in x]
        assert line.startswith("minor-metals: gallium, cesium, barite, ")
    for path in (tmp_path / "a").iterdir():
        assert "barite" in path.read_text(encoding="utf-8").split("# Flag")[0].casefold()
    found = json.loads(run(*asked, "-o", f"{tmp_path}/b/", "--json").out)
    assert all(any("arite" in sentence for sentence in chart["left_out"]) for chart in found)


def test_of_all_charts_those_without_data_are_not_available(run: Run, qtbot: QtBot, tmp_path: Path) -> None:
    """In 2020 germanium was not controlled, so no price can be shown around a control date."""
    asked = ("export", "germanium", "--all", "--format", "csv", "--on", "2020-01-01")
    code, out, err = run(*asked, "-o", f"{tmp_path}/a/")
    assert code == 0 and "germanium-price-2020-01-01.csv" in out
    assert "minor-metals: germanium, price-change not available: Germanium not shown: no licence" in err
    assert re.search(r"minor-metals: \d+ of \d+ charts written, \d+ not available\.\n$", err)
    named = ("export", "germanium", "--chart", "price-change", "--chart", "price", "--on", "2020-01-01")
    code, out, err = run(*named, "-o", f"{tmp_path}/b/")
    assert code == 2 and "price-2020-01-01" in out and "not available: " in err
    code, out, err = run(*named[:4], "--on", "2020-01-01", "-o", tmp_path / "c.png")
    assert (code, out) == (2, "") and err.startswith("minor-metals: No chart: Germanium not shown: ")


def test_one_series_into_a_folder(run: Run, qtbot: QtBot, tmp_path: Path) -> None:
    series = ("--series", "ds140-gallium-nominal")
    assert run(*ARGS, *series, "-o", f"{tmp_path}/charts/").code == 0
    (file,) = (tmp_path / "charts").iterdir()
    assert file.read_bytes().startswith(b"\x89PNG")
    outcome = run("export", "gallium", "tin", "--chart", "price", *series, "-o", f"{tmp_path}/more/")
    assert outcome.code == 2 and "--series applies to one chart of one metal only" in outcome.err


def test_two_series_and_an_event_by_its_id(run: Run, qtbot: QtBot, tmp_path: Path) -> None:
    both = ("--series", "apt-china-smm", "--series", "apt-china-ctia", "--index")
    assert run("export", "W", "--chart", "price", *both, "-o", tmp_path / "w.csv").code == 0
    assert "published_unit" in (tmp_path / "w.csv").read_text(encoding="utf-8")
    event = ("--chart", "price-change", "--event", "cn-2025-10", "-o", tmp_path / "e.csv")
    assert run("export", "W", "Mo", *event).code == 0
    code, _, err = run("export", "W", "--chart", "price-change", "--event", "x", "-o", tmp_path / "x.csv")
    assert code == 1 and "No measure with the ID" in err


def test_a_folder_is_made_for_several_charts_and_json_lists_them(
    run: Run, qtbot: QtBot, tmp_path: Path
) -> None:
    kinds = ("--chart", "price", "--chart", "uses", "--format", "csv", "--json")
    code, out, _ = run("export", "Ga", *kinds, "-o", f"{tmp_path / 'charts'}/")
    listed = json.loads(out)
    assert code == 0 and [Path(x["file"]).exists() for x in listed] == [True, True]
    assert {x["fault"] for x in listed} == {None}
    assert run("export", "Ga", *kinds, "-o", tmp_path / "many.png").code == 2
    assert not (tmp_path / "many.png").exists()


def test_a_chart_that_does_not_depend_on_an_export_is_written_without_control_dates(
    run: Run, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "price.csv"
    at_home = ("--on", "2026-11-24", "--to", "CHN")
    assert run("export", "gallium", "--chart", "price", *at_home, "-o", target).code == 0
    assert "2023-08-01" not in target.read_text(encoding="utf-8-sig").replace("gallium", "")
    code, _, err = run("export", "gallium", "--chart", "controls", *at_home, "-o", tmp_path / "strip.csv")
    assert code == 2 and "are not exports: choose another origin or destination." in err
