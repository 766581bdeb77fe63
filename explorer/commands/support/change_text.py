"""What changed between two days as text."""

from collections.abc import Iterable

from explorer.commands.support.context import context_fields
from explorer.commands.support.output import section, table
from explorer.data.controls.change_texts import basis_text, change_text, count_text, status_words
from explorer.data.controls.changes import Changes, MeasureChange
from explorer.data.controls.headline import beyond
from explorer.data.dates import show
from explorer.data.metal_names import short_name
from explorer.data.places import ALL, place_name
from explorer.data.store import Store
from explorer.data.words import measure_name
from explorer.language import gettext, list_of, paragraph


def as_text(store: Store, found: Changes) -> str:
    """Return what changed as a sentence and tables."""
    parts = [summary(store, found)]
    sections = (
        (gettext("Metals and materials"), _metals(store, found)),
        (gettext("Measures"), measures_table(store, found.measures)),
        (
            gettext("Measures that changed and changed back"),
            measures_table(store, found.returned),
        ),
    )
    return "\n\n".join((*parts, *(section(heading, text) for heading, text in sections if text)))


def summary(store: Store, found: Changes) -> str:
    """Return the days and places, and how much has changed."""
    return paragraph((_title(store, found), count_text(found), beyond(store, found.until.as_of)))


def _title(store: Store, found: Changes) -> str:
    text = gettext("Changes after {since} and up to {date}: exports from {origin} to {destination}.")
    return text.format(since=show(found.since), **context_fields(store, found.until))


def _metals(store: Store, found: Changes) -> str:
    if not found.metals:
        return ""
    with_destination = found.until.destination == ALL
    header = [gettext("Metal"), gettext("Before"), gettext("After"), gettext("Basis")]
    rows = []
    for change in found.metals:
        steps = (cause.steps[-1] for cause in change.causes)
        by = "; ".join(dict.fromkeys(map(basis_text, steps)))
        row = [
            short_name(store.metal(change.metal_id)),
            status_words(change.before),
            status_words(change.after),
            by,
        ]
        rows.append([*row[:1], place_name(store, change.destination), *row[1:]] if with_destination else row)
    return table([header[0], gettext("Destination"), *header[1:]] if with_destination else header, rows)


def measures_table(store: Store, changes: Iterable[MeasureChange]) -> str:
    """Return each change of some measures in the order of days, empty where there is none."""
    steps = sorted(
        (step for change in changes for step in change.steps),
        key=lambda step: (step.day, step.measure.measure_id),
    )
    if not steps:
        return ""
    header = (
        *(gettext("Date"), gettext("Change"), gettext("Measure")),
        *(gettext("Destination"), gettext("Basis"), gettext("Metals and materials")),
    )
    rows = [
        (
            show(step.published),
            change_text(step, [step.measure]),
            measure_name(step.measure),
            place_name(store, step.measure.destination),
            basis_text(step),
            list_of([short_name(store.metal(t.metal_id)) for t in step.measure.targets])
            or gettext("none named"),
        )
        for step in steps
    ]
    return table(header, rows)
