"""Compares two editions: facts, and statuses on the as-of date for the places of a context or for all."""

from itertools import islice

from msgspec import Struct

from explorer.data.context import Context
from explorer.data.controls.headline import beyond
from explorer.data.editions.choice import read_choice
from explorer.data.editions.current import open_edition
from explorer.data.editions.difference_lines import FactLine, StatusLine, fact_lines, status_line
from explorer.data.editions.difference_record import EditionChanges
from explorer.data.editions.fact_differences import fact_changes
from explorer.data.editions.folder import distinct_version
from explorer.data.editions.status_differences import all_contexts, status_changes
from explorer.data.progress import Report, no_report
from explorer.data.store import Store
from explorer.language import gettext

_FACTS = 0.7  # of the progress


class Compared(Struct, frozen=True):
    """Two editions that were compared, with the lines that a window shows: at most as many facts as asked for.

    `beyond` is the sentence on an as-of date that the checks of the new edition do not cover.
    """

    changes: EditionChanges
    facts: tuple[FactLine, ...]
    statuses: tuple[StatusLine, ...]
    beyond: str


def compare(
    old: Store, new: Store, context: Context, *, all_places: bool, report: Report = no_report
) -> EditionChanges:
    """Return what differs; `report` gets the part done and may raise an exception to stop."""
    facts = fact_changes(old, new, lambda part: report(part * _FACTS))
    contexts = all_contexts(old, new, context) if all_places else (context,)
    statuses = status_changes(old, new, contexts, lambda part: report(_FACTS + part * (1 - _FACTS)))
    return EditionChanges(old.edition, new.edition, *_names(old, new), facts, statuses)


def _names(old: Store, new: Store) -> tuple[str, str]:
    """Return the versions of two editions, with the names of their editions or files where these tell them apart."""
    names = [distinct_version(store.path, store.edition.data_version) for store in (old, new)]
    if names[0] == names[1] and old.path != new.path:
        text = gettext("{version} ({file})")
        names = [
            text.format(version=store.edition.data_version, file=store.path.name) for store in (old, new)
        ]
    return names[0], names[1]


def compare_names(
    old: str, new: str, context: Context, all_places: bool, most_facts: int, report: Report = no_report
) -> Compared:
    """Return what differs between two editions given by their names, which are opened for this."""
    choice = read_choice()[0]
    with open_edition(old, choice) as before, open_edition(new, choice) as after:
        found = compare(before, after, context, all_places=all_places, report=report)
        lines = (line for of in found.facts for line in fact_lines(before, after, of))
        return Compared(
            found,
            tuple(islice(lines, most_facts)),
            tuple(status_line(before, after, change) for change in found.statuses),
            beyond(after, context.as_of),
        )
