"""The differences between two editions as lines of text, for tables of the window and the command line."""

from collections.abc import Iterator

from msgspec import Struct

from explorer.data.contents.key_names import KeyNames
from explorer.data.editions.difference_texts import kind_word, status_text, value_texts
from explorer.data.editions.fact_differences import TableChanges
from explorer.data.editions.status_differences import StatusChange
from explorer.data.metal_names import short_name
from explorer.data.places import place_name
from explorer.data.store import Store


class FactLine(Struct, frozen=True):
    """A value of a fact that differs; of an added or removed fact, its summary without a field."""

    table: str
    kind: str
    fact: str
    field: str
    old: str
    new: str
    source_ids: tuple[str, ...]


class StatusLine(Struct, frozen=True):
    """A metal with a different status; `old_state` and `new_state` colour the pills, empty for a metal not on file."""

    metal: str
    origin: str
    destination: str
    old: str
    new: str
    old_state: str
    new_state: str


def fact_lines(old: Store, new: Store, of: TableChanges) -> Iterator[FactLine]:
    """Yield the lines of the facts of a table."""
    names = KeyNames(old, of.table), KeyNames(new, of.table)
    for row in of.rows:
        for field, before, after in value_texts(row, names):
            yield FactLine(of.title, kind_word(row.kind), row.label, field, before, after, row.source_ids)


def status_line(old: Store, new: Store, change: StatusChange) -> StatusLine:
    """Return the line of a status."""
    store = new if change.metal_id in new.metals else old
    context = change.context
    return StatusLine(
        short_name(store.metal(change.metal_id)),
        place_name(store, context.origin),
        place_name(store, context.destination),
        status_text(change.before),
        status_text(change.after),
        change.before.pill_state if change.before is not None else "",
        change.after.pill_state if change.after is not None else "",
    )
