"""What the page of an answer shows: its sentences, the remarks that limit it, and a table of everything it is about."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from explorer.data.finding.rows import Action


class Field(Struct, frozen=True):
    """The text of a field, the value that it sorts by where that is not its text, and what explains it."""

    text: str
    value: Any = None
    tip: str = ""


class Line(Struct, frozen=True):
    """A line of a table, with what it opens or sets."""

    fields: tuple[Field, ...]
    action: Action
    source_ids: tuple[str, ...] = ()


class Listing(Struct, frozen=True):
    """A table: its name, its columns with their shares of the width, and its lines in their order.

    The columns in `by_value` sort by the values of their fields, in which None is unknown; those in `long` move below
    the row where there is no room beside the others.
    """

    name: str
    columns: tuple[tuple[str, int], ...]
    lines: tuple[Line, ...]
    by_value: tuple[int, ...] = ()
    long: tuple[int, ...] = ()


class AnswerContent(Struct, frozen=True):
    """The complete answer to a question.

    `remarks` limit the answer, `notes` say what its figures are. `tab` is the one that shows more about each of the
    `metals`, `documents` are the ids of those that decide the answer. `listing` is the table of the answer,
    `measures` that of the measures behind the answers for several destinations. Without `understood` the sentences say
    why. `sections` are the answers to the parts of a text that asks several questions, and hold everything then.
    """

    question: str
    understood: bool
    reading: str
    sentences: tuple[str, ...]
    remarks: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    listing: Listing | None = None
    metals: tuple[str, ...] = ()
    tab: str = ""
    source_ids: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    sections: "tuple[AnswerContent, ...]" = ()
    measures: Listing | None = None

    @property
    def listings(self) -> tuple[Listing, ...]:
        """The tables of the answer that have lines, in order."""
        given = (self.listing, self.measures)
        return tuple(listing for listing in given if listing is not None and listing.lines)


def all_sources(lines: Sequence[Line]) -> tuple[str, ...]:
    """Return the sources of all lines, each once."""
    return tuple(dict.fromkeys(i for line in lines for i in line.source_ids))


def as_text(content: AnswerContent) -> str:
    """Return an answer as plain text, its table with a tab between the fields of a line."""
    parts = (
        content.question,
        content.reading,
        *content.sentences,
        *content.remarks,
        *content.notes,
        *(_table_text(listing) for listing in content.listings),
        *(as_text(section) for section in content.sections),
    )
    return "\n\n".join(part for part in parts if part)


def _table_text(listing: Listing) -> str:
    """Return a table as plain text with a tab between the fields of a line."""
    rows = [[name for name, _ in listing.columns]]
    rows += [[field.text for field in line.fields] for line in listing.lines]
    return "\n".join("\t".join(cell.replace("\n", "; ") for cell in row) for row in rows)
