"""`minor-metals document`: one document with its measures, items, events, parties, wording and addresses."""

from argparse import ArgumentParser, Namespace

from msgspec.structs import replace

from explorer.commands.support import document_record, document_text
from explorer.commands.support.command import Command
from explorer.commands.support.context import as_of, open_store
from explorer.commands.support.options import add_context
from explorer.commands.support.output import print_json
from explorer.data.context import Context
from explorer.data.controls.documents import document
from explorer.data.finding.lookup import find_destination, find_document, find_jurisdiction
from explorer.language import gettext, gettext_noop


def add_arguments(parser: ArgumentParser) -> None:
    """Add the document and the context."""
    parser.add_argument(
        "document", metavar="NUMBER|ID", help=gettext("number and year, such as 46/2024, title or ID")
    )
    add_context(parser)


def run(args: Namespace) -> int:
    """Print a document as text or JSON; without an origin, for exports from its own jurisdiction."""
    with open_store(args) as store:
        instrument = find_document(store, args.document)
        to, origin = getattr(args, "to", None), getattr(args, "origin", None)
        context = Context(as_of(args), instrument.jurisdiction)
        if origin is not None:
            context = replace(context, origin=find_jurisdiction(store, origin))
        if to is not None:
            context = replace(context, destination=find_destination(store, to))
        shown = document(store, instrument.instrument_id, context)
        if args.json:
            print_json(document_record.as_dict(store, shown))
        else:
            print(document_text.as_text(store, shown, context))
    return 0


COMMAND = Command(
    "document",
    gettext_noop("Show one document: its measures, items, events, parties, wording and addresses."),
    add_arguments,
    run,
)
