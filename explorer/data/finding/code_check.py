"""The check of a list of codes, line by line, and the groups into which the answers fall."""

from msgspec import Struct

from explorer.data.controls.codes import ANNOUNCED, LISTED, NO_CODE, POSSIBLE, SUSPENDED, CodeChecker, Verdict
from explorer.data.reading.code_list import CodeList
from explorer.data.reading.line_list import ListLine
from explorer.errors import KnownError
from explorer.language import gettext

UNREADABLE = "unreadable"
# The groups by their names in a link, in the order of what matters most.
GROUPS = {
    "listed": LISTED,
    "suspended": SUSPENDED,
    "announced": ANNOUNCED,
    "possible": POSSIBLE,
    "none": NO_CODE,
    UNREADABLE: "",
}
_GROUP_OF = {verdict: group for group, verdict in GROUPS.items()}


class CheckedLine(Struct, frozen=True):
    """A line with its code as written and the verdict, or the reason why there is none."""

    line: ListLine
    code: str
    verdict: Verdict | None
    fault: str = ""

    @property
    def written(self) -> str:
        """The code as it is written."""
        return self.code

    @property
    def group(self) -> str:
        """The group of the answer, one of GROUPS."""
        return _GROUP_OF[self.verdict.verdict] if self.verdict is not None else UNREADABLE


def check_line(codes: CodeList, line: ListLine, checker: CodeChecker) -> CheckedLine:
    """Return a line of a list with its verdict."""
    written = codes.shown(line)
    try:
        return CheckedLine(line, written, checker.check(codes.code(line)))
    except KnownError as error:
        return CheckedLine(line, written, None, str(error))


def group_name(group: str) -> str:
    """Return the name of a group: the verdict, or that the line can't be read."""
    return GROUPS[group] or gettext("Not a code")
