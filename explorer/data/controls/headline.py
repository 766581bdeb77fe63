"""The answer on a metal in words: the pill of a list, the sentences of a header, the days left."""

from datetime import date

from msgspec import Struct

from explorer.data.controls.answer import ABOVE, SOON, Answer, Waiting, answer
from explorer.data.controls.in_force import in_force_sentences
from explorer.data.controls.other_rules import further
from explorer.data.controls.pill import NOT_AN_EXPORT, pill
from explorer.data.controls.status import SUSPENDED, Status
from explorer.data.controls.waiting import waiting_sentences
from explorer.data.dates import first_day, show
from explorer.data.entries.concerned import entries_on, entries_sentence
from explorer.data.places import not_an_export
from explorer.data.records import Measure
from explorer.data.store import Store
from explorer.data.words import measure_rule, rule_word
from explorer.language import gettext, ngettext, paragraph

_FULL_DATE = len("2026-11-27")


class Headline(Struct, frozen=True):
    """The words of an answer; `pill_state` is one of PILL_STATES.

    `in_force`, `waiting` and `further` are sentences on what applies, what is paused or announced, and other rules;
    `entries` names the entries of the user that count.
    """

    pill: str
    pill_state: str
    in_force: str
    waiting: str
    further: str
    detail: str
    entries: str = ""

    @property
    def sentence(self) -> str:
        """All sentences in one."""
        return paragraph((self.in_force, self.waiting, self.further, self.entries))


def headline(store: Store, status: Status) -> Headline:
    """Return the headline of a status."""
    return headline_of(store, answer(store, status))


def headline_of(store: Store, result: Answer) -> Headline:
    """Return pill, sentences (without the name of the metal, each with a full stop) and detail of an answer."""
    status = result.status
    refusal = not_an_export(store, status.context.origin, status.context.destination)
    if refusal:
        return Headline(gettext(NOT_AN_EXPORT), "none", refusal, "", "", "")
    in_force, waiting = in_force_sentences(store, result), waiting_sentences(store, result)
    other_rules = paragraph(further(store, result))
    entries = entries_sentence(store, entries_on(store, status.metal_id, status.context))
    return Headline(*pill(store, status), in_force, waiting, other_rules, _detail(result), entries)


def beyond(store: Store, on: date) -> str:
    """Return the warning that a date is later than the last checked one, empty where it is not."""
    verified_to = store.edition.verified_to
    days = (on - first_day(verified_to)).days
    if days <= 0:
        return ""
    return ngettext(
        "Checked to {day}: the last day is not covered.",
        "Checked to {day}: the last {count} days are not covered.",
        days,
    ).format(day=show(verified_to), count=days)


def _detail(result: Answer) -> str:
    """Return the days left, the last day of what is in force, the first licence or ban."""
    parts = [*days_left(result), first_control_words(result)]
    return " · ".join(dict.fromkeys(p for p in parts if p))


def days_left(result: Answer) -> list[str]:
    """Return in how many days each paused or announced measure applies, and when what is in force ends."""
    on = result.status.context.as_of
    parts = [countdown(group, on) for group in result.waiting]
    rule = rule_word(result.kind, result.strictness)
    ends = {m.measure.expires for m in result.leading}
    if len(ends) == 1 and (end := ends.pop()):
        is_term = all(m.measure.ends_with_term for m in result.leading)
        text = gettext("term of the {rule} ends on {day}") if is_term else gettext("{rule} ends on {day}")
        parts.append(text.format(rule=rule, day=show(end)))
    return [part for part in parts if part]


def countdown(group: Waiting, on: date) -> str:
    """Return in how many days paused or announced measures apply; empty where that is far off or not known."""
    if group.starts_on is None or (group.relation != ABOVE and (group.starts_on - on).days > SOON):
        return ""
    effective = group.measures[0].measure.effective or ""
    is_dated = group.state == SUSPENDED or len(effective) == _FULL_DATE
    return _countdown(group, (group.starts_on - on).days) if is_dated else ""


def first_control_words(result: Answer) -> str:
    """Return the first licence requirement or ban on file with its day, empty where there is none."""
    if result.first is None:
        return ""
    day, measure = result.first
    text = gettext("first {rule} on file: {day}")
    return text.format(rule=measure_rule(measure), day=_as_published(day, measure))


def _countdown(group: Waiting, days: int) -> str:
    """Return in how many days a measure applies, or its pause ends, which it does a day earlier."""
    if group.state != SUSPENDED:
        rule = measure_rule(group.measures[0].measure)
        text = ngettext("{rule} applies in {count} day", "{rule} applies in {count} days", days)
        return text.format(rule=rule, count=days)
    if days == 1:
        return gettext("last day of the pause")
    return ngettext("pause ends in {count} day", "pause ends in {count} days", days - 1).format(
        count=days - 1
    )


def _as_published(day: date, measure: Measure) -> str:
    """Return the first day of a measure as it is published: `2006` where no more is known."""
    if measure.effective and first_day(measure.effective) == day:
        return show(measure.effective)
    return show(day)
