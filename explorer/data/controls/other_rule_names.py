"""The other rules on a metal in a few words each, for the last line of the header."""

from msgspec import Struct

from explorer.data.controls.answer import Answer, measure_rules
from explorer.data.controls.in_force import thing_word
from explorer.data.controls.other_rules import (
    adds_forms,
    has_rule_for_listed_items,
    military_rule,
    outside_limits,
    stricter_places,
    with_first_day,
    with_marks_of,
)
from explorer.data.controls.parties import catch_all
from explorer.data.controls.status import IN_FORCE, MeasureStatus
from explorer.data.places import place_name
from explorer.data.records import KIND_RANK
from explorer.data.store import Store
from explorer.data.words import measure_rule
from explorer.language import gettext, gettext_noop, ngettext

_NEVER = gettext_noop("never to {users} (since {day})")
_FOR_MILITARY = gettext_noop("{users}: {rule}")


class OtherRule(Struct, frozen=True):
    """Another rule in a few words; `rank` is that of its kind of measure, 0 for what restricts no export by itself."""

    text: str
    rank: int = 0

    @property
    def is_severe(self) -> bool:
        """Whether it is a ban or a licence requirement, which every reader must see."""
        return self.rank >= KIND_RANK["licence"]


def other_rules(store: Store, result: Answer) -> list[OtherRule]:
    """Return the other rules, the strictest first.

    Of one rank, stricter destinations come first, then rules on the metal itself, abroad, for military users, and for
    companies.
    """
    stricter = gettext("stricter for {destinations}")
    found = [
        OtherRule(stricter.format(destinations=places), rank)
        for places, rank in stricter_places(store, result)
    ]
    if result.metal_itself is not None:
        text = gettext("{rule} for the {thing} itself")
        rule = measure_rule(result.metal_itself.measure)
        words = with_marks_of(text.format(rule=rule, thing=thing_word(store, result)), result.metal_itself)
        found.append(OtherRule(words, result.metal_itself.rank))
    found += [OtherRule(_abroad(store, result, measure), measure.rank) for measure in result.abroad]
    rank = max((m.rank for m in result.military if m.state == IN_FORCE), default=0)
    military = military_rule(store, result, never=_NEVER, otherwise=_FOR_MILITARY)
    found += [OtherRule(words, rank) for words in military]
    for rule, alike in measure_rules(result.other_rules):
        is_dated = alike[0].measure.kind == "end_use"
        words = with_first_day(rule, alike[0]) if is_dated else with_marks_of(rule, *alike)
        found.append(OtherRule(words, alike[0].rank))
    found += [OtherRule(words) for words in _general_rules(store, result)]
    found += [OtherRule(words) for words in _exceptions(store, result)]
    return sorted(found, key=lambda rule: -rule.rank)


def _abroad(store: Store, result: Answer, measure: MeasureStatus) -> str:
    """Return a rule on goods outside the exporting country, with its first day or the note that it is presumed."""
    if measure.measure.kind == "end_use":
        return with_first_day(gettext("re-export rule"), measure)
    text = gettext("{rule} for goods outside {origin}")
    origin = place_name(store, result.status.context.origin)
    return with_first_day(text.format(rule=measure_rule(measure.measure), origin=origin), measure)


def _general_rules(store: Store, result: Answer) -> list[str]:
    """Return the rules in force that name no metal: for listed items, for named companies, for unlisted goods."""
    names = []
    if result.forms and has_rule_for_listed_items(result):
        names.append(gettext("end-use rule for forms on the dual-use list"))
    lists = sum(m.measure.reach == "parties" and m.state == IN_FORCE for m in result.status.general)
    if lists:
        text = ngettext("{count} list of named companies", "{count} lists of named companies", lists)
        names.append(text.format(count=lists))
    if not result.targeted and catch_all(store, result.status.context):
        names.append(gettext("catch-all rule for goods on no list"))
    return names


def _exceptions(store: Store, result: Answer) -> list[str]:
    """Return what is treated in another way: special forms and goods outside a limit."""
    names = []
    if result.forms and adds_forms(store, result):
        count = len(result.forms)
        text = ngettext("{count} special form controlled", "{count} special forms controlled", count)
        names.append(text.format(count=count))
    if outside_limits(store, result):
        names.append(gettext("goods outside the limits not covered"))
    return names
