"""Candidates for rows of the results: how good each is, and how its row is made once it is needed."""

from collections.abc import Callable
from datetime import date
from enum import IntEnum

from msgspec import Struct

from explorer.data.context import Context
from explorer.data.finding.matching import marks
from explorer.data.finding.query import Query
from explorer.data.finding.rows import Ranges, Row
from explorer.data.store import Store


class Rank(IntEnum):
    """How well a row answers a text; a lower rank comes first, and decides the order of the groups."""

    ANSWER = 0
    EXACT = 1
    MEASURE_KIND = 2
    SAME_TITLE = 3
    NAMED = 4
    PRONOUNCED = 5
    BEGINNING = 6
    ITEM_TITLE = 7
    USE_TITLE = 8
    RECORD_TITLE = 9
    RELATED = 10
    TEXT = 11
    SUPPLIERS = 12
    NEAREST = 13


class Request(Struct, frozen=True):
    """A search: the query, for an as-of date, an origin and a destination; `today` is the day of relative dates."""

    store: Store
    query: Query
    context: Context
    today: date

    def marks(self, text: str) -> Ranges:
        """Return the parts of a text that match the query."""
        return marks(text, self.query.words, whole=self.query.whole)

    def with_chinese(self, title: str, detail: str, chinese: str) -> str:
        """Return a detail after the Chinese title where only that title matches."""
        if not chinese or self.marks(title) or self.marks(detail) or not self.marks(chinese):
            return detail
        return f"{chinese} · {detail}" if detail else chinese


class Candidate(Struct, frozen=True):
    """A row that may be shown; rows of one group are ordered by rank, then `order`.

    `found` is False for a row that is not a record on file, such as a remark or a suggestion.
    """

    rank: Rank
    group: str
    kind: str
    key: str
    make: Callable[[], Row]
    order: tuple[object, ...] = ()
    found: bool = True
