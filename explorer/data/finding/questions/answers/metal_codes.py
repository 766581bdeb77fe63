"""The answer on the codes of a metal: the control codes and customs codes of its items on file."""

from explorer.data.controls.codes import has_begun, has_ended
from explorer.data.controls.status import ENDED, matches, state_on
from explorer.data.finding.code_verdicts import item_state
from explorer.data.finding.questions.answers.answer import (
    Answer,
    command_options,
    open_tab,
    per_metal,
    with_warning,
)
from explorer.data.finding.questions.answers.form_wording import is_named, not_a_filter
from explorer.data.finding.questions.compounds import Compounds
from explorer.data.finding.questions.reading import Form, Reading
from explorer.data.finding.rows import SET_DESTINATION, Action
from explorer.data.hints import hint
from explorer.data.metal_names import plain_name
from explorer.data.places import not_an_export, place_name
from explorer.data.records import Item
from explorer.data.store import Store
from explorer.data.words import measure_kind, measure_name
from explorer.errors import quoted
from explorer.language import gettext, list_of, ngettext, paragraph

MOST_ITEMS = 6


def metal_codes(store: Store, reading: Reading) -> Answer:
    """Return the codes of the items of each metal that the origin controls on the day."""
    refusal = not_an_export(store, reading.origin, reading.destination)
    if refusal:
        return Answer(refusal, Action(SET_DESTINATION, destination=reading.destination))
    sentences = [_codes_of(store, metal_id, reading) for metal_id in reading.metals]
    text = paragraph(
        (
            per_metal(store, reading.metals, sentences),
            gettext("A code is only a reference: the wording of the item decides."),
        )
    )
    return Answer(with_warning(store, reading, text), open_tab(reading, "controls"))


def _codes_of(store: Store, metal_id: str, reading: Reading) -> str:
    """Return the items of a metal with their codes, or that none is on file; a group has those of its metals."""
    member = next((m for m in store.metals.values() if m.member_of == metal_id), None)
    if member is not None:
        text = gettext("The codes of {metal} are on file by metal: ask about one of them, such as {example}.")
        return text.format(metal=plain_name(store.metal(metal_id)), example=plain_name(member))
    items = [item for item in store.items_of.get(metal_id, ()) if _counts(store, item, reading)]
    if not items:
        return _nothing(store, metal_id, reading)
    items.sort(key=lambda item: (item.relation != "target", not _customs_codes(store, item, reading)))
    shown = [_item_text(store, item, reading) for item in items[:MOST_ITEMS]]
    text = paragraph((*shown, _left(metal_id, len(items) - MOST_ITEMS, reading)))
    compounds = _compounds(store, reading)
    return not_a_filter(store, metal_id, [f.text for f in reading.forms if f not in compounds], text)


def _left(metal_id: str, count: int, reading: Reading) -> str:
    """Return how many items are not in the answer, and where they are; empty where all are in it."""
    if count <= 0:
        return ""
    text = hint(
        window=ngettext("{count} more item (see Controls).", "{count} more items (see Controls).", count),
        command=ngettext(
            "{count} more item (see `{command}`).", "{count} more items (see `{command}`).", count
        ),
    )
    return text.format(count=count, command=f"minor-metals show {metal_id} {command_options(reading)}")


def _compounds(store: Store, reading: Reading) -> list[Form]:
    """Return the compounds that a question names, of which items have codes, unlike powder or ore."""
    known = Compounds.of(store)
    return [f for f in reading.forms if known.get(f.text) is not None or f.text in known.chinese]


def _counts(store: Store, item: Item, reading: Reading) -> bool:
    """Return whether an item has a code, is one of the compounds of the question, and its measure has not ended."""
    measure = store.measures[item.measure_id]
    state = state_on(measure, reading.until)
    if state is None or state.name == ENDED or not matches(measure, reading.context):
        return False
    if not item.control_codes and not _customs_codes(store, item, reading):
        return False
    return all(is_named(store, form, item.description) for form in _compounds(store, reading))


def _customs_codes(store: Store, item: Item, reading: Reading) -> list[str]:
    """Return the customs codes of an item for the tariff year of the day."""
    measure, day = store.measures[item.measure_id], reading.until
    return [c.hs_code for c in item.codes if has_begun(c, measure, day) and not has_ended(c, day)]


def _item_text(store: Store, item: Item, reading: Reading) -> str:
    """Return an item with its codes and the state of its measure."""
    measure = store.measures[item.measure_id]
    customs = _customs_codes(store, item, reading)
    text = (
        ngettext(
            "{item}: control code {control}; customs code {customs} ({kind}, {state}; {measure}).",
            "{item}: control code {control}; customs codes {customs} ({kind}, {state}; {measure}).",
            len(customs),
        )
        if item.control_codes and customs
        else ngettext(
            "{item}: customs code {customs} ({kind}, {state}; {measure}).",
            "{item}: customs codes {customs} ({kind}, {state}; {measure}).",
            len(customs),
        )
        if customs
        else gettext("{item}: control code {control}; no customs code on file ({kind}, {state}; {measure}).")
    )
    return text.format(
        item=item.description.partition(". ")[0].rstrip("."),
        control=list_of(list(item.control_codes)),
        customs=list_of(customs),
        kind=measure_kind(measure),
        state=item_state(store, item, reading.context),
        measure=measure_name(measure),
    )


def _nothing(store: Store, metal_id: str, reading: Reading) -> str:
    """Return that no code of a metal, or of the compounds that the question names, is on file."""
    names = {
        "metal": plain_name(store.metal(metal_id)),
        "origin": place_name(store, reading.origin),
        "destination": place_name(store, reading.destination),
    }
    compounds = [quoted(form.text) for form in _compounds(store, reading)]
    if not compounds:
        text = gettext(
            "No code of {metal} on a control list of {origin} for exports to {destination} is on file."
        )
        return text.format(**names)
    text = gettext(
        "No code of {metal} on a control list of {origin} for exports to {destination} is on file for {compounds}."
    )
    return text.format(**names, compounds=list_of(compounds))
