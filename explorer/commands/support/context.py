"""The as-of date, origin and destination of a command."""

from argparse import Namespace
from datetime import date
from pathlib import Path

from explorer.commands.support.terminal import warn
from explorer.data.context import Context
from explorer.data.dates import read_day, show
from explorer.data.editions.current import open_current
from explorer.data.finding.lookup import find_destination, find_jurisdiction
from explorer.data.places import not_an_export, place_name
from explorer.data.records import Metal
from explorer.data.store import Store
from explorer.errors import KnownError, UserFileError
from explorer.language import gettext, ngettext, paragraph


def context_fields(store: Store, context: Context) -> dict[str, str]:
    """Return the names of origin and destination and the as-of date, as fields of a sentence."""
    return {
        "origin": place_name(store, context.origin),
        "destination": place_name(store, context.destination),
        "date": show(context.as_of),
    }


def as_of(args: Namespace) -> date:
    """Return the as-of date, today by default."""
    text = getattr(args, "on", None)
    return read_day(text) if text is not None else date.today()


def open_edition(args: Namespace) -> Store:
    """Open the data file that `--data` names, or the edition in use, with a warning where that can't be used.

    The user's entries are left out.
    """
    if args.data is not None:
        return Store.open(Path(args.data))
    opened = open_current()
    if opened.warning:
        warn(opened.warning)
    return opened.store


def open_store(args: Namespace) -> Store:
    """Open the data file that `--data` names, or the edition in use, with the user's entries unless left out."""
    store = open_edition(args)
    if not args.without_own:
        try:
            _add_entries(store)
        except BaseException:
            store.close()
            raise
    return store


def _add_entries(store: Store) -> None:
    """Put the user's entries into a store, and say how many are used."""
    from explorer.data.user.own_facts import read_entries_into
    from explorer.data.user.user_file import UserFile

    try:
        read_entries_into(store, UserFile(report=warn))
    except UserFileError as error:
        hint = gettext("Add --without-own to leave out your entries.")
        raise UserFileError(paragraph((str(error), hint))) from error
    used = len(store.entries.used)
    if used:
        text = ngettext(
            "{count} of your entries is in use; --without-own leaves it out.",
            "{count} of your entries are in use; --without-own leaves them out.",
            used,
        )
        warn(text.format(count=used))


def read_context(args: Namespace, store: Store, *, must_be_export: bool = True) -> Context:
    """Return the context of a command; raise KnownError where it can't be read or is not the export it must be."""
    to = getattr(args, "to", None)
    origin = getattr(args, "origin", None)
    context = Context(
        as_of(args),
        "CHN" if origin is None else find_jurisdiction(store, origin),
        "ALL" if to is None else find_destination(store, to),
    )
    refusal = not_an_export(store, context.origin, context.destination)
    if refusal and must_be_export:
        raise KnownError(refusal)
    return context


def title(metal: Metal) -> str:
    """Return both names of a metal."""
    return f"{metal.name_en} {metal.name_zh}"
