"""What an answer to another program says beside its facts: day, places, edition, sources, what is not covered."""

import shlex
from argparse import Namespace
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from explorer.commands.support.context import read_context
from explorer.data.citation import cite
from explorer.data.controls.headline import beyond
from explorer.data.dates import first_day
from explorer.data.store import Store
from explorer.language import gettext

_SOURCE_KEYS = frozenset({"source_ids", "source_id"})
_MEASURE_KEYS = frozenset({"measure_id", "measure", "measures"})
_WITHOUT_DAY = ("data", "sources", "stress")


def answer(store: Store, args: Namespace, words: Sequence[str], value: Any) -> dict[str, Any]:
    """Return the JSON of a command as `answer`, with what it is about and the sources of what it names.

    Day and places are null where the answer does not depend on them.
    """
    on, origin, destination = _day_and_places(store, args, value)
    edition = store.edition
    return {
        "about": {
            "on": on,
            "from": origin,
            "to": destination,
            "edition": edition.data_version,
            "verified_to": edition.verified_to,
            "verified_note": edition.verified_note,
            "beyond_verified": on is not None and date.fromisoformat(on) > first_day(edition.verified_to),
            "data_sha256": edition.sha256,
            "command": shlex.join(["minor-metals", *words]),
        },
        "answer": value,
        "sources": {i: cite(store.sources[i]) for i in _source_ids(store, value)},
    }


def limits(store: Store, values: dict[str, Any], own: Sequence[str]) -> list[str]:
    """Return what an answer does not cover: days after the last check, what its tool leaves open, and no advice."""
    on = values["about"]["on"]
    warning = beyond(store, date.fromisoformat(on)) if on is not None else ""
    reminder = gettext("For reference only; not legal advice. Before you ship, read the official text.")
    return [text for text in (warning, *map(gettext, own), reminder) if text]


def _day_and_places(store: Store, args: Namespace, value: Any) -> tuple[str | None, str | None, str | None]:
    """Return day, origin and destination that an answer names, else those that its command was given."""
    if isinstance(value, dict) and "on" in value and "from" in value:
        return value["on"], value["from"], value.get("to")
    if args.command in _WITHOUT_DAY:
        return None, None, None
    context = read_context(args, store, must_be_export=False)
    return context.as_of.isoformat(), context.origin, context.destination


def _source_ids(store: Store, value: Any) -> list[str]:
    """Return the ids of the sources that an answer names, and of those of the measures that it names."""
    found: dict[str, None] = {}
    for key, text in _texts(value, ""):
        if key in _SOURCE_KEYS:
            found |= dict.fromkeys(i for i in text.split(";") if i in store.sources)
        elif key in _MEASURE_KEYS and text in store.measures:
            found |= dict.fromkeys(store.measures[text].source_ids)
    return list(found)


def _texts(value: Any, key: str) -> Iterator[tuple[str, str]]:
    """Yield every text with the name that it has, that of its list for one in a list."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from _texts(each, name)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each, key)
    elif isinstance(value, str):
        yield key, value
