"""Why the goods of a code have their labels: the item that matches, and the measure on it or on its metal."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from explorer.data.controls.amendments import name_with_amendment
from explorer.data.controls.codes import Match, RelatedMeasure, Verdict
from explorer.data.controls.legal_texts import texts_by_subject
from explorer.data.controls.pill import rule_pill
from explorer.data.controls.state_changes import document_of, latest_pause
from explorer.data.controls.status import SUSPENDED
from explorer.data.controls.wording import shown_text
from explorer.data.dates import show
from explorer.data.finding.code_verdicts import verdict_pill
from explorer.data.metal_names import short_name
from explorer.data.records import Item, Measure
from explorer.data.store import Store
from explorer.data.words import instrument_name, measure_name
from explorer.errors import quoted
from explorer.language import gettext

LONGEST_WORDING = 60
_Entry = Match | RelatedMeasure
_Pair = tuple[Match, _Entry]


class Cause(Struct, frozen=True):
    """A label as the words and the state of a pill, with the item and the measure behind it.

    The measure is that of the item, or another one that applies to the item or to its metal.
    """

    pill: tuple[str, str]
    item: Item
    entry: _Entry


def causes(verdict: Verdict) -> tuple[Cause, ...]:
    """Return the causes of what is in force for the goods, and of a stricter measure that is paused or announced."""
    found = (_in_force(verdict), _waiting(verdict))
    return tuple(cause for cause in found if cause is not None)


def _in_force(verdict: Verdict) -> Cause | None:
    """Return the cause of the strictest measure in force, one that is certain where there is one."""
    leading: list[_Pair] = [
        (match, entry)
        for match in verdict.matches
        for entry in match.in_force()
        if entry.measure.kind == verdict.headline
    ]
    certain = [pair for pair in leading if not pair[1].presumed]
    if not leading:
        return None
    match, entry = (certain or leading)[0]
    return Cause(verdict_pill(verdict), match.item, entry)


def _waiting(verdict: Verdict) -> Cause | None:
    """Return the cause of the strictest measure above what is in force that is paused, else announced."""
    if verdict.waiting is None:
        return None
    match, entry = verdict.waiting
    pill = rule_pill(entry.measure, entry.state, presumed=entry.presumed, your_entry=entry.your_entry)
    return Cause(pill, match.item, entry)


def item_and_measure(store: Store, cause: Cause) -> str:
    """Return the number of the item, the measure, metal and our description, for a line with little room."""
    return _item_and_measure(store, cause.item, cause.entry.measure)


def described_item(store: Store, match: Match) -> tuple[str, str]:
    """Return the label of an item that names a code only in its description, and the item with its measure."""
    label, _ = rule_pill(match.measure, match.state, presumed=match.presumed, your_entry=match.your_entry)
    return label, _item_and_measure(store, match.item, match.measure)


def described_sentences(store: Store, verdict: Verdict) -> Iterator[str]:
    """Yield the items that name a code only in their description, with the measure and the metal."""
    for match in verdict.described:
        label, item = described_item(store, match)
        text = gettext("No item lists {code}, but the description of one item names it ({label}): {item}.")
        yield text.format(code=verdict.code, label=label, item=item)


def _item_and_measure(store: Store, item: Item, on: Measure) -> str:
    measure = measure_name(on)
    fields = {
        "number": item.printed_number,
        "measure": measure,
        "metal": short_name(store.metal(item.metal_id)),
        "item": item.description,
    }
    text = (
        gettext("{number}, {measure} – {metal}: {item}")
        if item.printed_number
        else gettext("{measure} – {metal}: {item}")
    )
    return text.format(**fields)


def cause_lines(store: Store, verdict: Verdict, as_of: date) -> Iterator[str]:
    """Yield for each label the measure and the item behind it, with the beginning of the official wording.

    A measure is named with the document that last amended it, a paused one with the last day of the pause and the
    document behind it.
    """
    items: set[str] = set()
    for cause in causes(verdict):
        item, measure = cause.item, _measure_text(store, cause.entry, as_of)
        if item.item_id in items:
            text = gettext("{label}: {measure}, for the same item")
            yield text.format(label=cause.pill[0], measure=measure)
            continue
        items.add(item.item_id)
        wording = _wording(store, item)
        text = (
            gettext("{label}: {measure}, for item {number}, {metal}: {wording}")
            if item.printed_number
            else gettext("{label}: {measure}, for an item without a number, {metal}: {wording}")
        )
        yield text.format(
            label=cause.pill[0],
            measure=measure,
            number=item.printed_number,
            metal=short_name(store.metal(item.metal_id)),
            wording=quoted(wording or item.description, LONGEST_WORDING),
        )


def _measure_text(store: Store, entry: _Entry, as_of: date) -> str:
    """Return the name of a measure with what last changed it, or with the end of its pause and the document of that."""
    pause = latest_pause(entry.measure, as_of) if entry.state == SUSPENDED else None
    if pause is None:
        return name_with_amendment(store, entry.measure, as_of)
    text = (
        gettext("{measure} (paused until {day} by {document})")
        if pause.until
        else gettext("{measure} (paused by {document}, no end date on file)")
    )
    document = instrument_name(document_of(store, entry.measure, pause))
    return text.format(measure=measure_name(entry.measure), day=show(pause.until), document=document)


def _wording(store: Store, item: Item) -> str:
    """Return the issuer's wording of an item, empty where none is on file."""
    texts = texts_by_subject(store, "item").get(item.item_id, ())
    return " ".join(map(shown_text, texts))
