"""A statement on names as pages: head, lines, reasons, parties with their listings, and cautions."""

from collections.abc import Iterator, Sequence
from functools import partial

from explorer.charts.plot import typeset
from explorer.data.parties.check import NOT_FOUND
from explorer.data.parties.explanation import ListingText, PartyText
from explorer.factsheet.drawing.columns import cells, column_heads
from explorer.factsheet.drawing.document import section
from explorer.factsheet.drawing.flow import Row
from explorer.factsheet.drawing.primitives import Block, stacked
from explorer.factsheet.drawing.statement_blocks import line_block, state_block
from explorer.factsheet.drawing.statement_pages import StatementDocument, numbered
from explorer.factsheet.drawing.style import GRID, SMALL
from explorer.factsheet.drawing.text import paragraph
from explorer.factsheet.facts.names_statement import NameLine, NamesStatement, Reason, command, stem
from explorer.language import gettext, gettext_noop
from explorer.palette import LIGHT

# The columns of the lines with their shares of the width.
COLUMNS = (
    (gettext_noop("Line"), 0.06),
    (gettext_noop("Name"), 0.28),
    (gettext_noop("Verdict"), 0.16),
    (gettext_noop("What applies"), 0.18),
    (gettext_noop("Name and notice on file"), 0.32),
)
MOST_LINES = 3  # of a name, which is complete in the list itself


def as_document(statement: NamesStatement) -> StatementDocument:
    """Return a statement on names as a document."""
    return StatementDocument(
        name=gettext("Named parties statement"),
        title=statement.title,
        setting=statement.setting,
        about=statement.about,
        caution=gettext(
            "Only names are compared, and ownership is not covered. “{verdict}” does not mean that a company may be "
            "supplied."
        ).format(verdict=NOT_FOUND),
        warning=statement.warning,
        footer=statement.footer,
        data_version=statement.data_version,
        context=statement.context,
        lines=len(statement.lines),
        stem=stem(statement.context),
        command=partial(command, statement),
        sections=partial(_sections, statement),
    )


def _sections(statement: NamesStatement, width: float) -> Iterator[Row]:
    """Yield the rows of all sections in their order."""
    face = typeset.face(SMALL)
    yield from section(
        gettext("Names"), _line_rows(statement.lines, width), width, column_heads(COLUMNS, width)
    )
    yield from section(gettext("Reasons"), (_reason(reason, width) for reason in statement.reasons), width)
    parties = (_party(number, party, width) for number, party in enumerate(statement.parties, start=1))
    yield from section(gettext("Parties on file"), parties, width)
    open_texts = (paragraph(text, face, width) for text in statement.cautions)
    yield from section(gettext("What the verdicts leave open"), open_texts, width)


def _line_rows(lines: Sequence[NameLine], width: float) -> Iterator[Block]:
    places = cells(COLUMNS, width)
    for line in lines:
        yield line_block(
            line.number, line.name, line.text, line.parties, places, is_fault=line.is_fault, most=MOST_LINES
        )


def _reason(reason: Reason, width: float) -> Block:
    """Return a line with the party that its name is compared with, and the reasons."""
    small, bold = typeset.face(SMALL), typeset.face(SMALL, bold=True)
    head = gettext("Line {line}, {name}: {party} [{number}]").format(
        line=reason.line, name=reason.name, party=reason.party_name, number=reason.party
    )
    return stacked(
        [paragraph(head, bold, width), *(paragraph(text, small, width) for text in reason.sentences)]
    )


def _party(number: int, party: PartyText, width: float) -> Block:
    """Return a party with its number, its other names and its listings."""
    small = typeset.face(SMALL)
    left = 4 * GRID
    more = filter(None, (party.aliases, party.note))
    texts = stacked(
        [
            paragraph(party.name, typeset.face(SMALL, bold=True), width - left),
            *(paragraph(text, small, width - left, LIGHT.muted) for text in more),
            *(_listing(listing, width - left) for listing in party.listings),
        ]
    )
    return numbered(number, texts)


def _listing(listing: ListingText, width: float) -> Block:
    """Return a listing with its state, its notice, its history and its note."""
    more = (*listing.titles, *listing.history, listing.note)
    return state_block(listing.state, listing.tone, listing.name, listing.line, more, width)
