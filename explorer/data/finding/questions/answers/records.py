"""The answers on a code and on a document."""

from collections import Counter
from collections.abc import Collection, Iterable

from explorer.data.controls.change_texts import rule_name
from explorer.data.controls.codes import POSSIBLE, Verdict
from explorer.data.controls.other_rule_names import other_rules
from explorer.data.controls.parties import catch_all_sentence
from explorer.data.controls.pill import in_force_words
from explorer.data.controls.service import Controls
from explorer.data.controls.status import state_on
from explorer.data.dates import show
from explorer.data.finding.code_verdicts import CodeVerdicts, item_state, verdict_sentence
from explorer.data.finding.producers.documents import document_title
from explorer.data.finding.questions.answers.answer import Answer, command_options, with_warning
from explorer.data.finding.questions.answers.measures_on_metals import documents_on_metals
from explorer.data.finding.questions.answers.metal_codes import metal_codes
from explorer.data.finding.questions.answers.named_companies import companies_named
from explorer.data.finding.questions.reading import Reading
from explorer.data.finding.rows import OPEN_DOCUMENT, OPEN_ITEM, SET_DESTINATION, Action
from explorer.data.hints import hint
from explorer.data.metal_names import plain_name, short_name
from explorer.data.places import ALL, not_an_export, place_name
from explorer.data.records import Item, Measure
from explorer.data.store import Store
from explorer.data.words import measure_kind, measure_name, measure_state
from explorer.language import gettext, list_of, ngettext, paragraph

MOST_ITEMS, MOST_RULES = 3, 3


def metals_of_code(store: Store, reading: Reading) -> tuple[str, ...]:
    """Return the metals of the items that a code names; none where it only shares its first digits with theirs."""
    if reading.code is None:
        return ()
    verdict = CodeVerdicts.of(store).check(reading.code, reading.context)
    matches = verdict.matches if verdict.verdict != POSSIBLE else ()
    return tuple(dict.fromkeys(match.item.metal_id for match in matches))


def code(store: Store, reading: Reading) -> Answer:
    """Return the verdict on a code, with the items and the state of their measures, or the codes of metals."""
    if reading.code is None:
        return metal_codes(store, reading)
    refusal = not_an_export(store, reading.origin, reading.destination)
    if refusal:
        return Answer(refusal, Action(SET_DESTINATION, destination=reading.destination))
    verdict = CodeVerdicts.of(store).check(reading.code, reading.context)
    items = list(dict.fromkeys(m.item for m in verdict.matches))
    metals = dict.fromkeys(item.metal_id for item in items)
    sentences = [verdict_sentence(reading.code, verdict), _strictest(verdict, items[:MOST_ITEMS])]
    for metal_id in list(metals)[:MOST_ITEMS]:
        sentences += [_status(store, metal_id, reading), _other_rules(store, metal_id, reading)]
    for item in items[:MOST_ITEMS]:
        measure = store.measures[item.measure_id]
        text = gettext("{item}: {kind}, {state} ({measure}).")
        sentences.append(
            text.format(
                item=item.description.partition(". ")[0].rstrip("."),
                kind=measure_kind(measure),
                state=item_state(store, item, reading.context),
                measure=measure_name(measure),
            )
        )
    left = len(items) - MOST_ITEMS
    if left > 0:
        text = ngettext(
            "{count} more item is not named here.", "{count} more items are not named here.", left
        )
        sentences.append(text.format(count=left))
    if verdict.catch_all is not None:
        sentences.append(catch_all_sentence(verdict.catch_all.measure))
    first = items[0] if items else None
    action = Action(
        OPEN_ITEM if first else SET_DESTINATION,
        metal=first.metal_id if first else "",
        tab="controls" if first else "",
        measure=first.measure_id if first else "",
        item=first.item_id if first else "",
        day=reading.until,
        origin=reading.origin,
        destination=reading.destination,
        code=reading.code.text if first else "",
    )
    return Answer(with_warning(store, reading, paragraph(sentences)), action)


def _strictest(verdict: Verdict, named: Collection[Item]) -> str:
    """Return the documents of the strictest measures in force, empty where all are those of the items named later."""
    if verdict.verdict == POSSIBLE:
        return ""
    in_force = (m.measure for match in verdict.matches for m in match.in_force())
    strictest = {m.measure_id: m for m in in_force if m.kind == verdict.headline}
    if strictest.keys() <= {item.measure_id for item in named}:
        return ""
    documents = list(dict.fromkeys(measure_name(measure) for measure in strictest.values()))
    text = ngettext(
        "Document of the strictest measure: {documents}.",
        "Documents of the strictest measures: {documents}.",
        len(documents),
    )
    return text.format(documents=list_of(documents))


def _status(store: Store, metal_id: str, reading: Reading) -> str:
    """Return what is in force on the metal of an item for the destination, and what is paused above it."""
    controls = Controls.of(store)
    in_force = in_force_words(store, controls.status(metal_id, reading.context))
    words, _ = controls.pill(metal_id, reading.context, with_end=True)
    text = (
        gettext("{metal} to {destination}: {in_force}.")
        if words == in_force
        else gettext("{metal} to {destination}: {in_force}; {paused}.")
    )
    return text.format(
        metal=short_name(store.metal(metal_id)),
        destination=place_name(store, reading.destination),
        in_force=in_force,
        paused=words,
    )


def _other_rules(store: Store, metal_id: str, reading: Reading) -> str:
    """Return the other rules on a metal by name, the strictest first; empty without any."""
    names = [rule.text for rule in other_rules(store, Controls.of(store).answer(metal_id, reading.context))]
    if not names:
        return ""
    left = len(names) - MOST_RULES
    rules = "; ".join(names[:MOST_RULES])
    if left <= 0:
        return gettext("Also: {rules}.").format(rules=rules)
    text = hint(
        window=ngettext(
            "Also: {rules}; {count} more (see Controls).",
            "Also: {rules}; {count} more (see Controls).",
            left,
        ),
        command=ngettext(
            "Also: {rules}; {count} more (see `{command}`).",
            "Also: {rules}; {count} more (see `{command}`).",
            left,
        ),
    )
    command = f"minor-metals status {metal_id} {command_options(reading)}"
    return text.format(rules=rules, count=left, command=command)


def document(store: Store, reading: Reading) -> Answer:
    """Return what a document says, when it was published, and the state of its measures; or those on metals."""
    if reading.document is None:
        return documents_on_metals(store, reading)
    if reading.companies:
        return companies_named(store, reading.document, reading)
    instrument = reading.document
    published = (
        gettext("Published {day}.").format(day=show(instrument.announced)) if instrument.announced else ""
    )
    own = [m for m in store.measures.values() if m.instrument_id == instrument.instrument_id]
    if reading.metals:
        own = [m for m in own if any(m.target(metal) for metal in reading.metals)]
    states = _states(store, own, reading) or _not_named(store, reading)
    text = paragraph(
        (
            gettext("{document}.").format(document=document_title(instrument)),
            published,
            instrument.summary,
            states,
        )
    )
    action = Action(OPEN_DOCUMENT, record=instrument.instrument_id)
    return Answer(with_warning(store, reading, text) if states else text, action)


def _not_named(store: Store, reading: Reading) -> str:
    """Return that no measure of a document targets the metals that are asked about, empty where none are."""
    names = list_of([plain_name(store.metal(metal_id)) for metal_id in reading.metals])
    return gettext("None of its measures targets {metals}.").format(metals=names) if names else ""


def _measure_text(store: Store, measure: Measure, state: str) -> str:
    """Return a measure of a document with its destination and its state."""
    kind = rule_name(measure)
    if measure.destination == ALL:
        return gettext("{kind}, {state}").format(kind=kind, state=state)
    text = gettext("{kind} to {destination}, {state}")
    return text.format(kind=kind, destination=place_name(store, measure.destination), state=state)


def _states(store: Store, measures: Iterable[Measure], reading: Reading) -> str:
    """Return the kinds and the states of the measures of a document on the day, empty without any."""
    counts: Counter[str] = Counter()
    for measure in measures:
        state = state_on(measure, reading.until)
        if state is not None:
            words = measure_state(measure, state)
            counts[_measure_text(store, measure, words)] += 1
    if not counts:
        return ""
    entries = [
        ngettext("{measure} ({count} measure)", "{measure} ({count} measures)", n).format(measure=m, count=n)
        if n > 1
        else m
        for m, n in counts.items()
    ]
    return gettext("Its measures on {day}: {measures}.").format(
        day=show(reading.until), measures="; ".join(entries)
    )
