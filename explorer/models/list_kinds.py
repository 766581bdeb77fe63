"""What a kind of list is: its checker, its groups and the texts of its answers."""

from collections.abc import Callable, Hashable
from typing import Any, Protocol

from msgspec import Struct

from explorer.data.context import Context
from explorer.data.finding.code_texts import AnswerText
from explorer.data.reading.line_list import ListLine
from explorer.data.store import Store
from explorer.language import gettext
from explorer.models.views import MOST_CODES_IN_LINK

MOST_IN_LINK = MOST_CODES_IN_LINK


class Answer(Protocol):
    """The answer on a line: the verdict, or the reason why there is none, and the group that it falls into."""

    @property
    def line(self) -> ListLine: ...
    @property
    def written(self) -> str: ...
    @property
    def verdict(self) -> Any: ...
    @property
    def fault(self) -> str: ...
    @property
    def group(self) -> str: ...


class ListKind(Struct, frozen=True):
    """A kind of list: its view, the option of that view with a short list, and how lines are checked.

    `columns` are the names of the five columns. `make_checker` returns what `check_line` takes; `shared_by` is equal
    for answers with the same texts. `refusal` is why nothing is checked for a context, empty where they are checked.
    """

    view: str
    option: str
    separator: str
    longest: int
    columns: tuple[str, ...]
    groups: tuple[str, ...]
    group_name: Callable[[str], str]
    make_checker: Callable[[Store, Context], Any]
    check_line: Callable[[Any, ListLine, Any], Answer]
    texts: Callable[[Store, Any], AnswerText]
    shared_by: Callable[[Any], Hashable]
    refusal: Callable[[Store, Context], str]

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns in the language in use."""
        return tuple(map(gettext, self.columns))
