"""The user's own series in exported charts, saved or read from a file, and figures as XLSX."""

import datetime
import subprocess
import sys
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from explorer import paths
from tests.commands.running import Run

PRICES = "Spot (USD/kg)\ndate,price\n2022-12-01,400\n2025-06-02,510.5\n2026-06-01,610\n"


@pytest.fixture(autouse=True)
def own_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's file of one test."""
    monkeypatch.setenv(paths.USER_DATA_VARIABLE, str(tmp_path / "home"))
    return tmp_path / "home" / "own.db"


@pytest.fixture
def prices(tmp_path: Path) -> Path:
    path = tmp_path / "prices.csv"
    path.write_text(PRICES)
    return path


@pytest.fixture
def export(run: Run, tmp_path: Path):
    """Export a chart of gallium as CSV and return the exit code, the file and the messages."""

    def write(*words: object, chart: str = "price") -> tuple[int, str, str]:
        out = tmp_path / "out.csv"
        out.unlink(missing_ok=True)
        args = ("export", "gallium", "--chart", chart, "--on", "2026-11-24", *words, "-o", out)
        code, _, err = run(*args)
        return code, out.read_text() if out.exists() else "", err

    return write


def test_saved_series_are_left_out_unless_asked_for(run: Run, export, prices: Path) -> None:
    _, plain, _ = export()
    assert run("own", "add", prices, "--metal", "gallium").code == 0
    assert export() == (0, plain, "")
    code, text, err = export("--own")
    assert (code, err) == (0, "") and "Spot (yours),2025-06-02,510.5,USD/kg,,,,,,,,yes," in text
    assert "is the user's own series" in text and "# Your series: file prices.csv, read on" in text
    command = next(line for line in text.splitlines() if line.startswith("# Command: "))
    assert " --own " in command


def test_a_file_is_read_without_saving_it(export, prices: Path, own_file: Path) -> None:
    code, text, _ = export("--add", prices, "--name", "My quote")
    assert code == 0 and "My quote (yours),2026-06-01,610,USD/kg" in text and not own_file.exists()
    assert f"--add {prices} --name 'My quote'" in text


def test_one_of_several_columns_is_read(export, prices: Path) -> None:
    prices.write_text("date;A;B\n01.06.2026;1.400,50;2\n")
    code, text, _ = export("--add", prices, "--column", "a", "--unit", "USD/kg")
    assert code == 0 and "A (yours),2026-06-01,1400.5,USD/kg" in text


def test_a_series_that_cannot_be_drawn_is_named(export, prices: Path) -> None:
    _, plain, _ = export()
    code, text, err = export("--add", prices, "--unit", "EUR/lb")
    assert code == 0 and "yours" not in text.split("series,date")[1]
    assert "Not drawn because the unit or price basis differs: Spot (yours) in EUR/lb." in err
    assert plain != text


def test_without_saved_series_the_chart_is_as_without_the_option(export) -> None:
    _, plain, _ = export()
    code, text, err = export("--own")
    assert (code, text) == (0, plain) and "You have no saved series" in err


@pytest.mark.parametrize(
    ("words", "chart", "sentence"),
    [
        (("--unit", "USD/kg"), "price", "--unit applies only with --add."),
        (("--skip-bad-lines",), "price", "--skip-bad-lines applies only with --add."),
        (("--add", "{file}"), "controls", "--add applies to price charts only."),
        (("--own",), "controls", "--own does not apply to the chart “controls”."),
        (("--add", "{file}", "--column", "c"), "price", "has no series “c”"),
        (("--add", "nofile.csv"), "price", "nofile.csv"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    run: Run, export, prices: Path, words: tuple[str, ...], chart: str, sentence: str
) -> None:
    run("own", "add", prices, "--metal", "gallium")
    code, text, err = export(*(w.format(file=prices) for w in words), chart=chart)
    assert code in (1, 2) and not text and sentence in err and err.count("\n") == 1


def test_a_file_is_of_one_metal(run: Run, prices: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    words = ("export", "gallium", "germanium", "--chart", "compare", "-o", out)
    assert "--add applies to charts of one metal only." in run(*words, "--add", prices).err
    run("own", "add", prices, "--metal", "germanium")
    assert run(*words, "--own").code == 0 and "Germanium: Spot (yours), USD/kg" in out.read_text()


def test_figures_are_a_workbook(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    assert run("export", "gallium", "--chart", "controls", "-o", out).out == f"{out}\n"
    first = out.read_bytes()
    run("export", "gallium", "--chart", "controls", "-o", out, "--force")
    assert out.read_bytes() == first
    book = CalamineWorkbook.from_path(out)
    assert book.sheet_names == ["Figures", "Sources", "About"]
    header, *rows = book.get_sheet_by_name("Figures").to_python()
    assert header[:5] == ["measure_id", "measure", "kind", "state", "from"]
    assert all(isinstance(row[4], datetime.date) for row in rows)
    run("export", "gallium", "--chart", "price", "-o", out, "--force")
    header, *rows = CalamineWorkbook.from_path(out).get_sheet_by_name("Figures").to_python()
    assert header[:3] == ["series", "date", "value"] and all(isinstance(row[2], float) for row in rows)


def test_the_libraries_for_workbooks_are_imported_only_where_they_are_used(prices: Path) -> None:
    code = (
        "import sys\n"
        "import explorer.commands.export, explorer.commands.own, explorer.charts.output.render\n"
        "from explorer.data.reading.read import read_file\n"
        "from pathlib import Path\n"
        f"read_file(Path({str(prices)!r}))\n"
        "print([m for m in sys.modules if m.split('.')[0] in ('xlsxwriter', 'python_calamine')])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
