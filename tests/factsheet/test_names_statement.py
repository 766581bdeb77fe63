"""The statement on names: what its pages show, and the same bytes for the same lines."""

import io
from datetime import date

import pypdf
import pytest

from explorer.data.context import Context
from explorer.data.parties.check import PartyChecker
from explorer.data.parties.checked_list import check_line
from explorer.data.reading.read_names import read_name_text
from explorer.errors import KnownError
from explorer.factsheet.drawing.names_statement import as_document
from explorer.factsheet.drawing.statement_pages import lay_out, render
from explorer.factsheet.drawing.style import PAPERS
from explorer.factsheet.facts import names_statement as facts
from explorer.factsheet.facts.names_statement import command, make_statement, stem
from tests.factsheet.layout import overlapping_texts

DAY = Context(date(2026, 11, 24))
NAMES = "Skydio, Inc.\n漢翔航空工業\nMitubishi Materials\nUmicore\n12"


@pytest.fixture
def statement(store, qapp):
    """Return a function that makes the statement on names."""

    def make(text, context=DAY, name=""):
        names, checker = read_name_text(text), PartyChecker(store, context)
        return make_statement(store, [check_line(names, x, checker) for x in names.lines], context, name)

    return make


def texts(document: bytes) -> list[str]:
    return [" ".join(p.extract_text().split()) for p in pypdf.PdfReader(io.BytesIO(document)).pages]


def test_it_has_day_origin_edition_lines_reasons_parties_and_cautions(statement, store):
    document = render(as_document(statement(NAMES, name="partners.csv")))
    text = " ".join(texts(document))
    for part in (
        "Named parties statement",
        "Lists of named parties issued by China as of 24 Nov 2026",
        "5 lines from partners.csv. On a list: 2, Similar: 1, Not in this database: 1 and Not a name: 1.",
        "ownership is not covered",
        "Checked to 8 Oct 2026: the last 47 days are not covered.",
        f"edition {store.edition.data_version}, controls checked to 8 Oct 2026.",
        "ON A LIST",
        "ban paused (presumed)",
        "“12” is not a name",
        "Words that match: Mitubishi (on file: Mitsubishi) and Materials.",
        "Aerospace Industrial Development Corp.",
        "汉翔航空工业股份有限公司",
        "Announcement 13 of 2025",
        "listed, measures stopped since 10 Nov 2025",
        "paused until 10 Jan 2027 (presumed)",
        "4 Apr 2025: In force: ban",
        "End of statement: 5 lines.",
    ):
        assert part in text, part


@pytest.mark.parametrize("paper", PAPERS)
def test_no_text_overlaps_another(statement, paper):
    made = as_document(statement("\n".join([*NAMES.split("\n"), "x y " * 40, "Lockheed Martin"] * 4)))
    for page in lay_out(made, PAPERS[paper]):
        assert not overlapping_texts(page.primitives())


def test_the_same_lines_have_the_same_bytes(statement):
    made = as_document(statement(NAMES))
    assert render(made) == render(made)


def test_the_command_writes_the_same_file(statement):
    assert stem(DAY) == "names-statement-CHN-2026-11-24"
    assert command(statement("Leidos"), "a4") == (
        "minor-metals parties --file FILE --on 2026-11-24 --from CHN --paper a4 --pdf "
        "names-statement-CHN-2026-11-24.pdf"
    )


def test_too_many_lines_are_refused(statement, monkeypatch):
    monkeypatch.setattr(facts, "MOST_LINES", 1)
    with pytest.raises(KnownError, match="at most 1 lines; the list has 2"):
        statement("Leidos\nSkydio")
