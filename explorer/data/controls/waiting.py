"""The sentences on measures that are paused or announced."""

from msgspec import Struct
from msgspec.structs import replace

from explorer.data.controls.answer import ABOVE, SOON, Answer, Waiting
from explorer.data.controls.pauses import basis, basis_words, is_due
from explorer.data.controls.scopes import ALWAYS_QUOTED, goods_abroad, is_clause, phrase
from explorer.data.controls.state_changes import pause_notice
from explorer.data.controls.status import ABROAD, SUSPENDED, MeasureStatus
from explorer.data.dates import show
from explorer.data.store import Store
from explorer.data.words import entry_note, measure_rule, rule_key
from explorer.language import gettext, gettext_noop, list_of, ngettext, paragraph

_ALONE, _FOR, _ON, _QUOTED, _PARTIAL = "alone", "for", "on", "quoted", "partial"
_FIRST, _FURTHER, _NEW = "first", "further", "new"
_RULES = {
    (_FIRST, _ALONE): gettext_noop("the {rule}"),
    (_FIRST, _FOR): gettext_noop("the {rule} for {goods}"),
    (_FIRST, _ON): gettext_noop("the {rule} on {goods}"),
    (_FIRST, _QUOTED): gettext_noop("the {rule} ({goods})"),
    (_FIRST, _PARTIAL): gettext_noop("the partial ban ({goods})"),
    (_FURTHER, _ALONE): gettext_noop("a further {rule}"),
    (_FURTHER, _FOR): gettext_noop("a further {rule} for {goods}"),
    (_FURTHER, _ON): gettext_noop("a further {rule} on {goods}"),
    (_FURTHER, _QUOTED): gettext_noop("a further {rule} ({goods})"),
    (_FURTHER, _PARTIAL): gettext_noop("a further partial ban ({goods})"),
    (_NEW, _ALONE): gettext_noop("a new {rule}"),
    (_NEW, _FOR): gettext_noop("a new {rule} for {goods}"),
    (_NEW, _ON): gettext_noop("a new {rule} on {goods}"),
    (_NEW, _QUOTED): gettext_noop("a new {rule} ({goods})"),
    (_NEW, _PARTIAL): gettext_noop("a new partial ban ({goods})"),
}
# By whether the last day of the pause is on file, and whether the pause is presumed.
_PAUSED = {
    (True, False): gettext_noop("The {rule} is paused until {day}."),
    (True, True): gettext_noop("The {rule} is paused until {day} (presumed)."),
    (False, False): gettext_noop("The {rule} is paused; no end date is on file."),
    (False, True): gettext_noop("The {rule} is paused (presumed); no end date is on file."),
}
_PAUSED_LIST = {
    (True, False): gettext_noop("Paused until {day}: {rules}."),
    (True, True): gettext_noop("Paused until {day} (presumed): {rules}."),
    (False, False): gettext_noop("Paused, no end date on file: {rules}."),
    (False, True): gettext_noop("Paused (presumed), no end date on file: {rules}."),
}
# The same in one short sentence for a line of the header; lists come last, so that they are cut first.
_APPLIES_AGAIN = gettext_noop(
    "The {rule} is paused until {day} and applies again from {start} unless extended."
)
_APPLIES = gettext_noop("The {rule} is paused until {day} and applies from {start} unless extended.")
_BY_STATEMENT = gettext_noop(
    "The {rule} is paused until {day} by a statement only; under the notices on file, in force since {since}."
)
_LIST_APPLIES_AGAIN = gettext_noop(
    "Paused until {day}, in force again from {start} unless extended: {rules}."
)
_LIST_APPLIES = gettext_noop("Paused until {day}, in force from {start} unless extended: {rules}.")
_LIST_BY_STATEMENT = gettext_noop(
    "Paused until {day} by a statement only; under the notices on file, in force since {since}: {rules}."
)


class _Rule(Struct, frozen=True):
    """A rule in a list: whether it is the first, a further or a new one, and the form of its text."""

    order: str
    form: str
    rule: str
    goods: str

    @property
    def text(self) -> str:
        """The rule as an entry of a list: `a further licence requirement for graphite`."""
        return gettext(_RULES[self.order, self.form]).format(rule=self.rule, goods=self.goods)


def waiting_sentences(store: Store, result: Answer) -> str:
    """Return the sentences on what is paused or announced."""
    return paragraph(group_sentences(store, result, group) for group in result.waiting)


def short_sentence(result: Answer, group: Waiting) -> str:
    """Return what is paused or announced with one end in one short sentence that keeps its days."""
    return paragraph((_short_sentence(result, group), entry_note(group.measures)))


def _short_sentence(result: Answer, group: Waiting) -> str:
    rules, as_of = _rules(result, group), result.status.context.as_of
    if group.state != SUSPENDED:
        return _announced(group, rules)
    first = group.measures[0]
    found = basis(first.measure, as_of)
    since = found.in_force_by_text if found is not None and found.statement is not None else None
    if first.presumed and since is not None and since <= as_of:
        single, several = _BY_STATEMENT, _LIST_BY_STATEMENT
    elif group.starts_on is not None and (group.starts_on - as_of).days <= SOON:
        is_new = any(is_due(m.measure, as_of) for m in group.measures)
        single, several = (_APPLIES, _LIST_APPLIES) if is_new else (_APPLIES_AGAIN, _LIST_APPLIES_AGAIN)
    else:
        return _paused(group, rules)
    fields = {"day": show(group.until), "start": show(group.starts_on), "since": show(since)}
    if _is_single(rules):
        return gettext(single).format(rule=rules[0].rule, **fields)
    return gettext(several).format(rules="; ".join(r.text for r in rules), **fields)


def named_days_sentence(result: Answer, group: Waiting) -> str:
    """Return the days with the rule that is paused or announced but without its goods; the first one of several."""
    return paragraph((_named_days_sentence(result, group), entry_note(group.measures)))


def _named_days_sentence(result: Answer, group: Waiting) -> str:
    if group.state != SUSPENDED or group.until is None:
        return _days_sentence(result, group)
    fields = {"rules": _names(_rules(result, group)), "day": show(group.until)}
    if group.measures[0].presumed:
        return gettext("Paused until {day} by a statement only: {rules}.").format(**fields)
    if group.starts_on is not None and (group.starts_on - result.status.context.as_of).days <= SOON:
        text = gettext("Paused until {day}, in force from {start} unless extended: {rules}.")
        return text.format(start=show(group.starts_on), **fields)
    return gettext("Paused until {day}: {rules}.").format(**fields)


def _names(rules: list[_Rule]) -> str:
    """Return the first rule by its name, and how many more there are."""
    first, more = rules[0], len(rules) - 1
    name = gettext(_RULES[first.order, _ALONE]).format(rule=first.rule)
    if not more:
        return name
    text = ngettext("{rule}; {count} more (see Controls)", "{rule}; {count} more (see Controls)", more)
    return text.format(rule=name, count=more)


def days_sentence(result: Answer, group: Waiting) -> str:
    """Return the days of what is paused or announced for a line with little room.

    What is paused is named unless it is the highest rule, which the pill beside the line names: beside “Licence
    needed”, “Paused until 10 Jan 2027” would read as if that licence were paused.
    """
    return paragraph((_days_sentence(result, group), entry_note(group.measures)))


def _days_sentence(result: Answer, group: Waiting) -> str:
    if group.state != SUSPENDED:
        return _announced(group, _rules(result, group))
    if group.relation != ABOVE:
        rules = [replace(r, form=_ALONE, goods="") for r in _rules(result, group)]
        return _paused(group, list(dict.fromkeys(rules)))
    until, as_of = show(group.until), result.status.context.as_of
    if group.until is None:
        return gettext("Paused; no end date is on file.")
    if group.measures[0].presumed:
        return gettext("Paused until {day} by a statement only.").format(day=until)
    if group.starts_on is not None and (group.starts_on - as_of).days <= SOON:
        return gettext("Paused until {day}; then applies unless extended.").format(day=until)
    return gettext("Paused until {day}.").format(day=until)


def group_sentences(store: Store, result: Answer, group: Waiting) -> str:
    """Return the sentences on what is paused or announced with one end."""
    rules, note = _rules(result, group), entry_note(group.measures)
    if group.state != SUSPENDED:
        return paragraph((_announced(group, rules), note))
    as_of = result.status.context.as_of
    sentences = [_paused(group, rules), note]
    if group.relation != ABOVE:
        presumed = any(m.presumed for m in group.measures)
        only_a_statement = gettext("This pause is based only on a statement.")
        sentences.append(only_a_statement if presumed else basis_words(group.measures[0], as_of))
        return paragraph((*sentences, _notice(store, result, group)))
    sentences.append(basis_words(group.measures[0], as_of))
    if group.starts_on is not None and (group.starts_on - as_of).days <= SOON:
        sentences.append(_again(store, result, group, len(rules)))
    return paragraph((*sentences, _notice(store, result, group)))


def _notice(store: Store, result: Answer, group: Waiting) -> str:
    """Return by which notices measures are paused, empty where a statement alone pauses one of them."""
    names = [pause_notice(store, m.measure, result.status.context.as_of) for m in group.measures]
    if not all(names):
        return ""
    text = gettext("This pause is based on {documents}.")
    return text.format(documents=list_of(list(dict.fromkeys(names))))


def _rules(result: Answer, group: Waiting) -> list[_Rule]:
    """Return the rules of a group, each once; a rule on the whole metal includes those on parts of it."""
    rules = list(dict.fromkeys(_rule(result, measure) for measure in group.measures))
    whole = {(r.order, r.rule) for r in rules if r.form == _ALONE}
    return [r for r in rules if r.form not in (_FOR, _ON) or (r.order, r.rule) not in whole]


def _rule(result: Answer, measure: MeasureStatus) -> _Rule:
    goods = goods_abroad() if measure.covers == ABROAD else phrase(measure)
    order = _FIRST
    if measure.measure.kind == result.kind or measure.covers == ABROAD:
        order = _FURTHER if measure.state == SUSPENDED else _NEW
    return _Rule(order, _form(measure, goods), measure_rule(measure.measure), goods)


def _form(measure: MeasureStatus, goods: str) -> str:
    if not goods:
        return _ALONE
    if measure.measure.kind in ALWAYS_QUOTED:
        return _QUOTED
    if rule_key(measure.measure.kind, measure.measure.strictness) != "prohibition":
        return _FOR
    return _PARTIAL if is_clause(goods) else _ON


def _is_single(rules: list[_Rule]) -> bool:
    return [(r.order, r.form) for r in rules] == [(_FIRST, _ALONE)]


def _paused(group: Waiting, rules: list[_Rule]) -> str:
    case = group.until is not None, any(m.presumed for m in group.measures)
    day = show(group.until)
    if _is_single(rules):
        return gettext(_PAUSED[case]).format(rule=rules[0].rule, day=day)
    return gettext(_PAUSED_LIST[case]).format(rules="; ".join(r.text for r in rules), day=day)


def _announced(group: Waiting, rules: list[_Rule]) -> str:
    texts = "; ".join(r.text for r in rules)
    if group.starts_on is None:
        return gettext("Announced; no start date on file: {rules}.").format(rules=texts)
    day = show(group.measures[0].measure.effective)
    if _is_single(rules):
        return gettext("The {rule} will apply from {day}.").format(rule=rules[0].rule, day=day)
    return gettext("Will apply from {day}: {rules}.").format(rules=texts, day=day)


def _again(store: Store, result: Answer, group: Waiting, count: int) -> str:
    """Return from when paused rules apply; `again` where all of them have been in force before."""
    as_of = result.status.context.as_of
    if any(is_due(m.measure, as_of) for m in group.measures):
        sentence = ngettext(
            "From {day} it applies unless the pause is extended; no later notice is on file (checked to {checked}).",
            "From {day} they apply unless the pause is extended; no later notice is on file (checked to {checked}).",
            count,
        )
    else:
        sentence = ngettext(
            "From {day} it applies again unless the pause is extended; no later notice is on file (checked to "
            "{checked}).",
            "From {day} they apply again unless the pause is extended; no later notice is on file (checked to "
            "{checked}).",
            count,
        )
    return sentence.format(day=show(group.starts_on), checked=show(store.edition.verified_to))
