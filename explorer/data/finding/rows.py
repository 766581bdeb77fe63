"""The rows of a search: what each shows, in which group, and what it opens or sets."""

from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from explorer.language import gettext, gettext_noop

Ranges = tuple[tuple[int, int], ...]

# What a row does when it is chosen. Whatever else an action names (day, origin, destination) is set as well.
OPEN_ANSWER, OPEN_METAL, OPEN_ITEM, OPEN_DOCUMENT, OPEN_CLAIM, OPEN_SOURCE = (
    "open_answer",
    "open_metal",
    "open_item",
    "open_document",
    "open_claim",
    "open_source",
)
SET_DAY, SET_ORIGIN, SET_DESTINATION, FILTER, SEARCH, RUN = (
    "set_day",
    "set_origin",
    "set_destination",
    "filter",
    "search",
    "run",
)

ANSWER, CODE, DID_YOU_MEAN, NOT_ON_FILE, VIEW = "answer", "code", "did_you_mean", "not_on_file", "view"
METALS, DOCUMENTS, ITEMS, EVENTS = "metals", "documents", "items", "events"
TERMS, USES, CLAIMS, SITES, PARTIES, COMMANDS, SOURCES = (
    "terms",
    "uses",
    "claims",
    "sites",
    "parties",
    "commands",
    "sources",
)
_HEADINGS = {
    ANSWER: gettext_noop("Answer"),
    CODE: gettext_noop("Code"),
    DID_YOU_MEAN: gettext_noop("Did you mean"),
    NOT_ON_FILE: gettext_noop("Not on file"),
    VIEW: gettext_noop("Change the view"),
    METALS: gettext_noop("Metals and materials"),
    DOCUMENTS: gettext_noop("Documents"),
    ITEMS: gettext_noop("Controlled items"),
    EVENTS: gettext_noop("Market events"),
    TERMS: gettext_noop("Terms"),
    USES: gettext_noop("Uses"),
    CLAIMS: gettext_noop("Claims"),
    SITES: gettext_noop("Producers and projects"),
    PARTIES: gettext_noop("Named parties"),
    COMMANDS: gettext_noop("Commands"),
    SOURCES: gettext_noop("Sources"),
}
# The order of groups whose best rows are equally good; sources are always last.
GROUPS = tuple(_HEADINGS)


class Action(Struct, frozen=True):
    """What a row opens or sets; the fields that its kind does not need are empty.

    `question` is the question whose complete answer is opened, and `asked` the day from which its words such as
    “yesterday” count. `code` is the code, as typed, whose verdict is shown with the metal, `heading` the customs
    heading whose suppliers are.
    """

    kind: str
    metal: str = ""
    tab: str = ""
    measure: str = ""
    item: str = ""
    record: str = ""
    day: date | None = None
    origin: str = ""
    destination: str = ""
    status: str = ""
    text: str = ""
    question: str = ""
    asked: date | None = None
    code: str = ""
    heading: str = ""

    def as_dict(self) -> dict[str, str]:
        """Return the fields that are not empty as plain values for JSON."""
        values = asdict(self)
        return {name: str(value) for name, value in values.items() if value}


class Row(Struct, frozen=True):
    """A line of the results.

    `title_marks` and `detail_marks` are the parts of the texts that match, as first and last position. `pill` and
    `pill_state` are those of a metal, or of what applies to the goods of a code. `verdict` is that of a code, empty
    for other rows; `keys` are those of a command of the window. A row without an action can't be chosen.
    """

    kind: str
    key: str
    group: str
    title: str
    detail: str = ""
    title_zh: str = ""
    metal_id: str = ""
    pill: str = ""
    pill_state: str = ""
    verdict: str = ""
    keys: str = ""
    action: Action | None = None
    title_marks: Ranges = ()
    detail_marks: Ranges = ()

    def as_dict(self) -> dict[str, Any]:
        """Return the row as plain values for JSON."""
        return {
            "kind": self.kind,
            "group": self.group,
            "heading": heading(self.group),
            "key": self.key,
            "metal": self.metal_id or None,
            "title": self.title,
            "title_zh": self.title_zh or None,
            "detail": self.detail,
            "matched": {
                "title": list(map(list, self.title_marks)),
                "detail": list(map(list, self.detail_marks)),
            },
            "pill": self.pill or None,
            "pill_state": self.pill_state or None,
            "verdict": self.verdict or None,
            "action": self.action.as_dict() if self.action else None,
        }


class Group(Struct, frozen=True):
    """Rows under one heading, best first; `total` also counts those that are left out."""

    group_id: str
    rows: tuple[Row, ...]
    total: int

    @property
    def heading(self) -> str:
        """The heading, with the number of rows where some are left out, and always for sources."""
        name = heading(self.group_id)
        if self.total > len(self.rows):
            text = gettext("{heading}, {shown} of {count}")
            return text.format(heading=name, shown=len(self.rows), count=self.total)
        if self.group_id == SOURCES:
            return gettext("{heading} {count}").format(heading=name, count=self.total)
        return name


class Results(Struct, frozen=True):
    """The groups of rows for a text, best first; `found` is whether anything on file matches it."""

    groups: tuple[Group, ...] = ()
    found: bool = False

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows in their order."""
        return tuple(row for group in self.groups for row in group.rows)


def heading(group_id: str) -> str:
    """Return the heading of a group."""
    return gettext(_HEADINGS[group_id])
