"""All changes and dates of a span of days, one line for each document and change."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from explorer.data.dates import show, show_unbroken
from explorer.data.finding.answer_pages.content import Field, Line, Listing
from explorer.data.finding.calendar import measure_dates
from explorer.data.finding.questions.answers.changes import (
    Change,
    concerned,
    found_changes,
    found_dates,
    nothing_text,
)
from explorer.data.finding.questions.reading import Reading
from explorer.data.finding.rows import OPEN_DOCUMENT, Action
from explorer.data.metal_names import plain_name
from explorer.data.records import Measure
from explorer.data.store import Store
from explorer.data.words import instrument_name
from explorer.language import gettext, list_of, ngettext


def change_listing(store: Store, reading: Reading) -> tuple[str, Listing]:
    """Return how many changes there are, and the table of them and of the dates in the span."""
    found = found_changes(store, reading)
    lines = [*_changes(store, found), *_dates(store, reading, found)]
    lines.sort(key=lambda line: line.fields[0].value)
    columns = (
        (gettext("Date"), 2),
        (gettext("Document"), 4),
        (gettext("Change"), 6),
        (gettext("Metals and materials"), 6),
    )
    count = sum(line.fields[2].value is not None for line in lines)
    sentence = _count_text(count, reading) if count else nothing_text(reading)
    return sentence, Listing(gettext("Changes and dates"), columns, tuple(lines), (0,))


def _count_text(count: int, reading: Reading) -> str:
    if reading.is_day:
        text = ngettext(
            "{count} change on file for these exports on {day}.",
            "{count} changes on file for these exports on {day}.",
            count,
        )
        return text.format(count=count, day=show(reading.until))
    text = ngettext(
        "{count} change from {first} to {last} is on file for these exports.",
        "{count} changes from {first} to {last} are on file for these exports.",
        count,
    )
    return text.format(count=count, first=show(reading.since), last=show(reading.until))


def _changes(store: Store, found: Iterable[Change]) -> Iterator[Line]:
    """Yield a line for each day, document and change, with all measures of the document that change so."""
    for _, group in groupby(found, key=lambda change: change.order):
        own = list(group)
        first = own[0]
        measures = [change.measure for change in own if change.measure is not None]
        yield Line(
            (
                Field(show_unbroken(first.day.isoformat()), first.day),
                Field(instrument_name(first.instrument), tip=first.instrument.title_en),
                Field(first.words, first.words),
                Field(_metals(store, measures)),
            ),
            Action(OPEN_DOCUMENT, record=first.instrument.instrument_id),
            source_ids=_sources(measures) or first.instrument.source_ids,
        )


def _dates(store: Store, reading: Reading, found: Iterable[Change]) -> Iterator[Line]:
    """Yield a line for each date, such as the last day of a pause, on which the document does not change."""
    changed = {(change.day, change.instrument.instrument_id) for change in found}
    asked = concerned(store, reading)
    for date in found_dates(store, reading):
        if (date.day, date.instrument_id) in changed:
            continue
        instrument = store.instruments[date.instrument_id]
        day = date.day.isoformat()
        own = (m for m in asked if m.instrument_id == date.instrument_id)
        measures = [m for m in own if any(day == dated for dated, _ in measure_dates(m))]
        yield Line(
            (
                Field(show_unbroken(date.day.isoformat()), date.day),
                Field(instrument_name(instrument), tip=instrument.title_en),
                Field(date.words),
                Field(_metals(store, measures)),
            ),
            Action(OPEN_DOCUMENT, record=date.instrument_id),
            source_ids=_sources(measures) or instrument.source_ids,
        )


def _metals(store: Store, measures: Iterable[Measure]) -> str:
    """Return the metals that measures name; general rules and lists of companies name none."""
    metal_ids = dict.fromkeys(target.metal_id for measure in measures for target in measure.targets)
    return list_of([plain_name(store.metal(metal_id)) for metal_id in metal_ids]) or gettext("none named")


def _sources(measures: Iterable[Measure]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(i for measure in measures for i in measure.source_ids))
