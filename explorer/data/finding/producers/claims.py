"""The claims that were checked, for a text that asks about claims: those that share most of its words first."""

import re
from collections.abc import Iterator
from functools import partial

from explorer.data.finding.candidates import Candidate, Rank, Request
from explorer.data.finding.rows import CLAIMS, OPEN_CLAIM, Action, Row
from explorer.data.spelling import normalised
from explorer.data.supply.records import Claim
from explorer.data.terms import verdict_word
from explorer.language import gettext

_ASKED = re.compile(r"\bclaims?\b|\bclaimed\b|说法|传言")
_WORD = re.compile(r"[a-z]{4,}|\d+")
_EMPTY = frozenset({"claim", "claims", "claimed", "check", "that", "this", "with", "from", "true", "false"})


def candidates(request: Request) -> Iterator[Candidate]:
    """Yield all claims, the best match above everything else, where the text has the word for them."""
    if not _ASKED.search(request.query.plain):
        return
    asked = set(_WORD.findall(request.query.plain)) - _EMPTY
    for claim in request.store.claims:
        shared = len(asked & set(_WORD.findall(normalised(claim.claim))))
        rank = Rank.EXACT if shared else Rank.TEXT
        row = partial(_row, request, claim)
        yield Candidate(rank, CLAIMS, "claim", claim.claim_id, row, (-shared, claim.claim_id))


def _row(request: Request, claim: Claim) -> Row:
    detail = gettext("Checked: {verdict}").format(verdict=verdict_word(claim.verdict))
    return Row(
        kind="claim",
        key=claim.claim_id,
        group=CLAIMS,
        title=claim.claim,
        detail=detail,
        action=Action(OPEN_CLAIM, record=claim.claim_id),
        title_marks=request.marks(claim.claim),
    )
