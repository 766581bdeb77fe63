"""The fact check on paper: every claim with its verdict, figures, reasons and sources, and the same bytes each time."""

import io

import pypdf
import pytest

from explorer.data.claims import checked_claims
from explorer.data.terms import VERDICTS, verdict_label
from explorer.factsheet.drawing.document import lay_out, render
from explorer.factsheet.drawing.fact_check import document
from explorer.factsheet.drawing.style import PAPERS
from explorer.factsheet.facts.fact_check import command, make_fact_check
from tests.charts.pictures import joined
from tests.commands.conftest import run as run
from tests.factsheet.layout import overlapping_texts


def text_of(data: bytes) -> str:
    return joined("".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages))


def test_it_has_every_claim_with_verdict_reasons_and_sources(store, qapp):
    claims = checked_claims(store)
    data = render(document(make_fact_check(store, claims)))
    text = text_of(data)
    for checked in claims:
        claim = checked.claim
        for part in (f"“{claim.claim}”", verdict_label(claim.verdict), claim.explanation):
            assert joined(part) in text
        assert all(joined(store.sources[i].title) in text for i in claim.source_ids)
        assert joined(f"Best figure on file: {checked.found or 'none on file'}.") in text
    assert joined(f"edition {store.edition.data_version}, controls checked to 8 Oct 2026.") in text
    assert data == render(document(make_fact_check(store, claims)))


def test_the_claims_with_a_verdict_alone(store, run, tmp_path):
    claims = checked_claims(store, "contradicted")
    found = make_fact_check(store, claims, "contradicted")
    assert found.about.startswith(f"{len(claims)} claims. Contradicted: {len(claims)}")
    assert command(found, "a4").startswith("minor-metals claims --verdict contradicted ")
    path = tmp_path / "a.pdf"
    assert run("claims", "--verdict", "contradicted", "--pdf", path).out == f"{path}\n"
    assert path.read_bytes() == render(document(found))
    again = run("claims", "--pdf", path)
    assert again.code == 2 and "already exists" in again.err
    assert run("claims", "--pdf", tmp_path / "a.png").code == 2


@pytest.mark.parametrize("paper", list(PAPERS))
def test_no_text_overlaps_another(store, qapp, paper):
    pages = [*lay_out(document(make_fact_check(store, checked_claims(store))), PAPERS[paper])]
    assert len(pages) > 1 and not [pair for page in pages for pair in overlapping_texts(page.primitives())]


def test_the_counts_are_those_of_the_verdicts(store):
    about = make_fact_check(store, checked_claims(store)).about
    for verdict in VERDICTS:
        count = len(checked_claims(store, verdict))
        assert (f"{verdict_label(verdict)}: {count}" in about) == bool(count)
