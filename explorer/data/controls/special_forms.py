"""Special forms of a metal and compounds of it that other entries of a list name; they set no status."""

from collections.abc import Sequence

from msgspec import Struct

from explorer.data.controls.status import IN_FORCE, MeasureStatus, Status, matches, state_on
from explorer.data.records import Item
from explorer.data.store import Store
from explorer.language import ngettext, paragraph


class Form(Struct, frozen=True):
    """An item that is a special form of a metal, or contains it, with the state of its measure."""

    item: Item
    found: MeasureStatus


def forms(store: Store, status: Status) -> list[Form]:
    """Return the special forms and compounds of the metal that measures of any state name."""
    result = []
    for item in store.items_of.get(status.metal_id, ()):
        measure = store.measures[item.measure_id]
        if not item.is_other_form or not matches(measure, status.context):
            continue
        state = state_on(measure, status.context.as_of)
        if state is not None:
            found = MeasureStatus.of(measure, state, item.description)
            result.append(Form(item, found))
    return result


def special_forms(store: Store, status: Status) -> list[Item]:
    """Return the items in force that are special forms of the metal, or contain it; they set no status."""
    return [f.item for f in forms(store, status) if f.found.state == IN_FORCE]


def refused_forms(store: Store, status: Status, forms: Sequence[Item]) -> tuple[Item, ...]:
    """Return the special forms that a ban names, or that are on the dual-use list where a ban covers all of it."""
    banned = any(
        m.measure.reach == "listed" and m.measure.kind == "prohibition" and m.state == IN_FORCE
        for m in status.general
    )
    return tuple(
        i
        for i in forms
        if (banned and i.is_on_dual_use_list) or store.measures[i.measure_id].kind == "prohibition"
    )


def forms_sentence(store: Store, status: Status, forms: Sequence[Item]) -> str:
    """Return the sentences on special forms: refused where a ban covers them, otherwise controlled."""
    refused = len(refused_forms(store, status, forms))
    controlled = len(forms) - refused
    if not refused:
        return ngettext(
            "{count} special form or compound is controlled.",
            "{count} special forms or compounds are controlled.",
            controlled,
        ).format(count=controlled)
    sentence = ngettext(
        "{count} special form or compound is banned.",
        "{count} special forms or compounds are banned.",
        refused,
    ).format(count=refused)
    if not controlled:
        return sentence
    others = ngettext("{count} more is controlled.", "{count} more are controlled.", controlled)
    return paragraph((sentence, others.format(count=controlled)))
