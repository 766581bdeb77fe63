"""The differences between two editions in words."""

from collections.abc import Iterator, Mapping
from itertools import islice

from explorer.data.contents.cells import cell_text
from explorer.data.contents.column_titles import column_title
from explorer.data.contents.key_names import KeyNames
from explorer.data.controls.change_texts import status_words
from explorer.data.controls.changes import MetalStatus
from explorer.data.dates import show
from explorer.data.editions.difference_record import EditionChanges
from explorer.data.editions.fact_differences import ADDED, FLAGS, REMOVED, REVISED, RowChange
from explorer.data.numbers import exact
from explorer.data.storage.description import Column
from explorer.language import gettext, gettext_noop, ngettext, paragraph, pgettext

MOST_VALUES, LONGEST_SUMMARY = 4, 160
_LEFT_OUT = ("source_ids", "confidence", "note")  # of a summary
_KINDS = {
    ADDED: gettext_noop("added"),
    REMOVED: gettext_noop("removed"),
    REVISED: gettext_noop("revised"),
}


def kind_word(kind: str) -> str:
    """Return the word for a kind of change."""
    return gettext(_KINDS[kind])


def summary(row: RowChange, names: KeyNames) -> str:
    """Return the flags and the first values of an added or removed row beside its key, with their titles."""
    values = {
        name: value
        for name, value in row.values.items()
        if value is not None and name not in (*row.table.key, *_LEFT_OUT, *FLAGS)
    }
    first = dict(islice(values.items(), MOST_VALUES))
    text = " · ".join(_titled(row, row.flags | first, names))
    return text if len(text) <= LONGEST_SUMMARY else f"{text[: LONGEST_SUMMARY - 1]}…"


def _titled(row: RowChange, values: Mapping[str, object], names: KeyNames) -> Iterator[str]:
    """Yield values of a row with the titles of their columns."""
    text = pgettext("value", "{title}: {value}")
    for name, value in values.items():
        shown = cell_text(row.table.columns[name], value, names)
        yield text.format(title=column_title(name), value=shown)


def count_text(found: EditionChanges) -> str:
    """Return the two editions, how many facts differ, and how many metals have a different status."""
    editions = gettext("From edition {old} (controls checked to {old_day}) to {new} (checked to {new_day}).")
    fields = {"old": found.old_name, "new": found.new_name}
    days = {"old_day": show(found.old.verified_to), "new_day": show(found.new.verified_to)}
    return paragraph((editions.format(**fields, **days), _facts(found), _statuses(found)))


def _facts(found: EditionChanges) -> str:
    if not found.facts:
        return gettext("No fact differs.")
    text = gettext("Facts: {added} added, {removed} removed, {revised} revised.")
    return text.format(**{kind: exact(found.count(kind)) for kind in _KINDS})


def _statuses(found: EditionChanges) -> str:
    metals = len({change.metal_id for change in found.statuses})
    if not metals:
        return gettext("No status differs.")
    return ngettext(
        "{count} metal or material has a different status.",
        "{count} metals and materials have a different status.",
        metals,
    ).format(count=exact(metals))


def value_texts(row: RowChange, names: tuple[KeyNames, KeyNames]) -> list[tuple[str, str, str]]:
    """Return the field, the old and the new value of each change of a row, with the names of either edition.

    An added or removed row has one entry without a field: its summary.
    """
    old_names, new_names = names
    if row.kind == ADDED:
        return [("", "", summary(row, new_names))]
    if row.kind == REMOVED:
        return [("", summary(row, old_names), "")]
    return [
        (
            column_title(change.column.name),
            _value_text(row, change.column, change.old, old_names),
            _value_text(row, change.column, change.new, new_names),
        )
        for change in row.changes
    ]


def _value_text(row: RowChange, column: Column, value: object, names: KeyNames) -> str:
    """Return an old or a new value of a revised row; a figure with the flags that both have."""
    if value is None and column.name in FLAGS:
        return gettext("none")
    text = cell_text(column, value, names) or gettext("unknown")
    return text if column.type == "TEXT" else " · ".join((text, *_titled(row, row.flags, names)))


def status_text(status: MetalStatus | None) -> str:
    """Return a status in words; a metal can be missing from an edition."""
    return gettext("not on file") if status is None else status_words(status)
