"""What else applies besides the headline, in sentences: rules on users, on goods abroad, other destinations, limits."""

import re

from explorer.data.controls.answer import Answer, measure_rules
from explorer.data.controls.legal_texts import limit_words, thresholds_by_item
from explorer.data.controls.parties import catch_all
from explorer.data.controls.scopes import GOODS_ABROAD, joined, phrase
from explorer.data.controls.special_forms import forms_sentence, refused_forms
from explorer.data.controls.status import IN_FORCE, MeasureStatus
from explorer.data.dates import show
from explorer.data.places import place_name
from explorer.data.records import KIND_RANK
from explorer.data.store import Store
from explorer.data.words import kind_word, measure_rule, military_users, rule_word
from explorer.language import list_of

_PARTS = {"forms": " for some forms", "ores": " for ores only", "technology": " for technology only"}
_LIMIT_IN_WORDS = re.compile(r",? (?:of|above|below|with|from) \d.*")


def further(store: Store, said: Answer) -> list[str]:
    """Return the sentences on what else applies, each closed by a full stop."""
    status = said.status
    sentences = _also(said)
    sentences += [_abroad(store, status.context.origin, found) for found in said.abroad]
    sentences += _for_military_users(store, said)
    if said.forms and _adds_forms(store, said):
        sentences.append(forms_sentence(store, status, said.forms))
    sentences.append(_outside_limits(store, said))
    sentences.append(_stricter(store, said))
    if not said.targeted:
        sentences.append(catch_all(store, said.status.context))
    return [s for s in dict.fromkeys(sentences) if s]


def _also(said: Answer) -> list[str]:
    """Return what else is in force: the kinds in one sentence, an end-use rule on a part in one of its own."""
    kinds, parts = [], []
    for rule, alike in measure_rules(said.other_rules):
        if alike[0].measure.kind != "end_use":
            kinds.append(f"{rule} (presumed)" if all(m.presumed for m in alike) else rule)
        elif joined(alike):
            parts.append(f"End-use rule{_since(alike[0])}: {joined(alike)}.")
        else:
            kinds.append(f"{rule}{_since(alike[0])}")
    if said.forms and _has_rule_for_listed_items(said):
        kinds.append("end-use rule for forms on the dual-use list")
    return [*([f"Also in force: {'; '.join(kinds)}."] if kinds else []), *parts]


def _has_rule_for_listed_items(said: Answer) -> bool:
    """Tell whether an end-use rule on every listed item is in force, and one of the forms is such an item."""
    rules = (m for m in said.status.general if m.measure.reach == "listed" and m.measure.kind == "end_use")
    return any(m.state == IN_FORCE for m in rules) and any(i.is_on_dual_use_list for i in said.forms)


def _abroad(store: Store, origin: str, found: MeasureStatus) -> str:
    goods = phrase(found) or GOODS_ABROAD
    if found.measure.kind == "end_use":
        return f"Re-export rule{_since(found)}, which also binds third countries: {goods}."
    if found.measure.kind == "licence":
        where = place_name(store, origin)
        return f"Goods abroad{_since(found)}: a licence from {where} is also needed for {goods}."
    return f"Goods abroad{_since(found)}: {measure_rule(found.measure)} for {goods}."


def _for_military_users(store: Store, said: Answer) -> list[str]:
    """Return the highest that is in force for the military users of the destination alone, the oldest of its kind."""
    living = [m for m in said.military if m.state == IN_FORCE]
    oldest = [m for m in living if m.rank == living[0].rank][-1:]
    is_group = store.metal(said.status.metal_id).kind == "group"
    return [_for_military(found, is_group=is_group) for found in oldest]


def _for_military(found: MeasureStatus, *, is_group: bool) -> str:
    users = military_users(found.measure.destination)
    covers = " for some members" if is_group and found.covers == "forms" else _PARTS.get(found.covers, "")
    if found.measure.kind == "prohibition" and not covers and not found.presumed:
        return f"Never to {users}{_since(found)}."
    return f"For {users}: {measure_rule(found.measure)}{covers}{_since(found)}."


def _adds_forms(store: Store, said: Answer) -> bool:
    """Tell whether the headline leaves out what applies to special forms; without one they are named there."""
    if said.kind == "none":
        return False
    if KIND_RANK[said.kind] < KIND_RANK["licence"] or said.covers != "metal":
        return True
    return said.kind != "prohibition" and bool(refused_forms(store, said.status, said.forms))


def _outside_limits(store: Store, said: Answer) -> str:
    """Return which forms a licence, or a ban on what it lists, leaves out because of the limits of the items."""
    listed = {
        m.measure.measure_id
        for m in said.status.measures
        if m.measure.kind == "licence" and m.state == IN_FORCE and m.covers == "metal"
    }
    if said.covers != "metal" or said.kind not in ("licence", "prohibition") or not listed:
        return ""
    limits = thresholds_by_item(store)
    outside = []
    for item in store.items_of.get(said.status.metal_id, ()):
        own = limits.get(item.item_id, ())
        if item.measure_id not in listed or item.relation != "target" or len(own) != 1:
            continue
        words = limit_words(own[0])
        if words:
            noun = _LIMIT_IN_WORDS.sub("", item.description) if own[0].joint == "all" else own[0].joint
            outside.append(f"{noun[0].lower()}{noun[1:].replace('; ', ' and ')} {words}")
    if not outside:
        return ""
    others = " (the other rules in force still apply)" if said.other_rules else ""
    return f"Not covered by the {rule_word(said.kind, said.strictness)}{others}: {'; '.join(outside)}."


def _stricter(store: Store, said: Answer) -> str:
    """Return the destinations with a stricter answer, by what applies there."""
    groups: dict[str, list[str]] = {}
    for found in said.stricter:
        kind = kind_word(found.status, found.strictness) + (", presumed" if found.presumed else "")
        names = groups.setdefault(kind, [])
        names.append(place_name(store, found.destination))
    clauses = [f"{list_of(names)} ({kind})" for kind, names in groups.items()]
    return f"Stricter for {'; '.join(clauses)}." if clauses else ""


def _since(found: MeasureStatus) -> str:
    return " (presumed)" if found.presumed else f" (since {show(found.measure.effective)})"
