"""The data editions on the command line: install, list, use, remove, rollback and diff."""

from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from explorer.commands.support import edition_text
from explorer.commands.support.context import read_context
from explorer.commands.support.options import add_context
from explorer.commands.support.output import Progress, print_csv, print_json
from explorer.commands.support.terminal import warn
from explorer.data.controls.headline import beyond
from explorer.data.editions import actions, difference_record
from explorer.data.editions.candidate import examine
from explorer.data.editions.choice import read_choice
from explorer.data.editions.comparison import compare
from explorer.data.editions.current import open_current, open_edition
from explorer.data.editions.folder import editions, find_edition
from explorer.data.store import Store
from explorer.errors import KnownError
from explorer.language import gettext

PERCENT = 100


def add_edition_commands(pages: Any) -> None:
    """Add the commands on editions to the pages of `minor-metals data`."""

    def add(name: str, text: str, run: Callable[[Namespace], int]) -> ArgumentParser:
        own: ArgumentParser = pages.add_parser(name, help=text, description=text, allow_abbrev=False)
        own.add_argument("--json", action="store_true", default=SUPPRESS, help=gettext("print JSON only"))
        own.set_defaults(run_page=run)
        return own

    install = add("install", gettext("Check a data file, install it and use it from now on."), _install)
    install.add_argument("file", metavar="FILE", help=gettext("data file built by `python -m db`"))
    add("list", gettext("List the data editions on this computer."), _list)
    use = add("use", gettext("Switch to another edition."), _use)
    use.add_argument(
        "name",
        metavar="EDITION",
        help=gettext("name or version, as shown by `data list`; or `bundled` or `newest`"),
    )
    remove = add("remove", gettext("Remove an installed edition that is not in use."), _remove)
    remove.add_argument("name", metavar="EDITION", help=gettext("name or version, as shown by `data list`"))
    add("rollback", gettext("Go back to the previous edition."), _roll_back)
    diff = add(
        "diff", gettext("Show what differs between two editions: facts, and statuses as of a date."), _diff
    )
    for name in ("old", "new"):
        diff.add_argument(
            name, metavar=name.upper(), help=gettext("name or version of an edition, or a data file")
        )
    add_context(diff)
    diff.add_argument(
        "--all-places", action="store_true", help=gettext("compare statuses for all origins and destinations")
    )
    diff.add_argument("--csv", action="store_true", help=gettext("print CSV only"))


def _refuse_data_option(args: Namespace) -> None:
    if args.data is not None:
        sentence = gettext("--data does not apply to `data {page}`.")
        raise KnownError(sentence.format(page=args.page))


def _install(args: Namespace) -> int:
    _refuse_data_option(args)
    progress = Progress(PERCENT)
    try:
        candidate = examine(
            Path(args.file), lambda part: progress.show(round(part * PERCENT), gettext("Checking"))
        )
    finally:
        progress.clear()
    installed = actions.install(candidate)
    if args.json:
        print_json(edition_text.installed_dict(candidate, installed))
    else:
        print(edition_text.installed_text(candidate, installed))
    return 0


def _list(args: Namespace) -> int:
    _refuse_data_option(args)
    opened = open_current()
    opened.store.close()
    found = editions()
    if args.json:
        print_json([edition_text.edition_dict(edition, opened.name) for edition in found])
    else:
        print(edition_text.list_text(found, opened))
    if opened.warning:
        warn(opened.warning)
    return 0


def _use(args: Namespace) -> int:
    _refuse_data_option(args)
    return _print_used(args, actions.use(args.name).name)


def _remove(args: Namespace) -> int:
    _refuse_data_option(args)
    edition = actions.remove(args.name)
    if args.json:
        print_json({"removed": edition.name, "file": str(edition.path)})
    else:
        print(edition_text.removed_text(edition))
    return 0


def _roll_back(args: Namespace) -> int:
    _refuse_data_option(args)
    return _print_used(args, actions.roll_back().name)


def _print_used(args: Namespace, name: str) -> int:
    edition = find_edition(name)
    if args.json:
        print_json(edition_text.edition_dict(edition, name))
    else:
        print(edition_text.used_text(edition))
    return 0


def _diff(args: Namespace) -> int:
    """Print the differences; return 1 where there are none."""
    _refuse_data_option(args)
    if args.json and args.csv:
        raise KnownError(gettext("--json and --csv cannot be combined."))
    with _opened(args.old) as old, _opened(args.new) as new:
        context = read_context(args, new, must_be_export=not args.all_places)
        found = compare(old, new, context, all_places=args.all_places)
        warning = beyond(new, context.as_of)
        if args.json:
            values = difference_record.as_dict(
                found, context, all_places=args.all_places, is_beyond=bool(warning)
            )
            print_json(values)
        elif args.csv:
            print_csv(difference_record.HEADER, difference_record.rows(found))
        else:
            print(edition_text.changes_text(old, new, found, context, all_places=args.all_places))
    if warning and (args.json or args.csv):
        warn(warning)
    return 1 if found.is_empty else 0


def _opened(text: str) -> Store:
    """Open an edition by its name or version, or a data file."""
    path = Path(text)
    if path.suffix == ".db" or path.is_file():
        return Store.open(path)
    return open_edition(find_edition(text).name, read_choice()[0])
