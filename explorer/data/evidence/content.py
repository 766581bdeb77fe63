"""The parts of an evidence file, made from an edition: everything but the PDF and the manifest, which need it."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from explorer.data.evidence.archive import write_archive
from explorer.data.evidence.json_text import json_bytes
from explorer.data.evidence.manifest import EditionName, PdfMaker, manifest_bytes, manifest_of
from explorer.data.evidence.part_names import MANIFEST, PDF, README
from explorer.data.evidence.question import Question
from explorer.data.evidence.readme import readme_bytes
from explorer.data.evidence.records import records
from explorer.data.store import Store


class Evidence(Struct, frozen=True):
    """A question with the edition that answers it; the entries in use of `store` are those that the answer rests on."""

    store: Store
    question: Question
    edition: EditionName


# Returns the PDF of an answer.
DrawPdf = Callable[[Evidence], bytes]


def parts_of(evidence: Evidence, draw: DrawPdf) -> dict[str, bytes]:
    """Return all parts but the manifest."""
    store, question = evidence.store, evidence.question
    parts = {name: json_bytes(value) for name, value in records(store, question).items()}
    parts[README] = readme_bytes(store, question, evidence.edition)
    parts[PDF] = draw(evidence)
    return parts


def archive_of(evidence: Evidence, parts: Mapping[str, bytes], maker: PdfMaker) -> bytes:
    """Return the file of parts, with their manifest."""
    entries = len(evidence.store.entries.used)
    manifest = manifest_of(evidence.question, evidence.edition, maker, entries, parts)
    return write_archive({MANIFEST: manifest_bytes(manifest), **parts})
