"""The sentences on other rules: on users, on goods abroad, on other destinations, and on limits."""

import re

from explorer.data.controls.answer import Answer, measure_rules
from explorer.data.controls.legal_texts import limit_words, thresholds_by_item
from explorer.data.controls.parties import catch_all
from explorer.data.controls.scopes import goods_abroad, joined, phrase
from explorer.data.controls.special_forms import forms_sentence, refused_forms
from explorer.data.controls.status import IN_FORCE, MeasureStatus
from explorer.data.dates import show
from explorer.data.places import place_name
from explorer.data.records import KIND_RANK
from explorer.data.store import Store
from explorer.data.words import entry_note, kind_word, measure_rule, military_users, rule_word, with_marks
from explorer.language import gettext, gettext_noop, list_of, paragraph

_PARTS = {
    "forms": gettext_noop("{rule} (some forms)"),
    "members": gettext_noop("{rule} (some members)"),
    "ores": gettext_noop("{rule} (ores only)"),
    "technology": gettext_noop("{rule} (technology only)"),
}
_NEVER = gettext_noop("Never to {users} (since {day}).")
_FOR_MILITARY = gettext_noop("For {users}: {rule}.")
# By whether the status there is presumed, and whether it rests on an entry of the user.
_STRICTER = {
    (False, False): gettext_noop("{places} ({kind})"),
    (True, False): gettext_noop("{places} ({kind}, presumed)"),
    (False, True): gettext_noop("{places} ({kind}, your entry)"),
    (True, True): gettext_noop("{places} ({kind}, presumed, your entry)"),
}
_LIMIT_IN_WORDS = re.compile(r",? (?:of|above|below|with|from) \d.*")


def further(store: Store, result: Answer) -> list[str]:
    """Return the sentences on other rules, each with a full stop."""
    status = result.status
    sentences = _also_in_force(result)
    sentences += [_abroad(store, status.context.origin, measure) for measure in result.abroad]
    sentences += _for_military_users(store, result)
    if result.forms and adds_forms(store, result):
        sentences.append(forms_sentence(store, status, result.forms))
    sentences.append(outside_limits(store, result))
    sentences.append(_stricter(store, result))
    if not result.targeted:
        sentences.append(catch_all(store, result.status.context))
    return [s for s in dict.fromkeys(sentences) if s]


def _also_in_force(result: Answer) -> list[str]:
    """Return what else is in force: the kinds in one sentence, an end-use rule on a part in one of its own."""
    kinds, parts = [], []
    for rule, alike in measure_rules(result.other_rules):
        if alike[0].measure.kind != "end_use":
            kinds.append(with_marks_of(rule, *alike))
        elif joined(alike):
            parts.append(_end_use_on_part(alike))
        else:
            kinds.append(with_first_day(rule, alike[0]))
    if result.forms and has_rule_for_listed_items(result):
        kinds.append(gettext("end-use rule for forms on the dual-use list"))
    if not kinds:
        return parts
    return [gettext("Also in force: {rules}.").format(rules="; ".join(kinds)), *parts]


def _end_use_on_part(alike: list[MeasureStatus]) -> str:
    sentence = (
        gettext("End-use rule (presumed): {goods}.")
        if alike[0].presumed
        else gettext("End-use rule (since {day}): {goods}.")
    )
    words = sentence.format(goods=joined(alike), day=show(alike[0].measure.effective))
    return paragraph((words, entry_note(alike)))


def with_first_day(rule: str, measure: MeasureStatus) -> str:
    """Return a rule with its first day, or with the note that it is presumed."""
    if measure.presumed:
        return with_marks_of(rule, measure)
    text = gettext("{rule} (since {day})").format(rule=rule, day=show(measure.measure.effective))
    return with_marks_of(text, measure)


def with_marks_of(rule: str, *measures: MeasureStatus) -> str:
    """Return a rule with the note that all of its measures are presumed, or that one rests on an entry of the user."""
    return with_marks(
        rule,
        presumed=all(m.presumed for m in measures),
        your_entry=any(m.your_entry for m in measures),
    )


def has_rule_for_listed_items(result: Answer) -> bool:
    """Return whether an end-use rule on every listed item is in force, and one of the forms is such an item."""
    rules = (m for m in result.status.general if m.measure.reach == "listed" and m.measure.kind == "end_use")
    return any(m.state == IN_FORCE for m in rules) and any(i.is_on_dual_use_list for i in result.forms)


def _abroad(store: Store, origin: str, measure: MeasureStatus) -> str:
    """Return the sentence on a rule for goods abroad, with its first day or the note that it is presumed."""
    if measure.measure.kind == "end_use":
        sentence = (
            gettext("Re-export rule (presumed), which also binds third countries: {goods}.")
            if measure.presumed
            else gettext("Re-export rule (since {day}), which also binds third countries: {goods}.")
        )
    elif measure.measure.kind == "licence":
        sentence = (
            gettext("Goods outside {origin} (presumed): a licence from {origin} is also needed for {goods}.")
            if measure.presumed
            else gettext(
                "Goods outside {origin} (since {day}): a licence from {origin} is also needed for {goods}."
            )
        )
    else:
        sentence = (
            gettext("Goods outside {origin} (presumed): {rule} for {goods}.")
            if measure.presumed
            else gettext("Goods outside {origin} (since {day}): {rule} for {goods}.")
        )
    words = sentence.format(
        day=show(measure.measure.effective),
        origin=place_name(store, origin),
        rule=measure_rule(measure.measure),
        goods=phrase(measure) or goods_abroad(),
    )
    return paragraph((words, entry_note((measure,))))


def _for_military_users(store: Store, result: Answer) -> list[str]:
    """Return the sentence on the highest rule in force for the military users of the destination alone."""
    return military_rule(store, result, never=_NEVER, otherwise=_FOR_MILITARY)


def military_rule(store: Store, result: Answer, *, never: str, otherwise: str) -> list[str]:
    """Return the highest rule in force for the military users of the destination alone, in one of two texts."""
    in_force = [m for m in result.military if m.state == IN_FORCE]
    if not in_force:
        return []
    oldest = [m for m in in_force if m.rank == in_force[0].rank][-1]
    users, day = military_users(oldest.measure.destination), show(oldest.measure.effective)
    is_group = store.metal(result.status.metal_id).kind == "group"
    covers = "members" if is_group and oldest.covers == "forms" else oldest.covers
    if (
        oldest.measure.kind == "prohibition"
        and covers not in _PARTS
        and not (oldest.presumed or oldest.your_entry)
    ):
        return [gettext(never).format(users=users, day=day)]
    rule = measure_rule(oldest.measure)
    if covers in _PARTS:
        rule = gettext(_PARTS[covers]).format(rule=rule)
    return [gettext(otherwise).format(users=users, rule=with_first_day(rule, oldest))]


def adds_forms(store: Store, result: Answer) -> bool:
    """Return whether the headline omits what applies to special forms; without one they are named there."""
    if result.kind == "none":
        return False
    if KIND_RANK[result.kind] < KIND_RANK["licence"] or result.covers != "metal":
        return True
    return result.kind != "prohibition" and bool(refused_forms(store, result.status, result.forms))


def outside_limits(store: Store, result: Answer) -> str:
    """Return which forms a licence, or a ban on what it lists, does not cover because of the limits of the items."""
    listed = {
        m.measure.measure_id
        for m in result.status.measures
        if m.measure.kind == "licence" and m.state == IN_FORCE and m.covers == "metal"
    }
    if result.covers != "metal" or result.kind not in ("licence", "prohibition") or not listed:
        return ""
    limits = thresholds_by_item(store)
    outside = []
    for item in store.items_of.get(result.status.metal_id, ()):
        own = limits.get(item.item_id, ())
        if item.measure_id not in listed or item.relation != "target" or len(own) != 1:
            continue
        limit = limit_words(own[0])
        if limit:
            noun = _LIMIT_IN_WORDS.sub("", item.description) if own[0].joint == "all" else own[0].joint
            goods = f"{noun[0].lower()}{noun[1:].replace('; ', ' and ')}"
            outside.append(gettext("{goods} {limit}").format(goods=goods, limit=limit))
    if not outside:
        return ""
    sentence = (
        gettext("Not covered by the {rule} (the other rules in force still apply): {goods}.")
        if result.other_rules
        else gettext("Not covered by the {rule}: {goods}.")
    )
    return sentence.format(rule=rule_word(result.kind, result.strictness), goods="; ".join(outside))


def _stricter(store: Store, result: Answer) -> str:
    """Return the sentence on destinations with a stricter answer, by what applies there."""
    entries = [places for places, _ in stricter_places(store, result)]
    return gettext("Stricter for {destinations}.").format(destinations="; ".join(entries)) if entries else ""


def stricter_places(store: Store, result: Answer) -> list[tuple[str, int]]:
    """Return the destinations with a stricter answer, by what applies there, each with the rank of that."""
    groups: dict[tuple[str, int, bool, bool], list[str]] = {}
    for there in result.stricter:
        kind, rank = kind_word(there.status, there.strictness), KIND_RANK[there.status]
        case = kind, rank, there.presumed, there.your_entry
        groups.setdefault(case, []).append(place_name(store, there.destination))
    entries = []
    for (kind, rank, presumed, your_entry), names in groups.items():
        text = gettext(_STRICTER[presumed, your_entry])
        entries.append((text.format(places=list_of(names), kind=kind), rank))
    return entries
