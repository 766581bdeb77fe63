"""The other rules on a metal in a few words each, for the last line of the header."""

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
from explorer.data.store import Store
from explorer.data.words import measure_rule
from explorer.language import gettext, gettext_noop, ngettext

_NEVER = gettext_noop("never to {users} (since {day})")
_FOR_MILITARY = gettext_noop("{users}: {rule}")


def other_rule_names(store: Store, result: Answer) -> list[str]:
    """Return the other rules, the most important first: stricter destinations, the metal itself, abroad, users."""
    stricter = gettext("stricter for {destinations}")
    names = [stricter.format(destinations=place) for place in stricter_places(store, result)]
    if result.metal_itself is not None:
        text = gettext("{rule} for the {thing} itself")
        rule = measure_rule(result.metal_itself.measure)
        names.append(
            with_marks_of(text.format(rule=rule, thing=thing_word(store, result)), result.metal_itself)
        )
    names += [_abroad(store, result, measure) for measure in result.abroad]
    names += military_rule(store, result, never=_NEVER, otherwise=_FOR_MILITARY)
    for rule, alike in measure_rules(result.other_rules):
        is_dated = alike[0].measure.kind == "end_use"
        names.append(with_first_day(rule, alike[0]) if is_dated else with_marks_of(rule, *alike))
    return [*names, *_general_rules(store, result), *_exceptions(store, result)]


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
