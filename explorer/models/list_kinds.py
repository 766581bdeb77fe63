"""What lists are checked for: codes and names, each with its checker, its groups and the texts of its answers."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, Protocol

from explorer.data.context import Context
from explorer.data.finding import code_check, code_texts
from explorer.data.finding.code_texts import AnswerText
from explorer.data.finding.code_verdicts import CodeVerdicts
from explorer.data.parties import checked_list, line_texts
from explorer.data.parties.check import PartyChecker
from explorer.data.places import not_an_export
from explorer.data.reading.line_list import ListLine
from explorer.data.store import Store
from explorer.language import gettext, gettext_noop
from explorer.models.views import (
    CODE_SEPARATOR,
    CODES_VIEW,
    LONGEST_CODES,
    LONGEST_NAMES,
    MOST_CODES_IN_LINK,
    NAME_SEPARATOR,
    NAMES_VIEW,
)


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


@dataclass(frozen=True, slots=True)
class ListKind:
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


CODES = ListKind(
    view=CODES_VIEW,
    option="codes",
    separator=CODE_SEPARATOR,
    longest=LONGEST_CODES,
    columns=(
        *(
            gettext_noop("Line"),
            gettext_noop("Code"),
            gettext_noop("Verdict"),
            gettext_noop("Strictest measure"),
        ),
        gettext_noop("Item and measure"),
    ),
    groups=tuple(code_check.GROUPS),
    group_name=code_check.group_name,
    make_checker=lambda store, context: CodeVerdicts.of(store).checker(context),
    check_line=code_check.check_line,
    texts=code_texts.answer_text,
    shared_by=lambda answer: answer.verdict.shared_key,
    refusal=lambda store, context: not_an_export(store, context.origin, context.destination),
)
NAMES = ListKind(
    view=NAMES_VIEW,
    option="names",
    separator=NAME_SEPARATOR,
    longest=LONGEST_NAMES,
    columns=(
        *(gettext_noop("Line"), gettext_noop("Name"), gettext_noop("Verdict"), gettext_noop("What applies")),
        gettext_noop("Name and notice on file"),
    ),
    groups=tuple(checked_list.GROUPS),
    group_name=checked_list.group_name,
    make_checker=PartyChecker,
    check_line=checked_list.check_line,
    texts=line_texts.answer_text,
    shared_by=lambda answer: id(answer.verdict),
    refusal=lambda _store, _context: "",
)
MOST_IN_LINK = MOST_CODES_IN_LINK
