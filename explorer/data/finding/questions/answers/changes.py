"""The answer on what changed: documents published, and measures whose state changed, in a span of days."""

from collections.abc import Sequence
from datetime import date, timedelta

from explorer.data.dates import show
from explorer.data.finding.questions.answers.answer import Answer, open_tab, with_warning
from explorer.data.finding.questions.answers.change_entries import Entry, entry_text, found_entries
from explorer.data.finding.questions.answers.changes_elsewhere import changes_elsewhere
from explorer.data.finding.questions.reading import Reading
from explorer.data.finding.rows import SET_DAY, Action
from explorer.data.hints import hint
from explorer.data.places import not_an_export
from explorer.data.store import Store
from explorer.language import gettext, ngettext, paragraph

MOST_ENTRIES = 8


def changes(store: Store, reading: Reading) -> Answer:
    """Return the most important changes and dates of the span in the order of days, and how many others there are."""
    refusal = not_an_export(store, reading.origin, reading.destination)
    if refusal:
        return Answer(refusal, _action(reading, reading.until))
    found = found_entries(store, reading)
    changed = [entry for entry in found if entry.is_change]
    chosen = sorted(found, key=lambda entry: (not entry.is_change, entry.weight))[:MOST_ENTRIES]
    text = paragraph(
        (
            "" if changed else nothing_text(reading, found),
            _by_day(store, [entry for entry in found if entry in chosen]),
            _left(len(found) - len(chosen), reading),
            changes_elsewhere(store, reading),
        )
    )
    last = changed[-1].day if changed else reading.until
    return Answer(with_warning(store, reading, text), _action(reading, last))


def _action(reading: Reading, last: date) -> Action:
    """Return the action that shows the last day of a change; for changes to come, it keeps the day in view."""
    if reading.ahead:
        last = reading.since
    elif reading.metals:
        return open_tab(reading, "controls")
    return Action(SET_DAY, day=last, origin=reading.origin, destination=reading.destination)


def _by_day(store: Store, entries: Sequence[Entry]) -> str:
    """Return entries as one sentence for each day."""
    days: dict[date, list[str]] = {}
    for entry in entries:
        days.setdefault(entry.day, []).append(entry_text(store, entry))
    text = gettext("{day}: {changes}.")
    return paragraph([text.format(day=show(day), changes="; ".join(own)) for day, own in days.items()])


def _left(count: int, reading: Reading) -> str:
    """Return how many changes and dates are not in the answer, and where they are; empty where all are in it."""
    if count <= 0:
        return ""
    text = hint(
        window=ngettext(
            "The page of this answer has {count} more change or date.",
            "The page of this answer has {count} more changes and dates.",
            count,
        ),
        command=ngettext(
            "{count} more change or date is on file: `{command}` lists the changes of status.",
            "{count} more changes and dates are on file: `{command}` lists the changes of status.",
            count,
        ),
    )
    return text.format(count=count, command=_command(reading))


def _command(reading: Reading) -> str:
    """Return the command that lists the changes of the span; it lists those after its first day."""
    day_before = reading.since - timedelta(days=1)
    days = f"--since {day_before.isoformat()} --until {reading.until.isoformat()}"
    return f"minor-metals changes {days} --from {reading.origin} --to {reading.destination}"


def nothing_text(reading: Reading, dates: Sequence[Entry]) -> str:
    """Return that no change of the span is on file; `dates` are what else falls in it, such as the end of a pause."""
    if reading.is_day:
        text = gettext("No change on {day} is on file for these exports.")
        if dates:
            text = gettext(
                "No change on file takes effect on {day} for these exports, but other dates on file fall on that day."
            )
        return text.format(day=show(reading.until))
    text = gettext("No change from {first} to {last} is on file for these exports.")
    if dates:
        text = gettext(
            "No change on file takes effect from {first} to {last} for these exports, but other dates on file fall in "
            "this period."
        )
    return text.format(first=show(reading.since), last=show(reading.until))
