"""The named parties whose names are the same as a text or similar to it, where no text on file has its words."""

from collections.abc import Iterator
from functools import partial

from msgspec.structs import replace

from explorer.data.controls.legal_records import Party
from explorer.data.finding.candidates import Candidate, Rank, Request
from explorer.data.finding.full_text import BODY, Record
from explorer.data.finding.producers.records import party_row
from explorer.data.finding.rows import PARTIES, Row
from explorer.data.parties.known_names import KnownNames
from explorer.data.parties.names import LONGEST, read_name
from explorer.language import gettext

_SHORTEST = 4


def candidates(request: Request) -> Iterator[Candidate]:
    """Yield the parties of the same name; without any, those of similar names, the closest first."""
    text = request.query.plain
    if not _SHORTEST <= len(text) <= LONGEST:
        return
    known, name = KnownNames.of(request.store), read_name(text)
    for place, found in enumerate(known.same(name) or known.similar(name)):
        party = found.known.party
        row = partial(_row, request, party, is_similar=found.overlap is not None)
        yield Candidate(Rank.NEAREST, PARTIES, "party", party.party_id, row, (place,))


def _row(request: Request, party: Party, *, is_similar: bool) -> Row:
    row = party_row(
        request, Record("party", party.party_id, "", party.name_en, party.name_zh or "", "", BODY)
    )
    if not is_similar:
        return row
    detail = gettext("Similar name, not the same: {detail}").format(detail=row.detail)
    return replace(row, detail=detail, detail_marks=request.marks(detail))
