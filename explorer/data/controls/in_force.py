"""The sentences on what is in force on a metal, or on why nothing is."""

from explorer.data.controls.answer import Answer, in_force_of
from explorer.data.controls.measure_index import MeasureIndex
from explorer.data.controls.pauses import lapse_words
from explorer.data.controls.scopes import is_clause, joined
from explorer.data.controls.special_forms import forms_sentence
from explorer.data.controls.status import ENDED, MeasureStatus, comes_from, strictness
from explorer.data.controls.term_ends import end_sentences
from explorer.data.dates import first_day
from explorer.data.records import Measure
from explorer.data.store import Store
from explorer.data.words import REFUSAL, entry_note, measure_rule, rests_on_entry, rule_key, rule_word
from explorer.language import gettext, gettext_noop, paragraph, pgettext

_WHOLE = {
    "prohibition": gettext_noop("Not allowed."),
    REFUSAL: gettext_noop("Licences are refused in principle."),
    "licence": gettext_noop("Allowed with a licence."),
    "end_use": gettext_noop("Allowed, subject to an end-use rule."),
    "quota": gettext_noop("Allowed within a quota."),
    "state_trading": gettext_noop("Only named companies may export."),
    "trade_licence": gettext_noop("Allowed with an ordinary export licence."),
    "technology": gettext_noop("Only technology is controlled."),
    "reporting": gettext_noop("Allowed; exports must be reported."),
}
_PART = {
    "prohibition": gettext_noop("Ban on {goods}."),
    REFUSAL: gettext_noop("Licences for {goods} are refused in principle."),
    "licence": gettext_noop("Licence needed for {goods}."),
    "end_use": gettext_noop("End-use rule for {goods}."),
    "quota": gettext_noop("Quota: {goods}."),
    "state_trading": gettext_noop("State trading: {goods}."),
    "trade_licence": gettext_noop("Allowed with an ordinary export licence ({goods})."),
    "technology": gettext_noop("Technology control: {goods}."),
    "reporting": gettext_noop("Reporting duty: {goods}."),
}
_PRESUMED_PART = {
    "prohibition": gettext_noop("Presumed: a further ban applies ({goods})."),
    REFUSAL: gettext_noop("Presumed: licences for {goods} are also refused in principle."),
    "licence": gettext_noop("Presumed: a licence is also needed for {goods}."),
    "end_use": gettext_noop("Presumed: a further end-use rule applies ({goods})."),
    "quota": gettext_noop("Presumed: a further quota applies ({goods})."),
    "state_trading": gettext_noop("Presumed: state trading also applies ({goods})."),
    "trade_licence": gettext_noop("Presumed: an ordinary export licence is also needed ({goods})."),
    "technology": gettext_noop("Presumed: a further technology control applies ({goods})."),
    "reporting": gettext_noop("Presumed: a further reporting duty applies ({goods})."),
}
_ITSELF = {
    "end_use": gettext_noop("An end-use rule applies to the {thing} itself."),
    "quota": gettext_noop("The {thing} itself may be exported within a quota."),
    "state_trading": gettext_noop("Only named companies may export the {thing} itself."),
    "trade_licence": gettext_noop("The {thing} itself needs an ordinary export licence."),
    "licence": gettext_noop("The {thing} itself needs a licence."),
    "reporting": gettext_noop("Exports of the {thing} itself must be reported."),
    "technology": gettext_noop("Technology for the {thing} itself is controlled."),
}


def in_force_sentences(store: Store, result: Answer) -> str:
    """Return the sentences on what is in force on the metal, or on why nothing is."""
    note = rests_on_entry() if in_force_of(result.status).your_entry else ""
    if result.kind == "none":
        return paragraph((_nothing(store, result), note))
    sentences = [
        _applies(result.kind, summarised(result)),
        note,
        also_presumed(store, result),
        lapse(store, result),
    ]
    if result.metal_itself is not None:
        sentence = gettext(_ITSELF[result.metal_itself.measure.kind])
        sentences.append(sentence.format(thing=thing_word(store, result)))
        sentences.append(gettext("This is presumed.") if result.metal_itself.presumed else "")
        sentences.append(entry_note((result.metal_itself,)))
    return paragraph(sentences)


def summarised(result: Answer) -> list[MeasureStatus]:
    """Return the leading measures that a first sentence is about: the certain ones, else the presumed ones."""
    return [m for m in result.leading if not m.presumed] or list(result.leading)


def lapse(store: Store, result: Answer) -> str:
    """Return why what is in force is only presumed, in sentences; empty where some of it is certain."""
    if not result.leading or not all(m.presumed for m in result.leading):
        return ""
    return lapse_words(result.leading[0], result.status.context.as_of, store.edition.verified_to)


def _applies(kind: str, measures: list[MeasureStatus]) -> str:
    """Return the sentence on measures of one kind in force: on the metal, or for the parts that they cover."""
    goods = joined(measures)
    key = rule_key(kind, strictness(m.measure for m in measures))
    if not goods:
        return gettext(_WHOLE[key])
    if key == "prohibition" and is_clause(goods):
        return gettext("Partial ban: {goods}.").format(goods=goods)
    return gettext(_PART[key]).format(goods=goods)


def also_presumed(store: Store, result: Answer) -> str:
    """Return the sentence on presumed measures of the kind that is certainly in force for other parts."""
    presumed = [m for m in result.leading if m.presumed]
    certain = [m for m in result.leading if not m.presumed]
    if not certain or not presumed or not (joined(certain) or joined(presumed)):
        return ""
    goods = joined(presumed)
    strict = strictness(m.measure for m in presumed)
    if goods:
        return gettext(_PRESUMED_PART[rule_key(result.kind, strict)]).format(goods=goods)
    if result.kind == "technology":
        text = gettext("Presumed: technology for the {thing} itself is also controlled.")
        return text.format(thing=thing_word(store, result))
    return gettext("Presumed: the {rule} also applies to the {thing} itself.").format(
        rule=rule_word(result.kind, strict), thing=thing_word(store, result)
    )


def _nothing(store: Store, result: Answer) -> str:
    """Return why nothing is in force: nothing on file at all, or what has ended or applies elsewhere."""
    thing = thing_word(store, result)
    if not result.on_file:
        return gettext("Nothing on file; some controls may exist.")
    if result.forms:
        first = gettext("Nothing in force for the {thing} itself.").format(thing=thing)
    else:
        first = gettext("Nothing in force.")
    return paragraph((first, *reasons_for_nothing(store, result)))


def reasons_for_nothing(store: Store, result: Answer) -> list[str]:
    """Return what is known where nothing is in force on the metal: controlled forms, what ended, what is missing."""
    sentences = [forms_sentence(store, result.status, result.forms)] if result.forms else []
    sentences.append(_ended(store, result))
    if not result.targeted and result.on_file:
        sentence = gettext("Nothing on file for the {thing} itself; some controls may exist.")
        sentences.append(sentence.format(thing=thing_word(store, result)))
    return [s for s in sentences if s]


def _ended(store: Store, result: Answer) -> str:
    """Return which measure ended last and whether another followed; empty without one or where one is pending."""
    ended = [m.measure for m in result.status.measures if m.state == ENDED and m.measure.expires]
    if not ended or result.waiting:
        return ""
    last = max(ended, key=lambda m: first_day(m.expires or ""))
    is_replaced = has_successor(store, last, result.status.metal_id, result.status.context.origin)
    return end_sentences(measure_rule(last), last, result.status.context.as_of, is_replaced=is_replaced)


def has_successor(store: Store, last: Measure, metal_id: str, origin: str) -> bool:
    """Return whether a measure was replaced, or another of the origin on the metal took effect after it."""
    return any(e.event == "replaced" for e in last.events) or any(
        comes_from(m, origin)
        and not m.is_purchasing_rule
        and m.effective is not None
        and first_day(m.effective) > first_day(last.expires or "")
        for m in MeasureIndex.of(store).naming(metal_id)
    )


def thing_word(store: Store, result: Answer) -> str:
    """Return the noun for what the answer is about: a metal, mineral, material or group."""
    kind = store.metal(result.status.metal_id).kind
    return {
        "element": pgettext("subject of a rule", "metal"),
        "mineral": pgettext("subject of a rule", "mineral"),
        "material": pgettext("subject of a rule", "material"),
        "group": pgettext("subject of a rule", "group"),
    }.get(kind, kind)
