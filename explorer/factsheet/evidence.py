"""Makes evidence files, and draws the PDF in them, which also their check does."""

import hashlib
import platform

from PySide6.QtCore import qVersion

from explorer import __version__, paths
from explorer.data.evidence.content import Evidence, archive_of, parts_of
from explorer.data.evidence.editions import edition_name
from explorer.data.evidence.entries import with_concerned_entries
from explorer.data.evidence.manifest import PdfMaker
from explorer.data.evidence.question import Question, check_question
from explorer.data.evidence.verification import Drawing
from explorer.data.store import Store
from explorer.factsheet.drawing.document import render
from explorer.factsheet.drawing.evidence import document
from explorer.factsheet.facts.evidence import evidence_text


def make_file(store: Store, question: Question) -> bytes:
    """Return the evidence file on a question, the same bytes for the same question, edition and entries.

    Raise KnownError for what no evidence file can answer.
    """
    check_question(store, question)
    reduced = with_concerned_entries(store, question)
    evidence = Evidence(reduced, question, edition_name(store))
    return archive_of(evidence, parts_of(evidence, draw), maker())


def draw(evidence: Evidence) -> bytes:
    """Return the PDF of an answer."""
    return render(document(evidence_text(evidence)))


def maker() -> PdfMaker:
    """Return what decides the bytes of a PDF beside its content."""
    fonts = hashlib.sha256()
    for file in sorted((paths.resources() / "fonts").glob("*.otf")):
        fonts.update(f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n".encode())
    return PdfMaker(__version__, qVersion(), f"{platform.system()} {platform.machine()}", fonts.hexdigest())


def load_drawing() -> Drawing:
    """Return how this program draws PDFs."""
    return Drawing(draw, maker())
