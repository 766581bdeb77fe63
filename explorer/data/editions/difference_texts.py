"""The differences between two editions in words."""

from explorer.data.contents.cells import cell_text
from explorer.data.contents.column_titles import column_title
from explorer.data.contents.key_names import KeyNames
from explorer.data.controls.change_texts import status_words
from explorer.data.controls.changes import MetalStatus
from explorer.data.dates import show
from explorer.data.editions.difference_record import EditionChanges
from explorer.data.editions.fact_differences import ADDED, REMOVED, REVISED, RowChange
from explorer.data.numbers import exact
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
    """Return the first values of an added or removed row beside its key, with the titles of their columns."""
    parts = []
    for name, value in row.values.items():
        column = row.table.columns[name]
        if value is not None and name not in (*row.table.key, *_LEFT_OUT):
            text = pgettext("value", "{title}: {value}")
            parts.append(text.format(title=column_title(name), value=cell_text(column, value, names)))
    text = " · ".join(parts[:MOST_VALUES])
    return text if len(text) <= LONGEST_SUMMARY else f"{text[: LONGEST_SUMMARY - 1]}…"


def count_text(found: EditionChanges) -> str:
    """Return the two editions, how many facts differ, and how many metals have another status."""
    editions = gettext("From edition {old} (controls checked to {old_day}) to {new} (checked to {new_day}).")
    fields = {"old": found.old.data_version, "new": found.new.data_version}
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
    unknown = gettext("unknown")
    return [
        (
            column_title(change.column.name),
            cell_text(change.column, change.old, old_names) or unknown,
            cell_text(change.column, change.new, new_names) or unknown,
        )
        for change in row.changes
    ]


def status_text(status: MetalStatus | None) -> str:
    """Return a status in words; a metal can be missing from an edition."""
    return gettext("not on file") if status is None else status_words(status)
