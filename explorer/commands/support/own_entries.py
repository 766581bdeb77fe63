"""The actions of `minor-metals own` on the user's entries: add an event or a measure, list, switch, remove."""

import difflib
from argparse import ArgumentParser, Namespace
from datetime import date

from explorer.commands.support import own_entry_text as text
from explorer.commands.support.context import open_edition
from explorer.commands.support.output import print_json
from explorer.commands.support.terminal import warn
from explorer.data.dates import read_day
from explorer.data.entries.apply import use_entries, with_entries
from explorer.data.finding.lookup import find_destination, find_jurisdiction, find_metal
from explorer.data.records import Measure
from explorer.data.store import Store
from explorer.data.user import entries
from explorer.data.user.entry_records import (
    BASES,
    COVERS,
    EVENTS,
    IN_PRINCIPLE,
    KINDS,
    METAL_ITSELF,
    TEXT,
    EventFacts,
    MeasureFacts,
    Notice,
)
from explorer.data.user.user_file import UserFile
from explorer.errors import KnownError, NotFound, quoted
from explorer.language import gettext, paragraph

ON, OFF, REMOVE = "on", "off", "remove"
ALL_ENTRIES = "all"
MOST_SIMILAR = 6


def add_event_arguments(parser: ArgumentParser) -> None:
    """Add the measure, the event and the notice."""
    parser.add_argument(
        "measure", metavar="MEASURE", help=gettext("ID of the measure, such as cn-2024-46-2a")
    )
    kinds = gettext("kind of event: {kinds}").format(kinds=", ".join(EVENTS))
    parser.add_argument("event", metavar="KIND", choices=EVENTS, help=kinds)
    parser.add_argument(
        "--date", metavar="DAY", required=True, help=gettext("first day on which the event applies")
    )
    parser.add_argument("--until", metavar="DAY", help=gettext("last day of a pause"))
    parser.add_argument(
        "--basis",
        choices=BASES,
        default=TEXT,
        help=gettext("whether the event is based on a legal text or only on a statement (default: text)"),
    )
    _add_notice(parser)


def add_measure_arguments(parser: ArgumentParser) -> None:
    """Add the document, the rule, the places, the metals, the days and the notice."""
    parser.add_argument(
        "--document",
        metavar="NUMBER",
        required=True,
        help=gettext("number or name of the document, such as “Announcement 70 of 2026”"),
    )
    parser.add_argument("--issuer", help=gettext("who issued the document"))
    parser.add_argument("--kind", choices=KINDS, required=True, help=gettext("kind of measure"))
    parser.add_argument(
        "--in-principle",
        action="store_true",
        help=gettext("licences are refused in principle; applications may be filed"),
    )
    parser.add_argument(
        "--metal",
        action="append",
        required=True,
        help=gettext("metal that the measure targets; repeat the option for several"),
    )
    parser.add_argument(
        "--covers",
        choices=COVERS,
        default=METAL_ITSELF,
        help=gettext("what the measure covers (default: metal)"),
    )
    parser.add_argument("--scope", metavar="TEXT", help=gettext("goods covered, in your own words"))
    parser.add_argument(
        "--code",
        action="append",
        default=[],
        help=gettext("customs or control code that the document names; repeat the option for several"),
    )
    parser.add_argument(
        "--from",
        dest="origin",
        metavar="ORIGIN",
        default="CHN",
        help=gettext("origin of the exports (default: CHN)"),
    )
    parser.add_argument("--to", metavar="DEST", default="ALL", help=gettext("destination (default: ALL)"))
    parser.add_argument("--announced", metavar="DAY", help=gettext("day of the announcement"))
    parser.add_argument("--effective", metavar="DAY", help=gettext("first day in force"))
    parser.add_argument("--expires", metavar="DAY", help=gettext("last day in force"))
    _add_notice(parser)


def _add_notice(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--title", metavar="TEXT", required=True, help=gettext("title of the notice that you read")
    )
    parser.add_argument("--address", metavar="URL", required=True, help=gettext("web address of the notice"))
    parser.add_argument(
        "--read", metavar="DAY", default="today", help=gettext("day on which you read it (default: today)")
    )


def add_entry_arguments(parser: ArgumentParser) -> None:
    """Add the entry and what to do with it."""
    parser.add_argument(
        "entry", metavar="ID", help=gettext("ID of the entry, as `own entries` prints it, or “all”")
    )
    parser.add_argument("do", choices=(ON, OFF, REMOVE), help=gettext("turn it on or off, or remove it"))


def add_event(args: Namespace) -> int:
    """Save an event of a measure and print what it changes."""
    with open_edition(args) as store:
        file = UserFile(report=warn)
        use_entries(store, entries.entries(file))
        measure = _measure(store, args.measure)
        facts = EventFacts(
            measure.measure_id, args.event, _day(args.date) or "", _day(args.until), args.basis
        )
        return _add(args, store, file, facts)


def add_measure(args: Namespace) -> int:
    """Save a new measure and print what it changes."""
    with open_edition(args) as store:
        file = UserFile(report=warn)
        use_entries(store, entries.entries(file))
        facts = MeasureFacts(
            document=args.document,
            jurisdiction=find_jurisdiction(store, args.origin),
            destination=find_destination(store, args.to),
            kind=args.kind,
            metal_ids=tuple(find_metal(store, name).metal_id for name in args.metal),
            announced=_day(args.announced),
            effective=_day(args.effective),
            expires=_day(args.expires),
            issuer=args.issuer,
            strictness=IN_PRINCIPLE if args.in_principle else None,
            covers=args.covers,
            scope=args.scope,
            codes=tuple(args.code),
        )
        return _add(args, store, file, facts)


def _add(args: Namespace, store: Store, file: UserFile, facts: EventFacts | MeasureFacts) -> int:
    notice = Notice(args.title, args.address, _day(args.read) or "")
    draft = entries.new_entry(file, facts, notice)
    for unusable in with_entries(store, (draft,)).entries.unusable:
        if isinstance(facts, MeasureFacts):
            raise KnownError(unusable.reason)
    entry = entries.add_entry(file, draft.facts, draft.notice)
    if args.json:
        print_json(text.added_dict(store, entry, date.today()))
    else:
        print(text.added_text(store, entry, date.today()))
    return 0


def list_entries(args: Namespace) -> int:
    """Print the entries; return 1 where there are none."""
    with open_edition(args) as store:
        file = UserFile(report=warn)
        found = entries.entries(file)
        use_entries(store, found)
        if args.json:
            print_json({"file": str(file.path), "entries": text.listed(store, found)})
        else:
            print(text.listed_text(store, found, file.path))
    return 0 if found else 1


def change_entry(args: Namespace) -> int:
    """Switch an entry or all of them on or off, or remove one."""
    file = UserFile(report=warn)
    if args.entry == ALL_ENTRIES:
        if args.do == REMOVE:
            raise KnownError(gettext("Entries can only be removed one at a time. Give the ID of an entry."))
        changed = entries.entries(file)
        if not changed:
            raise NotFound(gettext("You have no entries."))
    else:
        changed = (entries.entry(file, args.entry),)
    if args.do == REMOVE:
        entries.remove_entry(file, args.entry)
    else:
        entries.switch_entries(file, {e.entry_id: args.do == ON for e in changed})
    if args.json:
        print_json({"entries": [e.entry_id for e in changed], "done": args.do})
    else:
        with open_edition(args) as store:
            use_entries(store, entries.entries(file))
            print(text.changed_text(store, changed, args.do))
    return 0


def _measure(store: Store, wanted: str) -> Measure:
    """Return the measure with an ID; raise NotFound with similar ones."""
    measure = store.measures.get(wanted.strip())
    if measure is not None:
        return measure
    plain = wanted.strip().lower()
    similar = [i for i in store.measures if plain and i.startswith(plain)]
    similar += difflib.get_close_matches(plain, list(store.measures), n=MOST_SIMILAR)
    names = ", ".join(list(dict.fromkeys(similar))[:MOST_SIMILAR])
    hint = gettext("Similar IDs: {names}.").format(names=names) if similar else ""
    sentence = gettext("No measure has the ID {id}.").format(id=quoted(wanted))
    where = gettext("`minor-metals status METAL --json` shows the IDs of the measures on a metal.")
    raise NotFound(paragraph((sentence, hint, where)))


def _day(text_of_day: str | None) -> str | None:
    return read_day(text_of_day).isoformat() if text_of_day is not None else None
