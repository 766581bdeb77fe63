"""The explanation of a verdict as plain text, to be copied."""

from collections.abc import Iterator

from explorer.data.context import Context
from explorer.data.controls.codes import Verdict
from explorer.data.controls.parties import military_rules
from explorer.data.finding.code_cause import cause_lines
from explorer.data.finding.code_check import CheckedLine
from explorer.data.finding.code_explanation import Explanation, ItemText, RuleText, rule_texts
from explorer.data.finding.code_verdicts import CodeText, verdict_sentence
from explorer.data.places import setting
from explorer.data.store import Store
from explorer.language import gettext


def plain_text(store: Store, answer: CheckedLine, found: Explanation, context: Context) -> str:
    """Return the verdict on a line with its explanation, one fact on each line."""
    return "\n".join(_lines(store, answer, found, context))


def item_name(item: ItemText) -> str:
    """Return the metal of an item, with the number of the item where it has one."""
    text = gettext("{metal} {number}") if item.number else gettext("{metal}")
    return text.format(metal=item.metal, number=item.number)


def item_line(item: ItemText) -> str:
    """Return metal, number and description of an item."""
    return gettext("{item}: {description}").format(item=item_name(item), description=item.description)


def wording_line(item: ItemText) -> str:
    """Return the wording of an item and whose words it has, empty where none is on file."""
    text = (
        gettext("Official wording ({source}): {wording}")
        if item.is_official
        else gettext("Wording ({source}): {wording}")
    )
    return text.format(source=item.wording_from, wording=item.wording) if item.wording else ""


def limits_line(item: ItemText) -> str:
    """Return the limits of an item, empty without any."""
    return gettext("Limits: {limits}").format(limits="; ".join(item.limits)) if item.limits else ""


def codes_line(item: ItemText) -> str:
    """Return the customs codes of an item, or why it has none."""
    return gettext("Customs codes: {codes}").format(codes=", ".join(item.codes))


def rule_line(rule: RuleText) -> str:
    """Return a measure with the metals, its kind, destination and first day; one on no metal without any."""
    if not rule.metals:
        return rule.rule
    return gettext("{metals}: {rule}").format(metals=rule.metals, rule=rule.rule)


def measure_line(rule: RuleText) -> str:
    """Return a measure as `rule_line` does, with its state and its name."""
    text = gettext("{rule}, {state} ({measure})")
    return text.format(rule=rule_line(rule), state=rule.state, measure=rule.name)


def military_line(store: Store, verdict: Verdict, context: Context) -> str:
    """Return the rules for the military users of the destination alone, empty without any."""
    rules = rule_texts(store, military_rules(store, verdict.metal_ids, context), context)
    if not rules:
        return ""
    text = gettext("For military users only (not counted in the verdict): {rules}")
    return text.format(rules="; ".join(map(measure_line, rules)))


def _lines(store: Store, answer: CheckedLine, found: Explanation, context: Context) -> Iterator[str]:
    yield setting(store, context)
    if answer.verdict is not None:
        yield verdict_sentence(CodeText(answer.code, answer.verdict.normalised), answer.verdict)
        yield from cause_lines(store, answer.verdict, context.as_of)
    for item in found.items:
        yield from filter(None, (item_line(item), wording_line(item), limits_line(item), codes_line(item)))
    for rule in (*found.own, *found.related, *found.military):
        text = gettext("{measure} ({state}): {rule}")
        yield text.format(measure=rule.name, state=rule.state, rule=rule_line(rule))
        if rule.note:
            yield rule.note
    yield from found.changes
    yield from found.cautions
