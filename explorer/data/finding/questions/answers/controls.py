"""The answers about the controls on metals: what applies, since when, and until when something is paused."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from explorer.data.context import Context
from explorer.data.controls.headline_history import HeadlineSpan, headline_spans
from explorer.data.controls.history import CONTROLS, spans
from explorer.data.controls.service import Controls
from explorer.data.controls.status import IN_FORCE, SUSPENDED, MeasureStatus, matches, state_on
from explorer.data.dates import first_day, show
from explorer.data.finding.questions.answers.answer import Answer, open_tab, per_metal, with_warning
from explorer.data.finding.questions.answers.form_wording import with_forms
from explorer.data.finding.questions.reading import Reading
from explorer.data.places import not_an_export
from explorer.data.records import Measure
from explorer.data.store import Store
from explorer.data.words import (
    instrument_name,
    kind_word,
    measure_kind,
    measure_name,
    measure_rule,
    state_words,
)
from explorer.language import gettext, list_of, paragraph


def status(store: Store, reading: Reading) -> Answer:
    """Return what applies to metals on a day, or how that changed in a span."""
    controls = Controls.of(store)
    if reading.is_day:
        heads = [(metal, controls.headline(metal, reading.context)) for metal in reading.metals]
        sentences = [with_forms(store, m, reading, head.sentence, head.in_force) for m, head in heads]
    else:
        sentences = [
            with_forms(store, metal, reading, _over_time(store, metal, reading)) for metal in reading.metals
        ]
    text = per_metal(store, reading.metals, sentences)
    return Answer(with_warning(store, reading, text), open_tab(reading, "controls"))


def _over_time(store: Store, metal_id: str, reading: Reading) -> str:
    """Return the states of a metal in a span of days, each with its first and last day in the span."""
    refusal = not_an_export(store, reading.origin, reading.destination)
    if refusal:
        return refusal
    found = headline_spans(store.measures.values(), metal_id, reading.context)
    inside = [s for s in found if s.start <= reading.until and (s.end is None or s.end >= reading.since)]
    if not inside:
        return gettext("Nothing in force from {first} to {last}.").format(
            first=show(reading.since), last=show(reading.until)
        )
    return gettext("{states}.").format(states="; ".join(_span_text(span, reading) for span in inside))


def _span_text(span: HeadlineSpan, reading: Reading) -> str:
    entry = gettext("from {first} to {last} {kind}, {state}")
    return entry.format(
        first=show(max(span.start, reading.since)),
        last=show(reading.until if span.end is None else min(span.end, reading.until)),
        kind=kind_word(span.kind, span.strictness),
        state=state_words(span.state, span.until, presumed=span.presumed),
    )


def since(store: Store, reading: Reading) -> Answer:
    """Return the first day of a licence requirement and of a ban on metals."""
    refusal = not_an_export(store, reading.origin, reading.destination)
    sentences = [
        refusal or with_forms(store, metal, reading, _first_days(store, metal, reading))
        for metal in reading.metals
    ]
    text = per_metal(store, reading.metals, sentences)
    return Answer(with_warning(store, reading, text), open_tab(reading, "controls"))


def _first_days(store: Store, metal_id: str, reading: Reading) -> str:
    """Return the first measure of each kind of control that was certainly in force, with its state on the day."""
    context = reading.context
    kinds = CONTROLS | {"quota"} if reading.quota else CONTROLS
    firsts = sorted(_firsts(store, metal_id, context, kinds), key=lambda x: (x[0], x[1].measure_id))
    if not firsts:
        none = gettext("No licence requirement or ban that was in force is on file.")
        return paragraph((none, Controls.of(store).headline(metal_id, context).in_force))
    entries = [
        _with_scope(_first_text(day, measure, context.as_of), measure, metal_id) for day, measure in firsts
    ]
    for kind in dict.fromkeys(measure.kind for _, measure in firsts):
        entries += _present(store, metal_id, context, kind, {measure.measure_id for _, measure in firsts})
    return gettext("{entries}.").format(entries="; ".join(entries))


def _firsts(
    store: Store, metal_id: str, context: Context, kinds: Collection[str]
) -> Iterator[tuple[date, Measure]]:
    for kind in sorted(kinds):
        found = [
            (span.start, measure)
            for measure in store.measures.values()
            if measure.kind == kind and measure.target(metal_id) and matches(measure, context)
            for span in spans(measure)
            if span.state.name == IN_FORCE and not span.state.presumed
        ]
        if found:
            yield min(found, key=lambda x: (x[0], x[1].measure_id))


def _present(store: Store, metal_id: str, context: Context, kind: str, named: Collection[str]) -> list[str]:
    """Return the measures of a kind that are in force, where none of those that are named is."""
    in_force = [
        (next(span.start for span in spans(m) if span.state.name == IN_FORCE), m)
        for m in store.measures.values()
        if m.kind == kind and m.target(metal_id) and matches(m, context) and _is_in_force(m, context.as_of)
    ]
    if not in_force or any(m.measure_id in named for _, m in in_force):
        return []
    entry = gettext("present {kind} from {day} ({document})")
    start, measure = min(in_force, key=lambda x: (x[0], x[1].measure_id))
    text = entry.format(kind=measure_kind(measure), day=show(start), document=measure_name(measure))
    return [_with_scope(text, measure, metal_id)]


def _is_in_force(measure: Measure, on: date) -> bool:
    state = state_on(measure, on)
    return state is not None and state.name == IN_FORCE and not state.presumed


def _with_scope(text: str, measure: Measure, metal_id: str) -> str:
    """Return a text on a measure with what it covers, where that is not the metal as such."""
    target = measure.target(metal_id)
    if target is None or target.covers == "metal" or not target.phrase:
        return text
    return gettext("{measure}, for {goods}").format(measure=text, goods=target.phrase)


def _first_text(day: date, measure: Measure, on: date) -> str:
    state = state_on(measure, on)
    published = measure.effective if measure.effective and first_day(measure.effective) == day else day
    if state is None or day > on:
        entry = gettext("first {kind} from {day} ({document})")
    else:
        entry = gettext("first {kind} from {day} ({document}), {state}")
    return entry.format(
        kind=measure_kind(measure),
        day=show(published),
        document=measure_name(measure),
        state=state_words(state.name, state.until, presumed=state.presumed) if state is not None else "",
    )


def until(store: Store, reading: Reading) -> Answer:
    """Return until when measures on metals, or all that apply to the places, are paused or in force."""
    refusal = not_an_export(store, reading.origin, reading.destination)
    if not reading.metals:
        text = refusal or _all_pauses(store, reading.context)
        action = open_tab(reading, "controls")
        return Answer(with_warning(store, reading, text), action)
    sentences = [
        refusal or with_forms(store, metal, reading, _ends(store, metal, reading)) for metal in reading.metals
    ]
    text = per_metal(store, reading.metals, sentences)
    return Answer(with_warning(store, reading, text), open_tab(reading, "controls"))


def _ends(store: Store, metal_id: str, reading: Reading) -> str:
    """Return what is paused or announced on a metal with its last day, or that no pause is on file.

    A question about a quota has the quotas in force first.
    """
    context = reading.context
    result = Controls.of(store).answer(metal_id, context)
    head = Controls.of(store).headline(metal_id, context)
    paused = [m for m in result.status.measures if m.state == SUSPENDED]
    quotas = [m for m in result.status.measures if m.measure.kind == "quota" and m.state == IN_FORCE]
    quotas = quotas if reading.quota else []
    none = gettext("No quota in force is on file for these exports.") if reading.quota and not quotas else ""
    ends = list(dict.fromkeys(_end_of(m) for m in (*quotas, *result.leading)))
    if not paused:
        return paragraph((none, gettext("No pause is on file."), head.in_force, *ends))
    named = {m.measure.measure_id for group in result.waiting for m in group.measures}
    others = [m for m in paused if m.measure.measure_id not in named]
    return paragraph((none, head.waiting, *_by_end(others), *ends))


def _end_of(measure: MeasureStatus) -> str:
    """Return the last day of a measure in force, or that none is on file."""
    rule = measure_rule(measure.measure)
    if measure.measure.expires:
        return gettext("The {rule} ends on {day}.").format(rule=rule, day=show(measure.measure.expires))
    return gettext("No end date of the {rule} is on file.").format(rule=rule)


def _all_pauses(store: Store, context: Context) -> str:
    """Return all measures that are paused for the places, by the last day of their pause."""
    paused = []
    for measure in store.measures.values():
        if matches(measure, context) and not measure.is_purchasing_rule:
            state = state_on(measure, context.as_of)
            if state is not None and state.name == SUSPENDED:
                paused.append(MeasureStatus(measure, state.name, state.presumed, state.until, None))
    if not paused:
        return gettext("No pause is on file for these exports.")
    return paragraph(_by_end(paused))


def _by_end(paused: Iterable[MeasureStatus]) -> Iterator[str]:
    """Yield a sentence for each last day of a pause, the earliest first, with the measures."""
    groups: dict[tuple[str, bool], dict[str, list[str]]] = {}
    for measure in sorted(paused, key=lambda m: (m.until or "9", -m.rank, m.measure.measure_id)):
        rules = groups.setdefault((measure.until or "", measure.presumed), {})
        rules.setdefault(_rule_name(measure.measure), []).append(instrument_name(measure.measure.instrument))
    for (end, presumed), rules in groups.items():
        sentence = (
            gettext("Paused until {day} (presumed): {rules}.")
            if presumed
            else gettext("Paused until {day}: {rules}.")
        )
        if not end:
            sentence = gettext("Paused, no end date on file: {rules}.")
        entry = gettext("{rule} ({documents})")
        names = [entry.format(rule=rule, documents=list_of(_unique(of))) for rule, of in rules.items()]
        yield sentence.format(day=show(end), rules="; ".join(names))


def _rule_name(measure: Measure) -> str:
    """Return the word for the rule that a measure is; one on named companies says so."""
    rule = measure_rule(measure)
    return gettext("{rule} on named companies").format(rule=rule) if measure.reach == "parties" else rule


def _unique(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
