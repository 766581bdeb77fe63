"""The words of a check of parts lists: how much differs, why, and what the verdicts leave open."""

from collections.abc import Iterable, Iterator, Sequence

from explorer.data.controls.change_texts import reason_texts
from explorer.data.controls.state_changes import StateChange
from explorer.data.dates import show
from explorer.data.finding.code_explanation import destination_caution
from explorer.data.numbers import exact
from explorer.data.parts.records import DATE, EDITION, ENTRY, ENTRY_GONE, LineChange, PartsResult
from explorer.data.parts.verdicts import words
from explorer.data.places import ALL, place_name
from explorer.data.store import Store
from explorer.data.words import rests_on_entry
from explorer.language import gettext, list_of, ngettext, paragraph


def places_text(store: Store, origin: str, destination: str) -> str:
    """Return the places of a parts list: `China to the United States`."""
    return gettext("{origin} to {destination}").format(
        origin=place_name(store, origin), destination=place_name(store, destination)
    )


def reason_lines(result: PartsResult, change: LineChange) -> list[str]:
    """Return why the verdict on a line differs: edition or entry, then what happened on the day, and its document."""
    return [text for text in _reason_lines(result, change) if text]


def _reason_lines(result: PartsResult, change: LineChange) -> Iterator[str]:
    if EDITION in change.because:
        yield _edition_text(result)
    if ENTRY in change.because:
        yield gettext("An entry of yours gives a different verdict from the last check.")
    if ENTRY_GONE in change.because:
        yield gettext("An entry of yours that counted in the last check no longer does.")
    yield from reason_texts(change.reason.all_steps)
    if change.reason.by_tariff_years:
        text = gettext("{day}: the tariff years of a customs code on file begin or end.")
        yield text.format(day=show(change.day))
    if change.day is None:
        yield gettext("No first day of this verdict is on file.")
    if change.because == (DATE,) and change.your_entry and not _names_entry(change.reason.all_steps):
        yield rests_on_entry()


def _edition_text(result: PartsResult) -> str:
    if result.edition_before == result.edition:
        text = gettext(
            "Edition {edition} gives a different verdict from the last check: its file was replaced."
        )
        return text.format(edition=result.edition)
    text = gettext("Edition {new} gives a different verdict from edition {old}.")
    return text.format(new=result.edition, old=result.edition_before)


def _names_entry(steps: Iterable[StateChange]) -> bool:
    return any(step.your_entry for step in steps)


def change_words(change: LineChange) -> str:
    """Return both verdicts: `LISTED: licence; refusal paused → LISTED: refused in principle`."""
    return gettext("{before} → {after}").format(before=words(change.before), after=words(change.after))


def count_text(result: PartsResult) -> str:
    """Return how many lines of a list have a different verdict, and how many will; or why none was checked."""
    if result.refusal:
        return result.refusal
    return paragraph((_changed_count(result), ahead_text(result), unreadable_text(result)))


def _changed_count(result: PartsResult) -> str:
    count, since = len(result.changes), show(result.since)
    if not count:
        text = (
            gettext("No verdict differs from the last check on {since}.")
            if result.is_since_last
            else gettext("No verdict differs from that on {since}.")
        )
        return text.format(since=since)
    text = (
        ngettext(
            "{count} verdict differs from the last check on {since}.",
            "{count} verdicts differ from the last check on {since}.",
            count,
        )
        if result.is_since_last
        else ngettext(
            "{count} verdict differs from that on {since}.",
            "{count} verdicts differ from those on {since}.",
            count,
        )
    )
    return text.format(count=exact(count), since=since)


def ahead_text(result: PartsResult) -> str:
    """Return how many lines will have a different verdict, and on which days."""
    count = len({change.line for change in result.ahead})
    if not count:
        text = gettext("By the data on file, no verdict changes until {day}.")
        return text.format(day=show(result.until))
    days = list_of([show(day) for day in dict.fromkeys(c.day for c in result.ahead)])
    text = ngettext(
        "{count} verdict will change by {until}: on {days}.",
        "{count} verdicts will change by {until}: on {days}.",
        count,
    )
    return text.format(count=exact(count), until=show(result.until), days=days)


def unreadable_text(result: PartsResult) -> str:
    """Return how many lines have no valid code, empty where all have one."""
    count = len(result.unreadable)
    if not count:
        return ""
    text = ngettext(
        "{count} line has no valid code and was not checked.",
        "{count} lines have no valid code and were not checked.",
        count,
    )
    return text.format(count=exact(count))


def cautions(results: Iterable[PartsResult]) -> list[str]:
    """Return what the verdicts leave open, whatever the day."""
    sentence = gettext(
        "None of these verdicts means “free to export”: a code is only a reference, and the wording of the "
        "items decides."
    )
    is_for_all = any(result.context.destination == ALL for result in results)
    return [sentence, *([destination_caution()] if is_for_all else [])]


def total_text(results: Sequence[PartsResult]) -> str:
    """Return how many lines of several lists have a different verdict, and how many will."""
    changed = sum(len(result.changes) for result in results)
    lines = {(result.parts.list_id, change.line) for result in results for change in result.ahead}
    changed_text = ngettext("{count} verdict differs.", "{count} verdicts differ.", changed).format(
        count=exact(changed)
    )
    if not changed:
        changed_text = gettext("No verdict differs.")
    until = show(max(result.until for result in results))
    coming = ngettext(
        "{count} verdict will change by {until}.",
        "{count} verdicts will change by {until}.",
        len(lines),
    ).format(count=exact(len(lines)), until=until)
    if not lines:
        coming = gettext("By the data on file, no verdict changes until {day}.").format(day=until)
    return paragraph((changed_text, coming))
