"""`minor-metals data`: what the data file contains, and the data editions on this computer."""

from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from explorer.commands.support import data_text
from explorer.commands.support.command import Command
from explorer.commands.support.context import open_edition
from explorer.commands.support.edition_commands import add_edition_commands
from explorer.commands.support.options import positive_number
from explorer.commands.support.output import number, print_csv, print_json
from explorer.commands.support.terminal import warn
from explorer.data.contents import by_products, coverage, disagreements, source_facts
from explorer.data.contents.cells import plain_values, wanted_rows
from explorer.data.contents.rows import RowQuery
from explorer.data.contents.tables import counted_tables
from explorer.data.store import Store
from explorer.data.writing.csv_file import csv_text
from explorer.errors import KnownError
from explorer.files import write_file
from explorer.language import gettext, gettext_noop

STDOUT = "-"
MOST_LINES = 50
TABLES_HEADER = ("table", "title", "rows", "description")


def add_arguments(parser: ArgumentParser) -> None:
    """Add what can be listed, each with its arguments."""
    pages = parser.add_subparsers(dest="page", metavar="PAGE", title=gettext("pages"), required=True)

    def page(name: str, text: str, run_page: Callable[[Namespace, Store], int]) -> ArgumentParser:
        own: ArgumentParser = pages.add_parser(name, help=text, description=text, allow_abbrev=False)
        own.add_argument("--json", action="store_true", default=SUPPRESS, help=gettext("print JSON only"))
        own.add_argument("--data", metavar="FILE", default=SUPPRESS, help=gettext("use another data file"))
        own.add_argument(
            "--csv",
            metavar="FILE",
            nargs="?",
            const=STDOUT,
            help=gettext("write CSV to a file, or print it if no file is named"),
        )
        own.add_argument("--force", action="store_true", help=gettext("replace an existing file"))
        own.set_defaults(run_page=partial(_run_with_store, run_page))
        return own

    page("sources", gettext("List the sources with the number of facts that depend on each."), _sources)
    page(
        "coverage",
        gettext("Show what is on file for each metal, with the latest year and confidence."),
        _coverage,
    )
    page("tables", gettext("List the tables of the data file."), _tables)
    table = page("table", gettext("Print the rows of a table."), _table)
    table.add_argument("name", metavar="NAME", help=gettext("name of the table, as `data tables` prints it"))
    table.add_argument(
        "--where", metavar="TEXT", default="", help=gettext("only rows that contain all of these words")
    )
    table.add_argument("--source", metavar="ID", default="", help=gettext("only rows that cite this source"))
    table.add_argument(
        "--first",
        metavar="N",
        type=positive_number,
        default=1,
        help=gettext("number of the first row (from 1)"),
    )
    table.add_argument(
        "--count", metavar="N", type=positive_number, help=gettext("number of rows (default: all)")
    )
    page("disagreements", gettext("List where publishers differ on the same quantity."), _disagreements)
    page(
        "by-products",
        gettext("Show tonnes of by-product for each thousand tonnes of main product."),
        _by_products,
    )
    add_edition_commands(pages)


def run(args: Namespace) -> int:
    """Run what is named; return 1 where it has nothing to print."""
    run_page: Callable[[Namespace], int] = args.run_page
    return run_page(args)


def _run_with_store(run_page: Callable[[Namespace, Store], int], args: Namespace) -> int:
    """Print a page of the data file as text, JSON or CSV; return 1 where it has no rows."""
    if args.json and args.csv is not None:
        raise KnownError(gettext("--json and --csv cannot be combined."))
    with open_edition(args) as store:
        return run_page(args, store)


def _sources(args: Namespace, store: Store) -> int:
    found = source_facts.all_source_facts(store)
    rows, text = list(source_facts.rows(found)), partial(data_text.sources_text, found)
    return _print(args, source_facts.HEADER, rows, text, [source_facts.as_dict(facts) for facts in found])


def _coverage(args: Namespace, store: Store) -> int:
    matrix = coverage.coverage_matrix(store)
    return _print(args, coverage.HEADER, coverage.csv_rows(matrix), partial(data_text.coverage_text, matrix))


def _tables(args: Namespace, store: Store) -> int:
    found = counted_tables(store)
    rows = [(t.table.name, t.title, t.rows, t.description) for t in found]
    return _print(args, TABLES_HEADER, rows, partial(data_text.tables_text, found))


def _table(args: Namespace, store: Store) -> int:
    source_id = source_facts.known_source(store, args.source) if args.source else ""
    described, found, count = wanted_rows(store, args.name, RowQuery(args.where, source_id))
    before = args.first - 1
    found = islice(found, before, None if args.count is None else before + args.count)
    count = min(max(0, count - before), args.count or count)
    if args.json or args.csv is not None:
        return _print(args, tuple(described.columns), [plain_values(row) for row in found], str)
    if not count:
        return _none()
    print(data_text.rows_text(store, described, islice(found, MOST_LINES)))
    if count > MOST_LINES:
        text = gettext("First {shown} of {count} rows; --csv or --json prints all of them.")
        warn(text.format(shown=number(MOST_LINES), count=number(count)))
    return 0


def _disagreements(args: Namespace, store: Store) -> int:
    found = disagreements.all_disagreements(store)
    rows, text = list(disagreements.csv_rows(found)), partial(data_text.disagreements_text, store, found)
    return _print(args, disagreements.HEADER, rows, text)


def _by_products(args: Namespace, store: Store) -> int:
    found = by_products.by_products(store)
    rows, text = list(by_products.csv_rows(found)), partial(data_text.by_products_text, store, found)
    return _print(args, by_products.HEADER, rows, text)


def _print(
    args: Namespace,
    header: Sequence[str],
    rows: Sequence[Sequence[object]],
    text: Callable[[], str],
    records: Sequence[dict[str, Any]] | None = None,
) -> int:
    """Print rows as JSON (`records` where these hold more), as CSV, into a file, or as text; return 1 without any."""
    if args.json:
        print_json([dict(zip(header, row, strict=True)) for row in rows] if records is None else records)
    elif args.csv == STDOUT:
        print_csv(header, rows)
    elif args.csv is not None:
        write_file(Path(args.csv), csv_text(header, rows).encode("utf-8"), force=args.force)
    elif rows:
        print(text())
    return 0 if rows else _none()


def _none() -> int:
    """Say that there are no rows."""
    warn(gettext("No rows match."))
    return 1


COMMAND = Command(
    "data",
    gettext_noop("Show what the data file contains; install, choose and compare data editions."),
    add_arguments,
    run,
)
