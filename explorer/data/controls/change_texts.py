"""What changed in words: how much, what happened to rules on a day, and the document behind it."""

from collections.abc import Iterable

from explorer.data.controls.changes import Changes, MetalStatus
from explorer.data.controls.state_changes import (
    CONFIRMED,
    PAUSE_CONTINUED,
    PAUSE_OVER,
    PAUSED,
    RETURNED,
    STARTED,
    STATEMENT_ONLY,
    TERM_ENDED,
    StateChange,
)
from explorer.data.controls.status import ANNOUNCED, ENDED, SUSPENDED, State
from explorer.data.controls.term_ends import with_note
from explorer.data.dates import show
from explorer.data.records import Measure
from explorer.data.words import instrument_name, measure_name, measure_rule, measure_state, with_marks
from explorer.language import gettext, gettext_noop, list_of, ngettext, paragraph

# By what happens, and whether the new state is only presumed.
_CHANGES = {
    (ANNOUNCED, False): gettext_noop("Announced: {rules}"),
    (STARTED, False): gettext_noop("In force: {rules}"),
    (STARTED, True): gettext_noop("In force (presumed): {rules}"),
    (RETURNED, False): gettext_noop("In force again: {rules}"),
    (RETURNED, True): gettext_noop("In force again (presumed): {rules}"),
    (CONFIRMED, False): gettext_noop("Confirmed in force: {rules}"),
    (PAUSE_OVER, False): gettext_noop("Pause over, not yet in force: {rules}"),
    (ENDED, False): gettext_noop("Ended: {rules}"),
    (TERM_ENDED, False): gettext_noop("Term ended: {rules}"),
}
# By what happens, whether the last day of the pause is on file, and whether it is based only on a statement.
_PAUSES = {
    (PAUSED, True, False): gettext_noop("Paused until {day}: {rules}"),
    (PAUSED, True, True): gettext_noop("Paused until {day} by a statement only: {rules}"),
    (PAUSED, False, False): gettext_noop("Paused, no end date on file: {rules}"),
    (PAUSED, False, True): gettext_noop("Paused by a statement only, no end date on file: {rules}"),
    (PAUSE_CONTINUED, True, False): gettext_noop("Pause continues until {day}: {rules}"),
    (PAUSE_CONTINUED, True, True): gettext_noop("Pause continues until {day} by a statement only: {rules}"),
    (PAUSE_CONTINUED, False, False): gettext_noop("Pause continues, no end date on file: {rules}"),
    (PAUSE_CONTINUED, False, True): gettext_noop(
        "Pause continues by a statement only, no end date on file: {rules}"
    ),
    (STATEMENT_ONLY, True, True): gettext_noop("Now paused by a statement only, until {day}: {rules}"),
    (STATEMENT_ONLY, False, True): gettext_noop(
        "Now paused by a statement only, no end date on file: {rules}"
    ),
}


def rule_name(measure: Measure) -> str:
    """Return the word for the rule that a measure sets, also for public procurement or named companies."""
    if measure.is_purchasing_rule:
        return gettext("purchasing rule")
    rule = measure_rule(measure)
    return gettext("{rule} on named companies").format(rule=rule) if measure.reach == "parties" else rule


def rule_names(measures: Iterable[Measure]) -> str:
    """Return the words for the rules that measures set, each once."""
    return list_of(list(dict.fromkeys(map(rule_name, measures))))


def change_text(change: StateChange, measures: Iterable[Measure]) -> str:
    """Return what happened to measures that changed as one of them did: `Ended: quota`."""
    rules, after = rule_names(measures), change.after
    text = (
        gettext(_PAUSES[change.kind, after.until is not None, change.by_statement])
        if after.name == SUSPENDED
        else gettext(_CHANGES[change.kind, after.presumed])
    )
    words = text.format(day=show(after.until), rules=rules)
    return with_marks(words, presumed=False, your_entry=change.your_entry)


def basis_text(change: StateChange) -> str:
    """Return the document behind a change; also that no notice confirms it, or the note on the end of a term."""
    document = instrument_name(change.document)
    if change.kind == TERM_ENDED:
        return with_note(document, (change.measure,))
    if not change.lapsed:
        return document
    if change.by_statement:
        text = gettext("presumed: end of the pause set by {document}; no notice confirms this")
    else:
        text = gettext("presumed: text of {document}; no notice confirms this")
    return text.format(document=document)


def shown_state(measure: Measure, state: State | None) -> str:
    """Return a state of a measure in words, also before it was announced."""
    return gettext("not yet announced") if state is None else measure_state(measure, state)


def reason_texts(changes: Iterable[StateChange]) -> list[str]:
    """Return when and how measures changed, their names and the document; equal changes of one day are one text."""
    groups: dict[tuple[object, ...], list[StateChange]] = {}
    for change in changes:
        key = change.published, change.kind, change.after, change.document, change.by_statement
        groups.setdefault(key, []).append(change)
    return [_reason_text(group) for group in groups.values()]


def _reason_text(group: list[StateChange]) -> str:
    first, measures = group[0], [change.measure for change in group]
    text = ngettext(
        "{day}: {change}. Measure: {measures}. Basis: {basis}.",
        "{day}: {change}. Measures: {measures}. Basis: {basis}.",
        len(measures),
    )
    return text.format(
        day=show(first.published),
        change=change_text(first, measures),
        measures="; ".join(map(measure_name, measures)),
        basis=basis_text(first),
    )


def status_words(status: MetalStatus) -> str:
    """Return the words of a pill with the last day of the pause that it names."""
    if status.until is None:
        return status.pill
    text = (
        gettext("{status}, until {day}")
        if status.text_until is None
        else gettext("{status}, until {day} (by notice until {text_until}, then by a statement only)")
    )
    return text.format(status=status.pill, day=show(status.until), text_until=show(status.text_until))


def count_text(found: Changes) -> str:
    """Return how many metals and measures have a different status, and how many measures changed and returned."""
    return paragraph((_net_count(found), _returned_count(len(found.returned))))


def _net_count(found: Changes) -> str:
    metals, measures = len({change.metal_id for change in found.metals}), len(found.measures)
    if not measures:
        return gettext("No metal or measure on file has a different status on the last day.")
    of_measures = ngettext(
        "{count} measure has a different status on the last day.",
        "{count} measures have a different status on the last day.",
        measures,
    ).format(count=measures)
    if not metals:
        return paragraph((of_measures, gettext("No metal has a different status.")))
    of_metals = ngettext(
        "{count} metal or material has a different status.",
        "{count} metals and materials have a different status.",
        metals,
    ).format(count=metals)
    return paragraph((of_metals, of_measures))


def _returned_count(count: int) -> str:
    if not count:
        return ""
    return ngettext(
        "{count} measure changed in between and has its first status again.",
        "{count} measures changed in between and have their first status again.",
        count,
    ).format(count=count)
