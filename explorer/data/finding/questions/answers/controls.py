"""The answers about the controls on metals: what applies, since when, and until when something is paused."""

from collections.abc import Collection, Iterator
from datetime import date

from explorer.data.context import Context
from explorer.data.controls.headline_history import HeadlineSpan, headline_spans
from explorer.data.controls.history import CONTROLS, spans
from explorer.data.controls.service import Controls
from explorer.data.controls.status import IN_FORCE, matches, state_on
from explorer.data.dates import first_day, show
from explorer.data.finding.questions.answers.answer import Answer, on_day, open_tab, per_metal, with_warning
from explorer.data.finding.questions.answers.form_wording import with_forms
from explorer.data.finding.questions.answers.measures_on_metals import with_named_rules
from explorer.data.finding.questions.reading import Reading
from explorer.data.places import not_an_export
from explorer.data.records import Measure
from explorer.data.store import Store
from explorer.data.words import (
    kind_word,
    measure_kind,
    measure_name,
    measure_rule,
    measure_state,
    state_words,
)
from explorer.language import gettext, paragraph


def status(store: Store, reading: Reading) -> Answer:
    """Return what applies to metals on a day, or how that changed in a span."""
    if reading.is_day:
        sentences = [
            on_day(
                store, reading, metal, _with_wording(store, metal, reading, _of_day(store, metal, reading))
            )
            for metal in reading.metals
        ]
    else:
        sentences = [
            _with_wording(store, metal, reading, _over_time(store, metal, reading))
            for metal in reading.metals
        ]
    text = per_metal(store, reading.metals, sentences)
    return Answer(with_warning(store, reading, text), open_tab(reading, "controls"))


def _with_wording(store: Store, metal_id: str, reading: Reading, text: str) -> str:
    """Return a text on a metal with the rules and the forms that a question names."""
    return with_named_rules(store, metal_id, reading, with_forms(store, metal_id, reading, text))


def _of_day(store: Store, metal_id: str, reading: Reading) -> str:
    """Return what applies to a metal on a day; a quota with its first and last day."""
    controls = Controls.of(store)
    head, result = controls.headline(metal_id, reading.context), controls.answer(metal_id, reading.context)
    quotas = [m.measure for m in result.leading if m.measure.kind == "quota"]
    dates = dict.fromkeys(_dates_of(measure) for measure in quotas)
    return paragraph((head.in_force, *dates, head.waiting, head.further))


def _dates_of(measure: Measure) -> str:
    """Return the first and the last day of a measure with its document."""
    sentence = (
        gettext("The {rule} applies from {first} to {last} ({document}).")
        if measure.expires
        else gettext("The {rule} applies from {first} ({document}); no end date is on file.")
    )
    return sentence.format(
        rule=measure_rule(measure),
        first=show(measure.effective),
        last=show(measure.expires),
        document=measure_name(measure),
    )


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
        state=state_words(span.state, span.until, presumed=span.presumed, your_entry=span.your_entry),
    )


def since(store: Store, reading: Reading) -> Answer:
    """Return the first day of a licence requirement and of a ban on metals."""
    refusal = not_an_export(store, reading.origin, reading.destination)
    sentences = [
        refusal or _with_wording(store, metal, reading, _first_days(store, metal, reading))
        for metal in reading.metals
    ]
    text = per_metal(store, reading.metals, sentences)
    return Answer(with_warning(store, reading, text), open_tab(reading, "controls"))


def _first_days(store: Store, metal_id: str, reading: Reading) -> str:
    """Return the first measure of each kind of control that was certainly in force, with its state on the day."""
    context = reading.context
    kinds = CONTROLS | {"quota"} if reading.quota else CONTROLS
    firsts = sorted(first_measures(store, metal_id, context, kinds), key=lambda x: (x[0], x[1].measure_id))
    if not firsts:
        none = gettext("No licence requirement or ban that was in force is on file.")
        return paragraph((none, Controls.of(store).headline(metal_id, context).in_force))
    entries = [
        _with_scope(_first_text(store, day, measure, context.as_of), measure, metal_id)
        for day, measure in firsts
    ]
    for kind in dict.fromkeys(measure.kind for _, measure in firsts):
        entries += _present(store, metal_id, context, kind, {measure.measure_id for _, measure in firsts})
    return gettext("{entries}.").format(entries="; ".join(entries))


def first_measures(
    store: Store, metal_id: str, context: Context, kinds: Collection[str]
) -> Iterator[tuple[date, Measure]]:
    """Yield the first measure of each kind that was certainly in force, with its first day."""
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
    text = entry.format(kind=_kind(store, measure), day=show(start), document=measure_name(measure))
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


def _kind(store: Store, measure: Measure) -> str:
    """Return the word for the kind of a measure; a licence for items on the dual-use list is not an ordinary one."""
    items = (i for t in measure.targets for i in store.items_of.get(t.metal_id, ()))
    is_dual_use = any(i.measure_id == measure.measure_id and i.is_on_dual_use_list for i in items)
    return gettext("dual-use licence") if measure.kind == "licence" and is_dual_use else measure_kind(measure)


def _first_text(store: Store, day: date, measure: Measure, on: date) -> str:
    state = state_on(measure, on)
    published = measure.effective if measure.effective and first_day(measure.effective) == day else day
    if state is None or day > on:
        entry = gettext("first {kind} from {day} ({document})")
    else:
        entry = gettext("first {kind} from {day} ({document}), {state}")
    return entry.format(
        kind=_kind(store, measure),
        day=show(published),
        document=measure_name(measure),
        state=measure_state(measure, state) if state is not None else "",
    )
