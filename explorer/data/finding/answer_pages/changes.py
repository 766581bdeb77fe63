"""All changes and dates of a span of days, one line for each document, rule and place."""

from explorer.data.dates import show, show_unbroken
from explorer.data.finding.answer_pages.content import Field, Line, Listing
from explorer.data.finding.questions.answers.change_entries import Entry, basis, found_entries, metals_text
from explorer.data.finding.questions.answers.changes import nothing_text
from explorer.data.finding.questions.reading import Reading
from explorer.data.finding.rows import OPEN_DOCUMENT, Action
from explorer.data.store import Store
from explorer.language import gettext, ngettext


def change_listing(store: Store, reading: Reading) -> tuple[str, Listing]:
    """Return how many changes there are, and the table of them and of the dates in the span."""
    found = found_entries(store, reading)
    columns = (
        (gettext("Date"), 2),
        (gettext("Document"), 4),
        (gettext("Change"), 6),
        (gettext("Metals and materials"), 6),
    )
    count = sum(entry.is_change for entry in found)
    sentence = _count_text(count, reading) if count else nothing_text(reading, found)
    lines = tuple(_line(store, entry) for entry in found)
    return sentence, Listing(gettext("Changes and dates"), columns, lines, (0,))


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


def _line(store: Store, entry: Entry) -> Line:
    with_details = gettext("{change} ({details})")
    words = entry.words
    if entry.details:
        words = with_details.format(change=words, details="; ".join(entry.details))
    measures = entry.measures
    sources = tuple(dict.fromkeys(i for measure in measures for i in measure.source_ids))
    return Line(
        (
            Field(show_unbroken(entry.day.isoformat()), entry.day),
            Field(basis(entry), tip=entry.document.title_en),
            Field(words, words if entry.is_change else None),
            Field(metals_text(store, entry) or gettext("none named")),
        ),
        Action(OPEN_DOCUMENT, record=entry.document.instrument_id),
        source_ids=sources or entry.document.source_ids,
    )
