"""The days on which verdicts of parts lists or measures on their lines will change, as entries of a calendar file."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from explorer.data.dates import first_day, show
from explorer.data.numbers import exact
from explorer.data.overview.calendar_entries import calendar_entry
from explorer.data.parts.measure_dates import measure_dates
from explorer.data.parts.records import LineChange, PartsResult
from explorer.data.parts.texts import change_words, places_text, reason_lines
from explorer.data.store import Store
from explorer.data.words import rests_on_entry
from explorer.data.writing.calendar_file import CalendarEntry, calendar_file
from explorer.language import gettext, ngettext

MOST_LINES = 50


def parts_as_calendar(store: Store, results: Iterable[PartsResult]) -> bytes:
    """Return what lies ahead as a calendar file of the edition.

    There is one entry for each list and day on which verdicts change, and one for each date of measures on its lines.
    """
    edition = store.edition
    entries = (
        entry
        for result in results
        for entry in (*_entries(store, result), *_entries_of_measures(store, result))
    )
    return calendar_file(
        sorted(entries, key=lambda entry: entry.day), edition.data_version, first_day(edition.verified_to)
    )


def _entries(store: Store, result: PartsResult) -> Iterator[CalendarEntry]:
    days: dict[date, list[LineChange]] = defaultdict(list)
    for change in result.ahead:
        if change.day is not None:
            days[change.day].append(change)
    facts = result.parts.facts
    for day, changes in days.items():
        text = ngettext(
            "{name}: {count} line gets a different verdict ({places})",
            "{name}: {count} lines get a different verdict ({places})",
            len(changes),
        )
        summary = text.format(
            name=facts.name,
            count=exact(len(changes)),
            places=places_text(store, facts.origin, facts.destination),
        )
        key = f"parts|{result.parts.list_id}|{day.isoformat()}"
        yield CalendarEntry(key, day, summary, "\n".join(_description(store, result, changes)))


def _entries_of_measures(store: Store, result: PartsResult) -> Iterator[CalendarEntry]:
    name = result.parts.facts.name
    for found in measure_dates(store, result):
        entry, count = calendar_entry(store, found.change), len(found.lines)
        text = ngettext("Line of the list: {lines}", "Lines of the list: {lines}", count)
        numbers = ", ".join(map(exact, found.lines[:MOST_LINES]))
        parts = [text.format(lines=numbers)]
        if count > MOST_LINES:
            more = ngettext("{count} more line", "{count} more lines", count - MOST_LINES)
            parts.append(more.format(count=exact(count - MOST_LINES)))
        summary = gettext("{name}: {change}").format(name=name, change=entry.summary)
        key = f"parts|{result.parts.list_id}|{entry.key}"
        yield replace(entry, key=key, summary=summary, description="\n".join((*parts, entry.description)))


def _description(store: Store, result: PartsResult, changes: Sequence[LineChange]) -> Iterator[str]:
    """Yield what changes for each line, why, and how sure that is."""
    for change in changes[:MOST_LINES]:
        text = gettext("Line {number}, {code}: {change}")
        yield text.format(number=change.line.number, code=change.line.code, change=change_words(change))
    more = len(changes) - MOST_LINES
    if more > 0:
        yield ngettext("{count} more line", "{count} more lines", more).format(count=exact(more))
    yield from dict.fromkeys(text for change in changes for text in reason_lines(result, change))
    if any(change.presumed for change in changes):
        yield gettext("The verdict after this date is presumed: no notice confirms it.")
    if any(change.your_entry for change in changes):
        yield rests_on_entry()
    yield gettext("Edition {version}, controls checked to {day}.").format(
        version=store.edition.data_version, day=show(store.edition.verified_to)
    )
    if any(change.beyond_verified for change in changes):
        yield gettext("This date is after the last day checked; anything announced since then is missing.")
