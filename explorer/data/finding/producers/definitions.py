"""The definition of a term of the glossary, for a text that is the term or asks what it means."""

from collections.abc import Iterator
from functools import partial

from explorer.data.finding.asked_terms import asked_term
from explorer.data.finding.candidates import Candidate, Rank, Request
from explorer.data.finding.rows import TERMS, Row
from explorer.data.glossary import Term, term_of


def candidates(request: Request) -> Iterator[Candidate]:
    """Yield the definition of the term that a text is or asks for."""
    found = asked_term(request.query.text) or term_of(request.query.text)
    if found is not None:
        yield Candidate(Rank.NAMED, TERMS, "term", found.key, partial(_row, found))


def _row(found: Term) -> Row:
    return Row("term", found.key, TERMS, found.text)
