"""What an import of the user's own data did, as text and as plain values."""

from collections.abc import Iterator
from typing import Any

from msgspec.structs import asdict

from explorer.commands.support.own_text import series_dict
from explorer.data.entries.entry_record import entry_dicts
from explorer.data.store import Store
from explorer.data.user.difference_words import difference_words
from explorer.data.user.merge_record import Difference, Merge, Own
from explorer.data.user.parts_records import PartsList
from explorer.data.user.records import Note, UserSeries
from explorer.language import gettext, paragraph


def merge_dict(store: Store, merge: Merge) -> dict[str, Any]:
    """Return what an import did as plain values; `replaced` is whether it replaced anything of the user's."""
    return {
        "added_series": [series_dict(s) for s in merge.added_series],
        "added_to_watchlist": list(merge.added_to_watchlist),
        "added_notes": [asdict(n) for n in merge.added_notes],
        "added_entries": entry_dicts(merge.added_entries),
        "added_parts": [{"list": p.list_id, "name": p.facts.name} for p in merge.added_parts],
        "differing_series": [s.series_id for s in merge.differing_series],
        "differing_notes": [n.subject_id for n in merge.differing_notes],
        "differing_entries": [e.entry_id for e in merge.differing_entries],
        "differing_parts": [p.list_id for p in merge.differing_parts],
        "differences": [_difference_dict(store, difference) for difference in merge.differences],
        "replaced": merge.is_replaced and bool(merge.differences),
        "copy": str(merge.copy) if merge.copy is not None else None,
    }


def _difference_dict(store: Store, difference: Difference) -> dict[str, str]:
    """Return the version of the user and that of the file under the same ID."""
    name, old, new = difference_words(store, difference)
    kind, own_id = _kind_and_id(difference.theirs)
    return {"kind": kind, "id": own_id, "name": name, "old": old, "new": new}


def _kind_and_id(own: Own) -> tuple[str, str]:
    """Return the name of a kind in the JSON, the same in every language, and the ID."""
    if isinstance(own, UserSeries):
        return "series", own.series_id
    if isinstance(own, Note):
        return "note", own.subject_id
    if isinstance(own, PartsList):
        return "parts_list", own.list_id
    return "entry", own.entry_id


def difference_sentences(store: Store, merge: Merge) -> Iterator[str]:
    """Yield for each difference whether the user's version was kept or replaced, with both versions."""
    for difference in merge.differences:
        _, old, new = difference_words(store, difference)
        both = (
            gettext("Before: {old} Now: {new}")
            if merge.is_replaced
            else gettext("Yours: {old} In the file: {new}")
        )
        done = _replaced(difference.theirs) if merge.is_replaced else _kept(difference.theirs)
        yield paragraph((done, both.format(old=old, new=new)))


def _kept(own: Own) -> str:
    if isinstance(own, UserSeries):
        text = gettext(
            "The series “{name}” ({id}) differs from yours, which was kept. Add --replace to replace it."
        )
        return text.format(name=own.name, id=own.series_id)
    if isinstance(own, Note):
        text = gettext(
            "The note on {subject} differs from yours, which was kept. Add --replace to replace it."
        )
        return text.format(subject=own.subject_id)
    if isinstance(own, PartsList):
        text = gettext(
            "The parts list “{name}” ({id}) differs from yours, which was kept. Add --replace to replace it."
        )
        return text.format(name=own.facts.name, id=own.list_id)
    text = gettext("The entry {id} differs from yours, which was kept. Add --replace to replace it.")
    return text.format(id=own.entry_id)


def _replaced(own: Own) -> str:
    if isinstance(own, UserSeries):
        return gettext("The series “{name}” ({id}) was replaced.").format(name=own.name, id=own.series_id)
    if isinstance(own, Note):
        return gettext("The note on {subject} was replaced.").format(subject=own.subject_id)
    if isinstance(own, PartsList):
        text = gettext("The parts list “{name}” ({id}) was replaced.")
        return text.format(name=own.facts.name, id=own.list_id)
    return gettext("The entry {id} was replaced.").format(id=own.entry_id)
