"""An answer as text to quote: with its documents, its sources and the edition of the data."""

from collections.abc import Sequence

from explorer.data.citation import citation, cite_document, edition
from explorer.data.finding.answer_pages.content import AnswerContent, as_text
from explorer.data.store import Store
from explorer.language import gettext, ngettext

MOST_SOURCES = 12


def quoted_answer(store: Store, content: AnswerContent) -> str:
    """Return an answer as plain text, then a line for each document or source, and the edition."""
    if not content.understood:
        return as_text(content)
    parts = (
        as_text(content),
        "\n".join(_references(store, content)),
        gettext("{edition}.").format(edition=edition(store)),
    )
    return "\n\n".join(part for part in parts if part)


def _references(store: Store, content: AnswerContent) -> Sequence[str]:
    lines = [cite_document(store, store.instruments[i], with_edition=False) for i in content.documents]
    if lines or not content.source_ids:
        return lines
    lines = citation(store, content.source_ids[:MOST_SOURCES]).split("\n")
    more = len(content.source_ids) - MOST_SOURCES
    if more > 0:
        text = ngettext("{count} more source in the program.", "{count} more sources in the program.", more)
        lines.append(text.format(count=more))
    return lines
