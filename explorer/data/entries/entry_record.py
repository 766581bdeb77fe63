"""The user's entries as plain values."""

from collections.abc import Iterable
from typing import Any

from msgspec.structs import asdict

from explorer.data.user.entry_records import Entry, EventFacts


def entry_dict(entry: Entry) -> dict[str, Any]:
    """Return an entry as plain values; `kind` is `event`, or the kind of a new measure."""
    kind = {"kind": "event"} if isinstance(entry.facts, EventFacts) else {}
    facts = {name: list(v) if isinstance(v, tuple) else v for name, v in asdict(entry.facts).items()}
    notice = asdict(entry.notice)
    return {"id": entry.entry_id, **kind, **facts, **notice, "added": entry.added, "on": entry.is_on}


def entry_dicts(entries: Iterable[Entry]) -> list[dict[str, Any]]:
    """Return entries as plain values."""
    return [entry_dict(entry) for entry in entries]
