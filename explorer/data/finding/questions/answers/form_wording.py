"""What the wording of the measures on a metal says about a form of it, such as an oxide, ore or scrap."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from explorer.data.context import Context
from explorer.data.controls.service import Controls
from explorer.data.controls.status import ANNOUNCED, ENDED, IN_FORCE, State, matches, state_on
from explorer.data.dates import show
from explorer.data.finding.questions.compounds import form_pattern
from explorer.data.finding.questions.forms import is_product
from explorer.data.finding.questions.reading import Form, Reading
from explorer.data.metal_names import plain_name
from explorer.data.records import KIND_RANK, Measure
from explorer.data.store import Store
from explorer.data.words import measure_kind, measure_name, measure_state
from explorer.errors import quoted
from explorer.language import gettext, list_of, ngettext, paragraph

Item = TypeVar("Item")
MOST_WORDINGS = 3
PARTS = frozenset(("forms", "ores", "technology"))
_GRADE = re.compile(r"\b[\w-]+ grade\b", re.IGNORECASE)


def with_forms(store: Store, metal_id: str, reading: Reading, text: str) -> str:
    """Return a text on a metal, before it the forms that no measure names, after it the wordings on the others.

    A form that the words on what is in force name already has no sentence of its own. Where what is in force covers
    other forms only, the wordings come first.
    """
    unnamed, named = [], []
    result = Controls.of(store).answer(metal_id, reading.context)
    in_force = Controls.of(store).headline(metal_id, reading.context).in_force
    for form in reading.forms:
        if metal_id in (form.metal_ids or reading.metals) and not is_named(store, form, in_force):
            wordings = _wordings(store, metal_id, form, reading.context)
            named += [_sentence(form, measure, words, reading) for measure, words in wordings]
            unnamed += [] if wordings else [form.text]
    first = _unnamed(store, metal_id, unnamed) if unnamed else ""
    if named and not unnamed and all(m.covers in PARTS for m in result.leading):
        others = gettext("On {metal} in general: {text}")
        return paragraph((*named, others.format(metal=plain_name(store.metal(metal_id)), text=text)))
    return paragraph((first, text, *named))


def is_named(store: Store, form: Form, text: str) -> bool:
    """Return whether a text names a form; `trioxide grade` names a grade of the metal."""
    return form_pattern(store, form.text).search(_GRADE.sub(" ", text)) is not None


def names_forms(store: Store, reading: Reading, text: str) -> bool:
    """Return whether a text names every form that is another good than the metal, such as ore."""
    return all(is_product(form.text) or is_named(store, form, text) for form in reading.forms)


def naming_most(
    store: Store, reading: Reading, items: Iterable[Item], text_of: Callable[[Item], str]
) -> list[Item]:
    """Return the items whose texts name the most of the forms that a question asks about; all where none names one."""
    counts = [(item, sum(is_named(store, form, text_of(item)) for form in reading.forms)) for item in items]
    most = max((count for _, count in counts), default=0)
    return [item for item, count in counts if count == most]


def with_unused(store: Store, metal_id: str, reading: Reading, text: str, named: str = "") -> str:
    """Return a text with figures, before it the words of the question that were not used to choose them.

    `named` is what else describes the figures; a form in the name of the metal itself needs no filter.
    """
    metal = store.metal(metal_id)
    described = f"{text} {named} {metal.name_en}"
    words = [
        form.text
        for form in reading.forms
        if metal_id in (form.metal_ids or reading.metals)
        and is_product(form.text)
        and not is_named(store, form, described)
    ]
    return not_a_filter(store, metal_id, words, text)


def not_a_filter(store: Store, metal_id: str, words: Sequence[str], text: str) -> str:
    """Return a text, before it that words of a question were not used to choose what it says."""
    if not words:
        return text
    sentence = ngettext(
        "The word {words} was not used as a filter. On file for {metal}: {text}",
        "The words {words} were not used as filters. On file for {metal}: {text}",
        len(words),
    )
    return sentence.format(
        words=list_of([quoted(word) for word in words]), metal=plain_name(store.metal(metal_id)), text=text
    )


def _unnamed(store: Store, metal_id: str, forms: Sequence[str]) -> str:
    sentence = gettext(
        "No measure for these exports names {forms} in connection with {metal}: the full wording decides whether one "
        "covers it. What follows is about {metal} as such."
    )
    return sentence.format(
        forms=list_of([quoted(form) for form in forms]), metal=plain_name(store.metal(metal_id))
    )


def _sentence(form: Form, measure: Measure, words: str, reading: Reading) -> str:
    state = state_on(measure, reading.until)
    assert state is not None
    sentence = gettext("On {form}, the wording of {document} decides – {kind}, {state}: {wording}.")
    return sentence.format(
        form=quoted(form.text),
        document=measure_name(measure),
        kind=measure_kind(measure),
        state=_state_words(measure, state),
        wording=words.rstrip("."),
    )


def _state_words(measure: Measure, state: State) -> str:
    """Return the state of a measure in words, with the day on which it begins or ends."""
    words = measure_state(measure, state)
    if state.name == ANNOUNCED and measure.effective:
        return gettext("{state} for {day}").format(state=words, day=show(measure.effective))
    if state.name == IN_FORCE and measure.expires:
        return gettext("{state} until {day}").format(state=words, day=show(measure.expires))
    return words


def _wordings(store: Store, metal_id: str, form: Form, context: Context) -> list[tuple[Measure, str]]:
    """Return the measures that name a form of a metal and have not ended, those in force and strict first."""
    found = [
        (measure, words)
        for measure in store.measures.values()
        if matches(measure, context) and not measure.is_purchasing_rule and _state(measure, context)
        for words in [_words(store, measure, metal_id, form)]
        if words
    ]
    found.sort(
        key=lambda x: (
            _state(x[0], context) != IN_FORCE,
            x[0].kind == "technology",
            -KIND_RANK[x[0].kind],
            x[0].measure_id,
        )
    )
    return found[:MOST_WORDINGS]


def _state(measure: Measure, context: Context) -> str:
    """Return the state of a measure on the day, empty where it has ended or is not announced yet."""
    state = state_on(measure, context.as_of)
    return "" if state is None or state.name == ENDED else state.name


def _words(store: Store, measure: Measure, metal_id: str, form: Form) -> str:
    """Return the wording of a measure on a metal, or on a member of a group, that names a form; else its items."""
    owners = [m.metal_id for m in store.metals.values() if metal_id in (m.metal_id, m.member_of)]
    for target in measure.targets:
        words = target.phrase or target.scope or ""
        if target.metal_id in owners and is_named(store, form, words):
            return words
    items = (item for owner in owners for item in store.items_of.get(owner, ()))
    named = [
        item.description.partition(". ")[0]
        for item in items
        if item.measure_id == measure.measure_id and is_named(store, form, item.description)
    ]
    return "; ".join(named[:MOST_WORDINGS])
