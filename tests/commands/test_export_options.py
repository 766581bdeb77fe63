"""`minor-metals export`: omitted parts, presets, and the command in a file that writes it again."""

import shlex
from pathlib import Path

import pypdf
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.commands.running import Run

PRICE = ("export", "gallium", "--chart", "price", "--on", "2026-11-24", "--to", "USA")
TITLE, DATE, SOURCE = "Gallium: unit value and control dates", "licence", "Census"


def _text(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    return text[text.index("</desc>") :]


@pytest.mark.parametrize(
    ("flags", "omitted"),
    [
        ((), ()),
        (("--no-title",), (TITLE,)),
        (("--no-control-dates",), (DATE,)),
        (("--no-sources",), (SOURCE,)),
        (("--no-title", "--no-control-dates", "--no-sources"), (TITLE, DATE, SOURCE)),
    ],
)
def test_parts_of_the_image_are_omitted(
    run: Run, qtbot: QtBot, tmp_path: Path, flags: tuple[str, ...], omitted: tuple[str, ...]
) -> None:
    target = tmp_path / "a.svg"
    assert run(*PRICE, *flags, "-o", target).code == 0
    text_of_file = _text(target)
    assert all((words in text_of_file) is (words not in omitted) for words in (TITLE, DATE, SOURCE))


@pytest.mark.parametrize(("text", "has_text"), [("text", True), ("curves", False)])
def test_svg_text_as_text_or_as_curves(
    run: Run, qtbot: QtBot, tmp_path: Path, text: str, has_text: bool
) -> None:
    target = tmp_path / "a.svg"
    assert run(*PRICE, "--text", text, "-o", target).code == 0
    assert ("<text " in _text(target)) is has_text


@pytest.mark.parametrize(
    ("preset", "size", "dpi"),
    [
        ("slide", (1920, 1080), 144),
        ("half-page", (1890, 1063), 300),
        ("a4", (3508, 2480), 300),
        ("column", (1004, 1417), 300),
        ("square", (1080, 1080), 144),
        ("portrait", (1080, 1350), 240),
        ("social", (1200, 675), 144),
    ],
)
def test_named_sizes(
    run: Run, qtbot: QtBot, tmp_path: Path, preset: str, size: tuple[int, int], dpi: int
) -> None:
    target = tmp_path / "a.png"
    assert run(*PRICE, "--preset", preset, "-o", target).code == 0
    image = QImage(str(target))
    assert (image.width(), image.height()) == size
    assert round(image.dotsPerMeterX() * 0.0254) == dpi


def test_millimetres_are_those_of_the_page(run: Run, qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    assert run(*PRICE, "--size", "160x90mm", "--dpi", "300", "-o", target).code == 0
    (page,) = pypdf.PdfReader(target).pages
    assert [float(n) / 72 * 25.4 for n in page.mediabox[2:]] == pytest.approx([160, 90], abs=0.3)


ASKED = [
    ("a.png", ("gallium", "--chart", "price", "--log"), ("--theme", "dark", "--size", "1000x700")),
    ("b.png", ("antimony", "--chart", "controls"), ("--no-sources", "--dpi", "100")),
    ("c.svg", ("tungsten", "bismuth", "--chart", "compare"), ("--text", "curves", "--no-title")),
    ("d.pdf", ("--chart", "risk"), ("--preset", "half-page")),
    ("e.csv", ("antimony", "--chart", "trade"), ()),
    ("f.svg", ("gallium", "--chart", "controls", "--no-show-ended"), ()),
    ("g.csv", ("gallium", "--chart", "controls", "--show-ended", "--since", "all"), ()),
    (
        "h.png",
        ("tungsten", "bismuth", "--chart", "compare", "--hide", "bismuth"),
        ("--title", "-20 % & more", "--note", "Draft: “x” <b>"),
    ),
    (
        "i.csv",
        ("tungsten", "--chart", "production-years", "--shape", "stacked", "--hide", "CHN", "--hide", "OTH"),
        ("--title", "Mines", "--note", "Draft"),
    ),
    (
        "j.svg",
        ("gallium", "--chart", "price", "--measure", "2023-08-01", "2024-08-01", "--log"),
        ("--note", "草案：仅供内部参考", "--preset", "column"),
    ),
    (
        "k.pdf",
        ("antimony", "--chart", "production-years", "--hide", "WLD", "--measure", "2018-01-01", "2023-12-31"),
        ("--since", "2016-01-01", "--until", "2024-12-31", "--title", "中国的锑产量"),
    ),
]


@pytest.mark.parametrize(("name", "chart", "looks"), ASKED, ids=[a[0] for a in ASKED])
def test_the_command_in_a_file_writes_the_same_bytes(
    run: Run,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    chart: tuple[str, ...],
    looks: tuple[str, ...],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("export", *chart, "--on", "2026-11-24", "--to", "USA", *looks, "-o", name).code == 0
    program, *words = shlex.split(_command(tmp_path / name))
    assert program == "minor-metals" and run(*words).code == 0
    assert (tmp_path / words[-1]).read_bytes() == (tmp_path / name).read_bytes()


def _command(path: Path) -> str:
    """Return the command that a file names."""
    if path.suffix == ".png":
        return QImage(str(path)).text("Comment")
    if path.suffix == ".pdf":
        return str(pypdf.PdfReader(path).metadata["/Keywords"])
    lines = path.read_text(encoding="utf-8").splitlines()
    found = next(line for line in lines if "minor-metals export" in line)
    return found.removeprefix("# Command: ").removesuffix("</desc>")


@pytest.mark.parametrize(
    "options", [("--size", "20000x20000"), ("--size", "20000x5001"), ("--size", "300x200in", "--dpi", "60")]
)
def test_a_png_that_would_fill_the_memory_is_refused(
    run: Run, tmp_path: Path, options: tuple[str, ...]
) -> None:
    for output in (tmp_path / "a.png", tmp_path):
        code, out, err = run(*PRICE, *options, "-o", output)
        assert (code, out) == (2, "") and err.count("\n") == 1
        assert "A PNG can have at most 100 million pixels" in err
    assert list(tmp_path.iterdir()) == []
    assert run(*PRICE, *options, "-o", tmp_path / "a.csv").code == 0
