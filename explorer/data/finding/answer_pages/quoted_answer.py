"""An answer as text to quote: with its documents, its sources and the edition of the data."""

from collections.abc import Sequence

from explorer.data.citation import citation, cite_document, edition
from explorer.data.context import Context
from explorer.data.controls.headline import beyond
from explorer.data.controls.service import Controls
from explorer.data.finding.answer_pages.content import AnswerContent, as_text
from explorer.data.finding.answer_pages.deciding_documents import deciding_documents, documents_note
from explorer.data.places import setting
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


def quoted_status(store: Store, metal_id: str, context: Context) -> str:
    """Return the status of a metal as text to quote, as the answer to a question on it would be."""
    documents = deciding_documents(store, metal_id, context)
    sentence = Controls.of(store).headline(metal_id, context).sentence
    remark, note = beyond(store, context.as_of), documents_note(store, documents)
    content = AnswerContent(
        question=store.metal(metal_id).name_en,
        understood=True,
        reading=setting(store, context),
        sentences=(sentence,),
        remarks=(remark,) if remark and remark not in sentence else (),
        notes=(note,) if note else (),
        documents=documents,
    )
    return quoted_answer(store, content)


def _references(store: Store, content: AnswerContent) -> Sequence[str]:
    """Return a line for each document, or for each source where no document decides; a part adds its own."""
    parts = content, *content.sections
    documents = dict.fromkeys(i for part in parts for i in part.documents)
    lines = [cite_document(store, store.instruments[i], with_edition=False) for i in documents]
    sources = (i for part in parts if not part.documents for i in part.source_ids)
    source_ids = [*dict.fromkeys(sources)]
    if not source_ids:
        return lines
    lines += citation(store, source_ids[:MOST_SOURCES]).split("\n")
    more = len(source_ids) - MOST_SOURCES
    if more > 0:
        text = ngettext("{count} more source in the program.", "{count} more sources in the program.", more)
        lines.append(text.format(count=more))
    return lines
