"""The answer on until when measures are paused or in force."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from explorer.data.context import Context
from explorer.data.controls.change_texts import rule_name
from explorer.data.controls.in_force import has_successor
from explorer.data.controls.service import Controls
from explorer.data.controls.state_changes import StateChanges
from explorer.data.controls.status import IN_FORCE, SUSPENDED, MeasureStatus, matches, state_on
from explorer.data.controls.term_ends import end_sentences
from explorer.data.dates import show
from explorer.data.finding.questions.answers.answer import Answer, open_tab, per_metal, with_warning
from explorer.data.finding.questions.answers.form_wording import with_forms
from explorer.data.finding.questions.answers.measures_on_metals import with_named_rules
from explorer.data.finding.questions.reading import Reading
from explorer.data.places import not_an_export
from explorer.data.records import Measure
from explorer.data.store import Store
from explorer.data.words import instrument_name, measure_rule, rests_on_entry
from explorer.language import gettext, list_of, paragraph


def until(store: Store, reading: Reading) -> Answer:
    """Return until when measures on metals, or all that apply to the places, are paused or in force."""
    refusal = not_an_export(store, reading.origin, reading.destination)
    if not reading.metals:
        text = refusal or _all_pauses(store, reading.context)
        action = open_tab(reading, "controls")
        return Answer(with_warning(store, reading, text), action)
    sentences = [
        refusal
        or with_named_rules(
            store, metal, reading, with_forms(store, metal, reading, _ends(store, metal, reading))
        )
        for metal in reading.metals
    ]
    text = per_metal(store, reading.metals, sentences)
    return Answer(with_warning(store, reading, text), open_tab(reading, "controls"))


def _ends(store: Store, metal_id: str, reading: Reading) -> str:
    """Return what is paused or announced on a metal with its last day, else when its pause ended.

    Only a question about a pause says that none is on file; one about a quota has the quotas in force first.
    """
    context = reading.context
    result = Controls.of(store).answer(metal_id, context)
    head = Controls.of(store).headline(metal_id, context)
    paused = [m for m in result.status.measures if m.state == SUSPENDED]
    quotas = [m for m in result.status.measures if m.measure.kind == "quota" and m.state == IN_FORCE]
    quotas = quotas if reading.quota else []
    none = gettext("No quota in force is on file for these exports.") if reading.quota and not quotas else ""
    ends = list(dict.fromkeys(_end_of(store, m, metal_id, context) for m in (*quotas, *result.leading)))
    in_force = [m for m in result.status.measures if m.state == IN_FORCE] if reading.pause else result.leading
    over = list(_over(store, (m.measure for m in in_force), context.as_of))
    if not paused:
        no_pause = gettext("No pause is on file.") if reading.pause and not over else ""
        return paragraph((none, no_pause, *over, head.in_force, *ends))
    named = {m.measure.measure_id for group in result.waiting for m in group.measures}
    others = [m for m in paused if m.measure.measure_id not in named]
    return paragraph((none, head.waiting, *_by_end(others), *over, *ends))


def _end_of(store: Store, status: MeasureStatus, metal_id: str, context: Context) -> str:
    """Return the last day of a measure in force and whether another follows, or that no last day is on file."""
    measure, rule = status.measure, measure_rule(status.measure)
    if measure.expires:
        is_replaced = has_successor(store, measure, metal_id, context.origin)
        return end_sentences(rule, measure, context.as_of, is_replaced=is_replaced)
    return gettext("No end date of the {rule} is on file.").format(rule=rule)


def _all_pauses(store: Store, context: Context) -> str:
    """Return all measures that are paused for the places, by the last day of their pause."""
    paused = []
    concerned = [m for m in store.measures.values() if matches(m, context) and not m.is_purchasing_rule]
    for measure in concerned:
        state = state_on(measure, context.as_of)
        if state is not None and state.name == SUSPENDED:
            paused.append(MeasureStatus.of(measure, state))
    none = "" if paused else gettext("No pause is on file for these exports.")
    return paragraph((none, *_by_end(paused), *_over(store, concerned, context.as_of, presumed=True)))


def _over(store: Store, measures: Iterable[Measure], on: date, *, presumed: bool = False) -> Iterator[str]:
    """Yield when the pauses of measures that are in force ended, each once; only presumed ends if `presumed`."""
    found: dict[str, None] = {}
    for measure in measures:
        steps = [s for s in StateChanges.of(store).of_measure(measure) if s.day <= on]
        if not steps or steps[-1].after.name != IN_FORCE:
            continue
        step = steps[-1]
        if step.before is None or step.before.name != SUSPENDED or (presumed and not step.after.presumed):
            continue
        sentence = (
            gettext(
                "The pause of the {rule} ended on {last} ({document}); the rule is presumed to be in "
                "force from {start}."
            )
            if step.after.presumed
            else gettext(
                "The pause of the {rule} ended on {last}; it has been in force since {start} ({document})."
            )
        )
        text = sentence.format(
            rule=rule_name(measure),
            last=show(step.day - timedelta(days=1)),
            start=show(step.day),
            document=instrument_name(step.document),
        )
        found[paragraph((text, rests_on_entry() if step.your_entry else ""))] = None
    yield from found


def _by_end(paused: Iterable[MeasureStatus]) -> Iterator[str]:
    """Yield a sentence for each last day of a pause, the earliest first, with the measures."""
    groups: dict[tuple[str, bool, bool], dict[str, list[str]]] = {}
    for measure in sorted(paused, key=lambda m: (m.until or "9", -m.rank, m.measure.measure_id)):
        key = measure.until or "", measure.presumed, measure.your_entry
        rules = groups.setdefault(key, {})
        rules.setdefault(rule_name(measure.measure), []).append(instrument_name(measure.measure.instrument))
    for (end, presumed, your_entry), rules in groups.items():
        sentence = (
            gettext("Paused until {day} (presumed): {rules}.")
            if presumed
            else gettext("Paused until {day}: {rules}.")
        )
        if not end:
            sentence = gettext("Paused, no end date on file: {rules}.")
        entry = gettext("{rule} ({documents})")
        names = [entry.format(rule=rule, documents=list_of(_unique(of))) for rule, of in rules.items()]
        text = sentence.format(day=show(end), rules="; ".join(names))
        yield paragraph((text, rests_on_entry() if your_entry else ""))


def _unique(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
