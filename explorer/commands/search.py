"""`minor-metals search`: the rows that the search of the window shows, in the same order."""

from argparse import ArgumentParser, Namespace

from explorer.commands.support.command import Command
from explorer.commands.support.context import as_of, open_store, read_context
from explorer.commands.support.options import add_context, positive_number
from explorer.commands.support.output import plain, print_json, table
from explorer.commands.support.terminal import warn
from explorer.data.controls.headline import beyond
from explorer.data.finding.rows import ANSWER, TERMS, Group, Row
from explorer.data.finding.search import search
from explorer.errors import KnownError
from explorer.language import gettext, gettext_noop

_HEADER = (gettext_noop("Key"), gettext_noop("Title"), gettext_noop("Status"), gettext_noop("Detail"))
MAX_TITLE = 60
NOTHING = "not_on_file"  # the kind of the row that says so


def add_arguments(parser: ArgumentParser) -> None:
    """Add the text, the number of rows and the context."""
    parser.add_argument(
        "text",
        nargs="+",
        help=gettext("name, 中文, symbol, code, announcement number, date, place or question"),
    )
    parser.add_argument(
        "--limit", type=positive_number, default=50, help=gettext("maximum number of results (default: 50)")
    )
    add_context(parser)


def run(args: Namespace) -> int:
    """Print the rows in their groups, best first; return 1 where nothing on file matches."""
    text = " ".join(args.text)
    if not text.strip():
        raise KnownError(gettext("Give a name, code, date, place or question to search for."))
    with open_store(args) as store:
        context = read_context(args, store)
        results = search(store, text, context, as_of(args))
        rows = results.rows[: args.limit]
        if args.json:
            print_json([row.as_dict() for row in rows])
        else:
            kept = [_limited(group, rows) for group in results.groups]
            parts = [_text(group) for group in kept if group.rows]
            if any(row.pill for row in rows) and beyond(store, context.as_of):
                parts.append(beyond(store, context.as_of))
            if parts:
                print("\n\n".join(parts))
    for row in rows:
        if row.kind == NOTHING:
            warn(plain(row.title))
    return 0 if results.found else 1


def _limited(group: Group, rows: tuple[Row, ...]) -> Group:
    shown = tuple(row for row in group.rows if row in rows and row.kind != NOTHING)
    return Group(group.group_id, shown, group.total)


def _text(group: Group) -> str:
    """Return a group as text: answers and definitions as paragraphs, other rows as a table."""
    if group.group_id in (ANSWER, TERMS):
        lines = [text for row in group.rows for text in (row.title, row.detail) if text]
        return plain("\n".join([group.heading, "", *lines]))
    rows = [(row.key, _cut(row.title), row.verdict or row.pill, row.detail) for row in group.rows]
    columns = [0, 1, 2, 3] if any(row[2] for row in rows) else [0, 1, 3]
    header = [gettext(_HEADER[i]) for i in columns]
    return "\n".join([group.heading, "", plain(table(header, [[row[i] for i in columns] for row in rows]))])


def _cut(text: str) -> str:
    return text if len(text) <= MAX_TITLE else text[: MAX_TITLE - 1] + "…"


COMMAND = Command(
    "search",
    gettext_noop("Search metals, codes, documents, items, uses, companies, places, days and sources."),
    add_arguments,
    run,
)
