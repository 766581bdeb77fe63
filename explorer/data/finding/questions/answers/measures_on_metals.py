"""The measures on a metal that a question asks for by their kind, or for their documents."""

from collections.abc import Collection, Sequence

from explorer.data.controls.status import ENDED, matches, state_on
from explorer.data.controls.term_ends import with_note
from explorer.data.dates import show
from explorer.data.finding.questions.answers.answer import Answer, on_day, open_tab, per_metal, with_warning
from explorer.data.finding.questions.answers.form_wording import names_forms
from explorer.data.finding.questions.reading import Reading
from explorer.data.metal_names import plain_name
from explorer.data.places import not_an_export, place_name
from explorer.data.records import KIND_RANK, Measure
from explorer.data.store import Store
from explorer.data.words import kind_word, measure_name, measure_rule, measure_state
from explorer.errors import quoted
from explorer.language import gettext, list_of, paragraph


def documents_on_metals(store: Store, reading: Reading) -> Answer:
    """Return the documents of the measures on metals, the strictest first, with what each does and its state."""
    refusal = not_an_export(store, reading.origin, reading.destination)
    sentences = [refusal or _documents_of_day(store, metal, reading) for metal in reading.metals]
    text = per_metal(store, reading.metals, sentences)
    return Answer(with_warning(store, reading, text), open_tab(reading, "controls"))


def _documents_of_day(store: Store, metal_id: str, reading: Reading) -> str:
    return on_day(store, reading, metal_id, _documents(store, metal_id, reading))


def _documents(store: Store, metal_id: str, reading: Reading) -> str:
    found = _measures(store, metal_id, reading, reading.kinds_named)
    if not found:
        return _none(store, metal_id, reading, reading.kinds_named)
    return gettext("{measures}.").format(measures="; ".join(_entry(m, metal_id, reading) for m in found))


def with_named_rules(store: Store, metal_id: str, reading: Reading, text: str) -> str:
    """Return a text on a metal after the measures of the kinds that a question names."""
    if not reading.rule_kinds:
        return text
    found = _measures(store, metal_id, reading, reading.rule_kinds)
    if not found:
        return paragraph((_none(store, metal_id, reading, reading.rule_kinds), text))
    entries = "; ".join(_entry(m, metal_id, reading) for m in found)
    return paragraph(
        (gettext("{measures}.").format(measures=entries), _unnamed(store, reading, entries), text)
    )


def _measures(store: Store, metal_id: str, reading: Reading, kinds: Collection[str]) -> list[Measure]:
    """Return the measures on a metal that have not ended: those of some kinds, or all if no kind is given."""
    found = [
        m
        for m in store.measures.values()
        if matches(m, reading.context) and not m.is_purchasing_rule and m.target(metal_id)
        if (not kinds or m.kind in kinds) and _state_on(m, reading)
    ]
    return sorted(found, key=lambda m: (-KIND_RANK[m.kind], m.effective or "", m.measure_id))


def _state_on(measure: Measure, reading: Reading) -> str:
    """Return the state of a measure in words, empty where it has ended or is not announced yet."""
    state = state_on(measure, reading.until)
    if state is None or state.name == ENDED:
        return ""
    return measure_state(measure, state)


def _entry(measure: Measure, metal_id: str, reading: Reading) -> str:
    """Return a measure with its document, its goods, its first and last day and its state."""
    target = measure.target(metal_id)
    goods = target.phrase if target is not None else ""
    fields = {
        "document": measure_name(measure),
        "rule": measure_rule(measure),
        "goods": goods,
        "state": _state_on(measure, reading),
        "first": show(measure.effective),
        "last": show(measure.expires),
    }
    if measure.expires:
        entry = (
            gettext("{document}: {rule} ({goods}), {first} to {last}, {state}")
            if goods
            else gettext("{document}: {rule}, {first} to {last}, {state}")
        )
    else:
        entry = (
            gettext("{document}: {rule} ({goods}), from {first}, {state}")
            if goods
            else gettext("{document}: {rule}, from {first}, {state}")
        )
    text = entry.format(**fields)
    return with_note(text, (measure,)) if measure.ends_with_term else text


def _unnamed(store: Store, reading: Reading, text: str) -> str:
    """Return the sentence that the rules do not name a form in the question, empty if they do."""
    forms = [form for form in reading.forms if not names_forms(store, reading, text)]
    if not forms:
        return ""
    sentence = gettext("This wording does not name {forms}.")
    return sentence.format(forms=list_of([quoted(form.text) for form in forms]))


def _none(store: Store, metal_id: str, reading: Reading, kinds: Sequence[str]) -> str:
    """Return the sentence that no measure of these kinds is on file for the exports of a question."""
    fields = {
        "metal": plain_name(store.metal(metal_id)),
        "origin": place_name(store, reading.origin),
        "destination": place_name(store, reading.destination),
        "rules": list_of([kind_word(kind) for kind in kinds]),
    }
    if not kinds:
        text = gettext(
            "No documents with measures on exports of {metal} from {origin} to {destination} are on file; "
            "some may exist."
        )
        return text.format(**fields)
    text = gettext("Not on file for exports of {metal} from {origin} to {destination}: {rules}.")
    return text.format(**fields)
