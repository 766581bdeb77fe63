"""The check of a list of names, line by line, and the groups into which the answers fall."""

from msgspec import Struct

from explorer.data.parties.check import (
    NOT_FOUND,
    ON_LIST,
    OTHER_DAYS,
    SIMILAR,
    PartyChecker,
    PartyVerdict,
)
from explorer.data.parties.texts import verdict_name
from explorer.data.reading.line_list import ListLine
from explorer.data.reading.read_names import NameList
from explorer.errors import KnownError
from explorer.language import gettext

UNREADABLE = "unreadable"
# The groups by their names in a link, in the order of what matters most.
GROUPS = {
    "listed": ON_LIST,
    "other-days": OTHER_DAYS,
    "similar": SIMILAR,
    "none": NOT_FOUND,
    UNREADABLE: "",
}
_GROUP_OF = {verdict: group for group, verdict in GROUPS.items()}


class CheckedName(Struct, frozen=True):
    """A line with its name as written and the verdict, or the reason why there is none."""

    line: ListLine
    text: str
    verdict: PartyVerdict | None
    fault: str = ""

    @property
    def written(self) -> str:
        """The name as it is written."""
        return self.text

    @property
    def group(self) -> str:
        """The group of the answer, one of GROUPS."""
        return _GROUP_OF[self.verdict.verdict] if self.verdict is not None else UNREADABLE


def check_line(names: NameList, line: ListLine, checker: PartyChecker) -> CheckedName:
    """Return a line of a list with its verdict."""
    written = names.shown(line)
    try:
        return CheckedName(line, written, checker.check(names.checked(line)))
    except KnownError as error:
        return CheckedName(line, written, None, str(error))


def group_name(group: str) -> str:
    """Return the name of a group: the verdict, or that the line can't be read."""
    return verdict_name(GROUPS[group]) if GROUPS[group] else gettext("Not a name")
