"""The user's parts lists and their checks as text."""

from collections.abc import Iterable, Iterator, Sequence

from explorer.commands.support.output import number, plain, section, table
from explorer.data.controls.headline import beyond
from explorer.data.dates import show
from explorer.data.parts.records import LineChange, PartsResult
from explorer.data.parts.texts import (
    ahead_text,
    cautions,
    count_text,
    places_text,
    reason_lines,
    unreadable_text,
)
from explorer.data.parts.verdicts import words
from explorer.data.store import Store
from explorer.data.user.parts_records import PartsList, PartsSummary
from explorer.language import gettext, ngettext, paragraph


def listed_text(store: Store, lists: Iterable[PartsSummary]) -> str:
    """Return the parts lists as a table."""
    header = (
        *(gettext("ID"), gettext("Name"), gettext("Exports"), gettext("Lines"), gettext("File")),
        *(gettext("Saved"), gettext("Last check"), gettext("Edition")),
    )
    rows = [
        (
            parts.list_id,
            parts.facts.name,
            places_text(store, parts.facts.origin, parts.facts.destination),
            number(parts.lines),
            parts.facts.file_name or "",
            show(parts.added),
            show(parts.checked) or gettext("none yet"),
            parts.edition or "",
        )
        for parts in lists
    ]
    return table(header, rows, right=(3,))


def added_text(store: Store, parts: PartsList, result: PartsResult) -> str:
    """Return the sentences on a parts list that was saved."""
    text = ngettext(
        "Saved the parts list “{name}” ({id}): {count} line, exports from {places}.",
        "Saved the parts list “{name}” ({id}): {count} lines, exports from {places}.",
        len(parts.lines),
    )
    facts = parts.facts
    saved = text.format(
        name=facts.name,
        id=parts.list_id,
        count=number(len(parts.lines)),
        places=places_text(store, facts.origin, facts.destination),
    )
    return paragraph((saved, result.refusal or plain(ahead_text(result))))


def checked_text(store: Store, results: Sequence[PartsResult]) -> str:
    """Return the checks list by list, and what the verdicts leave open."""
    parts = [_of_list(store, result) for result in results]
    warnings = dict.fromkeys(beyond(store, result.context.as_of) for result in results)
    return "\n\n".join((*parts, *cautions(results), *filter(None, warnings)))


def _of_list(store: Store, result: PartsResult) -> str:
    facts = result.parts.facts
    heading = gettext("{name}: exports from {places}, as of {day}").format(
        name=facts.name,
        places=places_text(store, facts.origin, facts.destination),
        day=show(result.context.as_of),
    )
    parts = [section(heading, plain(count_text(result)))]
    for title, day, changes in (
        (gettext("Changed"), gettext("Since"), result.changes),
        (gettext("Will change"), gettext("From"), result.ahead),
    ):
        if changes:
            parts.append(section(title, _changes_table(result, changes, day)))
    return "\n\n".join(parts)


def _changes_table(result: PartsResult, changes: Iterable[LineChange], day: str) -> str:
    header = (
        *(gettext("Line"), gettext("Code"), gettext("Part"), day),
        *(gettext("Before"), gettext("After"), gettext("Why")),
    )
    rows = [
        (
            number(change.line.number),
            change.line.code,
            change.line.part,
            day_text(change),
            words(change.before),
            words(change.after),
            paragraph(reason_lines(result, change)),
        )
        for change in changes
    ]
    return table(header, rows, right=(0,))


def day_text(change: LineChange) -> str:
    """Return the first day of a verdict, marked where no check covers it."""
    if change.day is None:
        return gettext("not on file")
    day = show(change.day)
    return gettext("{day} (not checked)").format(day=day) if change.beyond_verified else day


def unchecked(results: Iterable[PartsResult]) -> Iterator[str]:
    """Yield the lists that were not checked, wholly or in part, which a table and a calendar leave out."""
    for result in results:
        sentence = result.refusal or plain(unreadable_text(result))
        if sentence:
            yield gettext("{name}: {sentence}").format(name=result.parts.facts.name, sentence=sentence)
