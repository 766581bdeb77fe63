"""The three lines of the header on a metal: what is in force, what is paused or comes next, what else applies."""

from collections.abc import Callable, Sequence
from datetime import date

from msgspec import Struct

from explorer.data.controls.answer import SOON, Answer, Waiting, in_force_of
from explorer.data.controls.headline import beyond, countdown, first_control_words
from explorer.data.controls.in_force import (
    also_presumed,
    has_successor,
    in_force_sentences,
    lapse,
    reasons_for_nothing,
    summarised,
    thing_word,
)
from explorer.data.controls.other_rule_names import other_rules
from explorer.data.controls.other_rules import further
from explorer.data.controls.scopes import joined
from explorer.data.controls.status import strictness
from explorer.data.controls.stricter_destinations import waiting_destinations
from explorer.data.controls.term_ends import end_sentences
from explorer.data.controls.waiting import (
    days_sentence,
    group_sentences,
    named_days_sentence,
    short_sentence,
)
from explorer.data.dates import first_day, show
from explorer.data.entries.concerned import entries_on, entries_sentence
from explorer.data.places import not_an_export, place_name
from explorer.data.store import Store
from explorer.data.words import REFUSAL, rule_key, rule_word, with_marks
from explorer.language import gettext, gettext_noop, list_of, ngettext, paragraph, pgettext

_WHOLE = {
    "prohibition": gettext_noop("Not allowed {day}"),
    REFUSAL: gettext_noop("Licences are refused in principle {day}"),
    "licence": gettext_noop("Allowed with a licence {day}"),
    "end_use": gettext_noop("Allowed {day}, subject to an end-use rule"),
    "quota": gettext_noop("Allowed within a quota {day}"),
    "state_trading": gettext_noop("Only named companies may export {day}"),
    "trade_licence": gettext_noop("Allowed with an ordinary export licence {day}"),
    "technology": gettext_noop("Only technology is controlled {day}"),
    "reporting": gettext_noop("Allowed {day}; exports must be reported"),
}
_PART = {
    "prohibition": gettext_noop("Ban {day} on {goods}"),
    REFUSAL: gettext_noop("Licences are refused in principle {day} for {goods}"),
    "licence": gettext_noop("Licence needed {day} for {goods}"),
    "end_use": gettext_noop("End-use rule {day} for {goods}"),
    "quota": gettext_noop("Quota {day}: {goods}"),
    "state_trading": gettext_noop("State trading {day}: {goods}"),
    "trade_licence": gettext_noop("Ordinary export licence needed {day}: {goods}"),
    "technology": gettext_noop("Technology control {day}: {goods}"),
    "reporting": gettext_noop("Reporting duty {day}: {goods}"),
}


class StatusLine(Struct, frozen=True):
    """A line of the header: its versions, from the longest to the shortest, and everything that it stands for.

    `kind` is the kind of measure that colours it, `countdown` how many days are left; either may be empty.
    """

    versions: tuple[str, ...]
    complete: str
    kind: str = ""
    countdown: str = ""

    def fitted(self, fits: Callable[[str], bool]) -> str:
        """Return the longest version that fits; the shortest one is cut at a word if it has to be."""
        found = next((version for version in self.versions if fits(version)), None)
        return found if found is not None else _cut(self.versions[-1], fits)


class StatusLines(Struct, frozen=True):
    """The lines of the header, and the first licence requirement or ban on file in words."""

    in_force: StatusLine
    next: StatusLine
    others: StatusLine
    first: str

    @property
    def complete(self) -> str:
        """All sentences in one, for screen readers."""
        return paragraph((self.in_force.complete, self.next.complete, self.others.complete))


_NO_LINE = StatusLine(("",), "")


def status_lines(store: Store, result: Answer, today: date) -> StatusLines:
    """Return the lines for an answer; `today` is the day that the first line may call “today”."""
    context = result.status.context
    refusal = not_an_export(store, context.origin, context.destination)
    if refusal:
        return StatusLines(StatusLine((refusal,), refusal), _NO_LINE, _NO_LINE, "")
    return StatusLines(
        _in_force(store, result, today),
        _next(store, result),
        _others(store, result),
        first_control_words(result),
    )


def _in_force(store: Store, result: Answer, today: date) -> StatusLine:
    complete = in_force_sentences(store, result)
    if result.kind == "none":
        return StatusLine((_nothing(store, result, today),), complete)
    measures = summarised(result)
    day = _day(result, today, presumed=all(m.presumed for m in measures))
    key = rule_key(result.kind, strictness(m.measure for m in measures))
    goods = joined(measures)
    text = gettext(_PART[key]) if goods else gettext(_WHOLE[key])
    return StatusLine((text.format(day=day, goods=goods),), complete)


def _nothing(store: Store, result: Answer, today: date) -> str:
    if not result.on_file:
        return gettext("Nothing on file; some controls may exist")
    day = _day(result, today, presumed=result.status.presumed)
    if result.forms:
        text = gettext("Nothing in force {day} for the {thing} itself")
        return text.format(day=day, thing=thing_word(store, result))
    return gettext("Nothing in force {day}").format(day=day)


def _day(result: Answer, today: date, *, presumed: bool) -> str:
    """Return when the answer applies, and whether it is only presumed or rests on an entry of the user."""
    as_of = result.status.context.as_of
    words = pgettext("when", "today")
    if as_of != today:
        words = pgettext("when", "on {day}").format(day=show(as_of))
    return with_marks(words, presumed=presumed, your_entry=in_force_of(result.status).your_entry)


def _next(store: Store, result: Answer) -> StatusLine:
    """Return what is paused, announced or about to end, after why what is in force is only presumed."""
    on = result.status.context.as_of
    before = [s for s in (lapse(store, result), also_presumed(store, result)) if s]
    after = [_end(store, result)] if _end(store, result) else []
    if result.kind == "none":
        after += reasons_for_nothing(store, result)
    named = entries_sentence(store, entries_on(store, result.status.metal_id, result.status.context))
    after += [named] if named else []
    full = [*before, *(group_sentences(store, result, g) for g in result.waiting), *after]
    if not full:
        nothing = _nothing_waiting(store, result)
        return StatusLine((nothing,), nothing)
    short = [*before, *(short_sentence(result, g) for g in result.waiting), *after]
    versions = [paragraph(full), paragraph(short)]
    more = len(short) - 1
    if more:
        rest = ngettext("And {count} more: see Controls.", "And {count} more: see Controls.", more)
        versions.append(paragraph((short[0], rest.format(count=more))))
    versions.append(short[0])
    if before:
        versions.append(gettext("Presumed: no notice confirms it."))
    elif result.waiting:
        versions += [named_days_sentence(result, result.waiting[0]), days_sentence(result, result.waiting[0])]
    first = result.waiting[0] if result.waiting and not before else None
    is_soon = first is not None and first.starts_on is not None and (first.starts_on - on).days <= SOON
    kind = first.measures[0].measure.kind if first is not None and is_soon else ""
    return StatusLine(tuple(dict.fromkeys(versions)), paragraph(full), kind, _days_left(result, first))


def _nothing_waiting(store: Store, result: Answer) -> str:
    """Return that nothing is paused or announced; of all destinations, which ones are the exception."""
    places = waiting_destinations(store, result.status)
    if not places:
        return gettext("No paused or announced measure is on file.")
    names = list_of([place_name(store, place) for place in places])
    return gettext("Paused or announced measures are on file for {destinations} only.").format(
        destinations=names
    )


def _days_left(result: Answer, first: Waiting | None) -> str:
    """Return the days left of what the line names first, or those of another change within 30 days."""
    on = result.status.context.as_of
    if first is not None and (words := countdown(first, on)):
        return words
    others = (countdown(group, on) for group in result.waiting if group is not first)
    words = next(filter(None, others), "")
    return gettext("also: {change}").format(change=words) if words and first is not None else words


def _end(store: Store, result: Answer) -> str:
    """Return when what is in force ends, where that is within 30 days and on file."""
    ends = {m.measure.expires for m in result.leading}
    end = ends.pop() if len(ends) == 1 else None
    if not end or (first_day(end) - result.status.context.as_of).days > SOON:
        return ""
    status, measure = result.status, result.leading[0].measure
    is_replaced = has_successor(store, measure, status.metal_id, status.context.origin)
    rule = rule_word(result.kind, result.strictness)
    return end_sentences(rule, measure, status.context.as_of, is_replaced=is_replaced)


def _others(store: Store, result: Answer) -> StatusLine:
    """Return the other rules by name, as many as fit, and how far the controls were checked.

    The strictest rule is named first; a ban or a licence requirement is also named where little fits.
    """
    verified_to = show(store.edition.verified_to)
    checked = beyond(store, result.status.context.as_of) or gettext("Controls checked to {day}.").format(
        day=verified_to
    )
    rules = other_rules(store, result)
    names = [rule.text for rule in rules]
    complete = paragraph((*further(store, result), checked))
    if not names:
        return StatusLine((paragraph((gettext("No other rule on file applies."), checked)),), complete)
    versions = [_also(names, len(names) - left_out, checked) for left_out in range(len(names))]
    shortest = gettext("Checked to {day}.").format(day=verified_to)
    if rules[0].is_severe:
        versions += [_also(names, 1, shortest), _also(names, 1, "")]
        return StatusLine(tuple(dict.fromkeys(versions)), complete)
    count = ngettext("{count} other rule: see Controls.", "{count} other rules: see Controls.", len(names))
    number = ngettext("{count} other rule.", "{count} other rules.", len(names))
    seen, counted = (text.format(count=len(names)) for text in (count, number))
    versions += [paragraph(parts) for parts in ((seen, checked), (seen, shortest), (counted, shortest))]
    versions.append(shortest)
    return StatusLine(tuple(versions), complete)


def _also(names: Sequence[str], count: int, checked: str) -> str:
    """Return the first rules, how many more there are, and how far the controls were checked."""
    rules, more = "; ".join(names[:count]), len(names) - count
    if not more:
        return paragraph((gettext("Also: {rules}.").format(rules=rules), checked))
    text = ngettext("Also: {rules}; and {count} more.", "Also: {rules}; and {count} more.", more)
    return paragraph((text.format(rules=rules, count=more), checked))


def _cut(text: str, fits: Callable[[str], bool]) -> str:
    """Return as many words as fit, with an ellipsis; a text without spaces is cut at a character."""
    words = text.split(" ")
    for count in range(len(words) - 1, 0, -1):
        shortened = " ".join(words[:count]).rstrip(",;:· ") + "…"
        if fits(shortened):
            return shortened
    first = words[0]
    return next((first[:n] + "…" for n in range(len(first), 0, -1) if fits(first[:n] + "…")), "…")
