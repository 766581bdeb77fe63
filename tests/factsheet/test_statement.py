"""The code check statement: what each page shows, and the same bytes for the same lines."""

import io
from datetime import date

import pypdf
import pytest

from explorer.data.context import Context
from explorer.data.finding.code_check import check_line
from explorer.data.finding.code_verdicts import CodeVerdicts
from explorer.data.reading.read_codes import read_code_text
from explorer.errors import KnownError
from explorer.factsheet.drawing.flow import Row, pages
from explorer.factsheet.drawing.primitives import Block
from explorer.factsheet.drawing.statement import as_document
from explorer.factsheet.drawing.statement_pages import lay_out, render, write_pages
from explorer.factsheet.drawing.style import PAPERS
from explorer.factsheet.facts import statement as facts
from explorer.factsheet.facts.statement import make_statement, stem
from tests.factsheet.layout import overlapping_texts


@pytest.fixture
def statement(store, today, qapp):
    """Return a function that makes the statement on codes."""

    def make(text, context=today, name=""):
        codes = read_code_text(text)
        checker = CodeVerdicts.of(store).checker(context)
        checked = [check_line(codes, x, checker) for x in codes.lines]
        return as_document(make_statement(store, checked, context, name))

    return make


def texts(document: bytes) -> list[str]:
    return [" ".join(p.extract_text().split()) for p in pypdf.PdfReader(io.BytesIO(document)).pages]


def test_it_has_day_places_edition_lines_wording_and_cautions(statement, store):
    document = render(statement("8112.92.9010\n84\n999999", name="parts.csv"))
    text = " ".join(texts(document))
    for part in (
        "Code check statement",
        "Exports from China to the United States as of 24 Nov 2026",
        "3 lines from parts.csv. LISTED: 1, NO REFERENCE CODE ON FILE: 1 and Not a code: 1.",
        "None of these verdicts means “free to export”",
        "Checked to 8 Oct 2026: the last 47 days are not covered.",
        f"edition {store.edition.data_version}, controls checked to 8 Oct 2026.",
        "8112.92.9010",
        "“84” has 2 digits",
        "[1]",
        "金属镓",
        "Announcement 46 of 2024, section 2",
        "paused until 27 Nov 2026",
        "27 Nov 2026: Last day of the pause: refusal in principle",
        "For reference only; not legal advice.",
        "End of statement: 3 lines.",
    ):
        assert part in text


def test_many_lines_take_several_pages_with_their_columns_named_on_each(statement):
    made = statement("\n".join(["8112929010", "2504101000"] * 60))
    found = texts(render(made, "letter"))
    assert len(found) > 3 and found[1].startswith("Line Code Verdict Strictest measure Item and measure")
    numbers = [word for page in found for word in page.split() if word.isdigit()]
    assert {str(n) for n in range(1, 121)} <= set(numbers)
    assert all(f"Page {number}" in page for number, page in enumerate(found, start=1))


@pytest.mark.parametrize("paper", PAPERS)
def test_no_text_overlaps_another(statement, paper):
    made = statement("\n".join(["8112.92", "3818009001", "84", "x" * 80, "28539030"] * 10))
    for page in lay_out(made, PAPERS[paper]):
        assert not overlapping_texts(page.primitives())


def test_the_same_lines_have_the_same_bytes_page_by_page(statement):
    made = statement("3C001.a\n84")
    assert render(made) == render(made)
    *steps, document = write_pages(made)
    assert not any(steps) and document == render(made)


def test_what_is_not_exported_and_too_many_lines_are_refused(statement, monkeypatch):
    with pytest.raises(KnownError, match="are not exports"):
        statement("3C001", Context(date(2026, 11, 24), "CHN", "CHN"))
    monkeypatch.setattr(facts, "MOST_LINES", 1)
    with pytest.raises(KnownError, match="at most 1 lines; the list has 2"):
        statement("3C001\n3C002")


def test_an_unknown_paper_is_refused(statement):
    with pytest.raises(KnownError, match="a4, letter"):
        render(statement("3C001"), "a5")


def test_rows_are_not_divided_and_heads_are_repeated():
    rows = [Row(Block(4), heads=Block(2)) for _ in range(3)]
    assert [page.height for page in pages(rows, 10)] == [8, 6]
    assert [page.height for page in pages([Row(Block(30)), Row(Block(5), gap=3)], 10)] == [30, 5]


def test_the_file_of_each_destination_has_its_own_name():
    names = {stem(Context(date(2026, 11, 24), "CHN", destination)) for destination in ("USA", "JPN")}
    assert names == {"codes-statement-CHN-USA-2026-11-24", "codes-statement-CHN-JPN-2026-11-24"}


def test_a_code_named_only_by_a_description_has_the_rules_for_military_users(statement):
    text = " ".join(texts(render(statement("8505111000"))))
    assert "For military users only (not counted in the verdict)" in text
    assert "Announcement 46 of 2024, section 1, items of Announcement 18 of 2025" in text
