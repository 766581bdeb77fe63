"""What the user has read in a notice and added: an event of a measure, or a new measure.

An entry has one id, which is also that of the records made from it: measure, document, item and source.
"""

from msgspec import Struct

from explorer.data.records import KIND_RANK

# Ids of the data have no underscore.
PREFIX = "own_"
EFFECTIVE, SUSPENDED, RESUMED, AMENDED = "effective", "suspended", "resumed", "amended"
REPLACED, EXPIRED, REPEALED = "replaced", "expired", "repealed"
EVENTS = (EFFECTIVE, SUSPENDED, RESUMED, AMENDED, REPLACED, EXPIRED, REPEALED)
KINDS = tuple(sorted((kind for kind, rank in KIND_RANK.items() if rank), key=KIND_RANK.__getitem__))[::-1]
TEXT, STATEMENT = "text", "statement"
BASES = (TEXT, STATEMENT)
IN_PRINCIPLE = "in_principle"
METAL_ITSELF = "metal"
COVERS = (METAL_ITSELF, "forms", "ores", "technology", "abroad")
LONGEST_TITLE, LONGEST_ADDRESS, MOST_PARTS = 300, 1_000, 100


class Notice(Struct, frozen=True):
    """The notice that was read: its title and address, and the day on which the user read it."""

    title: str
    address: str
    read: str


class EventFacts(Struct, frozen=True):
    """An event of a measure; `until` is the last day of a pause, `basis` whether a text or a statement says so."""

    measure_id: str
    event: str
    date: str
    until: str | None = None
    basis: str = TEXT


class MeasureFacts(Struct, frozen=True):
    """A measure that is not on file.

    `document` is the number of its document, such as “Announcement 70 of 2026”, `codes` are customs and control codes.
    `covers` and `scope` say for which forms of the metals it is. `expires` is its last day in force.
    """

    document: str
    jurisdiction: str
    destination: str
    kind: str
    metal_ids: tuple[str, ...]
    announced: str | None = None
    effective: str | None = None
    expires: str | None = None
    issuer: str | None = None
    strictness: str | None = None
    covers: str = METAL_ITSELF
    scope: str | None = None
    codes: tuple[str, ...] = ()


class Entry(Struct, frozen=True):
    """An entry of the user; one that is off is kept and not used."""

    entry_id: str
    facts: EventFacts | MeasureFacts
    notice: Notice
    added: str
    is_on: bool = True


def is_own(record_id: str) -> bool:
    """Return whether a record with an id is made from an entry of the user."""
    return record_id.startswith(PREFIX)
