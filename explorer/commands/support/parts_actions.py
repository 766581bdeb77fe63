"""The actions of `minor-metals parts`: save, list, rename and remove parts lists, and check them again."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from explorer.commands.support import parts_text
from explorer.commands.support.code_table import chosen_column
from explorer.commands.support.context import as_of, open_edition, open_store, read_context
from explorer.commands.support.options import whole_number
from explorer.commands.support.output import print_csv, print_json
from explorer.commands.support.own_reading import report_bad_lines
from explorer.commands.support.terminal import one_line, warn
from explorer.data.dates import read_day
from explorer.data.parts import record
from explorer.data.parts.check import check_order, check_parts
from explorer.data.parts.from_codes import parts_lines
from explorer.data.parts.records import PartsResult
from explorer.data.reading.read_codes import read_code_file
from explorer.data.store import Store
from explorer.data.user import parts
from explorer.data.user.parts_records import PartsFacts, PartsList
from explorer.data.user.parts_results import save_check
from explorer.data.user.user_file import UserFile
from explorer.errors import KnownError, NotFound
from explorer.files import write_file
from explorer.language import gettext, ngettext


def add(args: Namespace) -> int:
    """Save the codes of a file as a parts list, and check it for the first time."""
    path = Path(args.file)
    codes = chosen_column(read_code_file(path, args.sheet), args.column, path)
    lines, bad = parts_lines(codes)
    report_bad_lines(bad)
    if bad and not args.skip_bad_lines:
        text = ngettext(
            "{count} line has no valid code, so the list was not saved. Correct it, or add --skip-bad-lines.",
            "{count} lines have no valid code, so the list was not saved. Correct them, or add --skip-bad-lines.",
            len(bad),
        )
        raise KnownError(text.format(count=len(bad)))
    file = UserFile(report=warn)
    with open_store(args) as store:
        places = read_context(args, store)
        name = args.name if args.name is not None else path.stem
        facts = PartsFacts(name, places.origin, places.destination, path.name)
        saved = parts.add_parts(file, facts, lines)
        result = check_parts(store, saved, file.today())
        if not (args.without_own or args.data is not None):
            _save(file, [result])
        if args.json:
            print_json({**record.as_dict(store, result), "left_out": [number for number, _ in bad]})
        else:
            print(parts_text.added_text(store, saved, result))
    return 0


def list_all(args: Namespace) -> int:
    """Print the parts lists; return 1 where there are none."""
    file = UserFile(report=warn)
    found = parts.summaries(file)
    with open_edition(args) as store:
        if args.json:
            lists = [record.summary_dict(summary) for summary in found]
            print_json({"file": str(file.path), "lists": lists})
        elif found:
            print(parts_text.listed_text(store, found))
    if not found:
        warn(gettext("You have no parts list."))
        return 1
    return 0


def rename(args: Namespace) -> int:
    """Rename a parts list."""
    file = UserFile(report=warn)
    before = parts.find_parts(file, args.name)
    after = parts.rename_parts(file, before.list_id, args.new_name)
    if args.json:
        print_json({"list": after.list_id, "name": after.facts.name})
    else:
        text = gettext("Renamed the parts list “{old}” to “{new}”.")
        print(text.format(old=before.facts.name, new=after.facts.name))
    return 0


def remove(args: Namespace) -> int:
    """Remove a parts list."""
    file = UserFile(report=warn)
    removed = parts.remove_parts(file, parts.find_parts(file, args.name).list_id)
    if args.json:
        print_json({"removed": {"list": removed.list_id, "name": removed.facts.name}})
    else:
        text = gettext("Removed the parts list “{name}” ({id}).")
        print(text.format(name=removed.facts.name, id=removed.list_id))
    return 0


def check(args: Namespace) -> int:
    """Check one parts list or all; return 1 where no verdict has changed, 2 where a list could not be checked."""
    if args.json and args.csv:
        raise KnownError(gettext("--json and --csv cannot be combined."))
    if args.force and args.ics is None:
        raise KnownError(gettext("--force applies only with --ics."))
    day, since = as_of(args), read_day(args.since) if args.since is not None else None
    if since is not None:
        check_order(since, day)
    file = UserFile(report=warn)
    lists = _wanted(file, args.name)
    with open_store(args) as store:
        results = [check_parts(store, found, day, since, args.ahead) for found in lists]
        if args.ics is not None:
            _write_calendar(store, results, Path(args.ics), force=args.force)
        _print(args, store, results)
    if _is_last_check(args):
        _save(file, results)
    if any(result.refusal for result in results):
        return 2
    return 0 if any(result.changes for result in results) else 1


def _wanted(file: UserFile, name: str | None) -> Sequence[PartsList]:
    """Return the list with a name, or all of them; raise NotFound where there is none."""
    if name is not None:
        return (parts.find_parts(file, name),)
    found = parts.all_parts(file)
    if not found:
        raise NotFound(
            gettext("You have no parts list."), command_hint=gettext("`minor-metals parts add` saves one.")
        )
    return found


def _print(args: Namespace, store: Store, results: Sequence[PartsResult]) -> None:
    if args.json:
        print_json({"lists": [record.as_dict(store, result) for result in results]})
        return
    if not (args.csv or args.ics is not None):
        print(parts_text.checked_text(store, results))
        return
    for sentence in parts_text.unchecked(results):
        warn(sentence)
    if args.csv:
        print_csv(record.HEADER, record.rows(store, results))
    else:
        print(one_line(args.ics))


def _write_calendar(store: Store, results: Sequence[PartsResult], path: Path, *, force: bool) -> None:
    from explorer.data.parts.calendar import parts_as_calendar

    write_file(path, parts_as_calendar(store, results), force=force)


def _is_last_check(args: Namespace) -> bool:
    """Return whether a check is one of today, by the edition and the entries in use, and so replaces the last one."""
    is_other = args.since is not None or getattr(args, "on", None) is not None
    return not (is_other or args.keep or args.without_own or args.data is not None)


def _save(file: UserFile, results: Sequence[PartsResult]) -> None:
    for result in results:
        if result.check is not None:
            save_check(file, result.parts.list_id, result.check)


def days_ahead(text: str) -> int:
    """Return a number of days, at least 0; raise argparse's error otherwise."""
    from argparse import ArgumentTypeError

    days = whole_number(text)
    if not 0 <= days <= 100_000:
        raise ArgumentTypeError(gettext("{number} is not between 0 and 100 000").format(number=days))
    return days
