"""`minor-metals own`: price series, watchlist and entries of the user, and export and import of all own data."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from explorer.commands.support import own_add, own_entries, own_text
from explorer.commands.support.actions import add_actions, run_action
from explorer.commands.support.command import Command
from explorer.commands.support.context import open_edition, title
from explorer.commands.support.merge_text import difference_sentences, merge_dict
from explorer.commands.support.options import add_metal
from explorer.commands.support.output import plain, print_json
from explorer.commands.support.terminal import warn
from explorer.data.entries.apply import use_entries
from explorer.data.finding.lookup import find_metal
from explorer.data.user import entries, exchange, notes, parts, series, watchlist
from explorer.data.user.merge_words import added_words, copy_words
from explorer.data.user.user_file import UserFile
from explorer.errors import NotFound
from explorer.language import gettext, gettext_noop


def add_arguments(parser: ArgumentParser) -> None:
    """Add what can be done with the user's own data, each with its arguments."""
    action = add_actions(parser)
    listing = action("list", gettext("List your series, watchlist, notes, entries and parts lists."), _list)
    listing.add_argument(
        "metal",
        nargs="?",
        help=gettext("list only what concerns this metal: ID, symbol, English or Chinese name"),
    )
    own_add.add_arguments(action("add", gettext("Add a price series from a CSV or XLSX file."), own_add.run))
    remove = action("remove", gettext("Remove one of your series."), _remove)
    remove.add_argument("series", metavar="ID", help=gettext("ID of the series, as `own list` prints it"))
    add_metal(action("watch", gettext("Put a metal on your watchlist."), _watch))
    add_metal(action("unwatch", gettext("Take a metal off your watchlist."), _unwatch))
    add_event = action(
        "add-event", gettext("Add an event of a measure on file, such as a pause."), own_entries.add_event
    )
    own_entries.add_event_arguments(add_event)
    add_measure = action(
        "add-measure", gettext("Add a measure that is not on file."), own_entries.add_measure
    )
    own_entries.add_measure_arguments(add_measure)
    action("entries", gettext("List the events and measures that you added."), own_entries.list_entries)
    entry = action(
        "entry", gettext("Turn one of your entries on or off, or remove it."), own_entries.change_entry
    )
    own_entries.add_entry_arguments(entry)
    export = action("export", gettext("Write all of your own data to one file."), _export)
    export.add_argument("file", metavar="FILE", help=gettext("file to write"))
    export.add_argument("--force", action="store_true", help=gettext("replace an existing file"))
    merging = action(
        "import",
        gettext(
            "Add data from a file written by `own export`. Nothing is removed. Where a series, note, entry or parts "
            "list differs, yours is kept unless you add --replace."
        ),
        _import,
    )
    merging.add_argument("file", metavar="FILE", help=gettext("file written by `own export`"))
    merging.add_argument(
        "--replace",
        action="store_true",
        help=gettext(
            "where series, notes, entries or parts lists differ, replace yours with those in the file; a copy of your "
            "data is saved first"
        ),
    )


def run(args: Namespace) -> int:
    """Do what the arguments name; return 1 where there is nothing to show or to change."""
    return run_action(args)


def _list(args: Namespace) -> int:
    file = UserFile(report=warn)
    with open_edition(args) as store:
        metal = find_metal(store, args.metal) if args.metal is not None else None
        metal_id = metal.metal_id if metal is not None else None
        all_entries = entries.entries(file)
        use_entries(store, all_entries)
        saved = own_text.Saved(
            series.all_series(file, metal_id),
            tuple(s for s in watchlist.watchlist(file) if metal_id in (None, s.metal_id)),
            tuple(n for n in notes.notes(file) if metal_id in (None, n.subject_id)),
            tuple(e for e in all_entries if metal_id is None or own_text.is_on(store, e, metal_id)),
            parts.summaries(file) if metal_id is None else None,
        )
        if args.json:
            print_json({"file": str(file.path), **own_text.saved_dict(store, saved)})
        elif not saved.is_empty:
            print(own_text.saved_text(store, saved, file.path))
    if saved.is_empty:
        warn(own_text.nothing_text(metal, file.path))
        return 1
    return 0


def _remove(args: Namespace) -> int:
    removed = series.remove_series(UserFile(report=warn), args.series)
    if args.json:
        print_json({"removed": own_text.series_dict(removed)})
    else:
        print(gettext("Removed the series “{name}” ({id}).").format(name=removed.name, id=removed.series_id))
    return 0


def _watch(args: Namespace) -> int:
    return _set_watched(args, is_watched=True)


def _unwatch(args: Namespace) -> int:
    return _set_watched(args, is_watched=False)


def _set_watched(args: Namespace, *, is_watched: bool) -> int:
    """Put a metal on the watchlist or take it off; return 1 where it was not there to take off."""
    with open_edition(args) as store:
        metal = find_metal(store, args.metal)
    file = UserFile(report=warn)
    is_changed = (watchlist.add_to_watchlist if is_watched else watchlist.remove_from_watchlist)(
        file, metal.metal_id
    )
    if not (is_watched or is_changed):
        raise NotFound(gettext("{metal} is not on your watchlist.").format(metal=title(metal)))
    if args.json:
        print_json({"metal": metal.metal_id, "watched": is_watched, "changed": is_changed})
        return 0
    if not is_changed:
        sentence = gettext("{metal} is already on your watchlist.")
    elif is_watched:
        sentence = gettext("{metal} is now on your watchlist.")
    else:
        sentence = gettext("{metal} is no longer on your watchlist.")
    print(sentence.format(metal=title(metal)))
    return 0


def _export(args: Namespace) -> int:
    path = Path(args.file)
    exchange.export_to(UserFile(report=warn), path, force=args.force)
    if args.json:
        print_json({"file": str(path)})
    else:
        print(path)
    return 0


def _import(args: Namespace) -> int:
    with open_edition(args) as store:
        merge = exchange.import_from(UserFile(report=warn), Path(args.file), replace=args.replace)
        for sentence in difference_sentences(store, merge):
            warn(sentence)
        if args.json:
            print_json(merge_dict(store, merge))
            return 0
    for sentence in filter(None, (added_words(merge), copy_words(merge))):
        print(plain(sentence))
    return 0


COMMAND = Command(
    "own",
    gettext_noop("Keep your own price series, watchlist and entries, and export or import them as one file."),
    add_arguments,
    run,
)
