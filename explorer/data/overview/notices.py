"""What ends or begins on the as-of date or on the day after, in sentences."""

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from explorer.data.context import Context
from explorer.data.controls.change_texts import rule_names
from explorer.data.controls.in_force import has_successor
from explorer.data.controls.pauses import basis_words, lapse_words
from explorer.data.controls.service import Controls
from explorer.data.controls.state_changes import STATEMENT_ONLY
from explorer.data.controls.status import MeasureStatus, State
from explorer.data.controls.term_ends import note_sentence
from explorer.data.dates import show
from explorer.data.finding.calendar import LAST_DAY, LAST_DAY_OF_PAUSE, PAUSE_GOES_ON, PAUSE_PRESUMED
from explorer.data.metal_names import plain_name
from explorer.data.overview.dates import DatedChange, without_consequences
from explorer.data.records import Measure
from explorer.data.store import Store
from explorer.data.words import instrument_name
from explorer.language import gettext, list_of, paragraph, pgettext

_DAY = timedelta(days=1)


class Notice(Struct, frozen=True):
    """Something that ends or begins: when (`Today`, `Tomorrow` or the day), what, and what applies then."""

    entry: DatedChange
    when: str
    title: str
    text: str


def notices(
    store: Store, context: Context, today: date, entries: Sequence[DatedChange]
) -> tuple[Notice, ...]:
    """Return the notices for the as-of date and the day after; what a last day leads to is not a second one."""
    near = [e for e in entries if context.as_of <= e.day <= context.as_of + _DAY]
    return tuple(
        Notice(e, _when(e.day, today), e.words, _text(store, context, e)) for e in without_consequences(near)
    )


def _when(day: date, today: date) -> str:
    if day == today:
        return pgettext("date of a change", "Today")
    return pgettext("date of a change", "Tomorrow") if day == today + _DAY else show(day)


def _text(store: Store, context: Context, entry: DatedChange) -> str:
    """Return the document and the places, what follows, and the status of the metals from then on."""
    places = gettext("{document}, {places}.").format(
        document=instrument_name(entry.document), places=list_of(entry.places)
    )
    return paragraph((places, _follows(store, context, entry), _statuses(store, context, entry)))


def _follows(store: Store, context: Context, entry: DatedChange) -> str:
    """Return what comes after a last day or what a change is based on; empty if there is nothing to add."""
    if entry.kind == LAST_DAY or entry.ends_term:
        note = note_sentence(entry.measures) if entry.ends_term else ""
        return paragraph((replacement_sentence(store, entry, context.origin), note))
    sentences = _basis(store, entry)
    if entry.kind == LAST_DAY_OF_PAUSE and entry.lapses:
        return paragraph((sentences, _end_of_pause(store, entry)))
    return sentences


def _basis(store: Store, entry: DatedChange) -> str:
    """Return on what the states of the measures are based, once where it is the same for all of them."""
    by_text: dict[str, list[Measure]] = {}
    for measure in entry.measures:
        by_text.setdefault(_basis_of(store, entry, measure), []).append(measure)
    if len(by_text) == 1:
        return next(iter(by_text))
    each = gettext("For the {rules}: {text}")
    return paragraph([each.format(rules=rule_names(of), text=text) for text, of in by_text.items() if text])


def _basis_of(store: Store, entry: DatedChange, measure: Measure) -> str:
    """Return on what the state of a measure is based, where it is paused by a statement or only presumed."""
    if entry.kind in (LAST_DAY_OF_PAUSE, PAUSE_PRESUMED, PAUSE_GOES_ON) and entry.before is not None:
        return basis_words(_status_of(measure, entry.before), entry.day)
    if entry.after is None:
        return ""
    if entry.kind == STATEMENT_ONLY:
        return basis_words(_status_of(measure, entry.after), entry.day)
    if not entry.lapses:
        return ""
    return lapse_words(_status_of(measure, entry.after), entry.day, store.edition.verified_to)


def _status_of(measure: Measure, state: State) -> MeasureStatus:
    return MeasureStatus.of(measure, state)


def _end_of_pause(store: Store, entry: DatedChange) -> str:
    """Return from when the paused controls apply by the documents on file, and that no later one is on file."""
    if entry.by_statement:
        text = gettext(
            "The paused controls apply from {day} unless the pause is extended; no later notice is on file (checked "
            "to {checked})."
        )
    else:
        text = gettext(
            "Under {document}, the paused controls apply from {day} unless a new notice extends the pause; no later "
            "notice is on file (checked to {checked})."
        )
    return text.format(
        document=instrument_name(entry.document),
        day=show(entry.applies_from),
        checked=show(store.edition.verified_to),
    )


def replacement_sentence(store: Store, entry: DatedChange, origin: str) -> str:
    """Return that no replacement is on file if that is true of every metal."""
    replaced = (has_successor(store, m, i, origin) for i in entry.metal_ids for m in entry.measures)
    if not entry.metal_ids or any(replaced):
        return ""
    return gettext("No replacement is on file (checked to {checked}).").format(
        checked=show(store.edition.verified_to)
    )


def _statuses(store: Store, context: Context, entry: DatedChange) -> str:
    """Return the new status of the metals from the day on which the change applies, and which keep theirs."""
    if not entry.metal_ids or all(m.is_purchasing_rule for m in entry.measures):
        return ""
    to = entry.destinations[0] if len(entry.destinations) == 1 and entry.destinations[0] != "ALL" else ""
    then = Context(entry.applies_from, context.origin, to or context.destination)
    before = replace(then, as_of=then.as_of - _DAY)
    pill = Controls.of(store).pill
    by_status: dict[str, list[str]] = {}
    same = []
    for metal_id in entry.metal_ids:
        name, words = plain_name(store.metal(metal_id)), pill(metal_id, then)[0]
        if words == pill(metal_id, before)[0]:
            same.append(name)
        else:
            by_status.setdefault(words, []).append(name)
    each = gettext("{status}: {metals}")
    statuses = [each.format(status=words, metals=list_of(names)) for words, names in by_status.items()]
    changed = gettext("Status from {day}: {statuses}.").format(
        day=show(entry.applies_from), statuses="; ".join(statuses)
    )
    unchanged = gettext("Status unchanged: {metals}.").format(metals=list_of(same))
    return paragraph((changed if statuses else "", unchanged if same else ""))
