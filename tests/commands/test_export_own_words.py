"""`export --title --note`: the user's words stand beside those of the program, and never control anything."""

import csv
import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pypdf
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from explorer.data.writing.csv_file import text_cell
from tests.charts import pictures
from tests.commands.running import Run

PRICE = ("export", "gallium", "--chart", "price", "--on", "2026-11-24", "--to", "USA")
TITLE, NOTE = "Gallium: unit value and control dates", "For the board. <script>&amp;"
OWN = ("--title", "My <b>title</b> & more", "--note", NOTE)


def test_title_and_note_are_in_the_picture_with_notes_and_sources(
    run: Run, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "a.svg"
    assert run(*PRICE, *OWN, "-o", target).code == 0
    words = pictures.svg_words(pictures.svg_root(target.read_bytes()))
    assert words.startswith("My <b>title</b> & more") and TITLE not in words
    own, sources = words.index(f"Note: {NOTE}"), words.index("Source: ")
    assert words.index("Latest unit value on file") < own < sources and "outlier" in words


def test_metadata_name_the_words_of_the_user(run: Run, qtbot: QtBot, tmp_path: Path) -> None:
    for form in ("png", "svg", "pdf"):
        assert run(*PRICE, *OWN, "-o", tmp_path / f"a.{form}").code == 0
    image = QImage(str(tmp_path / "a.png"))
    assert image.text("Title") == "My <b>title</b> & more"
    description = image.text("Description")
    assert description.startswith(TITLE) and f"Note added by the user: {NOTE}" in description
    root = ElementTree.parse(tmp_path / "a.svg").getroot()
    found = {e.tag.rpartition("}")[2]: e.text for e in root}
    assert found["title"] == "My <b>title</b> & more" and NOTE in (found["desc"] or "")
    info = pypdf.PdfReader(tmp_path / "a.pdf").metadata
    assert info and info.title == "My <b>title</b> & more" and NOTE in (info.subject or "")


def test_a_table_names_both_titles_and_whose_note_it_is(run: Run, qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    assert run(*PRICE, *OWN, "-o", target).code == 0
    head = target.read_text(encoding="utf-8").splitlines()
    assert head[:2] == ["# My <b>title</b> & more", f"# Chart: {TITLE}"]
    assert f"# Note added by the user: {NOTE}" in head


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--title", "x" * 201), "the text has 201 characters; at most 200 are allowed"),
        (("--note", "x" * 401), "the text has 401 characters; at most 400 are allowed"),
        (("--title", " \u202e\u200b "), "the text is empty"),
        (("--title", "x", "--no-title"), "--no-title"),
    ],
)
def test_words_that_cannot_be_are_refused(
    run: Run, tmp_path: Path, words: tuple[str, ...], message: str
) -> None:
    code, _, err = run(*PRICE, *words, "-o", tmp_path / "a.png")
    assert code == 2 and message in err and not list(tmp_path.iterdir())


def test_characters_that_control_a_display_are_left_out(run: Run, qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "a.svg"
    words = ("--title", "a\u202eb\x1b[31m\nc\uffff", "--note", "x\u2066y\r\n# z")
    assert run(*PRICE, *words, "-o", target).code == 0
    text = pictures.svg_words(pictures.svg_root(target.read_bytes()))
    assert text.startswith("ab[31m c ") and "Note: xy # z" in text
    assert run(*PRICE, *words, "-o", tmp_path / "a.csv").code == 0
    assert "# Note added by the user: xy # z" in (tmp_path / "a.csv").read_text(encoding="utf-8").splitlines()


FORMULAS = ("--title", '=1+1, "=2+2"', "--note=-A1;@SUM(B2)")


def test_no_words_are_a_formula_in_a_spreadsheet(run: Run, qtbot: QtBot, tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text('date,"=HYPERLINK(A1)"\n2026-01,450\n2026-02,460\n', encoding="utf-8")
    series = ("--add", own, "--unit", "USD/kg")
    assert run(*PRICE, *FORMULAS, *series, "-o", tmp_path / "a.csv").code == 0
    text = (tmp_path / "a.csv").read_text(encoding="utf-8")
    for delimiter in ",;\t":
        cells = [cell for row in csv.reader(io.StringIO(text), delimiter=delimiter) for cell in row]
        assert len(cells) > 50 and [cell for cell in cells if text_cell(cell) != cell] == []
    assert "'=HYPERLINK(A1)" in text
    assert run(*PRICE, *FORMULAS, *series, "-o", tmp_path / "a.xlsx").code == 0
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        sheets = [archive.read(name) for name in archive.namelist() if "worksheets/" in name]
    assert sheets and not any(b"<f>" in sheet or b"<f " in sheet for sheet in sheets)


@pytest.mark.parametrize("title", ["word " * 24, "字" * 120, "W" * 120], ids=["words", "Chinese", "one word"])
def test_long_words_are_complete_and_on_the_page(run: Run, qtbot: QtBot, tmp_path: Path, title: str) -> None:
    target = tmp_path / "a.svg"
    asked = (*PRICE, "--title", title, "--note", title * 3, "--preset", "portrait", "--text", "text")
    assert run(*asked, "-o", target).code == 0
    words = pictures.joined(pictures.svg_words(pictures.svg_root(target.read_bytes())))
    plain = pictures.joined(title)
    assert words.startswith(plain) and f"Note:{3 * plain}" in words and "…" not in words


def test_a_page_without_room_for_all_words_is_refused(run: Run, qtbot: QtBot, tmp_path: Path) -> None:
    asked = (*PRICE, "--title", "字" * 200, "--note", "字" * 400, "--preset", "column")
    code, _, err = run(*asked, "-o", tmp_path / "a.png")
    assert code == 2 and "is too small for this chart: choose" in err and not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "option", [("--title", "x"), ("--hide", "x"), ("--measure", "2020-01-01", "2021-01-01")]
)
def test_options_of_one_chart_are_refused_for_several(
    run: Run, tmp_path: Path, option: tuple[str, ...]
) -> None:
    code, _, err = run("export", "gallium", "--all", "--format", "csv", *option, "-o", f"{tmp_path}/")
    assert code == 2 and f"{option[0]} applies to a single chart only." in err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (
            ("--chart", "production-years", "--hide", "Atlantis"),
            1,
            "no series “Atlantis”. Choose from: WLD (World); CHN (China)",
        ),
        (("--chart", "uses", "--hide", "x"), 2, "no series that can be hidden"),
        (
            ("--chart", "uses", "--measure", "2020-01-01", "2021-01-01"),
            2,
            "--measure applies to charts over time",
        ),
        (
            ("--chart", "price", "--measure", "2021-01-01", "2021-01-01"),
            2,
            "The first date of --measure must be earlier than the second.",
        ),
        (("--chart", "price", "--measure", "2021-01-01"), 2, "--measure"),
        (("--chart", "price", "--preset", "poster"), 2, "poster"),
    ],
)
def test_errors_name_what_exists(
    run: Run, tmp_path: Path, words: tuple[str, ...], code: int, message: str
) -> None:
    outcome = run("export", "tungsten", *words, "--on", "2026-11-24", "-o", tmp_path / "a.png")
    assert outcome.code == code and message in outcome.err and not list(tmp_path.iterdir())
