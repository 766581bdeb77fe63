"""One search over everything, for the window and the command line: the rows for a text, in groups, best first."""

from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from explorer.data.context import Context
from explorer.data.finding.asked_terms import asked_term
from explorer.data.finding.candidates import Candidate, Rank, Request
from explorer.data.finding.full_text import find_records
from explorer.data.finding.producers import (
    claims,
    codes,
    days,
    definitions,
    documents,
    metals,
    nearest,
    parties,
    places,
    questions,
    records,
)
from explorer.data.finding.query import read_query
from explorer.data.finding.rows import GROUPS, METALS, SET_DAY, SOURCES, Group, Results
from explorer.data.finding.terms import ABSENT
from explorer.data.store import Store

MOST_IN_GROUP, MOST_METALS = 8, 12
# Rows that already say why nothing is found.
_REMARKS = ("verdict", "code_beginning", "not_understood")


def search(store: Store, text: str, context: Context, today: date | None = None) -> Results:
    """Return the rows for a text; raise KnownError where it is too long.

    Words such as “yesterday” count from `today`, by default the day of the clock.
    """
    query = read_query(store, text)
    if query is None:
        return Results()
    request = Request(store, query, context, today or date.today())
    candidates = _candidates(request)
    found = any(c.found for c in candidates)
    if not found:
        corrections = nearest.corrections(request)
        if corrections:
            meant = {correction.metal_id for correction in corrections}
            below = [
                c for c in _corrected(request, corrections[0].text) if c.kind != "metal" or c.key not in meant
            ]
            candidates = [*nearest.did_you_mean(request, corrections), *below]
            found = True
        elif not any(c.kind in _REMARKS for c in candidates):
            named = list(parties.candidates(request))
            candidates += named or nearest.not_on_file(request)
            found = bool(named)
    return Results(_groups(candidates), found)


def _candidates(request: Request) -> list[Candidate]:
    """Return what matches a text; nothing for a term on which nothing is on file."""
    if request.query.term is not None and request.query.term.kind == ABSENT:
        return []
    defined = list(definitions.candidates(request))
    if asked_term(request.query.text) is not None:
        return defined
    reply = questions.reply_to(request)
    answers = list(questions.candidates(request, reply))
    if questions.is_only_question(reply):
        return answers
    found = [
        *answers,
        *claims.candidates(request),
        *codes.candidates(request),
        *days.candidates(request),
        *places.candidates(request),
        *defined,
    ]
    texts = [] if _is_exact(found) else find_records(request.store, request.query)
    return [
        *found,
        *metals.candidates(request, texts),
        *documents.candidates(request, texts),
        *records.candidates(request, texts),
    ]


def _is_exact(found: Iterable[Candidate]) -> bool:
    """Return whether a text is a code or a day, whose digits mean nothing in other texts."""
    return any(c.kind in ("verdict", "code_beginning", SET_DAY) for c in found)


def _corrected(request: Request, text: str) -> list[Candidate]:
    """Return what matches the corrected text, below the question whether it is meant."""
    query = read_query(request.store, text)
    if query is None:
        return []
    return [c for c in _candidates(replace(request, query=query)) if c.rank is not Rank.ANSWER]


def _groups(candidates: Iterable[Candidate]) -> tuple[Group, ...]:
    """Return the groups of rows by their best rows, sources last; each record is shown once, at its best."""
    best: dict[tuple[str, str], Candidate] = {}
    for candidate in candidates:
        key = candidate.kind, candidate.key
        if key not in best or candidate.rank < best[key].rank:
            best[key] = candidate
    by_group: dict[str, list[Candidate]] = {}
    for candidate in best.values():
        by_group.setdefault(candidate.group, []).append(candidate)
    order = sorted(by_group, key=lambda g: (g == SOURCES, min(c.rank for c in by_group[g]), GROUPS.index(g)))
    return tuple(_group(name, by_group[name]) for name in order)


def _group(name: str, members: list[Candidate]) -> Group:
    members.sort(key=lambda c: c.rank)
    ordered = [c for rank in Rank for c in sorted(_of_rank(members, rank), key=lambda c: c.order)]
    most = MOST_METALS if name == METALS else MOST_IN_GROUP
    return Group(name, tuple(c.make() for c in ordered[:most]), len(ordered))


def _of_rank(members: list[Candidate], rank: Rank) -> list[Candidate]:
    return [c for c in members if c.rank is rank]
