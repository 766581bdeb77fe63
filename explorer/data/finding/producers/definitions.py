"""The definition of a term of the glossary, for a text that is the term or asks what it means."""

import re
from collections.abc import Iterator
from functools import partial

from explorer.data.finding.candidates import Candidate, Rank, Request
from explorer.data.finding.rows import TERMS, Row
from explorer.data.glossary import Term, is_about_figures, term_of
from explorer.language import gettext

_ASKED = re.compile(
    r"(?:what (?:is|are|does) |define |definition of |meaning of )(?:an? |the )?(?P<term>.+?)(?: mean)?\s*\?*",
    re.IGNORECASE,
)


def candidates(request: Request) -> Iterator[Candidate]:
    """Yield the definition of the term that a text is or asks for."""
    found = asked_term(request.query.text) or term_of(request.query.text)
    if found is not None:
        yield Candidate(Rank.NAMED, TERMS, "term", found.key, partial(_row, found))


def asked_term(text: str) -> Term | None:
    """Return the term on figures whose meaning a text asks for; None for other texts, such as “what is banned”."""
    asked = _ASKED.fullmatch(text.strip())
    found = term_of(asked["term"]) if asked is not None else None
    return found if found is not None and is_about_figures(found) else None


def _row(found: Term) -> Row:
    text = gettext("{term}: {definition}")
    return Row("term", found.key, TERMS, text.format(term=found.name, definition=found.definition))
