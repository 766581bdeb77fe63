"""`minor-metals check --pdf`: the printable statement on codes from the command line and from a file."""

import io
import json
from pathlib import Path

import pypdf
import pytest

from tests.commands.running import Run

ON = ("--on", "2024-12-10", "--to", "USA")


def text_of(path: Path) -> str:
    pages = pypdf.PdfReader(io.BytesIO(path.read_bytes())).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def test_codes_of_the_command_line_with_one_that_cannot_be_read(
    run: Run, tmp_path: Path, qapp: object
) -> None:
    path = tmp_path / "statement.pdf"
    code, out, err = run("check", "8112929010", "84", *ON, "--pdf", path)
    assert (code, out) == (2, f"{path}\n") and "1 line could not be checked" in err
    text = text_of(path)
    assert "Exports from China to the United States as of 10 Dec 2024" in text
    assert "LISTED" in text and "“84” has 2 digits" in text


def test_a_file_with_its_column(run: Run, tmp_path: Path, qapp: object) -> None:
    parts, path = tmp_path / "parts.csv", tmp_path / "statement.pdf"
    parts.write_text("part,number\nwafer,3C001.a\n")
    asked = ("check", "--file", parts, "--column", "number", *ON, "--pdf", path, "--paper", "letter")
    code, out, _ = run(*asked, "--json")
    assert code == 0 and json.loads(out) == [{"file": str(path), "fault": None}]
    assert "1 line from parts.csv." in text_of(path)
    assert "--force" in run(*asked).err
    assert run(*asked, "--force").code == 0
    assert run("check", "9999999999", *ON, "--pdf", path, "--force").code == 1


@pytest.mark.parametrize(
    ("argv", "part"),
    [
        (("3C001", "--pdf", "x.txt"), "must end in .pdf"),
        (("3C001", "--paper", "a4"), "only with --pdf"),
        (("3C001", "--sheet", "x"), "only with --file"),
        (("--file", "x.csv", "--pdf", "x.pdf", "-o", "y.csv"), "writes a statement only"),
    ],
)
def test_what_cannot_be_combined_is_refused(run: Run, argv: tuple[str, ...], part: str) -> None:
    code, out, err = run("check", *argv)
    assert (code, out) == (2, "") and part in err
